import { describe, expect, it } from 'vitest'
import type { LessonRecord } from '../../lib/record/types.ts'
import { overviewOf, parseRecord, printModel, toCsv, toJson } from '../../lib/record/index.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('p1', 'Amelia Potter')
const dev = participant('p2', 'Dev Shah')
const zoe = participant('p3', 'Zoë Brown')

async function planned() {
  const stage = deskAt(T0 - 8 * MINUTE)
  const { desk, clock } = stage
  const tab = meetingTab(desk)
  await tab.observe(observation([], { phase: 'greenRoom' }))
  await desk.fromPage('chooseClass', {
    registerId: 'year4',
    packId: 'combined',
    plannedStartAt: T0,
  })
  const see = async (minute: number, ...given: Parameters<typeof observation>) => {
    clock.now = T0 + minute * MINUTE
    await tab.observe(observation(...given))
  }
  const state = async (id: string) =>
    (await nextView(desk)).checklist.flatMap((one) => one.items).find((one) => one.clause.id === id)
      ?.state
  const record = async (reason: 'left' | 'endedForAll' = 'endedForAll') => {
    clock.now += MINUTE
    await tab.observe(observation([], { phase: 'ended', endReason: reason }))
    const [row] = await desk.fromPage('sessions', {})
    const made = await desk.fromPage('record', { sessionId: row?.sessionId ?? '' })
    if (made === undefined) throw new Error('No record')
    return made
  }
  return { ...stage, tab, see, state, record }
}
const row = (record: LessonRecord, name: string) => record.people.find((one) => one.name === name)

describe('who was there before anybody looked (CW-3)', () => {
  it('is not called late, and who came after that is', async () => {
    const { see, state, record } = await planned()
    await see(3, [khan, amelia, dev])
    expect(await state('CW-3')).toEqual({
      is: 'blind',
      what: 'Here before I first looked, so I can’t tell when they came: Amelia Potter and Dev Shah.',
    })
    await see(8, [khan, amelia, dev, zoe])
    expect(await state('CW-3')).toEqual({
      is: 'problem',
      what: '0 on time, 0 more than 5 minutes early, 1 late: Zoë Brown. Here before I first looked, so I can’t tell when they came: Amelia Potter and Dev Shah.',
      about: ['p3'],
    })
    const made = await record()
    expect(row(made, 'Amelia Potter')).toMatchObject({ arrival: 'hereBefore' })
    expect(row(made, 'Amelia Potter')).not.toHaveProperty('lateMinutes')
    expect(row(made, 'Zoë Brown')).toMatchObject({ arrival: 'late', lateMinutes: 8 })
    expect(toCsv(made)).toContain('Here before I first looked')
    expect(JSON.stringify(printModel(made))).toContain('Here before I first looked')
    expect(parseRecord(toJson(made))).toHaveProperty('record')
    expect(overviewOf([made]).lessons[0]?.late).toBe(1)
  })
  it('is so also where the list was opened a minute later, or they were waiting', async () => {
    const { see, record } = await planned()
    const closed = {
      ...ALL_COMPLETE,
      people: { level: 'partial', why: 'panelClosed' },
    } as const
    const knocks = [{ key: 'k', name: 'Zoë Brown', decorations: [] }]
    await see(3, [khan, amelia], { health: closed, lobby: { knocks } })
    await see(4, [khan, amelia, dev], { lobby: { knocks } })
    await see(6, [khan, amelia, dev, zoe])
    const made = await record()
    for (const name of ['Amelia Potter', 'Dev Shah', 'Zoë Brown'])
      expect(row(made, name)?.arrival, name).toBe('hereBefore')
  })
  it('changes nothing where the first look was in time', async () => {
    const { see, state, record } = await planned()
    await see(-3, [khan, amelia])
    await see(6, [khan, amelia, dev])
    expect(await state('CW-3')).toMatchObject({ is: 'problem', about: ['p2'] })
    const made = await record()
    expect(row(made, 'Amelia Potter')?.arrival).toBe('onTime')
    expect(row(made, 'Dev Shah')).toMatchObject({ arrival: 'late', lateMinutes: 6 })
  })
})

describe('a lesson that goes on after the teacher was away', () => {
  it('calls nobody late who was in it before, and a newcomer it does', async () => {
    const { see, state, record } = await planned()
    await see(-3, [khan, amelia, dev])
    await see(30, [khan, amelia, dev])
    await record('left')
    await see(33, [khan, amelia])
    // Dev’s own connection takes longer.
    await see(36, [khan, amelia, dev])
    expect(await state('CW-3')).toMatchObject({ is: 'blind' })
    await see(37, [khan, amelia, dev, zoe])
    expect(await state('CW-3')).toMatchObject({ is: 'problem', about: ['p3'] })
    const made = await record()
    expect(row(made, 'Amelia Potter')?.arrival).toBe('hereBefore')
    expect(row(made, 'Dev Shah')?.arrival).toBe('hereBefore')
    expect(row(made, 'Zoë Brown')).toMatchObject({ arrival: 'late', lateMinutes: 37 })
  })
})
