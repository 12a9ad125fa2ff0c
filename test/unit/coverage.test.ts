import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CLAUSE_IDS } from '../../lib/protocol/clauses/index.ts'
import { coveragePage } from '../../scripts/coverage/table.ts'
import type { CoverageRow } from '../../scripts/coverage/table.ts'
import coverage from '../coverage/coverage.json' with { type: 'json' }
import { fieldAt } from '../support/field.ts'
import { SCENARIOS } from '../vectors/lessons/clauses.ts'

const ROWS: readonly CoverageRow[] = coverage
const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const text = (file: string) => readFileSync(pathOf(file), 'utf8')

describe('the coverage of the two policies', () => {
  it('has every clause once, in order', () => {
    expect(ROWS.map((one) => one.id)).toEqual(CLAUSE_IDS)
  })

  it.each(ROWS)('$id: its code is there and names it', ({ id, code }) => {
    expect(code.length).toBeGreaterThan(0)
    for (const file of code) {
      expect(existsSync(pathOf(file)), file).toBe(true)
      expect(text(file), file).toMatch(new RegExp(`\\b${id}\\b`))
    }
  })

  it.each(ROWS.flatMap(({ id, played }) => (played === undefined ? [] : [{ id, ...played }])))(
    '$id: is played in a meeting by a test that exists',
    ({ file, test }) => {
      expect(text(file)).toContain(`'${test}'`)
    },
  )

  it.each(SCENARIOS)('$clause: the record of its scenario has the field', ({ tale, field }) => {
    expect(fieldAt(tale().record(), field)).toBeDefined()
  })

  it('is written down as it is now (npm run coverage)', () => {
    expect(text('docs/coverage.md')).toBe(coveragePage(ROWS))
  })

  it('can’t be written with a clause that has nothing', () => {
    expect(() => coveragePage(ROWS.slice(1))).toThrow(/CW-1 has not all/)
    expect(() => coveragePage(ROWS.map((one) => ({ ...one, code: [] })))).toThrow(/CW-1/)
    expect(fieldAt({ lock: { doneAt: 1 } }, 'lock.undone')).toBeUndefined()
    expect(fieldAt({ rows: [{ name: 'A' }] }, 'rows[B].name')).toBeUndefined()
  })
})
