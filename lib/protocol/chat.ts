import { accountHits } from './chat/accounts.ts'
import { addressHits } from './chat/addresses.ts'
import { overlapsAny } from './chat/hit.ts'
import type { Hit } from './chat/hit.ts'
import { isFileAddress } from '../meeting/index.ts'
import { contactHits } from './chat/links.ts'
import { phoneHits } from './chat/phones.ts'
import type { ChatFlagKind } from '../session/events.ts'

/**
 * EG-14: personal information in a chat line — UK phone numbers, e-mail, social media accounts, links, postal addresses.
 * Pure and local. What is kept is the kinds and a masked excerpt, never the information itself.
 *
 * It is tuned for a classroom: sums, page numbers, times, dates, scores and fractions are no finding. What it can't do: numbers
 * written out as words, and other countries' addresses.
 */
export interface ChatFlag {
  readonly kinds: readonly ChatFlagKind[]
  /** A short piece of the line with the information blotted out, e.g. "ring me on 07•••••••••". */
  readonly masked: string
}

const MAX_LINE = 2_000
const EXCERPT = 80

/**
 * Undefined where nothing looks like personal information. `links: false` for whoever may post them: staff. `fileLinks: false` where the
 * line is told as a file already (EG-33).
 */
export function flagChat(
  text: string,
  { links = true, fileLinks = true } = {},
): ChatFlag | undefined {
  const line = readable(text)
  const hits = findHits(line).filter(
    ({ kind, from, to }) =>
      kind !== 'link' || (links && (fileLinks || !isFileAddress(line.slice(from, to)))),
  )
  if (hits.length === 0) return undefined
  return { kinds: [...new Set(hits.map((hit) => hit.kind))], masked: mask(line, hits) }
}

/** One form for all ways of writing: full-width digits, zero-width characters and odd spaces must not hide a number. */
function readable(text: string): string {
  return text
    .slice(0, MAX_LINE)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\u20e3\ufeff]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function findHits(line: string): readonly Hit[] {
  const contacts = contactHits(line)
  const others = [...accountHits(line), ...phoneHits(line), ...addressHits(line)]
  return [...contacts, ...others.filter((hit) => !overlapsAny(hit, contacts))].toSorted(
    (a, b) => a.from - b.from,
  )
}

/** The first hit with a little around it; every hit inside is blotted out but for its first two characters. */
function mask(line: string, hits: readonly Hit[]): string {
  const chars =
    [...line].length === line.length
      ? line.split('')
      : Array.from({ length: line.length }, (_, i) => line.charAt(i))
  for (const hit of hits) {
    const keep = hit.kind === 'address' ? 0 : 2
    for (let i = hit.from + keep; i < hit.to; i += 1) if (chars[i] !== ' ') chars[i] = '•'
  }
  const first = hits[0]
  if (first === undefined) return ''
  const from = Math.max(0, first.from - 24)
  const piece = chars
    .slice(from, from + EXCERPT)
    .join('')
    .toWellFormed()
  return `${from > 0 ? '…' : ''}${piece.replace(/•{6,}/g, '••••••')}${from + EXCERPT < chars.length ? '…' : ''}`
}
