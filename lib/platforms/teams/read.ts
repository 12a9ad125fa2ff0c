import type { Access, Health, HealthItem, Observation, SelfRole } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { readLabel } from './labels.ts'
import { keepToOneCall } from './one-call.ts'
import type { TeamsPage } from './page.ts'
import { lockHealth, lockNow, type LockNow, readAccess } from './read-access.ts'
import { type Chat, chatHealth, readChat } from './read-chat.ts'
import { type Lobby, lobbyHealth, readLobby } from './read-lobby.ts'
import { bannerTexts, readNotices } from './read-notices.ts'
import { codeOf } from './read-code.ts'
import { cameraHealth, peopleHealth, trustedCount } from './read-health.ts'
import { mergePeople, type People } from './read-people.ts'
import { type Client, type Place, readClient, readPlace, readTitle } from './read-place.ts'
import { readBadge, readRoster, type Roster } from './read-roster.ts'
import { type Own, readIsHost, readOwn, roleOf } from './read-self.ts'
import { readStage, type Stage } from './read-tiles.ts'

const UNPLACED: Place = { spot: 'unknown', phase: 'unknown' }
const NO_STAGE: Stage = { tiles: [], shares: [], hidden: 0, cut: false, offStage: false }
const NO_ROSTER: Roster = {
  rows: [],
  lobby: [],
  cut: false,
  unplaced: false,
  shown: false,
  atTop: true,
}
const NO_OWN: Own = { name: '', camera: 'unknown', microphone: 'unknown', presenting: 'unknown' }
const NO_PEOPLE: People = {
  people: [],
  shares: [],
  self: undefined,
  selfPresents: false,
  onStage: 0,
  called: false,
}
const NO_LOBBY: Lobby = { rows: [] }
const NO_CHAT: Chat = { lines: [], cut: false, writing: 'unknown' }
const NO_LOCK: LockNow = { state: 'unknown', seenAt: 'nowhere', label: '' }
const NO_ACCESS: Access = { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' }
const NO_NOTICES = {
  recording: 'unknown',
  transcription: 'unknown',
  noteTaking: 'unknown',
} as const

/** One reading with its parts, which actions need; only the observation leaves the content script. */
export interface Reading {
  readonly observation: Observation
  readonly place: Place
  readonly client: Client
  readonly role: SelfRole
  readonly stage: Stage
  readonly roster: Roster
  readonly people: People
  readonly lobby: Lobby
  readonly chat: Chat
  /** Participant ids; what the common vocabulary has no word for yet. */
  readonly handsRaised: readonly string[]
  readonly spotlighted: readonly string[]
}

/** What a part of the page says, or what stands for it where its reader fails; the name of the part is noted then. */
type Attempt = <T>(part: string, read: () => T, otherwise: T) => T

function attempting(failed: Set<string>): Attempt {
  return (part, read, otherwise) => {
    try {
      return read()
    } catch {
      failed.add(part)
      return otherwise
    }
  }
}

/** Who is in the call and which tile is whose. */
export interface Everybody {
  readonly place: Place
  readonly own: Own
  readonly stage: Stage
  readonly roster: Roster
  readonly count: number | undefined
  readonly people: People
}

/**
 * A reading of the people alone, for whoever asks several times a second whose tile is where. Never throws; a part that fails is empty.
 * Where no call is, nobody is read: what is left of the last one in the page is not now.
 */
export function readEverybody(
  page: TeamsPage,
  url: URL,
  attempt: Attempt = attempting(new Set()),
): Everybody {
  const found = attempt('stage', () => readStage(page), NO_STAGE)
  const place = attempt('place', () => readPlace(page, url, found.tiles.length), UNPLACED)
  const open = isOpen(place)
  const own = attempt('own', () => readOwn(page, open ? found : NO_STAGE), NO_OWN)
  if (!open)
    return { place, own, stage: NO_STAGE, roster: NO_ROSTER, count: undefined, people: NO_PEOPLE }
  const stage = attempt('stage', () => withAlone(page, found, own), found)
  const roster = attempt('roster', () => readRoster(page), NO_ROSTER)
  const badge = attempt('count', () => readBadge(page), undefined)
  const count = attempt('count', () => trustedCount(roster, badge, stage), undefined)
  const people = attempt('people', () => mergePeople(page, stage, roster, own, count), NO_PEOPLE)
  return { place, own, stage, roster, count, people }
}

/** A page that can't be placed may be a call all the same. */
const isOpen = ({ phase }: Place): boolean => phase === 'inCall' || phase === 'unknown'

/**
 * One full reading of a Teams page. Never throws. A part that fails alone is empty and its health says `readerFailed`; the others stand.
 */
export function readTeams(page: TeamsPage, url: URL): Reading {
  const failed = new Set<string>()
  const attempt = attempting(failed)
  const { place, own, stage, roster, count, people } = readEverybody(page, url, attempt)
  const { phase } = place
  const open = isOpen(place)
  const title = attempt('title', () => readTitle(page), '')
  const code = attempt('code', () => codeOf(page, url, place, title), '')
  keepToOneCall(page.memory, phase, code)
  const client = attempt('client', () => readClient(page, url), 'unknown' as const)
  const role = roleOf(page, people.self?.row, phase === 'inCall')
  const isHost = open
    ? attempt('host', () => readIsHost(page, role), 'unknown' as const)
    : 'unknown'
  const lobby = open ? attempt('lobby', () => readLobby(page, roster), NO_LOBBY) : NO_LOBBY
  const chat = open ? attempt('chat', () => readChat(page, own.name), NO_CHAT) : NO_CHAT
  // Read once for both; where that fails each fails by itself and says so.
  let banners: readonly string[] | undefined
  const said = () => (banners ??= bannerTexts(page, lobby))
  const notices = attempt('notices', () => readNotices(page, said()), NO_NOTICES)
  const lock = open ? attempt('access', () => lockNow(page, said()), NO_LOCK) : NO_LOCK
  const access = open ? attempt('access', () => readAccess(page, lock), NO_ACCESS) : NO_ACCESS
  const judge = (parts: readonly string[], item: () => HealthItem): HealthItem => {
    const part = parts.find((name) => failed.has(name))
    if (part !== undefined) return { level: 'blind', why: 'readerFailed', detail: part }
    return attempt<HealthItem>(parts[0] ?? '', item, { level: 'blind', why: 'readerFailed' })
  }
  const health: Health = {
    people: judge(['people', 'stage', 'roster', 'count', 'own', 'place'], () =>
      peopleHealth(page, phase, stage, roster, people, count),
    ),
    lobby: judge(['lobby', 'roster', 'host', 'place'], () =>
      lobbyHealth(page, phase, isHost, lobby, roster),
    ),
    cameras: judge(['people', 'stage', 'place'], () =>
      cameraHealth(page, phase, stage, people, count),
    ),
    chat: judge(['chat', 'place'], () => chatHealth(page, phase, chat)),
    lock: judge(['access', 'place'], () => lockHealth(phase, access, lock)),
  }
  const self = people.self?.participant
  const selfName = self?.name || own.name
  const observation: Observation = {
    platform: 'teams',
    code,
    title,
    phase,
    ...(place.endReason === undefined ? {} : { endReason: place.endReason }),
    variant: `teams-${client}`,
    people: people.people.map(({ participant }) => participant),
    ...(count === undefined ? {} : { deviceCount: count }),
    self: {
      ...(self === undefined ? {} : { id: self.id }),
      ...(selfName === '' ? {} : { name: selfName }),
      isHost,
      role,
      camera: own.camera === 'unknown' ? (self?.camera.state ?? 'unknown') : own.camera,
      microphone: own.microphone,
      // What we draw folds away while the class can see this screen: any sign of it counts.
      presenting: people.selfPresents ? 'yes' : own.presenting,
    },
    lobby: {
      knocks: lobby.rows.map(({ knock }) => knock),
      ...(lobby.pending === undefined ? {} : { pending: lobby.pending }),
    },
    chat: chat.lines,
    shares: people.shares,
    notices,
    access,
    health,
  }
  const withId = (accept: (one: People['people'][number]) => boolean) =>
    people.people.filter(accept).map(({ participant }) => participant.id)
  return {
    observation,
    place,
    client,
    role,
    stage,
    roster,
    people,
    lobby,
    chat,
    handsRaised: withId(
      ({ row, tile }) => row?.handRaised === true || tile?.label.states.has('hand') === true,
    ),
    spotlighted: withId(({ tile }) => tile !== undefined && isSpotlighted(page, tile)),
  }
}

function isSpotlighted(page: TeamsPage, { element, label }: Stage['tiles'][number]): boolean {
  return label.states.has('spotlight') || page.first('spotlight', element) !== undefined
}

/** In a call with nobody else there is one big avatar and no tile: it is one's own, if the name of the account is known. */
function withAlone(page: TeamsPage, stage: Stage, own: Own): Stage {
  if (stage.tiles.length > 0 || stage.offStage || own.name === '') return stage
  const element = page.first('aloneAvatar', page.doc, isDisplayed)
  if (element === undefined) return stage
  const tile = {
    element,
    name: own.name,
    badges: [],
    isSelf: true,
    mri: undefined,
    label: readLabel(page.looks.words, '', own.name),
    hasOutline: false,
    area: 1,
  }
  return { ...stage, tiles: [tile] }
}
