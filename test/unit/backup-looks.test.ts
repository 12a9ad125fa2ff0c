import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { readContent, writeContent } from '../../lib/backup/content.ts'
import { mergeLooks } from '../../lib/backup/mergeLooks.ts'
import { open, seal } from '../../lib/backup/seal.ts'
import { LooksDesk } from '../../lib/desk/looks.ts'
import type { PackFile } from '../../lib/desk/looks.ts'
import type { Platform } from '../../lib/meeting/index.ts'
import { MEET_PACK } from '../../lib/platforms/meet/index.ts'
import { formatPack } from '../../lib/platforms/pack.ts'
import type { SelectorPack } from '../../lib/platforms/pack.ts'
import { TEAMS_PACK } from '../../lib/platforms/teams/index.ts'
import { Database } from '../../lib/storage/database.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { databaseVault } from '../../lib/storage/vault.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const WORDS = 'correct horse battery staple'
const ASKED = { passphrase: WORDS, concerns: false }

const made: Database[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const db of made.splice(0)) await db.delete()
})

type BySite<T> = Partial<Record<Platform, T>>

/** A computer on which these packs were loaded, and where a school may have set others. */
function computer(files: BySite<PackFile> = {}, school: BySite<string> = {}, filesOff = false) {
  const db = new Database(`looks-${made.length}-${Math.random()}`)
  made.push(db)
  const looks = memoryLooks(school, files, () => filesOff)
  const edge = { read: async () => DEFAULT_SETTINGS, write: async () => undefined }
  return { db, looks, vault: databaseVault(db, edge, looks, '0.1.0') }
}

const pack = (asOf: string, of: SelectorPack = MEET_PACK, seen = 'a technician'): PackFile => ({
  name: `${asOf}.json`,
  loadedAt: TEN,
  text: formatPack({
    ...of,
    asOf,
    targets: {
      ...of.targets,
      leaveButton: [{ css: '[data-new-leave]', seen, generation: 'any' }],
    },
  }),
})
const FIRST = pack('2099-12-01')
const SECOND = pack('2099-12-02')
const OLD = pack('2020-01-01')

async function carried(from: BySite<PackFile>, to: ReturnType<typeof computer>) {
  const { text } = await computer(from).vault.backUp(ASKED, TEN)
  return (await to.vault.restore(WORDS, text, TEN)).looks
}

describe('selector packs in a backup', () => {
  it('come to another computer, where the site is read by them', async () => {
    const files = { meet: FIRST, teams: pack('2099-11-30', TEAMS_PACK) }
    const one = computer(files)
    expect(await one.vault.backUp(ASKED, TEN)).toMatchObject({ looks: 2 })
    const two = computer()
    expect(await carried(files, two)).toEqual({ meet: 'taken', teams: 'taken' })
    expect(await two.looks.files()).toEqual(files)
    const desk = new LooksDesk(two.looks)
    await desk.load()
    expect(desk.told('meet')).toMatchObject({ from: 'file', pack: { asOf: '2099-12-01' } })
  })
  it('taken in again change nothing', async () => {
    const two = computer({ meet: FIRST })
    const kept = vi.spyOn(two.looks, 'keep')
    expect(await carried({ meet: { ...FIRST, name: 'again', loadedAt: 1 } }, two)).toEqual({
      meet: 'alreadyHere',
    })
    expect(kept).not.toHaveBeenCalled()
  })
  // T-31
  it('take the place of an older one, never of a newer one or of another of the same day', async () => {
    const two = computer({ meet: FIRST })
    expect(await carried({ meet: SECOND }, two)).toEqual({ meet: 'taken' })
    expect(await carried({ meet: FIRST }, two)).toEqual({ meet: 'kept' })
    expect(await carried({ meet: pack('2099-12-02', MEET_PACK, 'another') }, two)).toEqual({
      meet: 'kept',
    })
    expect(await two.looks.files()).toEqual({ meet: SECOND })
  })
  it('take the place of one that can’t be used here', async () => {
    for (const meet of [OLD, { ...FIRST, text: '{' }]) {
      const two = computer({ meet })
      expect(await carried({ meet: FIRST }, two)).toEqual({ meet: 'taken' })
      expect(await two.looks.files()).toEqual({ meet: FIRST })
    }
  })
  it('are left out where the extension knows newer looks by itself', async () => {
    const two = computer()
    expect(await carried({ meet: OLD }, two)).toEqual({ meet: 'old' })
    expect(await two.looks.files()).toEqual({})
  })
  // T-31
  it('never change what the school has set; one of the school’s that can’t be used is no rule', async () => {
    const managed = computer({}, { meet: pack('2099-06-01').text })
    expect(await carried({ meet: FIRST }, managed)).toEqual({ meet: 'setBySchool' })
    expect(await managed.looks.files()).toEqual({})
    const broken = computer({}, { meet: '{"format":1}' })
    expect(await carried({ meet: FIRST }, broken)).toEqual({ meet: 'taken' })
  })
  it('are left out where the school wants none from files, a backup being one', async () => {
    const off = computer({}, {}, true)
    expect(await carried({ meet: FIRST }, off)).toEqual({ meet: 'filesOff' })
    expect(await off.looks.files()).toEqual({})
  })
  // T-31
  it('have to pass what one that is chosen by hand has to pass', () => {
    const here = { files: {}, school: {}, filesOff: false }
    const bad: readonly unknown[] = [
      null,
      7,
      'pack',
      {},
      { ...FIRST, text: 7 },
      { ...FIRST, loadedAt: -1 },
      { ...FIRST, name: 'x'.repeat(301) },
      { ...FIRST, text: '{}' },
      { ...FIRST, text: 'x'.repeat(1_000_001) },
      pack('2099-12-01', TEAMS_PACK),
      { ...FIRST, text: FIRST.text.replace('"format": 1', '"format": 1, "script": "x"') },
    ]
    for (const meet of bad)
      expect(mergeLooks({ meet }, here), JSON.stringify(meet)?.slice(0, 80)).toEqual({
        taken: [],
        said: { meet: 'unreadable' },
      })
    expect(mergeLooks({}, here)).toEqual({ taken: [], said: {} })
    expect(mergeLooks({ other: FIRST } as object, here).said).toEqual({})
  })
  it('are not taken where the rest of the file could not be', async () => {
    const { text } = await computer({ meet: FIRST }).vault.backUp(ASKED, TEN)
    const two = computer()
    vi.spyOn(two.db, 'transaction').mockRejectedValue(new Error('The disk is full.'))
    await expect(two.vault.restore(WORDS, text, TEN)).rejects.toThrow('full')
    expect(await two.looks.files()).toEqual({})
  })
})

describe('the form of a backup', () => {
  const parts = { settings: DEFAULT_SETTINGS, registers: [YEAR_4], lessons: [] }
  const concerns = [{ ...SAMPLE_CONCERN, ref: 'C-20261120-1005-1', at: TEN }]
  const versionOf = (text: string) => (JSON.parse(text) as { version: number }).version

  it('is the earliest that holds it all, so that an earlier version of the tool can read it', () => {
    expect(versionOf(writeContent({ ...parts, concerns: [], looks: {} }))).toBe(1)
    expect(versionOf(writeContent({ ...parts, concerns, looks: {} }))).toBe(2)
    expect(versionOf(writeContent({ ...parts, concerns: [], looks: { meet: FIRST } }))).toBe(3)
    const read = readContent(writeContent({ ...parts, concerns, looks: { meet: FIRST } }))
    expect(read).toMatchObject({ concerns, looks: { meet: FIRST }, registers: [YEAR_4] })
  })
  it('does not show from outside that it holds a pack', async () => {
    const { text } = await computer({ meet: FIRST }).vault.backUp(ASKED, TEN)
    expect(text).not.toMatch(/looks|2099/)
    expect(await open(text, WORDS)).toContain('data-new-leave')
  })
  it.each([
    [1, {}],
    [2, { concerns }],
  ])('of version %i restores as ever, and changes no pack that is here', async (version, more) => {
    const old = JSON.stringify({
      schema: 'lesson-steward/backup-content',
      version,
      ...parts,
      ...more,
      // What calls itself an earlier form holds none, whatever stands in it.
      looks: { meet: SECOND },
    })
    const two = computer({ meet: FIRST })
    const file = await seal(old, WORDS, { madeAt: TEN, toolVersion: '0.1.0' })
    expect(await two.vault.restore(WORDS, file, TEN)).toMatchObject({
      classes: { added: 1 },
      looks: {},
    })
    expect(await two.looks.files()).toEqual({ meet: FIRST })
  })
})
