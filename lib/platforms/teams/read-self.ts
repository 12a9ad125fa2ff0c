import type { SelfRole, Tri } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl, tidy } from '../dom/text.ts'
import { cleanName } from './labels.ts'
import type { TeamsPage } from './page.ts'
import type { Row } from './read-roster.ts'
import { type Stage, tileMicrophone } from './read-tiles.ts'

/** What the bars say about the person at this computer. */
export interface Own {
  readonly name: string
  readonly camera: 'on' | 'off' | 'unknown'
  readonly microphone: 'on' | 'off' | 'unknown'
  readonly presenting: Tri
}

export function readOwn(page: TeamsPage, stage: Stage): Own {
  const tile = stage.tiles.find(({ isSelf }) => isSelf)
  const name = tile?.name || ownName(page)
  if (name !== '') page.memory.selfName = name
  const button = ownMicrophone(page)
  return {
    name,
    // In a call the camera button tells nothing that is known; before it the switch does. The own tile decides the rest.
    camera: toggled(page.first('prejoinCamera')),
    microphone: button === 'unknown' && tile !== undefined ? tileMicrophone(page, tile) : button,
    presenting: presenting(page, stage, name),
  }
}

/** The name of the account at the top of the page; the call may hide it, so the last one stays. */
function ownName(page: TeamsPage): string {
  const { words } = page.looks
  const shown = page.first('ownDisplayName')
  const text = shown === undefined ? '' : tidy(shown.textContent ?? '')
  if (text !== '') return cleanName(words, text).name
  const label = page.first('ownName')?.getAttribute('aria-label') ?? ''
  const said = words.match('profilePicture', label)?.name
  return said === undefined ? (page.memory.selfName ?? '') : cleanName(words, said).name
}

function toggled(input: Element | undefined): 'on' | 'off' | 'unknown' {
  // `data-cid` was seen to contradict the switch itself (dom facts §6): only the switch is asked.
  const said = input?.getAttribute('aria-checked')
  if (said === 'true') return 'on'
  if (said === 'false') return 'off'
  return input instanceof HTMLInputElement ? (input.checked ? 'on' : 'off') : 'unknown'
}

/** The state that the button shows, by the icon in it; an open one draws its volume in newer builds (calls of 2026-09). */
const MIC_STATES: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['mic', 'on'],
  ['mic-volume-renderer', 'on'],
  ['mic-off', 'off'],
])

/** What a click would do, in the site's own count of clicks: the same in every language (calls of 2026-09). */
const MIC_ACTIONS: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['callMuteAudio', 'on'],
  ['callUnmuteAudio', 'off'],
])

function ownMicrophone(page: TeamsPage): 'on' | 'off' | 'unknown' {
  const before = page.first('prejoinMicrophone')
  if (before !== undefined) return toggled(before)
  // Teams can leave the button of an earlier call in the page, out of sight.
  const button = page.first('ownMicrophone', page.doc, isDisplayed) ?? page.first('ownMicrophone')
  if (button === undefined) return 'unknown'
  const state = MIC_STATES.get(button.getAttribute('data-state') ?? '')
  const action = MIC_ACTIONS.get(button.getAttribute('data-track-action-scenario') ?? '')
  if (state !== undefined && action !== undefined && state !== action) return 'unknown'
  const marked = state ?? action
  if (marked !== undefined) return marked
  const icon = page.first('microphoneIcon', button)?.getAttribute('data-testid') ?? ''
  if (icon === 'ubar-mic-on-icon') return 'on'
  if (icon === 'ubar-mic-off-icon' || icon === 'ubar-mic-prohibited-icon') return 'off'
  // The label names the action, not the state.
  const { words } = page.looks
  const label = nameOfControl(button).replace(/\s*\([^)]*\)$/, '')
  if (words.match('ownMicOn', label)?.certain === true) return 'on'
  return words.match('ownMicOff', label)?.certain === true ? 'off' : 'unknown'
}

function presenting(page: TeamsPage, stage: Stage, name: string): Tri {
  const stop = page.first('stopSharing', page.doc, isDisplayed)
  if (stop !== undefined) return 'yes'
  const share = page.first('shareButton')
  const label = share === undefined ? '' : nameOfControl(share).replace(/\s*\([^)]*\)$/, '')
  if (page.looks.words.match('stopSharing', label) !== undefined) return 'yes'
  // What we draw folds away while the class can see this screen: a share of somebody called like the teacher counts.
  if (name !== '' && stage.shares.some(({ ownerName }) => ownerName === name)) return 'yes'
  return share === undefined ? 'unknown' : 'no'
}

/** One's own rank, by one's own row; while that is not in sight, as it was last seen in this call. */
export function roleOf(page: TeamsPage, row: Row | undefined, inCall: boolean): SelfRole {
  if (!inCall) page.memory.role = 'unknown'
  else if (row !== undefined) page.memory.role = row.rank ?? 'unknown'
  return page.memory.role
}

/**
 * Whether one may run the meeting. Buttons that only those who may admit have prove it; nothing proves the contrary but the word
 * "attendee" in one's own row.
 */
export function readIsHost(page: TeamsPage, role: SelfRole): Tri {
  if (role === 'organiser' || role === 'coorganiser' || role === 'presenter') return 'yes'
  if (role === 'attendee') return 'no'
  const admits = ['admitButton', 'toastAdmit', 'endMeeting'] as const
  return admits.some((target) => page.first(target, page.doc, isDisplayed) !== undefined)
    ? 'yes'
    : 'unknown'
}
