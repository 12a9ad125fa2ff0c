import type { Access, Health, HealthItem, Observation } from '../../meeting/index.ts'
import { noteCall, type MeetPage } from './page.ts'
import { lockHealth, readAccess } from './read-access.ts'
import { chatHealth, readChat, type Chat } from './read-chat.ts'
import { lobbyHealth, readLobby, type Lobby } from './read-lobby.ts'
import { readNotices } from './read-notices.ts'
import { cameraHealth, mergePeople, peopleHealth, type People } from './read-people.ts'
import {
  codeInPage,
  codeInUrl,
  readPlace,
  readTitle,
  readVariant,
  type Place,
} from './read-place.ts'
import { readDeviceCount, readRoster, type Roster } from './read-roster.ts'
import { readIsHost, readOwn, type Own } from './read-self.ts'
import { readStage, type Stage } from './read-tiles.ts'

const UNPLACED: Place = { phase: 'unknown' }
const NO_STAGE: Stage = { tiles: [], shares: [] }
const NO_ROSTER: Roster = { rows: [], visibleCount: 0, cut: false, inPage: false }
const NO_OWN: Own = { camera: 'unknown', microphone: 'unknown', presenting: 'unknown' }
const NO_PEOPLE: People = {
  people: [],
  shares: [],
  selfIsHost: false,
  selfPresents: false,
  called: false,
}
const NO_LOBBY: Lobby = { rows: [], folded: false }
const NO_CHAT: Chat = { lines: [], cut: false, missed: false }
const NO_ACCESS: Access = { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' }
const NO_NOTICES = {
  recording: 'unknown',
  transcription: 'unknown',
  noteTaking: 'unknown',
} as const

/**
 * One full reading of a Meet page. Never throws. A part that fails alone is empty and its health says `readerFailed`; the others
 * stand. Where no call is, nothing of a call is read: what is left of the last one in the page is not now.
 */
export function readMeet(page: MeetPage, url: URL): Observation {
  const failed = new Set<string>()
  const attempt = <T>(part: string, read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch {
      failed.add(part)
      return otherwise
    }
  }
  const code = attempt('place', () => codeInUrl(url) ?? codeInPage(page), undefined) ?? ''
  noteCall(page.memory, code)
  const title = attempt('title', () => readTitle(page), '')
  const found = attempt('stage', () => readStage(page), NO_STAGE)
  const place = attempt('place', () => placeOf(page, url, code, found), UNPLACED)
  const { phase } = place
  page.memory.phase = phase
  const open = phase === 'inCall' || phase === 'unknown'

  const stage = open ? found : NO_STAGE
  const roster = open ? attempt('roster', () => readRoster(page), NO_ROSTER) : NO_ROSTER
  const deviceCount = open ? attempt('count', () => readDeviceCount(page), undefined) : undefined
  const own = attempt('own', () => readOwn(page, stage.shares), NO_OWN)
  const merged = attempt(
    'people',
    () => mergePeople(page, stage, roster, own, deviceCount),
    NO_PEOPLE,
  )
  const { people, shares } = merged
  const isHost = open
    ? attempt('host', () => readIsHost(page, merged.selfIsHost), 'unknown' as const)
    : 'unknown'
  const lobby = open ? attempt('lobby', () => readLobby(page), NO_LOBBY) : NO_LOBBY
  const chat = open ? attempt('chat', () => readChat(page, people), NO_CHAT) : NO_CHAT
  const notices = attempt('notices', () => readNotices(page), NO_NOTICES)
  const access = open ? attempt('access', () => readAccess(page), NO_ACCESS) : NO_ACCESS
  const judge = (parts: readonly string[], item: () => HealthItem): HealthItem => {
    const part = parts.find((name) => failed.has(name))
    if (part !== undefined) return { level: 'blind', why: 'readerFailed', detail: part }
    return attempt<HealthItem>(parts[0] ?? '', item, { level: 'blind', why: 'readerFailed' })
  }
  const health: Health = {
    people: judge(['people', 'stage', 'roster', 'count', 'place'], () =>
      peopleHealth(page, phase, stage, roster, merged, deviceCount),
    ),
    lobby: judge(['lobby', 'place'], () =>
      lobbyHealth(page, phase, isHost, lobby, roster.visibleCount > 0),
    ),
    cameras: judge(['people', 'stage', 'place'], () =>
      cameraHealth(page, phase, people, deviceCount),
    ),
    chat: judge(['chat', 'place'], () => chatHealth(page, phase, chat)),
    lock: judge(['access', 'place'], () => lockHealth(page, phase, isHost, access)),
  }
  return {
    platform: 'meet',
    code,
    title,
    phase,
    ...(place.endReason === undefined ? {} : { endReason: place.endReason }),
    variant: attempt('variant', () => readVariant(page), 'meet-unknown'),
    people,
    ...(deviceCount === undefined ? {} : { deviceCount }),
    self: {
      ...(merged.selfId === undefined ? {} : { id: merged.selfId }),
      ...(merged.selfName === undefined ? {} : { name: merged.selfName }),
      isHost,
      role: isHost === 'yes' ? 'organiser' : isHost === 'no' ? 'attendee' : 'unknown',
      ...own,
      // What we draw folds away while the class can see this screen: any sign of it counts.
      presenting: merged.selfPresents ? 'yes' : own.presenting,
    },
    lobby: {
      knocks: lobby.rows.map(({ knock }) => knock),
      ...(lobby.pending === undefined ? {} : { pending: lobby.pending }),
    },
    chat: chat.lines,
    shares,
    notices,
    access,
    health,
  }
}

function placeOf(page: MeetPage, url: URL, code: string, stage: Stage): Place {
  if (code === '' && url.hostname === 'meet.google.com') return { phase: 'elsewhere' }
  const named = stage.tiles.filter(({ name }) => name !== '').length
  return readPlace(page, named)
}
