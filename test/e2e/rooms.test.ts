import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

async function begin(code: string): Promise<RunningLesson> {
  const lesson = await beginLesson(stage, { params: { video: 'canvas', room: 'study' }, code })
  await followReadings(lesson.panel)
  return lesson
}

describe('a child’s room', () => {
  it.runIf(FULL)(
    'that looks fine to the teacher is not prompted for again, but another bedroom is',
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

  it('is not lent to a child whose tile it was', async () => {
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
