import type { Command, Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { hasIcon } from '../dom/find.ts'
import { nameOfControl } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import {
  confirmButton,
  doStep,
  note,
  openDialog,
  outcomeOf,
  pointable,
  sure,
  waitForTeacher,
} from './act-kit.ts'
import type { Run } from './act-kit.ts'
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
    find: () => sure(run.page.first('peopleButton')),
    seen: () => listShown(run),
  })
  return result === 'done'
}

export async function openPeople(run: Run): Promise<Outcome> {
  return outcomeOf(run, await showPeople(run))
}

/** The mute button of the tile, else of the row. Nobody can be unmuted by somebody else. */
export async function mute(run: Run, { id }: Of<'mute'>): Promise<Outcome> {
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
    const scopes = [tile(), row()].filter((scope) => scope !== undefined)
    const all = scopes.flatMap((scope) => [...scope.getElementsByTagName('button')])
    return (
      all.find((one) => hasIcon(one, ['mic', 'mic_none'])) ??
      all.find((one) => isMuteLabel(run, one))
    )
  }
  await doStep(run, { step: 'mute', find: () => sure(button()), seen: () => state() === 'off' })
  return outcomeOf(run, state() === 'off')
}

function isMuteLabel(run: Run, button: Element): boolean {
  return run.page.looks.words.match('mute', nameOfControl(button))?.certain === true
}

/** "Mute all" is in the panel by Google's help; where exactly nobody has recorded: it is pointed at, never pressed. */
export async function muteAll(run: Run): Promise<Outcome> {
  const silent = () => {
    const others = run.read().people.filter(({ isSelf }) => !isSelf)
    return others.length > 0 && others.every(({ microphone }) => microphone === 'off')
  }
  if (silent()) {
    note(run, 'muteAll', 'done')
    return outcomeOf(run, true)
  }
  if (!(await showPeople(run))) return outcomeOf(run, false)
  await doStep(run, {
    step: 'muteAll',
    find: () => {
      const panels = run.page.all('sidePanel').filter(isDisplayed)
      const buttons = panels.flatMap((panel) => [
        ...panel.querySelectorAll('button, [role="button"]'),
      ])
      const { words } = run.page.looks
      return sure(
        buttons.find((one) => isDisplayed(one) && words.match('muteAll', nameOfControl(one))),
      )
    },
    seen: silent,
    guideOnly: true,
    whyGuided: 'siteAsksForConfirmation',
  })
  return outcomeOf(run, silent())
}

/**
 * Row → More actions → Remove from the call. The dialog that follows offers removing, reporting and blocking: that choice is the
 * teacher's, so it is pointed at and waited for.
 */
export async function remove(run: Run, { id }: Of<'remove'>): Promise<Outcome> {
  const { page, tools, timing } = run
  const present = () => run.read().people.some((one) => one.id === id)
  if (!present()) return gone(run, 'chooseRemove')
  if (run.read().self.id === id) {
    note(run, 'chooseRemove', 'unavailable', 'siteHasNoSuchControl')
    return outcomeOf(run, false)
  }
  if (rowOf(run, id)?.visible !== true && !(await showPeople(run))) return outcomeOf(run, false)
  const row = await waitFor(tools, () => rowOf(run, id), timing.appearMs)
  if (row === undefined) return gone(run, 'openRowMenu')
  row.element.scrollIntoView({ block: 'nearest' })
  const menu = () => page.all('rowMenu').filter(isDisplayed).at(-1)
  if (menu() !== undefined) {
    escape(menu())
    await waitFor(tools, () => menu() === undefined, timing.effectMs)
  }
  const open = await doStep(run, {
    step: 'openRowMenu',
    find: () => {
      const fresh = rowOf(run, id)
      return fresh === undefined ? undefined : sure(page.first('rowMenuButton', fresh.element))
    },
    seen: () => menu() !== undefined,
  })
  if (open !== 'done') return outcomeOf(run, false)
  const item = () => {
    const shown = menu()
    return shown === undefined ? undefined : page.first('removeItem', shown, isDisplayed)
  }
  const absent = () => !present()
  if ((await waitFor(tools, item, timing.effectMs)) === undefined) {
    escape(menu())
    note(
      run,
      'chooseRemove',
      'unavailable',
      run.read().self.isHost === 'no' ? 'notAHost' : 'controlNotFound',
    )
    return outcomeOf(run, false)
  }
  const chosen = await doStep(run, {
    step: 'chooseRemove',
    find: () => sure(item()),
    seen: () => absent() || openDialog(page) !== undefined,
  })
  if (chosen === 'done' && !absent()) await confirmByTeacher(run, 'confirmRemove', absent)
  return outcomeOf(run, absent())
}

/** The site asks back: its answer is pointed at and left to the teacher. */
export async function confirmByTeacher(
  run: Run,
  step: 'confirmRemove' | 'endForAll',
  seen: () => boolean,
  target: () => Element | undefined = () => confirmButton(run.page),
): Promise<void> {
  const button = target()
  if (button === undefined) return note(run, step, 'guided', 'siteAsksForConfirmation')
  run.tools.guide(pointable(button), step)
  if (await waitForTeacher(run, seen)) {
    run.tools.clearGuide()
    note(run, step, 'done')
  } else note(run, step, 'guided', 'siteAsksForConfirmation')
}

function rowOf(run: Run, id: string): Row | undefined {
  return readRoster(run.page).rows.find((row) => row.id === id)
}

function gone(run: Run, step: 'mute' | 'chooseRemove' | 'openRowMenu'): Outcome {
  note(run, step, 'unavailable', 'personGone')
  return outcomeOf(run, false)
}

function escape(element: Element | undefined): void {
  const options = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true, composed: true }
  element?.dispatchEvent(new KeyboardEvent('keydown', options))
  element?.dispatchEvent(new KeyboardEvent('keyup', options))
}
