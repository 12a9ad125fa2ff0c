import type { SimAccess, SimCamera, SimEnd, SimLayout, SimPanel } from '../../meet/sim.d.ts'
import type { Account, Deed, MeetingRole, TeamsScreen, TeamsTimes } from '../sim.d.ts'
import type { Options } from './options.ts'

export interface Person {
  /** The MRI, "8:orgid:…" and its kin: the key of the rows in the page (Teams facts §3). */
  readonly id: string
  name: string
  readonly self: boolean
  role: MeetingRole
  readonly account: Account
  readonly bot: boolean
  readonly noTag: boolean
  camera: SimCamera
  microphone: boolean
  /** Taken away by the organiser. */
  cameraBlocked: boolean
  microphoneBlocked: boolean
  speaking: boolean
  hand: boolean
  presenting: boolean
  dropped: boolean
  pinned: boolean
  spotlit: boolean
  room: string
  figure: string
}

export interface Waiting {
  readonly key: string
  readonly id: string
  readonly who: Omit<Person, 'id'>
  readonly suspected: boolean
}

export interface Message {
  /** Unix time in ms, as the page's own ids have it. */
  readonly id: number
  readonly sender: string
  readonly text: string
  readonly own: boolean
  readonly file: string | undefined
}

/** What a listener can wait for. `person` and `stream` carry the id of the one who changed. */
export type Topic =
  | 'screen'
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
  | 'stage'
  | 'captions'

export type Dial = 'camera' | 'microphone'

/** The truth behind the page. Every view is drawn from it, whether a script or a click changed it. */
export class Model {
  readonly options: Options
  screen: TeamsScreen
  end: SimEnd | undefined
  readonly people = new Map<string, Person>()
  readonly waiting = new Map<string, Waiting>()
  readonly messages: Message[] = []
  /** The pictures that have arrived, by MRI; a share under `share:` and the owner's MRI. */
  readonly streams = new Map<string, MediaStream>()
  /** Whose tile has a place on the stage now. Only their pictures are received. */
  readonly onStage = new Set<string>()
  access: SimAccess['type']
  locked: boolean
  host = { letVideo: true, letMicrophone: true, letShare: true, letMessages: true }
  recording: boolean
  notes = false
  captions = false
  panel: SimPanel | null = null
  layout: SimLayout
  tileLimit: number
  page = 1
  pages = 1
  dialog: string | null = null
  deaf: ReadonlySet<Deed> = new Set()
  readonly times: TeamsTimes
  private nextKey = 1
  private readonly heard = new Map<Topic, Set<(id: string) => void>>()

  constructor(options: Options) {
    this.options = options
    this.screen = options.start
    this.access = options.access
    this.locked = options.locked
    this.recording = options.recording
    this.layout = options.layout
    this.tileLimit = options.tiles
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

  get inCall(): boolean {
    return this.screen === 'call' || this.screen === 'offStage'
  }

  /** Organisers and co-organisers have the meeting's options, the lock and the end for everyone. */
  organises(): boolean {
    const role = this.self()?.role ?? this.options.role
    return role === 'organiser' || role === 'coOrganiser'
  }

  /** Presenters too may admit, mute and remove (Teams facts §4, "who may admit"). */
  presides(): boolean {
    return this.organises() || (this.self()?.role ?? this.options.role) === 'presenter'
  }

  /** Whether somebody may switch a camera or microphone on. The hard mute acts on attendees only (Teams facts §5). */
  may(person: Person, what: Dial): boolean {
    if (what === 'camera' ? person.cameraBlocked : person.microphoneBlocked) return false
    const open = what === 'camera' ? this.host.letVideo : this.host.letMicrophone
    return open || person.role !== 'attendee'
  }

  /** What a person with the link but outside the organisation gets. */
  stranger(): SimAccess['stranger'] {
    if (this.locked) return 'shutOut'
    return this.access === 'open' ? 'walksIn' : 'canAsk'
  }
}

const lifelike: TeamsTimes = {
  endedMs: 60_000,
  panelMs: 1_200,
  rebuildMs: 500,
  accessMs: 350,
  admitMs: 700,
  foldMs: 10_000,
  dropMs: 4_000,
  enterMs: 600,
  connectMs: 900,
  actMs: 400,
}
const quick: TeamsTimes = {
  endedMs: 60_000,
  panelMs: 20,
  rebuildMs: 60,
  accessMs: 40,
  admitMs: 40,
  foldMs: 10_000,
  dropMs: 200,
  enterMs: 40,
  connectMs: 40,
  actMs: 30,
}
