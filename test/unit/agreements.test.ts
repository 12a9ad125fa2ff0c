import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementsNote, agreementsOf } from '../../components/panel/agreements.ts'

describe('the two agreements to a one-to-one call (EG-36)', () => {
  it('stand in one note, and come out of it again', () => {
    const both = { parent: 'Mrs Potter, 18 November', head: 'Mr Osei; for the head, 19 November' }
    const note = agreementsNote(both)
    expect(note).toBe(
      'Parent or carer: Mrs Potter, 18 November; head or deputy: Mr Osei; for the head, 19 November',
    )
    expect(agreementsOf(note)).toEqual(both)
  })

  it('lose nothing of a note that was written otherwise', () => {
    for (const note of ['', 'Mrs Potter 18 Nov, Mr Osei (head) 19 Nov', 'Parent or carer: Mrs P'])
      expect(agreementsOf(note)).toEqual({ parent: note, head: '' })
  })

  it('come out of any note whole, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (parent, head) => {
        const note = agreementsNote({ parent, head })
        expect(agreementsNote(agreementsOf(note))).toBe(note)
      }),
    )
  })
})
