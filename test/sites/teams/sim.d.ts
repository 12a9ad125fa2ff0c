/**
 * The scripting surface of the simulated Teams: `window.sim` in the page's own world. It is the one of the simulated Meet
 * with more to it, so that a scenario can be played on either site. Everything in and out is JSON.
 */
import type {
  MeetSim,
  SimJoin,
  SimPanel,
  SimPerson,
  SimRole,
  SimState,
  SimTimes,
} from '../meet/sim.d.ts'

/** Which screen stands. `state().phase` says the same in the words of the simulated Meet. */
export type TeamsScreen =
  'app' | 'launcher' | 'prejoin' | 'connecting' | 'lobby' | 'call' | 'offStage' | 'ended'
export type MeetingRole = 'organiser' | 'coOrganiser' | 'presenter' | 'attendee'
/** School: an account of the same tenant. The others carry a badge, see README.md. */
export type Account = 'school' | 'guest' | 'external' | 'unverified'

export interface TeamsJoin extends Omit<SimJoin, 'role'> {
  /** "host" and "cohost" are the organiser and a co-organiser; "none" is what the meeting gives to newcomers. */
  readonly role?: SimRole | MeetingRole
  /** Default "school", or "external" with `external: true`. */
  readonly account?: Account
  /** A recording bot: its tile has no outline for the voice. */
  readonly bot?: boolean
  /** The tile's name tag stays empty, as one was seen (readings of 2026-09). */
  readonly noTag?: boolean
  /** Waits in the lobby among the suspected: can't be admitted without being asked once more (Teams facts §4). */
  readonly suspected?: boolean
}

export interface TeamsPerson extends SimPerson {
  readonly meetingRole: MeetingRole
  readonly account: Account
  /** Taken away by the organiser: this one person can't switch it on. */
  readonly microphoneOff: boolean
  readonly cameraOff: boolean
  readonly pinned: boolean
  readonly spotlit: boolean
}

export interface TeamsState extends SimState {
  readonly screen: TeamsScreen
  readonly client: 'full' | 'light'
  readonly meetingRole: MeetingRole
  readonly people: readonly TeamsPerson[]
  readonly locked: boolean
  /** The page of the gallery and how many there are, from 1. */
  readonly gallery: { readonly page: number; readonly pages: number }
  /** The modal box that stands, by what it asks. */
  readonly dialog: string | null
}

export interface TeamsTimes extends SimTimes {
  /** From "Join now" through the connecting screen. */
  connectMs: number
  /** From a click on an organiser's control to its being in force. */
  actMs: number
}

/** What an organiser can ask for; a deaf one takes the click and does nothing. */
export type Deed =
  | 'admit'
  | 'deny'
  | 'admitAll'
  | 'mute'
  | 'muteAll'
  | 'camera'
  | 'remove'
  | 'lock'
  | 'options'
  | 'end'
  | 'panel'

export interface TeamsSim extends MeetSim {
  /** Resolves to the person's MRI. */
  join(who: TeamsJoin): string
  knock(who: TeamsJoin): string | null
  /** Teams has people, chat and "host" (meeting options); the other two are refused with an error. */
  openPanel(panel: SimPanel | null): void
  lock(on: boolean): void
  setRole(id: string, role: MeetingRole): void
  /** The organiser takes a microphone or a camera away from one attendee, or gives it back. */
  disable(id: string, what: 'microphone' | 'camera', on: boolean): void
  pin(id: string, on: boolean): void
  spotlight(id: string, on: boolean): void
  /** Opens chat or calendar of the app over the running call, and comes back. Full client only. */
  offStage(on: boolean): void
  /** Page of the gallery, from 1. */
  galleryPage(page: number): void
  /** The received tracks of two people change places: same tracks, other pictures. */
  swapTracks(a: string, b: string): Promise<void>
  /** From now on these controls do nothing when they are clicked. */
  deaf(deeds: readonly Deed[]): void
  times(changed: Partial<TeamsTimes>): void
  state(): TeamsState
}
