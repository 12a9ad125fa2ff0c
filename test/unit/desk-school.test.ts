import { describe, expect, it } from 'vitest'
import type { ConcernDraft } from '../../lib/concern/schema.ts'
import type { SessionEvent } from '../../lib/session/index.ts'
import { rulesFor, schoolOf } from '../../lib/desk/school.ts'
import { wrongClass } from '../../lib/desk/wrongClass.ts'
import { formatRules, parsePack } from '../../lib/protocol/pack.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { clockText } from '../../lib/protocol/time.ts'
import { parseRecord, printModel, toEventsCsv, toJson } from '../../lib/record/index.ts'
import { managedOf } from '../../lib/storage/managed.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { example } from '../../lib/storage/migrations/v3.ts'
import { schoolSettings } from '../../lib/storage/settings.ts'
import { T0, YEAR4, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
/** The same with its fields in another order, as a form or a file may give it. */
const turned = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).toReversed()) as T
const hillside = schoolSettings.parse(example)
const own = hillside.ownPack
if (own === undefined) throw new Error('the example has no rules of its own')
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })

const CONCERN: ConcernDraft = {
  happenedAt: T0,
  timeZone: 'Europe/London',
  where: 'Year 4 Maths',
  writer: 'Aisha Khan, teacher',
  about: 'Dev Shah',
  category: 'disclosure',
  words: 'the child’s very own words',
  facts: 'Dev said this twice.',
  opinion: '',
  present: '',
  actions: '',
  told: '',
}

async function running(stage = deskAt(), packId = 'combined') {
  const tab = meetingTab(stage.desk)
  await tab.observe(observation([khan]))
  await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId })
  return { ...stage, tab }
}

describe('what holds on this computer', () => {
  it('is what was stored, with the school’s own rules among those to choose', () => {
    const { packs, setBySchool, settings } = schoolOf(hillside, {})
    expect(packs.map((one) => one.id)).toEqual([
      'combined',
      'ernesford-grange',
      'crossways',
      'hillside',
    ])
    expect(setBySchool).toEqual([])
    expect(settings).toEqual(hillside)
  })
  it('is what the school has set, for as much as it has set', () => {
    const managed = managedOf({
      policyPack: formatRules(own),
      schoolName: 'Hillside Trust',
      safeguardingContacts: [{ name: 'Helen Marsh', phone: '01632 960 101' }],
      retentionDays: 180,
      concernDays: 10,
      headteacher: { phone: 'no name' },
    })
    const school = schoolOf(DEFAULT_SETTINGS, managed)
    expect(school.packs).toEqual([own])
    expect(school.setBySchool).toEqual([
      'schoolName',
      'packId',
      'dsl',
      'retentionDays',
      'concernDays',
    ])
    expect(school.settings).toMatchObject({
      schoolName: 'Hillside Trust',
      packId: 'hillside',
      dsl: [{ name: 'Helen Marsh', role: '', phone: '01632 960 101' }],
      retentionDays: 180,
      concernDays: 10,
      headteacher: { name: '' },
    })
    expect(school.unusable).toEqual(['headteacher'])
    expect(rulesFor(school, 'combined').pack).toEqual(own)
  })
  it('says why the school’s rules can’t be used, and does not use half of them', () => {
    for (const [policyPack, said] of [
      ['{', /is no JSON file/],
      [formatRules({ ...own, chat: 'loud' as 'off' }), /Invalid option/],
      [formatRules({ ...own, clauses: ['EG-24'], locks: false }), /contradicts clause EG-24/],
      [JSON.stringify({ ...own, teaTime: 4 }), /teaTime/],
    ] as const) {
      const school = schoolOf(DEFAULT_SETTINGS, { policyPack })
      expect(school.problems.map((one) => `${one.path} ${one.message}`).join()).toMatch(said)
      expect(school.setBySchool).toEqual([])
      expect(rulesFor(school, undefined).pack.id).toBe('combined')
    }
  })
  it('is read back also where a later version sees a contradiction in it', () => {
    const ownPack = { ...own, parentPresence: 'start' as const, parentRecheckMinutes: 0 }
    expect(parsePack(ownPack)).toMatchObject({ errors: [{ path: 'parentPresence' }] })
    expect(schoolSettings.parse({ ...hillside, ownPack }).ownPack).toEqual(ownPack)
  })
  it('knows that chosen rules are gone', () => {
    expect(rulesFor(schoolOf(DEFAULT_SETTINGS, {}), 'hillside')).toMatchObject({
      known: false,
      pack: { id: 'combined' },
    })
  })
})

describe('how long things are kept', () => {
  const DAY = 24 * 60 * MINUTE
  it.each([
    ['as stored here', {}, 365],
    ['as the school has set', { retentionDays: 180 }, 180],
    [
      'as in the rules that the school has set',
      { policyPack: formatRules({ ...own, retentionDays: 90 }) },
      90,
    ],
    [
      'as the school has set, whatever its rules say',
      { policyPack: formatRules({ ...own, retentionDays: 90 }), retentionDays: 30 },
      30,
    ],
  ] as const)('is shown as it happens: %s', async (_, managed, days) => {
    const { desk, clock } = await running(deskAt(T0, undefined, undefined, managed))
    await desk.fromPage('endSession', {})
    const [lesson] = await desk.fromPage('sessions', {})
    expect(lesson?.deleteAt).toBe(T0 + days * DAY)
    expect((await desk.fromPage('school', {})).settings.retentionDays).toBe(days)
    clock.now = T0 + days * DAY - 60 * MINUTE
    await desk.tick()
    expect(await desk.fromPage('sessions', {})).toHaveLength(1)
    clock.now = T0 + days * DAY
    await desk.tick()
    expect(await desk.fromPage('sessions', {})).toEqual([])
  })
  it('is set for concerns by the school as well', async () => {
    const { desk, clock } = await running(deskAt(T0, undefined, undefined, { concernDays: 3 }))
    await desk.fromPage('saveConcern', { concern: CONCERN })
    clock.now = T0 + 3 * DAY - 60 * MINUTE
    await desk.tick()
    expect(await desk.fromPage('concerns', {})).toHaveLength(1)
    clock.now = T0 + 3 * DAY
    await desk.tick()
    expect(await desk.fromPage('concerns', {})).toEqual([])
  })
  it('is no number of days that nobody could mean', () => {
    for (const concernDays of [0, 366, 1.5, '30'])
      expect(managedOf({ concernDays })).toEqual({ unusable: ['concernDays'] })
  })
})

describe('the rules of a running lesson', () => {
  it('are the school’s own ones once they are saved, lock and all', async () => {
    const { desk } = await running()
    await desk.fromPage('saveSettings', hillside)
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'hillside' })
    const view = await nextView(desk)
    expect(view.packId).toBe('hillside')
    expect(view.packs.map((one) => one.id)).toContain('hillside')
    expect(view.lock.dueAt).toBe(T0 + 10 * MINUTE)
    expect(view.banners).toEqual([])
  })
  it('say in the record which held when, where they are changed in the settings', async () => {
    const { desk, clock } = await running()
    const held = async () =>
      (await desk.fromPage('record', { sessionId: `meet:abc-defg-hij:${T0}` }))?.rules
    await desk.fromPage('saveSettings', hillside)
    // Only other settings: this lesson was begun with rules that still hold.
    expect(await held()).toEqual([
      { from: T0, packId: 'combined', packVersion: packById('combined').version, by: 'chosen' },
    ])
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'hillside' })
    clock.now = T0 + 20 * MINUTE
    const later = { ...own, version: '9', lockAfterMinutes: 3 }
    await desk.fromPage('saveSettings', { ...hillside, ownPack: later })
    expect((await held())?.slice(1)).toEqual([
      { from: T0, packId: 'hillside', packVersion: own.version, by: 'chosen' },
      { from: T0 + 20 * MINUTE, packId: 'hillside', packVersion: '9', by: 'settings' },
    ])
    // A change that kept its version is one all the same; the same rules once more are none.
    await desk.fromPage('saveSettings', { ...hillside, ownPack: { ...later, lockAfterMinutes: 4 } })
    await desk.fromPage('saveSettings', {
      ...hillside,
      ownPack: turned({ ...later, lockAfterMinutes: 4 }),
    })
    const record = await desk.fromPage('record', { sessionId: `meet:abc-defg-hij:${T0}` })
    expect(record?.rules).toHaveLength(4)
    expect(record).toMatchObject({ packId: 'hillside', packVersion: '9' })
    if (record === undefined) return
    expect(printModel(record).footer[0]).toContain(
      `hillside 9 from ${clockText(clock.now, 'Europe/London')}`,
    )
    expect(toEventsCsv(record)).toContain(
      '"Rules changed","","hillside 9, changed in the settings"',
    )
    expect(parseRecord(toJson(record))).toHaveProperty('record')
  })
  it('say it where the school changes them for all, also while the browser was gone', async () => {
    const ernesford = packById('ernesford-grange')
    const managed: { policyPack?: string } = {}
    const { desk, tab, clock, journal } = await running(deskAt(T0, undefined, undefined, managed))
    const held = async (of = desk) =>
      (await of.fromPage('record', { sessionId: `meet:abc-defg-hij:${T0}` }))?.rules?.slice(1)
    managed.policyPack = formatRules(ernesford)
    clock.now = T0 + 2 * MINUTE
    await tab.observe(observation([khan]))
    await desk.managedChanged()
    const first = { packId: 'ernesford-grange', packVersion: ernesford.version, by: 'managed' }
    expect(await held()).toEqual([{ ...first, from: T0 + 2 * MINUTE }])
    const next = { policyPack: formatRules({ ...ernesford, version: '7' }) }
    const again = deskAt(T0 + 4 * MINUTE, journal, undefined, next)
    await again.desk.managedChanged()
    expect(await held(again.desk)).toEqual([
      { ...first, from: T0 + 2 * MINUTE },
      { ...first, packVersion: '7', from: T0 + 4 * MINUTE },
    ])
  })
  it('are said to be lost where nobody has them any more', async () => {
    const { desk } = await running()
    await desk.fromPage('saveSettings', hillside)
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'hillside' })
    await desk.fromPage('saveSettings', DEFAULT_SETTINGS)
    const view = await nextView(desk)
    expect(view.banners.map((one) => one.id)).toEqual(['lostRules'])
    expect(view.checklist.length).toBeGreaterThan(3)
  })
  it('are those that the school has set, whatever is chosen', async () => {
    const managed = { policyPack: formatRules(packById('ernesford-grange')) }
    const { desk } = await running(deskAt(T0, undefined, undefined, managed), 'crossways')
    const view = await nextView(desk)
    expect(view.packId).toBe('ernesford-grange')
    expect(view.packs).toHaveLength(1)
    expect(await desk.fromPage('school', {})).toMatchObject({
      setBySchool: ['packId', 'retentionDays'],
    })
  })
  it('are said to be broken where the school’s can’t be read', async () => {
    const { desk } = await running(deskAt(T0, undefined, undefined, { policyPack: '{}' }))
    const view = await nextView(desk)
    expect(view.banners[0]).toMatchObject({ id: 'rules', tone: 'problem' })
    expect(view.banners[0]?.text).toMatch(/tell your technician/)
  })
})

describe('a lesson that broke off unseen', () => {
  const managed = { schoolName: 'Hillside Trust' }
  const amelia = participant('p1', 'Amelia Potter')
  /** The lesson as it is on disk, and a browser that starts a day later. */
  const later = async (damage: (events: SessionEvent[]) => void) => {
    const journal = memoryJournal()
    const first = await running(deskAt(T0, journal, undefined, managed))
    await first.tab.observe(observation([khan, amelia]))
    const [[sessionId, events] = ['', []]] = journal.events
    damage(events)
    const { desk } = deskAt(T0 + 24 * 60 * MINUTE, journal, undefined, managed)
    await desk.ready()
    const row = await journal.row(sessionId)
    const record = await desk.fromPage('record', { sessionId })
    const known = await desk.fromPage('knownNames', { sessionId })
    return { row, record, known }
  }
  it.each([
    ['its journal is whole', () => undefined],
    ['its journal has a hole', (events: SessionEvent[]) => void events.splice(1, 1)],
  ] as const)(
    'is judged by its own class and rules, under the school’s name: %s',
    async (_, damage) => {
      const { row, record, known } = await later(damage)
      expect(row).toMatchObject({
        interrupted: true,
        className: 'Year 4 Maths',
        register: { id: 'year4' },
        pack: { id: 'combined', schoolName: 'Hillside Trust' },
        dsl: [],
      })
      expect(record).toMatchObject({ schoolName: 'Hillside Trust', interrupted: true })
      expect(record?.people.find((one) => one.name === 'Amelia Potter')).toMatchObject({
        kind: 'pupil',
        personId: 'amelia',
      })
      expect(record?.notSeen.map((one) => one.name)).toContain('Dev Shah')
      // Who has to be covered in the record with initials: by the class as it was.
      expect(known).toEqual(expect.arrayContaining(['Dev Shah', 'Amelia Potter']))
    },
  )
})

describe('a concern', () => {
  const draft = CONCERN
  it('is kept apart: the lesson has its reference and nothing else of it', async () => {
    const { desk, journal } = await running()
    const sessionId = (await nextView(desk)).session?.sessionId ?? ''
    const kept = await desk.fromPage('saveConcern', { concern: { ...draft, sessionId } })
    expect(kept.ref).toBe('C-20261120-1000-1')
    expect(JSON.stringify(await journal.read(sessionId))).not.toMatch(/very own words|Dev said/)
    const record = await desk.fromPage('record', { sessionId })
    expect(record?.concerns).toEqual([{ at: T0, ref: kept.ref }])
    expect(JSON.stringify(record)).not.toMatch(/very own words/)
    expect(await desk.fromPage('concerns', {})).toEqual([kept])
  })
  it('is changed under its own reference, once in the lesson', async () => {
    const { desk, clock } = await running()
    const sessionId = (await nextView(desk)).session?.sessionId ?? ''
    const first = await desk.fromPage('saveConcern', { concern: { ...draft, sessionId } })
    const again = { ...draft, sessionId, told: 'Helen Marsh' }
    clock.now = T0 + 7 * MINUTE
    await desk.fromPage('saveConcern', { concern: again, ref: first.ref })
    const changed = { ...first, told: 'Helen Marsh', changedAt: T0 + 7 * MINUTE }
    expect(await desk.fromPage('concerns', {})).toEqual([changed])
    // Opened and kept again as it is: no change.
    clock.now = T0 + 9 * MINUTE
    await desk.fromPage('saveConcern', { concern: again, ref: first.ref })
    expect(await desk.fromPage('concerns', {})).toEqual([changed])
    expect((await desk.fromPage('record', { sessionId }))?.concerns).toHaveLength(1)
  })
  it('never takes the place of another, also where an earlier one was deleted in the same minute', async () => {
    const { desk } = await running()
    const first = await desk.fromPage('saveConcern', { concern: draft })
    const second = await desk.fromPage('saveConcern', { concern: draft })
    await desk.fromPage('deleteConcern', { ref: first.ref })
    const third = await desk.fromPage('saveConcern', { concern: { ...draft, about: 'Amelia' } })
    expect((await desk.fromPage('concerns', {})).map(({ ref, about }) => [ref, about])).toEqual([
      [second.ref, 'Dev Shah'],
      [third.ref, 'Amelia'],
    ])
  })
  it('gets a reference of its own, also when two are sent at once', async () => {
    const { desk } = await running()
    const send = (about: string) => desk.fromPage('saveConcern', { concern: { ...draft, about } })
    await Promise.all([send('Dev'), send('Amelia')])
    const all = await desk.fromPage('concerns', {})
    expect(all.map((one) => one.about).toSorted()).toEqual(['Amelia', 'Dev'])
  })
  it('is deleted by hand, and by itself after its own days, not the lessons’', async () => {
    const { desk, clock } = await running()
    await desk.fromPage('saveConcern', { concern: draft })
    const second = await desk.fromPage('saveConcern', { concern: draft })
    await desk.fromPage('deleteConcern', { ref: second.ref })
    expect(await desk.fromPage('concerns', {})).toHaveLength(1)
    clock.now = T0 + 29 * 24 * 60 * MINUTE
    await desk.tick()
    expect(await desk.fromPage('concerns', {})).toHaveLength(1)
    clock.now = T0 + 30 * 24 * 60 * MINUTE
    await desk.tick()
    expect(await desk.fromPage('concerns', {})).toEqual([])
  })
})

describe('the wrong class', () => {
  const YEAR5 = {
    ...YEAR4,
    id: 'year5',
    name: 'Year 5 Maths',
    pupils: ['Ada', 'Ben', 'Cleo', 'Dan'].map((name) => pupil(name, name, 'Smith')),
  }
  const call = async (names: readonly string[]) => {
    const { desk, tab } = await running()
    await desk.fromPage('saveRegister', { register: YEAR5 })
    await desk.fromPage('saveRegister', { register: YEAR4 })
    await tab.observe(observation([khan, ...names.map((name, i) => participant(`p${i}`, name))]))
    return nextView(desk)
  }
  it('is said when most names are those of another register', async () => {
    const view = await call(['Ada Smith', 'Ben Smith', 'Cleo Smith'])
    expect(view.banners).toMatchObject([{ id: 'class', tone: 'problem' }])
    expect(view.banners[0]?.text).toMatch(/“Year 5 Maths”/)
  })
  it('is not said for one or two visitors, nor for a mixed call', async () => {
    expect((await call(['Ada Smith', 'Ben Smith'])).banners).toEqual([])
    expect(
      (await call(['Ada Smith', 'Ben Smith', 'Cleo Smith', 'Amelia Potter', 'Dev Shah'])).banners,
    ).toEqual([])
  })
  it('is never said without a class, nor of one that is put away', async () => {
    const { desk, tab } = await running()
    await tab.observe(
      observation([
        khan,
        ...YEAR5.pupils.map((one) => participant(one.id, `${one.firstName} Smith`)),
      ]),
    )
    const state = await desk.fromPage('sessions', {})
    expect(state).toHaveLength(1)
    expect(wrongClass({ people: [] } as never, undefined, [YEAR5])).toBeUndefined()
    await desk.fromPage('saveRegister', { register: { ...YEAR5, archivedAt: T0 } })
    expect((await nextView(desk)).banners).toEqual([])
  })
})
