import { browser } from './browser.ts'
import type {
  EmergencyAsked,
  FromMeeting,
  FromOffscreen,
  FromPages,
  PageReply,
  ToPanel,
} from './protocol.ts'
import type { PanelView } from '../views/types.ts'
import { InWords } from '../words/inWords.ts'
import { deliver } from './deliver.ts'
import { Refused } from './refused.ts'

/** What every single message looks like on the wire, and what comes back. */
export interface Envelope {
  readonly to: 'background'
  readonly kind: string
  readonly payload: unknown
}
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  /** `inWords`: an `InWords` on the other side. */
  | { readonly ok: false; readonly error: string; readonly inWords?: true }

async function send(kind: string, payload: unknown): Promise<unknown> {
  const envelope: Envelope = { to: 'background', kind, payload }
  const reply = await deliver<Reply>(kind, {
    send: () => browser.runtime.sendMessage(envelope),
    wait: (ms) => new Promise((over) => setTimeout(over, ms)),
  })
  if (!reply.ok) throw reply.inWords ? new InWords(reply.error) : new Refused(reply.error)
  return reply.value
}

/** A page of ours asks the background. Rejects with `Refused`, or `InWords`, where it says no. */
export async function ask<K extends keyof FromPages>(
  kind: K,
  payload: FromPages[K],
): Promise<PageReply<K>> {
  return (await send(kind, payload)) as PageReply<K>
}

/** The offscreen page tells the background something; the caller owns the failure. */
export async function tellBackground<K extends keyof FromOffscreen>(
  kind: K,
  payload: FromOffscreen[K],
): Promise<void> {
  await send(kind, payload)
}

/** A meeting page tells the background something, e.g. that our own button was clicked. */
export async function tellFromMeeting<K extends keyof FromMeeting>(
  kind: K,
  payload: FromMeeting[K],
): Promise<void> {
  await send(kind, payload)
}

/** The first view comes at once; while a lesson runs there is one every few seconds. */
const FIRST_VIEW_MS = 3_000
const LESSON_VIEW_MS = 15_000
const RECONNECT_MS = 400

/**
 * Keeps the side panel supplied with views. The worker may die at any time; then `onLost` is called and the port is opened
 * anew, which wakes it. A port that was opened to a worker just being ended never says that it is lost (seen on Chromium 156):
 * so a panel that hears nothing for too long opens another.
 */
export function connectPanel(
  onView: (view: PanelView) => void,
  onLost: () => void,
  onEmergency: (asked: EmergencyAsked) => void,
): { close(): void } {
  let closed = false
  let silence: ReturnType<typeof setTimeout> | undefined
  let port = open()

  function open(): ReturnType<typeof browser.runtime.connect> {
    const fresh = browser.runtime.connect({ name: 'panel' })
    fresh.onMessage.addListener((message: unknown) => {
      if (fresh !== port) return
      const told = message as ToPanel | EmergencyAsked
      if (told.type === 'emergency') {
        onEmergency(told)
        return
      }
      expectWithin(told.view.phase === 'during' ? LESSON_VIEW_MS : undefined)
      onView(told.view)
    })
    fresh.onDisconnect.addListener(() => {
      if (fresh === port) again()
    })
    expectWithin(FIRST_VIEW_MS)
    return fresh
  }

  function expectWithin(ms: number | undefined): void {
    clearTimeout(silence)
    if (ms === undefined) return
    silence = setTimeout(() => {
      port.disconnect()
      again()
    }, ms)
  }

  function again(): void {
    clearTimeout(silence)
    if (closed) return
    onLost()
    setTimeout(() => {
      if (!closed) port = open()
    }, RECONNECT_MS)
  }

  return {
    close() {
      closed = true
      clearTimeout(silence)
      port.disconnect()
    },
  }
}
