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
  /** The name that was shown first, of which the id is made. Every reading asks for it of everybody. */
  readonly first: string
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
  const index = indexOf(book)
  const byMri = shown.map(({ mri }) => {
    const known = mri === undefined ? undefined : index.byMri.get(mri)
    if (known === undefined || claimed.has(known.id)) return undefined
    claimed.add(known.id)
    return known
  })
  const free = (among: Map<string, Known[]>, { name, mri }: Shown): Known | undefined => {
    const known = among
      .get(nameKey(name))
      ?.find((one) => !claimed.has(one.id) && (mri === undefined || one.mri === undefined))
    if (known !== undefined) claimed.add(known.id)
    return known
  }
  const byName = shown.map((one, at) => byMri[at] ?? free(index.byName, one))
  const found = shown.map((one, at) => {
    // Whoever took another name and shows the first one again, with the list closed since, is not somebody new.
    const known = byName[at] ?? free(index.byFirstName, one) ?? add(book, index, one.name)
    if (byMri[at] === undefined) known.mri = one.mri ?? known.mri
    if (one.name !== '') known.name = one.name
    claimed.add(known.id)
    return known
  })
  // A page can invent any number of people; the oldest are forgotten, but nobody who is new in this reading: at most as
  // many rows, tiles and names of a roll-call as people are kept, each.
  if (book.known.length > MAX_PEOPLE * 4) book.known = book.known.slice(-MAX_PEOPLE * 3)
  return found
}

interface Index {
  readonly byMri: Map<string, Known>
  readonly byName: Map<string, Known[]>
  /** By the name that the id has, which was shown first. */
  readonly byFirstName: Map<string, Known[]>
  readonly ids: Set<string>
}

function indexOf(book: Book): Index {
  const index: Index = {
    byMri: new Map(),
    byName: new Map(),
    byFirstName: new Map(),
    ids: new Set(),
  }
  for (const known of book.known) enter(index, known)
  return index
}

function enter(index: Index, known: Known): void {
  index.ids.add(known.id)
  if (known.mri !== undefined) index.byMri.set(known.mri, known)
  put(index.byName, known.name, known)
  const { first, name } = known
  if (first !== name && !sameName(first, name)) put(index.byFirstName, first, known)
}

function put(index: Map<string, Known[]>, name: string, known: Known): void {
  const key = nameKey(name)
  const same = index.get(key)
  if (same === undefined) index.set(key, [known])
  else same.push(known)
}

/** The lowest number that nobody of that name has had. */
function add(book: Book, index: Index, name: string): Known {
  let n = index.byName.get(nameKey(name))?.length ?? 0
  while (n > 0 && !index.ids.has(`${name}#${n - 1}`)) n -= 1
  while (index.ids.has(`${name}#${n}`)) n += 1
  const known: Known = { id: `${name}#${n}`, first: name, name, mri: undefined }
  book.known.push(known)
  enter(index, known)
  return known
}

/** The directory's id in the ids of a row ("calling-roster-item-8:orgid:…"). */
export function mriIn(id: string): string | undefined {
  return /(\d+:[a-z][a-z0-9]*:.+)$/i.exec(id)?.[1]
}
