import { describe, expect, it } from 'vitest'
import { startToPropose } from '../../components/panel/ChooseClass.tsx'
import { printModel, toCsv } from '../../lib/record/index.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('p2', 'Amelia Potter')
const dev = participant('p1', 'Dev Shah')

async function lesson(at = T0) {
  const stage = deskAt(at)
  const tab = meetingTab(stage.desk)
  await tab.observe(observation([khan]))
  await stage.desk.fromPage('chooseClass', {
    registerId: 'year4',
    packId: 'combined',
    plannedStartAt: at,
  })
  const records = async () => {
    const sessions = await stage.desk.fromPage('sessions', {})
    return Promise.all(
      sessions.map(({ sessionId }) => stage.desk.fromPage('record', { sessionId })),
    )
  }
  /** The page lives: it is read once a minute for so many minutes. */
  const goesOn = async (minutes: number, people = [khan, amelia]) => {
    for (let i = 0; i < minutes; i += 1) {
      stage.clock.now += MINUTE
      await tab.observe(observation(people))
    }
  }
  return { ...stage, tab, records, goesOn }
}

describe('two lessons back to back on one link', () => {
  it.each(['endedForAll', 'closedByTeacher'] as const)(
    'are two records with nothing of each other, after %s',
    async (how) => {
      const { desk, tab, clock, records, goesOn } = await lesson()
      await goesOn(40)
      if (how === 'endedForAll')
        await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
      else await desk.fromPage('endSession', {})
      clock.now += 5 * MINUTE
      await tab.observe(observation([khan]))
      const view = await nextView(desk)
      expect(view.phase).toBe('during')
      // No class, so that nobody of the next class is called a stranger or late by the last one.
      expect(view.session?.className ?? '').toBe('')
      expect(view.session?.plannedStartAt).toBeUndefined()
      await goesOn(10, [khan, dev])
      await desk.fromPage('endSession', {})
      const [second, first] = await records()
      expect(first).toMatchObject({ className: 'Year 4 Maths', lengthMinutes: 40 })
      expect(first?.people.map((one) => one.name)).toContain('Amelia Potter')
      expect(first?.people.map((one) => one.name)).not.toContain('Dev Shah')
      expect(second).toMatchObject({ className: '', lengthMinutes: 10 })
      expect(second?.people.map((one) => one.name)).not.toContain('Amelia Potter')
      for (const record of [first, second]) expect(record?.journal?.check).toBe('intact')
    },
  )
  /** A lesson from ten that the teacher left without ending it, and the next call on the link after `gap` minutes. */
  const leftAndNext = async (people: readonly ReturnType<typeof participant>[], gap = 10) => {
    const stage = await lesson()
    await stage.goesOn(40)
    await stage.tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    stage.clock.now += gap * MINUTE
    await stage.tab.observe(observation([...people]))
    return stage
  }
  it('takes no planned start over where only the teacher is there again, and says whose class it is', async () => {
    const { desk, clock, tab } = await leftAndNext([khan])
    // The next class comes in: nobody of it was there before.
    clock.now += MINUTE
    await tab.observe(observation([khan, dev]))
    const view = await nextView(desk)
    expect(view.session?.className).toBe('Year 4 Maths')
    expect(view.session?.plannedStartAt).toBeUndefined()
    expect(view.banners).toMatchObject([
      { id: 'goesOn', text: 'Goes on as Year 4 Maths.', action: 'anotherLesson' },
    ])
    // Nor is an old start proposed.
    expect(startToPropose(view)).toBe(T0 + 50 * MINUTE)
  })
  it('begins another lesson on a click, with the first one as it was', async () => {
    const { desk, records, goesOn } = await leftAndNext([khan, amelia])
    const carried = await nextView(desk)
    expect(carried.banners.map((one) => one.text)).toEqual(['Goes on as Year 4 Maths, 10:00.'])
    expect(startToPropose(carried)).toBe(T0 + 50 * MINUTE)
    await desk.fromPage('anotherLesson', {})
    const view = await nextView(desk)
    expect(view.session?.registerId).toBeUndefined()
    expect(view.session?.plannedStartAt).toBeUndefined()
    expect(view.banners).toEqual([])
    expect(view.lock.dueAt).toBe(T0 + 55 * MINUTE)
    await goesOn(10, [khan, dev, amelia])
    // She is here as she was before: it is another lesson all the same.
    expect((await nextView(desk)).session?.plannedStartAt).toBeUndefined()
    await desk.fromPage('endSession', {})
    const [second, first] = await records()
    expect(first).toMatchObject({
      className: 'Year 4 Maths',
      plannedStartAt: T0,
      lengthMinutes: 40,
    })
    expect(second).toMatchObject({ className: '', startedAt: T0 + 50 * MINUTE })
    expect(second?.plannedStartAt).toBeUndefined()
    expect(second?.people.every((one) => one.arrival === 'unknown')).toBe(true)
    for (const record of [first, second]) expect(record?.journal?.check).toBe('intact')
  })
  it('takes the class from no lesson that has one of its own', async () => {
    const { desk } = await leftAndNext([khan])
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    expect((await nextView(desk)).banners).toEqual([])
    await desk.fromPage('anotherLesson', {})
    expect((await nextView(desk)).session?.className).toBe('Year 4 Maths')
  })
  it('knows after the worker slept from which lesson it goes on, and does not say so for ever', async () => {
    const { journal, clock } = await leftAndNext([khan], 2)
    const woken = deskAt(clock.now, journal)
    const tab = meetingTab(woken.desk)
    woken.clock.now += MINUTE
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(woken.desk)).banners.map((one) => one.text)).toEqual([
      'Goes on as Year 4 Maths, 10:00.',
    ])
    woken.clock.now += 15 * MINUTE
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(woken.desk)).banners).toEqual([])
  })
  it('is not proven the same by somebody who comes much later, nor by a colleague', async () => {
    const lee = participant('lee', 'Tom Lee', { role: 'cohost' })
    const stage = await lesson()
    await stage.goesOn(40, [khan, lee, amelia])
    await stage.tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    stage.clock.now += 10 * MINUTE
    await stage.tab.observe(observation([khan, lee]))
    await stage.goesOn(6, [khan, lee])
    await stage.goesOn(1, [khan, lee, amelia])
    expect((await nextView(stage.desk)).session?.plannedStartAt).toBeUndefined()
  })
  it('are one lesson with its class where the teacher only dropped out and came back', async () => {
    const { desk, tab, clock, goesOn } = await lesson()
    await goesOn(10)
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    clock.now += MINUTE
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(desk)).session).toMatchObject({
      className: 'Year 4 Maths',
      plannedStartAt: T0,
    })
  })
})

describe('a start that was planned for a lesson that never began', () => {
  it('is proposed as long as the class would be waited for, then no longer', async () => {
    const { desk, clock } = deskAt(T0)
    await desk.fromPage('chooseClass', {
      registerId: 'year4',
      packId: 'combined',
      plannedStartAt: T0,
    })
    clock.now = T0 + 4 * MINUTE
    expect(startToPropose(await nextView(desk))).toBe(T0)
    clock.now = T0 + 50 * MINUTE
    expect(startToPropose(await nextView(desk))).toBe(T0 + 50 * MINUTE)
  })
})

describe('a laptop that sleeps for an hour in the middle', () => {
  it('goes on with the lesson, and the record says what was not watched', async () => {
    const { desk, tab, clock, records, goesOn } = await lesson()
    await goesOn(10)
    clock.now += HOUR
    await tab.observe(observation([khan, amelia]))
    await goesOn(5)
    await desk.fromPage('endSession', {})
    const [record, ...others] = await records()
    expect(others).toEqual([])
    const slept = { from: T0 + 10 * MINUTE, to: T0 + 10 * MINUTE + HOUR }
    expect(record?.unwatched).toEqual([slept])
    expect(record?.people.find((one) => one.name === 'Amelia Potter')).toMatchObject({
      // She was first seen in the first minute.
      minutesPresent: 14,
      minutesUnwatched: 60,
    })
    expect(record?.notSeen.some((one) => one.certain)).toBe(false)
  })
  it('ends at its last sign of life where the call was over when it woke', async () => {
    const { desk, tab, clock, records, goesOn } = await lesson()
    await goesOn(10)
    await tab.leave()
    clock.now += HOUR
    await desk.tick()
    const [record] = await records()
    expect(record).toMatchObject({ interrupted: true, endedAt: T0 + 10 * MINUTE })
    expect(record?.unwatched).toEqual([])
  })
})

describe('a lesson over midnight', () => {
  it('has one record with both days, and the length that passed', async () => {
    const { desk, records, goesOn } = await lesson(Date.UTC(2026, 10, 20, 23, 40))
    await goesOn(45)
    await desk.fromPage('endSession', {})
    const [record, ...others] = await records()
    expect(others).toEqual([])
    expect(record?.lengthMinutes).toBe(45)
    if (record === undefined) return
    expect(toCsv(record)).toContain('"2026-11-20 23:40","2026-11-21 00:25","45"')
    expect(printModel(record).when).toBe('2026-11-20 23:40 to 2026-11-21 00:25')
    const labels = printModel(record).timeline.ticks.map((tick) => tick.label)
    expect(labels).toContain('23:50')
    expect(labels).toContain('00:00')
  })
})

describe('a lesson in which the clocks change', () => {
  it('goes by the time that passed, and says so: forward in spring', async () => {
    // 29 March 2026, 01:00 GMT is 02:00 BST.
    const { desk, records, goesOn } = await lesson(Date.UTC(2026, 2, 29, 0, 40))
    await goesOn(45)
    await desk.fromPage('endSession', {})
    const [record] = await records()
    if (record === undefined) throw new Error('There is a record.')
    expect(record.lengthMinutes).toBe(45)
    const { facts, when } = printModel(record)
    expect(when).toBe('2026-03-29 00:40 to 02:25')
    expect(facts.find((one) => one.label === 'Length')?.value).toBe(
      '45 min (the clocks changed during the lesson)',
    )
    expect(record.people.find((one) => one.name === 'Amelia Potter')?.minutesPresent).toBe(44)
  })
  it('back in autumn: nothing is negative and nobody is there twice', async () => {
    // 25 October 2026, 01:00 GMT: 01:59 BST is followed by 01:00 GMT.
    const { desk, records, goesOn } = await lesson(Date.UTC(2026, 9, 25, 0, 40))
    await goesOn(45)
    await desk.fromPage('endSession', {})
    const [record] = await records()
    if (record === undefined) throw new Error('There is a record.')
    expect(record.lengthMinutes).toBe(45)
    expect(printModel(record).when).toBe('2026-10-25 01:40 to 01:25')
    expect(record.people.map((one) => one.name)).toEqual(['Ms Aisha Khan', 'Amelia Potter'])
    expect(record.unwatched).toEqual([])
  })
})
