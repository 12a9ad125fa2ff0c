import type { Page } from 'puppeteer'
import type { Command, Outcome } from '../../../lib/meeting/index.ts'

/** What can be wrong with a control. `nothing`: it is there, and pressing it has no effect and brings no question. */
export const FAULTS = [
  'nothing',
  'missing',
  'disabled',
  'renamed',
  'covered',
  'twice',
  'elsewhere',
  'replacedUnderThePointer',
  'replacedAllTheTime',
] as const
export type Fault = (typeof FAULTS)[number]

export interface Cell {
  readonly command: Command
  /** The control (`data-x`) that decides; it gets the fault. */
  readonly control: string
  /** Controls that may be pressed on the way to it. */
  readonly way?: readonly string[]
  /** What is out of sight at first. */
  readonly hidden?: string
}

export interface Tried {
  readonly kind: string
  readonly outcome: Outcome
  readonly clicks: readonly string[]
  readonly ms: number
}

/** Carries out each command on a fresh page with the fault; waits are short, everything else is as in a call. */
export async function tryAll(
  page: Page,
  html: string,
  cells: readonly Cell[],
  fault: Fault,
): Promise<readonly Tried[]> {
  const json = await page.evaluate(
    async (text, all, wrong) => {
      const results: unknown[] = []
      for (const { command, control, hidden } of all) {
        eval('show')(text)
        if (hidden !== undefined)
          for (const element of document.querySelectorAll<HTMLElement>(hidden))
            element.style.display = 'none'
        for (const dots of document.querySelectorAll('[data-x^="dots"]'))
          dots.addEventListener('click', () =>
            document.querySelector<HTMLElement>('#menu')?.style.removeProperty('display'),
          )
        const find = () => document.querySelector<HTMLElement>(`[data-x="${control}"]`)
        const target = find()
        if (target === null) throw new Error(`the page has no ${control}`)
        const stop = new AbortController()
        const renew = (element: Element) => element.replaceWith(element.cloneNode(true))
        let timer = 0
        if (wrong === 'missing') target.remove()
        if (wrong === 'disabled') {
          target.setAttribute('disabled', '')
          target.setAttribute('aria-disabled', 'true')
        }
        if (wrong === 'renamed') {
          target.setAttribute('aria-label', 'Xyzzy')
          if (target.children.length === 0) target.textContent = 'Xyzzy'
          for (const name of target.parentElement?.querySelectorAll(':scope > span') ?? [])
            if (target.matches('input')) name.textContent = 'Xyzzy'
        }
        if (wrong === 'twice') {
          const around = target.matches('input') ? (target.parentElement ?? target) : target
          around.after(around.cloneNode(true))
        }
        if (wrong === 'covered') {
          const cover = document.createElement('div')
          cover.style.cssText = 'position:fixed;inset:0;z-index:99999;background:white'
          document.body.append(cover)
        }
        if (wrong === 'elsewhere') {
          const other = document.createElement('div')
          other.setAttribute('role', 'menu')
          other.style.display = 'none'
          document.body.append(other)
          other.append(target)
        }
        if (wrong === 'replacedUnderThePointer')
          document.addEventListener(
            'pointerdown',
            (event) => {
              const hit = (event.target as Element).closest(`[data-x="${control}"]`)
              if (hit !== null) renew(hit)
            },
            { capture: true, signal: stop.signal },
          )
        if (wrong === 'replacedAllTheTime')
          timer = window.setInterval(() => {
            const now = find()
            if (now !== null) renew(now)
          }, 3)
        const clicks: string[] = []
        document.addEventListener(
          'click',
          (event) => {
            const hit = (event.target as Element).closest('[data-x]')
            clicks.push(hit?.getAttribute('data-x') ?? (event.target as Element).tagName)
          },
          { capture: true, signal: stop.signal },
        )
        const started = performance.now()
        const outcome = await eval('adapter').perform(document, command, {
          signal: stop.signal,
          wait: () => new Promise((next) => setTimeout(next, 4)),
          guide: () => undefined,
          clearGuide: () => undefined,
        })
        results.push({ kind: command.kind, outcome, clicks, ms: performance.now() - started })
        window.clearInterval(timer)
        stop.abort()
      }
      return JSON.stringify(results)
    },
    html,
    cells as Cell[],
    fault,
  )
  return JSON.parse(json) as readonly Tried[]
}

/** What was not as it must be, whatever the command: one line for each cell that failed. */
export function problemsOf(
  tried: readonly Tried[],
  cells: readonly Cell[],
  fault: Fault,
): readonly string[] {
  return tried.flatMap(({ kind, outcome, clicks, ms }, at) => {
    const cell = cells[at]
    if (cell === undefined) return []
    const said = `${kind}: ${outcome.result} ${outcome.why ?? ''} [${clicks.join(', ')}]`
    const pressed = clicks.filter((name) => name === cell.control).length
    const strange = clicks.filter(
      (name) => name !== cell.control && cell.way?.includes(name) !== true,
    )
    const problems: string[] = []
    const wrong = (what: string) => problems.push(`${said}: ${what}`)
    if (strange.length > 0) wrong(`pressed ${strange.join(', ')}`)
    if (pressed > 1) wrong('pressed twice')
    if (outcome.result === 'done') wrong('nothing can have been done')
    if (ms > 20_000) wrong('took too long')
    const untouched: readonly Fault[] = ['missing', 'disabled', 'covered', 'twice', 'elsewhere']
    if (untouched.includes(fault) && pressed > 0) wrong('was pressed')
    const whys: Partial<Record<Fault, string>> = {
      disabled: 'controlDisabled',
      covered: 'controlCovered',
      twice: 'controlUnclear',
    }
    if (whys[fault] !== undefined && outcome.why !== whys[fault]) wrong(`not ${whys[fault]}`)
    if (fault === 'nothing' && pressed !== 1) wrong('was not pressed')
    return problems
  })
}
