import { beforeEach, describe, expect, it, vi } from 'vitest'
import { T0, deskAt, meetingTab } from '../support/desk.ts'
import { dev, khan, typesOf } from '../support/heldLesson.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation } from '../support/observe.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

/** A lesson whose disk is full when it ends. */
async function endedOnFullDisk() {
  const journal = memoryJournal()
  const running: boolean[] = []
  const wakes: number[] = []
  const { desk, clock } = deskAt(T0, journal, undefined, undefined, {
    setRunning: (is) => void running.push(is),
    wakeIn: (ms) => void wakes.push(ms),
  })
  const tab = meetingTab(desk)
  await tab.observe(observation([khan, dev]))
  await desk.fromPage('chooseClass', {
    registerId: 'year4',
    packId: 'combined',
    plannedStartAt: T0,
  })
  const [row] = await journal.rows()
  const sessionId = row?.sessionId ?? ''
  clock.now += 60_000
  journal.full = true
  wakes.splice(0)
  await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
  return { desk, clock, journal, sessionId, running, wakes }
}

describe('an end that the disk did not take', () => {
  it('keeps the background awake until it is written', async () => {
    const { desk, journal, sessionId, running, wakes } = await endedOnFullDisk()
    expect(await typesOf(journal, sessionId)).not.toContain('ended')
    expect(running.at(-1)).toBe(true)
    expect(wakes.length).toBeGreaterThan(0)
    await desk.tick()
    expect(running.at(-1)).toBe(true)

    journal.full = false
    await desk.tick()
    expect(await typesOf(journal, sessionId)).toContain('ended')
    expect(await journal.row(sessionId)).toMatchObject({
      className: 'Year 4 Maths',
      endedAt: T0 + 60_000,
      interrupted: false,
      register: { id: 'year4' },
    })
    expect(running.at(-1)).toBe(false)
    const record = await desk.fromPage('record', { sessionId })
    expect(record).toMatchObject({ journal: { check: 'intact' }, endReason: 'endedForAll' })
  })

  it('is written of one that is no longer shown, too', async () => {
    const { desk, clock, journal, sessionId } = await endedOnFullDisk()
    clock.now += 60_000
    const next = meetingTab(desk, 2)
    await next.observe(observation([khan], { code: 'xyz-abcd-efg' }))
    journal.full = false
    await desk.tick()
    expect(await typesOf(journal, sessionId)).toContain('ended')
    expect((await journal.row(sessionId))?.endedAt).toBe(T0 + 60_000)
  })

  it('does not bring a lesson back that was deleted meanwhile', async () => {
    const { desk, journal, sessionId } = await endedOnFullDisk()
    await desk.fromPage('deleteSession', { sessionId })
    journal.full = false
    await desk.tick()
    expect(await journal.rows()).toEqual([])
  })
})

describe('a page that was gone', () => {
  async function lesson() {
    const stage = deskAt()
    const tab = meetingTab(stage.desk)
    await tab.observe(observation([khan, dev]))
    stage.clock.now += 5_000
    await tab.observe(observation([khan, dev]))
    const [row] = await stage.journal.rows()
    const unwatched = async () => {
      await stage.desk.fromPage('endSession', {})
      const record = await stage.desk.fromPage('record', { sessionId: row?.sessionId ?? '' })
      return (record?.unwatched ?? []).map(({ from, to }) => [from - T0, to - T0])
    }
    return { ...stage, tab, unwatched }
  }
  it('is in the record for as long as it was, also under a minute', async () => {
    const { desk, clock, tab, unwatched } = await lesson()
    await tab.leave()
    clock.now += 40_000
    await meetingTab(desk).observe(observation([khan, dev]))
    clock.now += 10_000
    expect(await unwatched()).toEqual([[5_000, 45_000]])
  })
  it('is not, where it was only drawn anew', async () => {
    const { desk, clock, tab, unwatched } = await lesson()
    await tab.leave()
    clock.now += 20_000
    await meetingTab(desk).observe(observation([khan, dev]))
    expect(await unwatched()).toEqual([])
  })
  it('is in it where its tab was there and silent for two minutes', async () => {
    const { desk, clock, tab, unwatched } = await lesson()
    clock.now += 120_000
    await desk.alive(tab.tab)
    clock.now += 10_000
    await tab.observe(observation([khan, dev]))
    expect(await unwatched()).toEqual([[5_000, 125_000]])
  })
  it('is not, where it was there all the time and could not be read', async () => {
    const { desk, clock, tab, unwatched } = await lesson()
    clock.now += 10_000
    await tab.observe(observation([], { phase: 'unknown' }))
    for (let sign = 0; sign < 7; sign += 1) {
      clock.now += 20_000
      await desk.alive(tab.tab)
    }
    await tab.observe(observation([khan, dev]))
    expect(await unwatched()).toEqual([])
  })
  it('is not, where it gave signs of life all the time', async () => {
    const { desk, clock, tab, unwatched } = await lesson()
    for (let sign = 0; sign < 12; sign += 1) {
      clock.now += 20_000
      await desk.alive(tab.tab)
    }
    expect(await unwatched()).toEqual([])
  })
})
