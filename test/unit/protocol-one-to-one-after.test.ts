import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, YEAR_4 } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id = 'EG-37'): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
/** No class chosen: by what was seen alone. */
const lesson = () => new LessonTale().prepared().register(undefined)
const one = () => lesson().at(0).arrives('dev', 'Dev Shah')
const cohost = (tale: LessonTale) => tale.joins('lee', 'Tom Lee', { role: 'cohost' })
const NOT = { is: 'notApplicable', why: 'This is no one-to-one call.' }
const FEW = 'Fewer than two members of staff are in the call.'

describe('a one-to-one call without a class, after its end', () => {
  it('is one still, with what was wrong in it', () => {
    expect(check(one().at(20))).toMatchObject({ is: 'problem', what: FEW })
    expect(check(one().at(20).ends())).toMatchObject({ is: 'problem' })
    expect(check(one().at(20).ends(), 'EG-36')).toEqual({ is: 'todo' })
    // The same child from another device, also under another id.
    const back = one().at(10).leaves('dev').at(11).arrives('dev2', 'Dev Shah')
    expect(check(back.at(20).ends()).is).toBe('problem')
  })
  it('is one where a colleague looked in for a minute', () => {
    const visit = cohost(one().at(5)).at(6).leaves('lee')
    expect(check(visit.at(20)).is).toBe('problem')
    expect(check(visit.ends()).is).toBe('problem')
  })
  it('is none where others were there, before or after, or two members of staff', () => {
    const last = one().arrives('ben', 'Ben Okoro').at(20).leaves('ben').at(30)
    expect(check(last.ends())).toEqual(NOT)
    expect(check(one().at(20).arrives('ben', 'Ben Okoro').leaves('dev').at(30).ends())).toEqual(NOT)
    expect(check(cohost(one().at(0.5)).at(30).ends())).toEqual(NOT)
    expect(check(lesson().at(30).ends())).toEqual(NOT)
  })
  it('goes by the class where one was chosen, and by the teacher’s word', () => {
    expect(check(one().register(YEAR_4).at(20).ends())).toEqual(NOT)
    expect(check(one().add({ type: 'oneToOne', on: false }).at(20).ends())).toEqual(NOT)
  })
})
