import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseJournal } from '../../lib/session/journal.ts'
import { Database } from '../../lib/storage/database.ts'
import type { SessionRow } from '../../lib/storage/database.ts'

const row = (sessionId: string, startedAt: number, endedAt?: number): SessionRow => ({
  sessionId,
  platform: 'meet',
  code: 'abc',
  startedAt,
  ...(endedAt === undefined ? {} : { endedAt }),
  interrupted: false,
  className: '',
  people: 0,
})

let count = 0
const databases: Database[] = []
function fresh(): Database {
  count += 1
  const db = new Database(`journal-${count}`)
  databases.push(db)
  return db
}
afterEach(async () => {
  vi.restoreAllMocks()
  for (const db of databases.splice(0)) await db.delete()
})

describe('the stored journal', () => {
  it('finds the lesson that was closed last, whatever still runs', async () => {
    const journal = databaseJournal(fresh())
    expect(await journal.lastClosed()).toBeUndefined()
    await journal.open(row('first', 1, 2), [])
    await journal.open(row('second', 3, 4), [])
    await journal.open(row('running', 5), [])
    expect((await journal.lastClosed())?.sessionId).toBe('second')
  })

  it('can be used again once a database that could not be opened can be', async () => {
    const db = fresh()
    const journal = databaseJournal(db)
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The disk can’t be read.', 'UnknownError')
    })
    await expect(journal.live()).rejects.toThrow()
    await expect(db.registers.toArray()).rejects.toThrow()
    vi.restoreAllMocks()
    // By itself the database would refuse for as long as the worker lives.
    await expect(db.registers.toArray()).rejects.toThrow()
    expect(await journal.live()).toEqual([])
    expect(await db.registers.toArray()).toEqual([])
  })
})
