import { describe, expect, it } from 'vitest'
import { describePrompt } from '../../lib/protocol/wording.ts'
import type { PromptKind } from '../../lib/session/events.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import { LessonTale, MINUTE, SECOND, TEN } from '../vectors/lessons/builder.ts'

/** The whole way, with the shipped matcher: who takes whose name, and what the record makes of it. */
const begun = () =>
  new LessonTale()
    .reallyMatched()
    .prepared()
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Dev Shah')
    .at(1)
const found = (tale: LessonTale, kind: PromptKind) =>
  tale.evaluate().findings.filter((one) => one.kind === kind)
/** The words of the first finding of a kind, by the names that the page shows. */
const words = (tale: LessonTale, kind: PromptKind) => {
  const state = tale.state()
  const [finding] = found(tale, kind)
  if (finding === undefined) throw new Error(`Nothing of kind ${kind} was found.`)
  const names = finding.about.map(
    (id) =>
      [...state.people, ...state.knocks.map((one) => ({ ...one, id: one.key }))].find(
        (one) => one.id === id,
      )?.name ?? '',
  )
  return describePrompt(kind, names, { state, finding, answers: finding.answers })
}
const rows = (record: LessonRecord, name: string) =>
  record.people.filter((one) => one.shown.includes(name))

describe('somebody takes the name of a child who is there', () => {
  const taken = () =>
    begun().arrives('x', 'Gary').after(MINUTE).renames('x', 'Gary', 'Amelia Potter').after(SECOND)

  // T-26
  it('is one alarm about both', () => {
    expect(taken().evaluate().findings[0]).toMatchObject({
      kind: 'duplicateName',
      severity: 'alarm',
      about: ['amelia', 'x'],
    })
    expect(found(taken(), 'renamed')).toEqual([])
    expect(
      taken()
        .evaluate()
        .checklist.find((one) => one.clause.id === 'EG-13')?.state.is,
    ).toBe('problem')
  })
  // T-26
  it.each([true, false])('never gives the copy’s minutes to the child (ended: %s)', (ended) => {
    const tale = taken().at(10).leaves('amelia').at(40)
    const record = (ended ? tale.ends() : tale).record()
    const [own, copy] = rows(record, 'Amelia Potter')
    expect(own).toMatchObject({ kind: 'pupil', personId: 'amelia', minutesPresent: 13 })
    expect(copy).toMatchObject({
      kind: 'duplicate',
      name: 'Amelia Potter',
      shown: ['Gary', 'Amelia Potter'],
    })
    expect(record.notSeen.map((one) => one.name)).toEqual(['Ben Okoro', 'Zofia Kowalska'])
    expect(record.notSeen.some((one) => one.certain)).toBe(false)
  })
  it('leaves the child the own minutes where the copy has the better name of the two', () => {
    const record = new LessonTale()
      .reallyMatched()
      .prepared()
      .at(-3)
      .arrives('amelia', 'Amelia P')
      .arrives('x', 'Gary')
      .at(5)
      .renames('x', 'Gary', 'Amelia Potter')
      .at(30)
      .ends()
      .record()
    expect(record.people.filter((one) => one.name === 'Amelia Potter')).toMatchObject([
      { kind: 'pupil', personId: 'amelia', shown: ['Amelia P'], minutesPresent: 33 },
      { kind: 'duplicate', shown: ['Gary', 'Amelia Potter'] },
    ])
  })
  it('is one person when the teacher says so', () => {
    const tale = taken().prompts().answers('duplicateName', 'seen').at(40).ends()
    expect(rows(tale.record(), 'Amelia Potter')).toMatchObject([
      { kind: 'pupil', personId: 'amelia' },
    ])
  })
  it('is no problem of the names any more when the teacher says so', () => {
    const tale = taken().prompts()
    const names = () => tale.evaluate().checklist.find((one) => one.clause.id === 'CW-4')?.state.is
    expect(names()).toBe('problem')
    tale.answers('duplicateName', 'seen')
    expect(names()).toBe('seen')
  })
})

describe('the same child twice', () => {
  it('asks about a second device, and counts the child once when the teacher knows it', () => {
    const tale = begun()
      .arrives('dev2', 'Dev Shah')
      .after(11 * SECOND)
      .prompts()
    expect(found(tale, 'duplicateName')[0]).toMatchObject({
      severity: 'act',
      about: ['dev', 'dev2'],
    })
    tale.answers('duplicateName', 'seen').at(20).leaves('dev').at(40).ends()
    expect(rows(tale.record(), 'Dev Shah')).toMatchObject([
      { minutesPresent: 43, stays: [{ from: TEN - 3 * MINUTE, to: TEN + 40 * MINUTE }] },
    ])
  })
  it.each([true, false])('puts a rejoin on a new device id into one row (ended: %s)', (ended) => {
    const tale = begun().at(10).leaves('dev').at(12).arrives('dev2', 'Dev Shah').at(40)
    expect(found(tale, 'duplicateName')).toEqual([])
    const record = (ended ? tale.ends() : tale).record()
    expect(rows(record, 'Dev Shah')).toMatchObject([
      { kind: 'pupil', personId: 'dev', minutesPresent: 41 },
    ])
  })
  it('puts a child and a parent’s account into the child’s row', () => {
    const tale = begun().at(5).arrives('mum', 'Priya Shah').at(40).ends()
    expect(tale.record().people.filter((one) => one.personId === 'dev')).toMatchObject([
      { name: 'Dev Shah', kind: 'pupil' },
    ])
  })
})

describe('letters that only look like a name', () => {
  const cyrillic = '\u0410m\u0435lia \u0420otter'

  // T-26
  it('are an alarm in the call, with words of their own', () => {
    const tale = begun().arrives('x', cyrillic).after(SECOND)
    expect(tale.evaluate().findings[0]).toMatchObject({
      kind: 'unknownPerson',
      severity: 'alarm',
      about: ['x'],
    })
    expect(tale.evaluate().checklist.find((one) => one.clause.id === 'CW-1')?.state).toMatchObject({
      is: 'problem',
      about: ['x'],
    })
  })
  it('are told at the door', () => {
    const tale = begun().knocks('k', cyrillic)
    expect(tale.evaluate().findings[0]).toMatchObject({
      kind: 'unknownPerson',
      severity: 'act',
      about: ['k'],
    })
  })
  // T-26
  it('are nobody of the register in the record', () => {
    const record = begun().arrives('x', cyrillic).at(40).ends().record()
    expect(rows(record, cyrillic)).toMatchObject([{ kind: 'duplicate', name: cyrillic }])
    expect(rows(record, cyrillic)[0]?.personId).toBeUndefined()
  })
})

describe('the teacher’s own name', () => {
  it('on a second device is asked about once, and is neither a second adult nor a child', () => {
    const tale = new LessonTale()
      .reallyMatched()
      .prepared()
      .joins('self2', 'Sara Khan')
      .camera('self2', 'off')
      .at(1)
      .arrives('dev', 'Dev Shah')
      .after(3 * MINUTE)
    const kinds = tale.evaluate().findings.map((one) => one.kind)
    expect(kinds).toContain('alone')
    expect(kinds).toContain('duplicateName')
    expect(kinds).not.toContain('cameraOff')
    expect(tale.evaluate().checklist.find((one) => one.clause.id === 'EG-5')?.state.is).toBe(
      'problem',
    )
  })
  it('taken by somebody else is an alarm', () => {
    const tale = begun()
      .arrives('x', 'Gary')
      .after(MINUTE)
      .renames('x', 'Gary', 'Sara Khan')
      .after(SECOND)
    expect(tale.evaluate().findings[0]).toMatchObject({ kind: 'duplicateName', severity: 'alarm' })
  })
})

describe('a dropped pupil who knocks', () => {
  it('is known by name, also on a parent’s account', () => {
    const tale = begun().at(8).leaves('dev').after(MINUTE).knocks('k', 'Mrs Shah', true)
    expect(found(tale, 'droppedPupil')).toMatchObject([{ about: ['k'] }])
  })
})

describe('a name whose owner has just left', () => {
  const taken = () =>
    begun()
      .arrives('x', 'Gary')
      .at(5)
      .leaves('amelia')
      .after(MINUTE)
      .renames('x', 'Gary', 'Amelia Potter')
      .after(SECOND)

  it('is an alarm with old and new name and both times', () => {
    expect(found(taken(), 'renamed')).toMatchObject([{ severity: 'alarm', about: ['x'] }])
    const { title, body, answers } = words(taken(), 'renamed')
    expect(title).toBe('Gary now shows the name Amelia Potter, who left at 10:05')
    expect(body).toContain('10:06')
    expect(answers.map((one) => one.answer)).toEqual(['remove', 'seen', 'later'])
  })
  it('gives the child no minutes of somebody else, until the teacher says that it is the child', () => {
    const alone = taken().at(40).ends().record()
    expect(rows(alone, 'Amelia Potter')).toMatchObject([
      { kind: 'pupil', personId: 'amelia', minutesPresent: 8 },
      { kind: 'duplicate', shown: ['Gary', 'Amelia Potter'] },
    ])
    const known = taken().prompts().answers('renamed', 'seen').at(40).ends().record()
    expect(rows(known, 'Amelia Potter')).toMatchObject([{ kind: 'pupil', personId: 'amelia' }])
  })
  it('says nothing when a child comes back under the own name', () => {
    const tale = begun()
      .at(5)
      .leaves('amelia')
      .after(MINUTE)
      .arrives('amelia2', 'Amelia Potter')
      .after(20 * SECOND)
    const kinds = tale.evaluate().findings.map((one) => one.kind)
    expect(kinds.filter((kind) => kind !== 'noAdult')).toEqual(['lockDue'])
  })
})

describe('a copy, a second device, and somebody from outside', () => {
  it('has words of its own for who took the name, and takes out only them', () => {
    const tale = begun()
      .arrives('x', 'Gary')
      .after(MINUTE)
      .renames('x', 'Gary', 'Amelia Potter')
      .after(SECOND)
    const { title, answers } = words(tale, 'duplicateName')
    expect(title).toBe('Gary now shows the name Amelia Potter, who is already here')
    expect(answers[0]).toMatchObject({ answer: 'remove', label: 'Remove the copy' })
    const asked = tale.prompts().answers('duplicateName', 'remove').at(20)
    const record = asked.leaves('x').at(40).ends().record()
    expect(rows(record, 'Amelia Potter')).toMatchObject([
      { kind: 'pupil', personId: 'amelia', minutesPresent: 43 },
      { kind: 'duplicate' },
    ])
  })
  it('says two devices where one child shows two names', () => {
    const tale = begun()
      .arrives('tab', 'Amelia P')
      .after(11 * SECOND)
    const { title, body, answers } = words(tale, 'duplicateName')
    expect(title).toBe('Amelia Potter may be here on two devices')
    expect(body).toContain('Amelia Potter and Amelia P')
    expect(answers.map((one) => one.label)).toEqual(['Two devices, one child', 'Later'])
  })
  it('says which of two has no account of the school', () => {
    const tale = begun()
      .arrives('x', 'Dev Shah', { decorations: ['Visitor'] })
      .after(11 * SECOND)
    expect(words(tale, 'duplicateName').title).toContain('one without a school account')
  })
  it('says the plain thing where nothing tells the two apart', () => {
    const tale = begun()
      .arrives('dev2', 'Dev Shah')
      .after(11 * SECOND)
    expect(words(tale, 'duplicateName').title).toBe('Two people show the name Dev Shah')
  })
})

describe('several children behind one device', () => {
  it('are asked about by themselves, never as a stranger', () => {
    const tale = begun().leaves('amelia').leaves('dev').arrives('x', 'Amelia & Dev').after(SECOND)
    expect(found(tale, 'unknownPerson')).toMatchObject([{ severity: 'notice', about: ['x'] }])
    expect(words(tale, 'unknownPerson').title).toBe(
      'Amelia & Dev: more than one child on one device?',
    )
  })
})
