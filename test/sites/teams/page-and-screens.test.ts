import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinLink, simReady, teamsHosts, teamsUrl } from './driver.ts'
import { becomes, count, startHarness, words, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const quick = { fast: 1, video: 'canvas', fps: 2 }
const inCall = '[data-cid="call-screen-wrapper"] #hangup-button'
const gates = [
  '[data-tid="calling-prejoin-screen"]',
  '[data-tid="calling-connecting-screen"]',
  '[data-tid="calling-lobby-screen"]',
].join()

describe('the page of the simulated Teams', () => {
  it('is served under the three real names, under Trusted Types that refuse new policies', async () => {
    for (const host of teamsHosts) {
      const { page } = await harness.open({ host, params: quick })
      expect(new URL(page.url()).hostname).toBe(host)
      const tried = await page.evaluate(() => {
        const attempt = (run: () => void): string => {
          try {
            run()
            return 'ran'
          } catch (error) {
            return error instanceof Error ? error.name : 'threw'
          }
        }
        const types = Reflect.get(window, 'trustedTypes') as {
          createPolicy(name: string, rules: object): unknown
        }
        return {
          markup: attempt(() => {
            document.createElement('div').innerHTML = '<b>x</b>'
          }),
          policy: attempt(() => types.createPolicy('mine', {})),
          style: attempt(() => {
            const style = document.createElement('style')
            style.textContent = 'b { color: red }'
            document.head.append(style)
          }),
        }
      })
      expect(tried).toEqual({ markup: 'TypeError', policy: 'TypeError', style: 'ran' })
    }
  })

  it('leads from either kind of link to the launcher and on into the client', async () => {
    for (const [kind, client] of [
      ['short', 'light'],
      ['long', 'full'],
    ] as const) {
      const { page } = await harness.open({ params: quick })
      const link = joinLink(kind)
      for (const [name, value] of Object.entries({ client, ...quick }))
        link.searchParams.set(name, String(value))
      await page.goto(link.href)
      await simReady(page)
      expect(new URL(page.url()).pathname).toBe('/dl/launcher/launcher.html')
      await Promise.all([page.waitForNavigation(), page.click('[data-tid="joinOnWeb"]')])
      await page.waitForSelector('[data-tid="calling-prejoin-screen"]')
      expect(new URL(page.url()).pathname).toBe(
        client === 'full' ? '/v2/' : '/light-meetings/launch',
      )
      await page.click('[data-tid="prejoin-join-button"]')
      await page.waitForSelector(inCall)
      expect(await count(page, gates)).toEqual({ all: 0, seen: 0 })
    }
    expect(harness.sites.foreign()).toEqual([])
  })

  it('lets an attendee wait: with a hang-up button in the light client, and "Join now" disabled', async () => {
    for (const client of ['full', 'light'] as const) {
      const { page, sim } = await harness.open({
        client,
        start: 'greenRoom',
        params: { ...quick, role: 'guest' },
      })
      await page.click('[data-tid="prejoin-join-button"]')
      await page.waitForSelector('[data-tid="calling-lobby-screen"]')
      expect((await sim.state()).phase).toBe('waiting')
      expect((await count(page, '#hangup-button')).all).toBe(client === 'light' ? 1 : 0)
      expect((await count(page, inCall)).all).toBe(0)
      expect((await count(page, '[data-tid="prejoin-join-button"]:disabled')).all).toBe(1)
      await sim.enterCall()
      expect((await count(page, gates)).all).toBe(0)
      expect((await count(page, '[data-tid="hangup-toggle-more-options-btn"]')).seen).toBe(0)
    }
  })

  it('differs between the two clients as the facts have it', async () => {
    const marks = async (client: 'full' | 'light'): Promise<Record<string, number>> => {
      const { page, sim } = await harness.open({ client, params: quick })
      const dev = await sim.join({ name: 'Dev Shah' })
      await becomes(
        () => sim.state(),
        ({ people }) => people.some((person) => person.id === dev && person.tile),
      )
      await page.waitForSelector('[data-stream-type="Video"] video')
      return page.evaluate(() => {
        const n = (css: string): number => document.querySelectorAll(css).length
        return {
          mic: n('#microphone-button[data-state="mic"]'),
          lightMic: n('#mic-button svg[data-testid="ubar-mic-on-icon"]'),
          view: n('#view-mode-button'),
          lightView: n('#custom-view-button'),
          share: n('#share-button'),
          lightShare: n('#screenshare-button'),
          areas: n('[data-tid^="app-layout-area--"]'),
          own: n('[data-tid="myself-video"][role="img"]'),
          tiles: n('[data-stream-type="Video"][data-tid]'),
          tilesFull: n(
            '[role="menuitem"][data-cid="calling-participant-stream"][data-acc-element-id][aria-label]',
          ),
          tilesLight: n(
            '[role="menuitem"][data-acc-element-id] > [data-tid^="video-item-container-"] > [data-stream-type]',
          ),
          wrapper: n('#video-stream-renderer-wrapper > video'),
          gallery: n(
            '[data-tid="modern-stage-wrapper"] > [data-test-segment-type="central"] [data-participant-count] > [data-tid="calling-pagination"] > [data-tid="only-videos-wrapper"][role="menu"]',
          ),
        }
      })
    }
    expect(await marks('full')).toEqual({
      mic: 1,
      lightMic: 0,
      view: 1,
      lightView: 0,
      share: 1,
      lightShare: 0,
      areas: 12,
      own: 1,
      tiles: 1,
      tilesFull: 1,
      tilesLight: 0,
      wrapper: 0,
      gallery: 1,
    })
    expect(await marks('light')).toEqual({
      mic: 0,
      lightMic: 1,
      view: 0,
      lightView: 1,
      share: 0,
      lightShare: 1,
      areas: 0,
      own: 0,
      tiles: 2,
      tilesFull: 0,
      tilesLight: 2,
      wrapper: 2,
      gallery: 1,
    })
  })

  it('goes on off stage, with no stage and no panel, and comes back', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, title: 'Year 4 Maths' } })
    await sim.join({ name: 'Dev Shah' })
    await sim.openPanel('people')
    await page.waitForSelector('[data-cid="roster-participant"]')
    await page.click('[data-tid="app-layout-area--nav"] button')
    await page.waitForSelector('[data-tid="floating-call-monitor"] video')
    expect((await sim.state()).phase).toBe('inCall')
    expect((await count(page, '[data-cid="call-screen-wrapper"], [data-stream-type]')).all).toBe(0)
    expect(await words(page, '[data-tid="call-monitor-title"]')).toEqual(['Year 4 Maths'])
    expect((await count(page, '#hangup-button')).seen).toBe(1)
    await page.click('[data-tid="call-monitor-navigate-cw-button"]')
    await page.waitForSelector('[data-stream-type="Video"]')
    expect((await sim.state()).people).toHaveLength(2)
  })

  it('says in its own way how the call ended', async () => {
    const { page, sim } = await harness.open({ params: quick })
    expect(await page.title()).toBe('Microsoft Teams meeting | Microsoft Teams')
    await sim.end('removed')
    expect((await words(page, '#calling-retry-screen-title'))[0]).toContain("You've been removed")
    expect((await count(page, '#hangup-button')).all).toBe(0)
    await sim.end('left')
    expect((await count(page, '[data-tid="rejoin-title"]')).all).toBe(1)
    const light = await harness.open({ client: 'light', params: quick })
    await light.page.click('#hangup-button')
    await light.page.waitForSelector('[data-testid="calling-anon-meeting-end-screen"]')
    expect((await light.sim.state()).end).toBe('left')
  })

  it('can lose the meeting in its address, and can lie in a frame of the same origin', async () => {
    const { page, sim } = await harness.open({
      params: { ...quick, address: 'bare', frame: 'iframe', keep: 1 },
    })
    expect(page.url()).toBe('https://teams.microsoft.com/v2/')
    await sim.join({ name: 'Dev Shah' })
    expect((await count(page, '#hangup-button')).all).toBe(0)
    const frame = await becomes(
      async () => page.frames().find((one) => one.name() === 'experience'),
      (one) => one !== undefined,
    )
    expect(await frame?.evaluate(() => document.querySelectorAll('#hangup-button').length)).toBe(1)
    await page.reload()
    await simReady(page)
    expect((await sim.state()).people.map((person) => person.name)).toContain('Dev Shah')
  })

  it('speaks five languages and keeps its marks in each', async () => {
    const labels: string[] = []
    for (const hl of ['en', 'cy', 'fr', 'es', 'pl'] as const) {
      const { page } = await harness.open({ hl, params: quick })
      labels.push(
        await page.evaluate(
          () => document.querySelector('#hangup-button')?.getAttribute('aria-label') ?? '',
        ),
      )
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(
        hl === 'en' ? 'en-gb' : hl,
      )
    }
    expect(labels).toEqual(['Leave', 'Gadael', 'Quitter', 'Salir', 'Opuść'])
  })

  it('gives the same address for the same choices', () => {
    expect(teamsUrl({ code: '123', hl: 'pl', host: 'teams.live.com', params: { tiles: 4 } })).toBe(
      'https://teams.live.com/v2/?meetingjoin=true&client=full&hl=pl&start=call&tiles=4#/l/meetup-join/19:meeting_bGVzc29uLTEyMw@thread.v2/0',
    )
  })
})
