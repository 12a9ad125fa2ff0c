import type { Shelf } from '../desk/shelf.ts'
import { UNDO_DAYS } from '../desk/shelf.ts'
import type { Register } from '../register/index.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import type { Database } from './database.ts'

const KEPT_MS = UNDO_DAYS * 86_400_000

/** Imports and their way back: the register before is written in the same transaction as the register after. */
export function undoShelf(
  db: Database,
): Pick<Shelf, 'saveImported' | 'undos' | 'undoImport' | 'forgetUndos'> {
  const forgetUndos = async (now: number) => {
    await db.undos.filter((row) => row.at + KEPT_MS <= now).delete()
  }
  return {
    async saveImported(registers, source, now) {
      await db.transaction('rw', db.registers, db.undos, async () => {
        for (const register of registers) {
          const before = await db.registers.get(register.id)
          await db.undos.put({
            registerId: register.id,
            // A class that came with the file goes back to a class of its name without anybody in it.
            kept: before ?? emptied(register),
            source,
            at: now,
            undone: false,
          })
          await db.registers.put(register)
        }
      })
    },
    async undos(now) {
      await forgetUndos(now)
      const rows = await db.undos.toArray()
      return rows.map(({ registerId, source, at, undone }) => ({
        registerId,
        source,
        at,
        keptUntil: at + KEPT_MS,
        undone,
      }))
    },
    async undoImport(registerId, now) {
      await db.transaction('rw', db.registers, db.undos, async () => {
        const row = await db.undos.get(registerId)
        const present = await db.registers.get(registerId)
        if (row === undefined || present === undefined || row.at + KEPT_MS <= now)
          throw new InWords(t('This import can no longer be undone.'))
        await db.registers.put({ ...row.kept, updatedAt: now })
        await db.undos.put({ ...row, kept: present, undone: !row.undone })
      })
    },
    forgetUndos,
  }
}

function emptied(register: Register): Register {
  const { members, ...rest } = register
  return { ...rest, pupils: [], staff: [], ...(members === undefined ? {} : { members: [] }) }
}
