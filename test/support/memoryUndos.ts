import type { ImportUndo, Shelf } from '../../lib/desk/shelf.ts'
import type { Register } from '../../lib/register/index.ts'

/** Imports and their undo as the browser's storage keeps them, in memory. */
export function memoryUndos(
  registers: Register[],
): Pick<Shelf, 'saveImported' | 'undos' | 'undoImport' | 'forgetUndos'> {
  const rows = new Map<string, ImportUndo & { readonly kept: Register }>()
  const put = (register: Register) => {
    const at = registers.findIndex((one) => one.id === register.id)
    registers.splice(at < 0 ? registers.length : at, at < 0 ? 0 : 1, register)
  }
  return {
    saveImported: async (imported, source, now) => {
      for (const register of imported) {
        const kept = registers.find((one) => one.id === register.id) ?? { ...register, pupils: [] }
        const registerId = register.id
        rows.set(registerId, { registerId, source, at: now, keptUntil: now, undone: false, kept })
        put(register)
      }
    },
    undos: async () => [...rows.values()].map(({ kept: _, ...undo }) => undo),
    undoImport: async (registerId) => {
      const row = rows.get(registerId)
      const present = registers.find((one) => one.id === registerId)
      if (row === undefined || present === undefined) throw new Error('nothing to undo')
      put(row.kept)
      rows.set(registerId, { ...row, kept: present, undone: !row.undone })
    },
    forgetUndos: async () => undefined,
  }
}
