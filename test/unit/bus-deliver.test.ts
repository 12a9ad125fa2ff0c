import { describe, expect, it } from 'vitest'
import { deliver } from '../../lib/bus/deliver.ts'
import { Refused } from '../../lib/bus/refused.ts'

const REPLY = { ok: true, value: 7 }

/** A background that loses the first messages, each in the way named, and then answers. */
function losing(...ways: readonly unknown[]) {
  const waited: number[] = []
  let sent = 0
  return {
    waited,
    sent: () => sent,
    send: () => {
      const way = sent < ways.length ? ways[sent] : REPLY
      sent += 1
      return way instanceof Error ? Promise.reject(way) : Promise.resolve(way)
    },
    // Only a pause before the next try goes by; a long silence is none while something answers.
    wait: (ms: number) => {
      if (ms > 1_000) return new Promise<void>(() => {})
      waited.push(ms)
      return Promise.resolve()
    },
  }
}

// As Chromium 156 says it.
const notArrived = () => new Error('Could not establish connection. Receiving end does not exist.')
const wayClosed = () =>
  new Error(
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  )

describe('a message to a background that is ending', () => {
  it('is sent once where it is answered', async () => {
    const there = losing()
    expect(await deliver('perform', there)).toEqual(REPLY)
    expect(there.sent()).toBe(1)
    expect(there.waited).toEqual([])
  })

  it('is sent again, whatever it is, where it did not arrive', async () => {
    const there = losing(notArrived(), notArrived())
    expect(await deliver('perform', there)).toEqual(REPLY)
    expect(there.sent()).toBe(3)
    expect(there.waited).toHaveLength(2)
  })

  it.each([
    ['nothing came back', undefined],
    ['the way closed', wayClosed()],
  ])('is sent again where %s, if twice is the same as once', async (_name, way) => {
    const there = losing(way)
    expect(await deliver('welcome', there)).toEqual(REPLY)
    expect(there.sent()).toBe(2)
  })

  it.each([
    ['nothing came back', undefined],
    ['the way closed', wayClosed()],
  ])('is not sent twice where %s and it may have been done', async (_name, way) => {
    const there = losing(way)
    await expect(deliver('perform', there)).rejects.toBeInstanceOf(Refused)
    expect(there.sent()).toBe(1)
  })

  it('is given up after a few tries, in words for a person', async () => {
    const there = losing(...Array.from({ length: 20 }, notArrived))
    await expect(deliver('welcome', there)).rejects.toThrow('did not answer')
    expect(there.sent()).toBe(4)
  })

  it('is sent again after a long silence, if twice is the same as once', async () => {
    let sent = 0
    const silences: number[] = []
    const there = {
      send: () => {
        sent += 1
        return sent === 1 ? new Promise(() => {}) : Promise.resolve(REPLY)
      },
      wait: (ms: number) => {
        silences.push(ms)
        return sent === 1 ? Promise.resolve() : new Promise<void>(() => {})
      },
    }
    expect(await deliver('welcome', there)).toEqual(REPLY)
    expect(sent).toBe(2)
    expect(silences[0]).toBe(15_000)
  })

  it('is waited for as long as it takes where it may not be said twice', async () => {
    let answer: (reply: unknown) => void = () => {}
    const waits: number[] = []
    const asked = deliver('perform', {
      send: () => new Promise((resolve) => (answer = resolve)),
      wait: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
    })
    await Promise.resolve()
    answer(REPLY)
    expect(await asked).toEqual(REPLY)
    expect(waits).toEqual([])
  })

  it('passes on any other failure as it is', async () => {
    const gone = new Error('Extension context invalidated.')
    const there = losing(gone)
    await expect(deliver('welcome', there)).rejects.toBe(gone)
    expect(there.sent()).toBe(1)
  })

  it('passes on a refusal, which is an answer', async () => {
    const no = { ok: false, error: 'No.' }
    expect(
      await deliver('perform', { send: () => Promise.resolve(no), wait: () => Promise.resolve() }),
    ).toBe(no)
  })
})
