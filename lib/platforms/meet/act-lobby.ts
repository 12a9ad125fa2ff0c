import type { Command, Outcome } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import { wordedIn } from '../dom/worded.ts'
import { only, outcomeOf, sure } from '../dom/act.ts'
import { doStep, type Run, unavailable } from './act-kit.ts'
import { listShown, showPeople } from './act-people.ts'
import type { Control } from '../dom/act-types.ts'
import {
  admitButtons,
  findPill,
  foldedSections,
  type KnockRow,
  nameOfRow,
  readLobby,
} from './read-lobby.ts'

type Knocking = Extract<Command, { kind: 'admit' | 'deny' }>

/** The waiting person's row; a key whose row now shows another name is somebody else and is not touched. */
function rowOf(run: Run, { key, name }: Knocking): KnockRow | undefined {
  return readLobby(run.page).rows.find(({ knock }) => knock.key === key && knock.name === name)
}

/** The row as it is now; the one that was found first only while it still shows this name, e.g. in a section that has folded away. */
function rowNow(run: Run, command: Knocking, first: KnockRow): KnockRow | undefined {
  return rowOf(run, command) ?? (isHers(run, command, first) ? first : undefined)
}

const isHers = (run: Run, { name }: Knocking, first: KnockRow): boolean =>
  first.row.isConnected && nameOfRow(run.page, first) === name

/** The row on screen: the pill or the People button opens the panel, the heading unfolds the section, which folds by itself. */
async function showRow(run: Run, command: Knocking): Promise<KnockRow | undefined> {
  const { page, tools, timing } = run
  const shown = () => {
    const row = rowOf(run, command)
    return row !== undefined && isDisplayed(row.admit ?? row.row) ? row : undefined
  }
  const isShown = () => shown() !== undefined
  if (isShown()) return shown()
  const pill = () => sure(findPill(page)?.element)
  if (!listShown(run)) {
    if (pill() === undefined) await showPeople(run)
    else
      await doStep(run, { step: 'openPeople', find: pill, seen: () => isShown() || listShown(run) })
  }
  const row = await waitFor(tools, shown, timing.effectMs)
  if (row !== undefined) return row
  const heading = () => foldedSection(run) ?? pill()
  if (heading() === undefined) return undefined
  const unfolds = () => heading() === undefined
  await doStep(run, { step: 'unfoldWaiting', find: heading, seen: isShown, underWay: unfolds })
  return shown()
}

/** The heading of the folded waiting section, by its wording. It folds and unfolds and decides nothing: a guessed word will do. */
function foldedSection(run: Run): Control | undefined {
  return only(foldedSections(run.page))
}

/**
 * Lets one person in. Seen when a new device of that name is in the call; a row that only vanishes proves nothing, because the
 * section folds away by itself.
 */
export async function admit(run: Run, command: Knocking): Promise<Outcome> {
  const before = run.read()
  const ids = new Set(before.people.map(({ id }) => id))
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  const arrived = () => {
    const after = run.read()
    if (after.people.some(({ id, name }) => name === command.name && !ids.has(id))) return true
    const more = (after.deviceCount ?? 0) > (before.deviceCount ?? Number.POSITIVE_INFINITY)
    return more && !row.row.isConnected
  }
  await doStep(run, {
    step: 'admit',
    find: () => admitButton(run, command, rowNow(run, command, row)),
    seen: arrived,
    underWay: () => !isHers(run, command, row) || !isDisplayed(row.row),
  })
  return outcomeOf(run, arrived(), command.name)
}

/** Turns one person away. Seen when the row is gone, nobody of that name has come in, and one fewer waits. */
export async function deny(run: Run, command: Knocking): Promise<Outcome> {
  const before = run.read()
  const ids = new Set(before.people.map(({ id }) => id))
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  const waiting = waitingNow(run)
  const away = () => {
    const after = run.read()
    if (after.people.some(({ id, name }) => name === command.name && !ids.has(id))) return false
    return rowOf(run, command) === undefined && waitingNow(run) < waiting
  }
  await doStep(run, {
    step: 'deny',
    find: () => denyButton(run, rowNow(run, command, row)),
    seen: away,
  })
  return outcomeOf(run, away(), command.name)
}

/** The row's own button. A second one in the row, or one that names somebody else, is not pressed. */
function admitButton(run: Run, { name }: Knocking, now: KnockRow | undefined): Control | undefined {
  if (now === undefined) return undefined
  const { row, admit } = now
  // Where Meet warns of somebody, the way in is a choice of the row's menu, and the choice is the teacher's.
  if (admit === undefined) {
    const menu = run.page.first('rowMenuButton', row)
    return { element: menu ?? row, certain: false, why: 'controlUnclear' }
  }
  if (!admit.isConnected) return undefined
  const same = admitButtons(run.page).filter((one) => row.contains(one))
  const says = run.page.looks.words.match('admit', nameOfControl(admit))?.name
  const doubtful = same.length > 1 || (says !== undefined && clip(says, MAX_NAME) !== name)
  return doubtful
    ? { element: admit, certain: false, why: 'controlUnclear' }
    : { element: admit, certain: true }
}

function waitingNow(run: Run): number {
  const lobby = readLobby(run.page)
  return lobby.pending ?? lobby.rows.length
}

/** Known by its wording only; a guessed word is pointed at. Never the admit button. */
function denyButton(run: Run, now: KnockRow | undefined): Control | undefined {
  if (now === undefined) return undefined
  const { row, admit: letIn } = now
  const buttons = [...row.querySelectorAll('button, [role="button"]')]
  const others = buttons.filter(
    (one) =>
      letIn === undefined ||
      (one !== letIn &&
        !one.contains(letIn) &&
        !letIn.contains(one) &&
        (one.closest('[role="listitem"]') ?? row) === (letIn.closest('[role="listitem"]') ?? row)),
  )
  const worded = wordedIn(run.page.looks.words, others, 'deny')
  if (worded !== undefined) return worded
  // In a language that we don't know, the row itself is pointed at.
  return row.querySelectorAll('button').length > (letIn === undefined ? 0 : 1)
    ? { element: row, certain: false }
    : undefined
}

const gone = (run: Run, { kind }: Knocking): Outcome => unavailable(run, kind, 'personGone')
