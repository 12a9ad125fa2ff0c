import { z } from 'zod'
import { storedConcern } from '../concern/schema.ts'
import type { Concern } from '../concern/types.ts'
import type { PackFile } from '../desk/looks.ts'
import type { Platform } from '../meeting/index.ts'
import { LAST_MOMENT } from '../protocol/time.ts'
import type { Pack } from '../protocol/types.ts'
import { MOST_PUPILS, MOST_STAFF } from '../register/limits.ts'
import { pupilSchema, registerSchema, staffSchema } from '../register/schema.ts'
import type { Register } from '../register/types.ts'
import type { Chained } from '../session/chain.ts'
import type { SessionRow } from '../storage/database.ts'
import { migrate } from '../storage/migrations/index.ts'
import { schoolSettings } from '../storage/settings.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import { t } from '../words/say.ts'
import { readLinks, writeLinks } from './links.ts'
import { NotOpened, madeByNewer } from './seal.ts'

/** What goes into a backup. */
export interface BackupContent {
  readonly settings: SchoolSettings
  readonly registers: readonly Register[]
  readonly lessons: readonly BackupLesson[]
  /** Empty where they were not to go into the file. */
  readonly concerns: readonly Concern[]
  /** Selector packs that somebody loaded from a file; none of a site that is read by what ships or by what the school sets. */
  readonly looks: Readonly<Partial<Record<Platform, PackFile>>>
}

/** A closed lesson with its whole journal; entries of it that can't be read are as they were found. */
export interface BackupLesson {
  readonly row: SessionRow & { readonly endedAt: number }
  readonly journal: readonly Chained[]
}

/** A part that could not be read is left out and counted; the others are not lost with it. */
export interface ReadContent {
  readonly settings: SchoolSettings | undefined
  readonly registers: readonly Register[]
  readonly lessons: readonly BackupLesson[]
  readonly concerns: readonly Concern[]
  /** As they stand in the file: judged where they are put together with what is here. */
  readonly looks: Readonly<Partial<Record<Platform, unknown>>>
  readonly unreadable: {
    readonly registers: number
    readonly lessons: number
    readonly concerns: number
  }
}

/** Beyond what a calendar has no page could show it. */
const at = z.number().min(0).max(LAST_MOMENT)
/** No lesson of any version has more, of minutes, days or people. */
const MOST = 1_000_000
const count = z.number().min(0).max(MOST)
const text = z.string().max(10_000)

/** The register and the rules as they were: of any version, so only what every version has is asked for. */
const keptRegister = z.looseObject({
  id: text,
  name: text,
  pupils: z.array(pupilSchema).max(MOST_PUPILS),
  staff: z.array(staffSchema).max(MOST_STAFF),
  updatedAt: at,
})
const keptPack = z.looseObject({
  id: text,
  version: text,
  schoolName: text,
  clauses: z.array(text),
  schoolHours: z.looseObject({ from: text, to: text, timeZone: text, days: z.array(z.number()) }),
  earlyWindowMinutes: z.looseObject({ from: count, to: count }),
  lockAfterMinutes: count,
  retentionDays: count,
})

const row = z.object({
  sessionId: text.min(1),
  platform: z.enum(['meet', 'teams']),
  code: text,
  startedAt: at,
  endedAt: at,
  interrupted: z.boolean(),
  className: text,
  people: z.int().min(0).max(MOST),
  register: keptRegister.transform((kept) => kept as unknown as Register).exactOptional(),
  pack: keptPack.transform((kept) => kept as unknown as Pack).exactOptional(),
  dsl: z.array(z.looseObject({ name: text, role: text, phone: text })).exactOptional(),
  tip: z.object({ seq: z.int().min(0), hash: text }).exactOptional(),
  keptFrom: at.exactOptional(),
})
const lesson = z.object({ row, journal: z.array(z.unknown()).min(1) })

/**
 * What stands inside a backup, once it is opened.
 *
 * 1  settings, registers, lessons
 * 2  concerns as well. Written only where there are any: whoever reads version 1 alone can read every other file, and refuses this
 *    one instead of leaving a child's words out unseen.
 * 3  selector packs as well, and concerns, of which there may be none. Written only where there are packs, for the same reason.
 */
const SCHEMA = 'lesson-steward/backup-content'
const NEWEST = 3
const first = z.object({
  schema: z.literal(SCHEMA),
  version: z.literal(1),
  settings: z.unknown(),
  registers: z.array(z.unknown()),
  lessons: z.array(z.unknown()),
})
const second = first.extend({ version: z.literal(2), concerns: z.array(z.unknown()) })
const third = second.extend({
  version: z.literal(NEWEST),
  looks: z.object({ meet: z.unknown(), teams: z.unknown() }).partial(),
})
const envelope = z.discriminatedUnion('version', [first, second, third])
const newer = z.object({ schema: z.literal(SCHEMA), version: z.int().min(NEWEST + 1) })

/** In the earliest form that holds it all: so an earlier version of the tool can read every file that it loses nothing of. */
export function writeContent({ concerns, looks, lessons, ...rest }: BackupContent): string {
  const withLooks = Object.keys(looks).length > 0
  const withConcerns = withLooks || concerns.length > 0
  return JSON.stringify({
    schema: SCHEMA,
    version: withLooks ? NEWEST : withConcerns ? 2 : 1,
    ...rest,
    lessons: lessons.map((one) => ({ row: one.row, journal: writeLinks(one.journal) })),
    ...(withConcerns ? { concerns } : {}),
    ...(withLooks ? { looks } : {}),
  })
}

/** @throws NotOpened where it is no content of a backup, or of a version that is not known yet. */
export function readContent(json: string): ReadContent {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new NotOpened(t('This backup is damaged inside.'))
  }
  if (newer.safeParse(value).success) throw madeByNewer()
  const whole = envelope.safeParse(value)
  if (!whole.success) throw new NotOpened(t('This backup is damaged inside.'))
  const registers = whole.data.registers.flatMap((one) => registerSchema.safeParse(one).data ?? [])
  const lessons = whole.data.lessons.flatMap((one) => readLesson(one) ?? [])
  const allConcerns = whole.data.version === 1 ? [] : whole.data.concerns
  const concerns = allConcerns.flatMap((one) => storedConcern.safeParse(one).data ?? [])
  return {
    settings: readSettings(whole.data.settings),
    registers,
    lessons,
    concerns,
    looks: whole.data.version === 3 ? whole.data.looks : {},
    unreadable: {
      registers: whole.data.registers.length - registers.length,
      lessons: whole.data.lessons.length - lessons.length,
      concerns: allConcerns.length - concerns.length,
    },
  }
}

/** Settings of an earlier version are brought up to this one, as stored ones are. */
function readSettings(value: unknown): SchoolSettings | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return schoolSettings.safeParse(migrate({ ...value })).data
}

/** A lesson with every entry of its journal, also with those that can't be read: only one without a row or a journal is lost. */
function readLesson(value: unknown): BackupLesson | undefined {
  const read = lesson.safeParse(value)
  return read.success ? { row: read.data.row, journal: readLinks(read.data.journal) } : undefined
}
