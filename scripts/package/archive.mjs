import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { zipSync } from 'fflate'

/** The same moment in every archive: the date of a file says when somebody built it, which is none of its content. */
const MOMENT = new Date(2026, 0, 1, 0, 0, 0)

/** The files under `folder`, by name with forward slashes, in the order of their names. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** One archive of the folder: the same bytes for the same content, whoever makes it, whenever and where. */
export function archiveOf(folder) {
  const entries = Object.fromEntries(
    filesOf(folder).map((name) => [
      name,
      // What does not get smaller by pressing is the room model and the icons; level 9 costs a second for all.
      [readFileSync(join(folder, name)), { mtime: MOMENT, level: 9, os: 3, attrs: 0o644 << 16 }],
    ]),
  )
  return zipSync(entries)
}

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
