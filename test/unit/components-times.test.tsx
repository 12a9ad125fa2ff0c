// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { deletionWords } from '../../components/options/deletionWords.ts'
import { SessionsList } from '../../components/options/SessionsList.tsx'
import { LogList } from '../../components/panel/LogList.tsx'
import { PastSessions } from '../../components/panel/PastSessions.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { SessionSummary } from '../../lib/bus/protocol.ts'

// What an earlier version took from a backup may still be stored: one lesson must not blank the page with all the others.

afterEach(cleanup)

const LONDON = 'Europe/London'
const NOON = Date.UTC(2026, 10, 9, 12)
const nothing = () => undefined
const lesson = (sessionId: string, at: number): SessionSummary => ({
  sessionId,
  className: sessionId,
  platform: 'meet',
  code: 'abc-defg-hij',
  timeZone: LONDON,
  startedAt: at,
  endedAt: at,
  deleteAt: at,
  interrupted: false,
  people: 28,
})
const SESSIONS = [
  lesson('Year 4', NOON),
  lesson('Too late', 1e300),
  lesson('Too early', -1e300),
  lesson('Just too late', 8.64e15 + 1),
  lesson('Never', Number.NaN),
]

describe('a lesson of a time that no calendar has', () => {
  it('is in the panel’s list beside the others', async () => {
    const ask = (() => Promise.resolve(SESSIONS)) as unknown as Ask
    render(<PastSessions ask={ask} fresh="" onRecord={nothing} />)
    for (const { className } of SESSIONS) expect(await screen.findByText(className)).toBeTruthy()
  })
  it('is in the settings’ list beside the others', () => {
    render(
      <ZoneProvider value={LONDON}>
        <SessionsList
          now={() => NOON}
          onDelete={async () => undefined}
          onRecords={nothing}
          onWelcome={nothing}
          record={async () => undefined}
          sessions={SESSIONS}
        />
      </ZoneProvider>,
    )
    for (const { className } of SESSIONS) expect(screen.getByText(className)).toBeTruthy()
  })
  it('does not stop the log', () => {
    const log = [1e300, NOON].map((at) => ({ at, text: `At ${at}`, tone: 'quiet' as const }))
    render(
      <ZoneProvider value={LONDON}>
        <LogList ask={nothing as unknown as Ask} log={log} running={false} />
      </ZoneProvider>,
    )
    expect(screen.getAllByText(/^At /u)).toHaveLength(2)
  })
  it('is deleted on a day that can be said', () => {
    for (const at of [1e300, 8.64e15])
      expect(deletionWords(at, NOON, LONDON).words).toMatch(/^Deleted by itself on \d/u)
  })
})
