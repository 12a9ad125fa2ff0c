import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { Message } from '../words/catalogue.ts'
import { t } from '../words/say.ts'
import type { ViewSituation } from './situation.ts'

/** Why the room check is off although it was asked for, in words for the teacher. */
export const ROOM_FAILURES: Readonly<Record<RoomCheckFailure, Message>> = {
  noWebGL:
    'The room check is off: this computer’s graphics (WebGL 2) are not available. Everything else works.',
  noSimd:
    'The room check is off: Chrome can’t run its model on this computer (an older processor, or a school setting that forbids it). Everything else works.',
  modelMissing:
    'The room check is off: its model is missing from the installation. Everything else works.',
  modelBroken: 'The room check is off: its model can’t be read. Everything else works.',
  framesNotCarried:
    'The room check is off: this version of Chrome can’t pass pictures on. Everything else works.',
  crashed: 'The room check stopped. Switch it on again to try once more. Everything else works.',
}

/**
 * Whether pictures are looked at: the check is on, and the school's rules have one. A pack without it wins over everything, also
 * where it was chosen in the middle of a lesson.
 */
export function roomsAreLookedAt({ state, pack }: Pick<ViewSituation, 'state' | 'pack'>): boolean {
  return pack.roomCheck && state?.roomCheck.state === 'on'
}

/** A few words for the reading strip. `why` is what the journal holds. */
export function roomCheckWords(state: 'on' | 'off' | 'failed', why: string): string {
  if (state === 'on') return t('On.')
  if (state === 'failed') return t('It does not work on this computer right now.')
  return why === 'teacher' ? t('You switched it off.') : t('It is switched off in the settings.')
}
