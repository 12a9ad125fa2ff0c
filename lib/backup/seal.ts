import { z } from 'zod'
import { LAST_MOMENT } from '../protocol/time.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { LEAST_PASSPHRASE } from './types.ts'

/**
 * A text that only a passphrase opens: gzip, then AES-GCM with a 256-bit key from PBKDF2-SHA-256. What the file says of itself (version,
 * when it was made, how the key is made) can be read without the passphrase and is bound to the text: changed, it doesn't open.
 */

/** OWASP Password Storage Cheat Sheet, 2023: 600,000 for PBKDF2-HMAC-SHA256. */
const ITERATIONS = 600_000
/** A file may ask for other numbers, within what a computer can bear and an attacker can't use. */
const FEWEST_ITERATIONS = 600_000
const MOST_ITERATIONS = 5_000_000
/** What a file may grow to when unpacked, in bytes. */
export const MOST_UNPACKED = 1_000_000_000

const header = z.object({
  format: z.literal('lesson-steward/backup'),
  version: z.literal(1),
  madeAt: z.int().min(0).max(LAST_MOMENT),
  toolVersion: z.string().max(100),
  key: z.object({
    from: z.literal('PBKDF2'),
    hash: z.literal('SHA-256'),
    iterations: z.int().min(FEWEST_ITERATIONS).max(MOST_ITERATIONS),
    salt: z.string().max(100),
  }),
  cipher: z.object({ name: z.literal('AES-GCM'), iv: z.string().max(100) }),
  packed: z.literal('gzip'),
})
const sealedFile = header.extend({ data: z.string() })
type Header = z.infer<typeof header>

/** Why a file could not be opened, in words for a person. */
export class NotOpened extends InWords {
  override readonly name: string = 'NotOpened'
}

/** A file that this version can't know. */
export function madeByNewer(): NotOpened {
  return new NotOpened(
    t('This backup was made by a newer version of Lesson Steward. Update this one first.'),
  )
}

/** @throws NotOpened where the passphrase is too short. */
export async function seal(
  text: string,
  passphrase: string,
  about: { readonly madeAt: number; readonly toolVersion: string },
): Promise<string> {
  if ([...passphrase].length < LEAST_PASSPHRASE)
    throw new NotOpened(t('The passphrase needs at least {n} characters.', { n: LEAST_PASSPHRASE }))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const head: Header = {
    format: 'lesson-steward/backup',
    version: 1,
    ...about,
    key: { from: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: toBase64(salt) },
    cipher: { name: 'AES-GCM', iv: toBase64(iv) },
    packed: 'gzip',
  }
  const key = await keyFrom(passphrase, salt, ITERATIONS)
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('gzip'))
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(head) },
    key,
    packed,
  )
  return `${JSON.stringify({ ...head, data: toBase64(new Uint8Array(data)) }, undefined, 2)}\n`
}

/** @throws NotOpened with the reason in words. `most`: what it may grow to when unpacked, in bytes. */
export async function open(
  file: string,
  passphrase: string,
  most = MOST_UNPACKED,
): Promise<string> {
  const { data, ...head } = parse(file)
  const [salt, iv, sealed] = [
    fromBase64(head.key.salt),
    fromBase64(head.cipher.iv),
    fromBase64(data),
  ]
  if (salt === undefined || iv?.length !== 12 || sealed === undefined)
    throw new NotOpened(t('This backup is damaged: a part of it is no longer what was written.'))
  const key = await keyFrom(passphrase, salt, head.key.iterations)
  let packed: ArrayBuffer
  try {
    const how = { name: 'AES-GCM', iv, additionalData: bound(head) }
    packed = await crypto.subtle.decrypt(how, key, sealed)
  } catch {
    throw new NotOpened(t('The passphrase does not fit this backup, or the file was changed.'))
  }
  const text = await through(new Uint8Array(packed), new DecompressionStream('gzip'), most)
  return new TextDecoder().decode(text)
}

function parse(file: string): z.infer<typeof sealedFile> {
  let value: unknown
  try {
    value = JSON.parse(file.replace(/^\ufeff/u, ''))
  } catch {
    throw new NotOpened(t('This is no backup of Lesson Steward, or it is cut off.'))
  }
  const read = sealedFile.safeParse(value)
  if (read.success) return read.data
  const said = z
    .object({ format: z.literal('lesson-steward/backup'), version: z.number() })
    .safeParse(value)
  if (said.success && said.data.version > 1) throw madeByNewer()
  throw new NotOpened(
    said.success
      ? t('This backup is damaged: a part of it is no longer what was written.')
      : t('This is no backup of Lesson Steward.'),
  )
}

/** The header as bytes, its fields always in the order of the schema. */
function bound(head: Header): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(header.parse(head)))
}

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // Typed on another keyboard the same letters may come in another form.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) throw new NotOpened(t('This backup is too large to be read.'))
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
