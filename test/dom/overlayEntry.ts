import { createOverlay } from '../../components/overlay/index.ts'
import type { Overlay } from '../../components/overlay/index.ts'
import type { MeetingAdapter } from '../../lib/meeting/index.ts'
import { scheduleOf } from '../../lib/observe/schedule.ts'
import type { OverlayView } from '../../lib/views/types.ts'

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
const adapter: Pick<MeetingAdapter, 'tileOf' | 'stage'> = {
  tileOf: (doc, id) => {
    asks += 1
    return doc.querySelector(`main [data-tile="${CSS.escape(id)}"]`) ?? undefined
  },
  stage: (doc) => doc.querySelector('main') ?? undefined,
}

export function start(): void {
  overlay = createOverlay({
    doc: document,
    adapter,
    schedule: scheduleOf(window, stop.signal),
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

export function guide(selector: string, step: string): void {
  const target = document.querySelector(selector)
  if (target === null) throw new Error(`No ${selector}`)
  overlay?.guide(target, step)
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
export const taken = () => calls.splice(0)

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
        text: element.textContent,
        x,
        y,
        width,
        height,
        className: element.getAttribute('class') ?? '',
      }
    })
}

export const told = (role: 'status' | 'alert') =>
  shadow?.querySelector(`.told[role=${role}]`)?.textContent ?? ''
export const focusedText = () => shadow?.activeElement?.textContent ?? null
export const markupInside = () =>
  shadow?.querySelectorAll('img, script, iframe, style').length ?? -1
