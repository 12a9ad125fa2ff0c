import type { Outcome } from '../../meeting/index.ts'
import { outcomeOf } from '../dom/act.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { scrollerAround, scrollThrough } from '../dom/scroll.ts'
import { waitFor } from '../dom/wait.ts'
import { putBack, shownPanel } from './act-host.ts'
import { note, type Run } from './act-kit.ts'
import { showPeople } from './act-people.ts'
import type { Called } from './page.ts'
import { readDeviceCount, readRoster } from './read-roster.ts'

/**
 * Reads the whole list by scrolling it, and puts place and panel back. No source of 2024 or later saw Meet draw only a part of its list
 * (dom/meet.md §3, "virtualisation"), none can say that it does not: with everybody in the page nothing is scrolled. Rows are merged by
 * participant id, one for each device, and the call is whole only when there are as many as the count beside the People button.
 */
export async function rollCall(run: Run): Promise<Outcome> {
  const { page, tools, timing } = run
  const before = shownPanel(run)
  if (!(await showPeople(run))) return outcomeOf(run, false)
  const visible = () => readRoster(page).rows.filter((row) => row.visible)
  await waitFor(tools, () => visible().length > 0, timing.appearMs)
  const rows = new Map<string, Called>()
  const scroller = scrollerAround(page.first('rosterRow', page.doc, isDisplayed))
  const start = scroller?.scrollTop ?? 0
  let count = readDeviceCount(page)
  const sight = () =>
    visible()
      .map(({ id }) => id)
      .join('\n')
  await scrollThrough(tools, { scroller, sight }, () => {
    count = readDeviceCount(page) ?? count
    for (const { id, name, saysYou, role, decorations } of visible())
      rows.set(id, { id, name, saysYou, role, decorations, sharing: false })
    return count !== undefined && rows.size >= count
  })
  if (scroller !== undefined) scroller.scrollTop = start
  const seen = `${rows.size}/${count ?? '?'}`
  // More than the count is no whole call either: somebody left or came while it was being read.
  if (count === undefined || rows.size !== count) {
    note(run, 'rollCall', 'unavailable', 'notSeenAfterwards')
    await putBack(run, before)
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
