import type { Page } from 'puppeteer'
import type { Command, Outcome } from '../../../lib/meeting/index.ts'

/** What an action did: its outcome, what it pointed at, and every click that reached the page. */
export interface Acted {
  readonly outcome: Outcome
  readonly guides: readonly { readonly step: string; readonly at: string }[]
  /** The `data-x` names of the clicked elements, in order. */
  readonly clicks: readonly string[]
  /** Whether an outline was left standing. */
  readonly outlined: boolean
}

export interface ActOptions {
  /** Names (`data-x`) that the "teacher" clicks as soon as they are pointed at. */
  readonly teacherClicks?: readonly string[]
  /** Stands the script down after this many waits. */
  readonly standDownAfter?: number
}

/**
 * Puts a document's content into the open page and runs `wire` there, which gives the page its behaviour. With `sameReader` the adapter
 * stays, and all that it remembers: the site has drawn another call in the same document.
 */
export async function stageOf(
  page: Page,
  html: string,
  wire: () => void = () => undefined,
  sameReader = false,
) {
  await page.evaluate(
    (text, keep) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html')
      document.documentElement.lang = parsed.documentElement.lang
      for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
      for (const { name, value } of parsed.body.attributes) document.body.setAttribute(name, value)
      document.body.replaceChildren(...parsed.body.childNodes)
      if (keep) return
      const { createMeetAdapter, MEET_PACK } = eval('platforms')
      const timing = { appearMs: 320, effectMs: 320, arriveMs: 400, guideMs: 400 }
      Object.assign(globalThis, { adapter: createMeetAdapter(MEET_PACK, timing) })
    },
    html,
    sameReader,
  )
  await page.evaluate(wire)
}

export async function act(page: Page, command: Command, options: ActOptions = {}): Promise<Acted> {
  const json = await page.evaluate(
    async (asked, { teacherClicks = [], standDownAfter = Infinity }) => {
      const clicks: string[] = []
      const guides: { step: string; at: string }[] = []
      const named = (element: Element | null) =>
        element?.closest('[data-x]')?.getAttribute('data-x') ?? element?.tagName ?? '?'
      let byTeacher = false
      const log = (event: Event) => {
        if (!byTeacher) clicks.push(named(event.target as Element))
      }
      document.addEventListener('click', log, true)
      const stop = new AbortController()
      let waits = 0
      let outlined = false
      const tools = {
        signal: stop.signal,
        wait: async (ms: number) => {
          waits += 1
          if (waits > standDownAfter) throw new Error('stood down')
          await new Promise((done) => setTimeout(done, ms))
        },
        guide: (target: Element, step: string) => {
          outlined = true
          guides.push({ step, at: named(target) })
          if (!teacherClicks.includes(named(target))) return
          byTeacher = true
          const button = target.closest<HTMLElement>('[data-x]')
          button?.setAttribute('data-trusted', '')
          button?.click()
          byTeacher = false
        },
        clearGuide: () => {
          outlined = false
        },
      }
      const outcome = (await eval('adapter').perform(document, asked, tools)) as unknown
      document.removeEventListener('click', log, true)
      return JSON.stringify({ outcome, guides, clicks, outlined })
    },
    command,
    options,
  )
  return JSON.parse(json) as Acted
}
