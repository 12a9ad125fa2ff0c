import type { MatchReason } from '../types.ts'
import type { Entry } from './entry.ts'
import { akin, isNear, isNearGiven, sameFamilyName, sharesFormal } from './kin.ts'
import { singleWord } from './single.ts'

/** How well a shown name fits an entry of the register: 0 not at all, 1 letter for letter. */
export interface Fit {
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

interface Grade {
  readonly how: GivenHow
  readonly reason?: MatchReason
}
type GivenHow = 'whole' | 'mostly' | 'spelling' | 'short' | 'far' | 'initial' | 'close'
type LastHow = 'whole' | 'part' | 'extra' | 'initial' | 'close' | 'family'

/**
 * What a given name and a surname that fit in these ways are worth together. From 0.9 a match is taken without asking, so
 * only pairs that leave no second reading stand there; a guessed letter never does.
 *  given: whole · mostly (a middle name more or less) · spelling (Muhammad/Mohammed) · short (Sam/Samuel) · far (Kit/Christopher) ·
 *         initial · close (a slip of a letter).   last: whole · part ("Smith" of "Smith-Jones") · extra · initial · close · family (a guardian's surname)
 */
const WORTH: Readonly<Record<GivenHow, Readonly<Record<LastHow, number>>>> = {
  whole: { whole: 1, part: 0.92, extra: 0.88, initial: 0.93, close: 0.82, family: 0.86 },
  mostly: { whole: 0.95, part: 0.86, extra: 0.84, initial: 0.84, close: 0.76, family: 0.82 },
  spelling: { whole: 0.92, part: 0.84, extra: 0.82, initial: 0.82, close: 0.74, family: 0.78 },
  short: { whole: 0.92, part: 0.85, extra: 0.82, initial: 0.8, close: 0.74, family: 0.78 },
  far: { whole: 0.86, part: 0.8, extra: 0.76, initial: 0.72, close: 0.68, family: 0.7 },
  initial: { whole: 0.82, part: 0.72, extra: 0.68, initial: 0.4, close: 0.6, family: 0.6 },
  close: { whole: 0.82, part: 0.74, extra: 0.7, initial: 0.66, close: 0.66, family: 0.66 },
}

/** Some of the shown words, with what they are written together. */
interface Part {
  readonly words: readonly string[]
  readonly joined: string
}
/** A shown name cut in two at every place it may be: made once, compared with many. */
export interface Cuts {
  readonly words: readonly string[]
  readonly pairs: readonly {
    readonly given: Part
    readonly last: Part
    readonly swapped: boolean
    readonly cost: number
  }[]
}

/** `comma` = how many words stand before a comma, which says that they are the surname ("Potter, Amelia"). */
export function cut(words: readonly string[], comma: number): Cuts {
  const part = (from: number, to?: number): Part => {
    const some = words.slice(from, to)
    return { words: some, joined: some.join('') }
  }
  const pairs: { given: Part; last: Part; swapped: boolean; cost: number }[] = []
  if (comma > 0) pairs.push({ given: part(comma), last: part(0, comma), swapped: true, cost: 0.02 })
  for (let at = 1; at < words.length; at += 1) {
    const front = part(0, at)
    const back = part(at)
    pairs.push({ given: front, last: back, swapped: false, cost: comma > 0 ? 0.1 : 0 })
    if (at !== comma)
      pairs.push({ given: back, last: front, swapped: true, cost: comma > 0 ? 0.12 : 0.05 })
  }
  return { words, pairs }
}

/** The best fit of a shown name with an entry, or undefined where it can't be meant. */
export function fit({ words, pairs }: Cuts, entry: Entry): Fit | undefined {
  if (words.length === 1) return singleWord(words[0] ?? '', entry)
  let score = 0
  let best: { given: Grade; last: LastHow; swapped: boolean } | undefined
  for (const pair of pairs) {
    // The surname first: it is the sharper question, and most entries fail it.
    const last = gradeLast(pair.last, entry)
    if (last === undefined) continue
    const given = gradeGiven(pair.given, entry)
    if (given === undefined) continue
    const worth = WORTH[given.how][last] - pair.cost
    if (best !== undefined && score >= worth) continue
    score = worth
    best = { given, last, swapped: pair.swapped }
  }
  return best === undefined
    ? undefined
    : { score, reasons: reasonsOf(best.given, best.last, best.swapped, entry) }
}

function reasonsOf(
  given: Grade,
  last: LastHow,
  swapped: boolean,
  entry: Entry,
): readonly MatchReason[] {
  const reasons = new Set<MatchReason>()
  if (entry.kind === 'guardian') reasons.add('guardianName')
  if (swapped) reasons.add('lastFirst')
  if (given.reason !== undefined) reasons.add(given.reason)
  if (last === 'initial') reasons.add('initials')
  if (last === 'close') reasons.add('closeSpelling')
  if (last === 'family') reasons.add('familyName')
  if (reasons.size === 0) reasons.add('exact')
  return [...reasons]
}

function gradeGiven({ words, joined }: Part, entry: Entry): Grade | undefined {
  if (joined === entry.givenJoined) return { how: 'whole' }
  if (joined === entry.preferredJoined) return { how: 'whole', reason: 'preferredName' }
  const first = words[0] ?? ''
  const own = entry.given[0]
  if (own === undefined) return undefined
  if (first === own && restFits(words.slice(1), entry.given.slice(1))) return { how: 'mostly' }
  if (entry.preferred.length > 0 && first === entry.preferred[0])
    return { how: 'mostly', reason: 'preferredName' }
  if (words.length > 1) {
    // "Amelia Rose" where the register has "Amelia", "Rose Amelia" never.
    if (joined.startsWith(entry.givenJoined) && entry.given.every((word, i) => words[i] === word))
      return { how: 'mostly' }
    return first.length === 1 || entry.given.length < 2 ? undefined : sameWords(words, entry.given)
  }
  if (joined.length === 1) {
    const fits = own[0] === joined || entry.preferred[0]?.[0] === joined
    return fits ? { how: 'initial', reason: 'initials' } : undefined
  }
  for (const name of entry.preferred.length > 0 ? [own, entry.preferred[0] ?? ''] : [own]) {
    const kind = akin(joined, name)
    if (kind === 'variant') return { how: 'spelling', reason: 'closeSpelling' }
    if (kind === 'nickname')
      return { how: oneBeginsTheOther(joined, name) ? 'short' : 'far', reason: 'nickname' }
  }
  if (oneBeginsTheOther(joined, own) && sharesFormal(joined, own))
    return { how: 'far', reason: 'nickname' }
  if (isNearGiven(joined, entry.givenJoined) || isNearGiven(joined, own))
    return { how: 'close', reason: 'closeSpelling' }
  if (entry.preferredJoined !== '' && isNearGiven(joined, entry.preferredJoined))
    return { how: 'close', reason: 'closeSpelling' }
  // A later given name used as the name: "Kate" or "Rose" of "Mary Rose".
  return entry.given.length > 1 && entry.given.includes(joined) ? { how: 'far' } : undefined
}

/** Middle names may be missing or be initials, but none may be another. */
function restFits(shown: readonly string[], own: readonly string[]): boolean {
  if (shown.length > own.length)
    return own.every((word, i) => shown[i] === word || shown[i] === word[0])
  return shown.every((word) =>
    own.some((one) => one === word || (word.length === 1 && one[0] === word)),
  )
}

function sameWords(words: readonly string[], own: readonly string[]): Grade | undefined {
  return words.every((word) => own.includes(word)) ? { how: 'far' } : undefined
}

function oneBeginsTheOther(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(
    short.length > 3 && /[iy]e?$/.test(short)
      ? short.replace(/(?:ie|y|i)$/, '').replace(/(.)\1$/, '$1')
      : short,
  )
}

const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'du',
  'del',
  'della',
  'der',
  'den',
  'van',
  'von',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'binti',
  'ibn',
  'ap',
  'ab',
  'o',
  'mac',
  'mc',
  'dos',
  'das',
  'ter',
  'ten',
])

function gradeLast({ words, joined }: Part, entry: Entry): LastHow | undefined {
  const own = entry.last
  if (own.length === 0) return undefined
  if (joined === entry.lastJoined || sameFamilyName(joined, entry.lastJoined)) return 'whole'
  if (
    own.length > 1 &&
    words.every((word) => own.includes(word)) &&
    words.some((word) => !PARTICLES.has(word))
  )
    return 'part'
  if (joined.length === 1)
    return joined === own[0]?.[0] || joined === own.find((word) => !PARTICLES.has(word))?.[0]
      ? 'initial'
      : undefined
  if (
    own.length > 1 &&
    joined.length === own.length &&
    joined === own.map((word) => word[0]).join('')
  )
    return 'initial'
  if (words.length > own.length && own.every((word) => words.includes(word))) return 'extra'
  if (entry.familyJoined.includes(joined)) return 'family'
  return isNear(joined, entry.lastJoined) ? 'close' : undefined
}
