/**
 * What of a meeting page is worth a new reading, for the observer, which knows no selector.
 *
 * Both sites change all the time without anything having happened: a class for every syllable spoken, the clock, captions. Those are
 * sorted out here, cheaply (no query over the page, at most a walk up from the changed node), and so is what was written over with
 * itself, so that a lesson costs next to
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
  attributeOldValue: true,
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
  try {
    return canMatter(record)
  } catch {
    return true // a form whose field is called "closest" hides that method; its batch must not be lost for it
  }
}

function canMatter(record: MutationRecord): boolean {
  const { target } = record
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement
  if (element === null) return record.type === 'childList'
  if (element.closest(RESTLESS) !== null) return false
  if (record.type === 'attributes') return record.oldValue !== valueOf(element, record)
  if (record.type !== 'childList') return true
  if (isRewritten(record)) return false
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

function valueOf(element: Element, { attributeName, attributeNamespace }: MutationRecord) {
  return attributeName === null ? null : element.getAttributeNS(attributeNamespace, attributeName)
}

/**
 * The same words or the same drawing were put in place of themselves, as pages do that draw a whole bar anew when one thing in it changes.
 * Never so of anything that can hold a video, whose picture no comparison of nodes sees.
 */
function isRewritten({ addedNodes, removedNodes }: MutationRecord): boolean {
  if (addedNodes.length !== removedNodes.length) return false
  return [...addedNodes].every((node, at) => {
    const before = removedNodes[at]
    const isPlain = node.nodeType === 3 || node.nodeName.toLowerCase() === 'svg'
    return isPlain && before !== undefined && node.isEqualNode(before)
  })
}

/** Comments, blank text and script-made marks inside a node are nothing to see. */
function isWorthALook(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== ''
  if (node.nodeType !== 1) return false
  const element = node as Element
  return !['SCRIPT', 'STYLE', 'LINK'].includes(element.tagName) && !element.matches(RESTLESS)
}
