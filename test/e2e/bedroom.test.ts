import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PanelView } from '../../lib/views/types.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, waitForView } from './support/panel.ts'
import { roomPrompts } from './support/rooms.ts'

/** Drawn rooms: these tests fail where the model that ships no longer knows a bedroom for one, or living-2 for none. */
const BEDROOM = 'rooms/bedroom-1.webp'
const OTHER_BEDROOM = 'rooms/bedroom-2.webp'
const LIVING_ROOM = 'rooms/living-2.webp'
/** What the product promises on a laptop, and what a machine that draws all pictures itself may take. */
const CLEAR_MS = 10_000
const SLOW = 2.5
const PATIENCE_MS = 60_000

/** A teacher and a child, each in a bedroom, on each site; more of the room check is in rooms.test.ts. */
describe.each(['meet-2026', 'teams-full'] as const)('bedrooms in %s', (where) => {
  let stage: Stage
  let lesson: RunningLesson
  let sessionId = ''

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas', room: OTHER_BEDROOM } }, where)
  })
  afterAll(async () => {
    await stage?.close()
  })

  const isSelf = (one: PanelView, id: string): boolean =>
    one.people.some(
      (row) => row.participantId === id && row.chips.some((chip) => chip.text === 'You'),
    )
  const about = (one: PanelView, own: boolean): PanelView['prompts'][0] | undefined =>
    [...roomPrompts(one)].find(([id]) => isSelf(one, id) === own)?.[1]
  const recordNow = () => ask(lesson.panel, 'record', { sessionId })

  it('a teacher’s own is told as a hint, and stands in the record', async () => {
    const seen = await waitForView(
      lesson.panel,
      'the hint',
      (one) => about(one, true) !== undefined,
      PATIENCE_MS,
    )
    sessionId = seen.session?.sessionId ?? ''
    // She is a grown-up in her own home: never an alarm.
    expect(about(seen, true)?.severity).toBe('notice')
    const record = await recordNow()
    for (const clause of ['CW-8', 'EG-17'])
      expect(record?.checks.find((one) => one.clause === clause)).toMatchObject({
        state: 'problem',
      })
    expect(record?.prompts.find((one) => one.kind === 'room')?.about).toHaveLength(1)
  })

  it('a child’s is prompted for, and cleared by itself after the move', async () => {
    const { sim, panel } = lesson
    const cameraOn = Date.now()
    const id = await sim.join({ name: 'Amelia Potter', room: BEDROOM, person: 'child' })
    const seen = await waitForView(
      panel,
      'the prompt',
      (one) => about(one, false) !== undefined,
      PATIENCE_MS,
    )
    expect(about(seen, false)?.title).toContain('Amelia')
    const promptMs = (about(seen, false)?.at ?? Infinity) - cameraOn
    const moved = Date.now()
    await sim.moveRoom(id, LIVING_ROOM)
    await waitForView(panel, 'the all-clear', (one) => about(one, false) === undefined, PATIENCE_MS)
    const clearMs = Date.now() - moved
    console.log(
      `One child: prompt ${promptMs} ms after the camera, cleared ${clearMs} ms after the move.`,
    )
    expect(clearMs).toBeLessThan(CLEAR_MS * SLOW)
    const rooms = (await recordNow())?.prompts.filter((one) => one.kind === 'room')
    expect(rooms?.at(-1)).toMatchObject({ answer: 'cleared', by: 'itself' })
  })
})
