import { describe, expect, it } from 'vitest'
import type { Observation, Participant } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { T0, YEAR4, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const lee = participant('lee', 'Tom Lee', { role: 'cohost' })
const NAMES = ['Amelia Potter', 'Ben Okoro', 'Chloe Evans', 'Dev Shah']
const ALL = NAMES.map((name, index) => participant(`p${index}`, name))
const CLASS = {
  ...YEAR4,
  id: 'r',
  pupils: NAMES.map((name) => {
    const [first = '', last = ''] = name.split(' ')
    return pupil(first.toLowerCase(), first, last)
  }),
}

/** Four pupils who come in at 09:57; with all four an adult is seen. Times are minutes from the start. */
async function ticked() {
  const stage = deskAt(T0 - 8 * MINUTE)
  const { desk, clock } = stage
  await desk.fromPage('saveRegister', { register: CLASS })
  const tab = meetingTab(desk)
  await tab.observe(observation([], { phase: 'greenRoom' }))
  await desk.fromPage('chooseClass', { registerId: 'r', packId: 'combined', plannedStartAt: T0 })
  const lives = async (minute: number) => {
    while (clock.now + 20_000 < T0 + minute * MINUTE) {
      clock.now += 20_000
      await desk.alive(tab.tab)
    }
    clock.now = T0 + minute * MINUTE
  }
  const see = async (
    minute: number,
    pupils: readonly Participant[],
    change: Partial<Observation> = {},
  ) => {
    await lives(minute)
    await tab.observe(observation([khan, lee, ...pupils], change))
  }
  const adult = (id: string, seen = true) => desk.fromPage('adultSeen', { participantId: id, seen })
  const record = async () => {
    clock.now += MINUTE
    await tab.observe(observation([], { phase: 'ended', endReason: 'endedForAll' }))
    const [row] = await desk.fromPage('sessions', {})
    return desk.fromPage('record', { sessionId: row?.sessionId ?? '' })
  }
  await see(-7, [])
  await see(-3, ALL)
  for (const one of ALL) await adult(one.id)
  return { ...stage, tab, lives, see, adult, record, view: () => nextView(desk) }
}
function check(view: PanelView, id: string) {
  return view.checklist.flatMap((group) => group.items).find((one) => one.clause.id === id)?.state
}
const ticks = (view: PanelView) =>
  Object.fromEntries(
    view.people
      .filter((one) => one.where === 'inCall' && one.kind === 'pupil')
      .map((one) => [one.name, one.adultSeen]),
  )
const asked = (view: PanelView) => view.prompts.filter((one) => one.kind === 'noAdult')

describe('an adult who was seen, and a child who is taken out because there is none', () => {
  it.each(['p0', 'p9'])('counts no more when they are let in again (%s)', async (id) => {
    const { desk, see, adult, lives, view, record } = await ticked()
    await lives(20)
    await desk.fromPage('hold', { participantId: 'p0', why: 'noAdult' })
    // She has just said it herself.
    expect(asked(await view())).toEqual([])
    const others = ALL.slice(1)
    await see(20.1, others)
    await see(20.3, others)
    const knocks = [{ key: 'k1', name: 'Amelia Potter', decorations: [] }]
    await see(24, others, { lobby: { knocks } })
    const back = [...others, participant(id, 'Amelia Potter')]
    await see(24.5, back)
    await see(24.6, back)
    expect(ticks(await view())).toMatchObject({ 'Amelia Potter': false, 'Ben Okoro': true })
    expect((await view()).queue?.walk?.steps).toContainEqual(
      expect.objectContaining({ step: 'adult', is: 'open' }),
    )
    await lives(36)
    const later = await view()
    expect(asked(later)).toHaveLength(1)
    expect(check(later, 'CW-5')).toMatchObject({ is: 'waiting' })
    expect(check(later, 'CW-6')).toMatchObject({ is: 'problem', about: [id] })
    await adult(id)
    expect(asked(await view())).toEqual([])
    expect(check(await view(), 'CW-5')).toMatchObject({ is: 'confirmed' })
    const amelia = (await record())?.people.find((one) => one.name === 'Amelia Potter')
    expect(amelia?.adultSeenAt).toBe(T0 + 36 * MINUTE)
    expect(amelia?.adultLooks).toHaveLength(2)
  })
})

describe('an adult who was seen, and a child who drops out and comes back on a new device', () => {
  const dropped = async () => {
    const stage = await ticked()
    await stage.see(10, ALL.slice(3))
    await stage.see(10.2, ALL.slice(3))
    const back = NAMES.slice(0, 3).map((name, index) => participant(`q${index}`, name))
    await stage.see(10.6, [...ALL.slice(3), ...back])
    return stage
  }
  it('still counts', async () => {
    const { lives, view, record } = await dropped()
    const here = Object.fromEntries(NAMES.map((name) => [name, true]))
    expect(ticks(await view())).toEqual(here)
    await lives(16)
    expect(asked(await view())).toEqual([])
    expect(check(await view(), 'CW-5')).toMatchObject({ is: 'confirmed' })
    expect(check(await view(), 'CW-6')).toMatchObject({ is: 'notApplicable' })
    expect((await record())?.people.filter((one) => one.adultSeenAt !== undefined)).toHaveLength(4)
  })
  it('can be taken back there', async () => {
    const { adult, view } = await dropped()
    await adult('q0', false)
    expect(ticks(await view())).toMatchObject({ 'Amelia Potter': false, 'Ben Okoro': true })
    expect(check(await view(), 'CW-5')).toMatchObject({
      is: 'waiting',
      what: 'No adult seen yet with Amelia Potter.',
    })
  })
})

describe('an adult who was seen, and a lesson that goes on after the teacher was away', () => {
  const again = async () => {
    const stage = await ticked()
    await stage.lives(30)
    await stage.tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    await stage.see(33, ALL)
    return stage
  }
  it('still counts, until another lesson begins', async () => {
    const { desk, lives, view } = await again()
    await lives(39)
    expect(asked(await view())).toEqual([])
    expect(check(await view(), 'CW-5')).toMatchObject({ is: 'confirmed' })
    expect(ticks(await view())['Amelia Potter']).toBe(true)
    await desk.fromPage('anotherLesson', {})
    expect(ticks(await view())['Amelia Potter']).not.toBe(true)
  })
  it('is written in the record with its time', async () => {
    const { see, record } = await again()
    await see(50, ALL)
    const made = await record()
    const amelia = made?.people.find((one) => one.name === 'Amelia Potter')
    expect(amelia?.adultSeenAt).toBe(T0 - 3 * MINUTE)
  })
})
