// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ConcernForm } from '../../components/concern/ConcernForm.tsx'
import { emptyFields } from '../../components/concern/draft.ts'
import { SAMPLE_RECORD } from '../../components/gallery/sampleRecord.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { SessionsList } from '../../components/options/SessionsList.tsx'
import { ChooseClass } from '../../components/panel/ChooseClass.tsx'
import { Panel } from '../../components/panel/Panel.tsx'
import { RecordPage } from '../../components/record/RecordPage.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ClockProvider, stillClock } from '../../components/ui/clock.tsx'
import { ownZone } from '../../components/ui/time.ts'
import { useZone, ZoneNote, ZoneProvider } from '../../components/ui/zone.tsx'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import type { LessonRecord } from '../../lib/record/index.ts'
import type { PanelView } from '../../lib/views/types.ts'

const LONDON = 'Europe/London'
const NEW_YORK = 'America/New_York'
const NOTE = /^Times are the school’s/
const MINUTE = 60_000
/** Ten o'clock in London, nine on this computer, five in New York. */
const TEN = Date.UTC(2026, 6, 1, 9, 0)

const before = process.env['TZ']
beforeAll(() => {
  process.env['TZ'] = 'UTC'
  expect(ownZone()).toBe('UTC')
})
afterAll(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})
afterEach(cleanup)

const nothing = () => undefined
/** A background that takes everything and holds nothing. */
const silent = vi.fn(() => new Promise<never>(nothing)) as unknown as Ask

function lesson(timeZone: string): PanelView {
  const { session }: PanelView = SAMPLES.countdown
  if (session === undefined) throw new Error('The sample has no lesson')
  return {
    ...SAMPLES.countdown,
    now: TEN + 3 * MINUTE,
    timeZone,
    session: { ...session, startedAt: TEN, plannedStartAt: TEN },
    lock: { ...SAMPLES.countdown.lock, state: 'counting', dueAt: TEN + 5 * MINUTE, fromAt: TEN },
    prompts: [],
    log: [{ at: TEN, text: 'The lesson began', tone: 'quiet' }],
  }
}

function panel(view: PanelView) {
  return render(
    <ClockProvider value={stillClock(view.now)}>
      <Panel ask={silent} connected onOptions={nothing} onRecord={nothing} view={view} />
    </ClockProvider>,
  )
}

describe('the panel', () => {
  it.each([
    [LONDON, '10:00', '10:05'],
    [NEW_YORK, '05:00', '05:05'],
    ['UTC', '09:00', '09:05'],
  ])('shows the school’s time: %s', (zone, start, due) => {
    const { container } = panel(lesson(zone))
    expect(container.querySelector('.panel-head')?.textContent).toContain(`since ${start}`)
    expect(screen.getByText(`Locks at ${due}`)).toBeTruthy()
    fireEvent.mouseDown(screen.getByRole('tab', { name: 'Log' }), { button: 0 })
    expect(container.querySelector('.log time')?.textContent).toBe(`${start}:00`)
  })
  it('says once that it is not the computer’s, and only then', () => {
    panel(lesson(NEW_YORK))
    expect(screen.getAllByText(NOTE).map((one) => one.textContent)).toEqual([
      'Times are the school’s (America/New York), not this computer’s.',
    ])
    cleanup()
    panel(lesson('UTC'))
    expect(screen.queryByText(NOTE)).toBeNull()
  })
  it.each([
    ['the start that it proposes just before midnight', [23, 57], '00:00', [24, 0]],
    ['a start before midnight that is typed just after it', [24, 1], '23:55', [23, 55]],
  ] as const)('means by %s the nearest one', async (_, [hour, minute], typed, start) => {
    const asked: unknown[] = []
    const ask = ((kind: string, payload: unknown) => {
      asked.push([kind, payload])
      return Promise.resolve(null)
    }) as unknown as Ask
    const now = Date.UTC(2026, 10, 20, hour, minute)
    render(
      <ChooseClass
        ask={ask}
        onOptions={nothing}
        view={{ ...SAMPLES.none, now, timeZone: LONDON }}
      />,
    )
    fireEvent.change(screen.getByLabelText('Planned start'), { target: { value: typed } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this class' }))
    await waitFor(() => expect(asked).toHaveLength(1))
    const plannedStartAt = Date.UTC(2026, 10, 20, ...start)
    expect(asked[0]).toEqual(['chooseClass', expect.objectContaining({ plannedStartAt })])
  })
  it('means the day that it is by a start that is typed in a panel that was opened the day before', async () => {
    const asked: unknown[] = []
    const ask = ((kind: string, payload: unknown) => {
      asked.push([kind, payload])
      return Promise.resolve(null)
    }) as unknown as Ask
    const form = (now: number) => (
      <ChooseClass
        ask={ask}
        onOptions={nothing}
        view={{ ...SAMPLES.none, now, timeZone: LONDON }}
      />
    )
    const { rerender } = render(form(Date.UTC(2026, 10, 20, 15)))
    rerender(form(Date.UTC(2026, 10, 21, 9)))
    fireEvent.change(screen.getByLabelText('Planned start'), { target: { value: '09:30' } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this class' }))
    await waitFor(() => expect(asked).toHaveLength(1))
    const plannedStartAt = Date.UTC(2026, 10, 21, 9, 30)
    expect(asked[0]).toEqual(['chooseClass', expect.objectContaining({ plannedStartAt })])
  })
  it('takes the planned start by the clock of the rules that are chosen', async () => {
    const asked: unknown[] = []
    const ask = ((kind: string, payload: unknown) => {
      asked.push([kind, payload])
      return Promise.resolve(null)
    }) as unknown as Ask
    const view: PanelView = {
      ...SAMPLES.none,
      now: TEN,
      timeZone: LONDON,
      packId: 'here',
      packs: [
        { id: 'here', schoolName: 'Here', timeZone: LONDON },
        { id: 'there', schoolName: 'There', timeZone: NEW_YORK },
      ],
    }
    render(<ChooseClass ask={ask} onOptions={nothing} view={view} />)
    const start = screen.getByLabelText<HTMLInputElement>('Planned start')
    expect(start.value).toBe('10:00')
    expect(screen.queryByText(/The start is in/)).toBeNull()
    fireEvent.change(screen.getByLabelText('Policy'), { target: { value: 'there' } })
    expect(start.value).toBe('05:00')
    expect(screen.getByText('The start is in America/New York time.')).toBeTruthy()
    fireEvent.change(start, { target: { value: '09:30' } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this class' }))
    await waitFor(() => expect(asked).toHaveLength(1))
    expect(asked[0]).toEqual([
      'chooseClass',
      expect.objectContaining({ packId: 'there', plannedStartAt: Date.UTC(2026, 6, 1, 13, 30) }),
    ])
  })
})

describe('the list of lessons', () => {
  const session = (sessionId: string, more: Partial<SessionSummary>): SessionSummary => ({
    sessionId,
    className: sessionId,
    platform: 'meet',
    code: 'abc-defg-hij',
    timeZone: LONDON,
    startedAt: TEN,
    endedAt: TEN + 45 * MINUTE,
    deleteAt: Date.UTC(2027, 6, 1, 23, 30),
    interrupted: false,
    people: 28,
    ...more,
  })
  it('shows and finds each by its own school’s clock', () => {
    const midnight = Date.UTC(2026, 6, 1, 23, 30)
    render(
      <ZoneProvider value={LONDON}>
        <SessionsList
          now={() => midnight}
          onDelete={async () => undefined}
          onRecords={nothing}
          onWelcome={nothing}
          record={async () => undefined}
          sessions={[
            session('Morning', {}),
            session('Night', { startedAt: midnight, endedAt: midnight + 10 * MINUTE }),
            session('Abroad', { timeZone: NEW_YORK }),
          ]}
        />
      </ZoneProvider>,
    )
    const line = (name: string) => within(screen.getByText(name).closest('li') ?? document.body)
    expect(line('Morning').getByText(/^Wed 1 Jul, 10:00, 45 minutes/)).toBeTruthy()
    expect(line('Morning').getByText('Deleted by itself on 2 July 2027')).toBeTruthy()
    expect(line('Night').getByText(/^Thu 2 Jul, 00:30/)).toBeTruthy()
    expect(line('Abroad').getByText(/^Wed 1 Jul, 05:00/)).toBeTruthy()
    expect(line('Abroad').getByText('Deleted by itself on 1 July 2027')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Find a lesson'), { target: { value: 'thu 2 july' } })
    expect(screen.queryByText('Morning')).toBeNull()
    expect(screen.getByText('Night')).toBeTruthy()
  })
})

/** The same lesson at another time. */
function moved(record: LessonRecord, startedAt: number): LessonRecord {
  const by = startedAt - record.startedAt
  const isMoment = (value: unknown): value is number => typeof value === 'number' && value > 1e12
  return JSON.parse(JSON.stringify(record), (_, value: unknown) =>
    isMoment(value) ? value + by : value,
  ) as LessonRecord
}

describe('the record', () => {
  it('shows the school’s time and names its zone', () => {
    const record = { ...moved(SAMPLE_RECORD, TEN), timeZone: NEW_YORK }
    const { container } = render(
      <RecordPage known={[]} onPrint={nothing} onSave={nothing} record={record} />,
    )
    expect(container.querySelector('.record-when')?.textContent).toBe(
      'Wednesday 1 July 2026, 05:00 to 05:50',
    )
    expect(container.querySelector('.record-foot')?.textContent).toContain(`times in ${NEW_YORK}`)
  })
})

describe('the concern form', () => {
  function Form({ zone, onSave }: { zone: string; onSave: (concern: unknown) => Promise<void> }) {
    const [fields, setFields] = useState({
      ...emptyFields(TEN, zone),
      writer: 'Sara Khan',
      about: 'Dev Shah',
      facts: 'He looked to the side twice.',
    })
    return (
      <ConcernForm
        fields={fields}
        now={() => TEN + 12 * MINUTE}
        onCancel={nothing}
        onFields={setFields}
        onSave={onSave}
      />
    )
  }
  it('shows and takes the school’s time, and says so beside the fields', async () => {
    const onSave = vi.fn(async (_concern: unknown) => undefined)
    render(<Form onSave={onSave} zone={LONDON} />)
    const time = screen.getByLabelText<HTMLInputElement>('Time')
    expect(time.value).toBe('10:00')
    expect(screen.getByText(NOTE)).toBeTruthy()
    fireEvent.change(time, { target: { value: '10:31' } })
    fireEvent.click(screen.getByRole('button', { name: 'Now' }))
    expect(screen.getByLabelText<HTMLInputElement>('Told at').value).toBe('10:12')
    fireEvent.click(screen.getByRole('button', { name: 'Keep this concern' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledTimes(1))
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({
      happenedAt: Date.UTC(2026, 6, 1, 9, 31),
      toldAt: Date.UTC(2026, 6, 1, 9, 12),
      timeZone: LONDON,
    })
  })
  it('says nothing where the clocks are the same', () => {
    render(<Form onSave={async () => undefined} zone="UTC" />)
    expect(screen.queryByText(NOTE)).toBeNull()
  })
})

describe('a page’s zone', () => {
  function Zone() {
    return <p>{useZone()}</p>
  }
  it('can’t be forgotten', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(nothing)
    expect(() => render(<Zone />)).toThrow('No time zone')
    quiet.mockRestore()
  })
  it('is not told where it shows the same time by another name', () => {
    render(<ZoneNote at={Date.UTC(2026, 10, 20)} zone={LONDON} />)
    expect(screen.queryByText(NOTE)).toBeNull()
  })
})
