import type { Vocabulary } from './vocabulary.ts'
import { partsOf } from './vocabulary.ts'

/**
 * A value of the page as far as it is known: "roster-avatar-img-Amelia Potter" → "roster-avatar-img-*", "8:orgid:3f…" → "#:orgid:*".
 * Words are kept from the left until the first that is not known; what comes after it is not looked at.
 * `said`: small-letter words that the page shows to people. A word in sight is never kept, also where it is a word of our own.
 */
export function shapeOf(
  value: string,
  { whole, words }: Pick<Vocabulary, 'whole' | 'words'>,
  said: ReadonlySet<string>,
): string {
  if (whole.has(value)) return value
  let shape = ''
  let before = ''
  for (const [part] of value.slice(0, 200).matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu)) {
    // A space or a sign: what stands right before it is the beginning of a text, also where it is a word of ours.
    if (/^[^\p{L}\p{M}\p{N}]/u.test(part) && !/^[-_:./|]+$/u.test(part)) return `${before}*`
    before = shape
    if (/^[-_:./|]+$/u.test(part)) before = shape += part.slice(0, 3)
    else if (/^[0-9]+$/u.test(part)) shape += '#'
    else if (/^v[0-9]{1,2}$/u.test(part)) shape += 'v#'
    else if (isKnown(part, words, said)) shape += part
    else return `${shape}*`
  }
  return shape
}

function isKnown(word: string, words: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  if (said.has(word.toLowerCase())) return false
  const parts = partsOf(word)
  return (
    parts.join('') === word &&
    parts.every((part) => words.has(part.toLowerCase()) && !said.has(part.toLowerCase()))
  )
}

/**
 * Letters at random, as a compiler makes them ("tgaKEf", "W5i7Bf"), which are needed to repair a selector. Anything that a person could
 * be called, or could write, is not taken for such: names have no two capitals side by side and no digit in the middle.
 */
export function isRandom(value: string, said: ReadonlySet<string>): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]{4,6}$/u.test(value) || said.has(value.toLowerCase())) return false
  if (/^[A-Z0-9]+$/u.test(value) || /^[a-z0-9]+$/u.test(value)) return false
  return /[a-z][A-Z]{2}[a-z]/u.test(value) || /[A-Za-z][0-9][A-Za-z]/u.test(value)
}

/** How long a text is, roughly. */
export function lengthClass(length: number): '1-3' | '4-20' | '21-80' | '81+' {
  if (length <= 3) return '1-3'
  if (length <= 20) return '4-20'
  return length <= 80 ? '21-80' : '81+'
}
