import { describe, expect, it } from 'vitest'
import type { Participant } from '../../lib/meeting/index.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { observation, participant } from '../support/observe.ts'
import { BLACK, readingOf } from '../support/rooms.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('p2', 'Amelia Potter')
const ameliaOff = participant('p2', 'Amelia Potter', {
  camera: { state: 'off', why: 'videoHidden' },
})
const BEDROOM = readingOf('bedroom', 0.98, 1)
const SHIFTED = readingOf('unclear', 0.6, 3)
const OTHER_BEDROOM = readingOf('bedroom', 0.98, 2)
const LIVING = readingOf('common', 0.97, 4)
const WALL = readingOf('plain', 0.97, 5)
const DARK = readingOf('unclear', 0.9, 1, BLACK)

/** A lesson whose readings come every two seconds, through the desk and its prompts as in the call. */
async function lesson() {
  const journal = memoryJournal()
  const started = deskAt(undefined, journal)
  let { desk } = started
  const { clock } = started
  let tab = meetingTab(desk)
  const sees = (...children: readonly Participant[]) =>
    tab.observe(observation([khan, ...children]))
  await sees(amelia)
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  const sessionId = (await nextView(desk)).session?.sessionId ?? ''
  const prompts = async () =>
    (await desk.fromPage('record', { sessionId }))?.prompts.filter(({ kind }) => kind === 'room') ??
    []
  const view = () => nextView(desk)
  const open = async () => (await view()).prompts.find(({ kind }) => kind === 'room')
  return {
    sees,
    prompts,
    open,
    row: async (id = 'p2') => (await view()).people.find((one) => one.participantId === id),
    check: async (clause: string) =>
      (await view()).checklist.flatMap(({ items }) => items).find((one) => one.clause.id === clause)
        ?.state,
    log: async () => (await view()).log.map(({ text }) => text),
    async look(reading: RoomReading, times: number, id = 'p2') {
      for (let n = 0; n < times; n += 1) {
        clock.now += 2 * SECOND
        await desk.roomReading({ tabId: 1, participantId: id, isSelf: id === 'self', reading })
      }
    },
    async wait(ms: number, ...here: readonly Participant[]) {
      clock.now += ms
      await sees(...(here.length === 0 ? [amelia] : here))
    },
    async answer(how: 'looksFine' | 'cameraOff') {
      await desk.answer((await open())?.promptId ?? '', how)
    },
    async workerDies() {
      clock.now += SECOND
      desk = deskAt(clock.now, journal).desk
      tab = meetingTab(desk)
      await sees(amelia)
    },
  }
}

describe('what the teacher said of a room', () => {
  it('"Looks fine" is the end of it also where the picture moved while the prompt was open', async () => {
    const { look, answer, prompts, open } = await lesson()
    await look(BEDROOM, 4)
    await look(SHIFTED, 4)
    await look(BEDROOM, 6)
    expect(await open()).toBeDefined()
    await answer('looksFine')
    await look(BEDROOM, 60)
    expect(await open()).toBeUndefined()
    expect(await prompts()).toHaveLength(1)
  })

  it('"Looks fine" says nothing of another bedroom, also when the child goes straight into it', async () => {
    const { look, answer, prompts, open } = await lesson()
    await look(BEDROOM, 4)
    await answer('looksFine')
    await look(OTHER_BEDROOM, 4)
    expect((await open())?.title).toContain('Amelia Potter')
    // Back where it is fine: what was asked about the other room is over.
    await look(BEDROOM, 4)
    expect(await open()).toBeUndefined()
    expect((await prompts()).map(({ answer: how }) => how)).toEqual(['looksFine', 'cleared'])
  })

  it('a hand over the lens is over with the hand, also of a room that was called fine', async () => {
    const { look, answer, row, open, prompts, check, log } = await lesson()
    const chips = async () => (await row())?.chips.map(({ text }) => text)
    await look(BEDROOM, 4)
    await answer('looksFine')
    await look(DARK, 4)
    expect(await chips()).toContain('Camera covered or dark')
    await look(BEDROOM, 4)
    expect(await chips()).toContain('Room: you said it is fine')
    expect(await chips()).not.toContain('Camera covered or dark')
    expect(await log()).toContain('Amelia Potter: the room again that you said is fine')
    expect(await open()).toBeUndefined()
    expect(await prompts()).toHaveLength(1)
    expect(await check('CW-9')).toMatchObject({ is: 'seen' })
  })

  it('still holds when the worker died in between and the scene was forgotten with it', async () => {
    const { look, answer, workerDies, open, prompts } = await lesson()
    await look(BEDROOM, 4)
    await answer('looksFine')
    await workerDies()
    await look(BEDROOM, 4)
    await look(SHIFTED, 4)
    await look(BEDROOM, 10)
    expect(await open()).toBeUndefined()
    expect(await prompts()).toHaveLength(1)
  })

  it('"Camera off" is followed up where the camera stays on, and not where it went off', async () => {
    const { look, answer, wait, open, prompts } = await lesson()
    await look(BEDROOM, 4)
    await answer('cameraOff')
    await wait(MINUTE)
    await look(BEDROOM, 4)
    expect(await open()).toBeUndefined()
    await wait(MINUTE)
    expect((await open())?.title).toContain('Amelia Potter')
    await answer('cameraOff')
    await wait(20 * SECOND, ameliaOff)
    await wait(10 * MINUTE, ameliaOff)
    expect(await open()).toBeUndefined()
    expect(await prompts()).toHaveLength(2)
  })

  it('of her own picture stands on her checklist as her word, until she sits somewhere else', async () => {
    const { look, answer, check, sees } = await lesson()
    await sees()
    await look(BEDROOM, 4, 'self')
    expect(await check('CW-8')).toMatchObject({ is: 'problem' })
    await answer('looksFine')
    await look(BEDROOM, 4, 'self')
    expect(await check('CW-8')).toMatchObject({ is: 'confirmed', by: 'Ms Aisha Khan' })
    await look(OTHER_BEDROOM, 4, 'self')
    expect(await check('CW-8')).toMatchObject({ is: 'problem' })
    await look(WALL, 12, 'self')
    expect(await check('CW-8')).toMatchObject({ is: 'seen' })
  })

  it('asks nothing in 45 minutes about rooms that are fine or called fine, with cameras that blink', async () => {
    const { look, answer, sees, prompts } = await lesson()
    await look(BEDROOM, 4)
    await answer('looksFine')
    for (let round = 0; round < 45; round += 1) {
      await look(round % 3 === 0 ? LIVING : BEDROOM, 25)
      if (round % 4 === 0) await sees(ameliaOff)
      if (round % 5 === 0) await look(DARK, 4)
      await sees(amelia)
    }
    expect((await prompts()).map(({ answer: how }) => how)).toEqual(['looksFine'])
  })
})
