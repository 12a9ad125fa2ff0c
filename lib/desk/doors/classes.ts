import type { Shelf } from '../shelf.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface ClassDoorParts {
  readonly turns: Turns
  readonly now: () => number
  readonly standards: Standards
  readonly shelf: Shelf
}

/**
 * The registers on this computer: read, changed, imported. After each change the desk knows them anew; it would go on judging the running
 * lesson by a class list that is no longer so.
 */
export function classDoors({
  turns,
  now,
  standards,
  shelf,
}: ClassDoorParts): Doors<
  'registers' | 'saveRegister' | 'saveImported' | 'importUndos' | 'undoImport' | 'deleteRegister'
> {
  const changed = (change: (now: number) => Promise<void>) =>
    turns.told(async (at) => {
      await change(at)
      await standards.loadRegisters()
    })
  return {
    registers: async () => {
      await turns.ready()
      return shelf.registers()
    },
    saveRegister: ({ register }) => changed(() => shelf.saveRegister(register)),
    saveImported: ({ registers, source }) =>
      changed((at) => shelf.saveImported(registers, source, at)),
    importUndos: async () => {
      await turns.ready()
      return shelf.undos(now())
    },
    undoImport: ({ registerId }) => changed((at) => shelf.undoImport(registerId, at)),
    deleteRegister: ({ registerId }) => changed(() => shelf.deleteRegister(registerId)),
  }
}
