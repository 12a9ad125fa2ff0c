import { expect } from 'vitest'
import type { LessonRecord } from '../../../lib/record/types.ts'

/**
 * What holds of the record of every lesson, whatever went wrong in it: no entry was lost or changed, the deadline is the one that was
 * set, whoever was here is called present, and nobody of them absent.
 */
export function expectWhole(
  record: LessonRecord | null | undefined,
  { names, dueAt }: { readonly names: readonly string[]; readonly dueAt: number | undefined },
): void {
  expect(record?.journal).toMatchObject({ check: 'intact' })
  expect(record?.interrupted).toBe(false)
  expect(record?.lock.dueAt).toBe(dueAt)
  const here = record?.people.filter((one) => one.firstSeenAt !== undefined)
  expect(here?.map((one) => one.name)).toEqual(expect.arrayContaining([...names]))
  const absent = record?.notSeen.map((one) => one.name)
  for (const name of names) expect(absent).not.toContain(name)
}
