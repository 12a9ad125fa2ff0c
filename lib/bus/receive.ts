import type { FromMeeting, FromOffscreen, FromPages } from './protocol.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import { proveSender } from './proof.ts'
import type { Proof, Stamped } from './proof.ts'
import { fromOffscreen, fromPages } from './schemas.ts'
import type { Envelope, Reply } from './client.ts'

/** What the background does with messages that have been proven and parsed. */
export interface Receivers {
  fromPage<K extends keyof FromPages>(kind: K, payload: FromPages[K]): Promise<unknown>
  fromOffscreen<K extends keyof FromOffscreen>(kind: K, payload: FromOffscreen[K]): Promise<void>
  /** Called in the same turn as the message, because `sidePanel.open` needs the click. */
  openPanel(tabId: number, windowId: number): void
}

/**
 * The background's one door for single messages: claim → proof → parse → handle. Anything else is refused and logged.
 * Returns undefined for messages that are not for the background.
 */
export function receive(
  message: unknown,
  sender: Stamped,
  extensionId: string,
  to: Receivers,
): Promise<Reply> | undefined {
  if (!isEnvelope(message)) return undefined
  const proof = proveSender(sender, extensionId)
  if (proof === undefined) {
    console.warn(`A message “${message.kind}” from an unproven sender was refused.`)
    return Promise.resolve({ ok: false, error: t('Refused.') })
  }
  return handle(message, proof, to)
}

function handle({ kind, payload }: Envelope, proof: Proof, to: Receivers): Promise<Reply> {
  if (proof.from === 'meeting') {
    const openPanel: keyof FromMeeting = 'openPanel'
    if (kind !== openPanel) return refuse(kind, 'a meeting page may not ask for that')
    to.openPanel(proof.tabId, proof.windowId)
    return Promise.resolve({ ok: true, value: null })
  }
  if (proof.page === 'offscreen') {
    if (!isKey(fromOffscreen, kind)) return refuse(kind, 'the offscreen page may not ask for that')
    const parsed = fromOffscreen[kind].safeParse(payload)
    return parsed.success
      ? answer(to.fromOffscreen(kind, parsed.data))
      : refuse(kind, parsed.error.message)
  }
  if (!isKey(fromPages, kind)) return refuse(kind, 'there is no such message')
  const parsed = fromPages[kind].safeParse(payload)
  return parsed.success
    ? answer(to.fromPage(kind, parsed.data))
    : refuse(kind, parsed.error.message)
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as { to?: unknown }).to === 'background' &&
    typeof (message as { kind?: unknown }).kind === 'string'
  )
}

function isKey<T extends object>(table: T, kind: string): kind is Extract<keyof T, string> {
  return Object.hasOwn(table, kind)
}

function refuse(kind: string, why: string): Promise<Reply> {
  console.warn(`The message “${kind}” was refused: ${why}`)
  return Promise.resolve({ ok: false, error: t('“{kind}” was refused: {why}', { kind, why }) })
}

async function answer(work: Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: (await work) ?? null }
  } catch (failure) {
    console.error(failure)
    const error = failure instanceof Error ? failure.message : String(failure)
    return failure instanceof InWords ? { ok: false, error, inWords: true } : { ok: false, error }
  }
}
