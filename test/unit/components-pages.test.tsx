import { tn } from '../../lib/words/say.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newPupil,
  newRegister,
  newStaff,
  problemsOf,
  tidied,
  withoutPupil,
  withPupil,
  withStaff,
} from '../../components/register/draft.ts'
import { momentNear } from '../../lib/protocol/time.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { shownName } from '../../components/ui/Name.tsx'
import {
  clockTime,
  lengthInWords,
  longDate,
  ownZone,
  runningLength,
  timeField,
} from '../../components/ui/time.ts'

describe('names on screen', () => {
  it('are never empty, never long, never hold what can’t be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const shown = shownName(raw)
        expect(shown.length).toBeGreaterThan(0)
        expect(Array.from(shown).length).toBeLessThanOrEqual(90)
        expect(shown).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u)
      }),
    )
  })
  it('keep what a person is called', () => {
    expect(shownName('  Zoë  Ní Bhriain-O’Neill ')).toBe('Zoë Ní Bhriain-O’Neill')
    expect(shownName('<b>Amelia</b>')).toBe('<b>Amelia</b>')
    expect(shownName('مريم الحسن')).toBe('مريم الحسن')
    expect(shownName('\u202Eailema')).toBe('ailema')
    expect(shownName('\u200B\u200B')).toBe('(no visible name)')
    expect(shownName('👩‍👧 Amelia')).toContain('Amelia')
  })
  it('are kept whole where a whole text is wanted', () => {
    expect(withoutUnseen('One\nTwo\u202e\u200b three')).toBe('One\nTwo three')
  })
  it('are clipped by whole characters', () => {
    expect(Array.from(shownName('🦄'.repeat(10_000)))).toEqual([
      ...Array<string>(89).fill('🦄'),
      '…',
    ])
  })
})

describe('times', () => {
  const at = new Date(2026, 10, 9, 10, 5, 9).getTime()
  it('are written as in a British school', () => {
    expect(clockTime(at, ownZone())).toBe('10:05')
    expect(longDate(at, ownZone())).toBe('Monday 9 November 2026')
    expect(clockTime(Date.UTC(2026, 6, 1, 9, 0), 'Europe/London')).toBe('10:00')
  })
  it('count up', () => {
    expect(runningLength(-5)).toBe('0:00')
    expect(runningLength(249_999)).toBe('4:09')
    expect(runningLength(3_849_000)).toBe('1:04:09')
    expect(lengthInWords(59_999)).toBe('under a minute')
    expect(lengthInWords(60_000)).toBe('1 minute')
    expect(lengthInWords(7_500_000)).toBe('2 hours 5 minutes')
    expect(tn('{n} minute|{n} minutes', 1)).toBe('1 minute')
    expect(tn('{n} minute|{n} minutes', 0)).toBe('0 minutes')
  })
  it('go through a time field and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const field = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const moment = momentNear(field, at, ownZone())
        expect(moment === undefined ? '' : timeField(moment, ownZone())).toBe(field)
      }),
    )
    expect(momentNear('', at, ownZone())).toBeUndefined()
  })
})

describe('editing a class', () => {
  const start = newRegister('c', 'Year 4', 1)
  const amelia = { ...newPupil('a'), firstName: ' Amelia ', lastName: 'Potter' }
  it('adds, changes and removes one row and leaves the others alone', () => {
    const dev = { ...newPupil('d'), firstName: 'Dev' }
    const two = withPupil(withPupil(start, amelia), dev)
    const changed = withPupil(two, { ...amelia, preferredName: 'Millie' })
    expect(changed.pupils.map((pupil) => pupil.id)).toEqual(['a', 'd'])
    expect(changed.pupils[1]).toBe(dev)
    expect(withoutPupil(changed, 'a').pupils).toEqual([dev])
    expect(start.pupils).toEqual([])
  })
  it('trims what was typed and drops rows that nobody filled in', () => {
    const draft = withStaff(withPupil(withPupil(start, amelia), newPupil('empty')), newStaff('s'))
    const clean = tidied(draft, 99)
    expect(clean.pupils.map((pupil) => pupil.firstName)).toEqual(['Amelia'])
    expect(clean.staff).toEqual([])
    expect(clean.updatedAt).toBe(99)
  })
  it('says what is missing, and loses no row that has something in it', () => {
    const half = { ...newPupil('h'), preferredName: 'Millie' }
    const clean = tidied(withPupil({ ...start, name: ' ' }, half), 2)
    expect(clean.pupils).toHaveLength(1)
    expect(problemsOf(clean)).toEqual([
      { id: 'name', text: 'The class needs a name.' },
      { id: 'h', text: 'Pupil 1 has no name.' },
    ])
    expect(problemsOf(tidied(withPupil(start, amelia), 2))).toEqual([])
  })
})
