import { z } from 'zod'
import { HEALTH_REASONS, HEALTH_TOPICS } from '../meeting/index.ts'
import { LAST_MOMENT } from '../protocol/time.ts'
import type { SessionEvent, SessionEventType } from './events.ts'
import { HOLD_REASONS, WALK_STEPS } from './events.ts'

/**
 * The shape of stored events, for journals that come from a file or that may be damaged. What the fold reads is checked; fields that a
 * later version added are kept as they are. Closed lists of words that only the wording looks up may hold words of a later version.
 */

const text = z.string().max(10_000)
const id = z.string().max(1_000)
/** Beyond what a calendar has it is damage, and is told as every entry that can’t be read. */
const at = z.number().min(0).max(LAST_MOMENT)
const word = z.string().max(100)
const ids = z.array(id).max(2_000)
const tri = z.enum(['yes', 'no', 'unknown'])
const role = z.enum(['host', 'cohost', 'none', 'unknown'])
const decorations = z.array(z.string().max(1_000)).max(100)
const item = z.union([
  z.looseObject({ level: z.literal('complete') }),
  z.looseObject({ level: z.enum(['partial', 'blind']), why: z.enum(HEALTH_REASONS) }),
])

const BODIES: { readonly [K in SessionEventType]: z.ZodType } = {
  started: z.looseObject({
    sessionId: id.min(1),
    platform: z.enum(['meet', 'teams']),
    code: text,
    title: text,
    toolVersion: word,
    timeZone: word,
  }),
  classChosen: z.looseObject({ registerId: id, className: text, packId: id, packVersion: word }),
  rulesChanged: z.looseObject({
    packId: id,
    packVersion: word,
    before: z.looseObject({ packId: id, packVersion: word }),
    by: word,
  }),
  plannedStart: z.looseObject({ startsAt: at }),
  goesOn: z.looseObject({
    sessionId: id,
    were: z.array(z.looseObject({ name: text, adultSeenAt: at.exactOptional() })).exactOptional(),
    since: at.exactOptional(),
  }),
  anotherLesson: z.looseObject({}),
  lockDeadline: z.looseObject({
    dueAt: at,
    by: z.enum(['policy', 'teacher']),
    carried: z.boolean().exactOptional(),
  }),
  joined: z.looseObject({
    person: z.looseObject({ id, name: text, isSelf: z.boolean(), role, decorations }),
  }),
  left: z.looseObject({ id }),
  renamed: z.looseObject({ id, from: text, to: text }),
  recognised: z.looseObject({ id, isSelf: z.boolean(), role, decorations }),
  camera: z.looseObject({
    id,
    reading: z.looseObject({ state: z.enum(['on', 'off', 'unknown']), why: word }),
  }),
  presenting: z.looseObject({ id, on: z.boolean() }),
  knocked: z.looseObject({ key: id, name: text, late: z.boolean() }),
  knockGone: z.looseObject({
    key: id,
    name: text,
    how: z.enum(['admitted', 'denied', 'unknown']),
  }),
  matchFixed: z.looseObject({
    shown: text,
    registerPersonId: id,
    id: id.exactOptional(),
    also: ids.exactOptional(),
    learnt: ids.exactOptional(),
    lost: ids.exactOptional(),
  }),
  choiceUndone: z.looseObject({ shown: text }),
  leftWaiting: z.looseObject({ key: id, name: text, why: z.enum(HOLD_REASONS).exactOptional() }),
  held: z.looseObject({ id, name: text, why: z.enum(HOLD_REASONS) }),
  wentOn: z.looseObject({ id, missing: z.array(z.enum(WALK_STEPS)).max(10) }),
  visitorExpected: z.looseObject({ shown: text, note: text }),
  access: z.looseObject({
    access: z.looseObject({
      state: z.enum(['open', 'trusted', 'restricted', 'locked', 'unknown']),
      askToJoin: z.enum(['on', 'off', 'unknown']),
      seenAt: z.enum(['badge', 'panel', 'nowhere']),
      label: text,
    }),
  }),
  readBy: z.looseObject({
    variant: word,
    looks: z.looseObject({ asOf: word, from: word }).exactOptional(),
  }),
  health: z.looseObject({ topic: z.enum(HEALTH_TOPICS), item }),
  notice: z.looseObject({
    what: z.enum(['recording', 'transcription', 'noteTaking']),
    state: tri,
    hidden: z.boolean().exactOptional(),
  }),
  room: z.looseObject({
    id,
    verdict: z.enum(['bedroom', 'bathroom', 'fine', 'unsure', 'covered']),
    confidence: z.number(),
    readings: z.number(),
    calledFine: z.boolean().exactOptional(),
  }),
  roomCheck: z.looseObject({ state: z.enum(['on', 'off', 'failed']), why: word }),
  prompted: z.looseObject({
    promptId: id,
    kind: word,
    about: ids,
    clauses: z.array(word).max(100),
  }),
  answered: z.looseObject({
    promptId: id,
    answer: word,
    by: z.enum(['teacher', 'itself']),
    note: text.exactOptional(),
  }),
  command: z.looseObject({
    command: z.looseObject({ kind: word }),
    outcome: z.looseObject({ result: z.enum(['done', 'guided', 'unavailable']) }),
  }),
  ticked: z.looseObject({
    clause: word,
    on: z.boolean(),
    note: text,
    as: z.literal('notApplicable').exactOptional(),
  }),
  adultSeen: z.looseObject({ id, seen: z.boolean() }),
  chatFlag: z.looseObject({
    lineId: id,
    sender: text,
    own: z.literal(true).exactOptional(),
    kinds: z.array(word).max(20),
    masked: text,
  }),
  chatSeen: z.looseObject({ what: z.enum(['file', 'line']), lineId: id, sender: text }),
  oneToOne: z.looseObject({ on: z.boolean() }),
  concern: z.looseObject({ ref: word }),
  note: z.looseObject({ about: text, text }),
  emergency: z.looseObject({ step: word, note: text }),
  clockSetBack: z.looseObject({ ms: at }),
  proofOfLife: z.looseObject({ silentFor: at.exactOptional() }),
  ended: z.looseObject({ reason: word, endedAt: at }),
}

const envelope = z.looseObject({ seq: z.int().min(0), at, type: word })

/** Whether this version knows what an event of this type says. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(BODIES, type)
}

/**
 * The event where it can be folded, else undefined. One of a type that a later version invented is kept: the fold passes over it, and
 * the version that wrote it can still read it.
 */
export function storedEvent(value: unknown): SessionEvent | undefined {
  const read = envelope.safeParse(value)
  if (!read.success) return undefined
  const { type } = read.data
  if (isKnownType(type) && !BODIES[type as SessionEventType].safeParse(value).success)
    return undefined
  return value as SessionEvent
}
