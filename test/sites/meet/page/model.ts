import type {
  SimAccess,
  SimCamera,
  SimEnd,
  SimLayout,
  SimPanel,
  SimPhase,
  SimRole,
  SimTimes,
} from '../sim.d.ts'
import type { Options } from './options.ts'

export interface Person {
  readonly id: string
  name: string
  readonly self: boolean
  role: SimRole
  readonly external: boolean
  camera: SimCamera
  microphone: boolean
  speaking: boolean
  hand: boolean
  presenting: boolean
  dropped: boolean
  pinned: boolean
  room: string
  figure: string
}

export interface Waiting {
  readonly key: string
  readonly who: Omit<Person, 'id'>
  readonly device: number | undefined
}

export interface Message {
  readonly id: string
  readonly sender: string
  readonly text: string
  readonly at: string
  readonly own: boolean
  readonly file: string | undefined
}

/** What a listener can wait for. `person` carries the id of the one who changed. */
export type Topic =
  | 'phase'
  | 'people'
  | 'person'
  | 'stream'
  | 'knocks'
  | 'access'
  | 'host'
  | 'notices'
  | 'chat'
  | 'panel'
  | 'layout'
  | 'captions'

/** The truth behind the page. Every view is drawn from it, whether a script or a click changed it. */
export class Model {
  readonly options: Options
  phase: SimPhase
  end: SimEnd | undefined
  readonly people = new Map<string, Person>()
  readonly waiting = new Map<string, Waiting>()
  readonly messages: Message[] = []
  /** The pictures that have arrived, by participant id; a share under its media id. */
  readonly streams = new Map<string, MediaStream>()
  readonly onStage = new Set<string>()
  access: { type: SimAccess['type']; askToJoin: boolean }
  host: {
    management: boolean
    letVideo: boolean
    letMicrophone: boolean
    letShare: boolean
    letMessages: boolean
    letReactions: boolean
  }
  recording: boolean
  notes: boolean
  captions = false
  panel: SimPanel | null = null
  layout: SimLayout
  tileLimit: number
  readonly times: SimTimes
  readonly space: string
  nextDevice = 193
  private nextKey = 1
  private readonly heard = new Map<Topic, Set<(id: string) => void>>()

  constructor(options: Options) {
    this.options = options
    this.phase = options.start
    this.access = { type: options.access, askToJoin: options.askToJoin }
    this.host = {
      management: options.management,
      letVideo: true,
      letMicrophone: true,
      letShare: true,
      letMessages: true,
      letReactions: true,
    }
    this.recording = options.recording
    this.notes = options.notes
    this.layout = options.layout
    this.tileLimit = options.tiles
    this.space = spaceOf(options.code)
    this.times = options.fast ? { ...quick } : { ...lifelike }
  }

  on(topic: Topic, listener: (id: string) => void): () => void {
    const set = this.heard.get(topic) ?? new Set()
    this.heard.set(topic, set)
    set.add(listener)
    return () => void set.delete(listener)
  }

  tell(topic: Topic, id = ''): void {
    for (const listener of [...(this.heard.get(topic) ?? [])]) listener(id)
  }

  newId(device?: number): string {
    if (device !== undefined) return `spaces/${this.space}/devices/${device}`
    let id: string
    do {
      id = `spaces/${this.space}/devices/${this.nextDevice}`
      this.nextDevice += 1
    } while (this.people.has(id))
    return id
  }

  newKey(): string {
    this.nextKey += 1
    return `knock-${this.nextKey - 1}`
  }

  self(): Person | undefined {
    return [...this.people.values()].find((person) => person.self)
  }

  person(id: string): Person {
    const found = id === 'self' ? this.self() : this.people.get(id)
    if (found === undefined) throw new Error(`Nobody in the call has the id "${id}".`)
    return found
  }

  /** What a person with the link but without an invitation gets. */
  stranger(): SimAccess['stranger'] {
    if (this.access.type === 'open') return 'walksIn'
    return this.access.askToJoin ? 'canAsk' : 'shutOut'
  }
}

const lifelike: SimTimes = {
  endedMs: 60_000,
  panelMs: 180,
  rebuildMs: 500,
  accessMs: 350,
  admitMs: 400,
  foldMs: 10_000,
  dropMs: 4_000,
  enterMs: 600,
}
const quick: SimTimes = {
  endedMs: 60_000,
  panelMs: 20,
  rebuildMs: 60,
  accessMs: 40,
  admitMs: 40,
  foldMs: 10_000,
  dropMs: 200,
  enterMs: 40,
}

/** An opaque space id that is the same each time for one code. */
function spaceOf(code: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789-_'
  let seed = 7
  for (const letter of code) seed = (seed * 31 + letter.charCodeAt(0)) % 2_147_483_647
  let id = ''
  for (let i = 0; i < 12; i += 1) {
    seed = (seed * 48_271) % 2_147_483_647
    id += letters[seed % letters.length] ?? 'x'
  }
  return id
}
