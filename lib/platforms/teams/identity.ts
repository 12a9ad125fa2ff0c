import { MAX_PEOPLE } from '../../meeting/index.ts'
import { fold } from '../dom/words.ts'

/**
 * Who is who. Teams has no id that tile and row share: rows carry the person's id of the directory (`mri`), tiles carry a name only,
 * and a tile's own ids change with every mount or mean different things in different clients (dom facts §2). So everybody gets an id of
 * the name first shown and a number, which a new start of this script finds again; the directory's id keeps two of one name apart and
 * follows a renaming, in memory only.
 */
export interface Known {
  readonly id: string
  name: string
  mri: string | undefined
}

export interface Book {
  known: Known[]
}

/** Somebody as one node of the page shows them. */
export interface Shown {
  readonly name: string
  readonly mri?: string | undefined
}

/** Names hardly change from one reading to the next, and every tile is compared with every row. */
const keys = new Map<string, string>()
const MAX_KEYS = 4000

/** What two spellings of one name have in common: case, apostrophes and spaces do not count. */
export function nameKey(name: string): string {
  let key = keys.get(name)
  if (key === undefined) {
    if (keys.size > MAX_KEYS) keys.clear()
    keys.set(name, (key = fold(name)))
  }
  return key
}

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

/**
 * The ids of these rows or tiles, in their order; two of one call never get the same one. `claimed`: ids that others of this reading
 * hold already and that these may not take.
 */
export function identify(
  book: Book,
  shown: readonly Shown[],
  claimed: Set<string> = new Set(),
): readonly Known[] {
  const byMri = shown.map(({ mri }) =>
    mri === undefined
      ? undefined
      : book.known.find((one) => one.mri === mri && !claimed.has(one.id)),
  )
  for (const one of byMri) if (one !== undefined) claimed.add(one.id)
  return shown.map(({ name, mri }, at) => {
    const before = byMri[at]
    if (before !== undefined) {
      if (name !== '') before.name = name
      return before
    }
    const found = book.known.find(
      (one) =>
        sameName(one.name, name) &&
        !claimed.has(one.id) &&
        (mri === undefined || one.mri === undefined),
    )
    const known = found ?? add(book, name)
    if (mri !== undefined) known.mri = mri
    claimed.add(known.id)
    return known
  })
}

/** The lowest number that nobody of that name has had. */
function add(book: Book, name: string): Known {
  const taken = new Set(book.known.map(({ id }) => id))
  let n = 0
  while (taken.has(`${name}#${n}`)) n += 1
  const known: Known = { id: `${name}#${n}`, name, mri: undefined }
  book.known.push(known)
  // A page can invent any number of people; the oldest are forgotten.
  if (book.known.length > MAX_PEOPLE * 2) book.known = book.known.slice(-MAX_PEOPLE)
  return known
}

/** The directory's id in the ids of a row ("calling-roster-item-8:orgid:…"). */
export function mriIn(id: string): string | undefined {
  return /(\d+:[a-z][a-z0-9]*:.+)$/i.exec(id)?.[1]
}
