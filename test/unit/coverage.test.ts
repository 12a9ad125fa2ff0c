import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CLAUSE_IDS, CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { playedBy } from '../../scripts/coverage/played.ts'
import { coveragePage } from '../../scripts/coverage/table.ts'
import type { CoverageRow } from '../../scripts/coverage/table.ts'
import coverage from '../coverage/coverage.json' with { type: 'json' }
import { fieldAt } from '../support/field.ts'
import { SCENARIOS } from '../vectors/lessons/clauses.ts'

const ROWS = coverage as readonly CoverageRow[]
const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const text = (file: string) => readFileSync(pathOf(file), 'utf8')

/** The list of clauses that the schools' policies were taken apart into; it lies beside the project. */
const clauseList = process.env['LESSON_STEWARD_CLAUSES']
if (clauseList === undefined)
  console.warn(
    'SKIPPED: the list of clauses is not part of the project; set LESSON_STEWARD_CLAUSES to it.',
  )

/** "| CW-1 | parents keep the link secure | …": the id of every row of its tables. */
const listedIn = (page: string): readonly string[] =>
  [...page.matchAll(/^\| *([A-Z]+-\d+) *\|/gmu)].map(([, id = '']) => id)

describe('the coverage of the two policies', () => {
  it.runIf(clauseList !== undefined)(
    'has exactly the clauses of the list (skipped where LESSON_STEWARD_CLAUSES names no file)',
    () => {
      const listed = listedIn(readFileSync(clauseList ?? '', 'utf8'))
      expect(listed.toSorted()).toEqual([...CLAUSE_IDS].toSorted())
    },
  )

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
    '$id: is played in a meeting by a test that exists, on the sites and by the command that it says',
    ({ file, test, sites, full }) => {
      expect({ file, test, sites, full }).toEqual(playedBy(text(file), file, test))
    },
  )

  it('says of no clause that is read from the meeting that a tick plays it', () => {
    const ticks = 'what only a person can know is confirmed by name, with the time'
    const byTick = ROWS.filter(({ played }) => played?.test === ticks).map((one) => one.id)
    const read = CLAUSES.filter(({ clause }) => clause.how.includes('auto'))
    expect(read.map((one) => one.clause.id).filter((id) => byTick.includes(id))).toEqual([])
  })

  it('reads of a test where and when it is played, and guesses nothing', () => {
    const source = `
describe.each(['meet-2026', 'teams-full'] as const)('rules in %s', (where) => {
  it('plain', async () => {})
  it.runIf(FULL)('slow', async () => {})
  it.runIf(where === 'meet-2026')('one site', async () => {})
  it.skipIf(slow)('skipped', async () => {})
  it.runIf(lucky)('by chance', async () => {})
})
const WIDER = FULL ? ['meet-2026', 'teams-full'] : ['meet-2026']
describe.each(WIDER)('attacks in %s', (where) => {
  it('on one site by npm test', async () => {})
  it.runIf(FULL)('on both by the full run', async () => {})
})
describe('a lesson', () => {
  it('without a list', async () => {})
})
`
    const of = (test: string) => {
      const { sites, full } = playedBy(source, 'test/e2e/x.test.ts', test)
      return [...sites, full]
    }
    expect(of('plain')).toEqual(['meet', 'teams', false])
    expect(of('slow')).toEqual(['meet', 'teams', true])
    expect(of('one site')).toEqual(['meet', false])
    expect(of('on one site by npm test')).toEqual(['meet', false])
    expect(of('on both by the full run')).toEqual(['meet', 'teams', true])
    expect(() => of('skipped')).toThrow(/not known/)
    expect(() => of('by chance')).toThrow(/not known/)
    expect(() => of('never')).toThrow(/no test/)
    const alone = source.slice(source.indexOf("describe('a lesson'"))
    expect(playedBy(alone, 'test/e2e/names.test.ts', 'without a list')).toMatchObject({
      sites: ['meet'],
      full: true,
    })
    const page = coveragePage(ROWS).split('\n')
    expect(page.find((line) => line.startsWith('| CW-16 |'))).toContain('* (both) |')
    expect(page.find((line) => line.startsWith('| EG-13 |'))).toContain('* (Meet) |')
  })

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
