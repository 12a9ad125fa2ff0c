/**
 * The vocabulary for what can be seen of a meeting. Adapters fill it, everything else only reads it.
 *
 * Two rules run through every type:
 *  - "not seen" and "seen to be off" are different answers;
 *  - a list is only as good as its `Health`: from a partial list people can be added, never removed.
 */

export type Platform = 'meet' | 'teams'

/** Where the meeting page is. `elsewhere` is a page of the site that is no meeting; `unknown` a page we can't place. */
export type Phase = 'elsewhere' | 'greenRoom' | 'waiting' | 'inCall' | 'ended' | 'unknown'

/** The teacher's own rank in the call, in words that fit both sites. `unknown` until the page has shown it. */
export const SELF_ROLES = ['organiser', 'coorganiser', 'presenter', 'attendee', 'unknown'] as const
export type SelfRole = (typeof SELF_ROLES)[number]

/** Why a call ended, where the page says so. */
export type EndReason = 'left' | 'removed' | 'endedForAll' | 'denied' | 'unknown'

/** `unknown` means that the page gave no sign either way. */
export type Tri = 'yes' | 'no' | 'unknown'

export type HealthLevel = 'complete' | 'partial' | 'blind'

/** Why a reading is less than complete. A closed list, so that the wording and the record can be translated. */
export const HEALTH_REASONS = [
  'panelNeverOpened',
  'panelClosed',
  'listShorterThanCount',
  'notInCall',
  'noTiles',
  'tilesHidden',
  'notAHost',
  'pageNotRecognised',
  'otherFrame',
  'badgeMissing',
  'badgeWordingUnknown',
  'tabHidden',
  'pageSilent',
  'readerFailed',
] as const
export type HealthReason = (typeof HEALTH_REASONS)[number]

/** How well one thing can be read right now. */
export type HealthItem =
  | { readonly level: 'complete' }
  | { readonly level: 'partial' | 'blind'; readonly why: HealthReason; readonly detail?: string }

/** The five things whose reading is always shown and always recorded. */
export interface Health {
  readonly people: HealthItem
  readonly lobby: HealthItem
  readonly cameras: HealthItem
  readonly chat: HealthItem
  readonly lock: HealthItem
}
export type HealthTopic = keyof Health
export const HEALTH_TOPICS = [
  'people',
  'lobby',
  'cameras',
  'chat',
  'lock',
] as const satisfies readonly HealthTopic[]

/** Why the camera is taken to be on, off or not known. Black and covered pictures are judged from frames, not here. */
export type CameraWhy =
  | 'livePicture' // a displayed video with a live track and real dimensions
  | 'noVideoElement'
  | 'videoHidden' // display:none or an empty srcObject: turned off during the call
  | 'trackEnded'
  | 'noFramesYet' // a live track that has not delivered a picture
  | 'noTile' // the person is in the list but has no tile on the stage
  | 'ownToggle' // read from the person's own camera button (self only)
  | 'cannotTell'

export interface CameraReading {
  readonly state: 'on' | 'off' | 'unknown'
  readonly why: CameraWhy
}

/**
 * One device in the call. On Meet a person who joins twice has two of these with one name and two ids.
 * `id` is the site's own opaque id (`data-participant-id` on Meet) and is the join key of tile and list row.
 */
export interface Participant {
  readonly id: string
  /** The name as shown, trimmed of the site's icon words, clipped to MAX_NAME characters, otherwise untouched. */
  readonly name: string
  readonly isSelf: boolean
  readonly role: 'host' | 'cohost' | 'none' | 'unknown'
  readonly camera: CameraReading
  readonly microphone: 'on' | 'off' | 'unknown'
  readonly presenting: boolean
  /** Decorations that the site shows beside the name, e.g. "Visitor": kept for the record, not part of the name. */
  readonly decorations: readonly string[]
  readonly seenIn: { readonly tile: boolean; readonly list: boolean }
}

/** Somebody who waits to be let in. The sites show no stable id for them: `key` is stable only while the row stays. */
export interface Knock {
  readonly key: string
  readonly name: string
  readonly decorations: readonly string[]
}

export interface ChatLine {
  readonly id: string
  readonly sender: string
  /** Plain text, clipped to MAX_CHAT characters. */
  readonly text: string
  /** As the site shows it, e.g. "10:03"; not parsed. */
  readonly timeShown: string
  readonly own: boolean
  readonly hasFile: boolean
}

/** A screen share on the stage. */
export interface Share {
  readonly mediaId: string
  readonly ownerId?: string
  readonly ownerName?: string
  readonly own: boolean
}

/** Who may come in. On Meet this is read from the access badge. */
export interface Access {
  readonly state: 'open' | 'trusted' | 'restricted' | 'locked' | 'unknown'
  readonly askToJoin: 'on' | 'off' | 'unknown'
  /** What was looked at, for the record. */
  readonly seenAt: 'badge' | 'panel' | 'nowhere'
  /** The site's own wording, clipped. */
  readonly label: string
}

/** Where the looks that a page was read by come from: shipped with the extension, a technician's file, the school's settings. */
export const LOOKS_FROM = ['shipped', 'file', 'school'] as const
export type LooksFrom = (typeof LOOKS_FROM)[number]

/** By which selector pack a page was read. */
export interface Looks {
  /** Day of the newest observation in the pack, e.g. "2026-09-27": its version. */
  readonly asOf: string
  readonly from: LooksFrom
}

/** One full reading of the page. Sent as is to the background, which treats it as a claim by an untrusted page. */
export interface Observation {
  readonly platform: Platform
  /** Code of the meeting, e.g. "abc-defg-hij"; empty where the page is no meeting. */
  readonly code: string
  readonly title: string
  readonly phase: Phase
  readonly endReason?: EndReason
  /** Which generation of the site's interface was recognised, e.g. "meet-2026". */
  readonly variant: string
  /** Left out where the page was read without a choice of packs (tools, tests): by the shipped one. */
  readonly looks?: Looks
  readonly people: readonly Participant[]
  /** Devices in the call by the site's own count, where it is shown. */
  readonly deviceCount?: number
  readonly self: {
    readonly id?: string
    readonly name?: string
    readonly isHost: Tri
    /** Left out where the page was not asked for it: as `unknown`. */
    readonly role?: SelfRole
    readonly camera: 'on' | 'off' | 'unknown'
    readonly microphone: 'on' | 'off' | 'unknown'
    readonly presenting: Tri
  }
  readonly lobby: {
    readonly knocks: readonly Knock[]
    /** How many wait by the site's pill, also when their names can't be seen. */
    readonly pending?: number
  }
  readonly chat: readonly ChatLine[]
  readonly shares: readonly Share[]
  readonly notices: {
    readonly recording: Tri
    readonly transcription: Tri
    readonly noteTaking: Tri
  }
  readonly access: Access
  readonly health: Health
}

/** Longest name kept from a page; a longer one is clipped with an ellipsis before it leaves the content script. */
export const MAX_NAME = 200
export const MAX_CHAT = 2000
/** A page can claim any number of people; more than this are dropped and the people health is partial. */
export const MAX_PEOPLE = 1000
