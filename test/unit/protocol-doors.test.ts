import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { CLOSED, LessonTale, MINUTE, OPEN, SECOND, TEN } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
/** Open from 09:55 on, as `prepared` has it. */
const begun = () => new LessonTale().prepared()
const ASKS = { ...OPEN, state: 'restricted' } as const

describe('the waiting room through the lesson (CW-2, EG-25)', () => {
  const open = () => begun().at(-3).arrives('amelia', 'Amelia Potter').at(5).access(CLOSED)

  it.each(['CW-2', 'EG-25'])('%s says when the call was open, and who came in meanwhile', (id) => {
    const told = {
      is: 'problem',
      what: 'The call was open from 09:55 to 10:05; came in without asking: Amelia Potter.',
      about: ['amelia'],
    }
    expect(check(open(), id)).toEqual(told)
    expect(check(open().at(45).ends(), id)).toEqual(told)
    expect(check(open().ticks(id, 'on'), id).is).toBe('problem')
  })
  it('is good where only staff came in, or whoever came had waited', () => {
    const staff = begun().at(-3).arrives('lee', 'Tom Lee').at(-2).access(ASKS)
    expect(check(staff.at(-1).arrives('amelia', 'Amelia Potter'), 'CW-2').is).toBe('seen')
    const waited = begun().at(-3).knocks('k', 'Amelia Potter').after(SECOND)
    waited.arrives('amelia', 'Amelia Potter').knockGone('k', 'Amelia Potter').at(-2).access(ASKS)
    expect(check(waited, 'CW-2').is).toBe('seen')
  })
  it('EG-25 tells who waits now before what was', () => {
    expect(check(open().at(6).knocks('k', 'Gary'), 'EG-25')).toMatchObject({
      is: 'problem',
      what: expect.stringMatching(
        /^Not on the register — waiting: Gary\. The call was open/,
      ) as string,
      about: ['k', 'amelia'],
    })
  })
  it('tells each time, and no time in which nobody came', () => {
    const tale = begun().at(-4).access(ASKS).at(1).access(OPEN).after(SECOND)
    tale.arrives('amelia', 'Amelia Potter').at(2).access(ASKS).at(10).access(OPEN).after(SECOND)
    tale.arrives('x', 'Gary').at(11).access(ASKS)
    expect(check(tale.at(45).ends(), 'CW-2')).toMatchObject({
      what: 'The call was open from 10:01 to 10:02 and from 10:10 to 10:11; came in without asking: Amelia Potter and Gary.',
    })
  })
})

describe('a lock that came late (EG-24)', () => {
  it('says by how much, for good', () => {
    const tale = begun().at(40).access(CLOSED)
    const what = 'Locked at 10:40, 35 minutes after it was due (“This call is restricted”).'
    expect(check(tale, 'EG-24')).toMatchObject({ is: 'problem', what })
    expect(check(tale.ticks('EG-24').at(45).ends(), 'EG-24')).toMatchObject({ is: 'problem', what })
  })
  it('is in time for two minutes more', () => {
    expect(check(begun().at(6.9).access(CLOSED).at(45).ends(), 'EG-24').is).toBe('seen')
    expect(check(begun().at(7.1).access(CLOSED), 'EG-24')).toMatchObject({
      what: expect.stringMatching(/^Locked at 10:07, 2 minutes after it was due/) as string,
    })
  })
  it('is in time where a child was let back in and it was locked again', () => {
    const again = begun().at(5).access(CLOSED).at(20).access(OPEN).at(21).access(CLOSED)
    expect(check(again, 'EG-24')).toMatchObject({
      is: 'seen',
      what: expect.stringMatching(/open again 1 time before/) as string,
    })
  })
  it('is late where an early lock was undone before the deadline', () => {
    const undone = begun().at(-2).access(CLOSED).at(1).access(OPEN).at(40).access(CLOSED)
    expect(check(undone, 'EG-24').is).toBe('problem')
  })
  it('blames nobody for a lock that could not be seen before, and takes a tick', () => {
    const hidden = begun().at(4).health('lock', { level: 'partial', why: 'panelClosed' })
    hidden.at(40).health('lock', { level: 'complete' }).access(CLOSED)
    expect(check(hidden, 'EG-24')).toEqual({
      is: 'blind',
      what: 'Due at 10:05; I first saw the lock at 10:40.',
    })
    expect(check(hidden.ticks('EG-24', 'locked at 10:05'), 'EG-24').is).toBe('confirmed')
  })
  it('knows also a lock that only its command shows', () => {
    const locks = (minute: number) =>
      begun()
        .at(minute)
        .add({
          type: 'command',
          command: { kind: 'lock' },
          outcome: { result: 'done', steps: [] },
        })
    expect(check(locks(5).access(CLOSED), 'EG-24').is).toBe('seen')
    expect(check(locks(40).access(CLOSED), 'EG-24').is).toBe('problem')
  })
})

describe('when the call was open and locked, in the fold', () => {
  it('is kept through the lesson and closed with it', () => {
    const tale = begun().at(5).access(CLOSED).at(9).access(OPEN).at(11).access(ASKS).at(45).ends()
    const at = (minute: number) => TEN + minute * MINUTE
    expect(tale.state().opened).toEqual({
      toAnybody: [
        { from: at(-5), to: at(5) },
        { from: at(9), to: at(11) },
      ],
      toNewcomers: [
        { from: at(-5), to: at(5) },
        { from: at(9), to: at(45) },
      ],
    })
    expect(tale.state().locked).toEqual([{ from: at(5), to: at(9) }])
  })
})
