import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { readContent, writeContent } from '../../lib/backup/content.ts'
import { mergeConcerns } from '../../lib/backup/mergeConcerns.ts'
import { open, seal } from '../../lib/backup/seal.ts'
import { storedConcern } from '../../lib/concern/schema.ts'
import { CONCERN_CATEGORIES } from '../../lib/concern/types.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { concernShelf } from '../../lib/storage/concerns.ts'
import { Database } from '../../lib/storage/database.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { databaseVault } from '../../lib/storage/vault.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const WORDS = 'correct horse battery staple'
const DAY = 86_400_000

const made: Database[] = []
afterEach(async () => {
  for (const db of made.splice(0)) await db.delete()
})

/** A computer with these concerns on it. */
async function computer(
  concerns: readonly Concern[] = [],
  settings: SchoolSettings = DEFAULT_SETTINGS,
) {
  const db = new Database(`concerns-${made.length}-${Math.random()}`)
  made.push(db)
  await db.concerns.bulkAdd([...concerns])
  const edge = { read: async () => settings, write: async () => undefined }
  return {
    db,
    vault: databaseVault(db, edge, memoryLooks(), '0.1.0'),
    all: () => db.concerns.orderBy('ref').toArray(),
  }
}

const concern = (ref: string, more: Partial<Concern> = {}): Concern => ({
  ...SAMPLE_CONCERN,
  ref,
  at: TEN,
  ...more,
})
const ONE = concern('C-20261120-1005-1')
const { sessionId: _none, toldAt: _nobody, ...bare } = concern('C-20261120-1006-2')
const TWO: Concern = { ...bare, told: '', words: '“Don’t tell.”\n\u0000<b>' }

const NOTHING = { added: 0, alreadyHere: 0, differ: [], expired: 0, unreadable: 0 }

describe('concern notes in a backup', () => {
  // T-30
  it('are in the file only where that was asked for, and it is said how many are not', async () => {
    const { vault } = await computer([ONE, TWO])
    const without = await vault.backUp({ passphrase: WORDS, concerns: false }, TEN)
    expect(without).toMatchObject({ concerns: 0, concernsLeft: 2 })
    expect(await open(without.text, WORDS)).not.toMatch(/C-2026|Don’t tell|go home/)
    const withThem = await vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    expect(withThem).toMatchObject({ concerns: 2, concernsLeft: 0 })
    expect(await open(withThem.text, WORDS)).toContain('I don’t want to go home after.')
    // Whoever finds the file can't see which of the two it is.
    const shell = (text: string) => Object.entries(JSON.parse(text) as object).slice(0, 2)
    expect(shell(withThem.text)).toEqual(shell(without.text))
    expect(withThem.text).not.toMatch(/concern|C-2026|go home/i)
  })

  it('come to another computer word for word', async () => {
    const one = await computer([ONE, TWO])
    const { text } = await one.vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    const two = await computer()
    const said = await two.vault.restore(WORDS, text, TEN)
    expect(said.concerns).toEqual({ ...NOTHING, added: 2 })
    expect(await two.all()).toEqual([ONE, TWO])
  })

  it('taken in again change nothing, and one that was deleted here comes back', async () => {
    const one = await computer([ONE, TWO])
    const { text } = await one.vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    expect((await one.vault.restore(WORDS, text, TEN)).concerns).toEqual({
      ...NOTHING,
      alreadyHere: 2,
    })
    await one.db.concerns.delete(TWO.ref)
    expect((await one.vault.restore(WORDS, text, TEN)).concerns).toEqual({
      ...NOTHING,
      added: 1,
      alreadyHere: 1,
    })
    expect(await one.all()).toEqual([ONE, TWO])
  })

  // T-30
  it('never change one that is here, and it is said which one differs', async () => {
    const one = await computer([ONE, TWO])
    const { text } = await one.vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    const changed = { ...ONE, told: 'Helen Marsh, and the police' }
    const two = await computer([changed])
    const said = await two.vault.restore(WORDS, text, TEN)
    expect(said.concerns).toEqual({ ...NOTHING, added: 1, differ: [ONE.ref] })
    expect(await two.all()).toEqual([changed, TWO])
  })

  it('are left out where they would be deleted at once: by the days of this computer, else of the file', async () => {
    const one = await computer([ONE], { ...DEFAULT_SETTINGS, concernDays: 60 })
    const { text } = await one.vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    const after = async (days: number, settings: SchoolSettings) => {
      const { vault, db } = await computer([], settings)
      const { concerns } = await vault.restore(WORDS, text, TEN + days * DAY)
      const kept = await db.concerns.count()
      // What came back is not deleted by the next look for what is too old.
      const kind = concerns.added === 1 ? 'added' : 'expired'
      expect(concerns).toEqual({ ...NOTHING, [kind]: 1 })
      await concernShelf(db).forgetConcerns(kind === 'added' ? days + 1 : 0, TEN + days * DAY)
      expect(await db.concerns.count()).toBe(kept)
      return kind
    }
    const set = { ...DEFAULT_SETTINGS, schoolName: 'Hillside' }
    expect(await after(29, set)).toBe('added')
    expect(await after(30, set)).toBe('expired')
    expect(await after(59, DEFAULT_SETTINGS)).toBe('added')
    expect(await after(60, DEFAULT_SETTINGS)).toBe('expired')
  })

  it('come back with the lessons or not at all', async () => {
    const one = await computer([ONE])
    await one.db.registers.put(YEAR_4)
    const { text } = await one.vault.backUp({ passphrase: WORDS, concerns: true }, TEN)
    const two = await computer()
    two.db.concerns.hook('creating', () => {
      throw new Error('The disk is full.')
    })
    await expect(two.vault.restore(WORDS, text, TEN)).rejects.toThrow()
    expect(await two.db.registers.count()).toBe(0)
    expect(await two.all()).toEqual([])
  })
})

describe('the form of a backup', () => {
  const parts = { settings: DEFAULT_SETTINGS, registers: [YEAR_4], lessons: [], looks: {} }
  const written = (concerns: readonly Concern[]) =>
    JSON.parse(writeContent({ ...parts, concerns })) as Record<string, unknown>

  it('is the earlier one where it holds no concern, and such a file is read as ever', () => {
    expect(written([])).toMatchObject({ version: 1 })
    expect(written([])).not.toHaveProperty('concerns')
    const read = readContent(JSON.stringify(written([])))
    expect(read).toMatchObject({ registers: [YEAR_4], concerns: [] })
    expect(read.unreadable.concerns).toBe(0)
  })
  it('is a newer one with concerns: a tool that knows nothing of them must not leave them out unseen', () => {
    expect(written([ONE])).toMatchObject({ version: 2, concerns: [ONE] })
    expect(() => readContent(JSON.stringify({ ...written([]), version: 2 }))).toThrow(/damaged/)
    // What calls itself the earlier form holds none, whatever stands in it.
    const old = JSON.stringify({ ...written([ONE]), version: 1 })
    expect(readContent(old).concerns).toEqual([])
  })
  it('that is not known yet is refused in words, and nothing is changed', async () => {
    const newer = JSON.stringify({ ...written([ONE]), version: 4 })
    expect(() => readContent(newer)).toThrow(/newer version of Lesson Steward. Update this one/)
    const { vault, all, db } = await computer([TWO])
    const file = await seal(newer, WORDS, { madeAt: TEN, toolVersion: '9' })
    await expect(vault.restore(WORDS, file, TEN)).rejects.toThrow(/newer version/)
    expect(await all()).toEqual([TWO])
    expect(await db.registers.count()).toBe(0)
    for (const version of [0, 1.5, '2', null, undefined])
      expect(() => readContent(JSON.stringify({ ...written([ONE]), version }))).toThrow(/damaged/)
  })
  it('is read but for the concerns that are damaged, which are counted', () => {
    const damaged = [
      { ...ONE, ref: '' },
      { ...ONE, ref: 'x'.repeat(301) },
      { ...ONE, at: -1 },
      { ...ONE, words: 'x'.repeat(20_001) },
      { ...ONE, category: 'gossip' },
      { ref: ONE.ref },
      null,
      'C-20261120-1005-1',
    ]
    const read = readContent(
      JSON.stringify({ ...written([ONE]), concerns: [...damaged, { ...TWO, more: 1 }] }),
    )
    expect(read.concerns).toEqual([TWO])
    expect(read.unreadable).toEqual({ registers: 0, lessons: 0, concerns: damaged.length })
    expect(read.registers).toEqual([YEAR_4])
  })
})

describe('putting concerns together', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const when = fc.integer({ min: 0, max: 100 * DAY })
  // Few references and days, so that the same ones meet.
  const any: fc.Arbitrary<Concern> = fc.record(
    {
      ref: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'constructor'),
      at: fc.nat({ max: 50 }).map((days) => days * DAY),
      happenedAt: when,
      timeZone: fc.constantFrom('Europe/London', 'nowhere'),
      sessionId: text,
      where: text,
      writer: text,
      about: fc.constantFrom('Dev Shah', ''),
      category: fc.constantFrom(...CONCERN_CATEGORIES),
      words: text,
      facts: text,
      opinion: text,
      present: text,
      actions: text,
      told: text,
      toldAt: when,
    },
    {
      requiredKeys: [
        'ref',
        'at',
        'happenedAt',
        'timeZone',
        'where',
        'writer',
        'about',
        'category',
        'words',
        'facts',
        'opinion',
        'present',
        'actions',
        'told',
      ],
    },
  )
  const some = fc.array(any, { maxLength: 8 })
  const here = fc.uniqueArray(any, { selector: (one) => one.ref, maxLength: 5 })
  const NOW = 60 * DAY

  it('any concern comes back from a file as it was written', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (concerns) => {
        const parts = {
          settings: DEFAULT_SETTINGS,
          registers: [],
          lessons: [],
          concerns,
          looks: {},
        }
        expect(readContent(writeContent(parts)).concerns).toEqual(concerns)
      }),
    )
  })
  it('no concern is there twice, none that is here is touched, each of the file is told once', () => {
    fc.assert(
      fc.property(some, here, fc.integer({ min: 1, max: 60 }), (file, mine, days) => {
        const { added, said } = mergeConcerns(file, mine, days, NOW)
        const refs = [...mine, ...added].map((one) => one.ref)
        expect(new Set(refs).size).toBe(refs.length)
        for (const one of added) {
          expect(file).toContain(one)
          expect(one.at + days * DAY).toBeGreaterThan(NOW)
        }
        expect(said.added).toBe(added.length)
        expect(said.added + said.alreadyHere + said.differ.length + said.expired).toBe(file.length)
        // A second time there is nothing left to add.
        expect(mergeConcerns(file, [...mine, ...added], days, NOW).added).toEqual([])
      }),
    )
  })
  it('one whose fields stand in another order is the same one', () => {
    const turned = Object.fromEntries(Object.entries(ONE).toReversed())
    const same = storedConcern.parse(turned)
    expect(mergeConcerns([same, ONE], [turned as unknown as Concern], 1, TEN).said).toMatchObject({
      added: 0,
      alreadyHere: 2,
      differ: [],
    })
  })
})
