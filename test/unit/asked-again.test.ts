import { describe, expect, it } from 'vitest'
import { LessonTale, MINUTE, SECOND, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

/** What happens a second time is asked about a second time; what only seems to is not. */

const fromTen = () => new LessonTale(TEN).prepared()
const both = () => fromTen().arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')
const single = () => fromTen().register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
const asked = (tale: LessonTale, kind: string) =>
  tale.state().prompts.filter((prompt) => prompt.kind === kind)
const open = (tale: LessonTale, kind: string) =>
  asked(tale, kind).filter((prompt) => prompt.answer === undefined)

describe('a colleague who leaves again', () => {
  it('EG-37 asks at each departure of a one-to-one call, but not for a dropped line', () => {
    const tale = single().arrives('lee', 'Tom Lee').arrives('amelia', 'Amelia Potter')
    tale.arrives('mum', 'Jo Other').at(10).leaves('lee').prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    tale.answers('fewStaff', 'seen').at(12).arrives('lee', 'Tom Lee').prompts()
    tale
      .at(20)
      .leaves('lee')
      .prompts()
      .after(20 * SECOND)
      .prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale
      .after(5 * SECOND)
      .arrives('lee', 'Tom Lee')
      .prompts()
      .at(25)
      .leaves('lee')
      .prompts()
    tale.after(30 * SECOND).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    expect(asked(tale, 'fewStaff')).toHaveLength(2)
  })
  it('EG-5 asks again only where one who was there has left for good', () => {
    const tale = both().at(4).prompts().answers('fewStaff', 'seen')
    tale.at(6).arrives('lee', 'Tom Lee').prompts().at(15).leaves('lee').prompts()
    tale.at(17).prompts().arrives('lee', 'Tom Lee').prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale.at(30).leaves('lee').prompts().at(34).prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale.at(35).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    tale.answers('fewStaff', 'seen').at(50).prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(2)
  })
  it('EG-5 is excused by its reason for the whole lesson', () => {
    const tale = both().at(4).prompts().ticks('EG-5', 'Mr Lee is ill').prompts()
    tale.at(6).arrives('lee', 'Tom Lee').prompts().at(15).leaves('lee').at(30).prompts()
    expect(open(tale, 'fewStaff')).toEqual([])
  })
})
