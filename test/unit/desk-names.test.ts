import { describe, expect, it } from 'vitest'
import { toCsv } from '../../lib/record/csv.ts'
import { toEventsCsv } from '../../lib/record/eventsCsv.ts'
import { parseRecord, toJson } from '../../lib/record/json.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('p2', 'Amelia Potter')

async function lesson() {
  const stage = deskAt()
  const tab = meetingTab(stage.desk)
  const see = (...people: ReturnType<typeof participant>[]) =>
    tab.observe(observation([khan, ...people]))
  await see()
  await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  const rowOf = async (id: string) =>
    (await nextView(stage.desk)).people.find((one) => one.participantId === id)
  const aliasesOf = async (id: string) =>
    (await stage.desk.fromPage('registers', {}))
      .flatMap((one) => one.pupils)
      .find((one) => one.id === id)?.aliases
  const record = async () => {
    const { session } = await nextView(stage.desk)
    const made = await stage.desk.fromPage('record', { sessionId: session?.sessionId ?? '' })
    if (made === undefined) throw new Error('There is no record of the lesson.')
    return made
  }
  /** The call ends and the same class meets again a week later. */
  const nextWeek = async () => {
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    stage.clock.now += 7 * 24 * 60 * MINUTE
    await tab.observe(observation([khan], { code: 'next-week-abc' }))
    await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    return (...people: ReturnType<typeof participant>[]) =>
      tab.observe(observation([khan, ...people], { code: 'next-week-abc' }))
  }
  return { ...stage, tab, see, rowOf, aliasesOf, record, nextWeek }
}

describe('the teacher says who it is', () => {
  const sparkle = participant('p7', 'Princess Sparkle')

  it('is known from then on: this lesson by her word, the next one by the name itself', async () => {
    const { desk, see, rowOf, aliasesOf, nextWeek } = await lesson()
    await see(sparkle)
    expect(await rowOf('p7')).toMatchObject({ kind: 'unknown', tone: 'check' })
    await desk.fromPage('fixMatch', {
      shown: 'Princess Sparkle',
      id: 'p7',
      registerPersonId: 'amelia',
    })
    expect(await rowOf('p7')).toMatchObject({
      kind: 'pupil',
      name: 'Amelia Potter',
      said: 'You said: this is Amelia Potter.',
    })
    expect(await aliasesOf('amelia')).toEqual(['Princess Sparkle'])
    const seeAgain = await nextWeek()
    await seeAgain(participant('p31', 'princess  sparkle'))
    const row = await rowOf('p31')
    expect(row).toMatchObject({ kind: 'pupil', name: 'Amelia Potter', tone: 'ok' })
    expect(row?.match?.reasons).toEqual(['alias'])
    expect(row?.said).toBeUndefined()
  })

  it('takes it back with one click: the name, the register and the next lesson', async () => {
    const { desk, see, rowOf, aliasesOf, nextWeek, record } = await lesson()
    await see(sparkle)
    await desk.fromPage('fixMatch', {
      shown: 'Princess Sparkle',
      id: 'p7',
      registerPersonId: 'amelia',
    })
    await desk.fromPage('undoChoice', { shown: 'Princess Sparkle' })
    expect(await rowOf('p7')).toMatchObject({ kind: 'unknown', name: 'Princess Sparkle' })
    expect((await rowOf('p7'))?.said).toBeUndefined()
    expect(await aliasesOf('amelia')).toEqual([])
    expect((await record()).choices).toMatchObject([
      { shown: 'Princess Sparkle', who: ['Amelia Potter'], undoneAt: expect.any(Number) },
    ])
    const seeAgain = await nextWeek()
    await seeAgain(participant('p31', 'Princess Sparkle'))
    expect(await rowOf('p31')).toMatchObject({ kind: 'unknown' })
  })

  it('goes back to her earlier word when the last is taken back', async () => {
    const { desk, see, rowOf, aliasesOf } = await lesson()
    await see(sparkle)
    for (const registerPersonId of ['amelia', 'dev'])
      await desk.fromPage('fixMatch', { shown: 'Princess Sparkle', id: 'p7', registerPersonId })
    expect(await rowOf('p7')).toMatchObject({ name: 'Dev Shah' })
    expect([await aliasesOf('amelia'), await aliasesOf('dev')]).toEqual([[], ['Princess Sparkle']])
    await desk.fromPage('undoChoice', { shown: 'Princess Sparkle' })
    expect(await rowOf('p7')).toMatchObject({ name: 'Amelia Potter' })
    expect([await aliasesOf('amelia'), await aliasesOf('dev')]).toEqual([['Princess Sparkle'], []])
    await desk.fromPage('undoChoice', { shown: 'Princess Sparkle' })
    expect(await rowOf('p7')).toMatchObject({ kind: 'unknown' })
    expect([await aliasesOf('amelia'), await aliasesOf('dev')]).toEqual([[], []])
  })

  it('never remembers the full name of another child, which would make that child a tie', async () => {
    const { desk, see, aliasesOf, nextWeek, rowOf } = await lesson()
    await see(participant('p7', 'Dev Shah'))
    await desk.fromPage('fixMatch', { shown: 'Dev Shah', id: 'p7', registerPersonId: 'amelia' })
    expect(await rowOf('p7')).toMatchObject({ name: 'Amelia Potter' })
    expect(await aliasesOf('amelia')).toEqual([])
    const seeAgain = await nextWeek()
    await seeAgain(participant('p31', 'Dev Shah'))
    expect(await rowOf('p31')).toMatchObject({ kind: 'pupil', name: 'Dev Shah', tone: 'ok' })
  })

  it('means one tablet of two that are called the same', async () => {
    const { desk, see, rowOf } = await lesson()
    await see(participant('p7', 'iPad'), participant('p8', 'iPad'))
    await desk.fromPage('fixMatch', { shown: 'iPad', id: 'p7', registerPersonId: 'amelia' })
    expect(await rowOf('p7')).toMatchObject({ kind: 'pupil', name: 'Amelia Potter' })
    expect(await rowOf('p8')).not.toMatchObject({ name: 'Amelia Potter' })
    expect((await rowOf('p8'))?.said).toBeUndefined()
  })

  it('means the same tablet again when it comes back on a new id', async () => {
    const { desk, see, rowOf, clock } = await lesson()
    await see(participant('p7', 'iPad'))
    await desk.fromPage('fixMatch', { shown: 'iPad', id: 'p7', registerPersonId: 'amelia' })
    await see()
    clock.now += 5000
    await see()
    clock.now += MINUTE
    await see(participant('p9', 'iPad'))
    expect(await rowOf('p9')).toMatchObject({ kind: 'pupil', name: 'Amelia Potter' })
  })
})

describe('two children behind one device', () => {
  it('are asked about, both counted on the teacher’s word, and known the next time', async () => {
    const { desk, see, rowOf, record, nextWeek } = await lesson()
    await see(participant('p7', 'Amelia & Dev'))
    expect(await rowOf('p7')).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ name: 'Amelia Potter and Dev Shah', also: ['dev'] }, {}, {}],
    })
    const prompt = (await nextView(desk)).prompts.find((one) => one.kind === 'unknownPerson')
    expect(prompt?.title).toBe('Amelia & Dev: more than one child on one device?')
    expect(prompt?.answers.map((one) => one.label)).toContain('All of them are here')
    await desk.answer(prompt?.promptId ?? '', 'seen')
    const view = await nextView(desk)
    expect(view.people.find((one) => one.participantId === 'p7')).toMatchObject({
      name: 'Amelia Potter and Dev Shah',
      tone: 'ok',
    })
    expect(view.people.filter((one) => one.where === 'notHere').map((one) => one.name)).toEqual([
      'Zoë Brown',
    ])
    const made = await record()
    expect(made.people.filter((one) => one.kind === 'pupil')).toMatchObject([
      { name: 'Amelia Potter', sharedWith: ['Dev Shah'] },
      { name: 'Dev Shah', sharedWith: ['Amelia Potter'] },
    ])
    expect(made.notSeen.map((one) => one.name)).toEqual(['Zoë Brown'])
    expect(toCsv(made)).toContain('"Pupil (one device with Dev Shah)"')
    const seeAgain = await nextWeek()
    await seeAgain(participant('p31', 'Amelia & Dev'))
    expect(await rowOf('p31')).toMatchObject({ name: 'Amelia Potter and Dev Shah', tone: 'ok' })
  })
})

describe('an expected visitor', () => {
  it('stands in the panel, on the meeting and in the record with the note', async () => {
    const { desk, see, rowOf, record, tab, clock } = await lesson()
    await see(participant('p7', 'Jo Hart'))
    await desk.fromPage('expectVisitor', { shown: 'Jo Hart', note: 'speech therapist' })
    expect(await rowOf('p7')).toMatchObject({
      tone: 'ok',
      chips: [{ text: 'Visitor, expected: speech therapist' }],
      said: 'You expect this visitor: speech therapist.',
    })
    expect(tab.overlay()?.badges).toMatchObject([{ text: 'Expected visitor', tone: 'ok' }])
    expect((await nextView(desk)).prompts).toEqual([])
    clock.now += MINUTE
    await see(participant('p7', 'Jo Hart'))
    const made = await record()
    expect(made.people.find((one) => one.name === 'Jo Hart')?.visitor?.note).toBe(
      'speech therapist',
    )
    expect(made.choices).toMatchObject([{ what: 'visitor', note: 'speech therapist' }])
    expect(toCsv(made)).toContain('"Visitor, expected: speech therapist"')
    expect(toEventsCsv(made)).toContain('speech therapist')
    const parsed = parseRecord(toJson(made))
    expect('record' in parsed && parsed.record.choices).toEqual(made.choices)
    // A visitor who is known is no child whom nobody recognised: who is missing is missing.
    expect(made.notSeen.every((one) => one.certain)).toBe(true)
    await desk.fromPage('undoChoice', { shown: 'Jo Hart' })
    expect(await rowOf('p7')).toMatchObject({ kind: 'unknown', tone: 'check' })
  })
})

describe('somebody is left waiting', () => {
  it('with the time, in the panel and in the record', async () => {
    const { desk, tab, clock, record } = await lesson()
    await tab.observe(
      observation([khan, amelia], {
        lobby: { knocks: [{ key: 'k1', name: 'Gary', decorations: [] }] },
      }),
    )
    clock.now += 2000
    await desk.fromPage('leaveWaiting', { key: 'k1', name: 'Gary' })
    const view = await nextView(desk)
    expect(view.knocks[0]).toMatchObject({ name: 'Gary', leftWaitingAt: clock.now })
    expect(view.log.map((line) => line.text)).toContain('“Gary” was left waiting')
    expect(view.people.filter((one) => one.where === 'waiting')).toMatchObject([
      { name: 'Gary', knockKey: 'k1', kind: 'unknown' },
    ])
    const made = await record()
    expect(made.knocks).toMatchObject([{ name: 'Gary', leftWaitingAt: clock.now }])
    expect(toEventsCsv(made)).toContain('"Left waiting by the teacher","Gary"')
  })
})
