import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetUrl } from './driver.ts'
import { becomes, count, startHarness, words, type Harness } from './harness.ts'

interface Policy {
  createScript(text: string): string
}

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

describe('the page of the simulated Meet', () => {
  it('is served under the real name, isolated and under Trusted Types', async () => {
    const { page } = await harness.open()
    expect(new URL(page.url()).origin).toBe('https://meet.google.com')
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    const tried = await page.evaluate(() => {
      const attempt = (run: () => void): string => {
        try {
          run()
          return 'ran'
        } catch (error) {
          return error instanceof Error ? error.name : 'threw'
        }
      }
      return {
        markup: attempt(() => {
          document.createElement('div').innerHTML = '<b>x</b>'
        }),
        script: attempt(() => {
          document.createElement('script').textContent = '1'
        }),
      }
    })
    expect(tried).toEqual({ markup: 'TypeError', script: 'TypeError' })
  })

  it('refuses inline script without the nonce, and scripts from elsewhere', async () => {
    const { page } = await harness.open()
    const blocked = await page.evaluate(async () => {
      const seen = new Set<string>()
      const both = new Promise<void>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          seen.add(event.effectiveDirective)
          if (seen.size === 3) done()
        })
      })
      const types = Reflect.get(window, 'trustedTypes') as {
        createPolicy(name: string, rules: Policy): Policy
      }
      const policy = types.createPolicy('probe', { createScript: (text) => text })
      // In a turn of its own: what the debugger runs itself is let through.
      setTimeout(() => {
        const button = document.createElement('button')
        Reflect.apply(Element.prototype.setAttribute, button, [
          'onclick',
          policy.createScript('document.title = "inline ran"'),
        ])
        document.body.append(button)
        button.click()
        button.remove()
        try {
          Reflect.apply(eval, window, [policy.createScript('document.title = "code ran"')])
        } catch {
          // refused, and reported as a violation
        }
        fetch('https://example.org/').catch(() => undefined)
      }, 0)
      await Promise.race([both, new Promise((late) => setTimeout(late, 4000))])
      return { seen: [...seen].toSorted(), title: document.title }
    })
    expect(blocked.seen).toEqual(['connect-src', 'script-src', 'script-src-attr'])
    expect(blocked.title).toBe('Meet - abc-defg-hij')
  })

  it('answers what is not its own with 404 and keeps it in the list', async () => {
    const { page } = await harness.open()
    harness.sites.forget()
    const status = await page.evaluate(() => fetch('/not/here').then((answer) => answer.status))
    expect(status).toBe(404)
    expect(harness.sites.foreign().map((one) => one.path)).toEqual(['/not/here'])
    harness.sites.forget()
    await page.reload()
    await becomes(
      () => count(page, 'main [data-participant-id]'),
      ({ all }) => all === 1,
    )
    expect(harness.sites.foreign()).toEqual([])
  })

  it('goes from the green room through the call to the end without a navigation', async () => {
    const { page, sim, url } = await harness.open({
      start: 'greenRoom',
      params: { fast: 1 },
    })
    await page.evaluate(() => Reflect.set(window, 'sameDocument', true))
    expect((await sim.state()).phase).toBe('greenRoom')
    expect((await count(page, 'button[jsname="CQylAd"]')).all).toBe(0)
    expect((await count(page, '[data-in-call="true"]')).all).toBe(0)
    await page.click('[jsname="Qx7uuf"]')
    await page.waitForSelector('[data-in-call="true"]')
    expect(await count(page, 'main [data-participant-id]')).toEqual({ all: 1, seen: 1 })
    expect((await count(page, '[data-call-ended="true"]')).all).toBe(0)
    await page.click('[jsname="CQylAd"]')
    await page.waitForSelector('[data-call-ended="true"]')
    expect(await words(page, 'h1')).toEqual(['You left the meeting'])
    expect((await count(page, 'main')).all).toBe(0)
    expect(page.url()).toBe(url)
    expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true)
  })

  it('goes home by itself some time after the end', async () => {
    const { page, sim } = await harness.open()
    await sim.times({ endedMs: 30 })
    await sim.end('endedForAll')
    await page.waitForFunction(() => location.pathname === '/')
    await page.waitForSelector('h1')
    expect(await words(page, 'h1')).toEqual(['Video calls and meetings for everyone'])
  })

  it('lets a guest wait, with a leave button and an own picture, before the call', async () => {
    const { page, sim } = await harness.open({
      start: 'greenRoom',
      params: { role: 'guest', fast: 1 },
    })
    await page.click('[jsname="Qx7uuf"]')
    await page.waitForSelector('button[jsname="CQylAd"]')
    expect((await sim.state()).phase).toBe('waiting')
    expect((await count(page, 'main [data-participant-id]')).all).toBe(1)
    expect((await count(page, '[data-in-call]')).all).toBe(0)
    expect(await page.evaluate(() => document.body.innerText)).toContain('Asking to be let in')
    await sim.enterCall()
    expect((await count(page, '[data-panel-id="16"]')).all).toBe(0)
  })

  it('differs between the two generations as the captures do', async () => {
    const marks = (page: Page): Promise<Record<string, number>> =>
      page.evaluate(() => {
        const n = (css: string): number => document.querySelectorAll(css).length
        return {
          peopleButton: n('[jsname="A5il2e"][data-panel-id="1"]'),
          peopleChip: n('[jsname="ocqpFe"] [data-avatar-count]'),
          badge: n('button[jsname="kNx9ke"][aria-label]'),
          captions2026: n('[jsname="RrG0hf"]'),
          captions2025: n('[jsname="r8qRAd"]'),
          slots: n('#browser-extension-center-buttons'),
          titleAttribute: n('[data-meeting-title]'),
          asides: n('aside[jsname="ME4pNd"]'),
        }
      })
    const now = await harness.open({ ui: '2026' })
    expect(await marks(now.page)).toEqual({
      peopleButton: 0,
      peopleChip: 1,
      badge: 1,
      captions2026: 1,
      captions2025: 0,
      slots: 1,
      titleAttribute: 0,
      asides: 2,
    })
    const before = await harness.open({ ui: '2025' })
    expect(await marks(before.page)).toEqual({
      peopleButton: 1,
      peopleChip: 0,
      badge: 0,
      captions2026: 0,
      captions2025: 1,
      slots: 0,
      titleAttribute: 1,
      asides: 1,
    })
  })

  it('speaks four languages and keeps its marks in each', async () => {
    const labels: string[] = []
    for (const hl of ['en', 'cy', 'pl', 'es'] as const) {
      const { page } = await harness.open({ hl })
      labels.push(
        await page.evaluate(
          () => document.querySelector('button[jsname="CQylAd"]')?.getAttribute('aria-label') ?? '',
        ),
      )
      expect(await words(page, '[jsname="CQylAd"] i')).toEqual(['call_end'])
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(
        hl === 'en' ? 'en-GB' : hl,
      )
    }
    expect(labels).toEqual([
      'Leave call',
      'Gadael yr alwad',
      'Opuść rozmowę',
      'Abandonar la llamada',
    ])
  })

  it('gives the same address for the same choices', () => {
    expect(meetUrl({ code: 'xyz-abcd-efg', hl: 'pl', params: { tiles: 9 } })).toBe(
      'https://meet.google.com/xyz-abcd-efg?ui=2026&hl=pl&start=call&tiles=9',
    )
  })
})
