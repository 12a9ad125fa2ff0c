import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { isLonger, scrollerAround, type ScrolledList, scrollThrough } from '../dom/scroll.ts'
import { waitFor } from '../dom/wait.ts'
import { only, outcomeOf, sure } from '../dom/act.ts'
import { doStep, note, type Run, unavailable } from './act-kit.ts'
import type { Called } from './page.ts'
import { readRoster, type Row, rowKey } from './read-roster.ts'

/** Which side panel was open before a command: Teams shows one at a time, and ours must not cost the teacher hers. */
export type PanelBefore = 'people' | 'chat' | 'other' | 'none'

export function panelBefore(run: Run): PanelBefore {
  const { page } = run
  if (readRoster(page).shown || isAskedFor(page.first('peopleButton'))) return 'people'
  const chat = page.first('chatList')
  if (chat !== undefined && isDisplayed(chat)) return 'chat'
  if (isAskedFor(page.first('chatButton'))) return 'chat'
  return page.all('sidePanel').some(isDisplayed) ? 'other' : 'none'
}

/**
 * A panel's button says that its panel is open from the click on, the panel itself is drawn up to some seconds later (dom facts §3,
 * "already open?"). Taken for closed in between, a panel that the teacher has just asked for would be closed after our command.
 */
function isAskedFor(button: Element | undefined): boolean {
  if (button === undefined) return false
  const outcome = button.getAttribute('data-track-action-outcome')
  return button.getAttribute('aria-pressed') === 'true' || outcome === 'hide'
}

/** A second press of the People button closes the panel: it is pressed only where the panel is known to be closed. */
export async function showPeople(run: Run): Promise<boolean> {
  const { page, tools, timing } = run
  const shown = () => {
    const { rows, lobby, shown: open } = readRoster(page)
    return open && (rows.length > 0 || lobby.length > 0 || page.first('sectionTitle') !== undefined)
  }
  const button = () => only(page.all('peopleButton'))
  const isPressed = () => isAskedFor(button()?.element)
  if (isPressed()) await waitFor(tools, shown, timing.appearMs)
  const result = await doStep(run, {
    step: 'openPeople',
    find: button,
    seen: shown,
    underWay: () => readRoster(page).shown || isPressed(),
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

/** The list: its own container scrolls it, else whatever around the rows can be scrolled. */
function listOf(run: Run): ScrolledList {
  const { page } = run
  const known = page.first('rosterScroller', page.doc, isDisplayed)
  const scroller =
    known !== undefined && isLonger(known)
      ? known
      : scrollerAround(page.first('row', page.doc, isDisplayed))
  return { scroller, sight: () => readRoster(page).rows.map(rowKey).join('\n') }
}

/** The row of somebody, found by scrolling where it is not drawn. The list stays where the row is. */
export async function findRow(run: Run, id: string): Promise<Row | undefined> {
  const now = () => rowOf(run, id)
  const first = now()
  if (first !== undefined) return first
  const list = listOf(run)
  const { scroller } = list
  const start = scroller?.scrollTop ?? 0
  await scrollThrough(run.tools, list, () => now() !== undefined)
  const row = now()
  if (row === undefined && scroller !== undefined) scroller.scrollTop = start
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
  const rows = new Map<string, Called>()
  const list = listOf(run)
  const { scroller } = list
  const start = scroller?.scrollTop ?? 0
  let count = readRoster(page).count
  await scrollThrough(run.tools, list, () => {
    const roster = readRoster(page)
    count = roster.count ?? count
    for (const row of roster.rows) {
      const key = rowKey(row)
      rows.set(key, { key, name: row.name, ...(row.mri === undefined ? {} : { mri: row.mri }) })
    }
    return count !== undefined && rows.size >= count
  })
  if (scroller !== undefined) scroller.scrollTop = start
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
