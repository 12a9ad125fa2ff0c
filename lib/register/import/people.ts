import type { Guardian } from '../types.ts'
import { relationOf, titleOf } from '../names/lists.ts'
import { folded, tokens, visible } from '../names/text.ts'

/** A person's name out of one cell. */
export interface NameParts {
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredName: string
}

/** Words that begin a surname: "Harriet van der Berg". */
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'da',
  'di',
  'du',
  'del',
  'della',
  'la',
  'le',
  'bin',
  'binti',
  'ibn',
  'ap',
  'ab',
  'ó',
  'ní',
  'nic',
  'mac',
  'dos',
  'das',
  'ter',
  'ten',
  'st',
  'st.',
  'o',
])

/** "Potter, Amelia (Millie)", "Amelia Potter", "POTTER Amelia", "Ms Aisha Khan". */
export function nameParts(text: string): NameParts {
  let preferredName = ''
  const bare = visible(
    text.replace(/[([“"‘]([^)\]”"’]*)[)\]”"’]/u, (_, inner: string) => {
      preferredName = visible(inner)
      return ' '
    }),
  )
  const comma = bare.indexOf(',')
  if (comma > 0) {
    const last = bare.slice(0, comma).trim()
    const { title, rest } = withoutTitle(
      bare
        .slice(comma + 1)
        .replace(/,/g, ' ')
        .trim()
        .split(/\s+/),
    )
    const front = withoutTitle(last.split(/\s+/))
    return {
      title: title || front.title,
      firstName: rest.join(' '),
      lastName: front.rest.join(' '),
      preferredName,
    }
  }
  const { title, rest } = withoutTitle(bare.split(/\s+/).filter((word) => word !== ''))
  if (rest.length < 2) {
    // "Mrs Shah" is a surname, "Amelia" a first name.
    return title === ''
      ? { title, firstName: rest[0] ?? '', lastName: '', preferredName }
      : { title, firstName: '', lastName: rest[0] ?? '', preferredName }
  }
  const capitals = rest.findIndex((word) => !isCapitals(word))
  if (capitals > 0 && rest.slice(capitals).every((word) => !isCapitals(word))) {
    return {
      title,
      firstName: rest.slice(capitals).join(' '),
      lastName: rest.slice(0, capitals).join(' '),
      preferredName,
    }
  }
  let at = rest.length - 1
  while (at > 1 && PARTICLES.has((rest[at - 1] ?? '').toLowerCase())) at -= 1
  return {
    title,
    firstName: rest.slice(0, at).join(' '),
    lastName: rest.slice(at).join(' '),
    preferredName,
  }
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function withoutTitle(words: readonly string[]): { title: string; rest: readonly string[] } {
  const first = words[0] ?? ''
  return words.length > 1 && titleOf(folded(first)) !== undefined
    ? { title: first.replace(/\.$/, ''), rest: words.slice(1) }
    : { title: '', rest: words }
}

/** Guardians out of one cell, and whether it held more than one. */
export interface SplitGuardians {
  readonly guardians: readonly Guardian[]
  readonly split: boolean
}

const BLANK = { firstName: '', lastName: '', title: '', relation: '', phone: '' } as const

/** "Mrs Priya Shah", "Mr & Mrs Shah", "Priya and Raj Shah", "Shah, Priya", "Priya Shah (mother)", "Priya Shah; Raj Shah". */
export function guardiansIn(text: string): SplitGuardians {
  const pieces = text.split(/\s*(?:;|\n|\||\s\/\s)\s*/).filter((piece) => piece.trim() !== '')
  const guardians = pieces.flatMap((piece) => pairIn(piece))
  return { guardians, split: guardians.length > 1 }
}

function pairIn(piece: string): Guardian[] {
  const halves = piece
    .split(/\s*(?:&|\+|\band\b|\s\/\s|\/(?=\s*(?:mr|mrs|ms|miss|dr)\b))\s*/i)
    .filter((half) => half.trim() !== '')
  if (halves.length !== 2) return one(piece)
  const [left = '', right = ''] = halves
  const second = one(right)[0]
  if (second === undefined) return one(left)
  const words = visible(left).split(/\s+/)
  const onlyTitle = words.length === 1 && titleOf(folded(left)) !== undefined
  // "Mr & Mrs P Shah" says nothing of Mr Shah's first name.
  if (onlyTitle)
    return [{ ...BLANK, title: left.trim().replace(/\.$/, ''), lastName: second.lastName }, second]
  const first = one(left)[0]
  if (first === undefined) return [second]
  return [
    first.lastName === '' && first.firstName !== ''
      ? { ...first, lastName: second.lastName }
      : first,
    second,
  ]
}

function one(text: string): Guardian[] {
  let relation = ''
  const bare = text.replace(/[([]([^)\]]*)[)\]]/u, (whole, inner: string) => {
    const isRelation = tokens(inner).some((word) => relationOf(word) !== undefined)
    if (!isRelation) return whole
    relation = visible(inner)
    return ' '
  })
  const { title, firstName, lastName } = nameParts(bare)
  return firstName === '' && lastName === ''
    ? []
    : [{ firstName, lastName, title, relation, phone: '' }]
}
