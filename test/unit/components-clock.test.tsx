// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Panel } from '../../components/panel/Panel.tsx'
import { SAMPLES } from '../../components/gallery/samples.ts'
import type { Ask } from '../../components/ui/ask.ts'
import { ClockProvider, stillClock } from '../../components/ui/clock.tsx'
import type { PanelView } from '../../lib/views/types.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TEN = Date.UTC(2026, 10, 20, 10, 0)

const nothing = () => undefined
const silent = vi.fn(() => new Promise<never>(nothing)) as unknown as Ask

afterEach(cleanup)

describe('the panel of a lesson in which the computer’s clock was set back', () => {
  it.each([0, HOUR])('counts by the lesson’s clock, %d ms ahead', (clockBackMs) => {
    const { session }: PanelView = SAMPLES.countdown
    if (session === undefined) throw new Error('The sample has no lesson')
    const now = TEN + 3 * MINUTE
    const view: PanelView = {
      ...SAMPLES.countdown,
      now,
      ...(clockBackMs === 0 ? {} : { clockBackMs }),
      session: { ...session, startedAt: TEN },
      lock: { ...SAMPLES.countdown.lock, state: 'counting', dueAt: TEN + 5 * MINUTE, fromAt: TEN },
      prompts: [],
    }
    const { container } = render(
      <ClockProvider value={stillClock(now - clockBackMs)}>
        <Panel ask={silent} connected onOptions={nothing} onRecord={nothing} view={view} />
      </ClockProvider>,
    )
    expect(container.querySelector('.ring-time')?.textContent).toBe('2:00')
    expect(container.querySelector('.panel-head')?.textContent).toContain('3:00 since')
  })
})
