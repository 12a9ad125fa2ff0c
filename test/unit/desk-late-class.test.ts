import { describe, expect, it } from 'vitest'
import type { LessonRecord } from '../../lib/record/types.ts'
import { toCsv } from '../../lib/record/index.ts'
import { END, dev, heldLesson, khan } from '../support/heldLesson.ts'
import { T0, YEAR4, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation } from '../support/observe.ts'
import type { Register } from '../../lib/register/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const greenRoom = observation([], { phase: 'greenRoom' })
const YEAR5: Register = {
  id: 'year5',
  name: 'Year 5 Art',
  pupils: [pupil('sam', 'Sam', 'Lee')],
  staff: YEAR4.staff,
  updatedAt: T0,
}

/** A lesson of forty minutes for which no class was chosen; the worker that kept it is gone. */
async function lessonWithoutClass() {
  const journal = memoryJournal()
  const { desk, clock } = deskAt(T0, journal)
  const tab = meetingTab(desk)
  await tab.observe(observation([khan, dev]))
  clock.now = END
  await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
  await tab.leave()
  const [row] = await journal.rows()
  return { journal, sessionId: row?.sessionId ?? '' }
}
const chosen = { registerId: 'year4', packId: 'combined', plannedStartAt: T0 }
const notSeen = (record: LessonRecord | undefined) => record?.notSeen.map((one) => one.name)

describe('a class that is chosen after the lesson', () => {
  it('is the one by which its record is made, today and tomorrow', async () => {
    const { journal, sessionId } = await lessonWithoutClass()
    const { desk, clock } = deskAt(END + HOUR, journal)
    expect(notSeen(await desk.fromPage('record', { sessionId }))).toEqual([])
    await desk.fromPage('chooseClass', chosen)
    expect((await nextView(desk)).session).toMatchObject({
      registerId: 'year4',
      className: 'Year 4 Maths',
      plannedStartAt: T0,
    })
    const record = await desk.fromPage('record', { sessionId })
    expect(record).toMatchObject({
      className: 'Year 4 Maths',
      plannedStartAt: T0,
      endedAt: END,
      journal: { check: 'intact' },
    })
    expect(record?.people.find((one) => one.name === 'Dev Shah')).toMatchObject({
      kind: 'pupil',
      personId: 'dev',
      arrival: 'onTime',
    })
    expect(notSeen(record)).toEqual(expect.arrayContaining(['Amelia Potter', 'Zoë Brown']))
    expect(JSON.stringify(record)).not.toContain('Choose the class first')
    // Also where the lesson is no longer the one that is shown, and the class was changed or deleted.
    await desk.fromPage('prepareNext', {})
    await desk.fromPage('deleteRegister', { registerId: 'year4' })
    clock.now = END + 24 * HOUR
    expect(await desk.fromPage('record', { sessionId })).toEqual(record)
  })
  it('stands in the list of past lessons and in the exports', async () => {
    const { journal, sessionId } = await lessonWithoutClass()
    const { desk } = deskAt(END + HOUR, journal)
    const names = async () => (await desk.fromPage('sessions', {})).map((one) => one.className)
    expect(await names()).toEqual([''])
    await desk.fromPage('chooseClass', chosen)
    await desk.fromPage('prepareNext', {})
    expect(await names()).toEqual(['Year 4 Maths'])
    const record = await desk.fromPage('record', { sessionId })
    if (record === undefined) throw new Error('The lesson has a record.')
    expect(toCsv(record)).toMatch(/Year 4 Maths[^]*Amelia Potter/u)
    // Whom to cover in the record with initials is known by that class, too.
    expect(await desk.fromPage('knownNames', { sessionId })).toContain('Amelia Potter')
  })
  it('changes nothing else of what was kept when the lesson ended', async () => {
    const { journal, sessionId } = await lessonWithoutClass()
    const before = await journal.row(sessionId)
    const { desk } = deskAt(END + HOUR, journal)
    await desk.fromPage('chooseClass', chosen)
    const { tip: _was, className: _none, ...row } = before ?? {}
    expect(await journal.row(sessionId)).toMatchObject({ ...row, register: { id: 'year4' } })
  })
  it('takes the place of a wrong one', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk } = deskAt(END + HOUR, journal)
    await desk.fromPage('saveRegister', { register: YEAR5 })
    await desk.fromPage('chooseClass', { registerId: 'year5', packId: 'crossways' })
    const record = await desk.fromPage('record', { sessionId })
    expect(record).toMatchObject({ className: 'Year 5 Art', packId: 'crossways' })
    expect(notSeen(record)).toEqual(['Sam Lee'])
    expect(await journal.row(sessionId)).toMatchObject({
      className: 'Year 5 Art',
      register: { id: 'year5' },
      pack: { id: 'crossways' },
    })
  })
  it('is as it was on the day where it is only chosen once more', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk } = deskAt(END + HOUR, journal)
    const before = notSeen(await desk.fromPage('record', { sessionId }))
    const register = { ...YEAR4, pupils: [...YEAR4.pupils, pupil('new', 'Nia', 'Owen')] }
    await desk.fromPage('saveRegister', { register })
    await desk.fromPage('chooseClass', { ...chosen, plannedStartAt: T0 - 30 * MINUTE })
    const record = await desk.fromPage('record', { sessionId })
    expect(notSeen(record)).toEqual(before)
    expect(record?.plannedStartAt).toBe(T0 - 30 * MINUTE)
  })
  it('is that of the next lesson in the green room, and leaves the last one alone', async () => {
    const { journal, sessionId } = await lessonWithoutClass()
    const { desk } = deskAt(END + HOUR, journal)
    await meetingTab(desk, 2).observe(greenRoom)
    await desk.fromPage('chooseClass', chosen)
    expect((await journal.row(sessionId))?.className).toBe('')
    expect((await desk.fromPage('record', { sessionId }))?.className).toBe('')
  })
})
