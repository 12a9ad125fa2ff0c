import type { ActTools, Command, Outcome } from '../../meeting/index.ts'
import { endForAll } from './act-end.ts'
import type { Timing } from '../dom/act-types.ts'
import { type Run, siteOf } from './act-kit.ts'
import { admit, deny } from './act-lobby.ts'
import { lock, unlock } from './act-lock.ts'
import { remove } from './act-menu.ts'
import { camerasForAll, chatOption } from './act-options.ts'
import { openPeople, rollCall } from './act-panel.ts'
import {
  allowCamera,
  allowMic,
  cameraOff,
  micOff,
  mute,
  muteAll,
  stopPresenting,
} from './act-people.ts'
import { teamsCapabilities } from './capabilities.ts'
import type { TeamsPage } from './page.ts'
import type { Reading } from './read.ts'

/**
 * Carries out one command that the teacher has clicked. Every control gets at most one press, every wait has an end, and `done` is
 * said only after the page has been read again. What the role has no control for is not looked for. Never throws: a page that goes
 * away under it is `pageGone`.
 */
export async function performOnTeams(
  page: TeamsPage,
  command: Command,
  tools: ActTools,
  timing: Timing,
  read: () => Reading,
): Promise<Outcome> {
  const steps: Run['steps'] = []
  try {
    const { observation, client, role, place } = read()
    if (observation.phase !== 'inCall' || place.spot === 'gap')
      return { result: 'unavailable', steps, why: 'pageGone' }
    const can = teamsCapabilities(client, role)[command.kind]
    if (can === 'none') {
      const forNobody = teamsCapabilities(client, 'organiser')[command.kind] === 'none'
      return { result: 'unavailable', steps, why: forNobody ? 'siteHasNoSuchControl' : 'notAHost' }
    }
    // Off the stage no control of the call is there but its own small bar.
    if (place.spot === 'offStage') return { result: 'unavailable', steps, why: 'controlNotFound' }
    const run: Run = {
      page,
      tools,
      timing,
      read,
      steps,
      pressed: new WeakSet(),
      site: siteOf(page),
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
    case 'rollCall':
      return rollCall(run)
    case 'admit':
      return admit(run, command)
    case 'deny':
      return deny(run, command)
    case 'muteAll':
      return muteAll(run)
    case 'mute':
      return mute(run, command.id)
    case 'askToUnmute':
      return Promise.resolve({
        result: 'unavailable',
        steps: run.steps,
        why: 'siteHasNoSuchControl',
      })
    case 'micOff':
      return micOff(run, command.id)
    case 'allowMic':
      return allowMic(run, command.id)
    case 'cameraOff':
      return cameraOff(run, command.id)
    case 'allowCamera':
      return allowCamera(run, command.id)
    case 'camerasOffForAll':
      return camerasForAll(run, false)
    case 'camerasOnForAll':
      return camerasForAll(run, true)
    case 'stopPresenting':
      return stopPresenting(run, command.id)
    case 'chatOff':
      return chatOption(run, false)
    case 'chatOn':
      return chatOption(run, true)
    case 'remove':
      return remove(run, command.id)
    case 'lock':
      return lock(run)
    case 'unlock':
      return unlock(run)
    case 'endForAll':
      return endForAll(run)
  }
}
