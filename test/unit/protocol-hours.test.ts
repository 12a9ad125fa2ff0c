import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

/** Friday in winter, when London's clock shows UTC; the founding rules have school hours from 08:30 to 15:30. */
const at = (hour: number, minute: number) => Date.UTC(2026, 10, 20, hour, minute)

/** The teacher alone in the call from `from`, which is planned for `planned`. */
function lesson(from: number, planned?: number): LessonTale {
  const tale = new LessonTale(from).teacher()
  return planned === undefined ? tale : tale.add({ type: 'plannedStart', startsAt: planned })
}
const state = (tale: LessonTale): CheckState | undefined =>
  tale.evaluate().checklist.find((one) => one.clause.id === 'EG-20')?.state
const isAsked = (tale: LessonTale) =>
  tale.evaluate().findings.some((one) => one.kind === 'outsideHours')

describe('the first lesson of the day (EG-20 beside CW-3)', () => {
  it('is within school hours where the class comes early as the policy asks', () => {
    const tale = lesson(at(8, 24), at(8, 30))
    expect(isAsked(tale)).toBe(false)
    expect(state(tale)?.is).toBe('seen')
    tale.after(3 * MINUTE).arrives('amelia', 'Amelia Potter')
    expect(isAsked(tale)).toBe(false)
    tale.after(3 * MINUTE)
    expect(state(tale)).toMatchObject({
      is: 'seen',
      what: 'Within school hours (08:30–15:30).',
    })
    expect(tale.record().people.find((one) => one.name === 'Amelia Potter')?.arrival).toBe('onTime')
  })
  it('counts from the early window of the school’s own rules', () => {
    const rules = { earlyWindowMinutes: { from: 15, to: 2 } }
    expect(isAsked(lesson(at(8, 12), at(8, 30)).pack('combined', rules))).toBe(false)
    expect(isAsked(lesson(at(8, 12), at(8, 30)))).toBe(true)
  })
  it('is outside of them where the call begins long before', () => {
    const tale = lesson(at(8, 19), at(8, 30))
    expect(isAsked(tale)).toBe(true)
    expect(state(tale)).toMatchObject({
      is: 'problem',
      what: 'Outside school hours (08:30–15:30): started at 08:19 and still running at 08:19.',
    })
  })
  it('is outside of them where it is planned before school, or for a day without school', () => {
    expect(isAsked(lesson(at(8, 24), at(8, 25)))).toBe(true)
    const saturday = 24 * 60 * MINUTE
    expect(isAsked(lesson(at(8, 24) + saturday, at(8, 30) + saturday))).toBe(true)
  })
  it('is judged by the beginning of the call where no start is planned', () => {
    const tale = lesson(at(8, 24))
    expect(isAsked(tale)).toBe(true)
    expect(state(tale)).toMatchObject({ is: 'problem' })
  })
  it('that runs on after school is still told, and once', () => {
    const tale = lesson(at(15, 20), at(15, 25)).after(20 * MINUTE)
    expect(isAsked(tale)).toBe(true)
    expect(state(tale)).toMatchObject({ what: expect.stringMatching(/: still running at 15:40/) })
  })
})
