import { z } from 'zod'
import { LAST_MOMENT } from '../protocol/time.ts'
import { LONGEST_VALUE, MOST_ALIASES, MOST_GUARDIANS, MOST_PUPILS, MOST_STAFF } from './limits.ts'
import type { Guardian, Pupil, Register, SetMember, StaffMember } from './types.ts'

/** A register as it comes from storage, a message or a file: checked before anything trusts it. */

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

const memberSchema = z.strictObject({ registerId: id, pupilId: id }) satisfies z.ZodType<SetMember>
const when = z.number().int().nonnegative().max(LAST_MOMENT)

export const registerSchema = z
  .strictObject({
    id,
    name: text,
    pupils: z.array(pupilSchema).max(MOST_PUPILS).readonly(),
    staff: z.array(staffSchema).max(MOST_STAFF).readonly(),
    updatedAt: when,
    members: z.array(memberSchema).max(MOST_PUPILS).readonly().exactOptional(),
    archivedAt: when.exactOptional(),
  })
  .refine(
    (register) =>
      new Set([...register.pupils, ...register.staff].map((one) => one.id)).size ===
      register.pupils.length + register.staff.length,
    {
      message: 'Two people of the register have the same id.',
    },
  )
  .refine((register) => register.members === undefined || register.pupils.length === 0, {
    message: 'A set refers to the pupils of classes and has none of its own.',
  }) satisfies z.ZodType<Register>

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
