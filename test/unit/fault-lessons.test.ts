import 'fake-indexeddb/auto'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { databaseJournal } from '../../lib/session/journal.ts'
import { Database } from '../../lib/storage/database.ts'
import { DESK_FAULTS } from '../support/deskFaults.ts'
import type { DeskFault } from '../support/deskFaults.ts'
import { FULL } from '../support/full.ts'
import { scriptOf } from '../support/lessonScript.ts'
import { PlayedLesson } from '../support/playedLesson.ts'
import type { Disk, Left } from '../support/playedLesson.ts'
import { announce, tally } from '../support/tally.ts'
import { SCENARIOS } from '../vectors/lessons/clauses.ts'
import type { ClauseScenario } from '../vectors/lessons/clauses.ts'

/**
 * The lesson of every clause, played through the whole background with a fault before each of its steps, and the same questions at its
 * end: is everything there that was acknowledged, was nobody called absent who was here, is the deadline the one that was set, is what the
 * teacher said in the record once, and does the record own up to what it could not know?
 *
 * In a real browser one lesson is played with what only a browser can do wrong (test/e2e/fault-table.test.ts).
 */
const databases: Database[] = []
afterEach(async () => {
  for (const db of databases.splice(0)) await db.delete()
})

function database(): Disk {
  const db = new Database(`faults-${Math.random()}`)
  databases.push(db)
  return {
    journal: databaseJournal(db),
    async damage() {
      const rows = await db.journal.toArray()
      const middle = rows[Math.floor(rows.length / 2)]
      if (middle === undefined) throw new Error('Nothing is on the disk yet.')
      const event = middle.event as object
      await db.journal.put({ ...middle, event: { ...event, at: 1 } })
    },
  }
}

async function play({ tale }: ClauseScenario, fault?: DeskFault): Promise<Left> {
  const steps = scriptOf(tale().events)
  const [first] = steps
  if (first === undefined) throw new Error('A lesson begins.')
  const lesson = new PlayedLesson(first.at, fault?.onDisk === true ? database() : undefined)
  const only = fault?.once?.(steps.length)
  for (const [index, step] of steps.entries()) {
    const strikes = fault !== undefined && index > 0 && (only === undefined || only === index)
    await lesson.play(step, strikes ? (at) => fault.strike(lesson, at, index) : undefined)
  }
  return lesson.end()
}

const undisturbed = new Map<string, Promise<Left>>()
function without(scenario: ClauseScenario): Promise<Left> {
  const known = undisturbed.get(scenario.clause) ?? play(scenario)
  undisturbed.set(scenario.clause, known)
  return known
}

const namesOf = ({ records }: Left) =>
  new Set(
    records.flatMap(({ people }) =>
      people.filter((one) => one.firstSeenAt !== undefined).map((one) => one.name),
    ),
  )

/** What the teacher said, without when. */
const SAID = ['ticked', 'adultSeen', 'note', 'emergency', 'concern', 'oneToOne', 'classChosen']
const saidIn = ({ events }: Left) =>
  [...events.values()]
    .flatMap((lesson) =>
      // The class of a lesson that goes on is taken over, not said.
      lesson.filter(({ type }, at) => SAID.includes(type) && lesson[at + 1]?.type !== 'goesOn'),
    )
    .map((event) => JSON.stringify({ ...event, seq: 0, at: 0, ref: '' }))
    .toSorted()

/** How often each was asked. */
function askedIn({ records }: Left): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  for (const { kind, about } of records.flatMap(({ prompts }) => prompts)) {
    const what = `${kind}: ${about.join(', ')}`
    asked.set(what, (asked.get(what) ?? 0) + 1)
  }
  return asked
}

function owns(left: Left, what: DeskFault['owns']): boolean {
  const { records } = left
  switch (what) {
    case undefined:
      return records.every(({ unwatched = [] }) => unwatched.length === 0)
    case 'unwatched':
      return records.some(({ unwatched = [] }) => unwatched.length > 0)
    case 'damaged':
      return records.some(({ journal }) => journal?.check === 'changed')
    case 'off':
      return records.some(({ roomCheck }) => roomCheck.state === 'failed')
    case 'setBack':
      return records.some(({ clockSetBack = [] }) => clockSetBack.length > 0)
    case 'interrupted':
      return records.some(({ interrupted }) => interrupted)
  }
}

// Each fault meets a few lessons in "npm test" and all of them in "npm run test:full"; together they meet every lesson in both.
const EVERY = 9
const lessonsFor = (fault: DeskFault, at: number) =>
  SCENARIOS.filter(
    ({ tale }, index) =>
      (FULL || (index + at) % EVERY === 0) && (fault.fits?.(scriptOf(tale().events)) ?? true),
  )

const survived = tally()
afterAll(() => announce(survived.summary('lessons survived a fault before each step')))

describe.each(DESK_FAULTS.map((fault, index) => ({ fault, index, name: fault.name })))(
  'a lesson in which $name',
  ({ fault, index }) => {
    it.each(lessonsFor(fault, index))('is whole at its end: $clause, $name', async (scenario) => {
      const [before, left] = await Promise.all([without(scenario), play(scenario, fault)])

      // Nothing is lost after it was acknowledged.
      for (const { sessionId, event } of left.acknowledged) {
        const kept = left.events.get(sessionId)?.find(({ seq }) => seq === event.seq)
        if (fault.owns === 'damaged' && kept?.at === 1) continue
        expect(kept).toEqual(event)
      }
      for (const events of left.events.values())
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at))

      // One lesson, and nobody of it is missing or absent.
      if (fault.splits !== true) expect(left.records).toHaveLength(1)
      const here = namesOf(left)
      for (const name of namesOf(before)) expect(here).toContain(name)
      for (const { people, notSeen } of left.records) {
        const absent = notSeen.map(({ name }) => name)
        for (const { name, firstSeenAt } of people)
          if (firstSeenAt !== undefined) expect(absent).not.toContain(name)
      }

      // The deadline is the one that was set.
      const dueAt = before.records[0]?.lock.dueAt
      expect(left.records.at(-1)?.lock.dueAt).toBe(dueAt)

      // What she said is there, once.
      expect(saidIn(left)).toEqual(saidIn(before))

      // Nothing is asked again that was asked before, unless there was a time of which nothing is known.
      if (fault.owns === undefined && fault.asksAgain !== true) {
        const asked = askedIn(before)
        for (const [what, times] of askedIn(left))
          expect(times, what).toBeLessThanOrEqual(Math.max(asked.get(what) ?? 0, 1))
      }

      // Whole, or said that it is not.
      for (const { journal } of left.records)
        expect(journal?.check).toBe(fault.owns === 'damaged' ? 'changed' : 'intact')
      expect(owns(left, fault.owns)).toBe(true)
      survived.count(fault.name)
    })
  },
)
