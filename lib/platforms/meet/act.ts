import type { ActTools, Command, Observation, Outcome } from '../../meeting/index.ts'
import { lock, unlock } from './act-access.ts'
import { endForAll } from './act-end.ts'
import type { Timing } from '../dom/act-types.ts'
import { type Run, siteOf } from './act-kit.ts'
import { admit, deny } from './act-lobby.ts'
import { mute, muteAll, openPeople, remove } from './act-people.ts'
import { rollCall } from './act-roll-call.ts'
import { camerasOffForAll, camerasOnForAll, chatOff, chatOn, stopPresenting } from './act-switch.ts'
import { meetCapabilities } from './capabilities.ts'
import type { MeetPage } from './page.ts'

/**
 * Carries out one command that the teacher has clicked. Every control gets at most one press, every wait has an end, and `done` is
 * said only after the page has been read again. Never throws: a page that goes away under it is `pageGone`.
 */
export async function performOnMeet(
  page: MeetPage,
  command: Command,
  tools: ActTools,
  timing: Timing,
  read: () => Observation,
): Promise<Outcome> {
  const steps: Run['steps'] = []
  if (meetCapabilities('organiser')[command.kind] === 'none') {
    return { result: 'unavailable', steps, why: 'siteHasNoSuchControl' }
  }
  try {
    const { phase, self } = read()
    if (phase !== 'inCall') return { result: 'unavailable', steps, why: 'pageGone' }
    const can = meetCapabilities(self.role ?? 'unknown')[command.kind]
    if (can === 'none') return { result: 'unavailable', steps, why: 'notAHost' }
    const run: Run = {
      page,
      site: siteOf(page),
      tools,
      timing,
      read,
      steps,
      pressed: new WeakSet(),
      guideOnly: can === 'guide',
      guideLeftMs: timing.guideMs,
      why: undefined,
    }
    tools.clearGuide()
    return await carryOut(run, command)
  } catch {
    return { result: 'unavailable', steps, why: 'pageGone' }
  }
}

function carryOut(run: Run, command: Command): Promise<Outcome> {
  switch (command.kind) {
    case 'openPeople':
      return openPeople(run)
    case 'admit':
      return admit(run, command)
    case 'deny':
      return deny(run, command)
    case 'muteAll':
      return muteAll(run)
    case 'mute':
      return mute(run, command)
    case 'camerasOffForAll':
      return camerasOffForAll(run)
    case 'remove':
      return remove(run, command)
    case 'lock':
      return lock(run)
    case 'unlock':
      return unlock(run)
    case 'endForAll':
      return endForAll(run)
    case 'rollCall':
      return rollCall(run)
    case 'camerasOnForAll':
      return camerasOnForAll(run)
    case 'stopPresenting':
      return stopPresenting(run, command)
    case 'chatOff':
      return chatOff(run)
    case 'chatOn':
      return chatOn(run)
    case 'askToUnmute':
    case 'micOff':
    case 'allowMic':
    case 'cameraOff':
    case 'allowCamera':
      return Promise.resolve({ result: 'unavailable', steps: [], why: 'siteHasNoSuchControl' })
  }
}
