// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { NOW } from '../../components/gallery/sampleClock.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { emptyFields } from '../../components/concern/draft.ts'
import { concernStart, stepsFrom } from '../../components/panel/concernStart.ts'
import { WriteConcern } from '../../components/panel/WriteConcern.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { SavedConcern } from '../../lib/concern/types.ts'
import type { PanelView } from '../../lib/views/types.ts'

configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)

const { session } = SAMPLES.thirty
if (session === undefined) throw new Error('The sample has a lesson.')
const { sessionId } = session

describe('the lesson that a concern names', () => {
  const greenRoom: PanelView = {
    ...SAMPLES.thirty,
    phase: 'before',
    session: { ...session, sessionId: 'preview', code: 'xyz-xyz-xyz' },
  }
  it('is the one that runs or is over, and none that is only prepared', () => {
    expect(concernStart(SAMPLES.thirty, NOW).sessionId).toBe(sessionId)
    expect(concernStart(SAMPLES.after, NOW).sessionId).toBe(SAMPLES.after.session?.sessionId)
    expect(concernStart(greenRoom, NOW).sessionId).toBeUndefined()
  })
  it('is the one in which the emergency was opened, also where its end led to another page', () => {
    const fields = concernStart(greenRoom, NOW, stepsFrom(SAMPLES.thirty, NOW))
    expect(fields.sessionId).toBe(sessionId)
    expect(fields.where).toContain('abc-defg-hij')
    expect(concernStart(greenRoom, NOW, stepsFrom(greenRoom, NOW)).sessionId).toBeUndefined()
  })
})

describe('a concern that is kept', () => {
  const kept = async (more: { sessionId?: string; notInRecord?: true }) => {
    const { notInRecord, ...draft } = more
    const ask = (async (_kind: string, { concern }: { concern: SavedConcern }) => ({
      ...concern,
      ref: 'C-20261109-1003-1',
      at: NOW,
      ...(notInRecord === undefined ? {} : { notInRecord }),
    })) as unknown as Ask
    function Form() {
      const [fields, setFields] = useState({
        ...emptyFields(NOW, 'Europe/London'),
        writer: 'Ms Khan, teacher',
        about: 'Dev Shah',
        facts: 'Said that he is tired.',
        ...draft,
      })
      return (
        <ZoneProvider value="Europe/London">
          <WriteConcern
            ask={ask}
            fields={fields}
            onClose={() => undefined}
            onFields={setFields}
            view={SAMPLES.thirty}
          />
        </ZoneProvider>
      )
    }
    render(<Form />)
    fireEvent.click(screen.getByRole('button', { name: 'Keep this concern' }))
    return (await screen.findByText(/^Kept as/u)).textContent
  }
  it('is said to be in the lesson’s record where it is', async () => {
    expect(await kept({ sessionId })).toContain('The lesson’s record has only this reference.')
  })
  it('is not said to be in one that could not take it', async () => {
    const said = await kept({ sessionId, notInRecord: true })
    expect(said).toContain('could not take this reference')
    expect(said).not.toContain('has only this')
  })
  it('is said to be in none where it is of no lesson', async () => {
    expect(await kept({})).toContain('no record has this reference')
  })
})
