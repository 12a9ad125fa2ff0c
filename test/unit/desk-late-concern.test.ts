import { describe, expect, it } from 'vitest'
import { END, dev, heldLesson, khan, typesOf } from '../support/heldLesson.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation } from '../support/observe.ts'

const MINUTE = 60_000

const CONCERN = {
  happenedAt: END - MINUTE,
  timeZone: 'Europe/London',
  where: 'Year 4 Maths',
  writer: 'Aisha Khan, teacher',
  about: 'Dev Shah',
  category: 'disclosure',
  words: 'I don’t want to go home.',
  facts: '',
  opinion: '',
  present: '',
  actions: '',
  told: '',
} as const

/** A lesson is over and the next call has begun, in which it is no longer the one that is shown. */
async function nextCall() {
  const { journal, sessionId } = await heldLesson()
  const { desk, clock } = deskAt(END + 30 * MINUTE, journal)
  await meetingTab(desk, 2).observe(observation([khan, dev], { code: 'xyz-xyz-xyz' }))
  const next = (await nextView(desk)).session?.sessionId ?? ''
  expect(next).not.toBe(sessionId)
  return { desk, clock, journal, sessionId, next }
}

describe('a concern that is kept after the next call has begun', () => {
  it('goes into the record of the lesson that it names, and not into that of the next', async () => {
    const { desk, journal, sessionId, next } = await nextCall()
    const before = await journal.row(sessionId)
    const kept = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    expect(kept.notInRecord).toBeUndefined()
    const record = await desk.fromPage('record', { sessionId })
    expect(record?.concerns).toEqual([{ at: END + 30 * MINUTE, ref: kept.ref }])
    expect(record?.journal?.check).toBe('intact')
    expect(record?.endedAt).toBe(END)
    // Its row stays as it was closed; only the chain has grown.
    const { tip: _was, ...row } = before ?? {}
    expect(await journal.row(sessionId)).toMatchObject(row)
    expect(await typesOf(journal, next)).not.toContain('concern')
    // The lesson that runs is gone on with.
    await desk.fromPage('addNote', { about: 'dev', text: 'Tired.' })
    expect((await typesOf(journal, next)).at(-1)).toBe('note')
  })
  it('is taken in a second time, and after a second one', async () => {
    const { desk, clock, sessionId } = await nextCall()
    const first = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    clock.now += MINUTE
    const second = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    const record = await desk.fromPage('record', { sessionId })
    expect(record?.concerns?.map((one) => one.ref)).toEqual([first.ref, second.ref])
    expect(record?.journal?.check).toBe('intact')
  })
  it('is kept all the same where the lesson can’t take it, and says so', async () => {
    const { desk, journal, sessionId } = await nextCall()
    // A hole: nothing can be written after it any more.
    journal.events.get(sessionId)?.splice(1, 1)
    const holed = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    expect(holed.notInRecord).toBe(true)
    await desk.fromPage('deleteSession', { sessionId })
    const gone = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    expect(gone.notInRecord).toBe(true)
    const all = await desk.fromPage('concerns', {})
    expect(all.map((one) => one.ref).toSorted()).toEqual([holed.ref, gone.ref].toSorted())
    // What is kept of it says nothing of that.
    expect(all.some((one) => 'notInRecord' in one)).toBe(false)
  })
  it('is not called written where the disk refuses it', async () => {
    const { desk, journal, sessionId } = await nextCall()
    journal.full = true
    const kept = await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    expect(kept.notInRecord).toBe(true)
  })
  it('needs no lesson', async () => {
    const { desk } = await nextCall()
    expect((await desk.fromPage('saveConcern', { concern: CONCERN })).notInRecord).toBeUndefined()
  })
})
