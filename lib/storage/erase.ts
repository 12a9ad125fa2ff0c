import type { Database } from './database.ts'

/** Where a browser may keep something of an extension besides its database. */
export interface Places {
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined
  readonly areas: readonly { clear(): Promise<void> }[]
}

/**
 * Erases everything that was ever stored: the database itself and not only its rows, what the browser cached for the extension, and the
 * settings. Files that were saved by hand are the teacher's own and stay. Afterwards the database is there again, empty.
 *
 * @throws where something is still there afterwards.
 */
export async function eraseEverything(db: Database, places: Places): Promise<void> {
  // Deletes the files of the database; rows that were only cleared could lie in its logs for a while.
  await db.delete()
  for (const name of (await places.caches?.keys()) ?? []) await places.caches?.delete(name)
  for (const area of places.areas) await area.clear()
  await db.open()
  const left = await Promise.all(db.tables.map((table) => table.count()))
  if (left.some((count) => count > 0)) throw new Error('Something could not be erased.')
}
