import type { Match } from '../register/index.ts'
import { clockBackMs } from '../session/clock.ts'
import type { PersonState } from '../session/state.ts'
import { t } from '../words/say.ts'
import { isCertain } from './names.ts'
import { lockView } from './lock.ts'
import { childrenOf, sameNameWords, visitorChip } from './nameChips.ts'
import { personRows } from './people.ts'
import { promptViewsForPage } from './prompts.ts'
import { overlayQueue } from './queue.ts'
import { roomsAreLookedAt } from './roomCheck.ts'
import type { ViewSituation } from './situation.ts'
import type { OverlayView, PersonTone } from './types.ts'

/**
 * What the content script may draw. Nothing from the register is in here: badges say how a name was judged, not who it was
 * judged to be, because the page and its scripts share the process. While the teacher presents, badges are left out altogether.
 */
export function overlayView(from: ViewSituation): OverlayView {
  const lock = lockView(from)
  const live = from.phase === 'during'
  const queue = overlayQueue(from)
  const back = live && from.state !== undefined ? clockBackMs(from.state) : 0
  return {
    badges: live && !from.presenting ? badges(from) : [],
    lock: {
      state: live ? lock.state : 'notSet',
      ...(lock.dueAt === undefined ? {} : { dueAt: lock.dueAt }),
      ...(lock.fromAt === undefined ? {} : { fromAt: lock.fromAt }),
    },
    ...(back === 0 ? {} : { clockBackMs: back }),
    prompts: live ? promptViewsForPage(from) : [],
    discreet: from.presenting,
    waiting: from.state?.knocks.length ?? 0,
    ...(queue === undefined ? {} : { queue }),
    sampleRooms: live && roomsAreLookedAt(from),
    attention: live ? attention(from) : [],
  }
}

/** A child who was asked to move is seen to have moved within seconds, also after the prompt is answered. */
function attention({ state }: ViewSituation): readonly string[] {
  const asked = new Set(
    state?.prompts.filter((prompt) => prompt.kind === 'room').flatMap((prompt) => prompt.about),
  )
  return (state?.people ?? [])
    .filter((person) => person.present && person.room !== undefined)
    .filter(({ id, room }) => {
      const flagged = room?.verdict === 'bedroom' || room?.verdict === 'bathroom'
      return flagged || (room?.verdict === 'unsure' && asked.has(id))
    })
    .map((person) => person.id)
}

function badges(from: ViewSituation): OverlayView['badges'] {
  const rows = new Map(personRows(from).map((row) => [row.key, row]))
  return (from.state?.people ?? [])
    .filter((person) => person.present && !person.isSelf)
    .flatMap((person) => {
      const row = rows.get(person.id)
      return row === undefined
        ? []
        : [{ participantId: person.id, tone: row.tone, text: text(person, row.tone, from) }]
    })
}

function hasNoConsent(match: Match | undefined, { register }: ViewSituation): boolean {
  return (
    register !== undefined && childrenOf(match, register).some((one) => one.consentVideo === 'no')
  )
}

/** A few words at most; never a name from the register. */
function text(person: PersonState, tone: PersonTone, from: ViewSituation): string {
  const room = person.room?.verdict
  if (tone === 'alarm' && (room === 'bedroom' || room === 'bathroom')) return t('Check room')
  const match = from.matches.get(person.id)
  if (visitorChip(from.state, person.name) !== undefined) return t('Expected visitor')
  if (from.register === undefined && match?.kind !== 'noteTaker') return t('No class chosen')
  switch (match?.kind) {
    case 'pupil':
    case 'guardian':
    case 'staff':
    case 'self':
      if (!isCertain(match)) return t('Check name')
      if (tone === 'check' && person.camera.state === 'off') return t('Camera off')
      if (tone === 'check') return t('Check##badge')
      if (tone === 'alarm')
        return hasNoConsent(match, from) ? t('Check consent') : t('Check who it is')
      return match.kind === 'guardian'
        ? t('Family')
        : match.kind === 'pupil'
          ? t('On register')
          : t('Staff')
    case 'duplicate':
      return sameNameWords(match)
    case 'notAName':
      return t('Not a real name')
    case 'noteTaker':
      return t('Note-taking bot')
    case 'ambiguous':
      return match.together === undefined ? t('Which pupil?') : t('Several children?')
    default:
      return t('Not on register')
  }
}
