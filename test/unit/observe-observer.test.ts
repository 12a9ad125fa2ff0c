import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { blindObservation } from '../../lib/observe/blind.ts'
import { createObserver } from '../../lib/observe/observer.ts'
import { same } from '../../lib/observe/same.ts'
import {
  ALIVE_MS,
  changed,
  DEFAULT_SCAN_POLICY as POLICY,
  nextScanAt,
  RESEND_MS,
  scanned,
  whatToSend,
} from '../../lib/observe/when.ts'
import { handClock } from '../support/handClock.ts'

afterEach(() => vi.restoreAllMocks())

describe('when the page is read', () => {
  const rested = { lastScanAt: 0, lastCostMs: 2, alike: 0, hidden: false }

  it('polls once a second, half as often when hidden', () => {
    expect(nextScanAt(rested)).toBe(POLICY.pollMs)
    expect(nextScanAt({ ...rested, hidden: true })).toBe(POLICY.hiddenPollMs)
  })

  it('polls less often where nothing was found for a while, and reads as soon as ever what the page tells', () => {
    const quiet = { ...rested, alike: 5 }
    expect(nextScanAt(quiet)).toBe(POLICY.quietPollMs)
    expect(nextScanAt({ ...quiet, alike: 4 })).toBe(POLICY.pollMs)
    expect(nextScanAt(changed(quiet, 600))).toBe(600 + POLICY.settleMs)
    expect(nextScanAt({ ...quiet, hidden: true })).toBe(POLICY.hiddenPollMs)
  })

  it('reads soon after the first change, and a page that never rests does not put it off', () => {
    const once = changed(rested, 600)
    expect(nextScanAt(once)).toBe(600 + POLICY.settleMs)
    expect(nextScanAt(changed(once, 650))).toBe(600 + POLICY.settleMs)
  })

  it('keeps a distance after a reading, longer after a dear one', () => {
    expect(nextScanAt(changed(rested, 10))).toBe(POLICY.minGapMs)
    expect(nextScanAt(changed({ ...rested, lastCostMs: 5 }, 10))).toBe(5 * POLICY.rest)
    expect(nextScanAt(changed({ ...rested, lastCostMs: 20 }, 10))).toBe(POLICY.pollMs)
    expect(nextScanAt(changed({ ...rested, lastCostMs: 60 }, 10))).toBe(60 * POLICY.leastRest)
  })

  it('reads a page that only makes noise half as often, and a newcomer is still there within a second', () => {
    const noisy = { ...rested, alike: 2 }
    expect(nextScanAt(changed(noisy, 10))).toBe(POLICY.noisyGapMs)
    expect(POLICY.noisyGapMs + POLICY.settleMs).toBeLessThan(700)
    const after = scanned(changed(noisy, 10), 500, 2, true)
    expect(nextScanAt(changed(after, 510))).toBe(500 + POLICY.minGapMs)
  })

  it('starts clean after a reading', () => {
    expect(scanned(changed(rested, 10), 50, 3, false)).toEqual({
      lastScanAt: 50,
      lastCostMs: 3,
      alike: 1,
      hidden: false,
    })
  })

  it('never spends more than a small share of the time on reading', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 200, noNaN: true }), (costMs) => {
        const share =
          costMs /
          (nextScanAt(changed({ lastScanAt: 0, lastCostMs: costMs, alike: 0, hidden: false }, 0)) -
            0)
        const limit = costMs * POLICY.rest <= POLICY.pollMs ? POLICY.rest : POLICY.leastRest
        expect(share).toBeLessThanOrEqual(1 / limit + 1e-9)
      }),
    )
  })
})

describe('what is sent', () => {
  it.each([
    [true, 100, 50, undefined, 'observation'],
    [false, 100, undefined, undefined, 'observation'],
    [false, 100, 50, undefined, 'nothing'],
    [false, 50 + ALIVE_MS, 50, undefined, 'alive'],
    [false, 60 + ALIVE_MS, 50, 55 + ALIVE_MS, 'nothing'],
    [false, 50 + RESEND_MS, 50, 45 + RESEND_MS, 'observation'],
  ] as const)('differs %s at %d, sent %s, alive %s: %s', (differs, now, sent, alive, what) => {
    expect(whatToSend(differs, now, sent, alive)).toBe(what)
  })
})

describe('sameness', () => {
  it('is what JSON says, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(same(a, structuredClone(a))).toBe(true)
        expect(same(a, b)).toBe(same(b, a))
        if (same(a, b)) expect(structuredClone(a)).toEqual(structuredClone(b))
      }),
    )
  })

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [[], {}],
    [null, {}],
    [{ a: undefined }, { b: undefined }],
    [[1, 2], [1]],
    [0, '0'],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false)
  })
})

function setting(read: () => Observation) {
  const clock = handClock()
  const stop = new AbortController()
  let onVisibility = () => {}
  const doc = {
    hidden: false,
    addEventListener: (_type: string, listener: () => void) => {
      onVisibility = listener
    },
  }
  let change = () => {}
  const unwatch = vi.fn()
  const sent: Observation[] = []
  const onAlive = vi.fn()
  const reading = vi.fn(read)
  const observer = createObserver({
    adapter: { platform: 'meet', codeOf: () => 'abc-defg-hij', read: reading },
    doc: doc as unknown as Document,
    url: () => new URL('https://meet.google.com/abc-defg-hij'),
    schedule: clock,
    signal: stop.signal,
    now: () => clock.now(),
    clock: () => clock.now(),
    watch: (onChange) => {
      change = onChange
      return unwatch
    },
    onObservation: (observation) => sent.push(observation),
    onAlive,
  })
  return {
    clock,
    stop,
    doc,
    sent,
    onAlive,
    reading,
    observer,
    unwatch,
    change: () => change(),
    visibility: () => onVisibility(),
  }
}

const plain = (title: string): Observation => ({
  ...blindObservation('meet', 'abc-defg-hij', 'x'),
  title,
})

describe('the observer', () => {
  it('sends the first reading at once and then only what differs', async () => {
    let title = 'one'
    const { clock, sent, reading } = setting(() => plain(title))
    await clock.advance(5000)
    expect(sent.map((one) => one.title)).toEqual(['one'])
    expect(reading.mock.calls.length).toBeGreaterThanOrEqual(5)
    title = 'two'
    await clock.advance(POLICY.quietPollMs + 100)
    expect(sent.map((one) => one.title)).toEqual(['one', 'two'])
  })

  it('turns a storm of changes into a few readings', async () => {
    const { clock, reading, change } = setting(() => plain('one'))
    await clock.advance(1)
    const before = reading.mock.calls.length
    for (let i = 0; i < 1000; i += 1) {
      change()
      await clock.advance(2)
    }
    expect(reading.mock.calls.length - before).toBeLessThanOrEqual(9)
  })

  it('sees a change within 400 ms', async () => {
    let title = 'one'
    const { clock, sent, change } = setting(() => plain(title))
    await clock.advance(1000)
    title = 'two'
    change()
    await clock.advance(400)
    expect(sent.at(-1)?.title).toBe('two')
  })

  it('says that it is alive while nothing differs, and sends in full now and then', async () => {
    const { clock, sent, onAlive } = setting(() => plain('one'))
    await clock.advance(RESEND_MS + 2000)
    expect(onAlive).toHaveBeenCalledTimes(2)
    expect(sent).toHaveLength(2)
  })

  it('sends all anew when the other end forgot', async () => {
    const { clock, sent, observer } = setting(() => plain('one'))
    await clock.advance(2000)
    observer.resend()
    await clock.advance(400)
    expect(sent).toHaveLength(2)
  })

  it('says that it is blind when the reader breaks, and goes on', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    let broken = true
    const { clock, sent } = setting(() => {
      if (broken) throw new Error('no such tile')
      return plain('again')
    })
    await clock.advance(3000)
    expect(sent).toHaveLength(1)
    for (const item of Object.values(sent[0]?.health ?? {})) {
      expect(item).toEqual({ level: 'blind', why: 'readerFailed', detail: 'no such tile' })
    }
    expect(sent[0]?.phase).toBe('unknown')
    expect(warned).toHaveBeenCalledOnce()
    broken = false
    await clock.advance(1100)
    expect(sent.at(-1)?.title).toBe('again')
  })

  it('reads more rarely while hidden, and at once when shown', async () => {
    const { clock, doc, reading, visibility } = setting(() => plain('one'))
    await clock.advance(100)
    doc.hidden = true
    visibility()
    await clock.advance(1000)
    const before = reading.mock.calls.length
    await clock.advance(10_000)
    expect(reading.mock.calls.length - before).toBeLessThanOrEqual(5)
    doc.hidden = false
    visibility()
    const shown = reading.mock.calls.length
    await clock.advance(300)
    expect(reading.mock.calls.length).toBe(shown + 1)
  })

  it('stands down with the script', async () => {
    const { clock, stop, reading, unwatch, change } = setting(() => plain('one'))
    await clock.advance(1000)
    stop.abort()
    const before = reading.mock.calls.length
    change()
    await clock.advance(10_000)
    expect(reading.mock.calls.length).toBe(before)
    expect(unwatch).toHaveBeenCalledOnce()
  })
})
