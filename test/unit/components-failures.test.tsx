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
import { StrictMode, type ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeAsk } from '../../components/gallery/fakeAsk.ts'
import { NOW } from '../../components/gallery/sampleClock.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { OptionsPage } from '../../components/options/OptionsPage.tsx'
import { Checklist } from '../../components/panel/Checklist.tsx'
import { Emergency } from '../../components/panel/Emergency.tsx'
import { HealthStrip } from '../../components/panel/HealthStrip.tsx'
import { LogList } from '../../components/panel/LogList.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { FromPages } from '../../lib/bus/protocol.ts'
import type { PanelView } from '../../lib/views/types.ts'

// The worker may die at any moment: a press that came to nothing must not look as if it had been taken.

// A busy computer is slow to draw; a failure is a failure after five seconds, too.
configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)

const LONDON = 'Europe/London'
const NOT_THROUGH = 'That did not get through. Please try again.'
const nothing = () => undefined

/** A background that does not answer until it is mended; everything else is answered by `then`. */
function broken(then: Ask = (async () => null) as unknown as Ask) {
  const asked: (readonly [string, unknown])[] = []
  const state = { failing: true, only: undefined as keyof FromPages | undefined }
  const ask = (async (kind: keyof FromPages, payload: never) => {
    asked.push([kind, payload])
    if (state.failing && (state.only === undefined || state.only === kind))
      throw new Error('The background did not answer.')
    return then(kind, payload)
  }) as Ask
  return { ask, asked, state }
}

const shown = (part: ReactNode) =>
  render(
    <StrictMode>
      <ZoneProvider value={LONDON}>{part}</ZoneProvider>
    </StrictMode>,
  )
const saidNow = () => screen.queryAllByText(NOT_THROUGH).length

describe('a press that comes to nothing says so and can be pressed again', () => {
  const view: PanelView = SAMPLES.thirty

  it('a tick, which does not look done', async () => {
    const { ask, asked, state } = broken()
    const { container } = shown(
      <Checklist ask={ask} open={['during', 'oneToOne']} phases={view.checklist} />,
    )
    const box = () =>
      container.querySelector<HTMLInputElement>('.step input[type=checkbox]:not(:checked)')
    const first = box()
    if (first === null) throw new Error('There is a step to tick.')
    fireEvent.click(first)
    await screen.findByText(NOT_THROUGH)
    expect(first.checked).toBe(false)
    expect(within(first.closest('li') ?? container).getByText(NOT_THROUGH)).toBeTruthy()
    state.failing = false
    fireEvent.click(first)
    await waitFor(() => expect(saidNow()).toBe(0))
    expect(asked.map(([kind]) => kind)).toEqual(['tick', 'tick'])
    expect(asked[1]).toEqual(asked[0])
  })
  it('a tick with a note, whose words stay', async () => {
    const { ask } = broken()
    const { container } = shown(<Checklist ask={ask} open={[]} phases={view.checklist} />)
    const step = container.querySelector('.step:has(input)')
    const help = step?.querySelector('.clause')
    if (!(step instanceof HTMLElement) || !help) throw new Error('There is a step with help.')
    fireEvent.click(help)
    const field = step.querySelector<HTMLInputElement>('.step-help .input')
    if (field === null) throw new Error('There is a field for a note.')
    fireEvent.change(field, { target: { value: 'Sent by the office' } })
    fireEvent.submit(field)
    await screen.findByText(NOT_THROUGH)
    expect(field.isConnected && field.value).toBe('Sent by the office')
  })
  it('and a folded phase shows only what a person can still settle', () => {
    const { ask } = broken()
    const { container } = shown(<Checklist ask={ask} open={[]} phases={view.checklist} />)
    const steps = view.checklist.flatMap(({ items }) => items).filter((item) => item.tickable)
    const done = steps.filter(({ state }) => state.is === 'notApplicable' || state.is === 'seen')
    const open = steps.filter(({ state }) => state.is === 'todo' || state.is === 'waiting')
    expect(Math.min(done.length, open.length)).toBeGreaterThan(0)
    for (const { clause } of done) expect(container.textContent).not.toContain(clause.text)
    for (const { clause } of open) expect(container.textContent).toContain(clause.text)
  })
  it('that it is a one-to-one call', async () => {
    const { ask, asked, state } = broken()
    shown(<Checklist ask={ask} open={['oneToOne']} phases={view.checklist} />)
    const box = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'This is a one-to-one call',
    })
    const was = box.checked
    fireEvent.click(box)
    await screen.findByText(NOT_THROUGH)
    expect(box.checked).toBe(was)
    state.failing = false
    fireEvent.click(box)
    await waitFor(() => expect(saidNow()).toBe(0))
    expect(asked).toHaveLength(2)
  })
  it('the switch of the room check', async () => {
    const { ask, state } = broken()
    shown(<HealthStrip ask={ask} health={view.health} roomCheck={view.roomCheck} />)
    const box = screen.getByRole<HTMLInputElement>('checkbox')
    const was = box.checked
    fireEvent.click(box)
    await screen.findByText(NOT_THROUGH)
    expect(box.checked).toBe(was)
    state.failing = false
    fireEvent.click(box)
    await waitFor(() => expect(saidNow()).toBe(0))
  })
  it('the end of the session', async () => {
    const { ask, asked } = broken()
    shown(<LogList ask={ask} log={[]} running />)
    fireEvent.click(screen.getByRole('button', { name: 'Finish this session here' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Close the record' }))
    await screen.findByText(NOT_THROUGH)
    expect(asked).toEqual([['endSession', {}]])
  })
  it('the deletion of a record', async () => {
    const { ask, state } = broken(fakeAsk)
    state.only = 'deleteSession'
    render(
      <OptionsPage
        ask={ask}
        now={() => NOW}
        onExport={nothing}
        onLanguage={nothing}
        onRecords={nothing}
        onSave={nothing}
        onSelfTest={nothing}
        onShortcuts={nothing}
        onWelcome={nothing}
        readShortcuts={async () => ({})}
        start="lessons"
      />,
    )
    const press = async () => {
      const [first] = await screen.findAllByText(/^the record of/u)
      if (first === undefined) throw new Error('There is a lesson.')
      fireEvent.click(first)
      fireEvent.click(await screen.findByText('Delete the record'))
      return first.closest('li')
    }
    const line = await press()
    const words = await screen.findByText('Deleting did not work. Please try again.')
    expect(line?.contains(words)).toBe(true)
    state.failing = false
    await press()
    await waitFor(() => expect(line?.isConnected).toBe(false))
  })
})

describe('an emergency of which something is not in the log', () => {
  const NOT_YET = /^Not in the lesson’s log yet: /u
  const stepsOf = (asked: readonly (readonly [string, unknown])[]) =>
    asked.flatMap(([kind, payload]) =>
      kind === 'emergency' ? [(payload as { step: string; note: string }).step] : [],
    )
  const open = (ask: Ask) => {
    const view: PanelView = SAMPLES.thirty
    shown(<Emergency ask={ask} view={view} />)
    fireEvent.click(screen.getByRole('button', { name: 'Emergency' }))
    return view
  }

  it('says what is missing while it goes on, and writes it in its order when asked', async () => {
    const { ask, asked, state } = broken()
    open(ask)
    const [said] = await screen.findAllByText(NOT_YET)
    expect(said?.textContent).toMatch(/Emergency opened \(\d\d:\d\d\)\.$/u)
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(NOT_YET)).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() =>
      expect(screen.getByText(NOT_YET).textContent).toMatch(
        /Emergency opened \(.*\); Emergency closed \(/u,
      ),
    )
    // The end is not written before its beginning.
    expect(stepsOf(asked)).toEqual(['opened', 'opened'])
    state.failing = false
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByText(NOT_YET)).toBeNull())
    expect(stepsOf(asked).slice(2)).toEqual(['opened', 'closed'])
    // The log has its own clock: what comes late says so.
    expect(asked[2]?.[1]).toMatchObject({
      note: expect.stringMatching(/^written down late, it was at \d\d:\d\d$/u),
    })
    expect(asked[3]?.[1]).toEqual({ step: 'closed', note: '' })
  })
  it('is written with the next step where that gets through', async () => {
    const { ask, asked, state } = broken()
    open(ask)
    await screen.findAllByText(NOT_YET)
    state.failing = false
    fireEvent.click(screen.getByRole('button', { name: 'Opened by mistake' }))
    await waitFor(() => expect(screen.queryByText(NOT_YET)).toBeNull())
    expect(stepsOf(asked)).toEqual(['opened', 'opened', 'mistake'])
  })
  it('writes each step once where all is well, and says nothing', async () => {
    const { ask, asked, state } = broken()
    state.failing = false
    open(ask)
    fireEvent.click(screen.getByRole('button', { name: 'Opened by mistake' }))
    await waitFor(() => expect(stepsOf(asked)).toEqual(['opened', 'mistake']))
    expect(screen.queryByText(NOT_YET)).toBeNull()
    expect(asked.map(([, payload]) => (payload as { note: string }).note)).toEqual(['', ''])
  })
  it('has ended all the same when the call has', async () => {
    const { ask, state } = broken((async () => ({ result: 'done', steps: [] })) as unknown as Ask)
    state.only = 'emergency'
    open(ask)
    fireEvent.click(screen.getByRole('button', { name: /end/iu, description: '' }))
    await screen.findByText(/^Done at .*, seen on the page\.$/u)
    const [said] = await screen.findAllByText(NOT_YET)
    expect(said?.textContent).toMatch(/The call was ended for everyone \(/u)
  })
  it('does not claim that somebody was told', async () => {
    const { ask, state } = broken()
    open(ask)
    const dialog = screen.getByRole('dialog')
    const [told] = within(dialog).getAllByRole('button', { name: 'I told them' })
    if (told === undefined) throw new Error('There is a contact.')
    fireEvent.click(told)
    await within(dialog).findByText(NOT_THROUGH)
    expect(within(dialog).queryByText(/was told at/u)).toBeNull()
    state.failing = false
    fireEvent.click(told)
    await within(dialog).findByText(/was told at/u)
  })
})
