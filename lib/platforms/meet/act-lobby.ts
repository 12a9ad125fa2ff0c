import type { Command, Observation, Outcome } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { countsOneMore } from '../dom/arrival.ts'
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
  type Lobby,
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
 * Lets one person in. Seen when a new device of that name is in the call; or when the site counts more than others account for, and who
 * waits is in sight without him. A row that only vanishes proves nothing, because the section folds away by itself.
 */
export async function admit(run: Run, command: Knocking): Promise<Outcome> {
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  // Only now: opening the list brings people into sight who were in the call all along.
  const before = run.read()
  const cameIn = newcomer(before, command)
  const arrived = () => {
    const now = run.read()
    if (cameIn(now)) return true
    const more = countsOneMore(before, now, (name) => name === command.name)
    return more && rowOf(run, command) === undefined && showsAllWaiting(run, now)
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
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  const cameIn = newcomer(run.read(), command)
  const before = waitingNow(run)
  const away = () => {
    if (cameIn(run.read())) return false
    return rowOf(run, command) === undefined && isFewer(before, waitingNow(run))
  }
  await doStep(run, {
    step: 'deny',
    find: () => denyButton(run, rowNow(run, command, row)),
    seen: away,
  })
  return outcomeOf(run, away(), command.name)
}

/** Whether a device of that name is in the call that was not there before. */
function newcomer(before: Observation, command: Knocking): (now: Observation) => boolean {
  const ids = new Set(before.people.map(({ id }) => id))
  return ({ people }) => people.some(({ id, name }) => name === command.name && !ids.has(id))
}

const showsAllWaiting = (run: Run, { health }: Observation): boolean =>
  health.lobby.level === 'complete' && !readLobby(run.page).folded

interface Waiting {
  readonly lobby: Lobby
  /** Sections of it that are folded: there may be one of those that Meet is not sure of, beside his. */
  readonly folded: number
}

const waitingNow = ({ page }: Run): Waiting => ({
  lobby: readLobby(page),
  folded: foldedSections(page).length,
})

/** Whether fewer wait, by the pill or by a list of which no more has folded away since. */
function isFewer(before: Waiting, now: Waiting): boolean {
  const count = ({ lobby: { pending, rows } }: Waiting) => pending ?? rows.length
  const isKnown = now.lobby.pending !== undefined || now.folded <= before.folded
  return isKnown && count(now) < count(before)
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
