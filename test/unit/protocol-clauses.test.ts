import { describe, expect, it } from 'vitest'
import table from '../../lib/protocol/clauses/table.json' with { type: 'json' }
import { CLAUSE_IDS, CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { after } from '../../lib/protocol/clauses/after.ts'
import { beforeConsent } from '../../lib/protocol/clauses/before-consent.ts'
import { entry } from '../../lib/protocol/clauses/entry.ts'

describe('the clauses of both policies', () => {
  it('are CW-1 to CW-16 and EG-1 to EG-42, each once, in the table', () => {
    const wanted = [
      ...Array.from({ length: 16 }, (_, i) => `CW-${i + 1}`),
      ...Array.from({ length: 42 }, (_, i) => `EG-${i + 1}`),
    ]
    expect([...CLAUSE_IDS].sort()).toEqual(wanted.sort())
  })

  it('are each in the code exactly once', () => {
    const ids = CLAUSES.map((one) => one.clause.id)
    expect(ids).toEqual(table.map((row) => row.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(table)('$id has the phase and the way of knowing of the table', (row) => {
    const found = CLAUSES.find((one) => one.clause.id === row.id)
    expect(found?.clause.phase).toBe(row.phase)
    expect(found?.clause.how).toEqual(row.how)
  })

  it.each(CLAUSES)('$clause.id says in plain words what it asks and what to do', ({ clause }) => {
    expect(clause.text).toMatch(/^.{15,220}\.$/)
    expect(clause.help).toMatch(/^.{10,320}[.?”]$/)
    expect(clause.text).not.toBe(clause.help)
  })

  it.each(CLAUSES)(
    '$clause.id can be answered in the way the table says',
    ({ clause, judge, tick }) => {
      if (clause.how.includes('ask')) expect(tick === 'settles' || tick === 'alsoNeeded').toBe(true)
      if (clause.how.length === 1 && clause.how[0] === 'info') expect(tick).toBe('none')
      // What is said to be read is read, but for the settings that Meet does not show: those are ticked.
      if (clause.how[0] === 'auto' && !['EG-32', 'EG-33'].includes(clause.id))
        expect(judge).toBeDefined()
      if (judge === undefined && !clause.how.includes('info')) expect(tick).not.toBe('none')
    },
  )

  it('are kept in files by group', () => {
    expect(after.map((one) => one.clause.id)).toEqual(['EG-40', 'EG-41', 'EG-42'])
    expect(beforeConsent.map((one) => one.clause.id)).toContain('EG-21')
    expect(entry.every((one) => one.clause.phase === 'arrival')).toBe(true)
  })
})
