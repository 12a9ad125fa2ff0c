import type { PromptKind } from '../../session/events.ts'
import { keyOf } from '../../session/prompts.ts'
import { cleanName } from '../text.ts'
import { clockText } from '../time.ts'
import type { PromptExtra } from '../wording.ts'

/**
 * What the sentences of a prompt need, looked up in the session. Nothing of the register is read here: the result may be drawn
 * in the meeting page, which must not learn it.
 */
export function extraFrom(kind: PromptKind, given: PromptExtra): PromptExtra {
  const { state, finding, pack } = given
  if (state === undefined || finding === undefined) return {}
  const zone = pack?.schoolHours.timeZone ?? state.timeZone
  const about = new Set(finding.about)
  const person = state.people.find((one) => about.has(one.id))
  const knock = state.knocks.find((one) => about.has(one.key))
  const waiting = knock === undefined ? {} : ({ variant: 'waiting' } as const)
  switch (kind) {
    case 'room': {
      const place = person?.room?.verdict === 'bathroom' ? 'bathroom' : 'bedroom'
      return { place, ...(person?.isSelf === true ? { variant: 'self' as const } : {}) }
    }
    case 'cameraOff':
      return person?.room?.verdict === 'covered' && about.size === 1 ? { variant: 'covered' } : {}
    case 'unknownPerson':
      if (knock !== undefined)
        return finding.severity === 'act' ? { variant: 'lookAlike' } : waiting
      return finding.severity === 'alarm'
        ? { variant: 'lookAlike' }
        : finding.severity === 'notice'
          ? { variant: 'unsure' }
          : {}
    case 'renamed': {
      const at = Number(keyOf(finding.key).split(':').at(-1))
      const change = person?.renames.findLast((one) => one.at === at) ?? person?.renames.at(-1)
      if (change === undefined) return {}
      return { oldName: change.from, newName: change.to, time: clockText(change.at, zone) }
    }
    case 'duplicateName':
    case 'noConsent':
    case 'noteTaker':
    case 'droppedPupil':
      return waiting
    case 'lockSoon':
      return state.lockDeadline === undefined
        ? {}
        : { time: clockText(state.lockDeadline.dueAt, zone) }
    case 'lockDue': {
      const label = state.access?.label ?? ''
      return label === '' ? {} : { evidence: `The meeting shows: “${cleanName(label, 80)}”.` }
    }
    case 'chatFlag': {
      const flags = state.chatFlags.filter((one) => about.has(one.lineId))
      return { chatKinds: flags.flatMap((one) => one.kinds), masked: flags[0]?.masked ?? '' }
    }
    case 'recording':
      return { kept: state.notices.recording === 'yes' ? 'recorded' : 'transcribed' }
    default:
      return {}
  }
}
