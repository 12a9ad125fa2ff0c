import { describe, expect, it } from 'vitest'
import { SHOWN_AFTER_MS } from '../../lib/desk/life.ts'
import { END, dev, heldLesson, khan, typesOf } from '../support/heldLesson.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation } from '../support/observe.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('a worker that died after the lesson', () => {
  it('shows the lesson that has just ended again, with its checklist', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk } = deskAt(END + HOUR, journal)
    const view = await nextView(desk)
    expect(view.phase).toBe('after')
    expect(view.session).toMatchObject({ sessionId, className: 'Year 4 Maths', endedAt: END })
    expect(view.checklist.length).toBeGreaterThan(0)
  })

  it('does not show one that is dated days ahead, by a clock that was wrong', async () => {
    const { journal } = await heldLesson()
    const { desk } = deskAt(END - 48 * HOUR, journal)
    expect((await nextView(desk)).phase).toBe('none')
  })

  it('writes what the teacher says then into that lesson, and nothing into the next one', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk, clock } = deskAt(END + 5 * MINUTE, journal)
    await desk.fromPage('addNote', { about: 'dev', text: 'Ring his mother.' })
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await desk.fromPage('emergency', { step: 'dslTold', note: 'Helen Marsh' })
    await desk.fromPage('tick', { clause: 'EG-41', on: true, note: '' })
    const record = await desk.fromPage('record', { sessionId })
    expect(record?.journal?.check).toBe('intact')
    expect(JSON.stringify(record)).toContain('Ring his mother.')
    expect((await typesOf(journal, sessionId)).slice(-4)).toEqual([
      'note',
      'emergency',
      'emergency',
      'ticked',
    ])
    clock.now = END + 24 * HOUR
    await meetingTab(desk, 2).observe(observation([khan]))
    const next = (await nextView(desk)).session?.sessionId ?? ''
    expect(next).not.toBe(sessionId)
    const types = await typesOf(journal, next)
    for (const type of ['note', 'emergency', 'ticked']) expect(types).not.toContain(type)
  })

  it('is put away where she prepares the next lesson, and does not come back before that', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk } = deskAt(END + HOUR, journal)
    expect((await nextView(desk)).phase).toBe('after')
    await desk.fromPage('prepareNext', {})
    expect((await nextView(desk)).phase).toBe('none')
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    expect((await nextView(desk)).session?.className).toBe('Year 4 Maths')
    expect((await nextView(desk)).session?.sessionId).not.toBe(sessionId)
    expect((await desk.fromPage('record', { sessionId }))?.endedAt).toBe(END)
  })

  it('takes the class over where she rejoins after two minutes', async () => {
    const { journal, sessionId } = await heldLesson('left')
    const { desk } = deskAt(END + 2 * MINUTE, journal)
    await meetingTab(desk).observe(observation([khan, dev]))
    const { session, phase } = await nextView(desk)
    expect(phase).toBe('during')
    expect(session?.sessionId).not.toBe(sessionId)
    expect(session).toMatchObject({ className: 'Year 4 Maths', plannedStartAt: T0 })
  })

  it('does not take a late scan of the page that is taken down for another lesson', async () => {
    const { journal } = await heldLesson('left')
    const { desk } = deskAt(END + 1000, journal)
    await meetingTab(desk).observe(observation([khan]))
    expect(await journal.rows()).toHaveLength(1)
  })

  it('leaves a lesson of yesterday with the past ones', async () => {
    const { journal } = await heldLesson()
    const { desk } = deskAt(END + SHOWN_AFTER_MS, journal)
    expect((await nextView(desk)).phase).toBe('none')
    expect(await desk.fromPage('sessions', {})).toHaveLength(1)
  })

  it('shows the lesson of today where one of last week was never closed', async () => {
    const journal = memoryJournal()
    await meetingTab(deskAt(T0 - 7 * 24 * HOUR, journal).desk).observe(observation([khan]))
    const { sessionId } = await heldLesson('endedForAll', journal)
    const { desk } = deskAt(END + HOUR, journal)
    expect((await nextView(desk)).session?.sessionId).toBe(sessionId)
    expect(await journal.live()).toEqual([])
  })

  it('ends a lesson once where it died between the end and the row', async () => {
    const { journal, sessionId } = await heldLesson()
    await journal.update(sessionId, { endedAt: undefined } as never)
    const { desk } = deskAt(END + HOUR, journal)
    expect((await nextView(desk)).session).toMatchObject({ sessionId, endedAt: END })
    expect(await journal.live()).toEqual([])
    expect((await typesOf(journal, sessionId)).filter((type) => type === 'ended')).toHaveLength(1)
  })
})

describe('a panel that stays open after the lesson', () => {
  it('shows the lesson for as long as another worker would', async () => {
    const { journal } = await heldLesson()
    const { desk, clock } = deskAt(END + MINUTE, journal)
    expect((await nextView(desk)).phase).toBe('after')
    clock.now = END + SHOWN_AFTER_MS
    await desk.tick()
    expect((await nextView(desk)).phase).toBe('none')
  })
  it('goes on showing one that could not be saved', async () => {
    const { desk, clock, journal } = deskAt()
    await meetingTab(desk).observe(observation([khan]))
    journal.full = true
    await desk.fromPage('endSession', {})
    clock.now = T0 + 24 * HOUR
    await desk.tick()
    expect((await nextView(desk)).phase).toBe('after')
  })
})
