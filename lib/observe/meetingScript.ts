import type { MeetingAdapter } from '../meeting/index.ts'
import type { ToMeeting } from '../bus/protocol.ts'
import type { PromptAnswer } from '../session/events.ts'
import type { OverlayView, QueueAnswer } from '../views/types.ts'
import { createFramesPort } from '../vision/port.ts'
import type { Wire } from '../vision/messages.ts'
import { createSampler } from '../vision/sampler.ts'
import type { RoomWish } from '../vision/sampler.ts'
import { createLink } from './link.ts'
import { createObserver } from './observer.ts'
import { createPerformer } from './performer.ts'
import { waitFor } from './schedule.ts'
import type { Schedule } from './schedule.ts'

/** What a meeting page's script needs of the overlay. */
export interface ScriptOverlay {
  update(view: OverlayView): void
  /** `step` is a step id of the adapter or a sentence. */
  guide(target: Element, step: string): void
  clearGuide(): void
  destroy(): void
}

export interface OverlayCalls {
  readonly onAnswer: (promptId: string, answer: PromptAnswer) => void
  readonly onQueue: (answer: QueueAnswer, id: string) => void
  readonly onOpenPanel: () => void
}

export interface MeetingScriptParts {
  readonly adapter: MeetingAdapter
  readonly doc: Document
  readonly url: () => URL
  /** Opens a runtime port; throws when the extension is gone. */
  readonly connect: (name: string) => Wire
  readonly createOverlay: (calls: OverlayCalls) => ScriptOverlay
  /** Asks the background to open the panel; must be called in the click's own turn. */
  readonly openPanel: () => void
  /** Calls back after the page changed; gives back how to stop it. */
  readonly watch: (onChange: () => void) => () => void
  readonly schedule: Schedule
  readonly signal: AbortSignal
  readonly now: () => number
  readonly clock: () => number
  /** The extension is gone or told this script to end: abort `signal`. */
  readonly standDown: () => void
}

/**
 * Everything that runs inside a meeting page, put together: observer → background, background → overlay and actions, tiles →
 * room check. Sends raw readings, gets display instructions; holds nothing of the register.
 */
export function runMeetingScript(parts: MeetingScriptParts): void {
  const { adapter, doc, schedule, signal, now } = parts
  let wish: RoomWish = { on: false, attention: new Set() }
  const overlay = parts.createOverlay({
    onAnswer: (promptId, answer) => link.send({ type: 'answer', promptId, answer }),
    onQueue: (answer, id) => link.send({ type: 'queue', answer, id }),
    onOpenPanel: parts.openPanel,
  })
  const performer = createPerformer(adapter, doc, {
    signal,
    wait: (ms) => waitFor(schedule, ms, signal),
    guide: (target, step) => overlay.guide(target, step),
    clearGuide: () => overlay.clearGuide(),
  })
  const frames = createFramesPort({
    connect: parts.connect,
    schedule,
    signal,
    onReady: () => sampler.update(wish),
  })
  const sampler = createSampler({ adapter, doc, port: frames, schedule, signal, now })
  const observer = createObserver({
    adapter,
    doc,
    url: parts.url,
    schedule,
    signal,
    now,
    clock: parts.clock,
    watch: parts.watch,
    onObservation: (observation) =>
      link.send({ type: 'observed', observation, tabVisible: !doc.hidden }),
    onAlive: () => link.send({ type: 'alive' }),
  })
  const link = createLink({
    connect: parts.connect,
    schedule,
    signal,
    now,
    onMessage: hear,
    onOpen: () => observer.resend(),
    onGone: parts.standDown,
  })

  function hear(message: ToMeeting): void {
    switch (message.type) {
      case 'overlay':
        overlay.update(message.view)
        wish = { on: message.view.sampleRooms, attention: new Set(message.view.attention) }
        sampler.update(wish)
        return
      case 'perform': {
        const { requestId, command } = message
        void performer.perform(command).then((outcome) => {
          link.send({ type: 'performed', requestId, outcome })
          observer.scanSoon()
        })
        return
      }
      case 'standDown':
        parts.standDown()
        return
    }
  }

  signal.addEventListener('abort', () => overlay.destroy(), { once: true })
}
