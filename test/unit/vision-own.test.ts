import { describe, expect, it } from 'vitest'
import type { RoomClass } from '../../lib/vision/types.ts'
import { updateOwn } from '../../lib/vision/own.ts'
import type { OwnState } from '../../lib/vision/own.ts'
import { DEFAULT_VERDICT_POLICY } from '../../lib/vision/verdict.ts'
import { BLACK, readingOf } from '../support/rooms.ts'

interface Seen {
  readonly room: RoomClass
  readonly p: number
  readonly scene?: number
  readonly dark?: boolean
}

function look(seen: readonly Seen[]): readonly OwnState[] {
  const states: OwnState[] = []
  seen.forEach(({ room, p, scene = 1, dark = false }, index) => {
    const reading = readingOf(room, p, scene, dark ? BLACK : {})
    states.push(updateOwn(states.at(-1), reading, 1_000_000 + index * 1000, DEFAULT_VERDICT_POLICY))
  })
  return states
}
const times = (count: number, seen: Seen): Seen[] => Array.from({ length: count }, () => seen)
const last = (seen: readonly Seen[]) => look(seen).at(-1)?.is

describe('what the teacher’s own picture shows', () => {
  it.each([
    ['plain', 0.95, 'plain'],
    ['common', 0.95, 'notPlain'],
    ['bedroom', 0.97, 'bedroom'],
    ['unclear', 0.95, 'looking'],
  ] as const)('%s at %d: %s, after some readings and not before', (room, p, is) => {
    const states = look(times(8, { room, p }))
    expect(states[0]?.is).toBe('looking')
    expect(states.at(-1)?.is).toBe(is)
  })

  it('leaves open whether it is plain where the model leaves it open', () => {
    const even = Array.from({ length: 10 }, (_, index): Seen => ({
      room: index % 2 === 0 ? 'plain' : 'common',
      p: 0.9,
    }))
    expect(last(even)).toBe('fine')
  })

  it('keeps the time at which it was first so', () => {
    const states = look(times(12, { room: 'plain', p: 0.95 }))
    const first = states.find(({ is }) => is === 'plain')
    expect(states.at(-1)?.at).toBe(first?.at)
  })

  it('begins again with another background, and follows it', () => {
    const seen = [
      ...times(8, { room: 'bedroom', p: 0.97, scene: 1 }),
      ...times(8, { room: 'plain', p: 0.95, scene: 2 }),
    ]
    const states = look(seen)
    expect(states[7]?.is).toBe('bedroom')
    expect(states[9]?.is).toBe('looking')
    expect(states.at(-1)?.is).toBe('plain')
  })

  it('says covered of a dark lens, and nothing of the wall in the dark', () => {
    expect(
      last([
        ...times(6, { room: 'plain', p: 0.95 }),
        ...times(4, { room: 'common', p: 1, dark: true }),
      ]),
    ).toBe('covered')
  })
})
