import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskParts } from '../../lib/desk/desk.ts'
import { AGAIN_AFTER_MS, PATIENCE_MS } from '../../lib/desk/loading.ts'
import type { Shelf } from '../../lib/desk/shelf.ts'
import { capabilitiesOf } from '../../lib/platforms/capabilities.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { breakableJournal } from '../support/breakable.ts'
import { T0, YEAR4, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { memoryConcerns } from '../support/memoryConcerns.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { memoryUndos } from '../support/memoryUndos.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation, participant } from '../support/observe.ts'
import { NO_PLAN } from '../../lib/desk/plan.ts'
import { NEW_HERE } from '../../lib/welcome/progress.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const dev = participant('p1', 'Dev Shah')
const stranger = participant('p9', 'Bob Nobody')
const MARSH = { name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }
const refused = () => Promise.reject(new Error('It can’t be read.'))

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function shelfWith(change: Partial<Shelf>): Shelf {
  return {
    registers: async () => [YEAR4],
    saveRegister: async () => undefined,
    deleteRegister: async () => undefined,
    ...memoryUndos([]),
    ...memoryConcerns(),
    lastLook: async () => undefined,
    saveLastLook: async () => undefined,
    managed: async () => ({}),
    settings: async () => ({ ...DEFAULT_SETTINGS, dsl: [MARSH] }),
    saveSettings: async () => undefined,
    welcome: async () => NEW_HERE,
    saveWelcome: async () => undefined,
    plan: async () => NO_PLAN,
    savePlan: async () => undefined,
    eraseAll: async () => undefined,
    ...change,
  }
}

function deskWith(
  shelf: Partial<Shelf>,
  journal = memoryJournal(),
  parts: Partial<DeskParts> = {},
) {
  return deskAt(T0, journal, memoryLooks(), {}, { shelf: shelfWith(shelf), ...parts })
}

const idsOf = ({ banners }: Awaited<ReturnType<typeof nextView>>) => banners.map(({ id }) => id)

describe('a database that can’t be opened', () => {
  it('leaves the panel its view, with the numbers to ring and what is wrong', async () => {
    const { journal } = breakableJournal(true)
    const view = await nextView(deskWith({ registers: refused }, journal).desk)
    expect(view.phase).toBe('none')
    expect(view.dsl).toEqual([MARSH])
    expect(idsOf(view)).toEqual(['database'])
  })

  it('leaves the lesson watched: names, prompts, the lock, an emergency, and the record to save', async () => {
    const { journal, stored } = breakableJournal(true)
    const { desk, clock } = deskWith({}, journal)
    const tab = meetingTab(desk)
    await tab.observe(observation([khan]))
    // The classes are read where only the lessons can't be.
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    clock.now += MINUTE
    await tab.observe(observation([khan, dev, stranger]))
    expect(tab.overlay()?.prompts.map(({ kind }) => kind)).toContain('unknownPerson')
    await desk.fromPage('perform', { command: { kind: 'lock' } })
    expect(tab.commands()).toEqual([{ kind: 'lock' }])
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await desk.fromPage('emergency', { step: 'dslTold', note: 'Helen Marsh' })
    const view = await nextView(desk)
    expect(view.phase).toBe('during')
    expect(view.session?.className).toBe('Year 4 Maths')
    expect(view.people.filter((row) => row.where === 'inCall')).toHaveLength(3)
    expect(idsOf(view)).toContain('database')
    await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
    expect((await nextView(desk)).phase).toBe('after')
    const [first] = await desk.fromPage('sessions', {})
    const record = await desk.fromPage('record', { sessionId: first?.sessionId ?? '' })
    expect(record?.people.map((person) => person.name)).toContain('Dev Shah')
    // A second lesson of the day does not take the first one's record away.
    clock.now += 10 * MINUTE
    await tab.observe(observation([khan], { code: 'xyz-xyz-xyz' }))
    expect(await desk.fromPage('sessions', {})).toHaveLength(2)
    expect(await desk.fromPage('record', { sessionId: first?.sessionId ?? '' })).toEqual(record)
    expect(stored.events.size).toBe(0)
  })

  it('does not call the list of past lessons empty', async () => {
    const { journal } = breakableJournal(true)
    await expect(deskWith({}, journal).desk.fromPage('sessions', {})).rejects.toThrow()
  })

  it('is not waited for where it never answers', async () => {
    vi.useFakeTimers()
    const journal = { ...memoryJournal(), live: () => new Promise<never>(() => undefined) }
    const view = nextView(deskWith({}, journal).desk)
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    expect(idsOf(await view)).toEqual(['database'])
  })
})

describe('a database that can be opened later', () => {
  it('gets the lesson that began meanwhile, and the banner goes', async () => {
    const { journal, stored, how } = breakableJournal(true)
    const { desk, clock } = deskWith({}, journal)
    const tab = meetingTab(desk)
    await tab.observe(observation([khan, dev]))
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    expect(stored.events.size).toBe(0)
    how.broken = false
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    const view = await nextView(desk)
    expect(view.banners).toEqual([])
    await tab.observe(observation([khan]))
    await desk.fromPage('endSession', {})
    const [row, ...others] = await stored.rows()
    expect(others).toEqual([])
    expect(row?.sessionId).toBe(view.session?.sessionId)
    const record = await desk.fromPage('record', { sessionId: row?.sessionId ?? '' })
    expect(record?.journal?.check).toBe('intact')
    expect(record?.people.map((person) => person.name)).toContain('Dev Shah')
    expect(await stored.live()).toEqual([])
  })

  it('closes the half of the lesson that lies in it, as it was, and hands its class on', async () => {
    const { journal, stored, how } = breakableJournal(false)
    const before = deskWith({}, journal)
    await meetingTab(before.desk).observe(observation([khan, dev]))
    await before.desk.fromPage('chooseClass', {
      registerId: 'year4',
      packId: 'combined',
      plannedStartAt: T0,
    })
    const [first] = await stored.rows()
    const written = await stored.read(first?.sessionId ?? '')
    // The worker dies; the next one can't open the database at first.
    how.broken = true
    const { desk, clock } = deskWith({}, journal)
    clock.now = T0 + 2 * MINUTE
    const tab = meetingTab(desk)
    await tab.observe(observation([khan, dev]))
    expect((await nextView(desk)).session?.className).toBeUndefined()
    how.broken = false
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    expect((await nextView(desk)).banners.map(({ id }) => id)).toEqual(['goesOn'])
    // Dev was in the first half: it is the same lesson, with the same start.
    await tab.observe(observation([khan, dev]))
    const { session } = await nextView(desk)
    expect(session).toMatchObject({ className: 'Year 4 Maths', plannedStartAt: T0 })
    expect(session?.sessionId).not.toBe(first?.sessionId)
    expect((await stored.live()).map((row) => row.sessionId)).toEqual([session?.sessionId])
    const now = await stored.read(first?.sessionId ?? '')
    expect(now.slice(0, written.length)).toEqual(written)
    expect(now.at(-1)).toMatchObject({ type: 'ended', reason: 'interrupted' })
  })

  it('takes up a lesson as it would have on waking, where none began meanwhile', async () => {
    const { journal, how } = breakableJournal(false)
    const before = deskWith({}, journal)
    await meetingTab(before.desk).observe(observation([khan, dev]))
    const { session } = await nextView(before.desk)
    how.broken = true
    const { desk, clock } = deskWith({}, journal)
    clock.now = T0 + MINUTE
    expect((await nextView(desk)).phase).toBe('none')
    how.broken = false
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    expect((await nextView(desk)).session?.sessionId).toBe(session?.sessionId)
  })

  it('keeps the other lessons where one of them can’t be read', async () => {
    const stored = memoryJournal()
    const before = deskWith({}, stored)
    await meetingTab(before.desk).observe(observation([khan, dev]))
    const { session } = await nextView(before.desk)
    await stored.open(
      {
        sessionId: 'old',
        platform: 'meet',
        code: 'old',
        startedAt: T0 - DAY,
        interrupted: false,
        className: '',
        people: 0,
      },
      [],
    )
    const read = (id: string) => (id === 'old' ? refused() : stored.read(id))
    const { desk } = deskWith({}, { ...stored, read })
    const view = await nextView(desk)
    expect(view.session?.sessionId).toBe(session?.sessionId)
    expect(view.banners.map(({ id }) => id)).not.toContain('database')
  })

  it('is given the classes too, and nobody is called a stranger any more', async () => {
    let broken = true
    const { desk, clock } = deskWith({ registers: async () => (broken ? refused() : [YEAR4]) })
    expect(idsOf(await nextView(desk))).toEqual(['classes'])
    broken = false
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    const view = await nextView(desk)
    expect(view.banners).toEqual([])
    expect(view.registers.map(({ id }) => id)).toEqual(['year4'])
  })
})

describe('settings that can’t be read', () => {
  const managed = { safeguardingContacts: [MARSH] }

  it('leave what the school has set for all, and the lesson watched without a look at rooms', async () => {
    const { desk } = deskWith({ settings: refused, managed: async () => managed })
    const tab = meetingTab(desk)
    await tab.observe(observation([khan, dev]))
    const view = await nextView(desk)
    expect(view.phase).toBe('during')
    expect(view.dsl).toEqual([MARSH])
    expect(view.roomCheck.state).toBe('off')
    expect(tab.overlay()?.sampleRooms).toBe(false)
    expect(idsOf(view)).toContain('settings')
    expect(view.lock.dueAt).toBe(T0 + 5 * MINUTE)
  })

  it('delete nothing by a time that is not the school’s', async () => {
    const journal = memoryJournal()
    await meetingTab(deskAt(T0 - 400 * DAY, journal).desk).observe(observation([khan]))
    let broken = true
    const settings = async () =>
      broken ? refused() : { ...DEFAULT_SETTINGS, retentionDays: 3650, dsl: [MARSH] }
    const { desk, clock } = deskWith({ settings }, journal)
    await desk.tick()
    // Nor is a lesson closed by rules that are only guessed.
    expect(await journal.live()).toHaveLength(1)
    broken = false
    clock.now += AGAIN_AFTER_MS
    await desk.tick()
    await desk.tick()
    expect((await nextView(desk)).banners).toEqual([])
    expect((await nextView(desk)).dsl).toEqual([MARSH])
    expect(await journal.rows()).toHaveLength(1)
    expect(await journal.live()).toEqual([])
  })

  it('stay as they were read last where the school’s change comes while they can’t be', async () => {
    let broken = false
    const settings = async () => (broken ? refused() : { ...DEFAULT_SETTINGS, dsl: [MARSH] })
    const { desk } = deskWith({ settings })
    expect((await nextView(desk)).dsl).toEqual([MARSH])
    broken = true
    await desk.managedChanged()
    expect((await nextView(desk)).dsl).toEqual([MARSH])
  })

  it('do not keep a lesson from beginning where what was prepared can’t be kept either', async () => {
    const { desk } = deskWith({ plan: refused, savePlan: refused })
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    await meetingTab(desk).observe(observation([khan]))
    expect((await nextView(desk)).session?.className).toBe('Year 4 Maths')
  })
})

describe('a panel', () => {
  it('gets a view also where something of ours went wrong on the way to it', async () => {
    let failures = 1
    const capabilities: DeskParts['capabilities'] = (...asked) => {
      failures -= 1
      if (failures === 0) throw new Error('A mistake of ours.')
      return capabilitiesOf(...asked)
    }
    const { desk } = deskWith({}, memoryJournal(), { capabilities })
    expect((await nextView(desk)).dsl).toEqual([MARSH])
    expect(failures).toBeLessThan(1)
  })
})
