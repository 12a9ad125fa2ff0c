import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseJournal } from '../../lib/session/journal.ts'
import { CHAIN_START, linkOf } from '../../lib/session/chain.ts'
import { Database } from '../../lib/storage/database.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { databaseVault } from '../../lib/storage/vault.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { END, dev, khan } from '../support/heldLesson.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { observation } from '../support/observe.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WORDS = 'correct horse battery staple'

const made: Database[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const db of made.splice(0)) await db.delete()
})

/** A computer with a disk of its own; `wakes` is its desk in a worker that has just begun. */
function computer() {
  const db = new Database(`restored-${made.length}-${Math.random()}`)
  made.push(db)
  const edge = { read: async () => DEFAULT_SETTINGS, write: async () => undefined }
  const vault = databaseVault(db, edge, memoryLooks(), '0.1.0')
  const journal = databaseJournal(db)
  const disk = { full: false }
  const append: typeof journal.append = (...what) =>
    disk.full ? Promise.reject(new Error('QuotaExceededError')) : journal.append(...what)
  const wakes = (now: number) =>
    deskAt(now, memoryJournal(), memoryLooks(), {}, { journal: { ...journal, append }, vault })
  return { db, disk, journal, wakes }
}
type Waking = ReturnType<ReturnType<typeof computer>['wakes']>

const backUp = async ({ desk }: Waking) =>
  (await desk.fromPage('backUp', { passphrase: WORDS, concerns: false })).text
const restore = async ({ desk }: Waking, text: string) =>
  (await desk.fromPage('restore', { passphrase: WORDS, text })).lessons

/** A lesson of forty minutes without a class on one computer, and on another one that is in view there. */
async function lessonOnTwo() {
  const [one, two] = [computer(), computer()]
  const here = one.wakes(T0)
  const tab = meetingTab(here.desk)
  await tab.observe(observation([khan, dev]))
  here.clock.now = END
  await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
  await tab.leave()
  here.clock.now = END + HOUR
  const first = two.wakes(END + HOUR)
  expect(await restore(first, await backUp(here))).toMatchObject({ added: 1 })
  const there = two.wakes(END + HOUR)
  const view = await nextView(there.desk)
  expect(view.phase).toBe('after')
  return { one, two, here, there, sessionId: view.session?.sessionId ?? '' }
}
const chosen = { registerId: 'year4', packId: 'combined', plannedStartAt: T0 }

describe('a backup that knows more of the lesson that is in view', () => {
  it('brings the class that was chosen meanwhile, on the page and into the record', async () => {
    const { here, there, sessionId } = await lessonOnTwo()
    await here.desk.fromPage('chooseClass', chosen)
    expect(await restore(there, await backUp(here))).toMatchObject({ extended: 1 })
    expect((await nextView(there.desk)).session).toMatchObject({
      sessionId,
      registerId: 'year4',
      className: 'Year 4 Maths',
    })
    const record = await there.desk.fromPage('record', { sessionId })
    expect(record).toMatchObject({ className: 'Year 4 Maths', journal: { check: 'intact' } })
    expect(record).toEqual(await here.desk.fromPage('record', { sessionId }))
    expect(record?.notSeen.map((one) => one.name)).toContain('Amelia Potter')
  })

  it('is gone on with: what the teacher says then is on the disk', async () => {
    const { here, two, there, sessionId } = await lessonOnTwo()
    await here.desk.fromPage('addNote', { about: 'dev', text: 'Rang his mother.' })
    await restore(there, await backUp(here))
    await there.desk.fromPage('addNote', { about: 'dev', text: 'She rang back.' })
    // By the next worker, from the disk.
    const record = await two.wakes(END + 2 * HOUR).desk.fromPage('record', { sessionId })
    expect(record?.journal?.check).toBe('intact')
    expect(JSON.stringify(record)).toMatch(/Rang his mother\..*She rang back\./u)
  })

  it('takes nothing from what could only now be written here', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined)
    const { here, two, there, sessionId } = await lessonOnTwo()
    two.disk.full = true
    await there.desk.fromPage('addNote', { about: 'dev', text: 'Said on two.' })
    two.disk.full = false
    await here.desk.fromPage('addNote', { about: 'dev', text: 'Said on one.' })
    expect(await restore(there, await backUp(here))).toMatchObject({ differ: 1, extended: 0 })
    const record = await two.wakes(END + 2 * HOUR).desk.fromPage('record', { sessionId })
    expect(record?.journal?.check).toBe('intact')
    expect(JSON.stringify(record)).toContain('Said on two.')
  })

  it('leaves it where this version can’t read what follows: nothing is said into it that would be lost', async () => {
    const { one, here, there, sessionId } = await lessonOnTwo()
    const last = (await one.journal.stored(sessionId)).at(-1)
    const seq = (last?.seq ?? 0) + 1
    const event = { type: 'note', seq, at: END + HOUR, about: 'dev', sung: 'Rang his mother.' }
    const hash = linkOf(last?.hash ?? CHAIN_START, event)
    await one.db.journal.add({ sessionId, seq, event, hash })
    await one.db.sessions.update(sessionId, { tip: { seq, hash } })
    expect(await restore(there, await backUp(here))).toMatchObject({ extended: 1, entries: 1 })
    expect((await nextView(there.desk)).phase).toBe('none')
    const note = { about: 'dev', text: 'Rang his mother.' }
    await expect(there.desk.fromPage('addNote', note)).rejects.toThrow('This was not kept')
    const record = await there.desk.fromPage('record', { sessionId })
    expect(record?.journal).toMatchObject({ check: 'intact', unreadable: 1 })
  })
})
