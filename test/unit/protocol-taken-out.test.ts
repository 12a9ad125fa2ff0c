import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../lib/meeting/index.ts'
import type { CheckState } from '../../lib/protocol/types.ts'
import type { HoldReason } from '../../lib/session/events.ts'
import { LessonTale, MINUTE, SECOND, TEN } from '../vectors/lessons/builder.ts'

function check(tale: LessonTale, id = 'CW-6'): CheckState {
  const item = tale.evaluate().checklist.find((one) => one.clause.id === id)
  if (item === undefined) throw new Error(`${id} is not on the checklist`)
  return item.state
}
const lesson = () => new LessonTale().prepared().at(1).arrives('ben', 'Ben Okoro').after(MINUTE)
const FAILED: Outcome = { result: 'unavailable', steps: [], why: 'notAHost' }
const GUIDED: Outcome = { result: 'guided', steps: [] }
const DONE: Outcome = { result: 'done', steps: [] }

function hold(tale: LessonTale, outcome: Outcome, why: HoldReason = 'noAdult'): LessonTale {
  const ben = { id: 'ben', name: 'Ben Okoro' }
  return tale.add(
    { type: 'held', ...ben, why },
    { type: 'command', command: { kind: 'remove', ...ben }, outcome },
  )
}
const OUT = { is: 'seen', what: 'Taken out until an adult is there: Ben Okoro.' }
const HERE = { is: 'problem', what: 'No adult seen with Ben Okoro.', about: ['ben'] }

describe('CW-6: a child without an adult is taken out', () => {
  it('is not said of one who was not, and who is still here', () => {
    expect(check(hold(lesson(), FAILED))).toEqual(HERE)
    expect(check(hold(lesson(), GUIDED))).toEqual(HERE)
    // Nothing has come of it yet.
    expect(
      check(lesson().add({ type: 'held', id: 'ben', name: 'Ben Okoro', why: 'noAdult' })),
    ).toEqual(HERE)
    // That the call ends takes nobody out, nor do they go for it half an hour later.
    expect(check(hold(lesson(), FAILED).after(MINUTE).ends()).is).toBe('problem')
    expect(check(hold(lesson(), FAILED).at(40).leaves('ben')).is).not.toBe('seen')
  })
  it('is said where the meeting showed it, or they went by the meeting’s own button', () => {
    expect(check(hold(lesson(), DONE))).toMatchObject(OUT)
    expect(check(hold(lesson(), DONE).leaves('ben'))).toMatchObject(OUT)
    expect(
      check(
        hold(lesson(), GUIDED)
          .after(20 * SECOND)
          .leaves('ben'),
      ),
    ).toMatchObject(OUT)
  })
  it('is said after the lesson as well, unless they came back without one', () => {
    const out = () => hold(lesson(), DONE).leaves('ben')
    expect(check(out().at(45).ends())).toMatchObject(OUT)
    expect(check(out().at(10).arrives('ben', 'Ben Okoro').at(45).ends())).toEqual(HERE)
    expect(check(out().at(10).arrives('ben2', 'Ben Okoro').at(45).ends())).toEqual(HERE)
  })
  it('was without an adult by the teacher’s own word, also where one was seen before and the meeting did nothing', () => {
    const seen = () => lesson().add({ type: 'adultSeen', id: 'ben', seen: true }).at(6)
    expect(check(seen()).is).toBe('notApplicable')
    expect(check(hold(seen(), FAILED))).toEqual(HERE)
    expect(check(hold(seen(), FAILED), 'CW-5').is).toBe('waiting')
    const again = hold(seen(), FAILED).at(7).add({ type: 'adultSeen', id: 'ben', seen: true })
    expect(check(again).is).not.toBe('problem')
    expect(check(hold(seen(), DONE, 'cameraOff'), 'CW-5').is).toBe('confirmed')
  })
  it('leaves the entry before as it was in the record', () => {
    const tale = new LessonTale().prepared().at(1).knocks('k', 'Ben Okoro').after(SECOND)
    tale.arrives('ben', 'Ben Okoro').knockGone('k', 'Ben Okoro').after(MINUTE)
    tale.add({ type: 'adultSeen', id: 'ben', seen: true }).at(6)
    const record = hold(tale, DONE).leaves('ben').at(45).ends().record()
    expect(record.entries).toMatchObject([{ adultSeenAt: TEN + 2 * MINUTE + SECOND }])
    expect(record.people.find((one) => one.name === 'Ben Okoro')?.adultSeenAt).toBeUndefined()
  })
  it('is not said of the camera either (EG-27)', () => {
    const dark = () => lesson().camera('ben', 'off').after(MINUTE)
    const off = 'Camera off or covered: Ben Okoro.'
    expect(check(hold(dark(), FAILED, 'cameraOff'), 'EG-27')).toMatchObject({ what: off })
    const gone = hold(dark(), DONE, 'cameraOff').leaves('ben').arrives('amelia', 'Amelia Potter')
    expect(check(gone.room('amelia', 'fine'), 'EG-27')).toMatchObject({
      what: '1 camera on. Held for it: Ben Okoro.',
    })
  })
})
