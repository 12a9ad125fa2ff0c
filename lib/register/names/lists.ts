import bots from './data/bots.json' with { type: 'json' }
import confusables from './data/confusables.json' with { type: 'json' }
import decorations from './data/decorations.json' with { type: 'json' }
import devices from './data/devices.json' with { type: 'json' }
import honorifics from './data/honorifics.json' with { type: 'json' }
import nicknames from './data/nicknames.json' with { type: 'json' }
import notNames from './data/not-names.json' with { type: 'json' }
import relations from './data/relations.json' with { type: 'json' }

/** The word lists of `data/`, ready to ask. They are data so that a school or a translator can read and extend them. */

export type Gender = 'female' | 'male' | 'either'

const TITLES: ReadonlyMap<string, Gender> = new Map([
  ...honorifics.female.map((word) => [word, 'female'] as const),
  ...honorifics.male.map((word) => [word, 'male'] as const),
  ...honorifics.neutral.map((word) => [word, 'either'] as const),
])
const CHILD_TITLES: ReadonlySet<string> = new Set(honorifics.child)

/** Whom a folded title stands for, or undefined where the word is no title. */
export function titleOf(word: string): Gender | undefined {
  return TITLES.get(word)
}
/** "Miss" and "Master" are used for pupils too. */
export function isChildTitle(word: string): boolean {
  return CHILD_TITLES.has(word)
}

export const BRACKETED: ReadonlySet<string> = new Set(decorations.bracketed)
export const TRAILING: ReadonlySet<string> = new Set(decorations.trailing)
export const FALLBACK: ReadonlySet<string> = new Set(decorations.fallback)

export const STRONG_DEVICE: ReadonlySet<string> = new Set(devices.strong)
export const DEVICE_BRANDS: ReadonlySet<string> = new Set(devices.brands)
export const DEVICE_MODELS: ReadonlySet<string> = new Set(devices.models)
export const AROUND_DEVICES: ReadonlySet<string> = new Set(devices.around)
export const PHONE_CALLERS: ReadonlySet<string> = new Set(devices.phoneCallers)

export const PLACEHOLDERS: ReadonlySet<string> = new Set(notNames.placeholders)
export const JOKES: ReadonlySet<string> = new Set(notNames.jokes)

export const FAMILY_WORDS: ReadonlySet<string> = new Set(relations.family)
export const SIBLING_WORDS: ReadonlySet<string> = new Set(relations.siblings)
export const WEAK_RELATIONS: ReadonlySet<string> = new Set(relations.weak)
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(relations.groups).flatMap(([group, words]) =>
    words.map((word) => [word, group] as const),
  ),
  ...Object.entries(relations.weakGroups),
])
/** "mum" → "mother"; undefined where the word is no relation. */
export function relationOf(word: string): string | undefined {
  return RELATIONS.get(word)
}

const BOT_PHRASES = Object.entries(bots.anywhere).map(
  ([phrase, name]) => [` ${phrase} `, name] as const,
)
const BOTS_ALONE: ReadonlyMap<string, string> = new Map(Object.entries(bots.alone))
/** The note-taker whose words stand anywhere in a folded name. */
export function botIn(words: string): string | undefined {
  const padded = ` ${words} `
  return BOT_PHRASES.find(([phrase]) => padded.includes(phrase))?.[1]
}
/** The note-taker that goes by exactly this folded name, which may also be a person's. */
export function botAlone(words: string): string | undefined {
  return BOTS_ALONE.get(words)
}

/** Name → names it may stand for or be shortened to, both ways; `variant` for mere spellings of one name. */
export interface Akin {
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
  readonly variants: ReadonlyMap<string, ReadonlySet<string>>
}
function bothWays(): Akin {
  const short = new Map<string, Set<string>>()
  const same = new Map<string, Set<string>>()
  const link = (map: Map<string, Set<string>>, a: string, b: string) => {
    if (a === b) return
    const set = map.get(a)
    if (set === undefined) map.set(a, new Set([b]))
    else set.add(b)
  }
  for (const [formal, pets] of Object.entries(nicknames.nicknames)) {
    for (const pet of pets) {
      link(short, formal, pet)
      link(short, pet, formal)
    }
  }
  for (const group of nicknames.variants)
    for (const a of group) for (const b of group) link(same, a, b)
  // A short form of one spelling is a short form of its other spellings: "Kate" is also "Kathryn".
  for (const group of nicknames.variants) {
    const pets = new Set(
      group.flatMap((name) => nicknames.nicknames[name as keyof typeof nicknames.nicknames] ?? []),
    )
    for (const name of group) {
      for (const pet of pets) {
        link(short, name, pet)
        link(short, pet, name)
      }
    }
  }
  return { nicknames: short, variants: same }
}
export const AKIN: Akin = bothWays()

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.values(confusables).flatMap((group) =>
    typeof group === 'string' ? [] : Object.entries(group),
  ),
)
/** The basic Latin letter that a letter of another alphabet looks like. */
export function looksLike(letter: string): string | undefined {
  return LOOKS_LIKE.get(letter)
}
