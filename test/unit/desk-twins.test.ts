import { describe, expect, it } from 'vitest'
import type { Participant } from '../../lib/meeting/index.ts'
import { deskAt, meetingTab, nextView, pupil, T0, YEAR4 } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const STEP = 20_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const CLASS = {
  ...YEAR4,
  pupils: [
    pupil('potter', 'Amelia', 'Potter'),
    pupil('jones', 'Amelia', 'Jones'),
    pupil('dev', 'Dev', 'Shah'),
  ],
}

/** A lesson that is planned for T0; times are minutes from then. */
async function lesson() {
  const stage = deskAt(T0 - 8 * MINUTE)
  const { desk, clock } = stage
  await desk.fromPage('saveRegister', { register: CLASS })
  const tab = meetingTab(desk)
  await tab.observe(observation([], { phase: 'greenRoom' }))
  await desk.fromPage('chooseClass', {
    registerId: CLASS.id,
    packId: 'combined',
    plannedStartAt: T0,
  })
  const see = async (at: number, people: readonly Participant[], ...knocks: string[]) => {
    while (clock.now + STEP < T0 + at * MINUTE) {
      clock.now += STEP
      await desk.alive(tab.tab)
    }
    clock.now = T0 + at * MINUTE
    const waiting = knocks.map((name) => ({ key: `k-${name}`, name, decorations: [] }))
    await tab.observe(observation([khan, ...people], { lobby: { knocks: waiting } }))
  }
  const say = (shown: string, id: string, registerPersonId: string) =>
    desk.fromPage('fixMatch', { shown, id, registerPersonId })
  const view = () => nextView(desk)
  const who = async (id: string) => {
    const row = (await view()).people.find((one) => one.participantId === id)
    return row === undefined ? undefined : { kind: row.kind, name: row.name }
  }
  const asked = async () => (await view()).prompts.map((one) => one.kind)
  const checklist = async (clause: string) =>
    (await view()).checklist
      .flatMap((group) => group.items)
      .find((item) => item.clause.id === clause)?.state
  const record = async () => {
    const { session } = await view()
    const sessionId = session?.sessionId ?? ''
    await see(40, [])
    await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
    const made = await desk.fromPage('record', { sessionId })
    if (made === undefined) throw new Error('There is no record of the lesson.')
    return {
      ...made,
      row: (personId: string) => made.people.find((one) => one.personId === personId),
    }
  }
  return { ...stage, tab, see, say, view, who, asked, checklist, record }
}

const POTTER = { kind: 'pupil', name: 'Amelia Potter' }
const JONES = { kind: 'pupil', name: 'Amelia Jones' }
const a = participant('a', 'Amelia')
const b = participant('b', 'Amelia')

describe('two children of one first name', () => {
  /** Both in before the lesson, and the teacher says who each of them is. */
  const told = async (first: 'a' | 'b' = 'a') => {
    const stage = await lesson()
    await stage.see(-3, [a, b])
    await stage.see(-2.5, [a, b])
    const both = [['a', 'potter'] as const, ['b', 'jones'] as const]
    for (const [id, personId] of first === 'a' ? both : both.toReversed())
      await stage.say('Amelia', id, personId)
    return stage
  }

  it.each(['a', 'b'] as const)('are both known once both were told (%s first)', async (first) => {
    const { who, view, asked } = await told(first)
    expect([await who('a'), await who('b')]).toEqual([POTTER, JONES])
    expect((await view()).people.filter((one) => one.where === 'notHere')).toMatchObject([
      { name: 'Dev Shah' },
    ])
    expect(await asked()).not.toContain('duplicateName')
  })

  it('are no problem of the names any more', async () => {
    const { checklist } = await told()
    expect(await checklist('CW-4')).toMatchObject({ is: 'seen' })
  })

  it('each have their own minutes in the record, and none is missing', async () => {
    const { see, record } = await told()
    await see(10, [b])
    const made = await record()
    expect(made.row('potter')).toMatchObject({ name: 'Amelia Potter', minutesPresent: 13 })
    expect(made.row('jones')).toMatchObject({ name: 'Amelia Jones', minutesPresent: 43 })
    expect(made.notSeen.map((one) => one.name)).toEqual(['Dev Shah'])
  })

  it('still raise the alarm where somebody else takes the name', async () => {
    const { see, who, view, record } = await told()
    const x = participant('x', 'Gary')
    await see(1, [a, b, x])
    await see(2, [a, b, { ...x, name: 'Amelia' }])
    const alarm = (await view()).prompts.find((one) => one.kind === 'duplicateName')
    expect(alarm).toMatchObject({ severity: 'alarm', about: ['a', 'b', 'x'] })
    expect([await who('a'), await who('b')]).toEqual([POTTER, JONES])
    expect((await who('x'))?.kind).not.toBe('pupil')
    const made = await record()
    expect(made.people.filter((one) => one.kind === 'pupil')).toHaveLength(2)
  })

  it('still ask about a third who comes in under the name', async () => {
    const { see, asked } = await told()
    await see(1, [a, b, participant('c', 'Amelia')])
    await see(1.5, [a, b, participant('c', 'Amelia')])
    expect(await asked()).toContain('duplicateName')
  })

  it('are asked about where both are said to be one child', async () => {
    const { see, say, asked } = await told()
    await say('Amelia', 'b', 'potter')
    await see(-2, [a, b])
    expect(await asked()).toContain('duplicateName')
  })

  it('can be corrected one by one, and the last word is taken back alone', async () => {
    const { desk, say, who } = await told()
    await say('Amelia', 'b', 'dev')
    expect(await who('b')).toMatchObject({ name: 'Dev Shah' })
    expect(await who('a')).toEqual(POTTER)
    await desk.fromPage('undoChoice', { shown: 'Amelia' })
    expect([await who('a'), await who('b')]).toEqual([POTTER, JONES])
  })

  it('is still the first where the first comes back on a new id while the second is there', async () => {
    const { see, who } = await told()
    for (const at of [1, 1.2, 1.4]) await see(at, [b])
    await see(3, [b, participant('a2', 'Amelia')])
    expect([await who('b'), await who('a2')]).toEqual([JONES, POTTER])
  })

  it('is neither for certain where both went and one comes back on a new id', async () => {
    const { see, who } = await told()
    for (const at of [1, 1.2, 1.4]) await see(at, [])
    await see(3, [participant('c', 'Amelia')])
    expect((await who('c'))?.kind).not.toBe('pupil')
  })

  it('are offered both the next time: the name is no more one’s than the other’s', async () => {
    const { desk, tab, clock, view, who } = await told()
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    clock.now += 7 * 24 * 60 * MINUTE
    await tab.observe(observation([khan], { code: 'next-week-abc' }))
    await desk.fromPage('chooseClass', { registerId: CLASS.id, packId: 'combined' })
    await tab.observe(observation([khan, participant('n', 'Amelia')], { code: 'next-week-abc' }))
    expect((await who('n'))?.kind).toBe('ambiguous')
    const row = (await view()).people.find((one) => one.participantId === 'n')
    expect(row?.candidates.map((one) => one.name).toSorted()).toEqual([
      'Amelia Jones',
      'Amelia Potter',
    ])
  })

  it('are both known where each was told at the door, under one key', async () => {
    const { see, say, who, view } = await lesson()
    await see(-4, [], 'Amelia')
    await say('Amelia', 'k-Amelia', 'potter')
    await see(-3.5, [a])
    expect(await who('a')).toEqual(POTTER)
    await see(3, [a], 'Amelia')
    const waiting = (await view()).people.filter((one) => one.where === 'waiting')
    expect(waiting.map((one) => one.kind)).not.toContain('pupil')
    expect(waiting).toHaveLength(1)
    await say('Amelia', 'k-Amelia', 'jones')
    expect(await who('a')).toEqual(POTTER)
    await see(3.5, [a, b])
    expect([await who('a'), await who('b')]).toEqual([POTTER, JONES])
    const said = (await view()).people.map((one) => one.said ?? '').filter((one) => one !== '')
    expect(said).toEqual(['You said: this is Amelia Jones.'])
  })
})

describe('who comes later under a name that somebody came in by', () => {
  it('did not arrive with the first: two children of one first name', async () => {
    const { see, say, checklist, record } = await lesson()
    await see(-4, [], 'Amelia')
    await see(-3.5, [a])
    await say('Amelia', 'a', 'potter')
    await see(12, [a], 'Amelia')
    await see(12.5, [a, b])
    await say('Amelia', 'b', 'jones')
    await see(13, [a, b])
    expect(await checklist('CW-3')).toMatchObject({ is: 'problem', about: ['b'] })
    const made = await record()
    expect(made.row('potter')).toMatchObject({
      arrival: 'onTime',
      arrivedAt: T0 - 4 * MINUTE,
      minutesPresent: 43,
    })
    expect(made.row('jones')).toMatchObject({
      arrival: 'late',
      arrivedAt: T0 + 12 * MINUTE,
      lateMinutes: 12,
      minutesPresent: 27,
    })
    expect(made.notSeen.map((one) => one.name)).toEqual(['Dev Shah'])
  })

  it('did not arrive with the first: two tablets, the first of which has its own name since', async () => {
    const { see, say, checklist, record } = await lesson()
    await see(-4, [], 'iPad')
    await see(-3.5, [participant('a', 'iPad')])
    const named = participant('a', 'Amelia Potter')
    await see(-2, [named])
    await see(12, [named], 'iPad')
    await see(12.5, [named, participant('b', 'iPad')])
    await say('iPad', 'b', 'dev')
    expect(await checklist('CW-3')).toMatchObject({
      is: 'problem',
      what: expect.stringContaining('1 on time'),
    })
    const made = await record()
    expect(made.row('potter')).toMatchObject({ arrival: 'onTime', arrivedAt: T0 - 4 * MINUTE })
    expect(made.row('dev')).toMatchObject({ arrival: 'late', arrivedAt: T0 + 12 * MINUTE })
  })

  it('arrived with the first knock where it is the same child on another device', async () => {
    const { see, record } = await lesson()
    await see(-4, [], 'Dev Shah')
    await see(-3.5, [participant('d', 'Dev Shah')])
    for (const at of [5, 5.2, 5.4]) await see(at, [])
    await see(7, [], 'Dev Shah')
    await see(7.5, [participant('d2', 'Dev Shah')])
    const made = await record()
    expect(made.row('dev')).toMatchObject({ arrival: 'onTime', arrivedAt: T0 - 4 * MINUTE })
  })
})
