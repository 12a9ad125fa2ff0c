import type { EndReason, Phase } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, tidy } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/** Meeting codes as in `/abc-defg-hij` (dom/meet.md §1). */
const CODE = /^[a-z]{3,4}-[a-z]{4}-[a-z]{3,4}$/

/** The code in an address of Meet, undefined for every other page of the site (landing, lookup, calling, …). */
export function codeInUrl(url: URL): string | undefined {
  if (url.hostname !== 'meet.google.com') return undefined
  const first = url.pathname.split('/')[1] ?? ''
  return CODE.test(first) ? first : undefined
}

/** The code that the page itself carries: breakout rooms and alias addresses have one too. */
export function codeInPage(page: MeetPage): string | undefined {
  const code = page.first('meetingCode')?.getAttribute('data-unresolved-meeting-id') ?? ''
  return CODE.test(code) ? code : undefined
}

export function readTitle(page: MeetPage): string {
  const heading = page.first('title')
  const shown = heading === undefined ? '' : tidy(heading.textContent ?? '')
  const title = shown || heading?.getAttribute('data-meeting-title') || page.doc.title
  return clip(tidy(title), MAX_NAME)
}

/** Which generation of Meet's interface this is, by the marks that only one of them has. */
export function readVariant(page: MeetPage): string {
  if (page.first('deviceCount') !== undefined) return 'meet-2026'
  if (page.first('peopleButton')?.hasAttribute('data-panel-id') === true) return 'meet-2025'
  return 'meet-unknown'
}

export interface Place {
  readonly phase: Phase
  readonly endReason?: EndReason
}

/**
 * Where the page is. Meet goes from green room to waiting room to call to "you left" at one address without a load, so only the
 * page can tell:
 *
 *   ended     `data-call-ended`, or the wording or marks of the last page while nothing of a call is there
 *   inCall    the leave button and a tile that shows a name; the side panel buttons, which exist only after admission, count double
 *   waiting   the wording of the waiting page, looked for only while those buttons are missing
 *   greenRoom a join button or the name box
 *   unknown   anything else: never taken for a call
 *
 * The leave button alone is not enough: the waiting page has one as well, and a preview of oneself.
 */
export function readPlace(page: MeetPage, tilesWithName: number): Place {
  if (page.first('callEnded') !== undefined) {
    return { phase: 'ended', endReason: readEndReason(texts(page)) ?? 'unknown' }
  }
  const leave = page.first('leaveButton') !== undefined
  const admitted = page.first('afterAdmission') !== undefined
  const marked = page.first('inCallMark') !== undefined
  if (admitted && (leave || tilesWithName > 0 || marked)) return { phase: 'inCall' }
  const shown = texts(page)
  const says = (key: string) =>
    shown.some((text) => page.looks.words.match(key, text) !== undefined)
  if (says('waiting')) return { phase: 'waiting' }
  const joining = page.first('joinMark') !== undefined || says('join') || hasNameBox(page)
  if (leave && tilesWithName > 0) return { phase: 'inCall' }
  if (leave && marked && !joining) return { phase: 'inCall' }
  const reason = leave ? undefined : readEndReason(shown)
  if (reason !== undefined) return { phase: 'ended', endReason: reason }
  if (joining) return { phase: 'greenRoom' }
  if (!leave && page.first('endedMark') !== undefined)
    return { phase: 'ended', endReason: 'unknown' }
  return { phase: 'unknown' }

  function readEndReason(lines: readonly string[]): EndReason | undefined {
    const said = (key: string) =>
      lines.some((line) => page.looks.words.match(key, line) !== undefined)
    if (said('endedRemoved')) return 'removed'
    if (said('endedForAll')) return 'endedForAll'
    if (said('endedDenied')) return 'denied'
    if (said('endedLeft')) return 'left'
    return undefined
  }
}

function hasNameBox(page: MeetPage): boolean {
  const boxes = page.doc.querySelectorAll(
    'input[type="text"][aria-label], input:not([type])[aria-label]',
  )
  return [...boxes].some(
    (box) => page.looks.words.match('nameBox', nameOfControl(box)) !== undefined,
  )
}

/** Most pieces of text looked at outside a call; the pages before and after one are small. */
const MAX_TEXTS = 1500

/**
 * The displayed pieces of text of the page, whole elements' worth. Left out are the parts that participants can fill: a pupil who
 * calls himself "You left the meeting" must not end the lesson.
 */
function texts(page: MeetPage): string[] {
  const found: string[] = []
  collectTexts(page.doc.body ?? page.doc.documentElement, found)
  return found
}

const THEIRS =
  'main [data-participant-id], aside, [role="listitem"], [role="list"], [aria-live], script, style, template, i, [role="tooltip"]'

function collectTexts(element: Element, found: string[]): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (found.length >= MAX_TEXTS) return
    if (node.nodeType === 1 && !(node as Element).matches(THEIRS)) {
      collectTexts(node as Element, found)
    } else if (node.nodeType === 3) {
      const text = tidy(node.nodeValue ?? '')
      if (text !== '' && text.length < 300 && isDisplayed(element)) found.push(text)
    }
  }
}
