import { describe, expect, it } from 'vitest'
import { createMatcher } from '../../lib/register/index.ts'
import { bigRegister, shownNames } from '../bench/bigClass.ts'

describe('what a matcher does in idle moments before the lesson', () => {
  const register = bigRegister(200)
  const people = shownNames(register, 60)
  it('comes to an end in parts, and changes no result', () => {
    const matcher = createMatcher(register)
    let parts = 1
    while (matcher.warm()) parts += 1
    expect(parts).toBe(9)
    expect([...matcher.matchAll(people)]).toEqual([...createMatcher(register).matchAll(people)])
  })
  it('is nothing without a register', () => expect(createMatcher(undefined).warm()).toBe(false))
})
