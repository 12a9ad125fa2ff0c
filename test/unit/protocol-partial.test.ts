import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, SECOND, YEAR_4 } from '../vectors/lessons/builder.ts'

/*
 * From a partial list nobody is ever removed: who stands in it may have gone, and whom it does not show may be there. So it carries no
 * good news of who is in the call (T-24).
 */

const PARTIAL = { level: 'partial', why: 'panelClosed' } as const
const COMPLETE = { level: 'complete' } as const
const CANNOT_SEE = 'I can’t fully see who is in the call: the panel for it is closed.'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}

/** Two members of staff and two pupils; at ten past the panel is closed, and the second adult goes unseen. */
const group = () =>
  new LessonTale()
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Dev Shah')
    .room('amelia', 'fine')
    .room('dev', 'fine')
    .at(10)
const single = () =>
  new LessonTale()
    .register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .at(10)
const closed = (tale: LessonTale) => tale.health('people', PARTIAL).at(20)

describe('a partial list while the lesson runs', () => {
  it.each([
    ['EG-5', group],
    ['CW-16', group],
    ['EG-5', single],
    ['CW-16', single],
    ['EG-37', single],
  ] as const)('%s: does not say that a colleague is still there', (id, lesson) => {
    expect(check(lesson(), id).is).toBe('seen')
    expect(check(closed(lesson()), id)).toEqual({ is: 'blind', what: CANNOT_SEE })
    expect(check(closed(lesson()).health('people', COMPLETE), id).is).toBe('seen')
  })
  it('CW-16, EG-5 and EG-37 go on showing what is wrong', () => {
    const alone = single().leaves('lee')
    for (const id of ['CW-16', 'EG-5', 'EG-37']) expect(check(alone, id).is).toBe('problem')
    const unplanned = () => group().add({ type: 'oneToOne', on: true })
    expect(check(closed(unplanned()), 'EG-37').is).toBe('blind')
  })
  it('CW-3: says who came, not that nobody was late', () => {
    const state = check(closed(group()), 'CW-3')
    expect(state).toEqual({
      is: 'blind',
      what: `${CANNOT_SEE} What I saw: 2 on time, 0 more than 5 minutes early, 0 late.`,
    })
    const late = closed(group().arrives('ben', 'Ben Okoro'))
    expect(check(late, 'CW-3')).toMatchObject({ is: 'problem', about: ['ben'] })
  })
  it.each(['CW-9', 'EG-34'])('%s: says which rooms were looked at, not that all are fine', (id) => {
    expect(check(group(), id).is).toBe('seen')
    expect(check(closed(group()), id)).toEqual({
      is: 'blind',
      what: `${CANNOT_SEE} What I saw: 2 rooms looked at, no bedroom or bathroom.`,
    })
    expect(check(closed(group().room('dev', 'bedroom')), id).is).toBe('problem')
    expect(check(closed(group()).ticks(id), id).is).toBe('confirmed')
  })
  it('EG-26: says who was seen to come in, not that each came in so', () => {
    const letIn = () =>
      new LessonTale()
        .prepared()
        .at(-3)
        .knocks('k', 'Dev Shah')
        .after(9 * SECOND)
        .arrives('dev', 'Dev Shah')
        .knockGone('k', 'Dev Shah')
        .add({
          type: 'command',
          command: { kind: 'mute', id: 'dev', name: 'Dev Shah' },
          outcome: { result: 'done', steps: [] },
        })
        .at(1)
    expect(check(letIn(), 'EG-26').is).toBe('seen')
    const state = check(closed(letIn()), 'EG-26')
    expect(state.is).toBe('blind')
    expect('what' in state && state.what).toMatch(/ What I saw: 1 person came in from the waiting/)
    expect(check(closed(letIn()).ticks('EG-26'), 'EG-26').is).toBe('confirmed')
  })
  it('is as good as a whole one once the lesson is over, where it was partial for seconds', () => {
    const tale = group()
      .at(40)
      .health('people', PARTIAL)
      .after(2 * SECOND)
      .ends()
    for (const id of ['EG-5', 'CW-16', 'CW-3']) expect(check(tale, id).is).toBe('seen')
  })
})
