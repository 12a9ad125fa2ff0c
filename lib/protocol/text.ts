import { listed } from '../words/lists.ts'
import { t } from '../words/say.ts'

/** Small helpers for sentences about people. Names come from a page and may be anything: they are cleaned and clipped here. */

/** Longest name inside a sentence; a longer one is clipped with an ellipsis. */
export const MAX_NAME_IN_TEXT = 60

// Controls, zero-width and bidirectional characters: they could hide or turn round the words beside them.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu

/** A name that is safe inside a sentence: one line, no invisible or turning characters, not too long, never empty. */
export function cleanName(name: string, max: number = MAX_NAME_IN_TEXT): string {
  // Nothing after the first few hundred characters can be shown, so a hostile name of any length costs nothing.
  const plain = name
    .slice(0, max * 8)
    .toWellFormed()
    .replace(INVISIBLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (plain === '') return t('somebody without a name')
  const letters = [...plain]
  return letters.length <= max ? plain : `${letters.slice(0, max - 1).join('')}…`
}

/** Words of a site as they stand in quotation marks in a sentence of ours, which has its own full stop. */
export function asQuoted(words: string): string {
  return words.trim().replace(/\.$/u, '')
}

/** For telling whether two shown names are the same to a reader. Not a match against the register. */
export function sameNameKey(name: string): string {
  return name
    .slice(0, 400)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** "Amelia", "Amelia and Dev", "Amelia, Dev and Ben", "Amelia, Dev, Ben and 4 more". */
export function listNames(names: readonly string[], max = 6): string {
  return listed(
    names.map((name) => cleanName(name)),
    max,
  )
}
