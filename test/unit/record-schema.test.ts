import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecord, redacted, toJson, toJsonOfAll } from '../../lib/record/index.ts'
import { event } from '../support/events.ts'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

const published = JSON.parse(
  readFileSync(new URL('../../docs/record.schema.json', import.meta.url), 'utf8'),
) as object
const isValid = new Ajv().compile(published)

describe('the published schema of a record', () => {
  it('is the one that the code reads with', () => {
    const run = spawnSync(process.execPath, ['scripts/record-schema.ts', '--check'], {
      encoding: 'utf8',
    })
    expect(run.stdout).toBe('The published schema is up to date.\n')
  })
  it('accepts every record that is exported, and each comes back the same', () => {
    const story = fc.array(event(), { maxLength: 30 })
    fc.assert(
      fc.property(story, fc.boolean(), (bodies, withJournal) => {
        const tale = new LessonTale().prepared()
        for (const body of bodies) tale.after(MINUTE).add(body)
        const record = tale.ends().record(withJournal)
        for (const one of [record, redacted(record, [])]) {
          expect(isValid(JSON.parse(toJson(one))), JSON.stringify(isValid.errors)).toBe(true)
          expect(isValid(JSON.parse(toJsonOfAll([one, one])))).toBe(true)
          expect(parseRecord(toJson(one))).toEqual({ record: JSON.parse(toJson(one)) as unknown })
        }
      }),
      { numRuns: 50 },
    )
  })
  it('refuses what is no record', () => {
    const record = JSON.parse(toJson(new LessonTale().ends().record())) as Record<string, unknown>
    for (const broken of [
      { ...record, schemaVersion: 2 },
      { ...record, lengthMinutes: -1 },
      { ...record, people: [{ name: 5 }] },
      { ...record, journal: { check: 'perhaps' } },
      { schema: 'lesson-steward/records', schemaVersion: 1, records: [{}] },
      {},
    ])
      expect(isValid(broken)).toBe(false)
  })
})
