import { describe, expect, it } from 'vitest'
import { toCpomsText } from '../../lib/record/index.ts'
import { LessonTale, MINUTE, SECOND } from '../vectors/lessons/builder.ts'

/** Ben takes Amelia's name for a while and gives it back. */
const lesson = () =>
  new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .arrives('ben', 'Ben Okoro')
    .after(MINUTE)
    .renames('ben', 'Ben Okoro', 'Amelia Potter')
    .prompts()
    .after(10 * SECOND)
    .renames('ben', 'Amelia Potter', 'Ben Okoro')
    .prompts()

describe('a name that was taken and given back (EG-13)', () => {
  it('is told in its order, so that nobody takes the one for the other', () => {
    const check = lesson()
      .record()
      .checks.find((one) => one.clause === 'EG-13')
    expect(check?.what).toBe(
      'A name changed after admission: Ben Okoro became Amelia Potter; Amelia Potter became Ben Okoro.',
    )
  })

  it('stands in the text for CPOMS once for each change and once with its answer', () => {
    const tale = lesson()
    const record = tale.ends().record()
    const lines = toCpomsText(record)
      .split('\n')
      .filter((line) => line.includes('Changed name'))
    const asked = record.prompts.filter((one) => one.kind === 'renamed').length
    expect(lines).toHaveLength(2 + asked)
    for (const line of lines) expect(line).toMatch(/Changed name \([^)]+\): \S/u)
  })
})
