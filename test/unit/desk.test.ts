import { describe, expect, it, vi } from 'vitest'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'
import { gridOf } from '../support/rooms.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const dev = participant('p1', 'Priya Shah')
const amelia = participant('p2', 'Amelia Potter')
const bedroom = {
  scores: { bedroom: 0.95, bathroom: 0.01, common: 0.02, plain: 0.01, unclear: 0.01 },
  luma: { mean: 120, spread: 50 },
  scene: Array.from({ length: 48 }, (_, index) => 60 + index * 3),
  modelMs: 4,
}

async function lesson() {
  const stage = deskAt()
  const tab = meetingTab(stage.desk)
  await tab.observe(observation([khan]))
  await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  return { ...stage, tab }
}

describe('the desk of a lesson', () => {
  it('starts a session by itself when the call starts, with the lock five minutes on', async () => {
    const { desk } = await lesson()
    const view = await nextView(desk)
    expect(view.phase).toBe('during')
    expect(view.session).toMatchObject({ className: 'Year 4 Maths', startedAt: T0 })
    expect(view.lock).toMatchObject({ state: 'counting', dueAt: T0 + 5 * MINUTE })
  })

  it('keeps the class that was chosen in the green room', async () => {
    const { desk } = deskAt()
    const tab = meetingTab(desk)
    await tab.observe(observation([], { phase: 'greenRoom' }))
    await desk.fromPage('chooseClass', {
      registerId: 'year4',
      packId: 'combined',
      plannedStartAt: T0 + 2 * MINUTE,
    })
    await desk.fromPage('tick', { clause: 'EG-9', on: true, note: '' })
    const before = await nextView(desk)
    expect(before).toMatchObject({ phase: 'before', session: { className: 'Year 4 Maths' } })
    expect(before.people.map((row) => row.name)).toContain('Amelia Potter')
    await tab.observe(observation([khan]))
    const view = await nextView(desk)
    expect(view.session?.className).toBe('Year 4 Maths')
    expect(
      view.checklist.flatMap((group) => group.items).find((item) => item.clause.id === 'EG-9')
        ?.state.is,
    ).toBe('confirmed')
    expect(view.lock.dueAt).toBe(T0 + 7 * MINUTE)
  })

  it('judges names in the panel and sends nothing of the register to the meeting', async () => {
    const { desk, tab } = await lesson()
    await tab.observe(
      observation([khan, dev, amelia], {
        lobby: { knocks: [{ key: 'k1', name: 'iPad (2)', decorations: [] }] },
      }),
    )
    const view = await nextView(desk)
    expect(view.people.find((row) => row.participantId === 'p1')).toMatchObject({
      kind: 'guardian',
      name: 'Dev Shah',
      shownAs: 'Priya Shah',
    })
    expect(view.knocks).toMatchObject([{ name: 'iPad (2)', kind: 'notAName' }])
    const told = JSON.stringify(tab.told)
    expect(told).toContain('p1')
    expect(told).not.toContain('Dev')
    expect(told).not.toContain('Zoë')
    expect(told).not.toContain('Year 4')
  })

  it('prompts at the deadline, locks on the teacher’s click and says what was seen', async () => {
    const { desk, tab, clock } = await lesson()
    clock.now = T0 + 5 * MINUTE + 1000
    await tab.observe(observation([khan, amelia]))
    const due = (await nextView(desk)).prompts.find((prompt) => prompt.kind === 'lockDue')
    expect(due).toBeDefined()
    expect(tab.commands()).toEqual([])
    await desk.answer(due?.promptId ?? '', 'lockNow')
    expect(tab.commands()).toEqual([{ kind: 'lock' }])
    const closed = {
      state: 'restricted',
      askToJoin: 'off',
      seenAt: 'badge',
      label: 'Restricted',
    } as const
    clock.now += 1000
    await tab.observe(observation([khan, amelia], { access: closed }))
    const view = await nextView(desk)
    expect(view.lock.state).toBe('locked')
    expect(view.lock.evidence).toContain('Restricted')
    expect(view.prompts.some((prompt) => prompt.kind === 'lockDue')).toBe(false)
  })

  it('locks on a click that woke the background, as soon as the page is back', async () => {
    const { journal, clock } = await lesson()
    const woken = deskAt(clock.now + 1000, journal)
    await woken.desk.tick()
    const locked = woken.desk.fromPage('perform', { command: { kind: 'lock' } })
    const tab = meetingTab(woken.desk)
    await tab.observe(observation([khan, amelia]))
    expect(await locked).toMatchObject({ result: 'done' })
    expect(tab.commands()).toEqual([{ kind: 'lock' }])
  })

  it('says that the page is gone where it does not come back', async () => {
    vi.useFakeTimers()
    try {
      const { desk, tab } = await lesson()
      await tab.leave()
      const locked = desk.fromPage('perform', { command: { kind: 'lock' } })
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await locked).toMatchObject({ result: 'unavailable', why: 'pageGone' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('flags a likely bedroom after some readings, once, and silences the scene that looks fine', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    const look = async () => {
      clock.now += 2000
      await desk.roomReading({ tabId: 1, participantId: 'p2', isSelf: false, reading: bedroom })
    }
    for (let reading = 0; reading < 8; reading += 1) await look()
    const prompt = (await nextView(desk)).prompts.find((one) => one.kind === 'room')
    expect(prompt?.title).toContain('Amelia Potter')
    expect(prompt?.say).not.toBe('')
    await desk.answer(prompt?.promptId ?? '', 'looksFine')
    for (let reading = 0; reading < 60; reading += 1) await look()
    expect((await nextView(desk)).prompts.filter((one) => one.kind === 'room')).toEqual([])
  })

  it('keeps a scene that looks fine silent where the camera goes off and on again, and asks about another', async () => {
    const { desk, tab, clock } = await lesson()
    const off = participant('p2', 'Amelia Potter', { camera: { state: 'off', why: 'videoHidden' } })
    await tab.observe(observation([khan, amelia]))
    const look = async (reading = bedroom) => {
      clock.now += 2000
      await desk.roomReading({ tabId: 1, participantId: 'p2', isSelf: false, reading })
    }
    const asked = async () => (await nextView(desk)).prompts.find(({ kind }) => kind === 'room')
    for (let reading = 0; reading < 8; reading += 1) await look()
    await desk.answer((await asked())?.promptId ?? '', 'looksFine')
    await tab.observe(observation([khan, off]))
    clock.now += 3000
    await tab.observe(observation([khan, amelia]))
    for (let reading = 0; reading < 8; reading += 1) await look()
    expect(await asked()).toBeUndefined()
    await tab.observe(observation([khan, off]))
    await tab.observe(observation([khan, amelia]))
    for (let reading = 0; reading < 8; reading += 1) await look({ ...bedroom, scene: gridOf(2) })
    expect((await asked())?.title).toContain('Amelia Potter')
  })

  it('throws a reading away that comes after the camera went off', async () => {
    const { desk, tab } = await lesson()
    const off = participant('p2', 'Amelia Potter', { camera: { state: 'off', why: 'videoHidden' } })
    await tab.observe(observation([khan, amelia]))
    await tab.observe(observation([khan, off]))
    for (let reading = 0; reading < 10; reading += 1) {
      await desk.roomReading({ tabId: 1, participantId: 'p2', isSelf: false, reading: bedroom })
    }
    expect(
      (await nextView(desk)).people.find((row) => row.participantId === 'p2')?.room,
    ).toBeUndefined()
  })

  // T-25
  it('goes on after the worker died, with everything it knew', async () => {
    const { desk, tab, journal, clock } = await lesson()
    await tab.observe(observation([khan, dev, amelia]))
    const before = await nextView(desk)
    const again = deskAt(clock.now + 30_000, journal)
    const tab2 = meetingTab(again.desk)
    await tab2.observe(observation([khan, dev, amelia]))
    const after = await nextView(again.desk)
    expect(after.session).toEqual(before.session)
    expect(after.lock.dueAt).toBe(before.lock.dueAt)
    expect(after.people.map((row) => [row.name, row.where])).toEqual(
      before.people.map((row) => [row.name, row.where]),
    )
    expect(after.log.length).toBe(before.log.length)
  })

  it('closes a lesson that nobody closed at its last proof of life, and marks it', async () => {
    const { tab, journal, clock } = await lesson()
    clock.now = T0 + 3 * MINUTE
    await tab.observe(observation([khan, amelia]))
    const later = deskAt(T0 + 60 * MINUTE, journal)
    const [summary] = await later.desk.fromPage('sessions', {})
    expect(summary).toMatchObject({ interrupted: true, endedAt: T0 + 3 * MINUTE })
  })

  it('comes back to the same class when the laptop slept for an hour in the middle', async () => {
    const { desk, tab, journal, clock } = await lesson()
    clock.now = T0 + 20 * MINUTE
    await tab.observe(observation([khan, amelia]))
    const before = await nextView(desk)
    // The worker died with the lid closed; the page is as it was when the lid is opened.
    const later = deskAt(T0 + 80 * MINUTE, journal)
    await meetingTab(later.desk).observe(observation([khan, amelia]))
    const after = await nextView(later.desk)
    expect(after.session?.className).toBe(before.session?.className)
    expect(after.session?.sessionId).not.toBe(before.session?.sessionId)
    expect(await later.desk.fromPage('sessions', {})).toHaveLength(2)
  })

  it('closes once when the call ended, and does not open it again for a late scan', async () => {
    const { desk, tab, clock, journal } = await lesson()
    clock.now = T0 + 40 * MINUTE
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    clock.now += 1000
    await tab.observe(observation([khan]))
    expect(await journal.rows()).toHaveLength(1)
    const view = await nextView(desk)
    expect(view.phase).toBe('after')
    expect(view.session?.endedAt).toBe(T0 + 40 * MINUTE)
  })

  it('is one session in two tabs of one call, and ends with the last', async () => {
    const { desk, tab, clock, journal } = await lesson()
    const second = meetingTab(desk, 2)
    await tab.observe(observation([khan, amelia]))
    await second.observe(observation([khan, amelia]))
    expect(await journal.rows()).toHaveLength(1)
    expect((await nextView(desk)).banners.map((banner) => banner.id)).toContain('tabs')
    clock.now += MINUTE
    await second.observe(observation([], { phase: 'ended', endReason: 'left' }))
    expect((await nextView(desk)).phase).toBe('during')
    await tab.observe(observation([], { phase: 'ended', endReason: 'left' }))
    expect((await nextView(desk)).phase).toBe('after')
  })

  it('goes on beside another call, and says that the other is not looked after', async () => {
    const { desk, tab, clock, journal } = await lesson()
    const other = meetingTab(desk, 2)
    await tab.observe(observation([khan, amelia]))
    await other.observe(
      observation([khan, dev], { platform: 'teams', code: 'meeting_b', variant: 'teams-full' }),
    )
    expect(await journal.rows()).toHaveLength(1)
    const beside = await nextView(desk)
    expect(beside.banners.map((banner) => banner.text).join(' ')).toContain('Another call is open')
    const here = beside.people.filter((row) => row.where === 'inCall')
    expect(here.map((row) => row.name)).not.toContain('Dev Shah')
    clock.now += 1000
    await other.observe(
      observation([], { platform: 'teams', code: 'meeting_b', phase: 'ended', endReason: 'left' }),
    )
    const after = await nextView(desk)
    expect(after.phase).toBe('during')
    expect(after.banners).toEqual([])
  })

  // T-25
  it('says loudly that the disk is full, runs on, and still gives the record', async () => {
    const { desk, tab, journal, clock } = await lesson()
    journal.full = true
    clock.now += 10_000
    await tab.observe(observation([khan, dev, amelia]))
    const view = await nextView(desk)
    expect(view.banners.map((banner) => banner.id)).toContain('storage')
    expect(view.people.filter((row) => row.where === 'inCall')).toHaveLength(3)
    const record = await desk.fromPage('record', { sessionId: view.session?.sessionId ?? '' })
    expect(record?.people.map((person) => person.name)).toContain('Dev Shah')
    journal.full = false
    clock.now += 10_000
    await tab.observe(observation([khan, dev]))
    expect((await nextView(desk)).banners).toEqual([])
    expect((await journal.read(view.session?.sessionId ?? '')).map((event) => event.seq)).toEqual([
      ...Array(journal.events.get(view.session?.sessionId ?? '')?.length ?? 0).keys(),
    ])
  })

  it('says that nothing is being checked when the meeting tab is gone', async () => {
    const { desk, tab } = await lesson()
    await tab.leave()
    expect((await nextView(desk)).banners.map((banner) => banner.id)).toContain('gone')
  })

  it('counts the minutes to the lock on the toolbar icon, then what waits', async () => {
    const { desk, clock, badge } = await lesson()
    expect(badge()).toMatchObject({
      text: '5m',
      title: 'Lesson Steward: lock the call in 5 minutes',
    })
    clock.now = T0 + 10
    await desk.tick()
    expect(badge()?.text).toBe('4m')
    clock.now = T0 + 5 * MINUTE + 1000
    await desk.tick()
    expect(badge()).toMatchObject({ text: '1', title: 'Lesson Steward: 1 thing waits for you' })
  })

  it('tells the meeting whether a panel is open, which reads alarms out instead', async () => {
    const { desk, tab } = await lesson()
    expect(tab.overlay()?.panelSpeaks).toBeUndefined()
    const close = desk.connectPanel(() => undefined)
    await vi.waitFor(() => expect(tab.overlay()?.panelSpeaks).toBe(true))
    close()
    await vi.waitFor(() => expect(tab.overlay()?.panelSpeaks).toBeUndefined())
  })

  it('shows a panel that opens how things stand at once; a burst of readings is no burst of views', async () => {
    const { desk, tab } = await lesson()
    vi.useFakeTimers()
    try {
      const seen: number[] = []
      const close = desk.connectPanel(({ view }) => {
        seen.push(view.people.filter(({ where }) => where === 'inCall').length)
      })
      await vi.advanceTimersByTimeAsync(0)
      expect(seen).toEqual([1])
      for (const people of [[khan], [khan, dev], [khan, dev, amelia]])
        await tab.observe(observation(people))
      expect(seen).toEqual([1])
      await vi.advanceTimersByTimeAsync(1000)
      expect(seen).toEqual([1, 3])
      close()
    } finally {
      vi.useRealTimers()
    }
  })

  it('folds badges away while the teacher presents', async () => {
    const { tab } = await lesson()
    await tab.observe(observation([khan, amelia]))
    expect(tab.overlay()?.badges).toHaveLength(1)
    await tab.observe(
      observation([khan, amelia], {
        self: { isHost: 'yes', camera: 'on', microphone: 'on', presenting: 'yes' },
      }),
    )
    expect(tab.overlay()).toMatchObject({ discreet: true, badges: [] })
  })

  // T-24
  it('never shows a blind reading as all clear', async () => {
    const { desk, tab } = await lesson()
    const blind = { level: 'blind', why: 'pageNotRecognised' } as const
    await tab.observe(observation([khan, amelia]))
    await tab.observe(
      observation([], { health: { ...ALL_COMPLETE, people: blind, cameras: blind } }),
    )
    const view = await nextView(desk)
    expect(view.health.people.level).toBe('blind')
    expect(view.people.filter((row) => row.where === 'inCall')).toHaveLength(2)
    const judged = view.checklist
      .flatMap((group) => group.items)
      .filter((item) => ['EG-13', 'CW-4'].includes(item.clause.id))
    expect(judged.every((item) => item.state.is === 'blind')).toBe(true)
  })
})

describe('a page that is not recognised', () => {
  it('is blind with its reason, and takes nobody away', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    clock.now += 10_000
    const why = { level: 'blind', why: 'pageNotRecognised' } as const
    const health = { people: why, lobby: why, cameras: why, chat: why, lock: why }
    await tab.observe(observation([], { phase: 'unknown', health }))
    clock.now += 10_000
    await desk.tick()
    const view = await nextView(desk)
    expect(view.phase).toBe('during')
    expect(view.health.people).toEqual(why)
    expect(view.people.some((row) => row.participantId === 'p2')).toBe(true)
    await tab.observe(observation([khan, amelia]))
    expect((await nextView(desk)).health.people.level).toBe('complete')
  })
})

describe('time alone', () => {
  it('makes a missing child gone although the page has nothing new to say', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    await tab.observe(observation([khan]))
    clock.now += 5_000
    await desk.tick()
    expect((await nextView(desk)).people.find((row) => row.participantId === 'p2')).toBeUndefined()
  })

  it('makes nobody gone on the last reading of a page that has fallen silent, and says so', async () => {
    const { desk, tab, clock } = await lesson()
    await tab.observe(observation([khan, amelia]))
    await tab.observe(observation([khan]))
    clock.now += 120_000
    await desk.tick()
    const view = await nextView(desk)
    expect(view.people.some((row) => row.participantId === 'p2')).toBe(true)
    expect(view.banners.map((banner) => banner.id)).toContain('gone')
  })
})

describe('what the teacher corrects', () => {
  it('counts at once and is remembered in the register for the next lesson', async () => {
    const { desk, tab } = await lesson()
    await tab.observe(observation([khan, participant('p7', 'Potter family tablet')]))
    await desk.fromPage('fixMatch', { shown: 'Potter family tablet', registerPersonId: 'amelia' })
    const row = (await nextView(desk)).people.find((one) => one.participantId === 'p7')
    expect(row).toMatchObject({ name: 'Amelia Potter', shownAs: 'Potter family tablet' })
    const registers = await desk.fromPage('registers', {})
    expect(
      registers
        .flatMap((one) => one.pupils)
        .some((one) => one.aliases.includes('Potter family tablet')),
    ).toBe(true)
  })
})
