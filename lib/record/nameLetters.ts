import { APOSTROPHE, plain } from '../register/names/text.ts'

const APOSTROPHES = new RegExp(APOSTROPHE, 'gu')
/** What a name is made of: before and after it nothing of the kind may stand. */
const EDGE = '[\\p{L}\\p{M}\\p{N}]'
/** What stands after an apostrophe that makes two words one: "I’ll" without it is another word. English and Welsh. */
const CLIPPED = '(?:s|m|d|t|ll|re|ve|r|n|i|u|w|ch|th)'
const INSIDE = new RegExp(`(?<=${EDGE})${APOSTROPHE}(?=${EDGE})(?=(${CLIPPED}(?!${EDGE}))?)`, 'gu')
const GLUED = new RegExp(
  `[\\p{L}\\p{M}\\p{N}]+(?:${APOSTROPHE}(?!${CLIPPED}(?!${EDGE}))[\\p{L}\\p{M}\\p{N}]+)+`,
  'gu',
)
/** "OBrien" is "O’Brien", too. */
const LEADING = /(?<![\p{L}\p{M}\p{N}])([od])(?=\p{L}{3})/gu
const ASCII = /^[\u0000-\u007f]*$/
const LETTER = /[\p{L}\p{M}]/u

/** The words of a name that have an apostrophe inside: they are often written without it. */
export function gluedWords(name: string): readonly string[] {
  return name.match(GLUED) ?? []
}

/** As it is written, blind only to case and to how its accents are encoded. */
export function asWritten(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Equal for a name with its accents, strokes and apostrophes and without them. */
export function nameKey(name: string): string {
  return foldedText(name.normalize('NFC')).text.replaceAll(APOSTROPHES, '')
}

/**
 * Replaces every one of these names in a text, whole words only ("Ann" is not cut out of "Anniversary"), the longest first, whether or
 * not its accents, strokes and apostrophes were typed. `say` gets what was found, as it stands there.
 */
export function nameReplacer(
  names: Iterable<string>,
  say: (found: string) => string,
): (text: string) => string {
  const pattern = patternOf(names)
  if (pattern === undefined) return (text) => text
  return (text) => {
    const composed = text.normalize('NFC')
    const { text: folded, at } = foldedText(composed)
    let out = ''
    let end = 0
    for (const found of folded.matchAll(pattern)) {
      const from = at(found.index)
      const to = at(found.index + found[0].length)
      out += composed.slice(end, from) + say(composed.slice(from, to))
      end = to
    }
    return end === 0 ? text : out + composed.slice(end)
  }
}

function patternOf(names: Iterable<string>): RegExp | undefined {
  const keys = new Set<string>()
  for (const one of names) keys.add(foldedText(one.normalize('NFC')).text)
  // A name of nothing but accents would be found everywhere.
  keys.delete('')
  if (keys.size === 0) return undefined
  const ordered = [...keys].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(`(?<!${EDGE})(?:${ordered.map(sourceOf).join('|')})(?!${EDGE})`, 'gu')
}

function sourceOf(key: string): string {
  return key
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(INSIDE, (_, clipped: string | undefined) =>
      clipped === undefined ? `${APOSTROPHE}?` : APOSTROPHE,
    )
    .replace(LEADING, `$1${APOSTROPHE}?`)
}

interface Folded {
  readonly text: string
  /** Where a place in the folded text lies in the text itself. */
  readonly at: (place: number) => number
}

/** Letter by letter in lower case without accents and strokes; one letter may become none (a loose accent) or two ("ß"). */
function foldedText(composed: string): Folded {
  if (ASCII.test(composed)) return { text: composed.toLowerCase(), at: (place) => place }
  const from: number[] = []
  let text = ''
  let here = 0
  for (const letter of composed) {
    const bare = bareLetter(letter)
    for (let i = 0; i < bare.length; i += 1) from.push(here)
    text += bare
    here += letter.length
  }
  return { text, at: (place) => from[place] ?? composed.length }
}

/** A term's notes are looked through at once; there are few letters. */
const BARE = new Map<string, string>()

function bareLetter(letter: string): string {
  const known = BARE.get(letter)
  if (known !== undefined) return known
  const bare = LETTER.test(letter) ? plain(letter).replace('ς', 'σ') : letter
  BARE.set(letter, bare)
  return bare
}
