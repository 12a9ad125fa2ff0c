import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { concernOf, emptyFields, fieldsOf } from '../../components/concern/draft.ts'
import { chosenOf } from '../../components/record/LessonsChoice.tsx'
import { backupName } from '../../components/options/backupWords.ts'
import { deletionWords } from '../../components/options/deletionWords.ts'
import { findSessions } from '../../components/options/findSessions.ts'
import { concernStart, readyMessage } from '../../components/panel/concernStart.ts'
import { pastWords } from '../../components/panel/PastSessions.tsx'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { SAMPLE_RECORD } from '../../components/gallery/sampleRecord.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { dayField, ownZone, timeField, todayAt } from '../../components/ui/time.ts'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import { concernText } from '../../lib/concern/text.ts'
import { formatRules } from '../../lib/protocol/pack.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { clockText, dayText, isSameClock, momentNear, momentOn } from '../../lib/protocol/time.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { zoneOfLesson, zoneOfRules } from '../../lib/protocol/zone.ts'
import { ALL_DAYS, printModel, type Period } from '../../lib/record/index.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { plainDate } from '../../lib/words/dates.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { observation, participant } from '../support/observe.ts'

const LONDON = 'Europe/London'
const NEW_YORK = 'America/New_York'
const SUMMER = Date.UTC(2026, 6, 1, 9, 0)
const MINUTE = 60_000

// The computer of these tests stands elsewhere than any of the schools.
const before = process.env['TZ']
beforeAll(() => {
  process.env['TZ'] = 'Asia/Tokyo'
  expect(ownZone()).toBe('Asia/Tokyo')
})
afterAll(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

function inZone(timeZone: string): Pack {
  const pack = packById('combined')
  return { ...pack, schoolHours: { ...pack.schoolHours, timeZone } }
}

describe('a time that is typed', () => {
  it('is by the school’s clock, in summer and winter', () => {
    expect(momentOn('2026-07-01', '10:00', LONDON)).toBe(Date.UTC(2026, 6, 1, 9, 0))
    expect(momentOn('2026-11-20', '10:00', LONDON)).toBe(Date.UTC(2026, 10, 20, 10, 0))
    expect(momentOn('2026-07-01', '10:00', NEW_YORK)).toBe(Date.UTC(2026, 6, 1, 14, 0))
    expect(momentOn('2026-11-20', '23:30', NEW_YORK)).toBe(Date.UTC(2026, 10, 21, 4, 30))
    expect(momentOn('2026-07-01', '09:05:30', 'Asia/Kathmandu')).toBe(Date.UTC(2026, 6, 1, 3, 20))
  })
  it('is right on both sides of a change of the clocks', () => {
    expect(momentOn('2026-03-29', '00:59', LONDON)).toBe(Date.UTC(2026, 2, 29, 0, 59))
    expect(momentOn('2026-03-29', '02:00', LONDON)).toBe(Date.UTC(2026, 2, 29, 1, 0))
    expect(momentOn('2026-03-29', '10:00', LONDON)).toBe(Date.UTC(2026, 2, 29, 9, 0))
    expect(momentOn('2026-03-28', '10:00', LONDON)).toBe(Date.UTC(2026, 2, 28, 10, 0))
    expect(momentOn('2026-10-25', '00:59', LONDON)).toBe(Date.UTC(2026, 9, 24, 23, 59))
    expect(momentOn('2026-10-25', '02:00', LONDON)).toBe(Date.UTC(2026, 9, 25, 2, 0))
    expect(momentOn('2026-03-08', '01:59', NEW_YORK)).toBe(Date.UTC(2026, 2, 8, 6, 59))
    expect(momentOn('2026-03-08', '03:00', NEW_YORK)).toBe(Date.UTC(2026, 2, 8, 7, 0))
  })
  it('is moved over the gap where the clocks skip it, and the first one where it comes twice', () => {
    const skipped = momentOn('2026-03-29', '01:30', LONDON)
    expect(skipped).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(timeField(skipped ?? 0, LONDON)).toBe('02:30')
    expect(momentOn('2026-03-08', '02:15', NEW_YORK)).toBe(Date.UTC(2026, 2, 8, 7, 15))
    expect(momentOn('2026-10-25', '01:30', LONDON)).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(momentOn('2026-11-01', '01:30', NEW_YORK)).toBe(Date.UTC(2026, 10, 1, 5, 30))
    // Half an hour only.
    expect(momentOn('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe(
      Date.UTC(2026, 9, 3, 15, 45),
    )
  })
  it('is read again as it was typed, but for what the clocks skip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
        fc.constantFrom(LONDON, NEW_YORK, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
        (at, zone) => {
          const [day, time] = [dayText(at, zone), clockText(at, zone)]
          const again = momentOn(day, time, zone) ?? Number.NaN
          expect([dayText(again, zone), clockText(again, zone)]).toEqual([day, time])
          expect(again).toBeLessThanOrEqual(at)
        },
      ),
    )
  })
  it('is nothing where it is none', () => {
    for (const [day, time] of [
      ['', '10:00'],
      ['2026-11-20', ''],
      ['2026-11-20', 'soon'],
      ['2026-11-20', '24:00'],
      ['2026-11-20', '10:75'],
      ['2026-02-30', '10:00'],
      ['20 November', '10:00'],
      ['12026-11-20', '10:00'],
    ] as const)
      expect(momentOn(day, time, LONDON)).toBeUndefined()
    expect(momentOn('2026-11-20', '10:00', 'Mars/Base')).toBe(Date.UTC(2026, 10, 20, 10, 0))
  })
  it('belongs to the school’s day, which may be another one than here', () => {
    const at = Date.UTC(2026, 6, 1, 23, 30)
    expect(dayField(at, LONDON)).toBe('2026-07-02')
    expect(todayAt(at, NEW_YORK)).toBe('2026-07-01')
    expect(momentNear('08:00', at, LONDON)).toBe(Date.UTC(2026, 6, 2, 7, 0))
    expect(momentNear('18:00', at, NEW_YORK)).toBe(Date.UTC(2026, 6, 1, 22, 0))
  })
})

describe('a time that is typed beside one that is proposed', () => {
  const midnight = Date.UTC(2026, 10, 21)
  it('is of the day on which it is nearest to that', () => {
    // Just before midnight 00:00 is proposed, of the day that follows.
    expect(momentNear('00:00', midnight, LONDON)).toBe(midnight)
    expect(momentNear('00:10', midnight, LONDON)).toBe(Date.UTC(2026, 10, 21, 0, 10))
    expect(momentNear('23:55', midnight, LONDON)).toBe(Date.UTC(2026, 10, 20, 23, 55))
    const evening = Date.UTC(2026, 10, 20, 23, 50)
    expect(momentNear('00:05', evening, LONDON)).toBe(Date.UTC(2026, 10, 21, 0, 5))
    expect(momentNear('00:05', Date.UTC(2026, 11, 31, 23, 50), LONDON)).toBe(
      Date.UTC(2027, 0, 1, 0, 5),
    )
    // The same clock is on another day there.
    expect(momentNear('23:55', Date.UTC(2026, 10, 21, 5), NEW_YORK)).toBe(
      Date.UTC(2026, 10, 21, 4, 55),
    )
  })
  it('is of the same day where it is half a day away on either', () => {
    const ten = Date.UTC(2026, 10, 20, 10)
    expect(momentNear('22:00', ten, LONDON)).toBe(Date.UTC(2026, 10, 20, 22))
    expect(momentNear('10:00', Date.UTC(2026, 10, 20, 22), LONDON)).toBe(ten)
    // Also in the night in which the clocks are put forward, and a day has an hour less.
    expect(momentNear('22:00', Date.UTC(2026, 2, 29, 9), LONDON)).toBe(Date.UTC(2026, 2, 29, 21))
  })
  it('is the very moment where it is left as it was, also when the clock shows it twice', () => {
    const second = Date.UTC(2026, 9, 25, 1, 30)
    expect(timeField(second, LONDON)).toBe('01:30')
    expect(momentNear('01:30', second, LONDON)).toBe(second)
    expect(momentNear('01:30', second + 42_000, LONDON)).toBe(second)
    expect(momentNear('01:30', second - 3_600_000, LONDON)).toBe(second - 3_600_000)
  })
  it('is nothing where it is none', () => {
    for (const time of ['', 'soon', '24:00'])
      expect(momentNear(time, midnight, LONDON)).toBeUndefined()
  })
})

describe('whose clock it is', () => {
  it('is that of the rules, and of the computer only where there are none', () => {
    expect(zoneOfRules(inZone(NEW_YORK))).toBe(NEW_YORK)
    expect(zoneOfLesson(inZone(NEW_YORK), { timeZone: LONDON })).toBe(NEW_YORK)
    expect(zoneOfLesson(undefined, { timeZone: LONDON })).toBe(LONDON)
    expect(zoneOfRules(inZone('Mars/Base'))).toBe('UTC')
    expect(plainDate(SUMMER, 'Mars/Base')).toBe('1 July 2026')
  })
  it('is told from another by what it shows at that moment', () => {
    expect(isSameClock(LONDON, 'UTC', Date.UTC(2026, 10, 20))).toBe(true)
    expect(isSameClock(LONDON, 'UTC', SUMMER)).toBe(false)
    expect(isSameClock(LONDON, 'Europe/Lisbon', SUMMER)).toBe(true)
    // The same hour of another day.
    expect(isSameClock('Pacific/Kiritimati', 'Pacific/Honolulu', SUMMER)).toBe(false)
  })
})

describe('a lesson of a school elsewhere', () => {
  const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
  const at = Date.UTC(2026, 6, 1, 14, 0)
  async function lesson() {
    const policy = { policyPack: formatRules(inZone(NEW_YORK)) }
    const stage = deskAt(at, memoryJournal(), memoryLooks(), policy, { timeZone: ownZone() })
    const before = await nextView(stage.desk)
    const tab = meetingTab(stage.desk)
    await tab.observe(observation([khan]))
    await stage.desk.fromPage('chooseClass', {
      registerId: 'year4',
      packId: 'combined',
      plannedStartAt: at,
    })
    return { ...stage, before, during: await nextView(stage.desk) }
  }
  it('is shown by the school’s clock in panel, list and record', async () => {
    const { desk, clock, before: view, during } = await lesson()
    expect(view.phase).toBe('none')
    expect(view.timeZone).toBe(NEW_YORK)
    expect(during.timeZone).toBe(NEW_YORK)
    expect(during.packs.map((one) => one.timeZone)).toEqual([NEW_YORK])
    const [running] = await desk.fromPage('sessions', {})
    expect(running?.timeZone).toBe(NEW_YORK)
    clock.now += 30 * MINUTE
    await desk.fromPage('endSession', {})
    const [closed] = await desk.fromPage('sessions', {})
    if (closed === undefined) throw new Error('The lesson is not in the list')
    expect(pastWords(closed)).toMatch(/^Wed 1 Jul, 10:00, 30 minutes/)
    const record = await desk.fromPage('record', { sessionId: closed.sessionId })
    if (record === undefined) throw new Error('The lesson has no record')
    expect(record.timeZone).toBe(NEW_YORK)
    expect(printModel(record).when).toContain('10:00')
    expect(printModel(record).footer.join(' ')).toContain(NEW_YORK)
  })
  it('keeps its own clock when the rules in force are others later', async () => {
    const { desk, clock } = await lesson()
    clock.now += 30 * MINUTE
    await desk.fromPage('endSession', {})
    await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, ownPack: inZone(LONDON) })
    const [closed] = await desk.fromPage('sessions', {})
    expect(closed?.timeZone).toBe(NEW_YORK)
  })
})

describe('past lessons', () => {
  const session = (sessionId: string, startedAt: number, timeZone = LONDON): SessionSummary => ({
    sessionId,
    className: 'Year 4 Maths',
    platform: 'meet',
    code: 'abc-defg-hij',
    timeZone,
    startedAt,
    endedAt: startedAt + 45 * MINUTE,
    interrupted: false,
    people: 28,
  })
  const night = Date.UTC(2026, 6, 1, 23, 30)
  const both = [session('london', night), session('york', night, NEW_YORK)]
  it('are found by the day and time that they show', () => {
    const ids = (typed: string, period: Period = {}) =>
      findSessions(both, typed, period).map((one) => one.sessionId)
    expect(ids('thu 2 jul')).toEqual(['london'])
    expect(ids('00:30')).toEqual(['london'])
    expect(ids('wednesday 1 july 19:30')).toEqual(['york'])
    expect(ids('', { from: '2026-07-02' })).toEqual(['london'])
    expect(ids('', { to: '2026-07-01' })).toEqual(['york'])
  })
  it('say the year where it is another one there', () => {
    const eve = session('eve', Date.UTC(2027, 0, 1, 3, 0), NEW_YORK)
    expect(pastWords(eve, Date.UTC(2027, 0, 1, 12, 0))).toMatch(/^Thu 31 Dec 2026, 22:00,/)
  })
  it('are deleted on a day of the school’s calendar', () => {
    expect(deletionWords(night, SUMMER, LONDON).words).toBe(
      'Deleted by itself tomorrow, on 2 July 2026',
    )
    expect(deletionWords(night, SUMMER, NEW_YORK).words).toBe('Deleted by itself today')
    expect(backupName(night, LONDON)).toContain('2026-07-02')
    expect(backupName(night, NEW_YORK)).toContain('2026-07-01')
  })
  it('are of the last seven days by the clock of their own school', () => {
    const records = [LONDON, NEW_YORK].map((timeZone) => ({
      ...SAMPLE_RECORD,
      timeZone,
      // Half past midnight in London, and still the day before in New York.
      startedAt: Date.UTC(2026, 6, 1, 23, 30),
    }))
    const choice = { days: { ...ALL_DAYS, choice: 'days7' as const } }
    const of = (now: number) => chosenOf(records, choice, now).map((one) => one.timeZone)
    expect(of(Date.UTC(2026, 6, 8, 3, 0))).toEqual([LONDON, NEW_YORK])
    expect(of(Date.UTC(2026, 6, 8, 12, 0))).toEqual([LONDON])
  })
})

describe('a concern', () => {
  it('has its times by the school’s clock, typed and read', () => {
    const fields = { ...emptyFields(SUMMER, LONDON), writer: 'S', about: 'D', facts: 'f' }
    expect([fields.day, fields.time]).toEqual(['2026-07-01', '10:00'])
    const read = concernOf({ ...fields, time: '10:31', told: 'H', toldTime: '10:40' })
    if ('missing' in read) throw new Error(read.missing.join())
    expect(read.concern).toMatchObject({
      happenedAt: Date.UTC(2026, 6, 1, 9, 31),
      toldAt: Date.UTC(2026, 6, 1, 9, 40),
      timeZone: LONDON,
    })
    expect(concernText({ ...read.concern, ref: 'C', at: SUMMER })).toContain('1 July 2026, 10:31')
  })
  it('is changed by the clock that it was written by', () => {
    const kept = { ...SAMPLE_CONCERN, happenedAt: SUMMER, timeZone: NEW_YORK }
    const fields = fieldsOf(kept)
    expect([fields.day, fields.time]).toEqual(['2026-07-01', '05:00'])
    const again = concernOf(fields)
    expect('concern' in again && again.concern).toMatchObject({
      happenedAt: SUMMER,
      timeZone: NEW_YORK,
    })
    expect(fieldsOf({ ...kept, timeZone: 'Mars/Base' }).timeZone).toBe('UTC')
  })
  it('begins in a lesson with that lesson’s clock', () => {
    const { session }: PanelView = SAMPLES.thirty
    if (session === undefined) throw new Error('The sample has no lesson')
    const view = {
      ...SAMPLES.thirty,
      timeZone: NEW_YORK,
      session: { ...session, startedAt: SUMMER },
    }
    const steps = {
      openedAt: SUMMER + 10 * MINUTE,
      endedAt: SUMMER + 11 * MINUTE,
      told: { who: 'Helen Marsh', at: SUMMER + 12 * MINUTE },
    }
    const fields = concernStart(view, SUMMER, steps)
    expect(fields).toMatchObject({
      timeZone: NEW_YORK,
      day: '2026-07-01',
      time: '05:10',
      toldTime: '05:12',
    })
    expect(fields.where).toContain('begun 05:00')
    expect(fields.actions).toContain('at 05:11')
    expect(readyMessage(view, steps)).toContain('begun 05:00) at 05:10')
  })
})
