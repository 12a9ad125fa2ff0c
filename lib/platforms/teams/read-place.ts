import type { EndReason, Phase } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { clip, proseLeaves, tidy } from '../dom/text.ts'
import type { TeamsPage } from './page.ts'
import { codeInUrl, isTeamsHost } from './url.ts'

/** Where on Teams the page is, finer than the phase. */
export type Spot =
  | 'elsewhere'
  | 'launcher'
  | 'prejoin'
  | 'connecting'
  | 'lobby'
  | 'stage'
  | 'offStage'
  | 'gap'
  | 'ended'
  | 'unknown'

export interface Place {
  readonly spot: Spot
  readonly phase: Phase
  readonly endReason?: EndReason
}

/** The hang-up button is gone for a moment at every re-layout; only after this long the call is over (dom facts §1). */
export const GAP_MS = 5000

/** A call that went without an end screen leaves the chat or the calendar behind: after this long they are just that again. */
const OVER_MS = 60_000

/**
 * Where the page is. Neither the address nor the hang-up button proves a call: a signed-in call stays at `/v2/`, and the button is drawn
 * in the lobby as well.
 *
 *   launcher ─▶ prejoin ─▶ connecting ─▶ (lobby) ─▶ call ⇄ off the stage ─▶ ended
 *
 *   lobby     its screen, or a join button that is switched off and the words of the lobby
 *   call      hang-up button, none of the screens before a call, and one mark more: stage, tiles, timer
 *   off stage the same, with the small window of the call instead of the stage
 *   ended     its screens; or the call's controls gone for five seconds in a page that was in a call
 *   unknown   signs of several states that exclude each other, or parts of a call that make none
 */
export function readPlace(page: TeamsPage, url: URL, tiles: number): Place {
  const has = (target: Parameters<TeamsPage['first']>[0]) =>
    page.first(target, page.doc, isDisplayed) !== undefined
  const launcher = has('launcher')
  const denied = has('deniedScreen')
  const ended = denied || page.every('endedScreen').some(isDisplayed)
  const prejoin = has('prejoin')
  const connecting = has('connecting')
  const lobby = has('lobbyScreen')
  // The bar hides itself in full screen and while a screen is shared: that it is in the page is enough.
  const hangUp = page.first('hangUp') !== undefined
  const rings = hangUp && has('hangUp')
  const monitor = has('callMonitor')
  // A page can't be the launcher and anything else, nor over and still ringing.
  if (launcher && (ended || prejoin || lobby || rings)) return { spot: 'unknown', phase: 'unknown' }
  if (ended && rings && (has('inCallMark') || tiles > 0))
    return { spot: 'unknown', phase: 'unknown' }
  // Whatever stands below is before or after a call: an older call of this document is over.
  const before = prejoin || lobby || connecting || launcher
  if (ended || before) page.memory.callSeenAt = undefined
  if (ended) return { spot: 'ended', phase: 'ended', endReason: endReason(page, denied) }
  if (lobby || waitsInPrejoin(page)) return { spot: 'lobby', phase: 'waiting' }
  if (connecting) return { spot: 'connecting', phase: 'greenRoom' }
  if (prejoin || (!hangUp && canJoin(page))) return { spot: 'prejoin', phase: 'greenRoom' }
  if (launcher) return { spot: 'launcher', phase: 'greenRoom' }
  if (monitor && (hangUp || tiles === 0)) return inCall(page, 'offStage')
  if (hangUp && (tiles > 0 || has('inCallMark'))) return inCall(page, 'stage')
  if (tiles > 0 && page.memory.callSeenAt !== undefined) return inCall(page, 'stage')
  return outside(page, url, hangUp)
}

function inCall(page: TeamsPage, spot: 'stage' | 'offStage'): Place {
  page.memory.callSeenAt = performance.now()
  return { spot, phase: 'inCall' }
}

/** No call, and nothing before or after one. */
function outside(page: TeamsPage, url: URL, hangUp: boolean): Place {
  const { callSeenAt, outSince } = page.memory
  const now = performance.now()
  const part = hangUp || page.every('anyOfACall').some(isDisplayed)
  const isElsewhere = !part && isTeamsHost(url) && codeInUrl(url) === undefined
  if (!hangUp && callSeenAt !== undefined) {
    if (now - callSeenAt < GAP_MS) return { spot: 'gap', phase: 'inCall' }
    const isLongOver = outSince !== undefined && now - outSince > OVER_MS
    if (!isElsewhere || !isLongOver) return { spot: 'ended', phase: 'ended', endReason: 'unknown' }
  }
  return isElsewhere
    ? { spot: 'elsewhere', phase: 'elsewhere' }
    : { spot: 'unknown', phase: 'unknown' }
}

/** While one waits, the page before the call can stay with its join button switched off. */
function waitsInPrejoin(page: TeamsPage): boolean {
  const join = page.first('joinButton', page.doc, isDisplayed)
  const screen = page.first('prejoin')
  if (join !== undefined && !isDisabled(join)) return false
  if (join === undefined && screen === undefined) return false
  const scope = screen ?? page.doc.body
  return proseLeaves(scope, 200).some(
    (text) => page.looks.words.match('waiting', text) !== undefined,
  )
}

function canJoin(page: TeamsPage): boolean {
  return page.first('joinButton', page.doc, isDisplayed) !== undefined
}

function endReason(page: TeamsPage, denied: boolean): EndReason {
  const { words } = page.looks
  const screens = [...page.all('deniedScreen'), ...page.every('endedScreen')].filter(isDisplayed)
  const said = screens.flatMap((screen) => [
    ...proseLeaves(screen, 40),
    tidy(screen.textContent ?? ''),
  ])
  const says = (key: string) => said.some((text) => words.match(key, text, 'start') !== undefined)
  if (says('endedRemoved')) return 'removed'
  if (denied || says('endedDenied')) return 'denied'
  if (says('endedForAll')) return 'endedForAll'
  return says('endedLeft') ? 'left' : 'unknown'
}

/** The meeting's title, without the name of the site behind it. */
export function readTitle(page: TeamsPage): string {
  for (const shown of page.every('title')) {
    const text = tidy(shown.textContent ?? '') || tidy(shown.getAttribute('title') ?? '')
    if (text !== '') return clip(text, MAX_NAME)
  }
  return clip(tidy(page.doc.title.replace(/\s*\|\s*Microsoft Teams.*$/i, '')), MAX_NAME)
}

export type Client = 'full' | 'light' | 'unknown'

/** Which of the two clients this is, by the ids that only one of them has; where there are none of either, by its address or its bar. */
export function readClient(page: TeamsPage, url: URL): Client {
  const full = page.first('fullClient') !== undefined
  const light = page.first('lightClient') !== undefined
  if (full !== light) return full ? 'full' : 'light'
  if (full) return 'unknown'
  const isLight = url.pathname.startsWith('/light-meetings/') || page.first('callBar') !== undefined
  return isLight ? 'light' : 'unknown'
}
