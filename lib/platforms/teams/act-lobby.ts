import type { Command, Outcome } from '../../meeting/index.ts'
import { countsOneMore, isWhole } from '../dom/arrival.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { waitFor } from '../dom/wait.ts'
import { only, outcomeOf } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { doStep, type Run, unavailable } from './act-kit.ts'
import { panelBefore, putBack, showPeople } from './act-panel.ts'
import { sameName } from './identity.ts'
import { type KnockRow, lobbyHealth, readLobby } from './read-lobby.ts'
import { readRoster } from './read-roster.ts'

type Knocking = Extract<Command, { kind: 'admit' | 'deny' }>

const lobbyNow = (run: Run) => readLobby(run.page, readRoster(run.page))

/** The waiting person's row; a key whose row now shows another name is somebody else and is not touched. */
function rowOf(run: Run, { key, name }: Knocking): KnockRow | undefined {
  const rows = lobbyNow(run).rows.filter(({ knock }) => knock.name === name)
  // The toast and the list number alike; with one of the name there is no doubt.
  return rows.find(({ knock }) => knock.key === key) ?? (rows.length === 1 ? rows[0] : undefined)
}

const buttonOf = (row: KnockRow | undefined, kind: Knocking['kind']) =>
  kind === 'admit' ? row?.admit : row?.deny

/**
 * The row with its own button in sight: that of the toast where it names nobody else, else that of the list. Turning away is done in the
 * list where there is one, because a toast that goes proves nothing.
 */
async function showRow(run: Run, command: Knocking): Promise<KnockRow | undefined> {
  const { tools, timing } = run
  const shown = () => {
    const row = rowOf(run, command)
    const button = buttonOf(row, command.kind)
    return button !== undefined && isDisplayed(button) ? row : undefined
  }
  const now = shown()
  const proves = command.kind === 'admit' || now?.where === 'list'
  if (now !== undefined && proves) return now
  if (!readRoster(run.page).shown) await showPeople(run)
  const listed = () => (shown()?.where === 'list' ? shown() : undefined)
  return (await waitFor(tools, listed, timing.effectMs)) ?? shown()
}

/**
 * Lets one person in. Seen when somebody of that name more is in the call; or when the site counts more than others account for, and who
 * waits is in sight without him: a toast goes by itself. With the list closed and more in the call than have tiles (dom facts §2) he may
 * never come into sight, and the count and the toast are all that there is. Teams may ask back, e.g. about a suspected bot (dom facts
 * §4): that answer is the teacher's.
 */
export async function admit(run: Run, command: Knocking): Promise<Outcome> {
  const panel = panelBefore(run)
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  // Only now: opening the list brings people into sight who were in the call all along.
  const start = run.read().observation
  const isHis = (name: string) => sameName(name, command.name)
  const namesakes = ({ people }: typeof start) => people.filter(({ name }) => isHis(name)).length
  const away = () => rowOf(run, command) === undefined
  let countedAt = Number.POSITIVE_INFINITY
  const arrived = () => {
    const { observation, roster, lobby } = run.read()
    if (namesakes(observation) > namesakes(start)) return true
    if (!away()) return false
    if ((observation.deviceCount ?? 0) > (start.deviceCount ?? Number.POSITIVE_INFINITY))
      countedAt = Math.min(countedAt, performance.now())
    if (!countsOneMore(start, observation, isHis)) return false
    if (!roster.shown && !isWhole(start)) return true
    // Whoever can let in is shown all who wait.
    return lobbyHealth(run.page, observation.phase, 'yes', lobby, roster).level === 'complete'
  }
  // With the list closed his tile may never come into sight, and the next child must not wait for that.
  const isUnseen = () => performance.now() > countedAt + run.timing.effectMs
  await doStep(run, {
    step: 'admit',
    find: () => buttonIn(run, rowOf(run, command), 'admit'),
    seen: arrived,
    underWay: () => away() && !isUnseen(),
    guideOnly: run.guideOnly,
  })
  const proven = arrived()
  await putBack(run, panel)
  return outcomeOf(run, proven, command.name)
}

/** Turns one person away. Seen when the row is gone, nobody of that name has come in, and the list still shows who waits. */
export async function deny(run: Run, command: Knocking): Promise<Outcome> {
  const panel = panelBefore(run)
  const row = await showRow(run, command)
  if (row === undefined) return gone(run, command)
  const namesakes = () =>
    run.read().observation.people.filter(({ name }) => sameName(name, command.name)).length
  const before = namesakes()
  const away = () => {
    if (namesakes() > before) return false
    return rowOf(run, command) === undefined && readRoster(run.page).shown
  }
  await doStep(run, {
    step: 'deny',
    find: () => buttonIn(run, rowOf(run, command), 'deny'),
    seen: away,
    guideOnly: run.guideOnly,
  })
  const proven = away()
  await putBack(run, panel)
  return outcomeOf(run, proven, command.name)
}

/**
 * The button of this row, or of the toast that names him alone; none once there is no row of his: Teams gives rows and toast to the next
 * who waits. Two of one name in the lobby are told apart by the teacher only.
 */
function buttonIn(
  run: Run,
  knock: KnockRow | undefined,
  kind: Knocking['kind'],
): Control | undefined {
  if (knock === undefined) return undefined
  const { page } = run
  const { row, where } = knock
  if (!row.isConnected) return undefined
  const worded = knock.worded.includes(kind) ? buttonOf(knock, kind) : undefined
  if (worded !== undefined)
    return worded.isConnected
      ? { element: worded, certain: false, why: 'controlUnclear' }
      : undefined
  if (where === 'toast') {
    return only(page.all(kind === 'admit' ? 'toastAdmit' : 'toastDeny').filter(isDisplayed))
  }
  const target = kind === 'admit' ? 'admitButton' : 'denyButton'
  const found = only(page.all(target, row))
  const tid = row.getAttribute('data-tid')
  const twins = page
    .all('row')
    .filter((one) => tid !== null && one.getAttribute('data-tid') === tid && isDisplayed(one))
  return found !== undefined && twins.length > 1
    ? { ...found, certain: false, why: 'controlUnclear' }
    : found
}

const gone = (run: Run, { kind }: Knocking): Outcome => unavailable(run, kind, 'personGone')
