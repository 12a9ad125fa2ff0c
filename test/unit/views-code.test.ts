import { describe, expect, it } from 'vitest'
import { nameOfLesson, tellingCode } from '../../lib/views/code.ts'

const THREAD = '19:meeting_NDQ5YTk2ZjQt@thread.v2'

describe('the code of a meeting', () => {
  it('is shown where it can be held against the address', () =>
    expect(tellingCode('abc-defg-hij')).toBe('abc-defg-hij'))
  it('is not shown where it is the id of a thread', () =>
    expect(tellingCode(THREAD)).toBeUndefined())
  it.each([
    ['Year 4 Maths', 'abc-defg-hij', 'Year 4 Maths'],
    ['', 'abc-defg-hij', 'abc-defg-hij'],
    ['', THREAD, 'No class chosen'],
  ])('names the lesson of “%s” in %s', (className, code, name) =>
    expect(nameOfLesson({ className, code })).toBe(name),
  )
})
