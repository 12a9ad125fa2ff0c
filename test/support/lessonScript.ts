import type { Knock, Observation, Participant } from '../../lib/meeting/index.ts'
import type { RoomVerdictKind, SessionEvent } from '../../lib/session/events.ts'
import { ALL_COMPLETE, observation, participant } from './observe.ts'

/** What the teacher says to the extension, as far as a lesson of the vectors has it. */
export type Said = Extract<
  SessionEvent,
  {
    type:
      | 'classChosen'
      | 'ticked'
      | 'adultSeen'
      | 'note'
      | 'emergency'
      | 'concern'
      | 'answered'
      | 'oneToOne'
      | 'lockDeadline'
  }
>

/** A moment of a lesson: what the page shows from then on, what the room model sees, and what the teacher says. */
export interface LessonStep {
  /** Milliseconds since 1970, as the lesson is told. */
  readonly at: number
  readonly sees: Observation
  readonly rooms: readonly { readonly id: string; readonly verdict: RoomVerdictKind }[]
  readonly says: readonly Said[]
}

/** What a chat line must hold so that it is flagged. */
const TELLING = 'ring me on 07700 900123'

/**
 * A lesson that is told as a journal (`test/vectors/lessons`), turned back into what led to that journal: what the meeting's page showed
 * and what the teacher said. What the extension writes by itself (prompts, commands, who was taken out) is left out: it has to come again.
 */
export function scriptOf(events: readonly SessionEvent[]): readonly LessonStep[] {
  const page = new ShownPage()
  const steps: LessonStep[] = []
  for (const at of new Set(events.map((event) => event.at))) {
    const now = events.filter((event) => event.at === at)
    for (const event of now) page.take(event)
    const says = now.filter(isSaid)
    const rooms = now.flatMap((event) =>
      event.type === 'room' ? [{ id: event.id, verdict: event.verdict }] : [],
    )
    steps.push({ at, sees: page.shown(), rooms, says })
  }
  return steps
}

const SAID: ReadonlySet<SessionEvent['type']> = new Set<Said['type']>([
  'classChosen',
  'ticked',
  'adultSeen',
  'note',
  'emergency',
  'concern',
  'answered',
  'oneToOne',
  'lockDeadline',
])

function isSaid(event: SessionEvent): event is Said {
  if (event.type === 'lockDeadline') return event.by === 'teacher'
  // That the call ended is seen, not said.
  if (event.type === 'emergency') return event.step !== 'endedForAll'
  return SAID.has(event.type)
}

class ShownPage {
  readonly #people = new Map<string, Participant>()
  readonly #knocks = new Map<string, Knock>()
  #seen: Observation = observation()

  take(event: SessionEvent): void {
    switch (event.type) {
      case 'started':
        this.#seen = { ...this.#seen, code: event.code, title: event.title }
        return
      case 'joined': {
        const { id, name, ...more } = event.person
        this.#people.set(id, participant(id, name, { ...more, camera: OFF }))
        return
      }
      case 'left':
        this.#people.delete(event.id)
        return
      case 'renamed':
        return this.#change(event.id, { name: event.to })
      case 'camera':
        return this.#change(event.id, { camera: event.reading })
      case 'presenting':
        return this.#change(event.id, { presenting: event.on })
      case 'knocked':
        this.#knocks.set(event.key, { key: event.key, name: event.name, decorations: [] })
        return
      case 'knockGone':
        this.#knocks.delete(event.key)
        return
      case 'access':
        this.#seen = { ...this.#seen, access: event.access }
        return
      case 'health':
        this.#seen = { ...this.#seen, health: { ...this.#seen.health, [event.topic]: event.item } }
        return
      case 'notice':
        this.#seen = {
          ...this.#seen,
          notices: { ...this.#seen.notices, [event.what]: event.state },
        }
        return
      case 'chatFlag':
        return this.#line(event.lineId, event.sender, TELLING, false)
      case 'chatSeen':
        return this.#line(event.lineId, event.sender, 'See this', event.what === 'file')
      case 'ended':
        this.#people.clear()
        this.#seen = observation([], {
          code: this.#seen.code,
          phase: 'ended',
          endReason: event.reason === 'endedForAll' ? 'endedForAll' : 'left',
        })
        return
      default:
        return
    }
  }

  shown(): Observation {
    const people = [...this.#people.values()]
    const self = people.find((one) => one.isSelf)
    return structuredClone({
      ...this.#seen,
      people,
      deviceCount: people.length,
      lobby: { knocks: [...this.#knocks.values()] },
      shares: people
        .filter((one) => one.presenting)
        .map(({ id, name }) => ({
          mediaId: `share-${id}`,
          ownerId: id,
          ownerName: name,
          own: false,
        })),
      ...(self === undefined
        ? {}
        : { self: { ...this.#seen.self, id: self.id, name: self.name, isHost: 'yes' as const } }),
      health: { ...ALL_COMPLETE, ...this.#seen.health },
    })
  }

  #change(id: string, change: Partial<Participant>): void {
    const before = this.#people.get(id)
    if (before !== undefined) this.#people.set(id, { ...before, ...change })
  }

  #line(id: string, sender: string, text: string, hasFile: boolean): void {
    const line = { id, sender, text, hasFile, timeShown: '10:03', own: false }
    this.#seen = { ...this.#seen, chat: [...this.#seen.chat, line] }
  }
}

const OFF = { state: 'off', why: 'noVideoElement' } as const
