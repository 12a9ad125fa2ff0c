import { FAMILY_WORDS, SIBLING_WORDS, WEAK_RELATIONS, relationOf } from './lists.ts'
import { tokens } from './text.ts'

/** "Dev's mum", "Mum (Dev)", "Priya (Dev's mum)", "Dev & Mum". */
export interface RelationName {
  /** "mother", "carer", … */
  readonly group: string
  /** The words that name the pupil. */
  readonly of: readonly string[]
  /** The adult's own name where it is shown as well. */
  readonly own: readonly string[]
  /** A brother or a friend is shown, which is no guardian. */
  readonly sibling: boolean
  /** The pupil and the adult are both named: "Dev & Mum". */
  readonly together: boolean
}

interface Found {
  readonly group: string
  readonly sibling: boolean
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** "of" or "to" follows the relation. */
  readonly of: boolean
  readonly possessive: boolean
  readonly weak: boolean
}

const LINKS = new Set(['of', 'to', 'for'])
const JOINS = new Set(['and', 'with', 'plus', 'i', 'a', 's', 'the', 'her', 'his'])

/** Finds the relation in a name that was cut into pieces (the main part, what stands behind a dash, what stands in brackets). */
export function relationIn(pieces: readonly string[]): RelationName | undefined {
  const found = pieces.map((piece) => relationInPiece(piece))
  const at = found.findIndex((one) => one !== undefined)
  const relation = found[at]
  if (relation === undefined) return undefined
  const others = pieces.flatMap((piece, i) => (i === at ? [] : tokens(piece)))
  const { group, sibling, before, after } = relation
  const base = { group, sibling, together: false }
  if (before.length === 0 && after.length === 0) {
    return others.length === 0 ? undefined : { ...base, of: others, own: others }
  }
  if (relation.weak && !relation.of && !relation.possessive) return undefined
  if (relation.of && after.length > 0) return { ...base, of: after, own: [...before, ...others] }
  if (before.length > 0 && after.length > 0) {
    // "Dev's mum Priya". Without the possessive ("Anna Nan Jones") the word is just a name.
    return relation.possessive ? { ...base, of: before, own: [...after, ...others] } : undefined
  }
  if (before.length > 0) {
    const together = /(?:&|\+|\band)\s*\S+\s*$/i.test(pieces[at] ?? '')
    return { ...base, of: before, own: others, together }
  }
  return { ...base, of: after, own: others }
}

function relationInPiece(piece: string): Found | undefined {
  const possessive = /\p{L}['’](?:s)?(?=\s)/u.test(piece)
  const words = tokens(piece.replace(/(\p{L})['’]s(?=\P{L}|$)/gu, '$1 ')).filter(
    (word) => word !== 'the',
  )
  // The last relation word decides: in "Nan Jones's mum" it is "mum".
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? ''
    const sibling = SIBLING_WORDS.has(word) && (possessive || LINKS.has(words[at + 1] ?? ''))
    const group = sibling ? 'sibling' : relationOf(word)
    if (group === undefined) continue
    const rest = words.slice(at + 1)
    const of = LINKS.has(rest[0] ?? '')
    const clean = (part: readonly string[]) =>
      part.filter(
        (one) =>
          !JOINS.has(one) &&
          relationOf(one) !== group &&
          !(relationOf(one) !== undefined && !WEAK_RELATIONS.has(one)),
      )
    return {
      group,
      sibling,
      before: clean(words.slice(0, at)),
      after: clean(of ? rest.slice(1) : rest),
      of,
      possessive,
      weak: WEAK_RELATIONS.has(word),
    }
  }
  return undefined
}

/** The surname in "The Shah family", "Shah household", "The Shahs". */
export function familyIn(words: readonly string[]): readonly string[] | undefined {
  const rest = words[0] === 'the' ? words.slice(1) : words
  const last = rest.at(-1) ?? ''
  const first = rest[0] ?? ''
  if (
    rest.length >= 2 &&
    FAMILY_WORDS.has(last) &&
    (words[0] === 'the' || !['home', 'house'].includes(last))
  )
    return rest.slice(0, -1)
  if (rest.length >= 2 && ['family', 'teulu', 'rodzina'].includes(first)) return rest.slice(1)
  if (
    words[0] === 'the' &&
    rest.length === 1 &&
    last.length >= 4 &&
    last.endsWith('s') &&
    !FAMILY_WORDS.has(last)
  ) {
    return [
      last.endsWith('es') && /(?:s|x|z|ch|sh)es$/.test(last)
        ? last.slice(0, -2)
        : last.slice(0, -1),
    ]
  }
  return undefined
}
