import { describe, expect, it } from 'vitest'
import { fromMeetingPort } from '../../lib/bus/schemas.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('p2', 'Amelia Potter', { microphone: 'on' })
const knock = (key: string, name: string) => ({ key, name, decorations: [] })
const waiting = (...knocks: ReturnType<typeof knock>[]) => ({ lobby: { knocks } })

async function lesson() {
  const stage = deskAt()
  const tab = meetingTab(stage.desk)
  await tab.observe(observation([khan]))
  await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  return { ...stage, tab }
}

describe('the queue at the desk', () => {
  // T-14
  it('a page can let in only whom the teacher was shown as next', async () => {
    const { desk, tab } = await lesson()
    await tab.observe(
      observation([khan], waiting(knock('k1', 'Amelia Potter'), knock('k2', 'Zoë Brown'))),
    )
    expect(tab.overlay()?.queue?.next).toMatchObject({ key: 'k1', name: 'Amelia Potter' })
    await desk.queueAnswered(tab.tab, { answer: 'admit', id: 'k2' })
    await desk.queueAnswered(tab.tab, { answer: 'admit', id: 'nobody' })
    await desk.queueAnswered(tab.tab, { answer: 'adultSeen', id: 'self' })
    await desk.queueAnswered(tab.tab, { answer: 'mute', id: 'self' })
    const other = meetingTab(desk, 2)
    await desk.queueAnswered(other.tab, { answer: 'admit', id: 'k1' })
    expect(tab.commands()).toEqual([])
    await desk.queueAnswered(tab.tab, { answer: 'admit', id: 'k1' })
    expect(tab.commands()).toEqual([{ kind: 'admit', key: 'k1', name: 'Amelia Potter' }])
  })

  it('panel and meeting at once let in once, and say meanwhile who is on the way', async () => {
    const { desk, tab } = await lesson()
    await tab.observe(observation([khan], waiting(knock('k1', 'Amelia Potter'))))
    const command = { kind: 'admit', key: 'k1', name: 'Amelia Potter' } as const
    const [first, second] = await Promise.all([desk.perform(command), desk.perform(command)])
    expect(first).toBe(second)
    expect(tab.commands()).toEqual([command])
    const shown = tab.told.flatMap((one) => (one.type === 'overlay' ? [one.view.queue] : []))
    expect(shown.some((one) => one?.admitting === 'Amelia Potter')).toBe(true)
    expect(shown.at(-1)?.admitting).toBeUndefined()
    // Done, and still listed by the page: not offered again.
    expect((await nextView(desk)).queue?.nextKey).toBeUndefined()
  })

  it('walks the newcomer: mute is offered, the adult is asked for, the record has it', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan], waiting(knock('k1', 'Amelia Potter'))))
    clock.now += 1000
    await tab.observe(observation([khan, amelia]))
    const view = await nextView(desk)
    expect(view.queue?.walk).toMatchObject({
      name: 'Amelia Potter',
      mute: { can: 'act', first: true, seen: true },
    })
    expect(tab.overlay()?.queue?.walk).toMatchObject({ id: 'p2', question: 'adult' })
    await desk.queueAnswered(tab.tab, { answer: 'mute', id: 'p2' })
    expect(tab.commands()).toEqual([{ kind: 'mute', id: 'p2', name: 'Amelia Potter' }])
    await desk.queueAnswered(tab.tab, { answer: 'adultSeen', id: 'p2' })
    const record = await desk.fromPage('record', { sessionId: view.session?.sessionId ?? '' })
    expect(record?.entries).toMatchObject([
      {
        name: 'Amelia Potter',
        by: 'meeting',
        end: 'complete',
        adultSeenBy: 'Aisha Khan',
        mutedAt: clock.now,
      },
    ])
  })

  it('holds with the reason first, then takes out', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan], waiting(knock('k1', 'Amelia Potter'))))
    clock.now += 1000
    await tab.observe(observation([khan, amelia]))
    const outcome = await desk.fromPage('hold', { participantId: 'p2', why: 'noAdult' })
    expect(outcome.result).toBe('done')
    expect(tab.commands()).toEqual([{ kind: 'remove', id: 'p2', name: 'Amelia Potter' }])
    expect(await desk.fromPage('hold', { participantId: 'gone', why: 'noAdult' })).toMatchObject({
      result: 'unavailable',
      why: 'personGone',
    })
    const { session } = await nextView(desk)
    const record = await desk.fromPage('record', { sessionId: session?.sessionId ?? '' })
    expect(record?.holds).toMatchObject([{ name: 'Amelia Potter', why: 'noAdult', result: 'done' }])
    clock.now += 1000
    await tab.observe(observation([khan]))
    clock.now += 60_000
    await tab.observe(observation([khan], waiting(knock('k2', 'Amelia Potter'))))
    const [back] = (await nextView(desk)).knocks
    expect(back).toMatchObject({ wasHere: true, wasHeld: true })
    expect(back?.note).toMatch(/held because no adult was seen/)
  })

  it('calls nobody held who dropped out by themselves', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    clock.now += 1000
    await tab.observe(observation([khan]))
    clock.now += 60_000
    await tab.observe(observation([khan], waiting(knock('k2', 'Amelia Potter'))))
    const [back] = (await nextView(desk)).knocks
    expect(back).toMatchObject({ wasHere: true })
    expect(back).not.toHaveProperty('wasHeld')
  })

  it('records that somebody was not let in who took the name of a child in the call', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    clock.now += 60_000
    await tab.observe(observation([khan, amelia], waiting(knock('k2', 'Amelia Potter'))))
    clock.now += 1000
    await tab.observe(observation([khan, amelia]))
    await desk.perform({ kind: 'deny', key: 'k2', name: 'Amelia Potter' })
    clock.now += 1000
    await tab.observe(observation([khan, amelia]))
    const { knocks, session } = await nextView(desk)
    expect(knocks).toEqual([])
    const record = await desk.fromPage('record', { sessionId: session?.sessionId ?? '' })
    expect(record?.knocks).toMatchObject([{ name: 'Amelia Potter', how: 'denied' }])
  })

  it('goes on asking about a name of a child in the call while nobody can tell who waits', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    clock.now += 60_000
    await tab.observe(observation([khan, amelia], waiting(knock('k2', 'Amelia Potter'))))
    clock.now += 10_000
    const folded = { level: 'partial', why: 'panelClosed', detail: 'folded' } as const
    await tab.observe(observation([khan, amelia], { health: { ...ALL_COMPLETE, lobby: folded } }))
    const { knocks, prompts } = await nextView(desk)
    expect(knocks).toMatchObject([{ key: 'k2', name: 'Amelia Potter' }])
    expect(prompts).toMatchObject([{ kind: 'duplicateName' }])
  })

  it('takes bounded messages of known answers only', () => {
    const good = { type: 'queue', answer: 'admit', id: 'k1' }
    expect(fromMeetingPort.safeParse(good).success).toBe(true)
    for (const bad of [
      { ...good, answer: 'remove' },
      { ...good, id: '' },
      { ...good, id: 'x'.repeat(301) },
      { type: 'queue', id: 'k1' },
    ])
      expect(fromMeetingPort.safeParse(bad).success).toBe(false)
  })
})
