import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, MINUTE, SECOND, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}

const fromTen = () => new LessonTale(TEN).prepared()
const both = () => fromTen().arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')
const single = () => fromTen().register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
const SHORT =
  /^2 members of staff for (\d+) of the (\d+) minutes with pupils; in the call: Ms Sara Khan/

describe('who was with the children, all through the lesson', () => {
  const left = () =>
    both().arrives('lee', 'Tom Lee').at(20).leaves('lee').leaves('dev').at(21).prompts()

  it('EG-5 tells the minutes in which a second adult was there', () => {
    expect(check(left().at(45).ends(), 'EG-5')).toEqual({
      is: 'problem',
      what: '2 members of staff for 20 of the 45 minutes with pupils; in the call: Ms Sara Khan and Mr Tom Lee.',
      about: ['self', 'lee'],
    })
    expect(check(left().at(45).ends().ticks('EG-5', 'Mr Lee is ill'), 'EG-5').is).toBe('confirmed')
  })
  it('EG-5 is good where she only came and went with them, and while the lesson runs', () => {
    const tale = both().at(0.8).arrives('lee', 'Tom Lee').at(44.2).leaves('lee').at(45)
    expect(check(tale.ends(), 'EG-5').is).toBe('seen')
    expect(check(both().at(10).arrives('lee', 'Tom Lee'), 'EG-5').is).toBe('seen')
    expect(check(both().at(10).arrives('lee', 'Tom Lee').at(45).ends(), 'EG-5').is).toBe('problem')
  })
  it('EG-5 lets one colleague take over from another, and counts no two devices of one', () => {
    const over = both().arrives('lee', 'Tom Lee').at(20).leaves('lee')
    over.joins('lee2', 'Tom Lee').at(30).joins('co', 'Jo Bloggs', { role: 'cohost' }).leaves('lee2')
    expect(check(over.at(45).ends(), 'EG-5').is).toBe('seen')
    const twice = both().arrives('lee', 'Tom Lee').at(1).leaves('lee').joins('s2', 'Sara Khan')
    expect(check(twice.at(45).ends(), 'EG-5').is).toBe('problem')
  })
  it('EG-5 holds nothing against minutes that were not read: it can’t see them', () => {
    const tale = both().arrives('lee', 'Tom Lee').at(5)
    tale.health('people', { level: 'partial', why: 'panelClosed' }).leaves('lee').at(40)
    tale.arrives('lee', 'Tom Lee').health('people', { level: 'complete' })
    const state = check(tale.at(45).ends(), 'EG-5')
    expect(state.is).toBe('blind')
    expect('what' in state && state.what).toMatch(/^For 35 of 45 minutes I could not fully see/)
  })
  it('EG-37 needs two for all of a one-to-one call', () => {
    const visit = single().arrives('amelia', 'Amelia Potter').at(10).arrives('lee', 'Tom Lee')
    const state = check(visit.at(11).leaves('lee').at(40).ends(), 'EG-37')
    expect(state.is).toBe('problem')
    expect(SHORT.exec('what' in state ? state.what : '')?.slice(1)).toEqual(['1', '40'])
    const all = single().arrives('lee', 'Tom Lee').arrives('amelia', 'Amelia Potter')
    expect(check(all.at(40).ends(), 'EG-37').is).toBe('seen')
  })
  it('CW-16 says that one adult was alone with one pupil where nobody answered', () => {
    const alone = () => left().at(24).prompts()
    expect(check(alone().at(45).ends(), 'CW-16')).toEqual({
      is: 'problem',
      what: 'One adult was alone with one pupil, and it was not answered: Amelia Potter.',
      about: ['amelia'],
    })
    const later = alone().answers('alone', 'later')
    expect(check(later.at(45).ends(), 'CW-16').is).toBe('problem')
    expect(check(alone().answers('alone', 'seen').at(45).ends(), 'CW-16').is).toBe('seen')
    const cleared = alone().at(25).arrives('lee', 'Tom Lee').prompts()
    expect(check(cleared.at(45).ends(), 'CW-16').is).toBe('seen')
  })
})

describe('who presented (EG-31)', () => {
  const shared = () =>
    both().at(10).add({ type: 'presenting', id: 'amelia', on: true }).after(SECOND).prompts()
  const over = (tale: LessonTale) =>
    tale.after(MINUTE).add({ type: 'presenting', id: 'amelia', on: false }).prompts()

  it('is a problem of the lesson where the teacher did not answer it', () => {
    const open = {
      is: 'problem',
      what: 'Presented, not staff, and it was not answered: Amelia Potter.',
      about: ['amelia'],
    }
    expect(check(over(shared()).at(45).ends(), 'EG-31')).toEqual(open)
    expect(check(shared().at(45).ends(), 'EG-31')).toEqual(open)
    expect(check(shared().answers('presenting', 'later').at(45).ends(), 'EG-31')).toEqual(open)
  })
  it('is seen where she answered, and says that somebody presented', () => {
    const tale = over(shared().answers('presenting', 'seen'))
    expect(check(tale.at(45).ends(), 'EG-31')).toMatchObject({
      is: 'seen',
      what: 'Somebody other than staff presented; it was answered each time.',
    })
    expect(check(both().at(45).ends(), 'EG-31')).toMatchObject({
      what: 'Nobody but staff has presented.',
    })
  })
})
