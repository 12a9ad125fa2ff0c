import { describe, expect, it } from 'vitest'
import { lookAgain } from '../../lib/desk/lastLook.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { ManagedSettings } from '../../lib/storage/managed.ts'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { deskAt, meetingTab, T0 } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })

/** A lesson that is over and a concern, both of today. */
async function afterLesson(managed: ManagedSettings = {}) {
  const { desk, clock } = deskAt(T0, undefined, undefined, managed)
  await meetingTab(desk).observe(observation([khan]))
  await desk.fromPage('endSession', {})
  const { ref: _ref, at: _at, ...concern } = SAMPLE_CONCERN
  await desk.fromPage('saveConcern', { concern })
  await desk.tick()
  /** What is left after a look at that time. */
  const leftAt = async (now: number) => {
    clock.now = now
    await desk.tick()
    const lessons = await desk.fromPage('sessions', {})
    const concerns = await desk.fromPage('concerns', {})
    return [lessons.length, concerns.length]
  }
  return { desk, leftAt }
}

describe('a clock that is ahead', () => {
  it.each([31 * DAY, 3650 * DAY])(
    'deletes nothing before it is put right: %d ms',
    async (ahead) => {
      const { leftAt } = await afterLesson()
      expect(await leftAt(T0 + HOUR)).toEqual([1, 1])
      expect(await leftAt(T0 + HOUR + ahead)).toEqual([1, 1])
      expect(await leftAt(T0 + 3 * HOUR + ahead)).toEqual([1, 1])
      expect(await leftAt(T0 + 4 * HOUR)).toEqual([1, 1])
      for (let day = 1; day < 30; day += 3) expect(await leftAt(T0 + day * DAY)).toEqual([1, 1])
      expect(await leftAt(T0 + 30 * DAY)).toEqual([1, 0])
    },
  )
  it('deletes nothing either where it is wrong in another way before it is right', async () => {
    const { leftAt } = await afterLesson()
    expect(await leftAt(T0 + 3650 * DAY)).toEqual([1, 1])
    expect(await leftAt(T0 + 1500 * DAY)).toEqual([1, 1])
    expect(await leftAt(T0 + 1500 * DAY + 2 * HOUR)).toEqual([1, 1])
    expect(await leftAt(T0 + 5 * HOUR)).toEqual([1, 1])
    expect(await leftAt(T0 + 2 * DAY)).toEqual([1, 1])
  })
})

describe('what is past its days', () => {
  it('is deleted a day after a holiday', async () => {
    const { leftAt } = await afterLesson({ retentionDays: 30 })
    const back = T0 + 44 * DAY
    expect(await leftAt(back)).toEqual([1, 1])
    expect(await leftAt(back + 5 * HOUR)).toEqual([1, 1])
    expect(await leftAt(back + DAY)).toEqual([0, 0])
  })
  it('is deleted the next time on a computer that is used once a fortnight', async () => {
    const { leftAt } = await afterLesson()
    expect(await leftAt(T0 + 14 * DAY)).toEqual([1, 1])
    expect(await leftAt(T0 + 28 * DAY)).toEqual([1, 1])
    expect(await leftAt(T0 + 42 * DAY)).toEqual([1, 1])
    expect(await leftAt(T0 + 56 * DAY)).toEqual([1, 0])
  })
  it('is deleted at once by fewer days that the teacher has confirmed', async () => {
    const { desk, leftAt } = await afterLesson()
    const back = T0 + 44 * DAY
    expect(await leftAt(back)).toEqual([1, 1])
    const settings = { ...DEFAULT_SETTINGS, retentionDays: 20 }
    await desk.fromPage('saveSettings', settings)
    expect(await leftAt(back + HOUR)).toEqual([0, 0])
  })
  it('waits for no such words that change nothing of the days', async () => {
    const { desk, leftAt } = await afterLesson()
    const back = T0 + 44 * DAY
    expect(await leftAt(back)).toEqual([1, 1])
    await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, schoolName: 'Hillside' })
    expect(await leftAt(back + HOUR)).toEqual([1, 1])
  })
})

describe('the last look', () => {
  const at = T0
  it('is written by the first one, which goes by the clock as it is', () => {
    expect(lookAgain(undefined, at)).toEqual({ look: { at }, due: at })
  })
  it('moves on with each, a week or less later, or up to a day earlier', () => {
    for (const now of [at, at + 7 * DAY, at - DAY])
      expect(lookAgain({ at }, now)).toEqual({ look: { at: now }, due: now })
  })
  it('is held where the clock has leapt, in either direction, for a day', () => {
    for (const now of [at + 7 * DAY + 1, at - DAY - 1]) {
      const { look, ...more } = lookAgain({ at }, now)
      expect([look, more]).toEqual([{ at: now, heldSince: now }, {}])
      expect(lookAgain(look, now + DAY - 1)).toEqual({
        look: { at: now + DAY - 1, heldSince: now },
      })
      expect(lookAgain(look, now + DAY)).toEqual({ look: { at: now + DAY }, due: now + DAY })
      expect(lookAgain(look, now - 1)).toEqual({ look: { at: now - 1, heldSince: now - 1 } })
    }
  })
  it('lets go of what was due when it was held, where the clock leaps once more', () => {
    const now = at + 30 * DAY
    expect(lookAgain({ at, heldSince: at }, now)).toEqual({
      look: { at: now, heldSince: now },
      due: at,
    })
  })
})
