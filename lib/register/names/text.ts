/**
 * Names as letters: cleaning what a page or a file shows, and folding it so that the same name written in two ways is equal.
 * Nothing here knows a register.
 */

/** Longest stretch of a shown name that is looked at; what a page sends is clipped long before. */
const LONGEST = 240

/**
 * Characters that are not seen but make two equal names differ: soft hyphen, zero-width, bidi marks and isolates, fillers,
 * variation selectors, tag letters, control characters.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]/gu
const PLAIN = /^[A-Za-z]+$/
const ASCII = /^[\u0000-\u007f]*$/

/** Letters that Unicode does not take apart but people write without their stroke or ligature. */
const PLAINER: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ƒ: 'f',
  ə: 'e',
  ĸ: 'k',
}
const STROKED = new RegExp(`[${Object.keys(PLAINER).join('')}]`, 'g')
/** Accents on Latin, Greek and Cyrillic letters. Vowel signs of other scripts stay: without them names would fall together. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
/** Everything that is written as an apostrophe inside a name, for a pattern. */
export const APOSTROPHE = "['’‘‛ʼʹʻʽ`´′＇]"
const APOSTROPHES = new RegExp(APOSTROPHE, 'g')
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}\p{M}]+/gu

/** The text as a person sees it: unseen characters gone, white space single, clipped. */
export function visible(text: string): string {
  return text.slice(0, LONGEST).replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
}

/** Lower case, without accents and strokes; spaces and signs stay as they are. */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(STROKED, (letter) => PLAINER[letter] ?? letter)
    .normalize('NFC')
}

/** The words of a name: folded, apostrophes dropped ("O'Brien" → "obrien"), split at every other sign. */
export function tokens(text: string): string[] {
  if (PLAIN.test(text)) return [text.toLowerCase()]
  const folded = plain(text.replace(UNSEEN, ''))
    .replace(APOSTROPHES, '')
    .replace(NEITHER_LETTER_NOR_DIGIT, ' ')
    .trim()
  return folded === '' ? [] : folded.split(' ')
}

/** The folded words with single spaces: the key under which lists of words are kept. */
export function folded(text: string): string {
  return tokens(text).join(' ')
}

/** How an alias or a correction is found again: as shown, but blind to case, accents' encoding, and unseen characters. */
export function shownKey(shown: string): string {
  return visible(shown).normalize('NFKC').toLowerCase().replace(APOSTROPHES, "'")
}

/** "müller" → "mueller" and the like: how names with these letters are typed on a keyboard without them. */
export function spelledOut(text: string): string | undefined {
  if (ASCII.test(text)) return undefined
  const lower = text.normalize('NFC').toLowerCase()
  if (!/[äöüøå]/.test(lower)) return undefined
  return folded(
    lower.replace(
      /[äöüøå]/g,
      (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' })[letter] ?? letter,
    ),
  )
}

/**
 * How many single changes (a letter more, less, other, or two swapped) lie between two words; `limit + 1` when more than
 * `limit`. Swaps count once because they are what fingers do.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // What is equal at both ends needs no counting; most pairs are settled here.
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start))
    start += 1
  let aEnd = a.length
  let bEnd = b.length
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd -= 1
    bEnd -= 1
  }
  const longest = Math.max(aEnd, bEnd) - start
  if (longest <= 1) return 1
  if (limit === 1) {
    const swapped =
      aEnd - start === 2 &&
      bEnd - start === 2 &&
      a[start] === b[start + 1] &&
      a[start + 1] === b[start]
    return swapped ? 1 : 2
  }
  return table(a.slice(start, aEnd), b.slice(start, bEnd), limit)
}

/** Three rows of the table, used again and again: a class of mistyped names makes a hundred thousand of them. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2))

/** Only the band of `limit` beside the diagonal is filled: what lies further off is more than `limit` anyway. */
function table(a: string, b: string, limit: number): number {
  const m = b.length
  let [before, last, row] = ROWS as [Uint8Array, Uint8Array, Uint8Array]
  const over = limit + 1
  for (let j = 0; j <= m; j += 1) last[j] = Math.min(j, over)
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - limit)
    const to = Math.min(m, i + limit)
    row[from - 1] = from === 1 ? Math.min(i, over) : over
    let least = row[from - 1] ?? over
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      // Outside the band nothing was written: it counts as too far.
      const above = j <= i - 1 + limit ? (last[j] ?? over) : over
      let cost = Math.min(
        above + 1,
        (row[j - 1] ?? over) + 1,
        (last[j - 1] ?? over) + (same ? 0 : 1),
        over,
      )
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? over) + 1)
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return over
    const reused = before
    before = last
    last = row
    row = reused
  }
  return Math.min(last[m] ?? over, over)
}

/**
 * Which letters a folded word holds, as bits: one for each basic letter, one for everything else. A change touches at most two
 * bits, so words that differ in more than twice as many bits as changes are allowed need no counting.
 */
export function letterBits(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i += 1) {
    const at = word.charCodeAt(i) - 97
    bits |= 1 << (at >= 0 && at < 26 ? at : 26)
  }
  return bits
}

/** How many bits differ. */
export function bitsApart(a: number, b: number): number {
  let rest = a ^ b
  let count = 0
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}

/** How many changes still count as the same word, by its length: none below 4 letters. */
export function spellingSlack(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}
