import { z } from 'zod'
import type { Guardian, Pupil, Register, StaffMember } from './types.ts'

/** A register as it comes from storage, a message or a file: checked before anything trusts it. */

/** Longest single value; a longer one is no name. */
export const LONGEST_VALUE = 200
export const MOST_PUPILS = 20_000
const MOST_STAFF = 2000
const MOST_GUARDIANS = 20
const MOST_ALIASES = 200

const text = z.string().max(LONGEST_VALUE)
const id = z.string().min(1).max(LONGEST_VALUE)
const consent = z.enum(['yes', 'no', 'unknown'])
const aliases = z.array(text).max(MOST_ALIASES).readonly()

export const guardianSchema = z.strictObject({
  firstName: text,
  lastName: text,
  title: text,
  relation: text,
  phone: text,
}) satisfies z.ZodType<Guardian>

export const pupilSchema = z.strictObject({
  id,
  firstName: text,
  lastName: text,
  preferredName: text,
  guardians: z.array(guardianSchema).max(MOST_GUARDIANS).readonly(),
  consentVideo: consent,
  consentRecording: consent,
  aliases,
}) satisfies z.ZodType<Pupil>

export const staffSchema = z.strictObject({
  id,
  firstName: text,
  lastName: text,
  title: text,
  role: text,
  aliases,
}) satisfies z.ZodType<StaffMember>

export const registerSchema = z
  .strictObject({
    id,
    name: text,
    pupils: z.array(pupilSchema).max(MOST_PUPILS).readonly(),
    staff: z.array(staffSchema).max(MOST_STAFF).readonly(),
    updatedAt: z.number().int().nonnegative(),
  })
  .refine(
    (register) =>
      new Set([...register.pupils, ...register.staff].map((one) => one.id)).size ===
      register.pupils.length + register.staff.length,
    {
      message: 'Two people of the register have the same id.',
    },
  ) satisfies z.ZodType<Register>

export type ParsedRegister =
  | { readonly ok: true; readonly register: Register }
  /** `problem` says what is wrong and where, e.g. "pupils › 3 › lastName: expected string". */
  | { readonly ok: false; readonly problem: string }

/** Checks a stored or received register. Never throws. */
export function parseRegister(value: unknown): ParsedRegister {
  const result = registerSchema.safeParse(value)
  if (result.success) return { ok: true, register: result.data }
  const issue = result.error.issues[0]
  const where =
    issue === undefined || issue.path.length === 0 ? 'register' : issue.path.map(String).join(' › ')
  return { ok: false, problem: `${where}: ${issue?.message ?? 'not a register'}` }
}
