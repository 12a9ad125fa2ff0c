import type { CommandKind, MeetingAdapter, Phase } from '../meeting/index.ts'
import type { ToMeeting } from '../bus/protocol.ts'
import type { PromptAnswer } from '../session/events.ts'
import type { OverlayView, QueueAnswer } from '../views/types.ts'
import { createFramesPort } from '../vision/port.ts'
import type { Wire } from '../vision/messages.ts'
import { createSampler } from '../vision/sampler.ts'
import type { RoomWish } from '../vision/sampler.ts'
import { language, speak } from '../words/language.ts'
import { createLink } from './link.ts'
import type { LooksHolder } from './looks.ts'
import { createObserver } from './observer.ts'
import { createPerformer } from './performer.ts'
import { same } from './same.ts'
import { waitFor } from './schedule.ts'
import type { Schedule } from './schedule.ts'

/** What a meeting page's script needs of the overlay. */
export interface ScriptOverlay {
  update(view: OverlayView): void
  /** `step` is a step id of the adapter or a sentence; `kind` is the command that it belongs to. */
  guide(target: Element, step: string, kind: CommandKind): void
  clearGuide(): void
  /** Moves the keyboard to the message, at the teacher's own wish; false where there is none. */
  focusPrompt(): boolean
  destroy(): void
}

export interface OverlayCalls {
  readonly onAnswer: (promptId: string, answer: PromptAnswer) => void
  readonly onQueue: (answer: QueueAnswer, id: string) => void
  readonly onOpenPanel: () => void
}

export interface MeetingScriptParts {
  readonly adapter: MeetingAdapter
  /** Exchanges the looks that `adapter` reads by, and lets a technician see what they find. */
  readonly looks: Pick<LooksHolder, 'use' | 'inspect'>
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

const OVER: ReadonlySet<Phase> = new Set(['ended', 'elsewhere', 'greenRoom', 'waiting'])

/**
 * Everything that runs inside a meeting page, put together: observer → background, background → overlay and actions, tiles →
 * room check. Sends raw readings, gets display instructions; holds nothing of the register.
 */
export function runMeetingScript(parts: MeetingScriptParts): void {
  const { adapter, doc, schedule, signal, now } = parts
  let wish: RoomWish = { on: false, attention: new Set() }
  const calls: OverlayCalls = {
    onAnswer: (promptId, answer) => link.send({ type: 'answer', promptId, answer }),
    onQueue: (answer, id) => link.send({ type: 'queue', answer, id }),
    onOpenPanel: parts.openPanel,
  }
  /** Nothing of ours stands in a page that is no meeting. */
  let overlay: ScriptOverlay | undefined
  const drawn = (): ScriptOverlay => (overlay ??= parts.createOverlay(calls))
  let away = true
  const performer = createPerformer(adapter, doc, {
    signal,
    wait: (ms) => waitFor(schedule, ms, signal),
    guide: (target, step, kind) => drawn().guide(target, step, kind),
    clearGuide: () => overlay?.clearGuide(),
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
    onObservation: (observation) => {
      // A hint at a control of a call that is over would point at nothing, or at the wrong page.
      if (OVER.has(observation.phase)) overlay?.clearGuide()
      away = observation.phase === 'elsewhere'
      if (away) clear()
      link.rest(away)
      link.send({ type: 'observed', observation, tabVisible: !doc.hidden })
    },
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

  let shown: OverlayView | undefined

  function clear(): void {
    overlay?.destroy()
    overlay = undefined
    shown = undefined
    wish = { on: false, attention: new Set() }
    sampler.update(wish)
  }

  function hear(message: ToMeeting): void {
    switch (message.type) {
      case 'overlay':
        // The background says how things stand after every reading of a room; drawing what is drawn already would move nothing but cost
        // several placings.
        if (away || (shown !== undefined && same(shown, message.view))) return
        shown = message.view
        drawn().update(message.view)
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
      case 'looks':
        parts.looks.use(message.pack ?? undefined, message.from)
        observer.scanSoon()
        return
      case 'words':
        // A worker that woke up says it again: nothing is drawn anew for that.
        if (message.language === language()) return
        speak(message.language, new Map(Object.entries(message.words)))
        overlay?.destroy()
        overlay = undefined
        if (shown !== undefined) drawn().update(shown)
        return
      case 'inspect': {
        const { requestId, report, pack } = message
        const asked = { report, ...(pack === null ? {} : { pack }) }
        link.send({ type: 'inspected', requestId, inspection: parts.looks.inspect(asked) })
        return
      }
      case 'focusPrompt':
        overlay?.focusPrompt()
        return
      case 'standDown':
        parts.standDown()
        return
    }
  }

  signal.addEventListener('abort', () => overlay?.destroy(), { once: true })
}
