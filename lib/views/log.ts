import type { CommandKind, Outcome } from '../meeting/index.ts'
import { CLAUSES } from '../protocol/clauses/index.ts'
import { setBackLength } from '../protocol/setBack.ts'
import { listNames } from '../protocol/text.ts'
import { promptSubject } from '../protocol/wording/subjects.ts'
import { howAsked } from '../session/prompts.ts'
import type { HoldReason, PromptAnswer, SessionEvent, WalkStep } from '../session/events.ts'
import type { PromptState } from '../session/state.ts'
import type { Message } from '../words/catalogue.ts'
import { joined } from '../words/lists.ts'
import { t, tOf } from '../words/say.ts'
import { EMERGENCY_STEP_SAID } from './emergencySteps.ts'
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
  const subject = ({
    kind,
    promptId,
    about,
  }: Pick<PromptState, 'kind' | 'promptId' | 'about'>): string => {
    const names = [...new Set(about.map((id) => chatSender(from.state, id) ?? who(id)))]
    const what = promptSubject({ kind, ...howAsked(promptId) })
    return names.length === 0 ? what : `${what} – ${listNames(names, NAMES)}`
  }
  switch (event.type) {
    case 'started':
      return [t('The lesson began')]
    case 'classChosen':
      return [t('Class: {name}', { name: event.className })]
    case 'goesOn':
      return [t('The lesson goes on after a break, with its class'), 'check']
    case 'anotherLesson':
      return [t('This is another lesson: class and start can be chosen again')]
    case 'joined':
      return [t('{who} came in', { who: who(event.person.id) }), 'ok']
    case 'left':
      return [t('{who} left', { who: who(event.id) })]
    case 'renamed':
      return [t('“{name}” is now called “{other}”', { name: event.from, other: event.to }), 'check']
    case 'camera':
      return [
        event.reading.state === 'on'
          ? t('{who}: camera on', { who: who(event.id) })
          : t('{who}: camera off', { who: who(event.id) }),
      ]
    case 'presenting':
      return [
        event.on
          ? t('{who} started presenting', { who: who(event.id) })
          : t('{who} stopped presenting', { who: who(event.id) }),
      ]
    case 'knocked':
      return event.late
        ? [t('“{name}” is in the waiting room, after the lock', { name: event.name }), 'check']
        : [t('“{name}” is in the waiting room', { name: event.name })]
    case 'knockGone':
      return event.how === 'admitted'
        ? undefined
        : [t('“{name}” is no longer waiting', { name: event.name })]
    case 'access':
      return [
        event.access.label === ''
          ? t('Who may come in has changed')
          : t('Access: {label}', { label: event.access.label }),
      ]
    case 'notice':
      if (event.state !== 'yes') return undefined
      return event.hidden === true
        ? [tOf(NOT_SHOWN[event.what])]
        : [tOf(NOTICES[event.what]), 'check']
    case 'room': {
      if (event.calledFine === true)
        return [t('{who}: the room again that you said is fine', { who: who(event.id) }), 'quiet']
      const words = ROOMS[event.verdict]
      return words === undefined
        ? undefined
        : [tOf(words, { who: who(event.id) }), event.verdict === 'fine' ? 'ok' : 'check']
    }
    case 'roomCheck':
      return [tOf(ROOM_CHECK[event.state]), event.state === 'failed' ? 'check' : 'quiet']
    case 'prompted':
      return [t('Prompt: {what}', { what: subject(event) }), 'check']
    case 'ticked':
      return [tickWords(event), event.on && event.as === undefined ? 'ok' : 'quiet']
    case 'answered': {
      const prompt = from.state?.prompts.find((one) => one.promptId === event.promptId)
      const about = prompt === undefined ? '' : `${subject(prompt)}: `
      const note = event.note === undefined ? '' : ` – ${event.note}`
      return [
        about + tOf(ANSWERS[event.answer]) + note,
        event.answer === 'cleared' ? 'ok' : 'quiet',
      ]
    }
    case 'command':
      return [
        `${tOf(COMMANDS[event.command.kind])}: ${outcomeWords(event.outcome)}`,
        event.outcome.result === 'done' ? 'ok' : 'check',
      ]
    case 'adultSeen':
      return [
        event.seen
          ? t('{who}: adult seen', { who: who(event.id) })
          : t('{who}: adult no longer ticked', { who: who(event.id) }),
      ]
    case 'rulesChanged':
      return [
        t('The school’s rules were changed: {name} {version} from here on', {
          name: event.packId,
          version: event.packVersion,
        }),
        'check',
      ]
    case 'chatFlag':
      return [t('Chat from {who}: {text}', { who: event.sender, text: event.masked }), 'check']
    case 'chatSeen':
      return [
        event.what === 'file'
          ? t('{who} put a file into the chat', { who: event.sender })
          : t('{who} wrote in the chat', { who: event.sender }),
        'check',
      ]
    case 'oneToOne':
      return [event.on ? t('This is a one-to-one call') : t('This is no one-to-one call')]
    case 'concern':
      return [t('A concern was written down; it is kept apart'), 'check']
    case 'note':
      return [t('Note: {text}', { text: event.text })]
    case 'emergency':
      return [tOf(EMERGENCY_STEP_SAID[event.step]), 'alarm']
    case 'ended':
      return [tOf(ENDS[event.reason] ?? 'The lesson ended')]
    case 'lockDeadline':
      return event.by === 'teacher' ? [t('The lock was moved')] : undefined
    case 'matchFixed': {
      const names = [event.registerPersonId, ...(event.also ?? [])].map(
        (id) => personName(from.register, id) ?? t('somebody'),
      )
      return [t('“{name}” is {other}, you said', { name: event.shown, other: joined(names) })]
    }
    case 'visitorExpected':
      return [
        event.note === ''
          ? t('“{name}” is an expected visitor', { name: event.shown })
          : t('“{name}” is an expected visitor: {note}', { name: event.shown, note: event.note }),
      ]
    case 'choiceUndone':
      return [t('“{name}”: taken back', { name: event.shown })]
    case 'leftWaiting':
      return [tOf(LEFT_WAITING[event.why ?? 'other'], { name: event.name })]
    case 'held':
      return [tOf(HELD[event.why], { who: who(event.id) }), 'check']
    case 'wentOn':
      return event.missing.length === 0
        ? undefined
        : [
            t('{who}: went on before all was seen ({what})', {
              who: who(event.id),
              what: event.missing.map((step) => tOf(STEPS[step])).join(', '),
            }),
          ]
    case 'clockSetBack':
      return [
        t('The computer’s clock was set back by {length}; the lesson is counted on', {
          length: setBackLength(event.ms),
        }),
        'check',
      ]
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
  const what = text === undefined ? clause : `${tOf(text)} (${clause})`
  if (!on) return t('Tick taken back: {what}', { what })
  const said =
    as === undefined ? t('Ticked: {what}', { what }) : t('Does not apply: {what}', { what })
  return note === '' ? said : `${said} – ${note}`
}

const LEFT_WAITING = {
  noAdult: '“{name}” was left waiting: no adult seen',
  cameraOff: '“{name}” was left waiting: camera off',
  nameUnclear: '“{name}” was left waiting: not clear who it is',
  other: '“{name}” was left waiting',
} as const satisfies Readonly<Record<HoldReason, Message>>

const HELD = {
  noAdult: '{who} was taken out for now: no adult seen',
  cameraOff: '{who} was taken out for now: camera off',
  nameUnclear: '{who} was taken out for now: not clear who it is',
  other: '{who} was taken out for now',
} as const satisfies Readonly<Record<HoldReason, Message>>

const STEPS = {
  name: 'name',
  camera: 'camera',
  adult: 'adult',
} as const satisfies Readonly<Record<WalkStep, Message>>

const NOTICES = {
  recording: 'The meeting is being recorded',
  transcription: 'The meeting is being transcribed',
  noteTaking: 'An assistant is taking notes',
} as const satisfies Readonly<Record<string, Message>>

/** That its sign is gone says nothing of whether it goes on. */
const NOT_SHOWN = {
  recording: 'The meeting no longer shows that it is being recorded',
  transcription: 'The meeting no longer shows that it is being transcribed',
  noteTaking: 'The meeting no longer shows that an assistant is taking notes',
} as const satisfies Readonly<Record<string, Message>>

const ROOMS: Readonly<Record<string, Message>> = {
  bedroom: '{who}: may be in a bedroom',
  bathroom: '{who}: may be in a bathroom',
  covered: '{who}: camera covered or dark',
  fine: '{who}: room looks fine',
}

const ROOM_CHECK = {
  on: 'The room check is on',
  off: 'The room check is off',
  failed: 'The room check stopped working',
} as const satisfies Readonly<Record<string, Message>>

const ANSWERS: Readonly<Record<PromptAnswer, Message>> = {
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
  endCall: 'end the call',
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
} as const satisfies Readonly<Record<CommandKind, Message>>

function outcomeWords(outcome: Outcome): string {
  if (outcome.result === 'done')
    return outcome.evidence === undefined
      ? t('done')
      : t('done — {evidence}', { evidence: outcome.evidence })
  return outcome.result === 'guided' ? t('shown where to click') : t('not possible here')
}

const ENDS: Readonly<Record<string, Message>> = {
  left: 'You left the call',
  removed: 'You were removed from the call',
  endedForAll: 'The call ended for everyone',
  interrupted: 'The lesson was interrupted; this is the last sign of it',
  closedByTeacher: 'The lesson was closed',
}
