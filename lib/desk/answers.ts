import type { Command } from '../meeting/index.ts'
import { removedBy } from '../protocol/findings/copies.ts'
import type { Match } from '../register/index.ts'
import type { PromptAnswer, PromptState, SessionEventBody, SessionState } from '../session/index.ts'

/** What an answer sets in motion besides being written down. */
export interface Effects {
  readonly events: readonly SessionEventBody[]
  readonly commands: readonly Command[]
  /** Names that the answer says belong to several children behind one device. */
  readonly fixes: readonly {
    readonly id: string
    readonly shown: string
    readonly personIds: readonly string[]
  }[]
  /** Participant ids whose present scene is not to be asked about again. */
  readonly silence: readonly string[]
}

const MINUTE = 60_000

/** The teacher's answer is her own click: only here do commands for the meeting come from. Pure. */
export function effectsOf(
  state: SessionState,
  prompt: PromptState,
  { answer, note = '' }: { readonly answer: PromptAnswer; readonly note?: string | undefined },
  now: number,
  matches: ReadonlyMap<string, Match> = new Map(),
): Effects {
  switch (answer) {
    case 'lockNow':
      return { ...NONE, commands: [{ kind: 'lock' }] }
    case 'wait': {
      const from = Math.max(state.lockDeadline?.dueAt ?? now, now)
      return { ...NONE, events: [{ type: 'lockDeadline', dueAt: from + MINUTE, by: 'teacher' }] }
    }
    case 'looksFine':
      return { ...NONE, silence: prompt.about }
    case 'cameraOff':
      return {
        ...NONE,
        commands: people(state, prompt).map((person) => ({ kind: 'cameraOff', ...person })),
      }
    case 'remove': {
      // Of two under one name only who took it goes, never its owner.
      const gone = { ...prompt, about: removedBy(prompt, state.people) }
      return {
        ...NONE,
        commands: people(state, gone).map((person) => ({ kind: 'remove', ...person })),
      }
    }
    case 'admit':
    case 'deny':
      return {
        ...NONE,
        commands: knocks(state, prompt).map((knock) => ({ kind: answer, ...knock })),
      }
    case 'expected':
      return {
        ...NONE,
        events: [...people(state, prompt), ...knocks(state, prompt)].map(({ name }) => ({
          type: 'visitorExpected',
          shown: name,
          note: '',
        })),
      }
    case 'adultSeen':
      return {
        ...NONE,
        events: people(state, prompt).map(({ id }) => ({ type: 'adultSeen', id, seen: true })),
      }
    case 'hold':
      return {
        ...NONE,
        // The reason first: it belongs to the stay that ends now.
        events: people(state, prompt).map(({ id, name }) => ({
          type: 'held',
          id,
          name,
          why: 'noAdult',
        })),
        commands: people(state, prompt).map((person) => ({ kind: 'remove', ...person })),
      }
    case 'seen':
      return {
        ...NONE,
        fixes: people(state, prompt).flatMap(({ id, name }) => {
          const match = prompt.kind === 'unknownPerson' ? matches.get(id) : undefined
          return match?.kind === 'ambiguous' && match.together !== undefined
            ? [{ id, shown: name, personIds: match.together }]
            : []
        }),
      }
    case 'endCall':
      return { ...NONE, commands: [{ kind: 'endForAll' }] }
    case 'reason':
      // It stands with the step it excuses as well, where that is one of the school's.
      return {
        ...NONE,
        events: prompt.clauses
          .filter((clause) => clause === 'EG-5')
          .map((clause) => ({ type: 'ticked', clause, on: true, note })),
      }
    case 'later':
      // About somebody at the door it reads "Leave waiting", and is the same as that button in the list.
      return {
        ...NONE,
        events: knocks(state, prompt).map((knock) => ({ type: 'leftWaiting', ...knock })),
      }
    case 'askToMove':
    case 'askCameraOn':
    case 'dismissed':
    case 'cleared':
    case 'withdrawn':
      return NONE
  }
}

const NONE: Effects = { events: [], commands: [], fixes: [], silence: [] }

function people(state: SessionState, prompt: PromptState): readonly { id: string; name: string }[] {
  return state.people
    .filter((person) => person.present && prompt.about.includes(person.id))
    .map(({ id, name }) => ({ id, name }))
}

function knocks(
  state: SessionState,
  prompt: PromptState,
): readonly { key: string; name: string }[] {
  return state.knocks
    .filter((knock) => prompt.about.includes(knock.key))
    .map(({ key, name }) => ({ key, name }))
}
