import { clip } from '../dom/text.ts'
import type { TeamsPage } from './page.ts'
import type { Place, Spot } from './read-place.ts'
import { codeInUrl, isTeamsHost } from './url.ts'

const BEFORE: ReadonlySet<Spot> = new Set(['launcher', 'prejoin', 'connecting', 'lobby'])
const HERE: ReadonlySet<Spot> = new Set(['lobby', 'stage', 'offStage'])

/**
 * The code of the meeting. A call that was opened from the calendar never shows one: then its title stands in, so that one lesson stays
 * one and two lessons stay two.
 *
 * In a document that holds call after call the code stays through the end of its own call. What comes after that without a code in the
 * address is another call, and the code of the one before would give it the class of the one before; but for the same title, which is
 * somebody who comes back, or an end that was misread.
 */
export function codeOf(page: TeamsPage, url: URL, { spot, phase }: Place, title: string): string {
  const { memory } = page
  const shown = codeInUrl(url)
  if (shown !== undefined) {
    if (memory.code !== shown) memory.callTitle = undefined
    memory.code = shown
    memory.callIsOver = spot === 'ended'
  } else if (spot === 'elsewhere') {
    // After a call that went without an end screen its tab may still come back to it.
    if (memory.callSeenAt === undefined) forget(page)
    else memory.callIsOver = true
    return ''
  } else if (spot === 'ended' || (BEFORE.has(spot) && memory.callTitle !== undefined)) {
    memory.callIsOver = true
  }
  const isOther = memory.callIsOver && spot !== 'ended' && title !== memory.callTitle
  if (HERE.has(spot) && shown === undefined && memory.callIsOver) {
    if (isOther) forget(page)
    memory.callIsOver = false
  }
  // Before a call its page may not have its title yet: nothing is forgotten there, and nothing said.
  if (isOther && BEFORE.has(spot) && spot !== 'lobby') return ''
  const code = memory.code ?? ofTitle(url, phase, title)
  if (code !== '') memory.code = code
  if (spot === 'stage' && title !== '') memory.callTitle = title
  return code
}

function ofTitle(url: URL, phase: Place['phase'], title: string): string {
  if (!isTeamsHost(url) || (phase !== 'inCall' && phase !== 'waiting')) return ''
  return title === '' ? 'untitled' : clip(`title:${title}`, 120)
}

function forget({ memory }: TeamsPage): void {
  memory.code = undefined
  memory.callTitle = undefined
  memory.callIsOver = false
}
