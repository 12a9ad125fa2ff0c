import type { Vault } from '../backup/types.ts'
import type { Concern } from '../concern/types.ts'
import type { Register } from '../register/index.ts'
import { CHAIN_START, chainOf } from '../session/chain.ts'
import type { SessionEvent } from '../session/index.ts'
import { linked } from '../session/journal.ts'
import type { Journal } from '../session/journal.ts'
import type { ManagedSettings } from '../storage/managed.ts'
import { DEFAULT_SETTINGS } from '../storage/settings.ts'
import type { SessionRow } from '../storage/database.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import { NEW_HERE } from '../welcome/progress.ts'
import type { LastLook } from '../storage/lastLook.ts'
import type { LooksStore } from './looks.ts'
import { NO_PLAN } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Shelf } from './shelf.ts'

/**
 * Storage that is gone with the page: for a desk on which somebody practises. It keeps the rules of the real ones (one event for
 * each `seq`, the chain), so that the record that comes out is made in the very same way.
 */
export function journalInMemory(): Journal {
  const rows = new Map<string, SessionRow>()
  const events = new Map<string, readonly SessionEvent[]>()
  const read = (sessionId: string) => events.get(sessionId) ?? []
  const rowOf = (sessionId: string): SessionRow | undefined => {
    const row = rows.get(sessionId)
    const hash = chainOf(read(sessionId)).at(-1)
    return row === undefined || hash === undefined
      ? row
      : { ...row, tip: { seq: read(sessionId).length - 1, hash } }
  }
  const latestFirst = () => [...rows.values()].toSorted((a, b) => b.startedAt - a.startedAt)
  return {
    open: async (row, first) => {
      rows.set(row.sessionId, row)
      events.set(row.sessionId, [...first])
    },
    append: async (sessionId, more) => {
      const list = read(sessionId)
      if (more.some((event, i) => event.seq !== list.length + i))
        throw new Error('An event of this seq is there already.')
      events.set(sessionId, [...list, ...more])
    },
    read: async (sessionId) => read(sessionId),
    stored: async (sessionId) => linked(sessionId, read(sessionId), CHAIN_START).rows,
    live: async () => latestFirst().filter((row) => row.endedAt === undefined),
    lastClosed: async () => latestFirst().find((row) => row.endedAt !== undefined),
    rows: async () => latestFirst(),
    row: async (sessionId) => rowOf(sessionId),
    update: async (sessionId, change) => {
      const row = rows.get(sessionId)
      if (row !== undefined) rows.set(sessionId, { ...row, ...change })
    },
    remove: async (sessionId) => {
      rows.delete(sessionId)
      events.delete(sessionId)
    },
  }
}

/** A shelf with one class on it and the rules as a school would set them. */
export function shelfInMemory(register: Register, managed: ManagedSettings): Shelf {
  const registers = new Map([[register.id, register]])
  const concerns = new Map<string, Concern>()
  let settings = DEFAULT_SETTINGS
  let welcome = NEW_HERE
  let plan: Plan = NO_PLAN
  let look: LastLook | undefined
  return {
    registers: async () => [...registers.values()],
    saveRegister: async (one) => void registers.set(one.id, one),
    deleteRegister: async (id) => void registers.delete(id),
    saveImported: async (list) => {
      for (const one of list) registers.set(one.id, one)
    },
    undos: async () => [],
    undoImport: async () => undefined,
    forgetUndos: async () => undefined,
    concerns: async () => [...concerns.values()].toSorted((a, b) => b.at - a.at),
    addConcern: async (concern) => {
      if (concerns.has(concern.ref)) throw new Error(`There is a concern ${concern.ref} already`)
      concerns.set(concern.ref, concern)
    },
    saveConcern: async (concern) => void concerns.set(concern.ref, concern),
    deleteConcern: async (ref) => void concerns.delete(ref),
    forgetConcerns: async () => undefined,
    lastLook: async () => look,
    saveLastLook: async (next) => void (look = next),
    managed: async () => managed,
    settings: async () => settings,
    saveSettings: async (next) => void (settings = next),
    welcome: async () => welcome,
    saveWelcome: async (next) => void (welcome = next),
    plan: async () => plan,
    savePlan: async (next) => void (plan = next),
    eraseAll: async () => registers.clear(),
  }
}

export const SHIPPED_LOOKS_ONLY: LooksStore = {
  files: async () => ({}),
  keep: async () => undefined,
  school: async () => ({}),
  filesOff: async () => false,
}

export const NO_VAULT: Vault = {
  backUp: () => Promise.reject(new InWords(t('Nothing is kept of a practice lesson.'))),
  restore: () => Promise.reject(new InWords(t('Nothing is kept of a practice lesson.'))),
}
