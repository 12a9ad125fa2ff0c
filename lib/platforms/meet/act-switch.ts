import type { Command, Outcome } from '../../meeting/index.ts'
import { only, outcomeOf } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { needHostManagement, putBack, showHostControls, shownPanel } from './act-host.ts'
import { doStep, note, type Run } from './act-kit.ts'
import type { MeetStep } from './capabilities.ts'
import { hostPanel, isOn, panelSwitch } from './read-access.ts'

/**
 * The switches of the host controls that mean everybody at once (dom/meet.md §5): video, chat messages, sharing. Each is read off the
 * switch itself afterwards. "Everybody" is everybody without host rights.
 */
interface Turn {
  readonly step: MeetStep
  /** The words of the switch. */
  readonly word: 'videoLock' | 'chatLock'
  readonly on: boolean
}

/** The video lock: switches everybody's camera off and keeps it off. */
export const camerasOffForAll = (run: Run): Promise<Outcome> =>
  turn(run, { step: 'camerasOff', word: 'videoLock', on: false })

/** Lets everybody use the camera again. Nobody's camera comes on by that. */
export const camerasOnForAll = (run: Run): Promise<Outcome> =>
  turn(run, { step: 'camerasOn', word: 'videoLock', on: true })

export const chatOff = (run: Run): Promise<Outcome> =>
  turn(run, { step: 'chatOff', word: 'chatLock', on: false })

export const chatOn = (run: Run): Promise<Outcome> =>
  turn(run, { step: 'chatOn', word: 'chatLock', on: true })

async function turn(run: Run, { step, word, on }: Turn): Promise<Outcome> {
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  const find = () => switchOf(run, word)
  await needHostManagement(run, find)
  const is = () => {
    const found = find()
    return found === undefined ? undefined : isOn(found.element) === on
  }
  const seen = () => is() === true && find()?.certain === true
  // A word that we only guess proves nothing by itself; once she has read it and pressed, it does.
  const result = await doStep(run, { step, find, seen, seenByTeacher: () => is() === true })
  const proven = result === 'done' && is() === true
  const evidence = find()?.element.getAttribute('aria-label') ?? ''
  if (proven) await putBack(run, before)
  return outcomeOf(run, proven, evidence)
}

function switchOf(run: Run, word: string): Control | undefined {
  const panel = hostPanel(run.page)
  return panel === undefined ? undefined : panelSwitch(run.page, panel, word)
}

/**
 * Ends a screen share. One's own has a button in the bar. No source knows a control that ends somebody else's: what there is, is the
 * switch that lets contributors share, and whether to turn that is the teacher's own choice.
 */
export async function stopPresenting(
  run: Run,
  { id }: Extract<Command, { kind: 'stopPresenting' }>,
): Promise<Outcome> {
  const { page } = run
  const person = () => run.read().people.find((one) => one.id === id)
  const presents = () => person()?.presenting === true
  if (!presents()) {
    note(run, 'stopPresenting', 'done')
    return outcomeOf(run, true, 'already so')
  }
  if (person()?.isSelf === true) {
    await doStep(run, {
      step: 'stopPresenting',
      find: () => only(page.all('stopPresenting').filter(isDisplayed)),
      seen: () => !presents(),
    })
    return outcomeOf(run, !presents())
  }
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await doStep(run, {
    step: 'shareOff',
    find: () => switchOf(run, 'shareLock'),
    seen: () => !presents(),
    guideOnly: true,
  })
  if (!presents()) await putBack(run, before)
  return outcomeOf(run, !presents())
}
