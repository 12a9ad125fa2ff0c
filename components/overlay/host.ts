import { language } from '../../lib/words/language.ts'
import type { Schedule } from '../../lib/observe/schedule.ts'
import TOKENS from '../ui/tokens.css?inline'
import { make } from './make.ts'
import { STYLE } from './style.ts'

/**
 * The one node that the overlay puts into the page: on the document element, with a closed shadow root, laid over everything
 * without taking any room or any pointer. A page that throws it out gets it back, a bounded number of times.
 */
export interface OverlayHost {
  readonly root: HTMLElement
  /** The focused element inside the overlay, if any. */
  focused(): Element | null
  /** Puts the node back where it was removed; called now and then, because a page can also replace everything. */
  keep(): void
  destroy(): void
}

const BOX: readonly (readonly [string, string])[] = [
  // First of all nothing of the page's own rules holds; inline and important, so that no rule of the page is stronger.
  ['all', 'initial'],
  ['display', 'block'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', 'auto'],
  ['height', 'auto'],
  ['margin', '0'],
  ['padding', '0'],
  ['border', '0'],
  ['background', 'transparent'],
  ['overflow', 'visible'],
  ['contain', 'layout style'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
]

/** What the node carries; anything else that it is given (`hidden`, `inert`, a class) is not ours. */
const OWN: ReadonlySet<string> = new Set([
  'data-lesson-steward',
  'lang',
  'translate',
  'style',
  'popover',
])

const MAX_RETURNS = 10
const RETURNS_IN_MS = 60_000

const KEYS = ['keydown', 'keypress', 'keyup'] as const
const POINTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'gotpointercapture',
  'lostpointercapture',
  'touchstart',
  'touchmove',
  'touchend',
] as const

export function createHost(
  doc: Document,
  schedule: Schedule,
  onKey: (event: KeyboardEvent) => void,
): OverlayHost {
  const ended = new AbortController()
  const { signal } = ended
  const node = make(doc, 'div')
  node.setAttribute('data-lesson-steward', '')
  node.lang = language()
  node.translate = false
  dress()
  const shadow = node.attachShadow({ mode: 'closed' })
  const mark = `s${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  shadow.adoptedStyleSheets = [TOKENS, STYLE].map((css) => sheetOf(ownNames(css, mark)))
  const root = make(doc, 'div', { className: 'root over-meeting' })
  shadow.append(root)

  let returns: number[] = []

  /** The node is an element of the page, so that any of its scripts can write to it. */
  function dress(): void {
    for (const name of node.getAttributeNames()) if (!OWN.has(name)) node.removeAttribute(name)
    node.style.cssText = ''
    for (const [property, value] of BOX) node.style.setProperty(property, value, 'important')
  }

  /**
   * While an element is in full screen Chrome makes everything outside it deaf to clicks, so the node goes inside for that
   * time. It is out of the flow, so nothing moves. Pictures and frames show no children.
   */
  function home(): Element {
    const full = doc.fullscreenElement
    const fits =
      full !== null &&
      !['VIDEO', 'IFRAME', 'CANVAS', 'IMG', 'OBJECT', 'EMBED'].includes(full.tagName)
    return fits ? full : doc.documentElement
  }

  /** Into the top layer, above everything that the page draws. Shown anew to be the uppermost of it. */
  function raise(): void {
    if (typeof node.showPopover !== 'function') return
    try {
      node.popover = 'manual'
      node.hidePopover()
      node.showPopover()
    } catch {
      // Another script refused it; the z-index still holds.
    }
  }

  function attach(): void {
    if (signal.aborted) return
    const parent = home()
    if (node.parentElement !== parent) parent.append(node)
    raise()
    // Our own changes are no news.
    watch.takeRecords()
  }

  /** At its place, in the top layer, and dressed as it was. */
  function isWell(): boolean {
    if (!node.isConnected || node.parentElement !== home() || changed) return false
    return typeof node.showPopover !== 'function' || node.matches(':popover-open')
  }

  function keep(): void {
    if (signal.aborted || isWell()) return
    const now = performance.now()
    returns = returns.filter((at) => now - at < RETURNS_IN_MS)
    // Two scripts that throw each other out would take all the time there is. What is not restored is not in plain sight either,
    // and takes no answers (plain.ts).
    if (returns.length >= MAX_RETURNS) return
    returns.push(now)
    changed = false
    dress()
    attach()
  }

  let changed = false
  let kept = false
  function keepSoon(): void {
    if (kept || isWell()) return
    kept = true
    schedule.after(0, () => {
      kept = false
      keep()
    })
  }
  const watch = new MutationObserver((records) => {
    if (records.some(({ type }) => type === 'attributes')) changed = true
    keepSoon()
  })
  watch.observe(doc.documentElement, { childList: true })
  watch.observe(node, { attributes: true })
  // Taken out of the top layer, or put under something of the page's own there.
  node.addEventListener('toggle', keepSoon, { signal })

  const view = doc.defaultView
  for (const name of KEYS) {
    // At the window, before the page: the sites' shortcuts must not hear keys that are meant for our buttons. What a key does
    // by default (press, move on) still happens.
    view?.addEventListener(
      name,
      (event) => {
        if (event.target !== node) return
        event.stopImmediatePropagation()
        if (name === 'keydown' && event.isTrusted) onKey(event)
      },
      { capture: true, signal },
    )
  }
  for (const name of POINTS)
    root.addEventListener(name, (event) => event.stopPropagation(), { signal })
  doc.addEventListener('fullscreenchange', attach, { signal })

  attach()
  return {
    root,
    focused: () => shadow.activeElement,
    keep,
    destroy() {
      ended.abort()
      watch.disconnect()
      node.remove()
    },
  }
}

/**
 * What a page registers of a custom property (`CSS.registerProperty`, `@property`) holds in every root: declared to be lengths, our colours
 * would be none, and the card something else than the teacher takes it for. So ours have names that no page can know.
 */
function ownNames(css: string, mark: string): string {
  return css.replaceAll(/--(?=[a-z])/gu, `--${mark}-`)
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
