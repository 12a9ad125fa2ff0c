import { TRAILING, isChildTitle, titleOf } from './lists.ts'
import type { Gender } from './lists.ts'

/** The title in front of a name, as far as it says who is meant. */
export interface Title {
  readonly gender: Gender
  /** "Miss" or "Master": pupils carry it too. */
  readonly child: boolean
  /** "Mr & Mrs". */
  readonly several: boolean
}

const MOST_WORDS = 8

/** Without class labels, numbers, digits stuck to a word, and decorations that stand behind the name. */
export function trimmed(words: readonly string[]): string[] {
  const kept: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (
      /^(?:y|yr|year|class|form|grade|ks|set|group|reg)$/.test(word) &&
      /^\d{1,2}[a-z]{0,3}$/.test(words[i + 1] ?? '')
    ) {
      i += 1
      continue
    }
    if (
      /^(?:y|yr|year|ks|p|s|r)?\d+[a-z]{0,2}$/.test(word) ||
      /^\d{1,2}[a-z]{1,3}$/.test(word) ||
      /^(?:yr?|year)\d{1,2}[a-z]{0,3}$/.test(word)
    )
      continue
    kept.push(word.replace(/^\p{N}+(?=\p{L}{2})/u, '').replace(/(?<=\p{L}{2})\p{N}+$/u, ''))
  }
  while (kept.length > 1) {
    if (kept.length > 2 && TRAILING.has(kept.slice(-2).join(' '))) kept.length -= 2
    else if (TRAILING.has(kept.at(-1) ?? '')) kept.length -= 1
    else break
  }
  return kept.slice(0, MOST_WORDS)
}

export function withoutTitle(
  words: readonly string[],
  text: string,
): { words: readonly string[]; title?: Title } {
  const genders: Gender[] = []
  let child = true
  const take = (word: string | undefined) => {
    const gender = word === undefined ? undefined : titleOf(word)
    if (gender === undefined) return false
    genders.push(gender)
    child = child && word !== undefined && isChildTitle(word)
    return true
  }
  let rest = [...words]
  while (rest.length > 1) {
    if (rest[0] === 'and' && genders.length > 0 && titleOf(rest[1] ?? '') !== undefined)
      rest.shift()
    else if (take(rest[0])) rest.shift()
    else break
  }
  if (genders.length === 0 && rest.length > 1) {
    // "Shah, Mrs Priya" and "Shah Mrs": the title stands behind the surname.
    const at = text.includes(',')
      ? rest.findIndex((word, i) => i > 0 && titleOf(word) !== undefined)
      : rest.length - 1
    if (at > 0 && take(rest[at])) rest = rest.filter((_, i) => i !== at)
  }
  if (genders.length === 0) return { words }
  const one = new Set(genders.filter((gender) => gender !== 'either'))
  const gender = one.size === 1 ? ([...one][0] ?? 'either') : 'either'
  return { words: rest, title: { gender, child, several: one.size > 1 } }
}
