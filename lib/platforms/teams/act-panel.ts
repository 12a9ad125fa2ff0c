import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { waitFor } from '../dom/wait.ts'
import { doStep, note, outcomeOf, type Run, sure, unavailable } from './act-kit.ts'
import { readRoster, type Row, rowKey } from './read-roster.ts'

/** Which side panel was open before a command: Teams shows one at a time, and ours must not cost the teacher hers. */
export type PanelBefore = 'people' | 'chat' | 'other' | 'none'

export function panelBefore(run: Run): PanelBefore {
  const { page } = run
  if (readRoster(page).shown) return 'people'
  const chat = page.first('chatList')
  if (chat !== undefined && isDisplayed(chat)) return 'chat'
  return page.all('sidePanel').some(isDisplayed) ? 'other' : 'none'
}

/** A second press of the People button closes the panel: it is pressed only where the panel is known to be closed. */
export async function showPeople(run: Run): Promise<boolean> {
  const { page, tools, timing } = run
  const shown = () => {
    const { rows, lobby, shown: open } = readRoster(page)
    return open && (rows.length > 0 || lobby.length > 0 || page.first('sectionTitle') !== undefined)
  }
  const button = () => page.first('peopleButton')
  if (button()?.getAttribute('aria-pressed') === 'true')
    await waitFor(tools, shown, timing.appearMs)
  const result = await doStep(run, {
    step: 'openPeople',
    find: () => sure(button()),
    seen: shown,
    underWay: () => readRoster(page).shown || button()?.getAttribute('aria-pressed') === 'true',
  })
  return result === 'done'
}

export async function openPeople(run: Run): Promise<Outcome> {
  return outcomeOf(run, await showPeople(run))
}

/** The panel that was there before comes back; what is left to the teacher needs ours in sight. An unclosed panel changes nothing. */
export async function putBack(run: Run, before: PanelBefore): Promise<void> {
  const { page } = run
  if (before === 'people' || before === 'other') return
  if (run.steps.some(({ result }) => result === 'guided')) return
  if (!readRoster(page).shown) return
  const closed = () => !readRoster(page).shown
  const find = () =>
    before === 'chat'
      ? page.first('chatButton', page.doc, isDisplayed)
      : page.first('panelClose', page.doc, isDisplayed)
  const target = find()
  if (target === undefined) {
    run.steps.push({ step: 'putPanelBack', result: 'unavailable' })
    return
  }
  const { guideLeftMs, why } = run
  run.guideLeftMs = 0
  const result = await doStep(run, { step: 'putPanelBack', find: () => sure(find()), seen: closed })
  run.guideLeftMs = guideLeftMs
  if (result === 'done') return
  run.tools.clearGuide()
  run.steps[run.steps.length - 1] = { step: 'putPanelBack', result: 'unavailable' }
  run.why = why
}

const MAX_SCROLLS = 80
const SETTLE_MS = 320

/** What scrolls the list: its own container, else whatever around the rows can be scrolled. */
function scrollerOf(run: Run): Element | undefined {
  const known = run.page.first('rosterScroller', run.page.doc, isDisplayed)
  if (known !== undefined && known.scrollHeight > known.clientHeight + 4) return known
  let up: Element | null = run.page.first('row', run.page.doc, isDisplayed) ?? null
  for (; up !== null && up !== run.page.doc.body; up = up.parentElement) {
    if (up.scrollHeight > up.clientHeight + 4 && up.clientHeight > 40 && canScroll(up)) return up
  }
  return undefined
}

const canScroll = (element: Element) =>
  ['auto', 'scroll', 'overlay'].includes(getComputedStyle(element).overflowY)

/**
 * Goes down the list from its top, in steps of less than a page so that no row is skipped, and hands every sight of it to `look` until
 * that says stop. Gives back the place it started from.
 */
async function scrollThrough(run: Run, look: () => boolean): Promise<Element | undefined> {
  if (look()) return undefined
  const scroller = scrollerOf(run)
  if (scroller === undefined) return undefined
  await moveTo(run, scroller, 0)
  for (let step = 0; step < MAX_SCROLLS; step += 1) {
    if (look()) return scroller
    const before = scroller.scrollTop
    await moveTo(run, scroller, before + Math.max(40, scroller.clientHeight * 0.7))
    if (scroller.scrollTop <= before) break
  }
  look()
  return scroller
}

/** Moves and waits until the list has drawn other rows, or a little where it has no need to. */
async function moveTo(run: Run, scroller: Element, top: number): Promise<void> {
  const keys = () => readRoster(run.page).rows.map(rowKey).join('\n')
  const before = keys()
  const from = scroller.scrollTop
  scroller.scrollTop = top
  if (scroller.scrollTop === from) return
  await waitFor(run.tools, () => keys() !== before, SETTLE_MS)
}

/** The row of somebody, found by scrolling where it is not drawn. The list stays where the row is. */
export async function findRow(run: Run, id: string): Promise<Row | undefined> {
  const now = () => rowOf(run, id)
  const first = now()
  if (first !== undefined) return first
  let start: number | undefined
  const scroller = scrollerOf(run)
  if (scroller !== undefined) start = scroller.scrollTop
  await scrollThrough(run, () => now() !== undefined)
  const row = now()
  if (row === undefined && scroller !== undefined && start !== undefined) scroller.scrollTop = start
  return row
}

export function rowOf(run: Run, id: string): Row | undefined {
  return run.read().people.people.find(({ participant }) => participant.id === id)?.row
}

/** Reads the whole list by scrolling it, and puts it back (dom facts §3: 293 people, 19 rows in the page). */
export async function rollCall(run: Run): Promise<Outcome> {
  const { page } = run
  const before = panelBefore(run)
  if (!(await showPeople(run))) return outcomeOf(run, false)
  const rows = new Map<string, { key: string; name: string; mri?: string }>()
  const scroller = scrollerOf(run)
  const start = scroller?.scrollTop
  let count = readRoster(page).count
  await scrollThrough(run, () => {
    const roster = readRoster(page)
    count = roster.count ?? count
    for (const row of roster.rows) {
      const key = rowKey(row)
      rows.set(key, { key, name: row.name, ...(row.mri === undefined ? {} : { mri: row.mri }) })
    }
    return count !== undefined && rows.size >= count
  })
  if (scroller !== undefined && start !== undefined) scroller.scrollTop = start
  const seen = `${rows.size}/${count ?? '?'}`
  if (count === undefined || rows.size < count) {
    note(run, 'rollCall', 'unavailable', 'notSeenAfterwards')
    return outcomeOf(run, false, seen)
  }
  page.memory.rollCall = {
    keys: new Set(rows.keys()),
    rows: [...rows.values()],
    count,
    at: performance.now(),
  }
  note(run, 'rollCall', 'done')
  await putBack(run, before)
  return outcomeOf(run, true, seen)
}

export const personGone = (run: Run) => unavailable(run, 'findPerson', 'personGone')
