import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromBase64, toBase64 } from '../../lib/backup/base64.ts'
import { readContent, writeContent } from '../../lib/backup/content.ts'
import { MOST_UNPACKED, open, seal } from '../../lib/backup/seal.ts'
import { RecordBook } from '../../lib/desk/recordBook.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { parseRecord, printModel, toJson } from '../../lib/record/index.ts'
import { databaseJournal } from '../../lib/session/journal.ts'
import type { SessionEvent } from '../../lib/session/index.ts'
import { Database } from '../../lib/storage/database.ts'
import type { SessionRow } from '../../lib/storage/database.ts'
import { eraseEverything } from '../../lib/storage/erase.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { databaseVault } from '../../lib/storage/vault.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { LessonTale, MINUTE, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const WORDS = 'correct horse battery staple'
/** Concerns have tests of their own: backup-concerns.test.ts. */
const ASKED = { passphrase: WORDS, concerns: false }
const HILLSIDE: SchoolSettings = { ...DEFAULT_SETTINGS, schoolName: 'Hillside', retentionDays: 400 }
const DAY = 86_400_000

const made: Database[] = []
afterEach(async () => {
  for (const db of made.splice(0)) await db.delete()
})

/** A computer: its database, its settings, and what reads its records. */
function computer(first: SchoolSettings = DEFAULT_SETTINGS) {
  const db = new Database(`vault-${made.length}-${Math.random()}`)
  made.push(db)
  const kept = { settings: first }
  const edge = {
    read: async () => kept.settings,
    write: async (next: SchoolSettings) => void (kept.settings = next),
  }
  const journal = databaseJournal(db)
  const book = new RecordBook(journal)
  return {
    db,
    kept,
    journal,
    vault: databaseVault(db, edge, memoryLooks(), '0.1.0'),
    record: async (sessionId: string) => {
      const judged = { register: undefined, pack: packById('combined'), dsl: kept.settings.dsl }
      const record = await book.record(sessionId, undefined, judged, TEN)
      return record === undefined ? undefined : toJson(record)
    },
    /** Writes a lesson as the desk does: its beginning, then bit by bit, then its end. */
    async teaches(sessionId: string, closed = true): Promise<readonly SessionEvent[]> {
      const tale = new LessonTale()
        .prepared()
        .arrives('amelia', 'Amelia Potter')
        .at(3)
        .arrives('dev', 'Mrs Shah')
        .at(30)
        .ends()
      const [start, ...rest] = tale.events
      if (start?.type !== 'started') throw new Error('A lesson begins.')
      await journal.open(
        {
          sessionId,
          platform: 'meet',
          code: 'abc-defg-hij',
          startedAt: start.at,
          interrupted: false,
          className: '',
          people: 0,
        },
        [{ ...start, sessionId }],
      )
      for (const event of rest) await journal.append(sessionId, [event])
      if (closed)
        await journal.update(sessionId, {
          endedAt: TEN + 30 * MINUTE,
          className: 'Year 4 Maths',
          people: 3,
          register: YEAR_4,
          pack: packById('combined'),
          dsl: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
        })
      return tale.events
    },
  }
}

describe('a sealed file', () => {
  it('opens with its passphrase and with no other', async () => {
    const file = await seal('Amelia Potter', WORDS, { madeAt: TEN, toolVersion: '0.1.0' })
    expect(file).not.toContain('Amelia')
    expect(JSON.parse(file)).toMatchObject({
      format: 'lesson-steward/backup',
      version: 1,
      madeAt: TEN,
      key: { from: 'PBKDF2', iterations: 600_000 },
    })
    expect(await open(`\ufeff${file}`, WORDS)).toBe('Amelia Potter')
    await expect(open(file, `${WORDS}.`)).rejects.toThrow(/passphrase does not fit/)
    // The same letters typed in another form.
    const accent = await seal('x', 'Zoë’s café passphrase', { madeAt: 1, toolVersion: '' })
    expect(await open(accent, 'Zoë’s café passphrase'.normalize('NFD'))).toBe('x')
  })
  it('is another one each time', async () => {
    const about = { madeAt: TEN, toolVersion: '' }
    expect(await seal('x', WORDS, about)).not.toBe(await seal('x', WORDS, about))
  })
  it('asks for a passphrase of some length', async () => {
    await expect(seal('x', 'short', { madeAt: 1, toolVersion: '' })).rejects.toThrow(/12 char/)
  })
  it('says in words why it does not open', async () => {
    const file = await seal('x', WORDS, { madeAt: TEN, toolVersion: '' })
    const changed = (change: object) =>
      JSON.stringify({ ...(JSON.parse(file) as object), ...change })
    await expect(open('hello', WORDS)).rejects.toThrow(/no backup/)
    await expect(open(file.slice(0, 200), WORDS)).rejects.toThrow(/cut off/)
    await expect(open('{"format":"other"}', WORDS)).rejects.toThrow(/no backup/)
    await expect(open(changed({ version: 2 }), WORDS)).rejects.toThrow(/newer version/)
    await expect(open(changed({ madeAt: TEN + 1 }), WORDS)).rejects.toThrow(/was changed/)
    await expect(open(changed({ data: '@@@' }), WORDS)).rejects.toThrow(/damaged/)
    await expect(open(changed({ data: 'AAAA' }), WORDS)).rejects.toThrow(/was changed/)
    // A file can't ask for so little work that its passphrase could be guessed, nor for so much that nothing else is done.
    const key = (iterations: number) => ({
      key: { from: 'PBKDF2', hash: 'SHA-256', iterations, salt: 'AAAA' },
    })
    await expect(open(changed(key(1)), WORDS)).rejects.toThrow(/damaged/)
    await expect(open(changed(key(1e12)), WORDS)).rejects.toThrow(/damaged/)
  })
  it('that grows beyond what can be read is given up on the way, not taken whole', async () => {
    const long = 'Amelia '.repeat(1_000_000)
    const file = await seal(long, WORDS, { madeAt: TEN, toolVersion: '' })
    // 7 MB in a file of some kilobytes.
    expect(file.length).toBeLessThan(30_000)
    await expect(open(file, WORDS, 1_000_000)).rejects.toThrow('too large')
    await expect(open(file, WORDS, long.length - 1)).rejects.toThrow('too large')
    expect(await open(file, WORDS, long.length)).toBe(long)
    // Anybody may have made the file: the limit that holds without being asked for is one that a computer can bear.
    expect(MOST_UNPACKED).toBeLessThanOrEqual(1_000_000_000)
  })
  it('holds any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
    const long = new Uint8Array(100_000).map((_, i) => i % 251)
    expect(fromBase64(toBase64(long))).toEqual(long)
  })
})

describe('a backup', () => {
  it('brings lessons, classes and settings to another computer, byte for byte', async () => {
    const one = computer(HILLSIDE)
    await one.db.registers.put(YEAR_4)
    await one.teaches('meet:abc:1')
    await one.teaches('meet:abc:2')
    await one.teaches('meet:abc:running', false)
    const file = await one.vault.backUp(ASKED, TEN)
    expect(file).toMatchObject({ lessons: 2, classes: 1, running: 1 })

    const two = computer()
    const said = await two.vault.restore(WORDS, file.text, TEN)
    expect(said).toEqual({
      lessons: {
        added: 2,
        extended: 0,
        alreadyHere: 0,
        differ: 0,
        expired: 0,
        unreadable: 0,
        lacking: 0,
        entries: 0,
      },
      classes: {
        added: 1,
        replaced: 0,
        alreadyHere: 0,
        lost: { pupils: 0, sets: [] },
        unreadable: 0,
      },
      concerns: { added: 0, alreadyHere: 0, differ: [], expired: 0, unreadable: 0 },
      looks: {},
      settings: 'taken',
    })
    expect(two.kept.settings).toEqual(HILLSIDE)
    expect(await two.db.registers.toArray()).toEqual([YEAR_4])
    for (const id of ['meet:abc:1', 'meet:abc:2']) {
      expect(await two.record(id)).toBe(await one.record(id))
      expect(await two.record(id)).toContain('"check": "intact"')
    }
    expect(await two.db.sessions.count()).toBe(2)
  })

  it('brings its settings also where only the language was chosen, which stays', async () => {
    const { text } = await computer(HILLSIDE).vault.backUp(ASKED, TEN)
    const two = computer({ ...DEFAULT_SETTINGS, language: 'cy' })
    expect(await two.vault.restore(WORDS, text, TEN)).toMatchObject({ settings: 'taken' })
    expect(two.kept.settings).toEqual({ ...HILLSIDE, language: 'cy' })
  })

  it('taken in twice, or on the computer that made it, changes nothing', async () => {
    const one = computer(HILLSIDE)
    await one.db.registers.put(YEAR_4)
    await one.teaches('meet:abc:1')
    const { text } = await one.vault.backUp(ASKED, TEN)
    const before = await one.db.journal.toArray()
    for (let i = 0; i < 2; i += 1)
      expect(await one.vault.restore(WORDS, text, TEN)).toMatchObject({
        lessons: { added: 0, alreadyHere: 1 },
        classes: { added: 0, alreadyHere: 1 },
        settings: 'kept',
      })
    expect(await one.db.journal.toArray()).toEqual(before)
  })

  it('adds what one computer learnt later of a lesson to the other', async () => {
    const one = computer()
    const events = await one.teaches('meet:abc:1')
    const first = await one.vault.backUp(ASKED, TEN)
    const note = { type: 'note', about: '', text: 'Rang home.' } as const
    await one.journal.append('meet:abc:1', [{ ...note, seq: events.length, at: TEN + 40 * MINUTE }])
    const second = await one.vault.backUp(ASKED, TEN)
    const two = computer()
    await two.vault.restore(WORDS, first.text, TEN)
    expect((await two.vault.restore(WORDS, second.text, TEN)).lessons).toMatchObject({
      extended: 1,
      added: 0,
    })
    expect(await two.record('meet:abc:1')).toBe(await one.record('meet:abc:1'))
    expect(await two.record('meet:abc:1')).toContain('Rang home.')
    // The older file afterwards takes nothing away.
    expect((await two.vault.restore(WORDS, first.text, TEN)).lessons.alreadyHere).toBe(1)
    expect(await two.record('meet:abc:1')).toContain('Rang home.')
  })

  it('brings what is kept beside the journal with it: a class that was chosen later, and its register', async () => {
    const one = computer()
    const events = await one.teaches('meet:abc:1')
    const closed = await one.db.sessions.get('meet:abc:1')
    const { register: _none, ...without } = closed ?? ({} as SessionRow)
    await one.db.sessions.put({ ...without, className: '', interrupted: true, people: 2 })
    const first = await one.vault.backUp(ASKED, TEN)
    const two = computer()
    await two.vault.restore(WORDS, first.text, TEN)
    const seq = events.length
    await one.journal.append('meet:abc:1', [
      {
        type: 'classChosen',
        registerId: 'y4',
        className: 'Year 4 Maths',
        packId: 'crossways',
        packVersion: packById('crossways').version,
        seq,
        at: TEN + 40 * MINUTE,
      },
    ])
    await one.journal.update('meet:abc:1', {
      endedAt: TEN + 31 * MINUTE,
      interrupted: false,
      className: 'Year 4 Maths',
      people: 3,
      register: YEAR_4,
      pack: packById('crossways'),
      dsl: [],
    })
    const second = await one.vault.backUp(ASKED, TEN)
    expect((await two.vault.restore(WORDS, second.text, TEN)).lessons.extended).toBe(1)
    expect(await two.db.sessions.toArray()).toEqual(await one.db.sessions.toArray())
    expect(await two.record('meet:abc:1')).toBe(await one.record('meet:abc:1'))
    const made = parseRecord((await two.record('meet:abc:1')) ?? '')
    if ('errors' in made) throw new Error('The record is one.')
    expect(made.record).toMatchObject({ className: 'Year 4 Maths', packId: 'crossways' })
    expect(made.record.notSeen.map((one) => one.name)).toContain('Zofia Kowalska')
  })

  it('takes nothing that the row here has and its own lacks, and keeps no lesson for longer', async () => {
    const one = computer()
    const events = await one.teaches('meet:abc:1')
    const endedAt = TEN + 40_000 * DAY
    await one.db.sessions.update('meet:abc:1', { endedAt, keptFrom: TEN })
    const two = computer()
    await two.vault.restore(WORDS, (await one.vault.backUp(ASKED, TEN)).text, TEN)
    const note = { type: 'note', about: '', text: 'Rang home.' } as const
    await one.journal.append('meet:abc:1', [{ ...note, seq: events.length, at: TEN + 40 * MINUTE }])
    const { register: _none, ...without } =
      (await one.db.sessions.get('meet:abc:1')) ?? ({} as SessionRow)
    await one.db.sessions.put({ ...without, keptFrom: TEN + DAY })
    const { text } = await one.vault.backUp(ASKED, TEN + DAY)
    expect((await two.vault.restore(WORDS, text, TEN + DAY)).lessons.extended).toBe(1)
    expect(await two.db.sessions.get('meet:abc:1')).toMatchObject({
      register: YEAR_4,
      keptFrom: TEN,
    })
  })

  it('keeps what is here where the file has another lesson of the same id', async () => {
    const [one, two] = [computer(), computer()]
    await one.teaches('meet:abc:1')
    const events = await one.journal.read('meet:abc:1')
    await two.journal.open(
      {
        sessionId: 'meet:abc:1',
        platform: 'meet',
        code: 'abc',
        startedAt: TEN,
        interrupted: false,
        className: 'Ours',
        people: 1,
      },
      [{ ...(events[0] as SessionEvent), at: TEN + 7 }],
    )
    const { text } = await one.vault.backUp(ASKED, TEN)
    expect((await two.vault.restore(WORDS, text, TEN)).lessons.differ).toBe(1)
    expect((await two.db.sessions.get('meet:abc:1'))?.className).toBe('Ours')
  })

  it('knows a class that was made anew here by its name and its pupils, and takes the later state of one', async () => {
    const one = computer(HILLSIDE)
    await one.db.registers.put(YEAR_4)
    const { text } = await one.vault.backUp(ASKED, TEN)
    const twin = computer()
    await twin.db.registers.put({ ...YEAR_4, id: 'other', name: ' year 4 maths ' })
    expect((await twin.vault.restore(WORDS, text, TEN)).classes.alreadyHere).toBe(1)
    expect(await twin.db.registers.count()).toBe(1)
    const old = computer()
    await old.db.registers.put({ ...YEAR_4, pupils: [], updatedAt: 1 })
    expect((await old.vault.restore(WORDS, text, TEN)).classes.replaced).toBe(1)
    const newer = computer()
    await newer.db.registers.put({ ...YEAR_4, pupils: [], updatedAt: TEN + 1 })
    expect((await newer.vault.restore(WORDS, text, TEN)).classes.alreadyHere).toBe(1)
    expect((await newer.db.registers.get('y4'))?.pupils).toEqual([])
  })

  it('is taken in apart from a lesson of a time that no calendar has, which is counted', async () => {
    const [one, other] = [computer(), computer()]
    await one.teaches('good')
    await one.teaches('hostile')
    await one.db.sessions.update('hostile', { startedAt: 1e300, endedAt: 1e300 })
    const { text } = await one.vault.backUp(ASKED, TEN)
    const { lessons } = await other.vault.restore(WORDS, text, TEN)
    expect(lessons).toMatchObject({ added: 1, unreadable: 1 })
    expect(await other.db.sessions.count()).toBe(1)
  })
  it('that brought such a lesson before it was refused leaves it listed, readable and told', async () => {
    const { db, journal, record, teaches } = computer()
    const events = await teaches('hostile')
    await db.sessions.update('hostile', { startedAt: 1e300, endedAt: -1e300 })
    await db.journal.update(['hostile', 0], { event: { ...events[0], at: 1e300 } })
    const rows = await new RecordBook(journal).summaries(undefined, 365, packById('combined'), TEN)
    for (const at of [rows[0]?.startedAt, rows[0]?.endedAt, rows[0]?.deleteAt])
      expect(Math.abs(at ?? Number.NaN)).toBeLessThanOrEqual(8.64e15)
    const made = parseRecord((await record('hostile')) ?? '')
    if ('errors' in made) throw new Error('The record is one.')
    expect(made.record.journal).toMatchObject({ unreadable: 1 })
    // It never ended while the marks of the time were written along a line on which no minute is later than another.
    expect(printModel(made.record).timeline.ticks.length).toBeLessThan(20)
  })
  it('carries from when a lesson of a date far ahead is kept: it does not come back when its days are over', async () => {
    const one = computer()
    await one.teaches('ahead')
    await one.db.sessions.update('ahead', { endedAt: TEN + 40_000 * DAY })
    await new RecordBook(one.journal).forgetOlderThan(365, TEN)
    const { text } = await one.vault.backUp(ASKED, TEN)
    const soon = computer()
    expect((await soon.vault.restore(WORDS, text, TEN + DAY)).lessons.added).toBe(1)
    expect(await soon.db.sessions.get('ahead')).toMatchObject({ keptFrom: TEN })
    const late = computer()
    expect((await late.vault.restore(WORDS, text, TEN + 366 * DAY)).lessons).toMatchObject({
      added: 0,
      expired: 1,
    })
  })
  it('leaves out lessons that the school would delete at once', async () => {
    const one = computer(HILLSIDE)
    await one.teaches('meet:abc:1')
    const { text } = await one.vault.backUp(ASKED, TEN)
    const two = computer()
    const said = await two.vault.restore(WORDS, text, TEN + 401 * DAY)
    expect(said.lessons).toMatchObject({ expired: 1, added: 0 })
    expect(await two.db.sessions.count()).toBe(0)
    // Set by the school for all its computers: what it would delete at once is not taken in first.
    const managed = computer()
    const sooner = await managed.vault.restore(WORDS, text, TEN + 31 * DAY, { retentionDays: 30 })
    expect(sooner.lessons).toMatchObject({ expired: 1, added: 0 })
  })

  it('takes in everything but the parts that are damaged, and says how many those are', async () => {
    const one = computer(HILLSIDE)
    await one.db.registers.put(YEAR_4)
    await one.teaches('meet:abc:1')
    const journal = await one.db.journal.toArray()
    const row = await one.db.sessions.get('meet:abc:1')
    if (row === undefined) throw new Error('The lesson is there.')
    const content = JSON.parse(
      writeContent({
        settings: HILLSIDE,
        registers: [YEAR_4],
        lessons: [{ row: { ...row, endedAt: TEN }, journal }],
        concerns: [],
        looks: {},
      }),
    ) as { settings: unknown; registers: unknown[]; lessons: unknown[] }
    const read = readContent(
      JSON.stringify({
        ...content,
        settings: { version: 9 },
        registers: [...content.registers, { id: 5 }],
        lessons: [...content.lessons, { row }, { row, journal: [{ event: {} }] }, null],
      }),
    )
    // Of the second lesson only its one entry can't be read: it is kept, as such a lesson is in the database.
    expect(read.lessons.map((one) => one.journal.length)).toEqual([journal.length, 1])
    expect(read.unreadable).toEqual({ registers: 1, lessons: 2, concerns: 0 })
    expect(read.settings).toBeUndefined()
    expect(() => readContent('{"schema":"x"}')).toThrow(/damaged inside/)
    expect(() => readContent('{')).toThrow(/damaged inside/)
  })
})

describe('erasing everything', () => {
  // T-27
  it('leaves nothing in the database, the caches or the settings', async () => {
    const one = computer()
    await one.db.registers.put(YEAR_4)
    await one.teaches('meet:abc:1')
    await one.db.undos.put({
      registerId: 'y4',
      kept: YEAR_4,
      source: 'a.csv',
      at: 1,
      undone: false,
    })
    const gone: string[] = []
    const clear = vi.fn(async () => undefined)
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase')
    await eraseEverything(one.db, {
      caches: {
        keys: async () => ['a', 'b'],
        delete: async (name: string) => gone.push(name) > 0,
      },
      areas: [{ clear }, { clear }],
    })
    expect(deleted).toHaveBeenCalledWith(one.db.name)
    for (const table of one.db.tables) expect(await table.count(), table.name).toBe(0)
    expect(gone).toEqual(['a', 'b'])
    expect(clear).toHaveBeenCalledTimes(2)
    // And it can be used again at once.
    await one.teaches('meet:abc:2')
    expect(await one.record('meet:abc:2')).toContain('Amelia Potter')
  })
})
