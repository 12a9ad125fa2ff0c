import type { CommandKind, Platform } from '../../lib/meeting/index.ts'
import type { Schedule } from '../../lib/observe/schedule.ts'
import { isMenu, isTypedIn, keysOf, popupOf } from '../../lib/platforms/dom/around.ts'
import { watchTeacher } from './byTeacher.ts'
import { createBubble } from './bubble.ts'
import { bubbleSpot } from './bubbleSpot.ts'
import type { Shy, Size } from './bubbleSpot.ts'
import { createFollower } from './follow.ts'
import type { Box, Spot } from './place.ts'
import { isItsMenu, isMenuClosed, isThere, openerNow, pointAt, pointedAgain } from './pointed.ts'
import type { Pointed } from './pointed.ts'
import { hasBox, sightOf } from './sight.ts'
import type { Sight } from './sight.ts'
import { t } from '../../lib/words/say.ts'
import { guideSentence, WORDS } from './words.ts'
import type { GuideScene } from './words.ts'

/**
 * Outlines a real control of the page and says one sentence beside it.
 *
 *   none ── point ─▶ here ◀─ scrolled ─▶ away ("further down", Show me)
 *                    │ ▲
 *       not there any more │ drawn anew, known again
 *                    ▼ │
 *                   lost ── it stood in a menu ─▶ closed ("Open the menu again": what opens it) ── menu open ─▶ here
 *                    └───── else, after a moment ─▶ none
 *
 * From everywhere to none: the teacher worked the control, closed the hint, another command, the end of the call, `LIFE_MS`.
 */
export interface Guide {
  point(target: Element, step: string, kind?: CommandKind): void
  clear(): void
  readonly on: boolean
  /** The teacher pressed something of ours on the meeting: what comes of it may have the keyboard. */
  pressed(): void
  discreet(is: boolean): void
  /** Reads where things are; before anything is written to the page. */
  read(window: Box): void
  /** Draws what was read, clear of `shy`; says whether anything moved. */
  place(shy: readonly Shy[]): boolean
  /** What must be watched for changing hands. */
  readonly watched: readonly Element[]
}

export interface GuideParts {
  readonly doc: Document
  readonly layer: HTMLElement
  readonly platform: Platform
  readonly schedule: Schedule
  readonly signal: AbortSignal
  readonly onChange: () => void
  /** The focused element of the overlay. */
  readonly focused: () => Element | null
  readonly giveFocusBack: () => void
}

const LIFE_MS = 60_000
/** A control that is drawn anew is away for a moment; a menu that is closed is said to be closed sooner. */
const LOST_MS = 1200
const CLOSED_AFTER_MS = 400
const LOOK_EVERY_MS = 120

export function createGuide(parts: GuideParts): Guide {
  const { doc, schedule, signal, onChange } = parts
  const bubble = createBubble(doc, parts.layer, help, close)
  const follower = createFollower(doc, onChange)
  const teacher = watchTeacher({
    doc,
    signal,
    pointed: () => pointed,
    goal,
    onWorked: clear,
    onEscape: close,
  })
  let pointed: Pointed | undefined
  let state: 'here' | 'lost' | 'closed' = 'here'
  let away: GuideScene['away']
  let since = 0
  let looked = 0
  let sight: (Sight & { readonly window: Box; readonly size: Size }) | undefined
  let at = ''
  let offset: Spot | undefined
  let last: Box | undefined
  let isDiscreet = false
  let wantsFocus = false
  const said = new Set<string>()
  let cancelLife = () => {}

  function clear(): void {
    if (pointed === undefined) return
    const hadFocus = bubble.hasFocus(parts.focused())
    pointed = undefined
    sight = undefined
    last = undefined
    at = ''
    wantsFocus = false
    said.clear()
    cancelLife()
    follower.stop()
    bubble.hide()
    if (hadFocus) parts.giveFocusBack()
    onChange()
  }

  function close(): void {
    teacher.follows = false
    clear()
  }

  function point(target: Element, step: string, kind?: CommandKind): void {
    cancelLife()
    cancelLife = schedule.after(LIFE_MS, clear)
    const isNew = pointed?.target !== target || pointed.step !== step || pointed.kind !== kind
    if (isNew) {
      if (pointed?.step !== step) said.clear()
      turnTo(pointAt(target, step, kind))
      wantsFocus = mayTakeFocus()
    }
    onChange()
  }

  function turnTo(next: Pointed): void {
    pointed = next
    state = 'here'
    at = ''
  }

  /** Not while she types, not into an open menu, which would close: there she is already where the keyboard has to be. */
  function mayTakeFocus(): boolean {
    const active = doc.activeElement
    if (!teacher.follows || !doc.hasFocus() || isTypedIn(active)) return false
    const around = active === null ? undefined : popupOf(active)
    if (around !== undefined && (isMenu(around) || around === pointed?.popup)) return false
    return pointed?.popup === undefined || !isMenu(pointed.popup)
  }

  /** Where she has to go: the control, or what opens its menu. */
  function goal(): Element | undefined {
    if (pointed === undefined) return undefined
    return state === 'closed' ? openerNow(pointed) : pointed.target
  }

  function help(byKey: boolean): void {
    const to = goal()
    if (to === undefined) return
    if (away !== undefined && away !== 'closed') {
      const still = doc.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches === true
      to.scrollIntoView({
        block: 'center',
        inline: 'nearest',
        behavior: still ? 'instant' : 'smooth',
      })
      if (!byKey) return
    }
    teacher.follows = true
    keysOf(to)?.focus({ preventScroll: away !== undefined && away !== 'closed' })
  }

  function scene(one: Pointed): GuideScene {
    const { step, kind, asks, box, called } = one
    return { platform: parts.platform, step, kind, asks, box, called, away, discreet: isDiscreet }
  }

  /** Finds out what has become of it. */
  function look(one: Pointed): Pointed | undefined {
    const isDrawn = hasBox(one.target) && isThere(one.target, one.was, one.popup)
    if (isDrawn && isItsMenu(one, one.popup, state !== 'here')) {
      state = 'here'
      return one
    }
    const now = performance.now()
    if (state === 'here') {
      state = 'lost'
      since = now
      looked = 0
    }
    if (now - looked >= LOOK_EVERY_MS) {
      looked = now
      const again = pointedAgain(doc, one, state === 'closed')
      if (again !== undefined) {
        turnTo(again)
        return again
      }
    }
    const isShut = isMenuClosed(one) || !isItsMenu(one, one.popup, true)
    if (state === 'lost' && isShut && now - since >= CLOSED_AFTER_MS) state = 'closed'
    if (state === 'lost' && now - since >= LOST_MS) {
      clear()
      return undefined
    }
    return one
  }

  function read(window: Box): void {
    sight = undefined
    const one = pointed === undefined ? undefined : look(pointed)
    if (one === undefined || state === 'lost') return
    const to = goal()
    const seen = sightOf(one, to, window, last)
    last = seen.anchor
    away = state === 'closed' ? 'closed' : seen.scroll
    const sentence = guideSentence(scene(one))
    bubble.say(sentence, seen.scroll === undefined ? t(WORDS.takeMe) : t(WORDS.showMe))
    // In a menu the keyboard is where it has to be, and to leave the menu would close it.
    const inMenu = state === 'here' && one.popup !== undefined && isMenu(one.popup)
    bubble.offer(to !== undefined && !inMenu && keysOf(to) !== undefined)
    if (!said.has(sentence)) {
      said.add(sentence)
      bubble.announce(sentence)
    }
    sight = { ...seen, window, size: bubble.size(window.width) }
  }

  function place(shy: readonly Shy[]): boolean {
    if (pointed === undefined) return false
    if (sight === undefined) {
      // Lost: nothing is pointed at, but what has the focus stays where it is.
      if (at !== 'lost') {
        at = 'lost'
        follower.stop()
        bubble.draw(undefined, bubble.hasFocus(parts.focused()) ? 'stay' : undefined)
      }
      return true
    }
    const { anchor, outline, follow, popup, size, window } = sight
    const all = popup === undefined ? shy : [...shy, { box: popup, worth: 160 }]
    const here = JSON.stringify([anchor, outline, size, window, all])
    if (follow !== undefined) follower.at(follow.element, follow.box, window)
    if (here === at) return false
    at = here
    const spot = bubbleSpot(anchor, size, window, all, offset)
    offset = { x: spot.x - anchor.x, y: spot.y - anchor.y }
    bubble.draw(outline, spot)
    if (wantsFocus) {
      wantsFocus = false
      bubble.focus()
    }
    return true
  }

  signal.addEventListener('abort', () => follower.stop(), { once: true })

  return {
    get on() {
      return pointed !== undefined
    },
    get watched() {
      if (pointed === undefined) return []
      const row = pointed.was.held.slice(0, 6)
      return [pointed.target, ...row].filter((one) => one.isConnected)
    },
    point,
    clear,
    pressed: () => (teacher.follows = !isTypedIn(doc.activeElement)),
    discreet(is) {
      if (is === isDiscreet) return
      isDiscreet = is
      at = ''
    },
    read,
    place,
  }
}
