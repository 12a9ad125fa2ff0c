import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import type { Register } from '../../lib/register/index.ts'
import { UNDO_DAYS } from '../../lib/desk/shelf.ts'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { concernShelf } from '../../lib/storage/concerns.ts'
import { Database } from '../../lib/storage/database.ts'
import { undoShelf } from '../../lib/storage/undos.ts'
import { YEAR4, pupil } from '../support/desk.ts'

/** What each version of the database could hold, as it was declared then. A new version adds its line; the old ones stay. */
const VERSIONS: readonly {
  readonly version: number
  readonly stores: Record<string, string>
  readonly rows: Readonly<Record<string, readonly object[]>>
}[] = [
  {
    version: 1,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
    },
    rows: {
      registers: [YEAR4],
      sessions: [{ sessionId: 's1', startedAt: 5, code: 'abc', platform: 'meet', people: 3 }],
      journal: [{ sessionId: 's1', seq: 1, event: { type: 'note', seq: 1 } }],
    },
  },
  {
    version: 2,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
      undos: 'registerId',
    },
    rows: {
      registers: [
        {
          id: 'set',
          name: 'Maths set 2',
          pupils: [],
          staff: [],
          members: [{ registerId: 'year4', pupilId: 'dev' }],
          updatedAt: 1,
        },
        { ...YEAR4, archivedAt: 9 },
      ],
      sessions: [],
      journal: [],
      undos: [{ registerId: 'year4', kept: YEAR4, source: 'a.csv', at: 1, undone: false }],
    },
  },
  {
    version: 3,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
      undos: 'registerId',
      concerns: 'ref, at',
    },
    rows: {
      registers: [YEAR4],
      sessions: [],
      journal: [],
      undos: [],
      concerns: [{ ref: 'C-20261120-1005-1', at: 7, about: 'Dev Shah', facts: 'Said …' }],
    },
  },
  {
    version: 4,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
      undos: 'registerId',
      concerns: 'ref, at',
    },
    rows: {
      registers: [YEAR4],
      sessions: [
        {
          sessionId: 's1',
          startedAt: 5,
          code: 'abc',
          platform: 'meet',
          people: 3,
          tip: { seq: 1, hash: 'aa' },
        },
      ],
      journal: [{ sessionId: 's1', seq: 1, event: { type: 'note', seq: 1 }, hash: 'aa' }],
      undos: [],
      concerns: [],
    },
  },
  {
    version: 5,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
      undos: 'registerId',
      concerns: 'ref, at',
    },
    rows: {
      registers: [YEAR4],
      sessions: [
        {
          sessionId: 's1',
          startedAt: 5,
          code: 'abc',
          platform: 'meet',
          people: 3,
          tip: { seq: 1, hash: 'aa' },
          dsl: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
        },
      ],
      journal: [{ sessionId: 's1', seq: 1, event: { type: 'note', seq: 1 }, hash: 'aa' }],
      undos: [],
      concerns: [],
    },
  },
  {
    version: 6,
    stores: {
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
      undos: 'registerId',
      concerns: 'ref, at',
    },
    rows: {
      registers: [YEAR4],
      sessions: [
        {
          sessionId: 's1',
          startedAt: 5,
          code: 'abc',
          platform: 'meet',
          people: 3,
          endedAt: 9_000_000_000_000,
          keptFrom: 7,
          tip: { seq: 1, hash: 'aa' },
          dsl: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
        },
      ],
      journal: [{ sessionId: 's1', seq: 1, event: { type: 'note', seq: 1 }, hash: 'aa' }],
      undos: [],
      concerns: [],
    },
  },
]

const open: Dexie[] = []
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete()
})

describe('the database', () => {
  it.each(VERSIONS)('of version $version opens with the newest and loses nothing', async (old) => {
    const name = `old-${old.version}`
    const before = new Dexie(name)
    before.version(old.version).stores(old.stores)
    for (const [table, rows] of Object.entries(old.rows)) await before.table(table).bulkAdd(rows)
    before.close()
    const db = new Database(name)
    open.push(db)
    for (const [table, rows] of Object.entries(old.rows))
      expect(await db.table(table).toArray(), table).toEqual(rows)
    expect(await db.undos.count()).toBe(old.rows['undos']?.length ?? 0)
  })

  it('has an example of its newest version', async () => {
    const db = new Database('newest')
    open.push(db)
    await db.open()
    expect(VERSIONS.map((one) => one.version)).toEqual(
      Array.from({ length: db.verno }, (_, i) => i + 1),
    )
  })
})

describe('concerns', () => {
  it('are never overwritten by a new one, and a changed one keeps its place', async () => {
    const db = new Database(`concerns-${Math.random()}`)
    open.push(db)
    const shelf = concernShelf(db)
    await shelf.addConcern(SAMPLE_CONCERN)
    await expect(shelf.addConcern({ ...SAMPLE_CONCERN, about: 'Amelia' })).rejects.toThrow()
    expect(await shelf.concerns()).toEqual([SAMPLE_CONCERN])
    await shelf.saveConcern({ ...SAMPLE_CONCERN, changedAt: SAMPLE_CONCERN.at + 1 })
    expect(await shelf.concerns()).toMatchObject([{ changedAt: SAMPLE_CONCERN.at + 1 }])
  })
})

describe('a concern whose days are over', () => {
  // T-27
  it('is deleted then and not before, and no other with it', async () => {
    const db = new Database(`concerns-${Math.random()}`)
    open.push(db)
    const shelf = concernShelf(db)
    const { at } = SAMPLE_CONCERN
    const later = { ...SAMPLE_CONCERN, ref: 'C-later', at: at + 1 }
    await shelf.addConcern(SAMPLE_CONCERN)
    await shelf.addConcern(later)
    const over = at + 30 * 86_400_000
    await shelf.forgetConcerns(30, over - 1)
    expect(await db.concerns.count()).toBe(2)
    await shelf.forgetConcerns(30, over)
    expect(await db.concerns.toArray()).toEqual([later])
  })

  it('is deleted also where it is dated years ahead: its days are counted from when that was seen', async () => {
    const db = new Database(`concerns-${Math.random()}`)
    open.push(db)
    const shelf = concernShelf(db)
    const now = SAMPLE_CONCERN.at
    const DAY = 86_400_000
    await shelf.addConcern({ ...SAMPLE_CONCERN, at: now + 900 * DAY })
    await shelf.forgetConcerns(30, now)
    expect(await shelf.concerns()).toMatchObject([{ keptFrom: now }])
    await shelf.forgetConcerns(30, now + 30 * DAY - 1)
    expect(await db.concerns.count()).toBe(1)
    await shelf.forgetConcerns(30, now + 30 * DAY)
    expect(await db.concerns.count()).toBe(0)
  })
})

describe('the undo of an import', () => {
  const imported: Register = {
    ...YEAR4,
    pupils: [...YEAR4.pupils, pupil('new', 'Nia', 'Jones')],
    updatedAt: 100,
  }
  const start = async () => {
    const db = new Database(`undo-${open.length}-${Math.random()}`)
    open.push(db)
    await db.registers.put(YEAR4)
    return { db, shelf: undoShelf(db) }
  }

  it('goes back, and forward again, and outlives the page', async () => {
    const { db, shelf } = await start()
    await shelf.saveImported([imported], 'year4.csv', 1000)
    expect(await db.registers.get('year4')).toEqual(imported)
    const kept = { registerId: 'year4', source: 'year4.csv', at: 1000 }
    expect(await shelf.undos(2000)).toMatchObject([{ ...kept, undone: false }])
    // Another life of the background: nothing but the database.
    await undoShelf(db).undoImport('year4', 3000)
    expect(await db.registers.get('year4')).toEqual({ ...YEAR4, updatedAt: 3000 })
    expect(await shelf.undos(2000)).toMatchObject([{ ...kept, undone: true }])
    await shelf.undoImport('year4', 4000)
    expect(await db.registers.get('year4')).toEqual({ ...imported, updatedAt: 4000 })
  })

  // T-27
  it('keeps only the latest import of a class, for a stated time', async () => {
    const { db, shelf } = await start()
    await shelf.saveImported([imported], 'first.csv', 1000)
    await shelf.saveImported([{ ...imported, name: 'Again' }], 'second.csv', 2000)
    const until = 2000 + UNDO_DAYS * 86_400_000
    expect(await shelf.undos(until - 1)).toEqual([
      { registerId: 'year4', source: 'second.csv', at: 2000, keptUntil: until, undone: false },
    ])
    expect((await db.undos.get('year4'))?.kept).toEqual(imported)
    await expect(shelf.undoImport('year4', until)).rejects.toThrow(/no longer/)
    expect(await shelf.undos(until)).toEqual([])
    expect(await db.undos.count()).toBe(0)
  })

  it('leaves a class that came with the file as an empty class of its name', async () => {
    const { db, shelf } = await start()
    const fresh = { ...imported, id: 'fresh', name: '5B' }
    await shelf.saveImported([imported, fresh], 'school.csv', 1000)
    await shelf.undoImport('fresh', 2000)
    expect(await db.registers.get('fresh')).toMatchObject({ name: '5B', pupils: [], staff: [] })
    expect(await db.registers.get('year4')).toEqual(imported)
  })

  it('writes all classes of a file or none', async () => {
    const { db, shelf } = await start()
    const broken = { ...imported, id: undefined } as unknown as Register
    await expect(shelf.saveImported([imported, broken], 'x.csv', 1)).rejects.toThrow()
    expect(await db.registers.toArray()).toEqual([YEAR4])
    expect(await db.undos.count()).toBe(0)
  })
})
