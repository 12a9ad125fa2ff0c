import { language } from './language.ts'
import { tn } from './say.ts'

/** "Amelia", "Amelia and Dev", "Amelia, Dev and Ben"; of more than `max` the rest is counted. */
export function listed(items: readonly string[], max = Number.POSITIVE_INFINITY): string {
  if (items.length > max)
    return tn('{list} and {n} more|{list} and {n} more', items.length - max, {
      list: items.slice(0, max).join(', '),
    })
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  return `${items.slice(0, -1).join(', ')} ${andBefore(last)} ${last}`
}

/** "Isla and Noah and Mia": several who are one, on one device. */
export function joined(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((all, item) => listed([all, item]))
}

/** Welsh says "ac" before a vowel and "a" before a consonant. */
function andBefore(word: string): string {
  if (language() === 'en') return 'and'
  return /^[“"‘'(]*[aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü]/iu.test(word) ? 'ac' : 'a'
}
