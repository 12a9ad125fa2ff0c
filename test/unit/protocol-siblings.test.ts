import { describe, expect, it } from 'vitest'
import type { CheckState } from '../../lib/protocol/types.ts'
import { LessonTale, MINUTE, SECOND, YEAR_4 } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id: string): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
const kinds = (tale: LessonTale) => tale.evaluate().findings.map((one) => one.kind)
const recorded = { type: 'notice', what: 'recording', state: 'yes' } as const

/** Two children behind one device, as the teacher has said. */
const both = (tale: LessonTale, key: string, other: string) =>
  tale.matched(key, 'pupil', 'amelia', { together: ['amelia', other] })
const inCall = (other: string) =>
  both(new LessonTale().prepared().at(1).arrives('d', 'Amelia & co'), 'd', other)
const waiting = (other: string) =>
  both(new LessonTale().prepared().at(-3).knocks('k', 'Amelia & co'), 'k', other)

describe('consent of each of several children behind one device', () => {
  it('EG-21: one who may not be recorded is told, by name, and raises the alarm', () => {
    const tale = inCall('ben').add(recorded).after(SECOND)
    expect(check(tale, 'EG-21')).toEqual({
      is: 'problem',
      what: 'The call is being recorded without permission for Ben Okoro.',
      about: ['d'],
    })
    expect(kinds(tale)).toContain('recording')
    expect(check(tale.after(MINUTE).ends(), 'EG-21').is).toBe('problem')
  })
  it('EG-21: good where both may', () => {
    const tale = inCall('dev').add(recorded).after(SECOND)
    expect(check(tale, 'EG-21').is).toBe('seen')
    expect(kinds(tale)).not.toContain('recording')
  })
  it('EG-22: one without consent is told, by name, in the call and at the door', () => {
    const told = { is: 'problem', what: 'No consent to video: Zofia Kowalska.' }
    expect(check(inCall('zofia'), 'EG-22')).toEqual({ ...told, about: ['d'] })
    expect(check(waiting('zofia'), 'EG-22')).toEqual({ ...told, about: ['k'] })
    expect(kinds(inCall('zofia'))).toContain('noConsent')
  })
  it('EG-22: one of whom the register says nothing is no all-clear', () => {
    const pupils = YEAR_4.pupils.map((one) =>
      one.id === 'ben' ? { ...one, consentVideo: 'unknown' as const } : one,
    )
    expect(check(inCall('ben').register({ ...YEAR_4, pupils }), 'EG-22')).toEqual({
      is: 'blind',
      what: 'The register does not say whether there is consent for Ben Okoro.',
    })
  })
  it('EG-22 counts children, not devices, and each once', () => {
    expect(check(inCall('dev').arrives('d2', 'Dev Shah'), 'EG-22')).toMatchObject({
      is: 'seen',
      what: 'Consent is on the register for all 2 pupils in the call.',
    })
    const one = new LessonTale().prepared().at(1).arrives('a', 'Amelia Potter')
    expect(check(one, 'EG-22')).toMatchObject({
      is: 'seen',
      what: 'Consent is on the register for the one pupil in the call.',
    })
  })
})
