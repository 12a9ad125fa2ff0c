import { looksLike } from './lists.ts'

/** A name read by what its letters look like, and how it was made to look so. */
export interface Disguise {
  /** The name in the basic Latin letters it seems to be written in. */
  readonly seeming: string
  /**
   * `otherAlphabet`: a Cyrillic "а" among Latin letters. `digits`: "0" for "o", "I" for "l". `styled`: full-width or
   * mathematical letters, which Unicode counts as the same letters and which everybody sees are odd.
   */
  readonly how: 'otherAlphabet' | 'digits' | 'styled'
}

const STYLED =
  /[\uff21-\uff3a\uff41-\uff5a\u2100-\u214f\u2460-\u24ff\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}]/u
const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '|': 'l',
  $: 's',
  '@': 'a',
}

/** The same name in the letters it seems to have, or undefined where every letter is what it seems. */
export function disguiseOf(text: string): Disguise | undefined {
  // Letters first: a full-width letter is in the list too, but does not make a name one of another alphabet.
  let other = false
  let seeming = ''
  for (const letter of text) {
    const like = STYLED.test(letter) ? undefined : looksLike(letter)
    if (like === undefined) seeming += letter
    else {
      other = true
      seeming += like
    }
  }
  if (other) return { seeming, how: 'otherAlphabet' }
  if (STYLED.test(text)) return { seeming: text.normalize('NFKC'), how: 'styled' }
  const swapped = withoutDigits(text)
  return swapped === text ? undefined : { seeming: swapped, how: 'digits' }
}

/** "Ame1ia", "AmeIia" → "Amelia": signs between letters, and a capital I amid small letters. "Y4" and "Amelia 2" stay. */
function withoutDigits(text: string): string {
  return text
    .replace(/(?<=\p{Ll})I(?=\p{Ll})/gu, 'l')
    .replace(
      /(?<=\p{L})[0134578|$@](?=[\p{L}0134578|$@])|(?<=\p{L}[0134578|$@])[0134578|$@](?=\p{L})/gu,
      (sign) => DIGIT_LETTERS[sign] ?? sign,
    )
}
