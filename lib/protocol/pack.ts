import { z } from 'zod'
import { t } from '../words/say.ts'
import { CLAUSE_IDS } from './clauses/index.ts'
import { contradictionsOf } from './contradictions.ts'
import { isTimeZone, parseTimeOfDay } from './time.ts'
import type { Pack } from './types.ts'

const timeOfDay = z.string().refine((text) => parseTimeOfDay(text) !== undefined, {
  error: () => t('must be a time of day such as "08:30"'),
})

const known = new Set(CLAUSE_IDS)

/**
 * The shape of a school's rules. Unknown fields are refused, so that a misspelt rule is never silently without effect. Rules that are
 * stored already are read by this alone: a contradiction that a later version has learnt to see must not take them away.
 */
export const packShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
    error: () => t('must be small letters, digits and hyphens, at most 64'),
  }),
  version: z.string().min(1).max(40),
  schoolName: z.string().trim().min(1).max(120),
  clauses: z
    .array(
      z
        .string()
        .refine((id) => known.has(id), { error: () => t('is no clause that this version knows') }),
    )
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, { error: () => t('names a clause twice') }),
  lockAfterMinutes: z.number().min(0).max(120),
  warnBeforeLockMinutes: z.number().min(0).max(60),
  earlyWindowMinutes: z
    .strictObject({ from: z.number().min(0).max(60), to: z.number().min(0).max(60) })
    .refine(({ from, to }) => from >= to, {
      error: () =>
        t('must begin before it ends: "from" is the larger number of minutes before the start'),
    }),
  schoolHours: z
    .strictObject({
      from: timeOfDay,
      to: timeOfDay,
      timeZone: z
        .string()
        .refine(isTimeZone, { error: () => t('is no time zone, e.g. "Europe/London"') }),
      days: z
        .array(z.int().min(1).max(7))
        .min(1)
        .refine((days) => new Set(days).size === days.length, {
          error: () => t('names a day twice'),
        }),
    })
    .refine(({ from, to }) => (parseTimeOfDay(from) ?? 0) < (parseTimeOfDay(to) ?? 0), {
      error: () => t('must end after they begin'),
    }),
  cameraRule: z.enum(['onToEnter', 'on', 'staffChoice', 'off']),
  cameraGraceSeconds: z.number().min(0).max(600),
  adultsRequired: z.int().min(1).max(5),
  parentPresence: z.enum(['start', 'throughout', 'none']),
  expectedName: z.enum(['pupilOrGuardian', 'guardianPreferred', 'pupil']),
  roomCheck: z.boolean(),
  recording: z.enum(['withConsentOfAll', 'never']),
  retentionDays: z.int().min(1).max(3650),
  locks: z.boolean().exactOptional(),
  roomFirst: z.enum(['askToMove', 'cameraOff']).exactOptional(),
  parentRecheckMinutes: z.int().min(0).max(60).exactOptional(),
  presenting: z.enum(['staffOnly', 'anyone']).exactOptional(),
  chat: z.enum(['open', 'off']).exactOptional(),
})

/** A school's rules as a file: of the right shape, and free of contradictions. */
export const packSchema = packShape.superRefine((pack, context) => {
  for (const { path, message } of contradictionsOf(pack))
    context.addIssue({ code: 'custom', path: [path], message })
})

export interface PackError {
  /** Where, e.g. "schoolHours.from"; empty for the file as a whole. */
  readonly path: string
  readonly message: string
}

/** What the shape itself refuses; in English as the library says it. What is not here stays in its own words. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return t('Invalid input: expected {what}, received {found}', {
        what: issue.expected,
        found:
          typeof issue.input === 'number' && !Number.isFinite(issue.input)
            ? String(issue.input)
            : z.core.util.parsedType(issue.input),
      })
    case 'invalid_value':
      return t('Invalid option: expected one of {options}', {
        options: z.core.util.joinValues(issue.values, '|'),
      })
    case 'too_big':
      return issue.origin === 'string'
        ? t('Too big: expected string to have <={most} characters', { most: String(issue.maximum) })
        : t('Too big: expected {what} to be <={most}', {
            what: issue.origin,
            most: String(issue.maximum),
          })
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum))
    case 'unrecognized_keys': {
      const keys = z.core.util.joinValues(issue.keys, ', ')
      return issue.keys.length === 1
        ? t('Unrecognized key: {keys}', { keys })
        : t('Unrecognized keys: {keys}', { keys })
    }
    default:
      return undefined
  }
}

function tooSmall(what: string, least: string): string {
  switch (what) {
    case 'string':
      return t('Too small: expected string to have >={least} characters', { least })
    case 'array':
      return t('Too small: expected array to have >={least} items', { least })
    default:
      return t('Too small: expected {what} to be >={least}', { what, least })
  }
}

/** Reads a pack from anything, e.g. a file's JSON. Either a whole pack or every reason why not; never half of one. */
export function parsePack(
  input: unknown,
): { readonly pack: Pack } | { readonly errors: readonly PackError[] } {
  const read = packSchema.safeParse(input, { error: inWords })
  if (read.success) return { pack: read.data }
  return {
    errors: read.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    })),
  }
}

/** Longest file that is read as a pack, in characters; a real one has about 3,000. */
export const MOST_RULES_TEXT = 100_000

/** Reads a pack from the text of a file. What is no JSON at all is said, too. */
export function parsePackText(text: string): ReturnType<typeof parsePack> {
  if (text.length > MOST_RULES_TEXT)
    return { errors: [{ path: '', message: t('is too large to be a file of rules') }] }
  try {
    return parsePack(JSON.parse(text))
  } catch {
    return { errors: [{ path: '', message: t('is no JSON file, or it is damaged') }] }
  }
}

/** The text of a file that `parsePackText` reads again as the same pack. */
export function formatRules(pack: Pack): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}
