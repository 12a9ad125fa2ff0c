import { describe, expect, it } from 'vitest'
import { describePrompt } from '../../lib/protocol/wording.ts'
import type { PromptText } from '../../lib/protocol/wording.ts'
import type { PromptKind } from '../../lib/session/events.ts'
import { CLOSED, LessonTale, MINUTE, SECOND, YEAR_4 } from '../vectors/lessons/builder.ts'

const adult = (id: string) => ({ type: 'adultSeen', id, seen: true }) as const
const kinds = (tale: LessonTale) => tale.evaluate().findings.map((one) => one.kind)
const find = (tale: LessonTale, kind: PromptKind) =>
  tale.evaluate().findings.filter((one) => one.kind === kind)

function lesson(): LessonTale {
  return new LessonTale()
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Dev Shah')
    .access(CLOSED)
}

describe('adults who are not seen yet (CW-5, CW-6, EG-28)', () => {
  it('are asked for once for all, five minutes after the start, and never ticked for a group', () => {
    expect(kinds(lesson().at(4.9))).toEqual([])
    const [finding] = find(lesson().at(5), 'noAdult')
    expect(finding).toMatchObject({ about: ['amelia', 'dev'], severity: 'notice' })
    expect(finding?.answers).toEqual(['seen', 'later'])
  })
  it('of one child can be ticked, or the child taken out for now', () => {
    const [finding] = find(lesson().add(adult('dev')).at(6), 'noAdult')
    expect(finding).toMatchObject({ about: ['amelia'], answers: ['adultSeen', 'hold', 'later'] })
  })
  it('count from when the child came in, and not where the school does not ask', () => {
    const late = lesson().add(adult('amelia'), adult('dev')).at(10).arrives('ben', 'Ben Okoro')
    expect(kinds(late.after(4 * MINUTE))).toEqual([])
    expect(kinds(late.after(MINUTE))).toEqual(['noAdult'])
    expect(kinds(lesson().pack('combined', { parentPresence: 'none' }).at(9))).toEqual([])
  })
  it('are looked for again only where the school wants it', () => {
    const both = () => lesson().add(adult('amelia'), adult('dev')).at(30)
    expect(kinds(both())).toEqual([])
    const again = both().pack('combined', { parentRecheckMinutes: 30 })
    expect(find(again, 'adultAgain')[0]?.about).toEqual(['amelia', 'dev'])
    again.prompts().add(adult('amelia'), adult('dev')).after(SECOND).prompts()
    expect(again.state().prompts[0]?.answer?.answer).toBe('cleared')
    expect(kinds(again.after(29 * MINUTE))).toEqual([])
    expect(kinds(again.after(2 * MINUTE))).toEqual(['adultAgain'])
  })
})

describe('a pupil who is gone (EG-7)', () => {
  const open = () => lesson().pack('crossways').add(adult('amelia'), adult('dev')).at(10)
  it('is told after five minutes, with the time', () => {
    expect(
      kinds(
        open()
          .leaves('dev')
          .after(4 * MINUTE),
      ),
    ).toEqual([])
    expect(
      kinds(
        open()
          .leaves('dev')
          .after(5 * MINUTE),
      ),
    ).toEqual(['goneLong'])
  })
  it('is not told of when back, when the list is not complete, or when the class leaves', () => {
    const gone = () =>
      open()
        .leaves('dev')
        .after(4 * MINUTE)
    expect(
      kinds(
        gone()
          .arrives('dev2', 'Dev Shah')
          .after(4 * MINUTE),
      ),
    ).not.toContain('goneLong')
    const partial = { level: 'partial', why: 'panelClosed' } as const
    expect(
      kinds(
        gone()
          .health('people', partial)
          .after(4 * MINUTE),
      ),
    ).toEqual([])
    expect(
      kinds(
        gone()
          .leaves('amelia')
          .after(4 * MINUTE),
      ),
    ).not.toContain('goneLong')
  })
})

describe('too few staff (EG-5, EG-37)', () => {
  const one = () => lesson().leaves('lee').add(adult('amelia'), adult('dev'))
  it('is told three minutes after the start, and settled by the reason', () => {
    expect(kinds(one().at(2))).toEqual([])
    expect(find(one().at(3), 'fewStaff')[0]).toMatchObject({ severity: 'notice', about: [] })
    expect(kinds(one().ticks('EG-5', 'Mr Lee is ill').at(3))).toEqual([])
    expect(kinds(one().ticks('EG-5', '').at(3))).toEqual(['fewStaff'])
    expect(kinds(one().pack('crossways').at(3))).toEqual([])
  })
  it('needs an act in a one-to-one call, whatever the number for a class', () => {
    const single = new LessonTale()
      .register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
      .prepared()
      .arrives('amelia', 'Amelia Potter')
      .arrives('mum', 'Mrs Potter')
      .add(adult('amelia'))
      .at(4)
    expect(find(single, 'fewStaff')[0]).toMatchObject({ severity: 'act', about: ['amelia'] })
  })
})

describe('one adult alone with one child', () => {
  const alone = () => new LessonTale().prepared().access(CLOSED).at(1).arrives('dev', 'Dev Shah')
  it('is an alarm in any school', () => {
    const bare = alone().pack('crossways', { clauses: ['CW-1'] })
    expect(find(bare.after(3 * MINUTE), 'alone')[0]).toMatchObject({ severity: 'alarm' })
  })
  it('is not hidden by somebody who is left waiting', () => {
    const tale = alone().knocks('k', 'Gary')
    expect(kinds(tale.after(3 * MINUTE))).not.toContain('alone')
    expect(kinds(tale.after(2 * MINUTE))).toContain('alone')
  })
})

describe('files (EG-33)', () => {
  const posted = (sender: string) =>
    lesson().at(1).add({ type: 'chatSeen', what: 'file', lineId: 'f', sender })
  it('of staff are none of our business; of a child who took a teacher’s name they are', () => {
    expect(kinds(posted('Amelia Potter'))).toEqual(['filePosted'])
    expect(kinds(posted('Tom Lee'))).toEqual([])
    const copy = lesson().at(1).arrives('x', 'Tom Lee').matched('x', 'duplicate', 'lee')
    copy.add({ type: 'chatSeen', what: 'file', lineId: 'f', sender: 'Tom Lee' })
    expect(kinds(copy)).toContain('filePosted')
  })
})

describe('asking goes from words to a deed to the parent', () => {
  const words = (tale: LessonTale): PromptText => {
    const [finding] = find(tale, 'room')
    if (finding === undefined) throw new Error('no room')
    return describePrompt('room', ['Dev Shah'], {
      state: tale.state(),
      finding,
      answers: finding.answers,
      parent: 'Mrs Shah, 01632 960 105',
    })
  }
  it('in a room that stays a bedroom', () => {
    const tale = lesson().add(adult('amelia'), adult('dev')).at(1).room('dev', 'bedroom').prompts()
    expect(words(tale).answers[0]?.answer).toBe('askToMove')
    tale
      .answers('room', 'askToMove')
      .after(95 * SECOND)
      .prompts()
    expect(words(tale).body).toMatch(/You asked at 10:01/)
    expect(words(tale).answers[0]).toMatchObject({ answer: 'cameraOff', primary: true })
    tale
      .answers('room', 'askToMove')
      .after(95 * SECOND)
      .prompts()
    expect(words(tale).body).toMatch(/a word with the parent: Mrs Shah, 01632 960 105/)
    expect(tale.state().prompts.map((one) => one.kind)).toEqual(['room', 'room', 'room'])
  })
  it('but "Later" is no asking', () => {
    const tale = lesson().add(adult('amelia'), adult('dev')).at(1).room('dev', 'bedroom').prompts()
    tale
      .answers('room', 'later')
      .after(200 * SECOND)
      .prompts()
    expect(words(tale).body).not.toMatch(/You asked/)
  })
})

describe('outside school hours (EG-20)', () => {
  it('is told once, not after a reason', () => {
    const late = () =>
      lesson()
        .add(adult('amelia'), adult('dev'))
        .at(6 * 60)
    expect(kinds(late())).toEqual(['outsideHours'])
    expect(kinds(late().ticks('EG-20', 'parents’ evening'))).toEqual([])
  })
})
