import { describe, expect, it } from 'vitest'
import { startToPropose } from '../../components/panel/ChooseClass.tsx'
import {
  parseRecord,
  printModel,
  toCpomsText,
  toCsv,
  toEventsCsv,
  toJson,
} from '../../lib/record/index.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
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

describe('a lock that the teacher moved herself, in a call that breaks off', () => {
  const movedTo = T0 + 20 * MINUTE
  /** She moves the lock, the call breaks off after ten minutes, and is there again. */
  const movedAndBack = async (gap: number, people = [khan, amelia], setBack = 0) => {
    const stage = await lesson()
    await stage.desk.fromPage('moveLock', { dueAt: movedTo })
    await stage.goesOn(10)
    if (setBack > 0) {
      stage.clock.now -= setBack
      await stage.tab.observe(observation([khan, amelia]))
    }
    await stage.tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    stage.clock.now += gap
    await stage.tab.observe(observation(people))
    return stage
  }
  const dueIn = async ({ desk }: Pick<Awaited<ReturnType<typeof lesson>>, 'desk'>) =>
    (await nextView(desk)).lock.dueAt

  it('is due when she said', async () => {
    const stage = await movedAndBack(MINUTE)
    expect(await dueIn(stage)).toBe(movedTo)
    // Once more than one reading says the same, it is said once.
    await stage.goesOn(3)
    await stage.desk.fromPage('endSession', {})
    const [second] = await stage.records()
    const events = await stage.journal.read(second?.sessionId ?? '')
    const moved = events.filter((one) => one.type === 'lockDeadline' && one.by === 'teacher')
    expect(moved).toHaveLength(1)
  })
  it('is due at that moment also where the computer’s clock was set back before', async () => {
    expect(await dueIn(await movedAndBack(MINUTE, [khan, amelia], HOUR))).toBe(movedTo - HOUR)
  })
  it('is no word on a call that comes later, nor on one where nobody of the class is', async () => {
    expect(await dueIn(await movedAndBack(3 * MINUTE))).toBe(T0 + 18 * MINUTE)
    expect(await dueIn(await movedAndBack(MINUTE, [khan, dev]))).toBe(T0 + 16 * MINUTE)
  })
  it('is where she moves it once more', async () => {
    const stage = await movedAndBack(MINUTE, [khan])
    await stage.desk.fromPage('moveLock', { dueAt: T0 + 30 * MINUTE })
    await stage.goesOn(1)
    expect(await dueIn(stage)).toBe(T0 + 30 * MINUTE)
    // What she said in this call holds also where it is another lesson.
    await stage.desk.fromPage('anotherLesson', {})
    expect(await dueIn(stage)).toBe(T0 + 30 * MINUTE)
  })
  it('is as the rules say again where she says that it is another lesson', async () => {
    const stage = await movedAndBack(MINUTE)
    expect(await dueIn(stage)).toBe(movedTo)
    await stage.desk.fromPage('anotherLesson', {})
    expect(await dueIn(stage)).toBe(T0 + 16 * MINUTE)
    // Amelia is here as she was before.
    await stage.goesOn(1)
    expect(await dueIn(stage)).toBe(T0 + 16 * MINUTE)
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

describe('a computer whose clock is set back in the middle', () => {
  /** Twenty minutes, then the clock is set back; the page is read again within the same second. */
  const setBack = async (ms = HOUR) => {
    const stage = await lesson()
    await stage.goesOn(20)
    stage.clock.now -= ms
    await stage.tab.observe(observation([khan, amelia]))
    return stage
  }
  it('counts on, loses nobody’s minutes, and says so in the record', async () => {
    const { desk, records, goesOn } = await setBack()
    await goesOn(30)
    await desk.fromPage('endSession', {})
    const [record] = await records()
    if (record === undefined) throw new Error('There is a record.')
    const at = T0 + 20 * MINUTE
    expect(record).toMatchObject({
      startedAt: T0,
      endedAt: T0 + 50 * MINUTE,
      lengthMinutes: 50,
      unwatched: [],
      clockSetBack: [{ at, ms: HOUR }],
    })
    expect(record.people.find((one) => one.name === 'Amelia Potter')?.minutesPresent).toBe(49)
    expect(record.journal?.check).toBe('intact')
    const said = 'The computer’s clock was set back'
    const how = 'by 60 min; times after it are counted on from 10:20'
    expect(toCpomsText(record)).toContain(`10:20 ${said}: ${how}`)
    expect(toEventsCsv(record)).toContain(`10:20:00","${said}","","${how}"`)
    const { facts } = printModel(record)
    expect(facts.find((one) => one.label === 'Computer’s clock')?.value).toBe(
      'set back by 60 min at 10:20; times after it are counted on from there',
    )
    expect(parseRecord(toJson(record))).toMatchObject({ record })
  })
  it('is said in the panel, whose clock goes on with the lesson’s', async () => {
    const { desk, goesOn } = await setBack()
    const view = await nextView(desk)
    expect(view.now).toBe(T0 + 20 * MINUTE)
    expect(view.clockBackMs).toBe(HOUR)
    expect(view.banners.map((one) => one.text)).toEqual([
      'This computer’s clock was set back by 60 min at 10:20. The lesson is counted on from there, and its record says so.',
    ])
    expect(view.log.map((one) => one.text)).toContain(
      'The computer’s clock was set back by 60 min; the lesson is counted on',
    )
    await goesOn(20)
    expect((await nextView(desk)).banners).toEqual([])
  })
  it('puts off no deadline: the lock is due when the minutes have passed', async () => {
    const stage = await lesson()
    await stage.goesOn(3)
    stage.clock.now -= HOUR
    await stage.goesOn(1)
    expect((await nextView(stage.desk)).lock).toMatchObject({
      state: 'counting',
      dueAt: T0 + 5 * MINUTE,
    })
    stage.clock.now += 2 * MINUTE
    await stage.tab.observe(observation([khan, amelia]))
    expect((await nextView(stage.desk)).lock.state).toBe('due')
    expect(stage.tab.overlay()).toMatchObject({ clockBackMs: expect.any(Number) })
  })
  it('knows after the worker slept how far, also where it was set back meanwhile', async () => {
    const { journal, clock, goesOn } = await setBack()
    await goesOn(5)
    const woken = deskAt(clock.now - HOUR, journal)
    const tab = meetingTab(woken.desk)
    await tab.observe(observation([khan, amelia]))
    woken.clock.now += 5 * MINUTE
    await tab.observe(observation([khan, amelia]))
    await woken.desk.fromPage('endSession', {})
    const [row, ...others] = await woken.desk.fromPage('sessions', {})
    expect(others).toEqual([])
    const record = await woken.desk.fromPage('record', { sessionId: row?.sessionId ?? '' })
    expect(record).toMatchObject({
      lengthMinutes: 30,
      clockSetBack: [
        { at: T0 + 20 * MINUTE, ms: HOUR },
        { at: T0 + 25 * MINUTE, ms: HOUR },
      ],
    })
    expect(record?.journal?.check).toBe('intact')
  })
  it('ends where it broke off, and not an hour later', async () => {
    const { desk, tab, clock, goesOn, records } = await setBack()
    await goesOn(5)
    await tab.leave()
    clock.now += 11 * MINUTE
    await desk.tick()
    const [record] = await records()
    expect(record).toMatchObject({ interrupted: true, endedAt: T0 + 25 * MINUTE })
  })
  it('says nothing of a moment: a clock that is put right by a second goes on from the last event', async () => {
    const { desk, goesOn, records, journal } = await setBack(1500)
    await desk.fromPage('addNote', { about: '', text: 'The page was read again at once.' })
    await goesOn(10)
    await desk.fromPage('endSession', {})
    const [record] = await records()
    expect(record?.clockSetBack).toBeUndefined()
    expect(record?.endedAt).toBe(T0 + 30 * MINUTE - 1500)
    const times = (await journal.read(record?.sessionId ?? '')).map((event) => event.at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
  it('and forward again has an hour that nobody watched', async () => {
    const { desk, clock, tab, goesOn, records } = await setBack()
    await goesOn(5)
    clock.now += HOUR
    await tab.observe(observation([khan, amelia]))
    await goesOn(5)
    await desk.fromPage('endSession', {})
    const [record] = await records()
    expect(record?.unwatched).toEqual([{ from: T0 + 25 * MINUTE, to: T0 + 25 * MINUTE + HOUR }])
    expect(record?.people.find((one) => one.name === 'Amelia Potter')?.minutesPresent).toBe(29)
  })
  it.each([HOUR, 2 * DAY])(
    'lets the next lesson on the link begin by the clock as it is (%d)',
    async (ms) => {
      const { desk, tab, clock, goesOn, records } = await setBack(ms)
      await goesOn(5)
      await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
      // The lesson that is over stays in view.
      expect((await nextView(desk)).phase).toBe('after')
      clock.now += MINUTE
      await tab.observe(observation([khan, amelia]))
      const view = await nextView(desk)
      expect(view).toMatchObject({
        phase: 'during',
        now: clock.now,
        session: { className: 'Year 4 Maths', startedAt: T0 + 26 * MINUTE - ms },
      })
      expect(view.clockBackMs).toBeUndefined()
      expect(view.banners.map((one) => one.id)).toEqual(['goesOn'])
      await goesOn(5)
      await desk.fromPage('endSession', {})
      expect((await records()).map((one) => one?.lengthMinutes).toSorted()).toEqual(
        [25, 5].toSorted(),
      )
    },
  )
  it('begins another call by the clock as it is where the first one is gone', async () => {
    const { desk, tab, clock, records } = await setBack()
    await tab.leave()
    const other = meetingTab(desk, 2)
    clock.now += MINUTE
    await other.observe(observation([khan, dev], { code: 'xyz-abcd-efg' }))
    const view = await nextView(desk)
    expect(view.now).toBe(clock.now)
    expect(view.banners.map((one) => one.id)).not.toContain('gone')
    clock.now += MINUTE
    await other.observe(observation([khan, dev], { code: 'xyz-abcd-efg' }))
    await desk.fromPage('endSession', {})
    for (const record of await records())
      expect(record?.clockSetBack?.length ?? 0).toBe(record?.code === 'xyz-abcd-efg' ? 0 : 1)
  })
  it('keeps what is written after the end in the order in which it was said', async () => {
    const { desk, clock, records } = await setBack()
    await desk.fromPage('endSession', {})
    clock.now += 10 * MINUTE
    await desk.fromPage('addNote', { about: '', text: 'Rang home.' })
    const [record] = await records()
    expect(record?.notes).toEqual([{ at: T0 + 30 * MINUTE, about: '', text: 'Rang home.' }])
    // The clock is set back once more, in the evening.
    clock.now -= 3 * HOUR
    await desk.fromPage('addNote', { about: '', text: 'Nobody there.' })
    const [later] = await records()
    expect(later?.notes.at(-1)?.at).toBe(T0 + 30 * MINUTE)
    expect(later?.clockSetBack).toHaveLength(2)
    expect(later?.lengthMinutes).toBe(20)
  })
})

describe('a call that breaks off for a moment', () => {
  /** The teacher's connection drops three minutes after the start, and she is back after `gap`. */
  const droppedAndBack = async (gap: number) => {
    const stage = await lesson()
    await stage.goesOn(3)
    await stage.tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    stage.clock.now += gap
    await stage.tab.observe(observation([khan]))
    return stage
  }
  it('puts off no deadline, once somebody of the class is seen again', async () => {
    const { desk, tab, clock } = await droppedAndBack(40_000)
    // Of her alone nobody can tell which lesson it is: she may hold the next one.
    expect((await nextView(desk)).lock.dueAt).toBe(T0 + 3 * MINUTE + 40_000 + 5 * MINUTE)
    clock.now += 5_000
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(desk)).lock.dueAt).toBe(T0 + 5 * MINUTE)
  })
  it('is another call after a longer break: the class gets its minutes to come back', async () => {
    const { desk, tab, clock } = await droppedAndBack(4 * MINUTE)
    clock.now += 5_000
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(desk)).lock.dueAt).toBe(T0 + 12 * MINUTE)
  })
  it('keeps the first deadline through several breaks', async () => {
    const { desk, tab, clock } = await droppedAndBack(40_000)
    await tab.observe(observation([khan, amelia]))
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    clock.now += 40_000
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(desk)).lock.dueAt).toBe(T0 + 5 * MINUTE)
  })
  it('begins anew with its minutes where the teacher says that it is another lesson', async () => {
    const { desk, tab } = await droppedAndBack(40_000)
    await tab.observe(observation([khan, amelia]))
    await desk.fromPage('anotherLesson', {})
    expect((await nextView(desk)).lock.dueAt).toBe(T0 + 8 * MINUTE + 40_000)
  })
})
