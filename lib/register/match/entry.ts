import { relationOf, titleOf } from '../names/lists.ts'
import type { Gender } from '../names/lists.ts'
import { folded, tokens } from '../names/text.ts'

const NO_WORDS: readonly string[] = []

/** One name on the register that somebody in a call may show: a pupil's, a guardian's or a staff member's. */
export interface Entry {
  readonly kind: 'pupil' | 'guardian' | 'staff'
  /** The pupil's id for a guardian. */
  readonly personId: string
  /** Index in the pupil's list of guardians, −1 for others. */
  readonly guardian: number
  readonly given: readonly string[]
  readonly preferred: readonly string[]
  readonly last: readonly string[]
  readonly givenJoined: string
  readonly preferredJoined: string
  readonly lastJoined: string
  readonly gender: Gender | undefined
  /** "mother", "carer", … where the register says it. */
  readonly relation: string | undefined
  readonly phone: string
  /** A pupil's guardians' surnames where they are others than the pupil's: some children show theirs. */
  readonly familyJoined: readonly string[]
}

export function entryOf(
  kind: Entry['kind'],
  personId: string,
  guardian: number,
  first: string,
  last: string,
  preferred: string,
  title = '',
  relation = '',
  phone = '',
): Entry {
  const given = tokens(first)
  const preferredWords = preferred === '' ? NO_WORDS : tokens(preferred)
  const lastWords = tokens(last)
  const group =
    relation === ''
      ? undefined
      : tokens(relation)
          .map((word) => relationOf(word))
          .find((one) => one !== undefined)
  const byTitle = title === '' ? undefined : titleOf(folded(title))
  return {
    kind,
    personId,
    guardian,
    given,
    preferred: preferredWords,
    last: lastWords,
    givenJoined: given.join(''),
    preferredJoined: preferredWords.join(''),
    lastJoined: lastWords.join(''),
    gender: byTitle ?? GENDER_OF_RELATION[group ?? ''],
    relation: group,
    phone: phone === '' ? '' : phone.replace(/\D/g, ''),
    familyJoined: NO_WORDS,
  }
}

const GENDER_OF_RELATION: Readonly<Record<string, Gender>> = {
  mother: 'female',
  grandmother: 'female',
  aunt: 'female',
  father: 'male',
  grandfather: 'male',
  uncle: 'male',
}

export function initialKeys(entry: Entry): Set<string> {
  const last = entry.last[0]?.[0] ?? ''
  const firsts = [entry.given[0]?.[0], entry.preferred[0]?.[0]]
  const all = [
    ...entry.given.map((word) => word[0] ?? ''),
    ...entry.last.map((word) => word[0] ?? ''),
  ].join('')
  return new Set([
    ...firsts.flatMap((first) => (first === undefined || last === '' ? [] : [first + last])),
    all,
  ])
}
