import { browser } from './browser.ts'
import type { FromMeeting, FromOffscreen, FromPages, PageReply, ToPanel } from './protocol.ts'
import type { PanelView } from '../views/types.ts'

/** What every single message looks like on the wire, and what comes back. */
export interface Envelope {
  readonly to: 'background'
  readonly kind: string
  readonly payload: unknown
}
export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }

/** A refusal by the background, in words for a person. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

async function send(kind: string, payload: unknown): Promise<unknown> {
  const envelope: Envelope = { to: 'background', kind, payload }
  const reply = await browser.runtime.sendMessage<Envelope, Reply | undefined>(envelope)
  if (reply === undefined) throw new Refused('The background of Lesson Steward did not answer.')
  if (!reply.ok) throw new Refused(reply.error)
  return reply.value
}

/** A page of ours asks the background. Rejects with `Refused` where it says no. */
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

/**
 * Keeps the side panel supplied with views. The worker may die at any time; then `onLost` is called and the port is opened
 * anew, which wakes it.
 */
export function connectPanel(
  onView: (view: PanelView) => void,
  onLost: () => void,
): { close(): void } {
  let closed = false
  let port = open()

  function open(): ReturnType<typeof browser.runtime.connect> {
    const fresh = browser.runtime.connect({ name: 'panel' })
    fresh.onMessage.addListener((message: unknown) => {
      const told = message as ToPanel
      if (told.type === 'view') onView(told.view)
    })
    fresh.onDisconnect.addListener(() => {
      if (closed) return
      onLost()
      setTimeout(() => {
        if (!closed) port = open()
      }, 250)
    })
    return fresh
  }

  return {
    close() {
      closed = true
      port.disconnect()
    },
  }
}
