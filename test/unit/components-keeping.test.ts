import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupName,
  chosenWords,
  madeWords,
  restoredWords,
} from '../../components/options/backupWords.ts'
import { deletionWords } from '../../components/options/deletionWords.ts'
import { findSessions } from '../../components/options/findSessions.ts'
import { recordUrl } from '../../components/ui/recordUrl.ts'
import { ownZone } from '../../components/ui/time.ts'
import type { BackupMade, Restored } from '../../lib/backup/types.ts'
import type { SessionSummary } from '../../lib/bus/protocol.ts'

const session = (sessionId: string, more: Partial<SessionSummary> = {}): SessionSummary => ({
  sessionId,
  className: 'Year 4 Maths',
  platform: 'meet',
  code: 'abc-defg-hij',
  timeZone: ownZone(),
  startedAt: new Date(2026, 10, 9, 10, 0).getTime(),
  interrupted: false,
  people: 28,
  ...more,
})
const SESSIONS = [
  session('old', { startedAt: new Date(2026, 8, 7, 9, 0).getTime(), className: 'Élèves' }),
  session('new'),
  session('teams', { platform: 'teams', code: 'xyz', interrupted: true, className: '' }),
]
const found = (typed: string) => findSessions(SESSIONS, typed).map((one) => one.sessionId)

describe('finding a lesson', () => {
  it.each([
    ['', ['new', 'teams', 'old']],
    ['maths', ['new']],
    ['MATHS nov', ['new']],
    ['eleves', ['old']],
    ['7 september 2026', ['old']],
    ['monday 10:00', ['new', 'teams']],
    ['teams', ['teams']],
    ['no class', ['teams']],
    ['interrupted', ['teams']],
    ['hij', ['new', 'old']],
    ['chemistry', []],
  ])('by %j', (typed, ids) => {
    expect(found(typed)).toEqual(ids)
  })
  it.each([
    [{ from: '2026-11-09' }, ['new', 'teams']],
    [{ to: '2026-11-08' }, ['old']],
    [{ from: '2026-09-07', to: '2026-09-07' }, ['old']],
    [{ from: '2026-11-10' }, []],
  ])('by its days: %j', (period, ids) => {
    expect(findSessions(SESSIONS, '', period).map((one) => one.sessionId)).toEqual(ids)
    expect(findSessions(SESSIONS, 'chemistry', period)).toEqual([])
  })
  it('never fails, and finds no lesson that was not there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const id of found(typed)) expect(['old', 'new', 'teams']).toContain(id)
      }),
    )
  })
})

describe('when a record is deleted', () => {
  const NOON = new Date(2026, 10, 9, 12, 0).getTime()
  it.each([
    [new Date(2027, 10, 9, 10, 47), 'Deleted by itself on 9 November 2027', false],
    [new Date(2026, 10, 24, 0, 5), 'Deleted by itself on 24 November 2026', false],
    [new Date(2026, 10, 23, 23, 0), 'Deleted by itself in 14 days, on 23 November 2026', true],
    // Less than a day, and yet another day.
    [new Date(2026, 10, 10, 0, 5), 'Deleted by itself tomorrow, on 10 November 2026', true],
    [new Date(2026, 10, 9, 23, 0), 'Deleted by itself today', true],
    [new Date(2026, 10, 2, 9, 0), 'Deleted by itself today', true],
  ])('%s', (at, words, soon) => {
    expect(deletionWords(at.getTime(), NOON, ownZone())).toEqual({ words, soon })
  })
})

describe('the page of records', () => {
  it('is asked for by every lesson’s id, whatever it holds', () => {
    const ids = ['meet:abc-defg-hij:1', 'teams:19:meeting_x@thread.v2&a=b#c,d:2']
    const url = new URL(recordUrl(ids), 'chrome-extension://x')
    expect(url.pathname).toBe('/record.html')
    expect(url.searchParams.getAll('session')).toEqual(ids)
  })
})

describe('what a backup holds', () => {
  const made: BackupMade = {
    text: '',
    lessons: 2,
    classes: 1,
    concerns: 0,
    concernsLeft: 0,
    looks: 0,
    running: 0,
  }
  it('is said with what is not in it', () => {
    expect(madeWords(made)).toEqual(['The backup holds 2 lessons, 1 class and the settings.'])
    expect(madeWords({ ...made, concernsLeft: 1, running: 1 })).toEqual([
      'The backup holds 2 lessons, 1 class and the settings.',
      '1 concern note is not in it.',
      'The lesson that is running is not in it.',
    ])
    expect(madeWords({ ...made, concernsLeft: 3 })).toContain('3 concern notes are not in it.')
    expect(madeWords({ ...made, looks: 1 })).toEqual([
      'The backup holds 2 lessons, 1 class, 1 selector pack and the settings.',
    ])
    expect(madeWords({ ...made, concerns: 3 })).toEqual([
      'The backup holds 2 lessons, 1 class, 3 concern notes and the settings.',
    ])
  })
  it('is said of concerns before it is made', () => {
    expect(chosenWords(0, true)).toBe('No concern note is kept here now.')
    expect(chosenWords(1, false)).toBe('The next backup will leave out 1 concern note kept here.')
    expect(chosenWords(2, true)).toBe('The next backup will hold 2 concern notes kept here.')
  })
})

describe('what became of a backup', () => {
  const nothing: Restored = {
    lessons: {
      added: 0,
      extended: 0,
      alreadyHere: 0,
      differ: 0,
      expired: 0,
      unreadable: 0,
      lacking: 0,
      entries: 0,
    },
    classes: {
      added: 0,
      replaced: 0,
      alreadyHere: 0,
      lost: { pupils: 0, sets: [] },
      unreadable: 0,
    },
    concerns: { added: 0, alreadyHere: 0, differ: [], expired: 0, unreadable: 0 },
    looks: {},
    settings: 'kept',
  }
  it('is said line by line, without what did not happen', () => {
    expect(restoredWords(nothing)).toEqual([
      'The backup holds no lessons and no classes.',
      'The backup holds no concern notes.',
      'The settings here were kept.',
    ])
    const said = restoredWords({
      lessons: {
        added: 1,
        extended: 0,
        alreadyHere: 2,
        differ: 0,
        expired: 0,
        unreadable: 3,
        lacking: 1,
        entries: 3,
      },
      classes: { ...nothing.classes, added: 2 },
      concerns: {
        added: 2,
        alreadyHere: 1,
        differ: ['C-20261120-1005-1', 'C-20261120-1006-2'],
        expired: 1,
        unreadable: 1,
      },
      looks: { teams: 'kept', meet: 'taken' },
      settings: 'taken',
    })
    expect(said).toEqual([
      '1 lesson added.',
      '2 lessons already here.',
      '3 lessons could not be read.',
      '3 entries in 1 lesson can’t be read. They are kept as they are, and the record says what it lacks.',
      '2 classes added.',
      '2 concern notes added.',
      '1 concern note already here.',
      '2 concern notes different from those here; those here were kept: C-20261120-1005-1, C-20261120-1006-2.',
      '1 concern note left out: older than concerns are kept here.',
      '1 concern note could not be read.',
      'The selector pack for Google Meet was taken from the backup and is in use from now on.',
      'The selector pack for Microsoft Teams here was kept: the one in the backup is not newer.',
      'The settings were taken from the backup.',
    ])
  })
  it('names the sets that came without a child', () => {
    const lost = (pupils: number, ...sets: string[]) =>
      restoredWords({
        ...nothing,
        classes: { ...nothing.classes, added: 1, lost: { pupils, sets } },
      })
    expect(lost(1, 'Maths set 2').slice(0, 2)).toEqual([
      '1 class added.',
      '1 pupil who is in a set was not found in the classes here. Look through Maths set 2 under Classes.',
    ])
    expect(lost(3, 'Maths set 2', 'Art')).toContain(
      '3 pupils who are in a set were not found in the classes here. Look through Maths set 2, Art under Classes.',
    )
  })
  it('is in a file with the day in its name', () => {
    expect(backupName(Date.UTC(2026, 10, 20, 12, 0), 'Europe/London')).toBe(
      'Lesson Steward 2026-11-20.lessonsteward',
    )
  })
})
