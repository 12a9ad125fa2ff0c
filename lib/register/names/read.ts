import { deviceIn } from './device.ts'
import {
  BRACKETED,
  FALLBACK,
  JOKES,
  PHONE_CALLERS,
  PLACEHOLDERS,
  STRONG_DEVICE,
  botAlone,
  botIn,
  titleOf,
} from './lists.ts'
import { disguiseOf } from './lookAlike.ts'
import type { Disguise } from './lookAlike.ts'
import { familyIn, relationIn } from './relation.ts'
import type { RelationName } from './relation.ts'
import { folded, tokens, visible } from './text.ts'
import { trimmed, withoutTitle } from './words.ts'
import type { Title } from './words.ts'

/** How the words of a variant were taken out of the shown name. */
export type Via = 'plain' | 'bracket' | 'part' | 'device' | 'username' | 'stripped'

/** One way to read a shown name as the words of a person's name. */
export interface Variant {
  readonly words: readonly string[]
  /** How many of the words stand before a comma: "Potter, Amelia" → 1. */
  readonly comma: number
  readonly via: Via
}

/** A shown name, taken apart without knowing any register. */
export interface Reading {
  /** What it is as long as nobody on the register fits. */
  readonly what: 'name' | 'symbols' | 'short' | 'device' | 'phone' | 'placeholder' | 'bot'
  /** Set where a note-taker is named; `sure` also when somebody on the register should fit. */
  readonly bot?: { readonly name: string; readonly sure: boolean }
  readonly variants: readonly Variant[]
  readonly title?: Title
  readonly relation?: RelationName
  /** Surname words of "The Shah family". */
  readonly family?: readonly string[]
  /** "Anya & Arjun Shah" → the words of each. */
  readonly several?: readonly (readonly string[])[]
  /** Digits of a phone caller. */
  readonly phone?: string
  readonly disguise?: Disguise
  readonly hasDevice: boolean
}

const BRACKETS = /[([{<（【]([^()[\]{}<>（）【】]*)(?:[)\]}>）】]|$)/gu
const SEPARATORS = /\s+[-–—]+\s+|\s*[|•·/\\:]\s*|\s+~\s+/u
/** "X and 2 more": a counter of the page and nobody's name. */
const COUNTER =
  /(?:\band|&|\+|,|\by|\bi|^)\s*\d+\s+(?:more|others?|people|guests?|participants?|więcej|innych|más|autres?|weitere|eraill)\b/iu

/** Takes a shown name apart. Any text goes in; nothing throws. */
export function readName(shown: string): Reading {
  const text = visible(shown)
  const all = tokens(text)
  if (all.length === 0) return { what: 'symbols', variants: [], hasDevice: false }
  const phrase = all.join(' ')
  const sureBot = botIn(phrase)
  if (sureBot !== undefined)
    return { what: 'bot', bot: { name: sureBot, sure: true }, variants: [], hasDevice: false }
  if (COUNTER.test(text)) return { what: 'placeholder', variants: [], hasDevice: false }
  const phone = phoneIn(text, phrase)
  if (phone !== undefined) return { what: 'phone', phone, variants: [], hasDevice: true }

  const { main, inners } = withoutBrackets(text)
  const mainWords = tokens(main)
  const pieces = main.split(SEPARATORS).filter((piece) => tokens(piece).length > 0)
  const relation = relationIn([...pieces, ...inners])
  const family = familyIn(mainWords.filter((word) => !STRONG_DEVICE.has(word)))
  const device = deviceIn(main, mainWords)
  const { words, title } = withoutTitle(trimmed(mainWords), main)
  const variants = distinct([
    ...plainVariant(main, words, 'plain'),
    ...innerVariants(main, inners),
    ...(pieces.length > 1
      ? pieces.flatMap((piece) =>
          plainVariant(piece, withoutTitle(trimmed(tokens(piece)), piece).words, 'part'),
        )
      : []),
    ...(device === undefined || device.owner.length === 0
      ? []
      : ownerVariants(trimmed(device.owner))),
    ...usernameVariant(text),
    ...strippedVariants(words),
  ])
  const disguise = disguiseOf(text)
  const alone = botAlone(folded(main))
  const several = severalIn(main)
  return {
    what: whatIs({ phrase, words, main, device: device !== undefined, alone: alone !== undefined }),
    variants,
    hasDevice: device !== undefined && !device.weak,
    ...(alone === undefined ? {} : { bot: { name: alone, sure: false } }),
    ...(title === undefined ? {} : { title }),
    ...(relation === undefined ? {} : { relation }),
    ...(family === undefined ? {} : { family: trimmed(family) }),
    ...(several === undefined ? {} : { several }),
    ...(disguise === undefined ? {} : { disguise }),
  }
}

function whatIs(of: {
  phrase: string
  words: readonly string[]
  main: string
  device: boolean
  alone: boolean
}): Reading['what'] {
  const { phrase, words, main } = of
  const mainPhrase = folded(main)
  if (of.alone) return 'bot'
  if (PHONE_CALLERS.has(mainPhrase.replace(/ \d+$/, ''))) return 'phone'
  if (of.device) return 'device'
  const known = (set: ReadonlySet<string>) =>
    set.has(phrase) || set.has(mainPhrase) || set.has(words.join(' '))
  if (mainPhrase === '' || words.length === 0)
    return words.length === 0 && /\p{L}/u.test(phrase) ? 'placeholder' : 'symbols'
  if (known(PLACEHOLDERS) || known(JOKES) || words.every((word) => titleOf(word) !== undefined))
    return 'placeholder'
  // One letter of an alphabet is no name; one sign of a script that writes words with it may be.
  if (words.every((word) => word.length === 1 && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(word)))
    return 'short'
  return 'name'
}

/** Brackets out: decorations of the site are dropped, anything else is kept as it may be a name. */
function withoutBrackets(text: string): { main: string; inners: string[] } {
  const inners: string[] = []
  const main = text.replace(BRACKETS, (_, inner: string) => {
    const words = trimmed(tokens(inner))
    if (words.length > 0 && !BRACKETED.has(folded(inner))) inners.push(inner)
    return ' '
  })
  return { main: main.replace(/\s+/g, ' ').trim(), inners }
}

function plainVariant(text: string, words: readonly string[], via: Via): Variant[] {
  if (words.length === 0) return []
  const comma = text.indexOf(',')
  const before =
    comma < 0 ? 0 : withoutTitle(trimmed(tokens(text.slice(0, comma))), '').words.length
  return [{ words, comma: before > 0 && before < words.length ? before : 0, via }]
}

/** "Amelia (Millie) Potter" also as "Millie Potter"; "iPad (Amelia Potter)" also as what is in the brackets. */
function innerVariants(main: string, inners: readonly string[]): Variant[] {
  const mainWords = trimmed(tokens(main))
  return inners.flatMap((inner) => {
    const { words } = withoutTitle(trimmed(tokens(inner)), inner)
    const surname = mainWords.slice(1)
    return [
      ...plainVariant(inner, words, 'bracket'),
      ...(surname.length > 0 ? plainVariant('', [...words, ...surname], 'bracket') : []),
    ]
  })
}

/** The owner of a device, also where the apostrophe was left out: "amelias ipad". */
function ownerVariants(owner: readonly string[]): Variant[] {
  const last = owner.at(-1) ?? ''
  const bare =
    last.length > 3 && last.endsWith('s') ? [...owner.slice(0, -1), last.slice(0, -1)] : undefined
  return [owner, ...(bare === undefined ? [] : [bare])].map((words) => ({
    words,
    comma: 0,
    via: 'device',
  }))
}

function usernameVariant(text: string): Variant[] {
  const local = /^([^\s@]+)@[^\s@]+\.[^\s@]+$/.exec(text)?.[1]
  const words = local === undefined ? [] : trimmed(tokens(local))
  return words.length === 0 ? [] : [{ words, comma: 0, via: 'username' }]
}

/** "Guest Amelia Potter", "its Amelia": words that may be decoration or a surname, tried only when the whole fits nobody. */
function strippedVariants(words: readonly string[]): Variant[] {
  let rest = [...words]
  if (FALLBACK.has(rest.slice(0, 2).join(' '))) rest = rest.slice(2)
  while (rest.length > 1 && FALLBACK.has(rest[0] ?? '')) rest.shift()
  while (rest.length > 1 && FALLBACK.has(rest.at(-1) ?? '')) rest.pop()
  return rest.length === words.length || rest.length === 0
    ? []
    : [{ words: rest, comma: 0, via: 'stripped' }]
}

/** "Anya & Arjun Shah": two children behind one device. Titles ("Mr & Mrs") are no such pair. */
function severalIn(main: string): readonly (readonly string[])[] | undefined {
  const parts = main
    .split(/\s*(?:&|\+|\band\b|\/|,\s*and\b)\s*/i)
    .map((part) => trimmed(tokens(part)))
  if (parts.length < 2 || parts.length > 4) return undefined
  return parts.every((part) => part.length > 0 && titleOf(part[0] ?? '') === undefined)
    ? parts
    : undefined
}

/** The digits of a phone number that is shown instead of a name; "" where they are hidden. */
function phoneIn(text: string, phrase: string): string | undefined {
  if (PHONE_CALLERS.has(phrase.replace(/ \d+$/, ''))) return ''
  if (!/^[+(]?[\d\s().*•xX#-]{5,}$/u.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  return digits.length < 3 ? undefined : /[*•xX#]/u.test(text) ? '' : digits
}

function distinct(variants: readonly Variant[]): Variant[] {
  const seen = new Set<string>()
  return variants.filter((variant) => {
    const key = `${variant.comma} ${variant.words.join(' ')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
