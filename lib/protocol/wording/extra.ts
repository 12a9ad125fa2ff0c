import type { PromptKind } from '../../session/events.ts'
import { howAsked, isTranscription, keyOf, promisedAt } from '../../session/prompts.ts'
import type { PersonState, SessionState } from '../../session/state.ts'
import { t } from '../../words/say.ts'
import { timesAsked } from '../steps.ts'
import type { Finding } from '../types.ts'
import { copiesAmong, isOutside, lastChange, leftUnder } from '../findings/copies.ts'
import { wasUnclear } from '../findings/renames.ts'
import { asQuoted, cleanName, sameNameKey } from '../text.ts'
import { clockText } from '../time.ts'
import { zoneOfLesson } from '../zone.ts'
import type { PromptExtra } from '../wording.ts'

/** Two people under one name: who took it, two spellings, one without an account of the school, or simply the same twice. */
function duplicateExtra(people: readonly PersonState[], zone: string): PromptExtra {
  const copies = copiesAmong(people)
  const copy = people.find((one) => copies.includes(one.id))
  const change = copy === undefined ? undefined : lastChange(copy)
  if (change !== undefined)
    return {
      variant: 'took',
      oldName: change.from,
      newName: change.to,
      time: clockText(change.at, zone),
    }
  const names = new Set(people.map((one) => sameNameKey(one.name)))
  if (names.size > 1) return { variant: 'devices', bothNames: people.map((one) => one.name) }
  const outside = people.filter(isOutside)
  return outside.length > 0 && outside.length < people.length ? { variant: 'outside' } : {}
}

/** The second and the third time of asking have other words: first say it, then do it, then the parent. */
function stepExtra(state: SessionState, finding: Finding, zone: string): PromptExtra {
  const asked = timesAsked(state, finding.key)
  const last = asked.at(-1)
  // To a group the first words are said again: whoever is left of it is asked alone in the end.
  if (last === undefined || finding.about.length > 1) return {}
  return { variant: asked.length === 1 ? 'again' : 'parent', askedTime: clockText(last, zone) }
}

/** She said that she would stop it, and it is asked about once more. */
function promiseExtra(state: SessionState, finding: Finding, zone: string): PromptExtra {
  const at = promisedAt(state, finding.key)
  return at === undefined ? {} : { variant: 'promised', askedTime: clockText(at, zone) }
}

/**
 * What the sentences of a prompt need, looked up in the session. Nothing of the register is read here: the result may be drawn
 * in the meeting page, which must not learn it.
 */
export function extraFrom(kind: PromptKind, given: PromptExtra): PromptExtra {
  const { state, finding, pack } = given
  if (state === undefined || finding === undefined) return {}
  const zone = zoneOfLesson(pack, state)
  const about = new Set(finding.about)
  const person = state.people.find((one) => about.has(one.id))
  const knock = state.knocks.find((one) => about.has(one.key))
  const waiting = knock === undefined ? {} : ({ variant: 'waiting' } as const)
  switch (kind) {
    case 'room': {
      const place = person?.room?.verdict === 'bathroom' ? 'bathroom' : 'bedroom'
      return {
        place,
        ...(person?.isSelf === true
          ? { variant: 'self' as const }
          : stepExtra(state, finding, zone)),
      }
    }
    case 'cameraOff':
      return person?.room?.verdict === 'covered' && about.size === 1
        ? { variant: 'covered' }
        : stepExtra(state, finding, zone)
    case 'alone':
      return state.people.some((one) => !one.present && !one.isSelf) ? { variant: 'left' } : {}
    case 'fewStaff':
      if (finding.severity === 'act') return { variant: 'oneToOne' }
      // With more than two asked for she may have a colleague here already.
      return (pack?.adultsRequired ?? 0) > 2 ? { variant: 'several' } : {}
    case 'goneLong': {
      const gone = person?.stays.at(-1)?.to
      return gone === undefined ? {} : { time: clockText(gone, zone) }
    }
    case 'unknownPerson':
      if (knock !== undefined)
        return finding.severity === 'act' ? { variant: 'lookAlikeWaiting' } : waiting
      if (finding.key.startsWith('together:')) return { variant: 'together' }
      return finding.severity === 'alarm'
        ? { variant: 'lookAlike' }
        : finding.severity === 'notice'
          ? { variant: 'unsure' }
          : {}
    case 'renamed': {
      const at = Number(keyOf(finding.key).split(':').at(-1))
      const change = person?.renames.findLast((one) => one.at === at) ?? person?.renames.at(-1)
      if (change === undefined) return {}
      const right =
        finding.severity === 'notice' && person !== undefined && wasUnclear(change, person, state)
      const told = {
        oldName: change.from,
        newName: change.to,
        time: clockText(change.at, zone),
        ...(right ? { variant: 'right' as const } : {}),
      }
      const left = person === undefined ? undefined : leftUnder(change, person, state.people)
      const leftAt = left?.stays.at(-1)?.to
      return leftAt === undefined
        ? told
        : { ...told, variant: 'tookLeft', leftTime: clockText(leftAt, zone) }
    }
    case 'duplicateName':
      return knock === undefined
        ? duplicateExtra(
            state.people.filter((one) => about.has(one.id)),
            zone,
          )
        : waiting
    case 'noConsent':
      return waiting
    case 'noteTaker':
      return { ...waiting, ...promiseExtra(state, finding, zone) }
    case 'droppedPupil':
      return howAsked(finding.key).how === 'held' ? { variant: 'held' } : waiting
    case 'lockSoon':
      return {
        // A list that is not complete makes nobody absent.
        ...(state.health.people.level === 'complete' ? {} : { variant: 'unseen' as const }),
        ...(state.lockDeadline === undefined
          ? {}
          : { time: clockText(state.lockDeadline.dueAt, zone) }),
      }
    case 'lockDue': {
      const label = state.access?.label ?? ''
      return label === ''
        ? {}
        : {
            evidence: t('The meeting shows: “{label}”.', { label: asQuoted(cleanName(label, 80)) }),
          }
    }
    case 'chatFlag': {
      const flags = state.chatFlags.filter((one) => about.has(one.lineId))
      const kinds = flags.flatMap((one) => one.kinds)
      const masked = flags[0]?.masked ?? ''
      // What staff link to is no matter; what else stands in the line is.
      return finding.byStaff === true
        ? { variant: 'staff', chatKinds: kinds.filter((one) => one !== 'link'), masked }
        : { chatKinds: kinds, masked }
    }
    case 'recording':
      return {
        kept: isTranscription(finding.key) ? 'transcribed' : 'recorded',
        ...promiseExtra(state, finding, zone),
      }
    default:
      return {}
  }
}
