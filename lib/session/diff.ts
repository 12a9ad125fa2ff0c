import type { Health, HealthItem, Knock, Observation, Participant } from '../meeting/index.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'
import { NOTICE_KINDS } from './events.ts'
import type { SessionEventBody } from './events.ts'
import type { PersonState, SessionState } from './state.ts'
import { CAMERA_SETTLES_MS, LEFT_AFTER_MS, SIGN_GONE_MS } from './clock.ts'
import { gaveUp, leftTheDoor } from './leftTheDoor.ts'

/** More marks than this no site shows; a page could invent new ones for ever. */
const MOST_MARKS = 20

/**
 * What an observation says that the state does not know yet, as events.
 *
 * Three rules keep children from being marked wrongly:
 *  1. From a partial or blind people list people are added and updated, never removed.
 *  2. Somebody has left only after being missing from complete readings for LEFT_AFTER_MS: pages re-draw themselves.
 *  3. A camera or an access that can't be told never overwrites one that was seen, except that the picture's person left.
 */
export interface Missing {
  /** Participant id or knock key → when it was first missing from a complete reading. */
  readonly people: Readonly<Record<string, number>>
  readonly knocks: Readonly<Record<string, number>>
  /** What the site said to be on → when its sign was first not shown. */
  readonly signs: Readonly<Record<string, number>>
}
export const NOTHING_MISSING: Missing = { people: {}, knocks: {}, signs: {} }

export interface Diff {
  readonly events: readonly SessionEventBody[]
  readonly missing: Missing
}

export function diff(state: SessionState, seen: Observation, missing: Missing, now: number): Diff {
  // A page that is not recognised says nothing about people; that it can't be read is news all the same.
  if (seen.phase === 'unknown') return { events: healthEvents(state, seen), missing }
  if (seen.phase !== 'inCall') return { events: [], missing }
  const known = new Map(state.people.map((person) => [person.id, person]))
  const events: SessionEventBody[] = []

  const selves = seen.people.filter((person) => person.isSelf)
  for (const person of dedupe(seen.people)) {
    const otherSelf = selves.some(({ id }) => id !== person.id)
    events.push(...personEvents(known.get(person.id), person, otherSelf, now))
  }
  events.push(...shareEvents(state, seen))
  const gone = goneEvents(state, seen, missing, now)
  const lobby = lobbyEvents(state, seen, missing, now)
  const signs = signEvents(state, seen, missing, now)
  events.push(...gone.events, ...lobby.events)
  events.push(...pageEvents(state, seen), ...signs.events)
  return {
    events,
    missing: { people: gone.missing, knocks: lobby.missing, signs: signs.missing },
  }
}

/** A page may show one id twice while it re-draws; the first wins. */
function dedupe(people: readonly Participant[]): readonly Participant[] {
  return [
    ...new Map(people.toReversed().map((person) => [person.id, person])).values(),
  ].toReversed()
}

function personEvents(
  known: PersonState | undefined,
  seen: Participant,
  otherSelf: boolean,
  now: number,
): SessionEventBody[] {
  const { id, name, isSelf, role, decorations } = seen
  const events: SessionEventBody[] = []
  if (known === undefined || !known.present) {
    events.push({ type: 'joined', person: { id, name, isSelf, role, decorations } })
  }
  if (known !== undefined && name !== '' && known.name !== name) {
    events.push({ type: 'renamed', id, from: known.name, to: name })
  }
  if (known?.present === true) events.push(...recognised(known, seen, otherSelf))
  const before = known?.present === true ? known.camera : undefined
  const camera = seen.camera
  // A tile stands before its picture does: "off" is believed only some seconds after somebody came in.
  const cameFrom = known?.present === true ? known.stays.at(-1)?.from : undefined
  const tooSoon = cameFrom === undefined || now - cameFrom < CAMERA_SETTLES_MS
  const believed =
    camera.state === 'on' || (camera.state === 'off' && !(tooSoon && before?.state !== 'on'))
  const news = believed && camera.state !== before?.state
  if (news) events.push({ type: 'camera', id, reading: { state: camera.state, why: camera.why } })
  if (seen.presenting !== (known?.present === true && known.presenting)) {
    events.push({ type: 'presenting', id, on: seen.presenting })
  }
  return events
}

/**
 * While somebody shares, their own picture may have no place beside it: with the list closed only the share tells that they present. Its
 * end is told when they are read again.
 */
function shareEvents(state: SessionState, seen: Observation): readonly SessionEventBody[] {
  const owners = new Set(seen.shares.map(({ ownerId }) => ownerId))
  const read = new Set(seen.people.map(({ id }) => id))
  return state.people
    .filter((one) => one.present && !one.presenting && owners.has(one.id) && !read.has(one.id))
    .map(({ id }) => ({ type: 'presenting', id, on: true }))
}

/**
 * What a page shows of somebody later than their name: that it is the teacher herself, a rank, a mark of the site. What is not shown
 * any more is not taken back; herself only when the page says that it is somebody else.
 */
function recognised(
  known: PersonState,
  seen: Participant,
  otherSelf: boolean,
): readonly SessionEventBody[] {
  const isSelf = seen.isSelf || (known.isSelf && !otherSelf)
  const role = seen.role === 'unknown' ? known.role : seen.role
  const fresh = seen.decorations.filter((mark) => !known.decorations.includes(mark))
  const full = known.decorations.length >= MOST_MARKS
  if (isSelf === known.isSelf && role === known.role && (fresh.length === 0 || full)) return []
  const decorations = [...known.decorations, ...fresh].slice(0, MOST_MARKS)
  return [{ type: 'recognised', id: known.id, isSelf, role, decorations }]
}

/** Keeps the time at which each missing key was first missed, and tells which have been missing long enough. */
function track(
  keys: readonly string[],
  before: Readonly<Record<string, number>>,
  now: number,
  longEnough = LEFT_AFTER_MS,
): { missing: Record<string, number>; due: string[] } {
  const missing: Record<string, number> = {}
  const due: string[] = []
  for (const key of keys) {
    const since = before[key] ?? now
    if (now - since >= longEnough) due.push(key)
    else missing[key] = since
  }
  return { missing, due }
}

function goneEvents(
  state: SessionState,
  seen: Observation,
  missing: Missing,
  now: number,
): { events: SessionEventBody[]; missing: Record<string, number> } {
  if (seen.health.people.level !== 'complete') return { events: [], missing: {} }
  const here = new Set(seen.people.map((person) => person.id))
  const absent = state.people
    .filter((person) => person.present && !here.has(person.id))
    .map((person) => person.id)
  const { missing: still, due } = track(absent, missing.people, now)
  return { events: due.map((id) => ({ type: 'left', id })), missing: still }
}

function lobbyEvents(
  state: SessionState,
  seen: Observation,
  missing: Missing,
  now: number,
): { events: SessionEventBody[]; missing: Record<string, number> } {
  const events: SessionEventBody[] = []
  const known = new Set(state.knocks.map((knock) => knock.key))
  const late =
    state.lockedAt !== undefined ||
    (state.lockDeadline !== undefined && now >= state.lockDeadline.dueAt)
  for (const knock of uniqueKnocks(seen.lobby.knocks)) {
    if (!known.has(knock.key))
      events.push({ type: 'knocked', key: knock.key, name: knock.name, late })
  }
  const here = new Set(seen.lobby.knocks.map((knock) => knock.key))
  const unseen = state.knocks.filter((knock) => !here.has(knock.key))
  // The waiting section of Meet folds itself after some seconds: no rows there means nothing while somebody is still announced.
  const canTell = seen.health.lobby.level === 'complete'
  const left = leftTheDoor(state, seen.people, unseen, now)
  const others = unseen.filter((knock) => !left.has(knock.key))
  const keys = others.map((knock) => knock.key)
  const { missing: still, due } = canTell
    ? track(keys, missing.knocks, now)
    : { missing: {}, due: [] }
  const given = others.filter((knock) => due.includes(knock.key))
  const gone = new Map([...left, ...gaveUp(state, given, here)])
  for (const { key, name } of unseen) {
    const how = gone.get(key)
    if (how !== undefined) events.push({ type: 'knockGone', key, name, how })
  }
  return { events, missing: still }
}

function uniqueKnocks(knocks: readonly Knock[]): readonly Knock[] {
  return [...new Map(knocks.map((knock) => [knock.key, knock])).values()]
}

function pageEvents(state: SessionState, seen: Observation): SessionEventBody[] {
  const events: SessionEventBody[] = []
  const before = state.access
  const now = seen.access
  const askToJoin = mergeAsk(
    now.askToJoin,
    before?.askToJoin ?? 'unknown',
    before?.state === now.state,
  )
  // A badge that shows something else now is news too: its words are the evidence in the record.
  const sameWords = now.seenAt !== 'badge' || before?.label === now.label
  const known = before?.state === now.state && before.askToJoin === askToJoin && sameWords
  if (now.state !== 'unknown' && !known) {
    events.push({ type: 'access', access: { ...now, askToJoin } })
  }
  events.push(...healthEvents(state, seen))
  for (const what of NOTICE_KINDS) {
    const reading = seen.notices[what]
    if (reading !== 'unknown' && reading !== state.notices[what])
      events.push({ type: 'notice', what, state: reading })
  }
  return events
}

/**
 * Neither site says that a recording has stopped: its sign is only not shown any more. That is no end, and it is no reason either to
 * say of it that it is still on.
 */
function signEvents(
  state: SessionState,
  seen: Observation,
  missing: Missing,
  now: number,
): { events: SessionEventBody[]; missing: Record<string, number> } {
  const on = NOTICE_KINDS.filter((what) => state.notices[what] === 'yes')
  const isHidden = (what: (typeof on)[number]) => state.signs?.[what]?.hiddenAt !== undefined
  const unseen = on.filter((what) => seen.notices[what] === 'unknown' && !isHidden(what))
  const { missing: still, due } = track(unseen, missing.signs, now, SIGN_GONE_MS)
  const sign = (what: (typeof on)[number], hidden: boolean) =>
    ({ type: 'notice', what, state: 'yes', hidden }) as const
  return {
    events: [
      ...unseen.filter((what) => due.includes(what)).map((what) => sign(what, true)),
      ...on
        .filter((what) => seen.notices[what] === 'yes' && isHidden(what))
        .map((what) => sign(what, false)),
    ],
    missing: still,
  }
}

function healthEvents(state: SessionState, seen: Observation): SessionEventBody[] {
  return HEALTH_TOPICS.filter((topic) => !sameHealth(state.health[topic], seen.health[topic])).map(
    (topic) => ({ type: 'health', topic, item: seen.health[topic] }),
  )
}

/** While the access stays what it was, an ask-to-join that can't be read now keeps what was read last. */
function mergeAsk(
  now: Observation['access']['askToJoin'],
  before: Observation['access']['askToJoin'],
  same: boolean,
): Observation['access']['askToJoin'] {
  return now === 'unknown' && same ? before : now
}

function sameHealth(a: HealthItem | undefined, b: HealthItem): boolean {
  if (a === undefined) return false
  if (a.level === 'complete' || b.level === 'complete') return a.level === b.level
  return a.level === b.level && a.why === b.why
}

/** All five readings blind for one reason, e.g. while no meeting page answers. */
export function blindHealth(why: Extract<HealthItem, { why: unknown }>['why']): Health {
  const item: HealthItem = { level: 'blind', why }
  return { people: item, lobby: item, cameras: item, chat: item, lock: item }
}
