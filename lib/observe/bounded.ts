import { atMostPeople, MAX_CHAT, MAX_NAME, MAX_PEOPLE } from '../meeting/index.ts'
import type {
  ChatLine,
  Health,
  HealthItem,
  Knock,
  Observation,
  Participant,
  Share,
} from '../meeting/index.ts'

/**
 * A reading as the background takes it. The background refuses what is longer than it ever is on a real page; so that one person with an
 * endless id does not make it deaf to all the others, the page's excess is left out here, and where people are left out that is said.
 */
const MAX_ID = 300
const MAX_LABEL = 500
const MAX_CHAT_LINES = 1000
const MAX_SHARES = 50
const MAX_DECORATIONS = 20
const MAX_DECORATION = 100
const MAX_CODE = 200
const MAX_VARIANT = 100
const MAX_TIME = 50
const MAX_COUNT = 100_000

export function bounded(seen: Observation): Observation {
  if (isBounded(seen)) return seen
  const people = atMostPeople(seen.people.filter(hasId), ({ isSelf }) => isSelf).map(person)
  const knocks = seen.lobby.knocks
    .filter(({ key }) => isId(key))
    .slice(0, MAX_PEOPLE)
    .map(knock)
  const lost = {
    people: people.length < seen.people.length,
    lobby: knocks.length < seen.lobby.knocks.length,
  }
  const { deviceCount, ...rest } = seen
  const { pending } = seen.lobby
  const health = shortHealth(seen.health)
  return {
    ...rest,
    title: seen.title.slice(0, MAX_LABEL),
    code: seen.code.slice(0, MAX_CODE),
    variant: seen.variant.slice(0, MAX_VARIANT),
    people,
    // A number that no call has is as if none were shown.
    ...(isCount(deviceCount) ? { deviceCount } : {}),
    self: self(seen.self),
    lobby: { knocks, ...(isCount(pending) ? { pending } : {}) },
    chat: seen.chat.filter(hasId).slice(-MAX_CHAT_LINES).map(line),
    shares: seen.shares.filter(hasIds).slice(0, MAX_SHARES).map(share),
    access: { ...seen.access, label: seen.access.label.slice(0, MAX_LABEL) },
    health: {
      ...health,
      ...(lost.people && health.people.level === 'complete' ? { people: SHORT } : {}),
      ...(lost.lobby && health.lobby.level === 'complete' ? { lobby: SHORT } : {}),
    },
  }
}

const SHORT = { level: 'partial', why: 'listShorterThanCount' } as const

const isId = (id: string): boolean => id !== '' && id.length <= MAX_ID
const hasId = ({ id }: { readonly id: string }): boolean => isId(id)
const hasIds = ({ mediaId, ownerId }: Share): boolean =>
  isId(mediaId) && (ownerId === undefined || isId(ownerId))
const isCount = (count: number | undefined): count is number =>
  Number.isInteger(count) && count !== undefined && count >= 0 && count <= MAX_COUNT
const isName = (name: string | undefined): boolean =>
  name === undefined || name.length <= MAX_NAME + 1

function self({ id, name, ...rest }: Observation['self']): Observation['self'] {
  return {
    ...rest,
    ...(id !== undefined && isId(id) ? { id } : {}),
    ...(name === undefined ? {} : { name: name.slice(0, MAX_NAME + 1) }),
  }
}

function share({ ownerName, ...rest }: Share): Share {
  return ownerName === undefined ? rest : { ...rest, ownerName: ownerName.slice(0, MAX_NAME + 1) }
}

function shortHealth({ people, lobby, cameras, chat, lock }: Health): Health {
  return {
    people: short(people),
    lobby: short(lobby),
    cameras: short(cameras),
    chat: short(chat),
    lock: short(lock),
  }
}

function short(item: HealthItem): HealthItem {
  return item.level === 'complete' || item.detail === undefined
    ? item
    : { ...item, detail: item.detail.slice(0, MAX_LABEL) }
}

function person(one: Participant): Participant {
  return { ...one, name: one.name.slice(0, MAX_NAME + 1), decorations: few(one.decorations) }
}

function knock(one: Knock): Knock {
  return { ...one, name: one.name.slice(0, MAX_NAME + 1), decorations: few(one.decorations) }
}

function line(one: ChatLine): ChatLine {
  const { sender: from, text, timeShown } = one
  return {
    ...one,
    sender: from.slice(0, MAX_NAME + 1),
    text: text.slice(0, MAX_CHAT + 1),
    timeShown: timeShown.slice(0, MAX_TIME),
  }
}

function few(decorations: readonly string[]): readonly string[] {
  return decorations.slice(0, MAX_DECORATIONS).map((one) => one.slice(0, MAX_DECORATION))
}

/** True for nearly every reading there is: nothing is copied then. */
function isBounded(seen: Observation): boolean {
  const { title, code, variant, people, deviceCount, lobby, chat, shares, access, health } = seen
  const { id, name } = seen.self
  return (
    title.length <= MAX_LABEL &&
    code.length <= MAX_CODE &&
    variant.length <= MAX_VARIANT &&
    access.label.length <= MAX_LABEL &&
    (deviceCount === undefined || isCount(deviceCount)) &&
    (lobby.pending === undefined || isCount(lobby.pending)) &&
    (id === undefined || isId(id)) &&
    isName(name) &&
    people.length <= MAX_PEOPLE &&
    people.every((one) => hasId(one) && isShort(one)) &&
    lobby.knocks.length <= MAX_PEOPLE &&
    lobby.knocks.every((one) => isId(one.key) && isShort(one)) &&
    chat.length <= MAX_CHAT_LINES &&
    chat.every(isShortLine) &&
    shares.length <= MAX_SHARES &&
    shares.every((one) => hasIds(one) && isName(one.ownerName)) &&
    Object.values(health).every(isDetail)
  )
}

function isDetail(item: HealthItem): boolean {
  return item.level === 'complete' || (item.detail ?? '').length <= MAX_LABEL
}

function isShortLine({ id, sender: from, text, timeShown }: ChatLine): boolean {
  return isId(id) && isName(from) && text.length <= MAX_CHAT + 1 && timeShown.length <= MAX_TIME
}

function isShort({ name, decorations }: Pick<Participant, 'name' | 'decorations'>): boolean {
  return (
    name.length <= MAX_NAME + 1 &&
    decorations.length <= MAX_DECORATIONS &&
    decorations.every((one) => one.length <= MAX_DECORATION)
  )
}
