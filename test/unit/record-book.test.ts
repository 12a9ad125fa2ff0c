import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { RecordBook } from '../../lib/desk/recordBook.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { printModel, toCpomsText, toCsv, toEventsCsv, toJson } from '../../lib/record/index.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import { databaseJournal } from '../../lib/session/journal.ts'
import type { SessionEvent } from '../../lib/session/index.ts'
import { Database } from '../../lib/storage/database.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { event } from '../support/events.ts'
import { LessonTale, MINUTE, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const DAY = 86_400_000

const made: Database[] = []
afterEach(async () => {
  for (const db of made.splice(0)) await db.delete()
})

const HELEN = { name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }
const DAVID = { name: 'David Osei', role: 'Deputy', phone: '01632 960 102' }

function shelf() {
  const db = new Database(`book-${made.length}-${Math.random()}`)
  made.push(db)
  const journal = databaseJournal(db)
  const book = new RecordBook(journal)
  return {
    db,
    journal,
    book,
    record: (now = TEN, dsl: SchoolSettings['dsl'] = []) =>
      book.record('s1', undefined, { register: undefined, pack: packById('combined'), dsl }, now),
    /** Writes a journal in pieces of `size` events. */
    async write(events: readonly SessionEvent[], size = 7) {
      const [first, ...rest] = events
      if (first === undefined) throw new Error('A lesson begins.')
      await journal.open(
        {
          sessionId: 's1',
          platform: 'meet',
          code: 'abc-defg-hij',
          startedAt: first.at,
          interrupted: false,
          className: '',
          people: 0,
        },
        [first],
      )
      for (let i = 0; i < rest.length; i += size)
        await journal.append('s1', rest.slice(i, i + size))
      const ended = events.find((one) => one.type === 'ended')
      await journal.update('s1', {
        register: YEAR_4,
        pack: packById('combined'),
        dsl: [HELEN],
        ...(ended === undefined ? {} : { endedAt: ended.at }),
      })
    },
  }
}

/** Every file that is made of a record, in one text. */
const files = (record: LessonRecord): string =>
  [
    toJson(record),
    toCsv(record),
    toEventsCsv(record),
    toCpomsText(record),
    JSON.stringify(printModel(record)),
  ].join('')

describe('replaying a journal', () => {
  it('gives byte-identical records, however it was written, and whenever it is read', async () => {
    const story = fc.tuple(fc.array(event(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }))
    await fc.assert(
      fc.asyncProperty(story, async ([bodies, size]) => {
        const tale = new LessonTale().prepared()
        for (const body of bodies) tale.after(7_000).add(body)
        tale.ends()
        const [one, other] = [shelf(), shelf()]
        await one.write(tale.events, size)
        // The same journal once more: in other pieces, with the order of its fields turned as a file may do it.
        await other.write(
          tale.events.map((each) => JSON.parse(turned(each)) as SessionEvent),
          10 - size,
        )
        const record = await one.record()
        expect(record?.journal?.check).toBe('intact')
        if (record === undefined) return
        const first = files(record)
        // Whatever the settings say on the day on which it is read.
        for (const again of [
          await one.record(TEN + 1e9, [HELEN, DAVID]),
          await other.record(TEN, [DAVID]),
        ])
          expect(again === undefined ? '' : files(again)).toBe(first)
      }),
      { numRuns: 40 },
    )
  })
})

function turned(event: SessionEvent): string {
  return JSON.stringify(Object.fromEntries(Object.entries(event).toReversed()))
}

describe('the safeguarding contacts', () => {
  const contacts = (record: LessonRecord | undefined) =>
    record?.checks.find((one) => one.clause === 'EG-19')
  it('are those of the day of the lesson, not those of the day on which it is read (EG-19)', async () => {
    const { record, write, journal } = shelf()
    await write(new LessonTale().prepared().ends().events)
    expect(contacts(await record())?.what).toContain('Helen Marsh')
    expect(contacts(await record(TEN, [DAVID]))).toEqual(contacts(await record()))
    // Closed by a version that kept none.
    await journal.update('s1', { dsl: undefined } as never)
    expect(contacts(await record(TEN, [DAVID]))?.what).toContain('David Osei')
  })
})

describe('a damaged database', () => {
  const judgedBy = () => ({ register: YEAR_4, pack: packById('combined'), dsl: [HELEN] })
  const events = new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .at(2)
    .arrives('dev', 'Dev Shah')
    .at(30)
    .add({ type: 'proofOfLife' })
    .ends().events

  // T-28
  it('says which event was changed, in every file', async () => {
    const { db, record, write } = shelf()
    await write(events)
    const row = await db.journal.get(['s1', 9])
    if (row === undefined) throw new Error('The journal is there.')
    const event = row.event as SessionEvent
    await db.journal.put({ ...row, event: { ...event, at: event.at - 60_000 } })
    const found = await record()
    expect(found?.journal).toMatchObject({ check: 'changed', at: 9, events: events.length })
    expect(found && toCsv(found)).toContain('Changed after it was written, from entry 9 on')
    expect(found && JSON.stringify(printModel(found))).toContain(
      'Changed after it was written, from entry 9 on',
    )
  })

  it('makes a record of what can still be read where events are lost or unreadable', async () => {
    const { db, record, write } = shelf()
    await write(events)
    await db.journal.delete(['s1', 3])
    await db.journal.put({ sessionId: 's1', seq: 5, event: 'rubbish' })
    const found = await record()
    expect(found?.journal).toMatchObject({
      check: 'missing',
      at: 3,
      unreadable: 1,
      unread: [{ seq: 5 }],
    })
    expect(found?.people.map((one) => one.name)).toEqual([
      'Ms Sara Khan',
      'Amelia Potter',
      'Dev Shah',
    ])
    expect(found?.lengthMinutes).toBe(35)
  })

  it('ends a lesson that lost its last events when its row says', async () => {
    const { db, record, write } = shelf()
    await write(events)
    await db.journal
      .where('sessionId')
      .equals('s1')
      .and((row) => row.seq > 12)
      .delete()
    expect(await record()).toMatchObject({
      journal: { check: 'missing', at: 13 },
      endedAt: TEN + 30 * MINUTE,
      interrupted: true,
    })
  })

  it('still has an entry for a lesson whose whole journal is gone', async () => {
    const { db, record, write } = shelf()
    await write(events)
    await db.journal.clear()
    expect(await record()).toMatchObject({
      journal: { check: 'missing', at: 0, events: 0 },
      startedAt: TEN - 5 * MINUTE,
      people: [],
    })
  })

  it('closes a session that can’t be gone on with, and does not delete it', async () => {
    const { db, book, record, write } = shelf()
    await write(events.slice(0, -1))
    await db.journal.delete(['s1', 0])
    await book.closeDamaged('s1', judgedBy)
    expect(await db.sessions.get('s1')).toMatchObject({
      endedAt: TEN + 30 * MINUTE,
      interrupted: true,
    })
    expect((await record())?.people).toHaveLength(3)
    expect(await db.sessions.get('s1')).toMatchObject({ className: 'Year 4 Maths', people: 3 })
    await db.journal.clear()
    await book.closeDamaged('s1', judgedBy)
    expect(await db.sessions.count()).toBe(0)
  })

  it('reads a lesson from before there was a chain, and says that there was none', async () => {
    const { db, record, write } = shelf()
    await write(events)
    for (const { hash: _, ...row } of await db.journal.toArray()) await db.journal.put(row)
    const { tip: _, ...row } = (await db.sessions.get('s1')) ?? { tip: undefined }
    await db.sessions.put(row as never)
    expect((await record())?.journal?.check).toBe('unchained')
  })
})

describe('the list of lessons', () => {
  // T-27
  it('says on which day each record is deleted, and deletes it then and not before', async () => {
    const { book, write, db } = shelf()
    await write(new LessonTale().prepared().at(30).ends().events)
    const endedAt = TEN + 30 * MINUTE
    const [summary] = await book.summaries(undefined, 10, packById('combined'), endedAt)
    expect(summary?.deleteAt).toBe(endedAt + 10 * 86_400_000)
    await book.forgetOlderThan(10, (summary?.deleteAt ?? 0) - 1)
    expect(await db.sessions.count()).toBe(1)
    await book.forgetOlderThan(10, summary?.deleteAt ?? 0)
    expect(await db.sessions.count()).toBe(0)
    expect(await db.journal.count()).toBe(0)
  })
})

describe('a lesson whose end lies years ahead, as a backup may bring one', () => {
  const DAYS = 10
  const deleteAt = async (book: RecordBook, now: number) =>
    (await book.summaries(undefined, DAYS, packById('combined'), now))[0]?.deleteAt
  const ahead = async () => {
    const { book, write, db } = shelf()
    await write(new LessonTale().prepared().at(30).ends().events)
    await db.sessions.update('s1', { endedAt: TEN + 40_000 * DAY })
    return { book, db }
  }
  it('is kept for the school’s days from when that was first seen, and then deleted', async () => {
    const { book, db } = await ahead()
    expect(await deleteAt(book, TEN)).toBe(TEN + DAYS * DAY)
    await book.forgetOlderThan(DAYS, TEN)
    // The date that is shown stays what it is.
    expect(await deleteAt(book, TEN + 3 * DAY)).toBe(TEN + DAYS * DAY)
    await book.forgetOlderThan(DAYS, TEN + DAYS * DAY - 1)
    expect(await db.sessions.get('s1')).toMatchObject({ keptFrom: TEN })
    await book.forgetOlderThan(DAYS, TEN + DAYS * DAY)
    expect(await db.sessions.count()).toBe(0)
    expect(await db.journal.count()).toBe(0)
  })
  it('goes by its end again where only the clock was wrong', async () => {
    const { book, db } = await ahead()
    await book.forgetOlderThan(DAYS, TEN)
    const right = TEN + 40_001 * DAY
    expect(await deleteAt(book, right)).toBe(TEN + (40_000 + DAYS) * DAY)
    await book.forgetOlderThan(DAYS, right)
    expect(await db.sessions.count()).toBe(1)
  })
  it('is marked anew where the mark itself lies ahead, and not for some hours', async () => {
    const { book, db } = await ahead()
    await db.sessions.update('s1', { keptFrom: TEN + 5_000 * DAY })
    await book.forgetOlderThan(DAYS, TEN)
    expect(await db.sessions.get('s1')).toMatchObject({ keptFrom: TEN })
    const soon = await ahead()
    await soon.db.sessions.update('s1', { endedAt: TEN + DAY / 2 })
    await soon.book.forgetOlderThan(DAYS, TEN)
    expect((await soon.db.sessions.get('s1'))?.keptFrom).toBeUndefined()
    expect(await deleteAt(soon.book, TEN)).toBe(TEN + (DAYS + 0.5) * DAY)
  })
})
