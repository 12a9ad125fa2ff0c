import type { CommandKind, Outcome } from '../meeting/index.ts'
import { CLAUSES } from '../protocol/clauses/index.ts'
import { listNames } from '../protocol/text.ts'
import { promptSubject } from '../protocol/wording/subjects.ts'
import type { PromptAnswer, SessionEvent } from '../session/events.ts'
import type { PromptState } from '../session/state.ts'
import { callName, personName } from './names.ts'
import { chatSender } from './prompts.ts'
import type { ViewSituation } from './situation.ts'
import type { LogLine, PersonTone } from './types.ts'

/** At most this many lines are sent to the panel; the journal keeps all. */
const LINES = 200
/** More names than this are counted. */
const NAMES = 3

/** The session log in plain words, latest first (EG-40). */
export function logLines(from: ViewSituation): readonly LogLine[] {
  const lines: LogLine[] = []
  for (const event of from.events.toReversed()) {
    const said = describe(event, from)
    if (said !== undefined) lines.push({ at: event.at, text: said[0], tone: said[1] ?? 'quiet' })
    if (lines.length >= LINES) break
  }
  return lines
}

type Said = readonly [text: string, tone?: PersonTone] | undefined

function describe(event: SessionEvent, from: ViewSituation): Said {
  const who = (id: string): string => {
    const person = from.state?.people.find((one) => one.id === id)
    const knock =
      from.state?.knocks.find((one) => one.key === id) ??
      from.state?.pastKnocks.find((one) => one.key === id)
    if (person !== undefined || knock !== undefined)
      return callName(from.register, from.matches.get(id), person?.name ?? knock?.name ?? '')
    // Somebody who is missing is known by the register alone.
    return personName(from.register, id) ?? callName(undefined, undefined, '')
  }
  /** "Camera off – Amelia Potter, Dev Shah": what was asked, and about whom. */
  const subject = ({ kind, about }: Pick<PromptState, 'kind' | 'about'>): string => {
    const names = [...new Set(about.map((id) => chatSender(from.state, id) ?? who(id)))]
    const what = promptSubject(kind)
    return names.length === 0 ? what : `${what} – ${listNames(names, NAMES)}`
  }
  switch (event.type) {
    case 'started':
      return ['The lesson began']
    case 'classChosen':
      return [`Class: ${event.className}`]
    case 'joined':
      return [`${who(event.person.id)} came in`, 'ok']
    case 'left':
      return [`${who(event.id)} left`]
    case 'renamed':
      return [`“${event.from}” is now called “${event.to}”`, 'check']
    case 'camera':
      return [`${who(event.id)}: camera ${event.reading.state === 'on' ? 'on' : 'off'}`]
    case 'presenting':
      return [`${who(event.id)} ${event.on ? 'started' : 'stopped'} presenting`]
    case 'knocked':
      return [
        `“${event.name}” is in the waiting room${event.late ? ', after the lock' : ''}`,
        event.late ? 'check' : 'quiet',
      ]
    case 'knockGone':
      return event.how === 'admitted' ? undefined : [`“${event.name}” is no longer waiting`]
    case 'access':
      return [
        event.access.label === '' ? 'Who may come in has changed' : `Access: ${event.access.label}`,
      ]
    case 'notice':
      return event.state === 'yes' ? [NOTICES[event.what], 'check'] : undefined
    case 'room':
      return ROOMS[event.verdict] === undefined
        ? undefined
        : [`${who(event.id)}: ${ROOMS[event.verdict]}`, event.verdict === 'fine' ? 'ok' : 'check']
    case 'roomCheck':
      return [
        event.state === 'on'
          ? 'The room check is on'
          : event.state === 'off'
            ? 'The room check is off'
            : 'The room check stopped working',
        event.state === 'failed' ? 'check' : 'quiet',
      ]
    case 'prompted':
      return [`Prompt: ${subject(event)}`, 'check']
    case 'ticked':
      return [tickWords(event), event.on && event.as === undefined ? 'ok' : 'quiet']
    case 'answered': {
      const prompt = from.state?.prompts.find((one) => one.promptId === event.promptId)
      const about = prompt === undefined ? '' : `${subject(prompt)}: `
      const note = event.note === undefined ? '' : ` – ${event.note}`
      return [about + ANSWERS[event.answer] + note, event.answer === 'cleared' ? 'ok' : 'quiet']
    }
    case 'command':
      return [
        `${COMMANDS[event.command.kind]}: ${outcomeWords(event.outcome)}`,
        event.outcome.result === 'done' ? 'ok' : 'check',
      ]
    case 'adultSeen':
      return [
        event.seen ? `${who(event.id)}: adult seen` : `${who(event.id)}: adult no longer ticked`,
      ]
    case 'rulesChanged':
      return [
        `The school’s rules were changed: ${event.packId} ${event.packVersion} from here on`,
        'check',
      ]
    case 'chatFlag':
      return [`Chat from ${event.sender}: ${event.masked}`, 'check']
    case 'chatSeen':
      return [
        event.what === 'file'
          ? `${event.sender} put a file into the chat`
          : `${event.sender} wrote in the chat`,
        'check',
      ]
    case 'oneToOne':
      return [event.on ? 'This is a one-to-one call' : 'This is no one-to-one call']
    case 'concern':
      return ['A concern was written down; it is kept apart', 'check']
    case 'note':
      return [`Note: ${event.text}`]
    case 'emergency':
      return [EMERGENCY[event.step], 'alarm']
    case 'ended':
      return [ENDS[event.reason] ?? 'The lesson ended']
    case 'lockDeadline':
      return event.by === 'teacher' ? ['The lock was moved'] : undefined
    case 'matchFixed':
      return [
        `“${event.shown}” is ${[event.registerPersonId, ...(event.also ?? [])].map((id) => personName(from.register, id) ?? 'somebody').join(' and ')}, you said`,
      ]
    case 'visitorExpected':
      return [
        `“${event.shown}” is an expected visitor${event.note === '' ? '' : `: ${event.note}`}`,
      ]
    case 'choiceUndone':
      return [`“${event.shown}”: taken back`]
    case 'leftWaiting':
      return [`“${event.name}” was left waiting${event.why === undefined ? '' : HOLD[event.why]}`]
    case 'held':
      return [`${who(event.id)} was taken out for now${HOLD[event.why]}`, 'check']
    case 'wentOn':
      return event.missing.length === 0
        ? undefined
        : [`${who(event.id)}: went on before all was seen (${event.missing.join(', ')})`]
    case 'recognised':
    case 'plannedStart':
    case 'health':
    case 'readBy':
    case 'proofOfLife':
      return undefined
  }
}

/** A tick in the words of its clause, with what was written to it. */
function tickWords({ clause, on, note, as }: Extract<SessionEvent, { type: 'ticked' }>): string {
  const text = CLAUSES.find((one) => one.clause.id === clause)?.clause.text
  const what = text === undefined ? clause : `${text} (${clause})`
  if (!on) return `Tick taken back: ${what}`
  return `${as === undefined ? 'Ticked' : 'Does not apply'}: ${what}${note === '' ? '' : ` – ${note}`}`
}

const HOLD = {
  noAdult: ': no adult seen',
  cameraOff: ': camera off',
  nameUnclear: ': not clear who it is',
  other: '',
} as const

const NOTICES = {
  recording: 'The meeting is being recorded',
  transcription: 'The meeting is being transcribed',
  noteTaking: 'An assistant is taking notes',
} as const

const ROOMS: Readonly<Record<string, string>> = {
  bedroom: 'may be in a bedroom',
  bathroom: 'may be in a bathroom',
  covered: 'camera covered or dark',
  fine: 'room looks fine',
}

export const ANSWERS: Readonly<Record<PromptAnswer, string>> = {
  askToMove: 'asked to move',
  cameraOff: 'asked to switch the camera off',
  looksFine: 'looks fine',
  later: 'put off for later',
  askCameraOn: 'asked to switch the camera on',
  lockNow: 'lock now',
  wait: 'wait another minute',
  admit: 'let in',
  deny: 'not let in',
  remove: 'taken out of the call',
  expected: 'expected',
  seen: 'seen',
  adultSeen: 'an adult is there',
  hold: 'taken out until an adult is there',
  reason: 'reason written',
  dismissed: 'put away',
  cleared: 'cleared by itself',
  withdrawn: 'withdrawn: the check was switched off',
}

const COMMANDS = {
  openPeople: 'Open the people list',
  rollCall: 'Read the whole list of people',
  admit: 'Let in',
  deny: 'Turn away',
  muteAll: 'Mute everyone',
  mute: 'Mute',
  askToUnmute: 'Ask to switch the microphone on',
  micOff: 'Keep the microphone off',
  allowMic: 'Allow the microphone again',
  cameraOff: 'Camera off',
  allowCamera: 'Allow the camera again',
  camerasOffForAll: 'All cameras off',
  camerasOnForAll: 'Allow cameras again',
  stopPresenting: 'Stop presenting',
  chatOff: 'Chat off',
  chatOn: 'Chat on',
  remove: 'Take out of the call',
  lock: 'Lock',
  unlock: 'Unlock',
  endForAll: 'End for everyone',
} as const satisfies Readonly<Record<CommandKind, string>>

function outcomeWords(outcome: Outcome): string {
  if (outcome.result === 'done')
    return outcome.evidence === undefined ? 'done' : `done — ${outcome.evidence}`
  return outcome.result === 'guided' ? 'shown where to click' : 'not possible here'
}

const EMERGENCY = {
  opened: 'Emergency opened',
  endedForAll: 'The call was ended for everyone',
  endedByTeacher: 'The call was ended for everyone, you said',
  dslTold: 'The safeguarding lead was told',
  mistake: 'Emergency opened by mistake, you said',
  closed: 'Emergency closed',
} as const

const ENDS: Readonly<Record<string, string>> = {
  left: 'You left the call',
  removed: 'You were removed from the call',
  endedForAll: 'The call ended for everyone',
  interrupted: 'The lesson was interrupted; this is the last sign of it',
  closedByTeacher: 'The lesson was closed',
}
