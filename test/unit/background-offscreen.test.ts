import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepOffscreen } from '../../lib/background/offscreen.ts'

/** The browser's side of it: whether the page is there, and how often it was asked, opened and closed. */
function browser() {
  const is = { open: false }
  const calls = {
    getContexts: vi.fn(async () => (is.open ? [{}] : [])),
    createDocument: vi.fn(async () => {
      if (is.open) throw new Error('Only a single offscreen document may be created.')
      is.open = true
    }),
    closeDocument: vi.fn(async () => void (is.open = false)),
  }
  const { getContexts, createDocument, closeDocument } = calls
  vi.stubGlobal('chrome', {
    runtime: { getContexts },
    offscreen: { createDocument, closeDocument },
  })
  return { is, ...calls }
}

function keeper() {
  const failures: unknown[] = []
  const clock = { now: 0 }
  const kept = keepOffscreen(
    (failure) => failures.push(failure),
    () => clock.now,
  )
  return {
    failures,
    clock,
    async want(wanted: boolean) {
      kept.want(wanted)
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    },
  }
}

afterEach(() => vi.unstubAllGlobals())

describe('the keeper of the offscreen page', () => {
  it('opens it once while it is wanted, and closes it afterwards', async () => {
    const chrome = browser()
    const { want, failures } = keeper()
    for (let view = 0; view < 20; view += 1) await want(true)
    expect(chrome.createDocument).toHaveBeenCalledTimes(1)
    expect(chrome.getContexts).toHaveBeenCalledTimes(1)
    await want(false)
    expect(chrome.is.open).toBe(false)
    expect(failures).toEqual([])
  })

  it('opens it again where it died while it was wanted', async () => {
    const chrome = browser()
    const { want, clock } = keeper()
    await want(true)
    chrome.is.open = false
    clock.now += 6_000
    await want(true)
    expect(chrome.is.open).toBe(true)
    expect(chrome.createDocument).toHaveBeenCalledTimes(2)
  })

  it('takes over the page of a worker that ended, and closes one that nobody wants', async () => {
    const chrome = browser()
    chrome.is.open = true
    const first = keeper()
    await first.want(true)
    expect(chrome.createDocument).not.toHaveBeenCalled()
    await keeper().want(false)
    expect(chrome.closeDocument).toHaveBeenCalledTimes(1)
    expect(first.failures).toEqual([])
  })

  it('says where it can not be opened', async () => {
    const chrome = browser()
    chrome.createDocument.mockRejectedValueOnce(new Error('no memory'))
    const { want, failures } = keeper()
    await want(true)
    expect(failures).toHaveLength(1)
  })
})
