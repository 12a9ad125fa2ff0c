import { WORDS_IN, written } from '../../components/overlay/drawn.ts'
import { createOverlay } from '../../components/overlay/index.ts'
import type { Overlay } from '../../components/overlay/index.ts'
import type { CommandKind, MeetingAdapter, Platform } from '../../lib/meeting/index.ts'
import { scheduleOf } from '../../lib/observe/schedule.ts'
import type { Schedule } from '../../lib/observe/schedule.ts'
import type { OverlayView } from '../../lib/views/types.ts'
import { wordsOf } from '../support/drawnWords.ts'

/** The overlay as the meeting script starts it, with a stand-in adapter, and a way to look into its closed root. */
let shadow: ShadowRoot | undefined
let overlay: Overlay | undefined
const calls: unknown[] = []
let now = 1_700_000_000_000
const stop = new AbortController()

const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const made = attach.call(this, init)
  if (this.hasAttribute('data-lesson-steward')) shadow = made
  return made
}

let asks = 0
const adapter: Pick<MeetingAdapter, 'platform' | 'tiles' | 'stage'> = {
  platform: 'meet',
  tiles: (doc) => {
    asks += 1
    const tiles = [...doc.querySelectorAll('main [data-tile]')]
    return new Map(tiles.map((tile) => [tile.getAttribute('data-tile') ?? '', tile]))
  },
  stage: (doc) => doc.querySelector('main') ?? undefined,
}

/** `hurry`: what takes ten seconds or longer takes a fiftieth of it. `looks`: the overlay looks now and then although nothing calls it. */
export function start(hurry = false, platform: Platform = 'meet', looks = true): void {
  const schedule = scheduleOf(window, stop.signal)
  const quick: Schedule = {
    ...schedule,
    after: (ms, job) => schedule.after(hurry && ms >= 10_000 ? ms / 50 : ms, job),
    every: (ms, job) => (looks || ms < 1500 ? schedule.every(ms, job) : () => {}),
  }
  overlay = createOverlay({
    doc: document,
    adapter: { ...adapter, platform },
    schedule: quick,
    now: () => now,
    onAnswer: (promptId, answer) => calls.push(['answer', promptId, answer]),
    onQueue: (answer, id) => calls.push(['queue', answer, id]),
    onOpenPanel: () => calls.push(['openPanel']),
  })
}

export function update(view: Partial<OverlayView>): void {
  overlay?.update({
    badges: [],
    lock: { state: 'notSet' },
    prompts: [],
    discreet: false,
    waiting: 0,
    sampleRooms: false,
    attention: [],
    ...view,
  })
}

export function guide(selector: string, step: string, kind?: CommandKind): void {
  const target = document.querySelector(selector)
  if (target === null) throw new Error(`No ${selector}`)
  overlay?.guide(target, step, kind)
}

export const clearGuide = () => overlay?.clearGuide()
export const focusPrompt = () => overlay?.focusPrompt()
/** How often a tile was asked for since the last time. */
export function asked(): number {
  const count = asks
  asks = 0
  return count
}
export const destroy = () => overlay?.destroy()
export const setNow = (value: number) => (now = value)
/** After the frame that an answer waits for (plain.ts), so that none is told too early to be none. */
export const taken = async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  await new Promise((done) => setTimeout(done))
  return calls.splice(0)
}

export interface Seen {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly className: string
}

/** What of the overlay can be seen: every shown element that fits, with its place on the screen. */
export function seen(selector: string): Seen[] {
  return [...(shadow?.querySelectorAll(selector) ?? [])]
    .filter((element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return {
        text: wordsOf(element),
        x,
        y,
        width,
        height,
        className: element.getAttribute('class') ?? '',
      }
    })
}

/** Every piece of text that the overlay draws, seen or only read out. */
export function everyWord(): string[] {
  const all = [...(shadow?.querySelectorAll(`[${WORDS_IN}]`) ?? [])].map(written)
  return [...new Set(all.map((text) => text.trim()))]
}

/** The colours of the card and all that is on it. */
export function colours(): string[] {
  return [...(shadow?.querySelectorAll('.card, .card *') ?? [])].map((element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element)
    return `${color} ${backgroundColor} ${borderTopColor}`
  })
}

/** What stands in its root as text nodes, within reach of the page. */
export function textNodes(): string[] {
  const all = document.createTreeWalker(shadow ?? document, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (all.nextNode() !== null) found.push(all.currentNode.nodeValue ?? '')
  return found
}

/** How often what a screen reader is told of a hint was written, and what it is. */
let writings = 0
export function watchTold(): void {
  const region = shadow?.querySelector('.told.hinted')
  if (region === null || region === undefined) return
  const options = { childList: true, characterData: true, subtree: true }
  new MutationObserver(() => (writings += 1)).observe(region, options)
}
export const toldOfHint = () => ({
  text: wordsOf(shadow?.querySelector('.told.hinted')),
  writings,
})

/** How often a place or size was read by the overlay since the last time: each may force a layout. */
let reads = 0
const rect = Element.prototype.getBoundingClientRect
Element.prototype.getBoundingClientRect = function (this: Element) {
  reads += 1
  return rect.call(this)
}
export function placeReads(): number {
  const count = reads
  reads = 0
  return count
}

/** Until nothing was read for a second and twenty frames: on a busy computer a frame can be that late. */
export async function rest(): Promise<void> {
  const giveUp = performance.now() + 20_000
  let since = performance.now()
  let frames = 0
  reads = 0
  while ((frames < 20 || performance.now() - since < 1000) && performance.now() < giveUp) {
    await new Promise(requestAnimationFrame)
    frames += 1
    if (placeReads() > 0) {
      since = performance.now()
      frames = 0
    }
  }
}

const OUTLINE = '.outline'
/** Ways in which a site moves tiles; the classes are the test's. */
const MOVES = {
  transition: () => document.querySelector('.t1')?.classList.add('away'),
  animation: () => document.querySelector('main')?.classList.add('slid'),
  script: () =>
    document
      .querySelector('main')
      ?.animate([{ transform: 'none' }, { transform: 'translate(120px, 30px)' }], {
        duration: 3000,
        fill: 'forwards',
      }),
} as const
const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const
const badgeCorner = ({ x, y }: DOMRect) => [x + 8, y + 8] as const

/** For so many frames: how far the outline, or a badge, was from its place once the frame was drawn, in pixels. */
export async function lags(
  selector: string,
  frames: number,
  ours = OUTLINE,
  how?: keyof typeof MOVES,
): Promise<number[]> {
  const found: number[] = []
  const placeOf = () => JSON.stringify(document.querySelector(selector)?.getBoundingClientRect())
  const before = placeOf()
  // From here, so that no slow message between test and page lies between the movement and the first look.
  if (how !== undefined) MOVES[how]()
  let awaited = 0
  while (found.length < frames) {
    await new Promise(requestAnimationFrame)
    await new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done()
      port2.postMessage(0)
    })
    // The compositor may begin a transition many frames late.
    if (how !== undefined && found.length === 0 && placeOf() === before && awaited++ < 300) continue
    const mark = shadow?.querySelector(ours)
    const control = document.querySelector(selector)
    if (mark === null || mark === undefined || control === null) break
    const [a, b] = [rect.call(mark), rect.call(control)]
    const at = ours === OUTLINE ? middle(a) : ([a.x, a.y] as const)
    const wanted = ours === OUTLINE ? middle(b) : badgeCorner(b)
    found.push(Math.hypot(at[0] - wanted[0], at[1] - wanted[1]))
  }
  return found
}

/** Events that a script makes up, at the very element in our closed root: from the first point to the second. */
export function makeUp(selector: string, from: readonly number[], to: readonly number[]): void {
  const element = shadow?.querySelector(selector)
  const at = ([x = 0, y = 0]: readonly number[]) => ({
    bubbles: true,
    composed: true,
    isPrimary: true,
    pointerId: 1,
    buttons: 1,
    clientX: x,
    clientY: y,
  })
  element?.dispatchEvent(new PointerEvent('pointerdown', at(from)))
  element?.dispatchEvent(new PointerEvent('pointermove', at(to)))
  element?.dispatchEvent(new PointerEvent('pointerup', at(to)))
  element?.dispatchEvent(new MouseEvent('click', at(to)))
}
export const nameOf = (selector: string) =>
  shadow?.querySelector(selector)?.getAttribute('aria-label') ?? ''

export const told = (role: 'status' | 'alert') =>
  wordsOf(shadow?.querySelector(`.told[role=${role}]`))
export const focusedText = () => {
  const focused = shadow?.activeElement ?? null
  return focused === null ? null : wordsOf(focused)
}
export const focusedClass = () => shadow?.activeElement?.getAttribute('class') ?? ''
export const markupInside = () =>
  shadow?.querySelectorAll('img, script, iframe, style').length ?? -1
/** How many movements run in the overlay. */
export const animations = () => shadow?.getAnimations().length ?? -1
