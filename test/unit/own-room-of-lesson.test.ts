import { describe, expect, it } from 'vitest'
import { LessonTale, MINUTE } from '../vectors/lessons/builder.ts'

/** CW-8 and EG-17 in the record: when the call is over nobody has a picture any more; what was judged during it stands. */
const lesson = () => new LessonTale().prepared()
const after = (tale: LessonTale) => {
  const { checks } = tale.after(MINUTE).ends().record()
  return checks.find((one) => one.clause === 'CW-8')
}

describe('the teacher’s own room when the lesson is over', () => {
  it('was seen where it was judged during the lesson', () => {
    expect(after(lesson().room('self', 'fine'))).toMatchObject({
      state: 'seen',
      what: 'Your own picture was looked at: no bedroom or bathroom.',
    })
  })

  it('stays judged when the camera went off before the end', () => {
    const tale = lesson().room('self', 'fine').after(MINUTE).camera('self', 'off')
    expect(after(tale)).toMatchObject({ state: 'seen' })
  })

  it('is a problem where a bedroom was seen last and nobody answered', () => {
    expect(after(lesson().room('self', 'bedroom'))).toMatchObject({
      state: 'problem',
      what: expect.stringContaining('May have been in a bedroom or bathroom'),
    })
  })

  it('is not known where it never was clear', () => {
    expect(after(lesson())).toMatchObject({ state: 'blind' })
  })
})
