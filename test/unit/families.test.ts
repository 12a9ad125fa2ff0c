import { describe, expect, it } from 'vitest'
import { CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { FAMILY_CLAUSES, familiesText } from '../../lib/protocol/wording/families.ts'

const text = (pack: Pack) =>
  familiesText(pack, { schoolName: '', dsl: [], headteacher: { name: '', role: '', phone: '' } })

describe('the text for families', () => {
  it('has a sentence for every clause', () => {
    const ids = CLAUSES.map((one) => one.clause.id)
    expect(ids.filter((id) => !FAMILY_CLAUSES.includes(id))).toEqual([])
  })
  it('of Ernesford Grange names the waiting room, and asks the parent to stay in a one-to-one call', () => {
    const said = text(packById('ernesford-grange'))
    expect(said).toContain('- Everybody comes through a waiting room: we check who is there')
    expect(said).toMatch(
      /If your child has a one-to-one call\n(- .*\n)*- We speak with you first\. Please stay in the room/,
    )
    expect(said).toContain('- Lessons are in school hours, from 08:30 to 15:30.')
  })
  it('of the Crossways Schools says nothing of one-to-one calls or two members of staff, which they do not ask for', () => {
    const said = text(packById('crossways'))
    expect(said).toContain('waiting room')
    expect(said).toContain('- Most lessons are for a group or the whole class.')
    expect(said).not.toMatch(/one-to-one|two members of staff/)
  })
  it('promises no second member of staff where the school’s rules ask for one only', () => {
    const rules = { ...packById('ernesford-grange'), adultsRequired: 1 }
    expect(text(rules)).not.toContain('Where possible two members of staff')
  })
})
