import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import { FEATURE_OFF } from './featureOff.ts'
import type { ViewSituation } from './situation.ts'
import type { PanelView } from './types.ts'

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

/** Who says that there is no room check, whatever the settings, the teacher and the lesson say. */
export type RuledOutBy = 'school' | 'rules'

/** In words for the teacher, beside her switch and where the background refuses it. */
export const RULED_OUT: Readonly<Record<RuledOutBy, Message>> = {
  school: FEATURE_OFF.roomCheck,
  rules: 'Your school’s rules have no room check.',
}

/** The school wins over its rules, and a pack without a room check over all else, also where it was chosen in the middle of a lesson. */
export function roomCheckRuledOut({
  pack,
  setBySchool,
}: Pick<ViewSituation, 'pack' | 'setBySchool'>): RuledOutBy | undefined {
  if (setBySchool.includes('roomCheck')) return 'school'
  return pack.roomCheck ? undefined : 'rules'
}

/** Whether pictures are looked at: the check is on, and nothing rules it out. */
export function roomsAreLookedAt(
  from: Pick<ViewSituation, 'state' | 'pack' | 'setBySchool'>,
): boolean {
  return roomCheckRuledOut(from) === undefined && from.state?.roomCheck.state === 'on'
}

/** What the panel says of it. It must never say "On." while nobody looks. */
export function roomCheckView(
  from: Pick<ViewSituation, 'state' | 'pack' | 'settings' | 'setBySchool'>,
): PanelView['roomCheck'] {
  const by = roomCheckRuledOut(from)
  if (by !== undefined) return { state: 'off', why: tOf(RULED_OUT[by]), ruledOut: true }
  const is = from.state?.roomCheck.state ?? (from.settings.roomCheck ? 'on' : 'off')
  return { state: is, why: roomCheckWords(is, from.state?.roomCheck.why ?? '') }
}

/** A few words for the reading strip. `why` is what the journal holds. */
function roomCheckWords(state: 'on' | 'off' | 'failed', why: string): string {
  if (state === 'on') return t('On.')
  if (state === 'failed') return t('It does not work on this computer right now.')
  // What the journal still says once the school lets it be switched on again.
  if (why === 'school') return t('Your school had switched it off.')
  return why === 'teacher' ? t('You switched it off.') : t('It is switched off in the settings.')
}
