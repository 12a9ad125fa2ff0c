import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PanelView } from '../../lib/views/types.ts'
import { SCENE_CHANGED, sceneDistance } from '../../lib/vision/scene.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { clickOverlay } from './support/overlay.ts'
import { ask, view, waitForView } from './support/panel.ts'
import {
  followReadings,
  moreReadings,
  readings,
  roomPromptOf,
  roomPrompts,
  until,
} from './support/rooms.ts'
import { FULL } from '../support/full.ts'

/**
 * The room check in the simulated call, with drawn rooms that the shipped model judges: so these tests fail where a model no longer
 * knows bedroom-1 or bedroom-2 for a bedroom, or living-2 for none.
 */
const BEDROOM = 'rooms/bedroom-1.webp'
const OTHER_BEDROOM = 'rooms/bedroom-2.webp'
const LIVING_ROOM = 'rooms/living-2.webp'
const KITCHEN = 'rooms/kitchen-3.webp'
/** What the product promises on a laptop, and what a machine that draws all pictures itself may take. */
const CLEAR_MS = 10_000
const SLOW = 2.5
const PATIENCE_MS = 60_000
const SWITCH = '::-p-xpath(//label[contains(., "Look for bedrooms")]//input)'

/** A browser for each: a call that a failed test left open would be the next one's lesson. */
let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  await stage?.close()
})

async function begin(code: string, room = 'study'): Promise<RunningLesson> {
  const lesson = await beginLesson(stage, { params: { video: 'canvas', room }, code })
  await followReadings(lesson.panel)
  return lesson
}

describe('a child in a bedroom', () => {
  it('is prompted for, and cleared by itself after the move', async () => {
    const lesson = await begin('bed-room-one')
    const { sim, panel } = lesson
    const cameraOn = Date.now()
    const id = await sim.join({ name: 'Amelia Potter', room: BEDROOM, person: 'child' })
    const prompted = await waitForView(
      panel,
      'the prompt',
      (one) => roomPrompts(one).has(id),
      PATIENCE_MS,
    )
    const promptMs = (roomPrompts(prompted).get(id)?.at ?? Infinity) - cameraOn
    const moved = Date.now()
    await sim.moveRoom(id, LIVING_ROOM)
    await waitForView(panel, 'the all-clear', (one) => !roomPrompts(one).has(id), PATIENCE_MS)
    const clearMs = Date.now() - moved
    console.log(
      `One child: prompt ${promptMs} ms after the camera, cleared ${clearMs} ms after the move.`,
    )
    expect(clearMs).toBeLessThan(CLEAR_MS * SLOW)
    const record = await ask(panel, 'record', { sessionId: prompted.session?.sessionId ?? '' })
    expect(record?.prompts.find((one) => one.kind === 'room')).toMatchObject({
      answer: 'cleared',
      by: 'itself',
    })
  })

  it.runIf(FULL)(
    'whose room looks fine to the teacher is not prompted for there again, but in another bedroom',
    async () => {
      const lesson = await begin('loo-ksfi-nex')
      const { sim, panel, meeting } = lesson
      const id = await sim.join({ name: 'Amelia Potter', room: BEDROOM, person: 'child' })
      await waitForView(panel, 'the prompt', (one) => roomPrompts(one).has(id), PATIENCE_MS)
      await meeting.bringToFront()
      // A card takes no answer in its first moment, so that a click meant for the last one does not answer it.
      await until('the answer', 20_000, async () => {
        await clickOverlay(meeting, 'Looks fine', 2000).catch(() => undefined)
        return (await roomPromptOf(panel, id)) === undefined
      })

      await sim.moveRoom(id, LIVING_ROOM)
      await moreReadings(panel, id, 5)
      await sim.moveRoom(id, BEDROOM)
      await moreReadings(panel, id, 6)
      expect(await roomPromptOf(panel, id), 'in the room that looked fine').toBeUndefined()

      await sim.moveRoom(id, OTHER_BEDROOM)
      await waitForView(
        panel,
        'a prompt for the other bedroom',
        (one) => roomPrompts(one).has(id),
        PATIENCE_MS,
      )
      const now = await view(panel)
      const record = await ask(panel, 'record', { sessionId: now?.session?.sessionId ?? '' })
      const asked = record?.prompts.filter((one) => one.kind === 'room') ?? []
      expect(asked.map((one) => one.answer)).toEqual(['looksFine', expect.anything()])
    },
  )

  it('does not lend the picture to a child whose tile it was', async () => {
    const lesson = await begin('til-esch-nge')
    const { sim, panel } = lesson
    const a = await sim.join({ name: 'Amelia Potter', room: BEDROOM, person: 'child' })
    const b = await sim.join({ name: 'Mei Chen', room: KITCHEN, person: 'child' })
    await Promise.all([moreReadings(panel, a, 3), moreReadings(panel, b, 3)])
    const own = {
      [a]: (await readings(panel, a)).at(-1)?.reading.scene ?? [],
      [b]: (await readings(panel, b)).at(-1)?.reading.scene ?? [],
    }
    expect(sceneDistance(own[a] ?? [], own[b] ?? []), 'two rooms apart').toBeGreaterThan(0.4)
    const from = (await readings(panel)).length
    for (let round = 0; round < 6; round += 1) {
      await sim.reuseTiles(a, b)
      await Promise.all([moreReadings(panel, a, 1), moreReadings(panel, b, 1)])
    }
    const after = (await readings(panel)).slice(from)
    expect(after.length).toBeGreaterThanOrEqual(12)
    // A tile that just changed hands may show neither room for a moment; what it must never show is the other child's.
    let ownRoom = 0
    for (const { participantId, reading } of after) {
      const toOwn = sceneDistance(own[participantId] ?? [], reading.scene)
      const toOther = sceneDistance(own[participantId === a ? b : a] ?? [], reading.scene)
      expect(
        toOther < SCENE_CHANGED && toOther < toOwn,
        `a reading of ${participantId}: ${toOwn} from its own room, ${toOther} from the other’s, mean ${reading.luma.mean}`,
      ).toBe(false)
      if (toOwn < SCENE_CHANGED) ownRoom += 1
    }
    expect(ownRoom).toBeGreaterThanOrEqual(after.length / 2)
    expect(await roomPromptOf(panel, b)).toBeUndefined()
    await waitForView(
      panel,
      'the prompt about the right child',
      (one) => roomPrompts(one).has(a),
      PATIENCE_MS,
    )
  })
})

describe('a teacher in a bedroom', () => {
  it('is told so as well, and it stands in the record', async () => {
    const { panel } = await begin('own-room-bed', OTHER_BEDROOM)
    const isOwn = (one: PanelView): PanelView['prompts'][0] | undefined => {
      const self = one.people.find((row) => row.chips.some((chip) => chip.text === 'You'))
      return roomPrompts(one).get(self?.participantId ?? '')
    }
    const prompted = await waitForView(
      panel,
      'the prompt',
      (one) => isOwn(one) !== undefined,
      PATIENCE_MS,
    )
    // She is a grown-up in her own home: a hint, never an alarm.
    expect(isOwn(prompted)?.severity).toBe('notice')
    const record = await ask(panel, 'record', { sessionId: prompted.session?.sessionId ?? '' })
    for (const clause of ['CW-8', 'EG-17'])
      expect(record?.checks.find((one) => one.clause === clause)).toMatchObject({
        state: 'problem',
      })
    expect(record?.prompts.find((one) => one.kind === 'room')?.about).toHaveLength(1)
  })
})

describe('the switch of the room check', () => {
  it.runIf(FULL)('stops every look with one click, and starts them again', async () => {
    const lesson = await begin('swi-tcho-ffx')
    const { sim, panel, meeting } = lesson
    const id = await sim.join({ name: 'Amelia Potter', room: BEDROOM, person: 'child' })
    await waitForView(panel, 'the prompt', (one) => roomPrompts(one).has(id), PATIENCE_MS)
    await panel.bringToFront()
    const offscreen = () =>
      stage.browser.targets().some((target) => target.url().endsWith('/offscreen.html'))
    expect(offscreen()).toBe(true)

    await panel.locator(SWITCH).click()
    await waitForView(panel, 'off', (one) => one.roomCheck.state === 'off')
    await until('the end of the page with the model', 15_000, async () => !offscreen())
    await waitForView(panel, 'no room prompt', (one) => roomPrompts(one).size === 0)
    const count = (await readings(panel)).length
    await meeting.bringToFront()
    await sim.moveRoom(id, OTHER_BEDROOM)
    // The page is read on meanwhile: a camera that goes off and on is noticed, the picture of it is not looked at.
    const quiet = await sim.join({ name: 'Mei Chen', room: OTHER_BEDROOM })
    await waitForView(panel, 'the other child', (one) =>
      one.people.some((row) => row.participantId === quiet),
    )
    for (const camera of ['off', 'on', 'off', 'on', 'off'] as const) {
      await sim.camera(quiet, camera)
      await waitForView(panel, `the camera ${camera}`, (one) =>
        one.people.some((row) => row.participantId === quiet && row.camera === camera),
      )
    }
    expect((await readings(panel)).length).toBe(count)
    expect(offscreen()).toBe(false)

    await panel.bringToFront()
    await panel.locator(SWITCH).click()
    await waitForView(panel, 'on', (one) => one.roomCheck.state === 'on')
    await meeting.bringToFront()
    await moreReadings(panel, id, 1)
  })
})
