import { describe, expect, it, vi } from 'vitest'
import { afterDrawn, type Schedule } from '../../lib/observe/schedule.ts'
import { handClock } from '../support/handClock.ts'

/** A page that is drawn so long after it asked for it; `Infinity`: never. */
function setting({ frameMs = 16, hidden = false } = {}) {
  const clock = handClock()
  const frames = vi.fn((run: () => void) =>
    frameMs === Infinity ? () => undefined : clock.after(frameMs, run),
  )
  const schedule: Schedule = { after: clock.after, every: clock.every, onFrame: frames }
  const job = vi.fn()
  return { clock, frames, job, start: (ms: number) => afterDrawn(schedule, { hidden }, ms, job) }
}

describe('a job that waits until the page has been drawn', () => {
  it('runs once, after its time and the next frame', async () => {
    const { clock, job, start } = setting()
    start(80)
    await clock.advance(95)
    expect(job).not.toHaveBeenCalled()
    await clock.advance(2)
    expect(job).toHaveBeenCalledOnce()
    await clock.advance(1000)
    expect(job).toHaveBeenCalledOnce()
  })

  it('runs without a frame where the page is hidden, or gets none', async () => {
    const hidden = setting({ hidden: true, frameMs: Infinity })
    hidden.start(80)
    await hidden.clock.advance(80)
    expect(hidden.job).toHaveBeenCalledOnce()
    expect(hidden.frames).not.toHaveBeenCalled()
    const covered = setting({ frameMs: Infinity })
    covered.start(80)
    await covered.clock.advance(179)
    expect(covered.job).not.toHaveBeenCalled()
    await covered.clock.advance(1)
    expect(covered.job).toHaveBeenCalledOnce()
  })

  it.each([0, 79, 85, 96])('does not run once it was cancelled, at %d ms', async (at) => {
    const { clock, job, start } = setting()
    const cancel = start(80)
    await clock.advance(at)
    const ran = job.mock.calls.length
    cancel()
    await clock.advance(1000)
    expect(job).toHaveBeenCalledTimes(ran)
    expect(ran).toBe(at === 96 ? 1 : 0)
  })
})
