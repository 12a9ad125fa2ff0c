import { MAX_CHAT, MAX_NAME, MAX_PEOPLE } from '../meeting/index.ts'
import type { ChatLine, Knock, Observation, Participant } from '../meeting/index.ts'

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

export function bounded(seen: Observation): Observation {
  if (isBounded(seen)) return seen
  const people = seen.people.filter(hasId).slice(0, MAX_PEOPLE).map(person)
  const knocks = seen.lobby.knocks
    .filter(({ key }) => isId(key))
    .slice(0, MAX_PEOPLE)
    .map(knock)
  const lost = {
    people: people.length < seen.people.length,
    lobby: knocks.length < seen.lobby.knocks.length,
  }
  return {
    ...seen,
    title: seen.title.slice(0, MAX_LABEL),
    code: seen.code.slice(0, 200),
    people,
    lobby: { ...seen.lobby, knocks },
    chat: seen.chat.filter(hasId).slice(-MAX_CHAT_LINES).map(line),
    shares: seen.shares
      .filter(({ mediaId, ownerId }) => isId(mediaId) && (ownerId === undefined || isId(ownerId)))
      .slice(0, MAX_SHARES),
    access: { ...seen.access, label: seen.access.label.slice(0, MAX_LABEL) },
    health: {
      ...seen.health,
      ...(lost.people && seen.health.people.level === 'complete' ? { people: SHORT } : {}),
      ...(lost.lobby && seen.health.lobby.level === 'complete' ? { lobby: SHORT } : {}),
    },
  }
}

const SHORT = { level: 'partial', why: 'listShorterThanCount' } as const

const isId = (id: string): boolean => id !== '' && id.length <= MAX_ID
const hasId = ({ id }: { readonly id: string }): boolean => isId(id)

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
    timeShown: timeShown.slice(0, 50),
  }
}

function few(decorations: readonly string[]): readonly string[] {
  return decorations.slice(0, MAX_DECORATIONS).map((one) => one.slice(0, MAX_DECORATION))
}

/** True for nearly every reading there is: nothing is copied then. */
function isBounded({ title, code, people, lobby, chat, shares, access }: Observation): boolean {
  return (
    title.length <= MAX_LABEL &&
    code.length <= 200 &&
    access.label.length <= MAX_LABEL &&
    people.length <= MAX_PEOPLE &&
    people.every((one) => hasId(one) && isShort(one)) &&
    lobby.knocks.length <= MAX_PEOPLE &&
    lobby.knocks.every((one) => isId(one.key) && isShort(one)) &&
    chat.length <= MAX_CHAT_LINES &&
    chat.every(
      ({ id, sender: from, text, timeShown }) =>
        isId(id) &&
        from.length <= MAX_NAME + 1 &&
        text.length <= MAX_CHAT + 1 &&
        timeShown.length <= 50,
    ) &&
    shares.length <= MAX_SHARES &&
    shares.every(
      ({ mediaId, ownerId }) => isId(mediaId) && (ownerId === undefined || isId(ownerId)),
    )
  )
}

function isShort({ name, decorations }: Pick<Participant, 'name' | 'decorations'>): boolean {
  return (
    name.length <= MAX_NAME + 1 &&
    decorations.length <= MAX_DECORATIONS &&
    decorations.every((one) => one.length <= MAX_DECORATION)
  )
}
