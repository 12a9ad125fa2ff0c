import { z } from 'zod'
import { HEALTH_REASONS, HEALTH_TOPICS, LOOKS_FROM } from '../meeting/index.ts'
import type { MatchKind, MatchReason } from '../register/types.ts'
import { NOTICE_KINDS } from '../session/events.ts'
import type { LessonRecord } from './types.ts'

const at = z.number().finite()
const stretch = z.looseObject({ from: at, to: at })
const text = z.string()
const minutes = z.int().min(0)

const KINDS = [
  'pupil',
  'guardian',
  'staff',
  'self',
  'unknown',
  'ambiguous',
  'notAName',
  'duplicate',
  'noteTaker',
  'expectedAbsent',
] as const satisfies readonly (MatchKind | 'expectedAbsent')[]
const REASONS = [
  'exact',
  'preferredName',
  'alias',
  'lastFirst',
  'guardianName',
  'guardianOfPupil',
  'familyName',
  'firstNameOnly',
  'initials',
  'nickname',
  'closeSpelling',
  'teacherChoice',
  'twoFit',
  'severalPeople',
  'deviceName',
  'tooShort',
  'onlySymbols',
  'lookAlikeLetters',
  'sameNameTwice',
  'knownBot',
  'noFit',
] as const satisfies readonly MatchReason[]
const health = z.union([
  z.looseObject({ level: z.literal('complete') }),
  z.looseObject({
    level: z.enum(['partial', 'blind']),
    why: z.enum(HEALTH_REASONS),
    detail: text.exactOptional(),
  }),
])
const perTopic = <T extends z.ZodType>(one: T) =>
  z.looseObject(
    Object.fromEntries(HEALTH_TOPICS.map((topic) => [topic, one])) as Record<
      (typeof HEALTH_TOPICS)[number],
      T
    >,
  )

const person = z.looseObject({
  name: text,
  shown: z.array(text),
  kind: z.enum(KINDS),
  reasons: z.array(z.enum(REASONS)),
  firstSeenAt: at.exactOptional(),
  lastSeenAt: at.exactOptional(),
  minutesPresent: minutes,
  minutesCameraOn: minutes,
  minutesCameraOff: minutes.exactOptional(),
  minutesCameraOffByStaff: minutes.exactOptional(),
  minutesUnwatched: minutes.exactOptional(),
  cameraOff: z.array(stretch).exactOptional(),
  cameraOffByStaff: z.array(stretch).exactOptional(),
  presented: z.array(stretch).exactOptional(),
  gaps: z.array(stretch).exactOptional(),
  lateMinutes: minutes.exactOptional(),
  confidence: z.number().min(0).max(1).exactOptional(),
  stays: z.array(stretch),
  cameraOn: z.array(stretch),
  arrival: z.enum(['early', 'onTime', 'late', 'hereBefore', 'unknown', 'notSeen']),
  adultSeenAt: at.exactOptional(),
  adultLastSeenAt: at.exactOptional(),
  adultLooks: z.array(z.looseObject({ at, seen: z.boolean() })).exactOptional(),
  rooms: z.array(z.looseObject({ at, verdict: text, answer: text })),
  renames: z.array(z.looseObject({ at, from: text, to: text })),
  personId: text.exactOptional(),
  arrivedAt: at.exactOptional(),
  perhaps: text.exactOptional(),
  visitor: z.looseObject({ at, note: text }).exactOptional(),
  sharedWith: z.array(text).exactOptional(),
})

/** The published schema of a record, version 1. Fields that a later version added are kept as they are. */
export const recordSchema = z.looseObject({
  schema: z.literal('lesson-steward/record'),
  schemaVersion: z.literal(1),
  sessionId: text,
  className: text,
  registerId: text.exactOptional(),
  schoolName: text,
  platform: text,
  code: text,
  title: text.exactOptional(),
  toolVersion: text,
  timeZone: text,
  packId: text,
  packVersion: text,
  rules: z
    .array(
      z.looseObject({
        from: at,
        packId: text,
        packVersion: text,
        by: z.enum(['start', 'chosen', 'settings', 'managed']),
      }),
    )
    .exactOptional(),
  startedAt: at,
  endedAt: at,
  endReason: text,
  interrupted: z.boolean(),
  plannedStartAt: at.exactOptional(),
  lengthMinutes: minutes,
  people: z.array(person),
  notSeen: z.array(
    z.looseObject({ name: text, certain: z.boolean(), personId: text.exactOptional() }),
  ),
  lock: z.looseObject({
    dueAt: at.exactOptional(),
    doneAt: at.exactOptional(),
    evidence: text,
    attempts: z.array(z.looseObject({ at, result: text })),
    reopenedAt: z.array(at),
    locked: z
      .array(z.looseObject({ from: at, to: at, knownBy: text.exactOptional() }))
      .exactOptional(),
    reopened: z
      .array(z.looseObject({ at, until: at.exactOptional(), cameIn: z.array(text) }))
      .exactOptional(),
  }),
  knocks: z.array(
    z.looseObject({
      at,
      name: text,
      late: z.boolean(),
      how: text,
      leftWaitingAt: at.exactOptional(),
      policy: text.exactOptional(),
    }),
  ),
  entries: z
    .array(
      z.looseObject({
        name: text,
        shown: text,
        knockedAt: at,
        admittedAt: at,
        by: z.enum(['tool', 'meeting']),
        late: z.boolean(),
        cameraAt: at.exactOptional(),
        adultSeenAt: at.exactOptional(),
        adultSeenBy: text.exactOptional(),
        mutedAt: at.exactOptional(),
        end: z.enum(['complete', 'passed', 'held', 'left']),
        missing: z.array(text),
      }),
    )
    .exactOptional(),
  holds: z
    .array(
      z.looseObject({
        at,
        name: text,
        where: z.enum(['waitingRoom', 'call']),
        why: text,
        result: text.exactOptional(),
        backAt: at.exactOptional(),
      }),
    )
    .exactOptional(),
  choices: z
    .array(
      z.looseObject({
        at,
        shown: text,
        what: z.enum(['is', 'visitor']),
        who: z.array(text),
        note: text,
        undoneAt: at.exactOptional(),
      }),
    )
    .exactOptional(),
  prompts: z.array(
    z.looseObject({
      at,
      kind: text,
      how: z.enum(['held', 'transcription']).exactOptional(),
      about: z.array(text),
      answer: text,
      answeredAt: at.exactOptional(),
      by: text,
      note: text.exactOptional(),
    }),
  ),
  checks: z.array(
    z.looseObject({
      clause: text,
      text,
      state: text,
      what: text,
      at: at.exactOptional(),
      by: text.exactOptional(),
    }),
  ),
  chatFlags: z.array(z.looseObject({ at, sender: text, kinds: z.array(text), masked: text })),
  notes: z.array(z.looseObject({ at, about: text, text })),
  concerns: z.array(z.looseObject({ at, ref: text })).exactOptional(),
  emergencies: z.array(z.looseObject({ at, step: text, note: text })),
  health: perTopic(health),
  roomCheck: z.looseObject({ state: text, why: text }),
  notices: z
    .array(
      z.looseObject({
        what: z.enum(NOTICE_KINDS),
        last: z.enum(['yes', 'no', 'unknown']),
        seen: z.array(stretch),
      }),
    )
    .exactOptional(),
  healthThrough: perTopic(
    z.looseObject({
      complete: at,
      partial: at,
      blind: at,
      why: z
        .array(
          z.looseObject({
            level: z.enum(['partial', 'blind']),
            why: z.enum(HEALTH_REASONS),
            ms: at,
          }),
        )
        .exactOptional(),
      parts: z
        .array(z.looseObject({ from: at, to: at, level: z.enum(['partial', 'blind']) }))
        .exactOptional(),
    }),
  ).exactOptional(),
  readBy: z
    .array(
      z.looseObject({
        at,
        variant: text,
        looks: z.looseObject({ asOf: text, from: z.enum(LOOKS_FROM) }).exactOptional(),
      }),
    )
    .exactOptional(),
  unwatched: z.array(stretch).exactOptional(),
  clockSetBack: z.array(z.looseObject({ at, ms: at })).exactOptional(),
  journal: z
    .looseObject({
      events: z.int().min(0),
      head: text,
      check: z.enum(['intact', 'changed', 'missing', 'unchained', 'inMemory']),
      at: z.int().min(0).exactOptional(),
      unreadable: z.int().min(0).exactOptional(),
      unread: z
        .array(z.looseObject({ seq: z.int().min(0), at: at.exactOptional() }))
        .exactOptional(),
    })
    .exactOptional(),
})

/** The whole record, readable: two spaces, one final line break. */
export function toJson(record: LessonRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}

/** Several records in one file; each is what `recordSchema` says. */
export const recordsSchema = z.looseObject({
  schema: z.literal('lesson-steward/records'),
  schemaVersion: z.literal(1),
  records: z.array(recordSchema),
})

export function toJsonOfAll(records: readonly LessonRecord[]): string {
  const file = { schema: 'lesson-steward/records', schemaVersion: 1, records }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** Reads a record from a file's text. Every reason why not, with its place; nothing is changed or lost. */
export function parseRecord(
  json: string,
):
  | { readonly record: LessonRecord }
  | { readonly errors: readonly { readonly path: string; readonly message: string }[] } {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/u, ''))
  } catch {
    return { errors: [{ path: '', message: 'This is no JSON file, or it is cut off.' }] }
  }
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value
      ? value.schemaVersion
      : undefined
  if (typeof version === 'number' && version > 1) {
    return {
      errors: [
        {
          path: 'schemaVersion',
          message: `This record was written by a newer version (${version}) than this one can read (1).`,
        },
      ],
    }
  }
  const read = recordSchema.safeParse(value)
  if (read.success) return { record: read.data }
  return {
    errors: read.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    })),
  }
}
