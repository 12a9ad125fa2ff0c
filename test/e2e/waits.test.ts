import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packById } from '../../lib/protocol/packs/index.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { fastClock } from './support/clock.ts'
import type { FastClock } from './support/clock.ts'
import {
  answerInMeeting,
  answerPrompt,
  beginLesson,
  checkOf,
  ENDS_FOR_ALL,
  idInCall,
  namesHere,
  recordOf,
} from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, view, waitForView } from './support/panel.ts'

/** So fast a reading still comes every minute of the lesson. */
const RATE = 30

/**
 * The rules that need minutes of waiting, in one lesson on each site, on a clock that runs fast while nothing happens: a colleague who
 * doesn't come, a parent nobody has seen, a child who stays away; and a school that keeps the chat off and locks.
 */
describe.each(['meet-2026', 'teams-full'] as const)('what the minutes bring in %s', (where) => {
  let stage: Stage
  let lesson: RunningLesson
  let clock: FastClock
  let sessionId = ''

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas', fps: '2' } }, where)
    const { sim, panel, meeting } = lesson
    clock = fastClock(stage, meeting)
    const settings = await ask(panel, 'settings', {})
    const ownPack = {
      ...packById('combined'),
      id: 'own',
      chat: 'off' as const,
      parentRecheckMinutes: 6,
      // Not while a child's leaving is watched with the door open.
      lockAfterMinutes: 60,
      schoolHours: {
        from: '00:00',
        to: '23:59',
        timeZone: 'Europe/London',
        days: [1, 2, 3, 4, 5, 6, 7],
      },
    }
    await ask(panel, 'saveSettings', { ...settings, packId: 'own', ownPack, roomCheck: false })
    await ask(panel, 'chooseClass', { registerId: 'year4', packId: 'own' })
    for (const name of ['Amelia Potter', 'Ollie Bennett', 'Zofia Kowalska'])
      await sim.join({ name, room: 'living' })
    const seen = await waitForView(panel, 'the class', (one) => namesHere(one).length === 3)
    sessionId = seen.session?.sessionId ?? ''
  })
  afterAll(async () => {
    await stage?.close()
  })

  const recordNow = () => recordOf(lesson.panel, sessionId)
  const checkNow = (clause: string) => checkOf(lesson.panel, sessionId, clause)
  const idOf = (name: string) => idInCall(lesson.sim, name)
  /** The teacher has seen a grown-up beside each of these children. */
  const adultsSeen = async (...names: readonly string[]): Promise<void> => {
    const people = (await view(lesson.panel))?.people ?? []
    for (const name of names) {
      const row = people.find((one) => one.name === name)
      await ask(lesson.panel, 'adultSeen', { participantId: row?.participantId ?? '', seen: true })
    }
  }
  const asked = async (kind: string) =>
    (await view(lesson.panel))?.prompts.find((prompt) => prompt.kind === kind)
  /** Lets the lesson's time run until all of these are asked. */
  const waitFor = (...kinds: readonly string[]) =>
    clock.runUntil(kinds.join(' and '), RATE, async () => {
      for (const kind of kinds) if ((await asked(kind)) === undefined) return false
      return true
    })
  const gone = (kind: string) =>
    waitForView(lesson.panel, `no ${kind}`, ({ prompts }) =>
      prompts.every((prompt) => prompt.kind !== kind),
    )

  it('no second adult comes: it is asked once, and the reason is written down', async () => {
    await waitFor('fewStaff')
    expect(await checkNow('EG-5')).not.toMatchObject({ state: 'seen' })
    const note = 'Mr Bradley is with Year 3'
    await ask(lesson.panel, 'tick', { clause: 'EG-5', on: true, note })
    await gone('fewStaff')
    expect((await checkNow('EG-5'))?.what).toContain(note)
  })

  it('no parent was seen after five minutes: who, until they are', async () => {
    await waitFor('noAdult')
    const prompt = await asked('noAdult')
    expect(prompt?.about).toHaveLength(3)
    expect(await checkNow('CW-6')).toMatchObject({ state: 'problem' })
    await adultsSeen('Amelia Potter', 'Ollie Bennett', 'Zofia Kowalska')
    await gone('noAdult')
    expect(await checkNow('CW-5')).toMatchObject({ state: 'confirmed' })
  })

  it('a child is gone for five minutes, and it is time to look for the parents again', async () => {
    await lesson.sim.leave(await idOf('Zofia Kowalska'))
    await waitForView(lesson.panel, 'Zofia gone', (one) => namesHere(one).length === 2)
    await waitFor('goneLong', 'adultAgain')
    expect((await asked('goneLong'))?.title).toContain('Zofia')
    expect((await asked('adultAgain'))?.about).toHaveLength(2)
    await adultsSeen('Amelia Potter', 'Ollie Bennett')
    await gone('adultAgain')
  })

  it('somebody whom nobody knows comes in', async () => {
    const { panel, sim } = lesson
    const id = await sim.join({ name: 'Gary Dunmore', room: 'living' })
    const { prompts } = await waitForView(panel, 'Gary', (one) =>
      one.prompts.some((prompt) => prompt.kind === 'unknownPerson'),
    )
    expect(prompts.find((prompt) => prompt.kind === 'unknownPerson')?.title).toContain('Gary')
    expect(await checkNow('CW-1')).toMatchObject({ state: 'problem' })
    await sim.leave(id)
    await gone('unknownPerson')
  })

  // On Teams nobody has an id on the page: a new name is somebody who goes and somebody who comes.
  it.runIf(where === 'meet-2026')('a name changes after its owner came in', async () => {
    const { panel, sim } = lesson
    const id = await idOf('Amelia Potter')
    await sim.rename(id, 'Milly')
    const { prompts } = await waitForView(panel, 'the new name', (one) =>
      one.prompts.some((prompt) => prompt.kind === 'renamed'),
    )
    const said = prompts.find((prompt) => prompt.kind === 'renamed')
    expect(`${said?.title} ${said?.body}`).toMatch(/Amelia Potter.*Milly|Milly.*Amelia Potter/s)
    expect(await checkNow('EG-13')).toMatchObject({ state: 'problem' })
    // It stands until she has answered it, or the name is put back: that is what was asked for, and is not asked about.
    await sim.rename(id, 'Amelia Potter')
    await gone('renamed')
  })

  it('a one-to-one call with one adult: wait or end, until the second is there', async () => {
    const { panel, sim } = lesson
    await ask(panel, 'setPlannedStart', {
      startsAt: Math.round((await view(panel))?.session?.startedAt ?? 0),
    })
    await ask(panel, 'setOneToOne', { on: true })
    const { prompts } = await waitForView(panel, 'the second adult is missing', (one) =>
      one.prompts.some((prompt) => prompt.kind === 'fewStaff'),
    )
    expect(prompts.find((prompt) => prompt.kind === 'fewStaff')).toMatchObject({ severity: 'act' })
    expect(await checkNow('EG-37')).toMatchObject({ state: 'problem' })
    await sim.join({ name: 'Tom Bradley', role: 'cohost', room: 'study' })
    await gone('fewStaff')
    // The list is whole again a moment after somebody came.
    await expect.poll(() => checkNow('EG-37'), { timeout: 10_000 }).toMatchObject({ state: 'seen' })
    await ask(panel, 'setOneToOne', { on: false })
  })

  it('the chat is off and a child writes, and puts a file into it; a colleague may', async () => {
    const { panel, sim } = lesson
    await sim.openPanel('chat')
    await sim.chat('Tom Bradley', 'The worksheet', { file: 'worksheet.pdf' })
    await sim.chat('Ollie Bennett', 'Look at my drawing', { file: 'drawing.png' })
    const { prompts } = await waitForView(panel, 'the file', (one) =>
      ['chatUsed', 'filePosted'].every((kind) =>
        one.prompts.some((prompt) => prompt.kind === kind),
      ),
    )
    expect(prompts.find((prompt) => prompt.kind === 'filePosted')?.title).toContain('Ollie')
    expect(prompts.map((prompt) => prompt.title).join()).not.toContain('Tom')
    expect(await checkNow('EG-33')).toMatchObject({ state: 'problem' })
    expect(await checkNow('EG-32')).toMatchObject({ state: 'problem' })
    // Nothing of what was written is kept.
    expect(JSON.stringify(await recordNow())).not.toMatch(/drawing|worksheet/i)
    await sim.openPanel(null)
  })

  // In Teams nothing on the page says that a meeting is open again.
  it.runIf(where === 'meet-2026')('the call is locked, and opened again by somebody', async () => {
    const { panel, sim } = lesson
    const lock = async (): Promise<void> => {
      expect((await ask(panel, 'perform', { command: { kind: 'lock' } })).result).toBe('done')
      await waitForView(panel, 'the lock', (one) => one.lock.state === 'locked')
    }
    await lock()
    await sim.setAccess({ type: 'open', askToJoin: true })
    await waitForView(panel, 'open again', (one) =>
      one.prompts.some((prompt) => prompt.kind === 'lockGone'),
    )
    await lock()
    await gone('lockGone')
    expect((await recordNow()).lock.reopenedAt).toHaveLength(1)
  })

  it('a child drops out when nobody is let in any more', async () => {
    const { panel, sim } = lesson
    await ask(panel, 'moveLock', { dueAt: clock.now() - 1000 })
    await sim.leave(await idOf('Ollie Bennett'))
    await waitForView(panel, 'Ollie gone', (one) => !namesHere(one).includes('Ollie Bennett'))
    // Zofia, who has been away for longer, is one of them by now.
    await clock.runUntil(
      'both are missed',
      RATE,
      async () => (await asked('droppedPupil'))?.about.length === 2,
    )
  })

  it('one child is left alone with one adult: the call is ended from the prompt', async () => {
    const { panel, meeting } = lesson
    await lesson.sim.leave(await idOf('Tom Bradley'))
    await waitFor('alone')
    const title = (await asked('alone'))?.title ?? ''
    expect(title).toContain('Amelia')
    expect(await checkNow('CW-16')).toMatchObject({ state: 'problem' })
    await answerPrompt(panel, title, 'End the call')
    // Both sites ask back, and the answer is hers.
    await answerInMeeting(meeting, ENDS_FOR_ALL)
    await waitForView(panel, 'the end', (one) => one.phase === 'after')
  })

  it('all of it stands in the record', async () => {
    const record = await recordNow()
    expect(record.prompts.findLast((prompt) => prompt.kind === 'alone')).toMatchObject({
      answer: 'endCall',
      by: 'teacher',
    })
    const kinds = record.prompts.map((prompt) => prompt.kind)
    for (const kind of [
      'fewStaff',
      'noAdult',
      'goneLong',
      'adultAgain',
      'chatUsed',
      'filePosted',
      'droppedPupil',
      'unknownPerson',
      'alone',
    ])
      expect(kinds).toContain(kind)
    expect(record.lengthMinutes).toBeGreaterThan(10)
    expect(record.journal).toMatchObject({ check: 'intact' })
  })
})
