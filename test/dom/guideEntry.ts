import { createOverlay } from '../../components/overlay/index.ts'
import type { Command, Outcome } from '../../lib/meeting/index.ts'
import { createPerformer } from '../../lib/observe/performer.ts'
import { scheduleOf, waitFor } from '../../lib/observe/schedule.ts'
import { createMeetAdapter, MEET_PACK } from '../../lib/platforms/index.ts'
import { wordsOf } from '../support/drawnWords.ts'

/** Adapter, performer and overlay put together as the meeting script does it, with short waits. */
const stop = new AbortController()
const schedule = scheduleOf(window, stop.signal)
const timing = { appearMs: 320, effectMs: 320, arriveMs: 400, guideMs: 1000 }
const adapter = createMeetAdapter(MEET_PACK, timing)

let shadow: ShadowRoot | undefined
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const made = attach.call(this, init)
  if (this.hasAttribute('data-lesson-steward')) shadow = made
  return made
}

const overlay = createOverlay({
  doc: document,
  adapter,
  schedule,
  now: () => Date.now(),
  onAnswer: () => undefined,
  onQueue: () => undefined,
  onOpenPanel: () => undefined,
})
const performer = createPerformer(adapter, document, {
  signal: stop.signal,
  wait: (ms) => waitFor(schedule, ms, stop.signal),
  guide: (target, step, kind) => overlay.guide(target, step, kind),
  clearGuide: () => overlay.clearGuide(),
})

/** How long a command waits for the teacher's hand. */
export const waitForHerHand = (ms: number) => (timing.guideMs = ms)

let outcome: Outcome | undefined
const ended: string[] = []
export function perform(command: Command): void {
  outcome = undefined
  void performer.perform(command).then((one) => {
    outcome = one
    ended.push(`${command.kind} ${one.result}`)
  })
}
export const outcomes = () => ended
export const result = () => outcome?.result ?? 'underWay'

/** What is said beside an outline that can be seen; empty where there is none. */
export function pointedAt(): string {
  const outline = shadow?.querySelector('.outline')
  const text = shadow?.querySelector('.bubble p')
  const isShown = outline?.checkVisibility({ visibilityProperty: true }) === true
  return isShown ? wordsOf(text) : ''
}
