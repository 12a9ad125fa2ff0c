import type { Command, Outcome } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { escapeFrom, only, outcomeOf } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { hasIcon } from '../dom/find.ts'
import { clip, nameOfControl } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import { fold } from '../dom/words.ts'
import {
  answerIn,
  confirmByTeacher,
  doStep,
  note,
  openDialogs,
  type Run,
  unavailable,
  worded,
} from './act-kit.ts'
import type { MeetStep } from './capabilities.ts'
import { readRoster, type Row } from './read-roster.ts'
import { readMicrophone, readStage } from './read-tiles.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

export function listShown(run: Run): boolean {
  if (readRoster(run.page).visibleCount > 0) return true
  const panel = run.page.first('peoplePanel')
  return panel !== undefined && isDisplayed(panel)
}

export async function showPeople(run: Run): Promise<boolean> {
  const result = await doStep(run, {
    step: 'openPeople',
    find: () => only(run.page.all('peopleButton')),
    seen: () => listShown(run),
  })
  return result === 'done'
}

export async function openPeople(run: Run): Promise<Outcome> {
  return outcomeOf(run, await showPeople(run))
}

/** The mute button of the tile, else of the row. Nobody can be unmuted by somebody else. */
export async function mute(run: Run, { id, name }: Of<'mute'>): Promise<Outcome> {
  const tile = () => readStage(run.page).tiles.find((one) => one.id === id)?.element
  const row = () => rowOf(run, id)?.element
  if (tile() === undefined && row() === undefined) return gone(run, 'mute')
  const state = () => {
    const [onTile, inRow] = [tile(), row()]
    const first = onTile === undefined ? 'unknown' : readMicrophone(run.page, onTile, 'tile')
    if (first !== 'unknown' || inRow === undefined) return first
    return readMicrophone(run.page, inRow, 'row')
  }
  const button = () => {
    for (const scope of [tile(), row()]) {
      const found = scope === undefined ? undefined : muteButton(run, scope, name)
      if (found !== undefined) return found
    }
    return undefined
  }
  await doStep(run, { step: 'mute', find: button, seen: () => state() === 'off' })
  return outcomeOf(run, state() === 'off')
}

/** By its icon, else by its words; one that names somebody else is not this person's. */
function muteButton(run: Run, scope: Element, name: string): Control | undefined {
  const { words } = run.page.looks
  // A tile inside another keeps its own button.
  const all = [...scope.getElementsByTagName('button')].filter(
    (one) => run.site.holder(one) === scope,
  )
  const says = (one: Element) => words.match('mute', nameOfControl(one))
  const icons = all.filter((one) => hasIcon(one, ['mic', 'mic_none']))
  const found = only(icons.length > 0 ? icons : all.filter((one) => says(one)?.certain === true))
  if (found === undefined) return undefined
  const named = says(found.element)?.name
  const other = named !== undefined && fold(clip(named, MAX_NAME)) !== fold(name)
  return other ? { ...found, certain: false, why: 'controlUnclear' } : found
}

/**
 * "Mute all" is in the panel by Google's help; where exactly nobody has recorded: it is pointed at, never pressed. Already so only where
 * everybody is in sight: from a list that is not whole nobody's silence follows.
 */
export async function muteAll(run: Run): Promise<Outcome> {
  const others = () => run.read().people.filter(({ isSelf }) => !isSelf)
  const known = () => others().filter(({ microphone }) => microphone !== 'unknown')
  const silent = () => known().length > 0 && known().every(({ microphone }) => microphone === 'off')
  const evidence = () => `${known().length}/${others().length}`
  const whole = run.read().health.people.level === 'complete' && known().length === others().length
  if (silent() && whole) {
    note(run, 'muteAll', 'done')
    return outcomeOf(run, true, evidence())
  }
  if (!(await showPeople(run))) return outcomeOf(run, false)
  const wasSilent = silent()
  await doStep(run, {
    step: 'muteAll',
    find: () => {
      const panels = run.page.all('sidePanel').filter(isDisplayed)
      const buttons = panels.flatMap((panel) => [
        ...panel.querySelectorAll('button, [role="button"]'),
      ])
      return worded(run, buttons, 'muteAll')
    },
    // With everybody in sight muted before, the effect can only be that of the button itself.
    seen: () => !wasSilent && silent(),
    guideOnly: true,
  })
  return outcomeOf(run, silent(), evidence())
}

/**
 * Row → More actions → Remove from the call. The dialog that follows offers removing, reporting and blocking: that choice is the
 * teacher's, so it is pointed at and waited for.
 */
export async function remove(run: Run, { id }: Of<'remove'>): Promise<Outcome> {
  const { page, tools, timing } = run
  const present = () => run.read().people.some((one) => one.id === id)
  if (!present()) return gone(run, 'chooseRemove')
  if (run.read().self.id === id) return unavailable(run, 'chooseRemove', 'siteHasNoSuchControl')
  if (rowOf(run, id)?.visible !== true && !(await showPeople(run))) return outcomeOf(run, false)
  const row = await waitFor(tools, () => rowOf(run, id), timing.appearMs)
  if (row === undefined) return gone(run, 'openRowMenu')
  row.element.scrollIntoView({ block: 'nearest' })
  const menu = () => page.all('rowMenu').filter(isDisplayed).at(-1)
  if (menu() !== undefined) {
    escapeFrom(menu())
    await waitFor(tools, () => menu() === undefined, timing.effectMs)
    // It may be another child's, and nothing in it says whose: nobody is removed by a menu that we did not open.
    if (menu() !== undefined) return unavailable(run, 'openRowMenu', 'controlCovered')
  }
  // Shown where, the teacher may open another child's: its item is pointed at, and the hand on it is hers.
  let byTeacher = false
  const open = await doStep(run, {
    step: 'openRowMenu',
    find: () => {
      const fresh = rowOf(run, id)
      if (fresh === undefined) return undefined
      const own = (one: Element) => run.site.holder(one) === fresh.element
      return only(page.all('rowMenuButton', fresh.element).filter(own))
    },
    seen: () => menu() !== undefined,
    seenByTeacher: () => (byTeacher = menu() !== undefined),
  })
  if (open !== 'done') return outcomeOf(run, false)
  const item = () => {
    const shown = menu()
    return shown === undefined ? undefined : only(page.all('removeItem', shown).filter(isDisplayed))
  }
  const absent = () => !present()
  if ((await waitFor(tools, item, timing.effectMs)) === undefined) {
    escapeFrom(menu())
    const { isHost } = run.read().self
    return unavailable(run, 'chooseRemove', isHost === 'no' ? 'notAHost' : 'controlNotFound')
  }
  const before = new Set(openDialogs(page))
  const question = () => openDialogs(page).findLast((dialog) => !before.has(dialog))
  const chosen = await doStep(run, {
    step: 'chooseRemove',
    find: item,
    seen: () => absent() || question() !== undefined,
    guideOnly: byTeacher,
  })
  const answer = () => {
    const asked = question()
    return asked === undefined ? undefined : answerIn(page, asked)
  }
  if (chosen === 'done' && !absent()) await confirmByTeacher(run, 'confirmRemove', absent, answer)
  return outcomeOf(run, absent())
}

function rowOf(run: Run, id: string): Row | undefined {
  return readRoster(run.page).rows.find((row) => row.id === id)
}

const gone = (run: Run, step: MeetStep): Outcome => unavailable(run, step, 'personGone')
