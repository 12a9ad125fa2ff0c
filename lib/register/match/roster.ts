import type { Register } from '../types.ts'
import {
  bitsApart,
  letterBits,
  shownKey,
  spelledOut,
  spellingSlack,
  tokens,
} from '../names/text.ts'
import { entryOf, initialKeys } from './entry.ts'
import type { Entry } from './entry.ts'
import { isNear } from './kin.ts'

/** How a whole written name leads to an entry. */
export interface Literal {
  readonly entry: Entry
  readonly reason: 'exact' | 'preferredName' | 'alias' | 'lastFirst' | 'guardianName'
  readonly weight: number
}

/** A word of the register with its letters, for finding words that are a slip away. */
interface Ended {
  readonly word: string
  readonly bits: number
}

const NONE: readonly Entry[] = []
const NO_WORDS: readonly Ended[] = []

/** A register, indexed by the words of its names so that a shown name is compared with few of them. Made once per register. */
export class Roster {
  readonly people: ReadonlyMap<string, 'pupil' | 'staff'>
  /** Place on the register, for ordering equals. */
  readonly order = new Map<string, number>()
  readonly #guardians = new Map<string, Entry[]>()
  readonly #byWord = new Map<string, Entry[]>()
  readonly #literal = new Map<string, Literal[]>()
  readonly #aliases = new Map<string, string[]>()
  readonly #phones = new Map<string, Entry[]>()
  /** Made when the first misspelled word comes: words by length and first, and by length and last, letter. */
  #byEnds: Map<string, Ended[]> | undefined
  #byInitials: Map<string, Entry[]> | undefined
  readonly #all: Entry[] = []

  constructor(register: Register | undefined) {
    const people = new Map<string, 'pupil' | 'staff'>()
    this.people = people
    for (const pupil of register?.pupils ?? []) {
      people.set(pupil.id, 'pupil')
      this.order.set(pupil.id, this.order.size)
      const entry = entryOf(
        'pupil',
        pupil.id,
        -1,
        pupil.firstName,
        pupil.lastName,
        pupil.preferredName,
      )
      const others = pupil.guardians.filter((guardian) => guardian.lastName !== pupil.lastName)
      const familyJoined = others
        .map((guardian) => tokens(guardian.lastName).join(''))
        .filter((one) => one !== '' && one !== entry.lastJoined)
      this.#add(familyJoined.length > 0 ? { ...entry, familyJoined } : entry)
      this.#spelledOut('pupil', pupil.id, -1, pupil.firstName, pupil.lastName, pupil.preferredName)
      pupil.guardians.forEach((guardian, at) => {
        const entry = entryOf(
          'guardian',
          pupil.id,
          at,
          guardian.firstName,
          guardian.lastName,
          '',
          guardian.title,
          guardian.relation,
          guardian.phone,
        )
        this.#add(entry)
        push(this.#guardians, pupil.id, entry)
        if (entry.phone.length >= 7) push(this.#phones, phoneKey(entry.phone), entry)
      })
      for (const alias of pupil.aliases) push(this.#aliases, shownKey(alias), pupil.id)
    }
    for (const staff of register?.staff ?? []) {
      people.set(staff.id, 'staff')
      this.order.set(staff.id, this.order.size)
      this.#add(entryOf('staff', staff.id, -1, staff.firstName, staff.lastName, '', staff.title))
      this.#spelledOut('staff', staff.id, -1, staff.firstName, staff.lastName, '', staff.title)
      for (const alias of staff.aliases) push(this.#aliases, shownKey(alias), staff.id)
    }
  }

  guardiansOf(personId: string): readonly Entry[] {
    return this.#guardians.get(personId) ?? NONE
  }
  /** Entries with this folded word anywhere in their name. */
  withWord(word: string): readonly Entry[] {
    return this.#byWord.get(word) ?? NONE
  }
  hasWord(word: string): boolean {
    return this.#byWord.has(word)
  }
  /** Entries whose whole name, written together, is `joined`. */
  literals(joined: string): readonly Literal[] {
    return this.#literal.get(joined) ?? []
  }
  /** Ids of those for whom a teacher confirmed this shown name before. */
  withAlias(shown: string): readonly string[] {
    return this.#aliases.size === 0 ? [] : [...new Set(this.#aliases.get(shownKey(shown)) ?? [])]
  }
  withPhone(digits: string): readonly Entry[] {
    return this.#phones.get(phoneKey(digits)) ?? NONE
  }

  /** Words of the register that `word` may be a slip of. */
  near(word: string): readonly string[] {
    const slack = spellingSlack(word.length)
    if (slack === 0) return []
    this.#byEnds ??= this.#indexEnds()
    const found = new Set<string>()
    const bits = letterBits(word)
    for (let length = word.length - slack; length <= word.length + slack; length += 1) {
      for (const end of [`<${word[0]}`, `${word.at(-1)}>`]) {
        for (const other of this.#byEnds.get(`${length}${end}`) ?? NO_WORDS) {
          if (bitsApart(bits, other.bits) > 2 * slack || other.word === word) continue
          if (!found.has(other.word) && isNear(word, other.word)) found.add(other.word)
        }
      }
    }
    return [...found]
  }

  /** Makes the parts of the index that are otherwise made when they are first asked for. */
  ready(): void {
    this.#byEnds ??= this.#indexEnds()
    this.withInitials('')
  }

  /** Pupils and staff with these two initials: first letter of a given name, first letter of the surname. */
  withInitials(initials: string): readonly Entry[] {
    if (this.#byInitials === undefined) {
      this.#byInitials = new Map()
      for (const entry of this.#all) {
        if (entry.kind === 'guardian') continue
        for (const key of initialKeys(entry)) push(this.#byInitials, key, entry)
      }
    }
    return this.#byInitials.get(initials) ?? NONE
  }

  #add(entry: Entry): void {
    if (entry.givenJoined === '' && entry.lastJoined === '') return
    this.#all.push(entry)
    const words = [...entry.given, ...entry.preferred, ...entry.last]
    words.forEach((word, at) => {
      if (words.indexOf(word) === at) push(this.#byWord, word, entry)
    })
    const { givenJoined, preferredJoined, lastJoined } = entry
    const exact = entry.kind === 'guardian' ? 'guardianName' : 'exact'
    // A guardian known by surname alone is "Mrs Shah", and "Shah" alone is nobody's whole name.
    if (givenJoined !== '')
      push(this.#literal, givenJoined + lastJoined, {
        entry,
        reason: exact,
        weight: entry.kind === 'guardian' ? 0.97 : 1,
      })
    if (preferredJoined !== '')
      push(this.#literal, preferredJoined + lastJoined, {
        entry,
        reason: 'preferredName',
        weight: 0.98,
      })
  }

  /** The same person under "Mueller" where the register has "Müller". */
  #spelledOut(
    kind: 'pupil' | 'staff',
    id: string,
    guardian: number,
    first: string,
    last: string,
    preferred: string,
    title = '',
  ): void {
    const other = [first, last, preferred].map((part) => spelledOut(part))
    if (other.every((part) => part === undefined)) return
    this.#add(
      entryOf(
        kind,
        id,
        guardian,
        other[0] ?? first,
        other[1] ?? last,
        other[2] ?? preferred,
        title,
      ),
    )
  }

  #indexEnds(): Map<string, Ended[]> {
    const ends = new Map<string, Ended[]>()
    for (const word of this.#byWord.keys()) {
      if (word.length < 3) continue
      const ended = { word, bits: letterBits(word) }
      push(ends, `${word.length}<${word[0]}`, ended)
      push(ends, `${word.length}${word.at(-1)}>`, ended)
    }
    return ends
  }
}

/** "+44 7700 900123" and "07700 900123" are one number: its last nine digits. */
function phoneKey(digits: string): string {
  return digits.slice(-9)
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
