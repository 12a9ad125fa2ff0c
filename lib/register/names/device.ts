import { AROUND_DEVICES, DEVICE_BRANDS, DEVICE_MODELS, STRONG_DEVICE } from './lists.ts'
import { tokens } from './text.ts'

export interface DeviceName {
  /** The words that may be its owner's name, empty where there are none. */
  readonly owner: readonly string[]
  /** "Kindle Fire", "Pixel 7": no word that is surely a device, so a person's name is looked for first. */
  readonly weak: boolean
}

/** "iPad (2)" → no owner, "Amelia's iPad" → ["amelia"], "Amelia Potter" → undefined. `words` are the folded words of `text`. */
export function deviceIn(text: string, words: readonly string[]): DeviceName | undefined {
  const first = words.findIndex((word) => isStrong(word))
  if (first < 0) {
    const allWeak = words.every(
      (word) => DEVICE_BRANDS.has(word) || DEVICE_MODELS.has(word) || hasDigit(word),
    )
    return allWeak && words.some((word) => DEVICE_BRANDS.has(word))
      ? { owner: [], weak: true }
      : undefined
  }
  const owned = /^(.*?\p{L})['’]s?\s/u.exec(text)?.[1]
  const ownedWords =
    owned === undefined ? [] : tokens(owned).filter((word) => !AROUND_DEVICES.has(word))
  if (ownedWords.length > 0 && !ownedWords.some((word) => isStrong(word)))
    return { owner: ownedWords, weak: false }
  const owner = words.filter(
    (word, at) =>
      !isStrong(word) &&
      !DEVICE_BRANDS.has(word) &&
      !AROUND_DEVICES.has(word) &&
      !hasDigit(word) &&
      !(at > first && DEVICE_MODELS.has(word)),
  )
  return { owner, weak: false }
}

function isStrong(word: string): boolean {
  return (
    STRONG_DEVICE.has(word) || /^(?:iphone|ipad|galaxy|macbook|chromebook)[a-z]?\d+\w*$/.test(word)
  )
}
function hasDigit(word: string): boolean {
  return /\d/.test(word)
}
