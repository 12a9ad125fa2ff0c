import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { localTime } from '../../lib/protocol/time.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import {
  answerInMeeting,
  beginLesson,
  checkOf,
  ENDS_FOR_ALL,
  idInCall,
  namesHere,
  press,
  recordOf,
} from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, waitForView } from './support/panel.ts'

/**
 * The school's rules in one lesson on each site: what the meeting shows of them, what a person says of them, and that all of it
 * stands in the record. What needs minutes of waiting is in waits.test.ts.
 */
describe.each(['meet-2026', 'teams-full'] as const)('the rules of the school in %s', (where) => {
  let stage: Stage
  let lesson: RunningLesson
  let sessionId = ''

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas', fps: '2' } }, where)
    const { sim, panel } = lesson
    for (const name of ['Amelia Potter', 'Ollie Bennett', 'Freya Nowak'])
      await sim.join({ name, room: 'living' })
    const view = await waitForView(panel, 'the class', (one) => namesHere(one).length === 3)
    sessionId = view.session?.sessionId ?? ''
  })
  afterAll(async () => {
    await stage?.close()
  })

  const recordNow = () => recordOf(lesson.panel, sessionId)
  const idOf = (name: string) => idInCall(lesson.sim, name)
  const checkNow = (clause: string) => checkOf(lesson.panel, sessionId, clause)
  const prompted = (kind: string) =>
    waitForView(lesson.panel, kind, (view) => view.prompts.some((prompt) => prompt.kind === kind))

  it('a child comes in whose parents did not agree to video', async () => {
    const { prompts } = await prompted('noConsent')
    expect(prompts.find((prompt) => prompt.kind === 'noConsent')?.title).toContain('Freya')
    expect(await checkNow('EG-22')).toMatchObject({ state: 'problem' })
  })

  it('who was early or late is told from the planned start', async () => {
    await ask(lesson.panel, 'setPlannedStart', { startsAt: Date.now() + 9 * 60_000 })
    await waitForView(
      lesson.panel,
      'the plan',
      (view) => view.session?.plannedStartAt !== undefined,
    )
    const amelia = (await recordNow()).people.find((one) => one.name === 'Amelia Potter')
    expect(amelia?.arrival).toBe('early')
    expect(await checkNow('CW-3')).toMatchObject({ state: 'seen' })
  })

  it('the lesson is outside the school’s hours', async () => {
    const { panel } = lesson
    const settings = await ask(panel, 'settings', {})
    const rulesWith = async (days: readonly number[]): Promise<void> => {
      const ownPack = {
        ...packById('combined'),
        id: 'own',
        schoolHours: { from: '00:00', to: '23:59', timeZone: 'Europe/London', days: [...days] },
      }
      await ask(panel, 'saveSettings', { ...settings, packId: 'own', ownPack })
      await ask(panel, 'chooseClass', { registerId: 'year4', packId: 'own' })
    }
    const today = localTime(Date.now(), 'Europe/London').weekday
    // Not tomorrow either: the test may run at midnight.
    await rulesWith([((today + 2) % 7) + 1])
    await prompted('outsideHours')
    expect(await checkNow('EG-20')).toMatchObject({ state: 'problem' })
    await rulesWith([1, 2, 3, 4, 5, 6, 7])
    await waitForView(panel, 'no word on the hours', ({ prompts }) =>
      prompts.every((prompt) => prompt.kind !== 'outsideHours'),
    )
    expect(await checkNow('EG-20')).toMatchObject({ state: 'seen' })
    await ask(panel, 'saveSettings', settings)
    await ask(panel, 'chooseClass', { registerId: 'year4', packId: 'combined' })
  })

  it('a colleague comes in as the second adult', async () => {
    expect(await checkNow('EG-5')).not.toMatchObject({ state: 'seen' })
    await lesson.sim.join({ name: 'Tom Bradley', role: 'cohost', room: 'study' })
    await waitForView(lesson.panel, 'Tom', (view) => namesHere(view).includes('Mr Tom Bradley'))
    await expect.poll(() => checkNow('EG-5'), { timeout: 10_000 }).toMatchObject({ state: 'seen' })
  })

  it.runIf(where === 'teams-full')(
    'the call is recorded although not everybody agreed',
    async () => {
      await lesson.sim.record(true)
      await prompted('recording')
      expect(await checkNow('EG-21')).toMatchObject({ state: 'problem' })
      await lesson.sim.record(false)
    },
  )

  // What Meet shows of a recording once it runs is not known for this interface (docs/meet.md).
  it.runIf(where === 'meet-2026')('a recording can’t be seen in Meet, which is said', async () => {
    await lesson.sim.record(true)
    // Not before a reading that came after it: in that one somebody is gone.
    const grace = await lesson.sim.join({ name: 'Grace Okafor', room: 'living' })
    await waitForView(lesson.panel, 'Grace', (view) => namesHere(view).includes('Grace Okafor'))
    await lesson.sim.leave(grace)
    await waitForView(
      lesson.panel,
      'Grace gone',
      (view) => !namesHere(view).includes('Grace Okafor'),
    )
    expect(await checkNow('EG-21')).toMatchObject({
      state: 'blind',
      what: expect.stringContaining('does not show whether it is being recorded'),
    })
    await lesson.sim.record(false)
  })

  it('a pupil shares a screen', async () => {
    await lesson.sim.present(await idOf('Ollie Bennett'), true)
    const { prompts } = await prompted('presenting')
    expect(prompts.find((prompt) => prompt.kind === 'presenting')?.title).toContain('Ollie')
    expect(await checkNow('EG-31')).toMatchObject({ state: 'problem' })
    await lesson.sim.present(await idOf('Ollie Bennett'), false)
  })

  it('a pupil writes a telephone number', async () => {
    await lesson.sim.openPanel('chat')
    await lesson.sim.chat('Ollie Bennett', 'my number is 07700 900123, text me')
    await prompted('chatFlag')
    const { chatFlags } = await recordNow()
    expect(chatFlags).toHaveLength(1)
    expect(chatFlags[0]).toMatchObject({ sender: 'Ollie Bennett', kinds: ['phone'] })
    expect(JSON.stringify(chatFlags)).not.toContain('900123')
    expect(await checkNow('EG-14')).toMatchObject({ state: 'problem' })
    await lesson.sim.openPanel(null)
  })

  // In Teams it is a switch of the meeting’s options, which opens in a page of its own and is pointed at.
  it.runIf(where === 'meet-2026')('the chat is switched off, and on again', async () => {
    const { sim, panel, meeting } = lesson
    const chat = async () => (await sim.state()).host.letMessages
    const off = ask(panel, 'perform', { command: { kind: 'chatOff' } })
    // Host management is hers to switch on: it is pointed at, and the rest follows by itself.
    await meeting.bringToFront()
    await meeting.locator('[role="switch"][aria-label="Host management"]').click()
    expect((await off).result).toBe('done')
    expect(await chat()).toBe(false)
    const on = await ask(panel, 'perform', { command: { kind: 'chatOn' } })
    expect(on.result).toBe('done')
    expect(await chat()).toBe(true)
  })

  it('a note-taker comes in', async () => {
    await lesson.sim.join({ name: 'Otter.ai Notetaker', camera: 'off' })
    await prompted('noteTaker')
    await lesson.sim.leave(await idOf('Otter.ai Notetaker'))
  })

  it('a grown-up is seen beside a child, and a note is made of another', async () => {
    const { panel } = lesson
    const view = await waitForView(panel, 'the class', (one) => namesHere(one).length >= 3)
    const amelia = view.people.find((row) => row.name === 'Amelia Potter')?.participantId ?? ''
    await ask(panel, 'adultSeen', { participantId: amelia, seen: true })
    await ask(panel, 'addNote', {
      about: 'Ollie Bennett',
      text: 'Seemed tired; asked about lunch.',
    })
    // Looked again later on: the first time is kept.
    await ask(panel, 'adultSeen', { participantId: amelia, seen: true })
    const record = await recordNow()
    const row = record.people.find((one) => one.name === 'Amelia Potter')
    expect(row?.adultSeenAt).toBeGreaterThan(0)
    expect(row?.adultLooks?.map((look) => look.seen)).toEqual([true, true])
    expect(record.notes.map((note) => note.about)).toContain('Ollie Bennett')
  })

  it('what only a person can know is confirmed by name, with the time', async () => {
    const asked = CLAUSES.filter(
      (one) =>
        one.tick !== 'none' && one.clause.how.includes('ask') && one.clause.phase !== 'oneToOne',
    ).map((one) => one.clause.id)
    expect(asked.length).toBeGreaterThan(12)
    for (const clause of asked)
      await ask(lesson.panel, 'tick', { clause, on: true, note: 'Letter of 4 September' })
    const { checks } = await recordNow()
    const said = checks.filter((one) => asked.includes(one.clause) && one.state === 'confirmed')
    expect(said.length).toBeGreaterThan(12)
    for (const one of said) {
      expect(one.by).toBe('Ms Aisha Khan')
      expect(one.at).toBeGreaterThan(0)
      expect(one.what).toContain('Letter of 4 September')
    }
    // A tick does not cover up what was seen.
    expect(checks.find((one) => one.clause === 'EG-14')).toMatchObject({ state: 'problem' })
  })

  it('what is only for information is shown with the steps, and stands in the record', async () => {
    const { checks } = await recordNow()
    const shown = CLAUSES.filter(({ clause: { how } }) => how.length === 1 && how[0] === 'info')
    expect(shown.length).toBeGreaterThan(4)
    for (const { clause } of shown)
      expect(checks.find((one) => one.clause === clause.id)).toMatchObject({
        state: 'info',
        text: clause.text,
      })
  })

  it('what is to follow for a family is written down with who and by when', async () => {
    const text = 'Follow-up: ring home. Ms Khan, by Friday'
    await ask(lesson.panel, 'addNote', { about: 'Ollie Bennett', text })
    expect((await recordNow()).notes.map((note) => note.text)).toContain(text)
  })

  it('a one-to-one call has a list of its own, which does not apply to a class', async () => {
    const { panel } = lesson
    expect(await checkNow('EG-36')).toMatchObject({ state: 'notApplicable' })
    await ask(panel, 'setOneToOne', { on: true })
    expect(await checkNow('EG-36')).not.toMatchObject({ state: 'notApplicable' })
    const note = 'Mrs Potter and Mr Adeyemi (deputy head), 20 November'
    for (const clause of ['EG-36', 'EG-38']) await ask(panel, 'tick', { clause, on: true, note })
    expect(await checkNow('EG-36')).toMatchObject({ state: 'confirmed', by: 'Ms Aisha Khan' })
    for (const clause of ['EG-36', 'EG-38']) await ask(panel, 'tick', { clause, on: false, note })
    await ask(panel, 'setOneToOne', { on: false })
    expect(await checkNow('EG-36')).toMatchObject({ state: 'notApplicable' })
  })

  it('a concern is written down apart; the lesson has its reference and not its words', async () => {
    const { panel } = lesson
    await ask(panel, 'saveConcern', {
      concern: {
        happenedAt: Date.now(),
        timeZone: 'Europe/London',
        sessionId,
        where: 'In the lesson',
        writer: 'Ms Aisha Khan',
        about: 'Ollie Bennett',
        category: 'other',
        words: 'I did not sleep at all',
        facts: 'Said at 10:15, in front of the class.',
        opinion: '',
        present: 'Mr Tom Bradley',
        actions: 'Told the DSL.',
        told: 'Mrs Jane Hughes',
      },
    })
    const record = await recordNow()
    expect(record.concerns).toHaveLength(1)
    expect(JSON.stringify(record)).not.toContain('I did not sleep')
    expect(JSON.stringify(await ask(panel, 'concerns', {}))).toContain('I did not sleep')
  })

  it('something goes wrong: the call is ended, who was told stands in the record', async () => {
    const { panel, meeting } = lesson
    await press(panel, 'Emergency')
    await ask(panel, 'emergency', { step: 'dslTold', note: 'Mrs Jane Hughes' })
    await press(
      panel,
      where === 'meet-2026' ? 'Show me how to end it' : 'End the call for everyone',
    )
    // Both sites ask back, and the answer is hers.
    await answerInMeeting(meeting, ENDS_FOR_ALL)
    await waitForView(panel, 'the end', (view) => view.phase === 'after')
    const record = await recordNow()
    expect(record.emergencies.map((one) => one.step)).toEqual(
      expect.arrayContaining(['opened', 'dslTold', 'endedForAll']),
    )
    expect(record.endedAt).toBeGreaterThan(record.startedAt)
    expect(record.journal).toMatchObject({ check: 'intact' })
    expect(await checkNow('EG-40')).toMatchObject({ state: 'seen' })
    const incident = await checkNow('CW-13')
    expect(incident).toMatchObject({ state: 'confirmed', by: 'Ms Aisha Khan' })
    expect(incident?.what).toMatch(/ended for everybody at .*, seen in the meeting; DSL informed/)
  })
})
