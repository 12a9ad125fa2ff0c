/**
 * The last resort of reading: the site's own wording, one table per language. A wording is `seen` (somebody read it off the
 * site) or a `guess` (our translation). A guess may help to find a control that the teacher is then pointed at; it is never
 * enough to act or to claim something by itself.
 */

export type WordTable = Readonly<Record<string, readonly string[]>>
export interface LanguageWords {
  readonly seen: WordTable
  readonly guess: WordTable
}
export type WordTables = Readonly<Record<string, LanguageWords>>

export interface WordMatch {
  readonly language: string
  readonly certain: boolean
  /** What stood in the place of `{name}`. */
  readonly name?: string
  /** What stood in the place of `{n}`. */
  readonly n?: number
}

export type MatchMode = 'whole' | 'start'

/** Longest text that is compared with a table: labels are short, a hostile name is not. */
const MAX_COMPARED = 1500

/** How much of what was compared is kept: a call has some thousands of labels, a hostile page any number. */
const MAX_REMEMBERED = 20_000
const MAX_REMEMBERED_LENGTH = 300

interface Entry {
  readonly language: string
  readonly certain: boolean
  readonly plain: string | undefined
  readonly pattern: RegExp | undefined
}

/** Compares without case, typographic apostrophes and runs of white space. */
export function fold(text: string): string {
  return text
    .slice(0, MAX_COMPARED)
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

export interface Words {
  /** The table entry of `key` that the text is, certain ones first; undefined for none. */
  match(key: string, text: string, mode?: MatchMode): WordMatch | undefined
  /** True where somebody has read the wording of `key` in this language off the site. */
  isSeen(key: string, language: string): boolean
}

export function makeWords(tables: WordTables): Words {
  const byKey = new Map<string, Entry[]>()
  for (const [language, { seen, guess }] of Object.entries(tables)) {
    addAll(byKey, language, seen, true)
    addAll(byKey, language, guess, false)
  }
  for (const entries of byKey.values())
    entries.sort((a, b) => Number(b.certain) - Number(a.certain))
  const remembered = new Map<string, Map<string, WordMatch | undefined>>()
  let size = 0
  function look(key: string, text: string, mode: MatchMode): WordMatch | undefined {
    const entries = byKey.get(key)
    const folded = entries === undefined ? '' : fold(text)
    if (entries === undefined || folded === '') return undefined
    const whole = spaced(text)
    for (const entry of entries) {
      const match = matchEntry(entry, folded, whole, mode)
      if (match !== undefined) return match
    }
    return undefined
  }
  return {
    match(key, text, mode = 'whole') {
      // Labels hardly change from one reading to the next; comparing each with every language again would be most of the work.
      if (text.length > MAX_REMEMBERED_LENGTH) return look(key, text, mode)
      if (size > MAX_REMEMBERED) {
        remembered.clear()
        size = 0
      }
      const slot = mode === 'whole' ? key : `${key}^`
      let texts = remembered.get(slot)
      if (texts === undefined)
        remembered.set(slot, (texts = new Map<string, WordMatch | undefined>()))
      const known = texts.get(text)
      if (known !== undefined || texts.has(text)) return known
      const match = look(key, text, mode)
      texts.set(text, match)
      size += 1
      return match
    },
    isSeen(key, language) {
      const primary = language.toLowerCase().split('-')[0] ?? ''
      return (tables[primary]?.seen[key]?.length ?? 0) > 0
    },
  }
}

function addAll(byKey: Map<string, Entry[]>, language: string, table: WordTable, certain: boolean) {
  for (const [key, texts] of Object.entries(table)) {
    const entries = byKey.get(key) ?? []
    for (const text of texts) entries.push({ language, certain, ...compile(text) })
    byKey.set(key, entries)
  }
}

/** `{name}` stands for any text, `{n}` for a number. At most one `{name}` each, so that matching stays linear. */
function compile(text: string): { plain: string | undefined; pattern: RegExp | undefined } {
  if (!text.includes('{')) return { plain: fold(text), pattern: undefined }
  const source = spaced(text)
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/['’‘`´]/g, "['’‘`´]")
    .replace('{name}', '(?<name>.+)')
    .replace('{n}', '(?<n>\\d+)')
    .replace(/[{}]/g, '\\$&')
  return { plain: undefined, pattern: new RegExp(`^${source}$`, 'is') }
}

function spaced(text: string): string {
  return text.slice(0, MAX_COMPARED).replace(/\s+/g, ' ').trim()
}

function matchEntry(
  entry: Entry,
  folded: string,
  whole: string,
  mode: MatchMode,
): WordMatch | undefined {
  const { language, certain } = entry
  if (entry.plain !== undefined) {
    const hit = mode === 'whole' ? folded === entry.plain : folded.startsWith(entry.plain)
    return hit ? { language, certain } : undefined
  }
  // The name is taken from the text as it stands, so that its own case and characters survive.
  const groups = entry.pattern?.exec(whole)?.groups
  if (groups === undefined) return undefined
  const { name, n } = groups
  return {
    language,
    certain,
    ...(name === undefined ? {} : { name }),
    ...(n === undefined ? {} : { n: Number(n) }),
  }
}
