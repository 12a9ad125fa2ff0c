import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readContent, writeContent } from '../../lib/backup/content.ts'
import { readLinks, writeLinks } from '../../lib/backup/links.ts'
import { seal } from '../../lib/backup/seal.ts'
import { RecordBook } from '../../lib/desk/recordBook.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { printModel, toCpomsText, toJson } from '../../lib/record/index.ts'
import { CHAIN_START, linkOf } from '../../lib/session/chain.ts'
import type { Chained } from '../../lib/session/chain.ts'
import { databaseJournal } from '../../lib/session/journal.ts'
import { Database } from '../../lib/storage/database.ts'
import type { JournalRow, SessionRow } from '../../lib/storage/database.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { databaseVault } from '../../lib/storage/vault.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { LessonTale, MINUTE, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const WORDS = 'correct horse battery staple'
const ASKED = { passphrase: WORDS, concerns: false }
const ID = 'meet:abc:1'

const made: Database[] = []
afterEach(async () => {
  for (const db of made.splice(0)) await db.delete()
})

const EVENTS = new LessonTale()
  .prepared()
  .arrives('amelia', 'Amelia Potter')
  .at(3)
  .arrives('dev', 'Mrs Shah')
  .at(30)
  .ends()
  .events.map((one) => (one.type === 'started' ? { ...one, sessionId: ID } : one))
const LATER_AT = TEN + 5 * MINUTE

/** The lesson with some of its entries replaced, each linked to the one before as the version that wrote them did. */
function chained(replaced: Readonly<Record<number, object>> = {}): {
  readonly rows: readonly JournalRow[]
  readonly row: SessionRow & { readonly endedAt: number }
} {
  let hash = CHAIN_START
  const rows = EVENTS.map((one, seq) => {
    const event: unknown = replaced[seq] ?? one
    hash = linkOf(hash, event)
    return { sessionId: ID, seq, event, hash }
  })
  return {
    rows,
    row: {
      sessionId: ID,
      platform: 'meet',
      code: 'abc-defg-hij',
      startedAt: EVENTS[0]?.at ?? TEN,
      endedAt: TEN + 30 * MINUTE,
      interrupted: false,
      className: 'Year 4 Maths',
      people: 3,
      register: YEAR_4,
      pack: packById('combined'),
      dsl: [],
      tip: { seq: rows.length - 1, hash },
    },
  }
}

function computer() {
  const db = new Database(`entries-${made.length}-${Math.random()}`)
  made.push(db)
  const edge = { read: async () => DEFAULT_SETTINGS, write: async () => undefined }
  const book = new RecordBook(databaseJournal(db))
  const judged = { register: undefined, pack: packById('combined'), dsl: [] }
  return {
    db,
    vault: databaseVault(db, edge, memoryLooks(), '0.1.0'),
    record: () => book.record(ID, undefined, judged, TEN),
    async holds({ rows, row }: ReturnType<typeof chained>) {
      await db.sessions.put(row)
      await db.journal.bulkPut([...rows])
    },
  }
}

/** From one computer to another by a backup. */
async function carried(lesson: ReturnType<typeof chained>) {
  const [one, two] = [computer(), computer()]
  await one.holds(lesson)
  const { text } = await one.vault.backUp(ASKED, TEN)
  return { one, two, text, said: await two.vault.restore(WORDS, text, TEN) }
}

describe('a lesson with entries that this version can’t read', () => {
  // A kind that is not known yet, and a known one that says more than is known yet.
  const later = chained({
    7: { type: 'weather', seq: 7, at: LATER_AT, sky: 'grey' },
    9: { type: 'camera', seq: 9, at: LATER_AT, id: 'amelia', reading: { state: 'hologram' } },
  })

  it('comes back with all the others, entry for entry, and its chain still holds', async () => {
    const { one, two, said } = await carried(later)
    expect(said.lessons).toMatchObject({ added: 1, unreadable: 0, lacking: 1, entries: 2 })
    expect(await two.db.journal.toArray()).toEqual(later.rows)
    expect(await two.db.sessions.toArray()).toEqual([later.row])
    const record = await two.record()
    expect(record?.journal).toMatchObject({
      check: 'intact',
      events: EVENTS.length,
      unreadable: 2,
      unread: [
        { seq: 7, at: LATER_AT },
        { seq: 9, at: LATER_AT },
      ],
    })
    expect(record?.people.map((person) => person.name)).toContain('Amelia Potter')
    expect(record && toJson(record)).toBe(toJson((await one.record()) ?? ({} as never)))
  })

  it('says in its record that it is not complete, and which entries are missing', async () => {
    const { two } = await carried(later)
    const record = await two.record()
    if (record === undefined) throw new Error('The lesson is there.')
    const which = '2 entries can’t be read and are not in this record: 7 (10:05), 9 (10:05)'
    expect(toCpomsText(record)).toContain(
      `This record is not complete. Intact: all ${EVENTS.length} entries are as they were written. ${which}.`,
    )
    expect(JSON.stringify(printModel(record))).toContain(which)
  })

  it('is there once, and what is read of it later is not lost to an older file', async () => {
    const { two, text } = await carried(later)
    expect((await two.vault.restore(WORDS, text, TEN)).lessons).toMatchObject({
      added: 0,
      alreadyHere: 1,
      entries: 0,
    })
    expect(await two.db.journal.count()).toBe(EVENTS.length)
  })

  it('comes back as damaged where it was damaged, and nothing but the damage is missing', async () => {
    const { rows, row } = chained()
    const rubbish = ['rubbish', null, 7, { seq: 'x' }]
    const damaged = rows.map((one, i) => ({
      ...one,
      event: i >= 4 && i < 8 ? rubbish[i - 4] : one.event,
    }))
    const { one, two, said } = await carried({ rows: damaged, row })
    expect(said.lessons).toMatchObject({ added: 1, lacking: 1, entries: 4 })
    expect(await two.db.journal.toArray()).toEqual(damaged)
    const record = await two.record()
    expect(record?.journal).toMatchObject({ check: 'changed', at: 4, unreadable: 4 })
    expect(record?.journal).toEqual((await one.record())?.journal)
  })

  it('goes on with what a later file adds, readable or not', async () => {
    const whole = chained({
      [EVENTS.length - 1]: { type: 'weather', seq: EVENTS.length - 1, at: LATER_AT, sky: 'grey' },
    })
    const before = whole.rows.slice(0, -1)
    const [one, two] = [computer(), computer()]
    await one.holds(whole)
    const tip = { seq: before.length - 1, hash: before.at(-1)?.hash ?? '' }
    await two.holds({ rows: before, row: { ...whole.row, tip } })
    const { text } = await one.vault.backUp(ASKED, TEN)
    expect((await two.vault.restore(WORDS, text, TEN)).lessons).toMatchObject({
      extended: 1,
      lacking: 1,
      entries: 1,
    })
    expect(await two.db.journal.toArray()).toEqual(whole.rows)
    expect((await two.record())?.journal?.check).toBe('intact')
  })

  it('is kept also where two entries say that they are the same one, and where none says which it is', async () => {
    const { rows, row } = chained()
    const content = (journal: readonly unknown[]) =>
      JSON.stringify({
        schema: 'lesson-steward/backup-content',
        version: 1,
        settings: DEFAULT_SETTINGS,
        registers: [],
        lessons: [{ row, journal }],
      })
    const links = rows.map(({ event, hash }) => ({ event, hash }))
    const twice = content([...links.slice(0, 3), links[2], ...links.slice(3)])
    expect(readContent(twice).lessons[0]?.journal).toHaveLength(rows.length + 1)
    const two = computer()
    const file = await seal(twice, WORDS, { madeAt: TEN, toolVersion: '' })
    expect((await two.vault.restore(WORDS, file, TEN)).lessons.added).toBe(1)
    expect((await two.record())?.people.map((one) => one.name)).toContain('Amelia Potter')
    for (const broken of [[null], ['x', {}, [], 5], [{ event: {} }], [{ hash: 'x' }]])
      expect(readContent(content(broken)).lessons[0]?.journal).toHaveLength(broken.length)
    // Nothing at all was written of it: there is no such lesson in the database either.
    expect(readContent(content([])).unreadable.lessons).toBe(1)
  })
})

describe('the journal in a file', () => {
  const entry = fc.oneof(
    fc.record({ seq: fc.nat(12), at: fc.nat(), type: fc.string() }),
    fc.jsonValue(),
    fc.constant(undefined),
  )
  const rows: fc.Arbitrary<readonly Chained[]> = fc
    .uniqueArray(
      fc.record(
        { seq: fc.nat(20), event: entry, hash: fc.stringMatching(/^[0-9a-f]{64}$/u) },
        { requiredKeys: ['seq', 'event'] },
      ),
      { selector: (one) => one.seq, maxLength: 12 },
    )
    .map((list) => list.toSorted((a, b) => a.seq - b.seq))

  it('comes back row by row, whatever is in it', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const written = JSON.parse(JSON.stringify(writeLinks(list))) as unknown[]
        // JSON knows no -0.
        const plain = list.map((one) => ({ ...one, event: roundTrip(one.event) }))
        expect(readLinks(written)).toEqual(plain)
      }),
    )
  })
  it('never loses an entry, nor gives two of them one number, whatever the file holds', () => {
    const link = fc.oneof(
      fc.record({ seq: fc.anything(), event: entry, hash: fc.anything() }),
      fc.record({ event: entry }),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (values) => {
        const read = readLinks(values)
        expect(read).toHaveLength(values.length)
        expect(new Set(read.map((one) => one.seq)).size).toBe(values.length)
      }),
    )
  })
  it('of an earlier file is read as it ever was', () => {
    const { rows: list, row } = chained()
    const content = writeContent({
      settings: DEFAULT_SETTINGS,
      registers: [],
      lessons: [{ row, journal: list }],
      concerns: [],
      looks: {},
    })
    expect(content).not.toMatch(/\{"seq":\d+,"event"/u)
    expect(readContent(content).lessons[0]?.journal).toEqual(
      list.map(({ sessionId: _, ...one }) => one),
    )
  })
})

function roundTrip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown
}
