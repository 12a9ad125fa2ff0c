import type { Browser, Page } from 'puppeteer'
import type { MeetSim } from './sim.d.ts'

export type { MeetSim, SimJoin, SimKnock, SimPerson, SimState } from './sim.d.ts'

/** `window.sim` from outside the page: the same functions, each as a promise. */
export type RemoteSim = {
  readonly [K in keyof MeetSim]: (
    ...given: Parameters<MeetSim[K]>
  ) => Promise<Awaited<ReturnType<MeetSim[K]>>>
}

export interface OpenMeet {
  /** Default "abc-defg-hij". */
  readonly code?: string
  readonly ui?: '2025' | '2026'
  readonly hl?: 'en' | 'cy' | 'pl' | 'es'
  /** Default "call". */
  readonly start?: 'greenRoom' | 'waiting' | 'call' | 'ended'
  /** Further choices of the address, see README.md. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Use this tab instead of a new one. */
  readonly page?: Page
}

export interface OpenedMeet {
  readonly page: Page
  readonly sim: RemoteSim
  readonly url: string
}

/** The address of a simulated meeting. */
export function meetUrl(options: Omit<OpenMeet, 'page'> = {}): string {
  const url = new URL(`https://meet.google.com/${options.code ?? 'abc-defg-hij'}`)
  const { ui = '2026', hl = 'en', start = 'call', params = {} } = options
  for (const [name, value] of Object.entries({ ui, hl, start, ...params })) {
    url.searchParams.set(name, String(value))
  }
  return url.href
}

/** Opens a simulated meeting and waits until its page stands. The browser must run with `sites.chromeArgs`. */
export async function openMeet(browser: Browser, options: OpenMeet = {}): Promise<OpenedMeet> {
  const page = options.page ?? (await browser.newPage())
  const url = meetUrl(options)
  await page.goto(url, { waitUntil: 'load' })
  await simReady(page)
  return { page, sim: remoteSim(page), url }
}

/** Waits for the page's script; also after a reload. */
export async function simReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.simReady !== undefined, { polling: 20 })
  await page.evaluate(() => window.simReady)
}

/** The typed surface of a page that shows a simulated meeting. */
export function remoteSim(page: Page): RemoteSim {
  const call =
    (name: string) =>
    (...given: readonly unknown[]): Promise<unknown> =>
      page.evaluate(
        (method, args) => {
          const run: unknown = Reflect.get(window.sim, method)
          if (typeof run !== 'function') throw new Error(`window.sim has no "${method}".`)
          return Reflect.apply(run, window.sim, args) as unknown
        },
        name,
        [...given],
      )
  return new Proxy({} as RemoteSim, {
    // Not a promise itself: `await` asks for `then`.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? call(name) : undefined),
  })
}
