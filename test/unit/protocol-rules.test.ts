import { describe, expect, it } from 'vitest'
import { draftOf, idleAt, withValue } from '../../components/options/draftRules.ts'
import { lossBy } from '../../components/options/rulesLoss.ts'
import { schoolOf } from '../../lib/desk/school.ts'
import { formatRules, parsePack } from '../../lib/protocol/pack.ts'
import { packById, PACKS } from '../../lib/protocol/packs/index.ts'
import { RULE_GROUPS } from '../../lib/protocol/ruleWords.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { familiesText } from '../../lib/protocol/wording/families.ts'
import type { PromptKind } from '../../lib/session/events.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'
import { LessonTale, MINUTE, OPEN, SECOND, TEN } from '../vectors/lessons/builder.ts'

const rules = RULE_GROUPS.flatMap((group) => group.rules)
const adult = (id: string) => ({ type: 'adultSeen', id, seen: true }) as const

/** Two children and their teacher under these rules; the second adult is a colleague where `staff` says so. */
function lesson(pack: Pack, { staff = true, from = -3, register = true } = {}): LessonTale {
  const tale = new LessonTale().pack(pack.id, pack).prepared().at(from)
  if (!register) tale.register(undefined)
  if (staff) tale.arrives('lee', 'Tom Lee')
  return tale.arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')
}
const found = (tale: LessonTale, kind: PromptKind) =>
  tale
    .evaluate()
    .findings.filter((one) => one.kind === kind)
    .map(({ severity, answers }) => ({ severity, first: answers[0] }))
const families = (pack: Pack) =>
  familiesText(pack, { schoolName: '', dsl: [], headteacher: { name: '', role: '', phone: '' } })

async function lockDue(pack: Pack): Promise<unknown> {
  const { desk } = deskAt()
  await meetingTab(desk).observe(
    observation([participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })]),
  )
  const own = { ...pack, id: 'own' }
  await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, packId: 'own', ownPack: own })
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'own' })
  return (await nextView(desk)).lock.dueAt
}
const outside = (pack: Pack, minutes: number) => {
  const tale = new LessonTale(TEN + (minutes - 5) * MINUTE).pack(pack.id, pack).teacher()
  return found(tale.at(minutes), 'outsideHours')
}
const recorded = (pack: Pack) =>
  lesson(pack).at(1).add({ type: 'notice', what: 'recording', state: 'yes' })

interface RuleCase {
  /** Two settings between which something that a person meets has to differ. */
  readonly settings: readonly [unknown, unknown]
  /** Other rules that the case needs, where the pack may have them otherwise. */
  readonly given?: Partial<Pack>
  /** What a person meets under these rules. */
  readonly meets: (pack: Pack) => unknown
}

/** One row or more for every rule of the form. */
const CASES: Readonly<Record<string, readonly RuleCase[]>> = {
  locks: [
    { settings: [true, false], meets: lockDue },
    {
      settings: [true, false],
      meets: (pack) => [
        found(lesson(pack).at(6), 'lockDue'),
        found(lesson(pack).at(4.5), 'lockSoon'),
      ],
    },
    {
      settings: [true, false],
      meets: (pack) => found(lesson(pack).at(7).knocks('k1', 'Ben Okoro', true), 'lateKnock'),
    },
  ],
  lockAfterMinutes: [{ settings: [5, 12], meets: lockDue }],
  warnBeforeLockMinutes: [
    { settings: [0, 4], meets: (pack) => found(lesson(pack).at(2), 'lockSoon') },
  ],
  'earlyWindowMinutes.from': [
    {
      settings: [5, 2],
      meets: (pack) =>
        lesson(pack)
          .at(6)
          .record()
          .people.map((one) => one.arrival),
    },
  ],
  'earlyWindowMinutes.to': [{ settings: [2, 1], meets: families }],
  'schoolHours.from': [{ settings: ['08:30', '11:00'], meets: (pack) => outside(pack, 0) }],
  'schoolHours.to': [{ settings: ['15:30', '09:00'], meets: (pack) => outside(pack, 0) }],
  'schoolHours.days': [{ settings: [[5], [1]], meets: (pack) => outside(pack, 0) }],
  'schoolHours.timeZone': [
    {
      settings: ['Europe/London', 'Asia/Tokyo'],
      meets: (pack) =>
        lesson(pack).at(1).add({ type: 'emergency', step: 'opened', note: '' }).evaluate()
          .checklist,
    },
  ],
  cameraRule: [
    {
      settings: ['on', 'staffChoice'],
      meets: (pack) => found(lesson(pack).at(1).camera('dev', 'off').at(3), 'cameraOff'),
    },
    {
      settings: ['onToEnter', 'off'],
      given: { roomCheck: false, roomFirst: 'askToMove' },
      meets: (pack) =>
        found(lesson(pack).joins('ben', 'Ben Okoro').camera('ben', 'off').at(3), 'cameraOff'),
    },
    {
      // A camera that goes off later on is a quieter matter where it only had to be on to come in.
      settings: ['onToEnter', 'on'],
      meets: (pack) => found(lesson(pack).at(1).camera('dev', 'off').at(3), 'cameraOff'),
    },
  ],
  cameraGraceSeconds: [
    {
      settings: [30, 300],
      meets: (pack) => found(lesson(pack).at(1).camera('dev', 'off').at(3), 'cameraOff'),
    },
  ],
  roomCheck: [
    {
      settings: [true, false],
      given: { roomFirst: 'askToMove' },
      meets: (pack) => found(lesson(pack).at(1).room('dev', 'bedroom').after(SECOND), 'room'),
    },
  ],
  roomFirst: [
    {
      settings: ['askToMove', 'cameraOff'],
      meets: (pack) => found(lesson(pack).at(1).room('dev', 'bedroom').after(SECOND), 'room'),
    },
  ],
  parentPresence: [
    {
      settings: ['throughout', 'none'],
      meets: (pack) => [families(pack), found(lesson(pack).at(6), 'noAdult')],
    },
    { settings: ['start', 'throughout'], meets: families },
  ],
  parentRecheckMinutes: [
    {
      settings: [0, 10],
      meets: (pack) => found(lesson(pack).add(adult('amelia'), adult('dev')).at(20), 'adultAgain'),
    },
  ],
  adultsRequired: [
    {
      settings: [1, 2],
      meets: (pack) => found(lesson(pack, { staff: false }).at(4), 'fewStaff'),
    },
    { settings: [2, 3], meets: (pack) => found(lesson(pack).at(4), 'fewStaff') },
  ],
  expectedName: [
    { settings: ['pupilOrGuardian', 'guardianPreferred'], meets: families },
    { settings: ['pupil', 'pupilOrGuardian'], meets: families },
  ],
  recording: [
    {
      settings: ['withConsentOfAll', 'never'],
      meets: (pack) => found(recorded(pack).leaves('lee'), 'recording'),
    },
  ],
  chat: [
    {
      settings: ['open', 'off'],
      meets: (pack) =>
        found(
          lesson(pack).add({ type: 'chatSeen', what: 'line', lineId: 'l1', sender: 'Dev Shah' }),
          'chatUsed',
        ),
    },
  ],
  presenting: [
    {
      settings: ['staffOnly', 'anyone'],
      meets: (pack) =>
        found(lesson(pack).add({ type: 'presenting', id: 'dev', on: true }), 'presenting'),
    },
  ],
  retentionDays: [
    {
      settings: [30, 365],
      meets: (pack) => schoolOf(DEFAULT_SETTINGS, { policyPack: formatRules(pack) }).settings,
    },
  ],
}

const rows = PACKS.flatMap((pack) =>
  rules.flatMap(({ path }) =>
    (CASES[path] ?? []).map((one, i) => ({
      pack,
      path,
      one,
      name: `${pack.id}, ${path} ${i + 1}`,
    })),
  ),
)

describe('every rule of every pack', () => {
  it('has a row', () => {
    expect(Object.keys(CASES).sort()).toEqual(rules.map((rule) => rule.path).sort())
  })
  it.each(rows)(
    '$name: makes a difference, is refused, or is said to have no effect',
    async ({ pack, path, one }) => {
      const draft = { ...draftOf(pack, false, pack.id), ...one.given }
      const both = one.settings.map((value) => parsePack(withValue(draft, path, value)))
      const packs = both.flatMap((read) => ('pack' in read ? [read.pack] : []))
      // A setting that a clause of the pack speaks against can't be saved at all.
      if (packs.length < both.length) {
        expect(packs.length).toBe(1)
        expect(both.flatMap((read) => ('errors' in read ? read.errors : []))[0]?.path).toBe(path)
        return
      }
      const [first, second] = await Promise.all(packs.map(one.meets))
      const idle = idleAt(draft, path)
      if (idle === undefined) expect(first).not.toEqual(second)
      else expect(first).toEqual(second)
    },
  )
})

describe('a rule of the school that none of its clauses asks for', () => {
  const crossways = (change: Partial<Pack>): Pack => ({ ...packById('crossways'), ...change })
  it.each([
    ['presenting', crossways({ presenting: 'staffOnly' }), lessonPresenting],
    ['recording', crossways({ recording: 'never' }), recorded],
    [
      'adultsRequired',
      crossways({ adultsRequired: 2 }),
      (pack: Pack) => lesson(pack, { staff: false }).at(4),
    ],
    [
      'cameraRule',
      crossways({ cameraRule: 'on' }),
      (pack: Pack) => lesson(pack).at(1).camera('dev', 'off').at(3),
    ],
    ['locks', crossways({ locks: true }), (pack: Pack) => lesson(pack).access(OPEN).at(6)],
    [
      'roomCheck',
      crossways({ clauses: ['CW-1'] }),
      (pack: Pack) => lesson(pack).at(1).room('dev', 'bedroom').after(SECOND),
    ],
    ['parentPresence', crossways({ clauses: ['CW-1'] }), (pack: Pack) => lesson(pack).at(6)],
  ] as const)('%s is told, and named as what asks for it', (rule, pack, told) => {
    expect(parsePack(pack)).toEqual({ pack })
    const of = told(pack)
      .evaluate()
      .findings.filter((one) => one.rule === rule)
    expect(of.length).toBeGreaterThan(0)
    expect(of.every((one) => one.clauses.length === 0)).toBe(true)
  })
  it('gives way to the clause where there is one', () => {
    const [finding] = lessonPresenting(packById('combined'))
      .evaluate()
      .findings.filter((one) => one.kind === 'presenting')
    expect(finding?.clauses).toEqual(['EG-31'])
    expect(finding?.rule).toBeUndefined()
  })
  it('is not made up: Crossways as it ships limits no screen and asks for no second adult', () => {
    const tale = lessonPresenting(packById('crossways')).at(4).leaves('lee')
    expect(tale.evaluate().findings.map((one) => one.kind)).not.toContain('presenting')
    expect(
      tale
        .after(4 * MINUTE)
        .evaluate()
        .findings.map((one) => one.kind),
    ).not.toContain('fewStaff')
  })
  it('stands in the form as it holds: what a pack leaves out is not shown as asked for', () => {
    expect(draftOf(packById('crossways'), false, 'x')).toMatchObject({
      presenting: 'anyone',
      locks: false,
    })
    expect(draftOf(packById('combined'), false, 'x')).toMatchObject({
      presenting: 'staffOnly',
      locks: true,
    })
  })
})

describe('rules from a file', () => {
  const file = packById('crossways')
  const own: Pack = { ...file, id: 'hillside', version: '3' }
  it('take nothing away where there are no others, or the very same', () => {
    expect(lossBy(file, undefined, file.retentionDays)).toBeUndefined()
    expect(lossBy(own, { ...own }, 30)).toBeUndefined()
  })
  it('say which rules they replace, also those of the same id, and that records go sooner', () => {
    expect(lossBy(file, own, 30)).toEqual({ own })
    expect(lossBy({ ...own, version: '4' }, own, 30)).toEqual({ own })
    expect(lossBy({ ...file, retentionDays: 30 }, undefined, 31)).toEqual({ days: 31 })
    expect(lossBy({ ...file, retentionDays: 30 }, own, 365)).toEqual({ own, days: 365 })
  })
})

function lessonPresenting(pack: Pack): LessonTale {
  return lesson(pack).add({ type: 'presenting', id: 'dev', on: true })
}
