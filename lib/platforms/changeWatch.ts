/**
 * What of a meeting page is worth a new reading, for the observer, which knows no selector.
 *
 * Both sites change all the time without anything having happened: a class for every syllable spoken, the clock, captions. Those are
 * sorted out here, cheaply (no query over the page, at most a walk up from the changed node), so that a lesson costs next to
 * nothing while nothing happens. A change that is let through once too often costs one reading; one that is missed is found by the
 * observer's poll.
 */

/** Parts that change by themselves: sound levels, the clock, captions, reactions (dom/meet.md §2, §6; speech marks of §1; dom/teams.md §1, §6). */
const RESTLESS = [
  '[jsname="QgSmzd"]',
  '[jsname="W5i7Bf"]',
  '[jsname="tgaKEf"]',
  '[jsname="dsyhDe"]',
  '[jsname="YQuObe"]',
  '[data-tid="call-duration"]',
  '#call-duration-custom',
  '[data-tid="closed-caption-renderer-wrapper"]',
  '[data-tid="closed-caption-v2-window-wrapper"]',
  '[data-tid="participant-reaction"]',
  '[role="tooltip"]',
  '[role="progressbar"]',
].join(',')

/** The nodes to observe: the root element outlives everything that a site rebuilds. */
export function observeRoots(doc: Document): readonly Node[] {
  return [doc.documentElement]
}

/** Classes and styles are left out: they change with every sound and every layout. */
const OPTIONS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [
    'data-participant-id',
    'data-tile-media-id',
    'data-ssrc',
    'data-is-muted',
    'data-avatar-count',
    'data-call-ended',
    'data-in-call',
    'data-unresolved-meeting-id',
    'data-should-confirm-hangup',
    'data-message-id',
    'data-tid',
    'data-stream-type',
    'data-participant-count',
    'data-state',
    'aria-label',
    'aria-checked',
    'aria-expanded',
    'aria-hidden',
    'aria-disabled',
    'disabled',
    'hidden',
    'lang',
  ],
}

/** Events of `<video>` that tell what no mutation does: a picture has come, gone or changed its size. */
const MEDIA_EVENTS = [
  'loadedmetadata',
  'loadeddata',
  'playing',
  'emptied',
  'ended',
  'resize',
] as const

/** Whether a mutation can have changed anything that an adapter reads. */
export function isRelevantMutation(record: MutationRecord): boolean {
  const { target } = record
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement
  if (element === null) return record.type === 'childList'
  if (element.closest(RESTLESS) !== null) return false
  if (record.type !== 'childList') return true
  for (const node of record.addedNodes) if (isWorthALook(node)) return true
  for (const node of record.removedNodes) if (isWorthALook(node)) return true
  return false
}

/**
 * Calls `onChange` once for each batch of mutations that holds a relevant one, and for each change of a picture. Gives back how to
 * stop. `onChange` must be cheap: it says that a reading is due, it does not read.
 */
export function changeWatch(doc: Document, onChange: () => void): () => void {
  const observer = new MutationObserver((records) => {
    if (records.some(isRelevantMutation)) onChange()
  })
  for (const root of observeRoots(doc)) observer.observe(root, OPTIONS)
  const media = new AbortController()
  const options = { capture: true, passive: true, signal: media.signal }
  for (const type of MEDIA_EVENTS) doc.addEventListener(type, onChange, options)
  return () => {
    observer.disconnect()
    media.abort()
  }
}

/** Comments, blank text and script-made marks inside a node are nothing to see. */
function isWorthALook(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== ''
  if (node.nodeType !== 1) return false
  const element = node as Element
  return !['SCRIPT', 'STYLE', 'LINK'].includes(element.tagName) && !element.matches(RESTLESS)
}
