/**
 * What of a meeting page is worth a new reading, for the observer, which knows no selector.
 *
 * Both sites change all the time without anything having happened: a class for every syllable spoken, the clock, captions. Those are
 * sorted out here, cheaply (no query over the page, at most a walk up from the changed node), so that a lesson costs next to
 * nothing while nothing happens. A change that is let through once too often costs one reading; one that is missed is found by the
 * observer's poll.
 *
 *   const observer = new MutationObserver((records) => { if (records.some(changeWatch.isRelevantMutation)) onChange() })
 *   for (const root of changeWatch.observeRoots(document)) observer.observe(root, changeWatch.options)
 *   for (const type of changeWatch.mediaEvents) document.addEventListener(type, onChange, { capture: true, passive: true, signal })
 */
export interface ChangeWatch {
  /** The nodes to observe. Asked again when one of them has left the document. */
  observeRoots(doc: Document): readonly Node[]
  /** Options for `MutationObserver.observe`. Classes are left out: they change with every sound. */
  readonly options: MutationObserverInit
  isRelevantMutation(record: MutationRecord): boolean
  /** Events of `<video>` that tell what no mutation does: a picture has come, gone or changed its size. Use `capture`. */
  readonly mediaEvents: readonly string[]
}

/** Parts that change by themselves: sound levels, the clock, captions, reactions (dom/meet.md §2, §6; speech marks of §1). */
const RESTLESS = [
  '[jsname="QgSmzd"]',
  '[jsname="W5i7Bf"]',
  '[jsname="tgaKEf"]',
  '[jsname="dsyhDe"]',
  '[jsname="YQuObe"]',
  '[role="tooltip"]',
  '[role="progressbar"]',
].join(',')

export const changeWatch: ChangeWatch = {
  observeRoots: (doc) => (doc.body === null ? [doc] : [doc.body]),
  options: {
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
      'aria-label',
      'aria-checked',
      'aria-expanded',
      'aria-hidden',
      'aria-disabled',
      'disabled',
      'hidden',
      'lang',
    ],
  },
  isRelevantMutation(record) {
    const { target } = record
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement
    if (element === null) return record.type === 'childList'
    if (element.closest(RESTLESS) !== null) return false
    if (record.type !== 'childList') return true
    for (const node of record.addedNodes) if (isWorthALook(node)) return true
    for (const node of record.removedNodes) if (isWorthALook(node)) return true
    return false
  },
  mediaEvents: ['loadedmetadata', 'loadeddata', 'playing', 'emptied', 'ended', 'resize'],
}

/** Comments, blank text and script-made marks inside a node are nothing to see. */
function isWorthALook(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== ''
  if (node.nodeType !== 1) return false
  const element = node as Element
  return !['SCRIPT', 'STYLE', 'LINK'].includes(element.tagName) && !element.matches(RESTLESS)
}
