// @vitest-environment happy-dom
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { After } from '../../components/panel/BeforeAfter.tsx'
import { startToPropose } from '../../components/panel/ChooseClass.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { timeField } from '../../components/ui/time.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { PanelView } from '../../lib/views/types.ts'

configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)

const DAY = 86_400_000
const view: PanelView = SAMPLES.after
const { session } = view
if (session === undefined) throw new Error('The sample has a lesson.')
const forgotten: PanelView = {
  ...view,
  session: (({ registerId: _, className: __, plannedStartAt: ___, ...rest }) => rest)(session),
}

function shown(first: PanelView) {
  const asked: (readonly [string, unknown])[] = []
  const ask = (async (kind: string, payload: unknown) => {
    asked.push([kind, payload])
    return kind === 'sessions' ? [] : undefined
  }) as unknown as Ask
  const part = (now: PanelView) => (
    <ZoneProvider value="Europe/London">
      <After
        ask={ask}
        connected
        onOptions={() => undefined}
        onRecord={() => undefined}
        view={now}
      />
    </ZoneProvider>
  )
  const { rerender } = render(part(first))
  return { asked, show: (next: PanelView) => rerender(part(next)) }
}
const WHY = /^No class was chosen, so the record can’t say who was missing/u

describe('a lesson that is over', () => {
  it('asks for the class that was forgotten, says why, and reads the record again', async () => {
    // Looked at on the next day: the start is still one of the lesson's own day.
    const { asked, show } = shown({ ...forgotten, now: view.now + DAY })
    const form = screen.getByRole('heading', { name: 'Which lesson was this?' }).closest('form')
    if (form === null) throw new Error('The class is chosen in a form.')
    expect(within(form).getByText(WHY)).toBeTruthy()
    fireEvent.submit(form)
    await waitFor(() =>
      expect(asked).toContainEqual([
        'chooseClass',
        expect.objectContaining({ plannedStartAt: startToPropose(forgotten) }),
      ]),
    )
    const reads = () => asked.filter(([kind]) => kind === 'record' || kind === 'sessions').length
    const before = reads()
    show(view)
    await waitFor(() => expect(reads()).toBe(before + 2))
    expect(screen.queryByText(WHY)).toBeNull()
  })
  it('proposes no start by which children would be late', () => {
    const { startedAt } = session
    for (const minute of [0, 1, 4]) {
      const begun = {
        ...forgotten.session,
        startedAt: startedAt - (startedAt % 300_000) + minute * 60_000,
      }
      const start = startToPropose({
        ...forgotten,
        session: { ...session, ...begun, plannedStartAt: undefined } as never,
      })
      expect(start - begun.startedAt).toBeGreaterThanOrEqual(0)
      expect(timeField(start, 'Europe/London')).toMatch(/:\d[05]$/u)
    }
    const planned = { ...session, plannedStartAt: startedAt, startIsOld: true as const }
    expect(startToPropose({ ...view, session: planned })).toBe(startedAt)
  })
  it('lets another class be chosen, and asks for none where there is none', () => {
    shown(view)
    expect(screen.queryByText(WHY)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Another class' }))
    expect(screen.getByRole('button', { name: 'Use this class' })).toBeTruthy()
    cleanup()
    shown({ ...forgotten, registers: [] })
    expect(screen.queryByRole('heading', { name: /Which lesson/u })).toBeNull()
  })
})
