import { readContent, writeContent } from '../backup/content.ts'
import type { BackupLesson } from '../backup/content.ts'
import { merge } from '../backup/merge.ts'
import { open, seal } from '../backup/seal.ts'
import type { Vault } from '../backup/types.ts'
import type { LooksStore } from '../desk/looks.ts'
import type { SchoolSettings } from './settings.ts'
import type { Database, JournalRow, SessionRow } from './database.ts'

/** The settings beside the database. */
export interface SettingsEdge {
  read(): Promise<SchoolSettings>
  write(settings: SchoolSettings): Promise<void>
}

/** Backups of the database, the settings and the loaded selector packs. Only the background makes one of these. */
export function databaseVault(
  db: Database,
  settings: SettingsEdge,
  packs: LooksStore,
  toolVersion: string,
): Vault {
  return {
    async backUp({ passphrase, concerns: wanted }, now) {
      const [registers, rows, concerns] = await Promise.all([
        db.registers.orderBy('id').toArray(),
        db.sessions.orderBy('startedAt').toArray(),
        db.concerns.orderBy('at').toArray(),
      ])
      const lessons: BackupLesson[] = []
      for (const row of rows) {
        if (row.endedAt === undefined) continue
        const journal = await db.journal.where('sessionId').equals(row.sessionId).sortBy('seq')
        if (journal.length === 0) continue
        lessons.push({ row: { ...row, endedAt: row.endedAt }, journal })
      }
      const looks = await packs.files()
      const content = writeContent({
        settings: await settings.read(),
        registers,
        lessons,
        concerns: wanted ? concerns : [],
        looks,
      })
      return {
        text: await seal(content, passphrase, { madeAt: now, toolVersion }),
        lessons: lessons.length,
        classes: registers.length,
        concerns: wanted ? concerns.length : 0,
        concernsLeft: wanted ? 0 : concerns.length,
        looks: Object.keys(looks).length,
        running: rows.filter((row) => row.endedAt === undefined).length,
      }
    },

    async restore(passphrase, text, now, keep) {
      const content = readContent(await open(text, passphrase))
      const here = {
        registers: await db.registers.toArray(),
        settings: await settings.read(),
        lessons: new Map((await db.sessions.toArray()).map((row) => [row.sessionId, row.tip])),
        ...(keep === undefined ? {} : { keep }),
        concerns: await db.concerns.toArray(),
        looks: {
          files: await packs.files(),
          school: await packs.school(),
          filesOff: await packs.filesOff(),
        },
      }
      const merged = merge(content, here, now)
      const { registers, added, extended, concerns, looks, settings: taken, said } = merged
      // All of it or nothing.
      const tables = [db.registers, db.sessions, db.journal, db.concerns]
      await db.transaction('rw', tables, async () => {
        await db.registers.bulkPut([...registers])
        for (const lesson of added) {
          await db.sessions.add(lesson.row)
          await db.journal.bulkAdd(rowsOf(lesson.row, lesson.journal))
        }
        for (const { lesson, rows } of extended) {
          const mine = await db.sessions.get(lesson.row.sessionId)
          // Deleted meanwhile: what follows would be entries of no lesson.
          if (mine === undefined) continue
          await db.journal.bulkAdd(rowsOf(lesson.row, rows))
          await db.sessions.put(goneOn(mine, lesson.row))
        }
        // Added, never put: one that was written meanwhile stays as it is, and nothing of the file is taken.
        await db.concerns.bulkAdd([...concerns])
      })
      if (taken !== undefined) await settings.write(taken)
      for (const { platform, file } of looks) await packs.keep(platform, file)
      return said
    },
  }
}

/**
 * The row of a lesson whose journal goes on as in the file: that of the file, which was written by more. A class that was chosen after the
 * lesson stands in both, and a record is made by what the row says. From when it is kept is the earlier one: no lesson is kept for longer.
 */
function goneOn(mine: SessionRow, theirs: BackupLesson['row']): SessionRow {
  const marks = [mine.keptFrom, theirs.keptFrom].filter((at) => at !== undefined)
  return {
    ...mine,
    ...theirs,
    ...(marks.length === 0 ? {} : { keptFrom: Math.min(...marks) }),
  }
}

function rowsOf(
  { sessionId }: BackupLesson['row'],
  journal: BackupLesson['journal'],
): JournalRow[] {
  return journal.map((one) => ({ sessionId, ...one }))
}
