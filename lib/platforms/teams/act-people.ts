import type { Outcome, Participant } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { only, outcomeOf } from '../dom/act.ts'
import { doStep, note, type Run, unavailable, worded } from './act-kit.ts'
import { byMenu } from './act-menu.ts'
import { panelBefore, putBack, showPeople } from './act-panel.ts'
import { openMenuOf } from './act-row-menu.ts'

function personNow(run: Run, id: string): Participant | undefined {
  return run.read().observation.people.find((one) => one.id === id)
}

/** "Mute participant": he can switch it on again. Nobody can be unmuted by somebody else. */
export function mute(run: Run, id: string): Promise<Outcome> {
  const seen = () => personNow(run, id)?.microphone === 'off'
  return byMenu(run, id, { step: 'mute', item: 'muteOne', seen })
}

/** The hard mute, for attendees only. That the microphone is off proves nothing here: he may have muted himself. */
export function micOff(run: Run, id: string): Promise<Outcome> {
  const never = () => false
  return byMenu(run, id, { step: 'micOff', item: 'disableMic', opposite: 'allowMic', seen: never })
}

export function allowMic(run: Run, id: string): Promise<Outcome> {
  const never = () => false
  return byMenu(run, id, {
    step: 'allowMic',
    item: 'allowMic',
    opposite: 'disableMic',
    seen: never,
  })
}

/** "Disable camera", for attendees only: the picture goes and stays gone until it is allowed again. */
export function cameraOff(run: Run, id: string): Promise<Outcome> {
  const seen = () => {
    const camera = personNow(run, id)?.camera
    return camera?.state === 'off'
  }
  return byMenu(run, id, {
    step: 'cameraOff',
    item: 'disableCamera',
    opposite: 'allowCamera',
    seen,
  })
}

export function allowCamera(run: Run, id: string): Promise<Outcome> {
  const never = () => false
  const plan = { step: 'allowCamera', item: 'allowCamera', opposite: 'disableCamera' } as const
  return byMenu(run, id, { ...plan, seen: never })
}

/** "Mute all" in the People panel. Seen when nobody whose microphone can be read has it on. */
export async function muteAll(run: Run): Promise<Outcome> {
  const others = () => run.read().observation.people.filter(({ isSelf }) => !isSelf)
  const known = () => others().filter(({ microphone }) => microphone !== 'unknown')
  const silent = () => known().length > 0 && known().every(({ microphone }) => microphone === 'off')
  const evidence = () => `${known().length}/${others().length}`
  if (silent() && run.read().observation.health.people.level === 'complete') {
    note(run, 'muteAll', 'done')
    return outcomeOf(run, true, evidence())
  }
  const before = panelBefore(run)
  if (!(await showPeople(run))) return outcomeOf(run, false)
  const wasSilent = silent()
  await doStep(run, {
    step: 'muteAll',
    find: () => worded(run, run.page.every('panelButton'), 'muteAll'),
    // With everybody in sight muted before, the effect can only be that of the button itself.
    seen: () => !wasSilent && silent(),
    guideOnly: run.guideOnly,
  })
  const proven = silent()
  await putBack(run, before)
  return outcomeOf(run, proven, evidence())
}

/**
 * Ends somebody's screen share. One's own has a button; another's ends when he is made an attendee, which changes his rights: both the
 * item and Teams' question stay the teacher's.
 */
export async function stopPresenting(run: Run, id: string): Promise<Outcome> {
  const { page } = run
  const presents = () => personNow(run, id)?.presenting === true
  if (!presents()) {
    note(run, 'stopPresenting', 'done')
    return outcomeOf(run, true, 'already so')
  }
  if (personNow(run, id)?.isSelf === true) {
    await doStep(run, {
      step: 'stopPresenting',
      find: () => only(page.all('stopSharing').filter(isDisplayed)),
      seen: () => !presents(),
    })
    return outcomeOf(run, !presents())
  }
  const menu = await openMenuOf(run, id)
  if (menu === undefined) return outcomeOf(run, false)
  const item = () =>
    worded(run, menu.items(), 'stopPresenting') ?? worded(run, menu.items(), 'makeAttendee')
  if (item() === undefined) return unavailable(run, 'stopPresenting', 'controlNotFound')
  await doStep(run, {
    step:
      worded(run, menu.items(), 'stopPresenting') === undefined ? 'makeAttendee' : 'stopPresenting',
    find: item,
    seen: () => !presents(),
    guideOnly: true,
  })
  return outcomeOf(run, !presents())
}
