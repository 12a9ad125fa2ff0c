import { describe, expect, it } from 'vitest'
import { deskAt, nextView, pupil, T0, YEAR4 } from '../support/desk.ts'
import { deskPort } from '../support/deskPort.ts'
import { handClock } from '../support/handClock.ts'
import { longLesson } from '../support/longLesson.ts'
import { meetingPage } from '../support/meetingPage.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { dice } from '../support/rooms.ts'

/**
 * Messages between the meeting page and the background that are lost, come twice, or come late, in both directions. Chrome's ports do none
 * of this while they are open; a worker that dies, a tab that is frozen and a computer that sleeps do.
 */
const NAMES = ['Amelia Potter', 'Dev Shah', 'Zoe Brown', 'Ollie Bennett', 'Mei Chen', 'Leo Martins']
const MINUTES = 20
const LATE_MS = 2_000
/** An unchanged reading is sent in full once a minute (`lib/observe/when.ts`); whoever is missing then has left some seconds later. */
const CALM_MS = 90_000

const FAULTS = {
  lost: { lost: 0.2, doubled: 0, late: 0 },
  doubled: { lost: 0, doubled: 0.5, late: 0 },
  late: { lost: 0, doubled: 0, late: 0.5 },
  'lost, doubled and late': { lost: 0.1, doubled: 0.2, late: 0.3 },
} as const

describe.each(Object.entries(FAULTS))('messages that are %s', (_what, chance) => {
  it.each([1, 2, 3])('leave the lesson right in the end (seed %i)', async (seed) => {
    const clock = handClock(T0)
    const roll = dice(seed)
    const journal = memoryJournal()
    const { desk } = deskAt(T0, journal, undefined, {}, { now: () => clock.now() })
    const pupils = NAMES.map((name, at) => {
      const [first = '', last = ''] = name.split(' ')
      return pupil(`p${at}`, first, last)
    })
    await desk.fromPage('saveRegister', { register: { ...YEAR4, pupils } })

    let faulty = true
    const carry = (deliver: () => void): void => {
      if (!faulty) return deliver()
      if (roll() < chance.lost) return
      const times = roll() < chance.doubled ? 2 : 1
      for (let time = 0; time < times; time += 1)
        if (roll() < chance.late) clock.after(roll() * LATE_MS, deliver)
        else deliver()
    }
    const work = new Set<Promise<unknown>>()
    const onWork = (one: Promise<unknown>): void => void work.add(one)
    const settled = async (): Promise<void> => {
      await Promise.all(work)
      work.clear()
    }
    const lesson = longLesson(NAMES, seed)
    const page = meetingPage(clock, lesson.seen, deskPort(desk, { onWork, carry }))
    const pass = async (ms: number): Promise<void> => {
      for (let gone = 0; gone < ms; gone += 1_000) {
        await clock.advance(1_000)
        await settled()
      }
    }
    await pass(5_000)
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    for (let second = 0; second < MINUTES * 60; second += 1) {
      if (lesson.pass()) page.changed()
      await pass(1_000)
    }
    faulty = false
    await pass(CALM_MS)

    const view = await nextView(desk)
    const here = view.people.filter((row) => row.where === 'inCall').map((row) => row.participantId)
    expect(here.toSorted()).toEqual(
      lesson
        .seen()
        .people.map((one) => one.id)
        .toSorted(),
    )
    const sessionId = view.session?.sessionId ?? ''
    expect(await desk.fromPage('sessions', {})).toHaveLength(1)
    await desk.fromPage('endSession', {})
    const record = await desk.fromPage('record', { sessionId })
    expect(record?.journal).toMatchObject({ check: 'intact' })
    // Whoever was seen at all is not called absent.
    expect(record?.notSeen).toEqual([])
    const events = journal.events.get(sessionId) ?? []
    expect(events.map((one) => one.seq)).toEqual(events.map((_, at) => at))
    page.end()
  })
})
