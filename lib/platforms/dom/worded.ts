import { only } from './act.ts'
import type { Control } from './act-types.ts'
import { isDisplayed } from './displayed.ts'
import { nameOfControl } from './text.ts'
import type { Words } from './words.ts'

/**
 * The control of that wording among those in sight; one that was read off the site before one that we guessed. Where several have the
 * wording, none is certain.
 */
export function wordedIn(
  words: Words,
  elements: readonly Element[],
  key: string,
): Control | undefined {
  const certain: Element[] = []
  const guessed: Element[] = []
  for (const element of elements) {
    if (!isDisplayed(element)) continue
    const match =
      words.match(key, nameOfControl(element)) ??
      words.match(key, element.textContent?.trim() ?? '')
    if (match !== undefined) (match.certain ? certain : guessed).push(element)
  }
  const read = only(certain)
  if (read !== undefined) return read
  const guess = only(guessed)
  return guess === undefined ? undefined : { ...guess, certain: false }
}
