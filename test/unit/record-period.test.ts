import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALL_DAYS,
  isWithin,
  PERIOD_CHOICES,
  periodOf,
  periodWords,
} from '../../lib/record/index.ts'

const of = (choice: (typeof PERIOD_CHOICES)[number], today: string) =>
  periodOf({ ...ALL_DAYS, choice }, today)

describe('a period of days', () => {
  it.each([
    ['all', '2026-11-20', {}],
    ['days7', '2026-11-20', { from: '2026-11-14' }],
    ['days30', '2026-03-15', { from: '2026-02-14' }],
    // The day on which the clocks go forward has 23 hours, and is one of the seven.
    ['days7', '2026-03-30', { from: '2026-03-24' }],
    ['schoolYear', '2026-11-20', { from: '2026-09-01' }],
    ['schoolYear', '2026-09-01', { from: '2026-09-01' }],
    ['schoolYear', '2026-08-31', { from: '2025-09-01' }],
    ['schoolYear', '2027-01-04', { from: '2026-09-01' }],
  ] as const)('%s seen from %s', (choice, today, period) => {
    expect(of(choice, today)).toEqual(period)
  })
  it.each([
    ['2026-11-02', '2026-11-20', { from: '2026-11-02', to: '2026-11-20' }],
    ['2026-11-20', '2026-11-02', { from: '2026-11-02', to: '2026-11-20' }],
    ['', '2026-11-20', { to: '2026-11-20' }],
    ['2026-11-20', '', { from: '2026-11-20' }],
    ['2026-13-45', 'soon', {}],
    ['', '', {}],
  ])('own days from %j to %j', (from, to, period) => {
    expect(periodOf({ choice: 'own', from, to }, '2026-12-01')).toEqual(period)
  })
  it('holds its first and its last day', () => {
    const period = { from: '2026-11-02', to: '2026-11-04' }
    const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']
    expect(days.filter((day) => isWithin(day, period))).toEqual(days.slice(1, 4))
    expect(isWithin('0001-01-01', {})).toBe(true)
  })
  it('is said in words', () => {
    expect(periodWords({})).toBe('')
    expect(periodWords({ from: '2026-09-01' })).toBe('from 1 September 2026')
    expect(periodWords({ to: '2026-09-01' })).toBe('until 1 September 2026')
    expect(periodWords({ from: '2026-09-01', to: '2026-12-18' })).toBe(
      'from 1 September 2026 to 18 December 2026',
    )
  })
  it('can be said and used whatever the fields hold', () => {
    const field = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_CHOICES), field, field, (choice, from, to) => {
        const period = periodOf({ choice, from, to }, '2026-11-20')
        expect(periodWords(period)).not.toMatch(/Invalid/)
        if (period.from !== undefined && period.to !== undefined)
          expect(isWithin(period.from, period)).toBe(true)
      }),
    )
  })
})
