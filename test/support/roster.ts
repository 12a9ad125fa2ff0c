import type { Register } from '../../lib/register/index.ts'

/** For showing that a register stays where it belongs. */

/**
 * Every word of a register that would give somebody away, without those words that the page shows itself. Words of fewer than
 * four letters stand in other words and are left out; they never stand alone here, each has a longer one beside it.
 */
export function secretsOf(register: Register, shown: readonly string[]): readonly string[] {
  const words = [
    register.name,
    ...register.pupils.flatMap((one) => [
      one.id.length > 8 ? one.id : '',
      one.firstName,
      one.lastName,
      one.preferredName,
      ...one.aliases,
      ...one.guardians.flatMap((each) => [each.firstName, each.lastName, each.phone]),
    ]),
    ...register.staff.flatMap((one) => [one.firstName, one.lastName, ...one.aliases]),
  ]
  const visible = shown.map(folded).join(' ')
  return [...new Set(words)].filter((word) => word.length >= 4 && !visible.includes(folded(word)))
}

/** Which of these words stand anywhere in a value: in texts and keys, in lists, maps and sets, in any case. */
export function leaked(value: unknown, secrets: readonly string[]): readonly string[] {
  const text = folded(everyText(value, new Set()).join('\n'))
  return secrets.filter((word) => text.includes(folded(word)))
}

/** The same in the memory of a whole page, where "Chen" stands in "kitchen": only whole words, as they are written. */
export function leakedWords(
  texts: readonly string[],
  secrets: readonly string[],
): readonly string[] {
  return secrets.filter((word) => {
    const whole = new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'u',
    )
    return texts.some((text) => text.includes(word) && whole.test(text))
  })
}

function everyText(value: unknown, seen: Set<unknown>): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof Map)
    return [...value].flatMap(([key, one]) => [...everyText(key, seen), ...everyText(one, seen)])
  if (value instanceof Set || Array.isArray(value))
    return [...value].flatMap((one) => everyText(one, seen))
  return Object.entries(value).flatMap(([key, one]) => [key, ...everyText(one, seen)])
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
