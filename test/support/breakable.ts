import { memoryJournal } from './memoryJournal.ts'

/** Storage that refuses everything while `broken`, as a database that can't be opened does. */
export function breakable<T extends object>(working: T, how: Switch): T {
  return new Proxy(working, {
    get: (of, key) => {
      const found: unknown = Reflect.get(of, key)
      if (typeof found !== 'function') return found
      return (...args: readonly unknown[]) => {
        if (how.broken) return Promise.reject(new Error('The database can’t be opened.'))
        return Reflect.apply(found, of, args) as unknown
      }
    },
  })
}

export interface Switch {
  broken: boolean
}

export function breakableJournal(broken: boolean) {
  const how: Switch = { broken }
  const stored = memoryJournal()
  return { how, stored, journal: breakable(stored, how) }
}
