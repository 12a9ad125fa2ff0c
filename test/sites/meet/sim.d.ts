/** The scripting surface of the simulated Meet: `window.sim` in the page's own world. Everything in and out is JSON. */

export type SimPhase = 'elsewhere' | 'greenRoom' | 'waiting' | 'inCall' | 'ended'
export type SimEnd = 'left' | 'removed' | 'endedForAll' | 'denied' | 'noResponse' | 'callEnded'
export type SimCamera = 'on' | 'off' | 'covered'
export type SimRole = 'host' | 'cohost' | 'none'
export type SimAccessType = 'open' | 'trusted' | 'restricted'
export type SimLayout = 'auto' | 'tiled' | 'sidebar' | 'spotlight'
export type SimPanel = 'people' | 'chat' | 'details' | 'tools' | 'host'

export interface SimJoin {
  readonly name: string
  /** A picture of scenes.json by file, or a kind of room such as "bedroom"; taken in turn when it is left out. */
  readonly room?: string
  /** A person of scenes.json by file; taken in turn when it is left out, nobody in front of the room with "none". */
  readonly person?: string
  /** Default "on". */
  readonly camera?: SimCamera
  /** Default off. */
  readonly microphone?: 'on' | 'off'
  readonly role?: SimRole
  /** Without an account of the school: the row says "Visitor". */
  readonly external?: boolean
  /** The number at the end of the participant id; the next free one when it is left out. */
  readonly device?: number
}

export interface SimPerson {
  readonly id: string
  readonly name: string
  readonly self: boolean
  readonly role: SimRole
  readonly external: boolean
  readonly camera: SimCamera
  readonly microphone: 'on' | 'off'
  readonly speaking: boolean
  readonly hand: boolean
  readonly presenting: boolean
  readonly room: string
  /** Their tile is on the stage right now. */
  readonly tile: boolean
  /** The connection is lost and the tile stands still. */
  readonly dropped: boolean
}

export interface SimKnock {
  readonly key: string
  readonly name: string
}

export interface SimAccess {
  readonly type: SimAccessType
  readonly askToJoin: boolean
  /** What a stranger with the link gets right now. */
  readonly stranger: 'walksIn' | 'canAsk' | 'shutOut'
}

export interface SimState {
  readonly phase: SimPhase
  readonly end?: SimEnd
  readonly ui: '2025' | '2026'
  readonly people: readonly SimPerson[]
  readonly knocks: readonly SimKnock[]
  readonly access: SimAccess
  readonly host: {
    readonly isHost: boolean
    readonly management: boolean
    readonly letVideo: boolean
    readonly letMicrophone: boolean
    readonly letShare: boolean
    readonly letMessages: boolean
  }
  readonly panel: SimPanel | null
  readonly recording: boolean
  readonly notes: boolean
  readonly chat: readonly { sender: string; text: string; own: boolean; file?: string }[]
  readonly layout: SimLayout
  /** How the pictures come: over the peer connection, straight from a canvas, or the connection failed. */
  readonly video: 'peer' | 'canvas' | 'failed'
}

export interface SimTimes {
  /** From the ended screen to the home page. Meet facts §1: about 60 s. */
  endedMs: number
  /** From opening a panel to its contents. */
  panelMs: number
  /** The host controls are rebuilt this long after host management is switched on. */
  rebuildMs: number
  /** From choosing another access to its being in force and on the badge. */
  accessMs: number
  /** From a click on an admit button to the guest's being in. */
  admitMs: number
  /** "Waiting to join" folds itself away. Meet facts §4: about 10 s. */
  foldMs: number
  /** A dropped person's tile stands still this long before it goes. */
  dropMs: number
  /** From "Join now" to being in the call. */
  enterMs: number
}

export interface MeetSim {
  /** Resolves to the participant id. */
  join(who: SimJoin): string
  leave(id: string): void
  /** The connection is lost: the picture stands still, after `dropMs` the person is gone. Resolves when gone. */
  drop(id: string): Promise<void>
  rename(id: string, name: string): void
  /** False when the host has locked everyone's video and `on` is not possible. */
  camera(id: string, camera: SimCamera): boolean
  microphone(id: string, state: 'on' | 'off'): void
  moveRoom(id: string, room: string): void
  speak(id: string, on: boolean, caption?: string): void
  hand(id: string, on: boolean): void
  /** A key; or the new participant's id where the call is open and they walk in; or null where they are shut out. */
  knock(who: SimJoin): string | null
  /** The guest gives up or is denied. */
  denyOrLeaveKnock(key: string): void
  admit(key: string): Promise<string>
  admitAll(): Promise<readonly string[]>
  chat(sender: string, text: string, extra?: { file?: string; at?: string }): void
  /** "self" or a participant id. */
  present(id: string, on: boolean): void
  record(on: boolean): void
  notes(on: boolean): void
  setAccess(access: { type?: SimAccessType; askToJoin?: boolean }): void
  layout(layout: SimLayout): void
  /** Changes the tile limit (default 49). */
  tiles(limit: number): void
  /** The tiles of two people change places without either element being rebuilt: same elements, other people. */
  reuseTiles(a: string, b: string): void
  toGreenRoom(): void
  wait(): void
  enterCall(): void
  end(reason: SimEnd): void
  times(changed: Partial<SimTimes>): void
  openPanel(panel: SimPanel | null): void
  /** Resolves when the person's picture has moved on the page; rejects after `ms`. */
  videoReady(id: string, ms?: number): Promise<{ width: number; height: number }>
  state(): SimState
}

declare global {
  interface Window {
    sim: MeetSim
    /** Resolves when the page stands and its pictures are loaded. */
    simReady: Promise<void>
  }
}
