// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { UndoNotice } from '../../components/register/UndoNotice.tsx'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import { InWords } from '../../lib/words/inWords.ts'
import { formatPack } from '../../lib/platforms/pack.ts'
import { MEET_PACK } from '../../lib/platforms/meet/index.ts'
import { deskAt, meetingTab, nextView, T0 } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'
import { observation, participant } from '../support/observe.ts'

afterEach(cleanup)

/** What a page shows as it is; of any other failure it says only that there was one. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  const failure = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(failure).toBeInstanceOf(InWords)
  return failure instanceof InWords ? failure.message : ''
}

describe('a door of the background that says no for a reason', () => {
  it('gives it in words: a lesson that still runs is not deleted', async () => {
    const { desk } = deskAt()
    await meetingTab(desk).observe(observation([participant('p1', 'Ms Khan', { isSelf: true })]))
    const sessionId = (await nextView(desk)).session?.sessionId ?? ''
    expect(await refusal(desk.fromPage('deleteSession', { sessionId }))).toBe(
      'This lesson is still running. End it first.',
    )
  })
  it('a backup where the school wants none', async () => {
    const { desk } = deskAt(T0, memoryJournal(), undefined, { featuresOff: ['backup'] })
    const asked = { passphrase: 'correct horse battery staple', concerns: false }
    expect(await refusal(desk.fromPage('backUp', asked))).toMatch(/^Set by your school: no backup/u)
  })
  it('a pack that can’t be used, and one where the school has set its own', async () => {
    const { desk } = deskAt()
    const bad = { platform: 'meet', name: 'x', text: '{}' } as const
    expect(await refusal(desk.fromPage('saveLooks', bad))).toMatch(/^This pack can’t be used/u)
    const school = { meet: formatPack({ ...MEET_PACK, asOf: '2099-01-01' }) }
    const set = deskAt(T0, memoryJournal(), memoryLooks(school)).desk
    expect(await refusal(set.fromPage('resetLooks', { platform: 'meet' }))).toMatch(/^Your school/u)
  })
  it('a pack to be tried that is none', async () => {
    const { desk } = deskAt()
    meetingTab(desk)
    const tried = { platform: 'meet', text: '{}' } as const
    expect(await refusal(desk.fromPage('inspect', { report: false, tried }))).toMatch(
      /^This pack can’t be tried/u,
    )
  })
})

describe('the page that asked', () => {
  const NO_LONGER = 'This import can no longer be undone.'
  const press = (failure: Error) => {
    const undo = { registerId: 'y4', source: 'a.csv', at: T0, keptUntil: T0 + 1, undone: false }
    render(
      <ZoneProvider value="Europe/London">
        <UndoNotice disabled={false} onUndo={() => Promise.reject(failure)} undo={undo} />
      </ZoneProvider>,
    )
    fireEvent.click(screen.getByRole('button'))
  }
  it('says the reason where there is one in words', async () => {
    press(new InWords(NO_LONGER))
    expect(await screen.findByText(NO_LONGER)).toBeTruthy()
    expect(screen.queryByText(/please try again/u)).toBeNull()
  })
  it('says nothing that is no sentence for a teacher', async () => {
    press(new Error('QuotaExceededError'))
    expect(await screen.findByText(/please try again/u)).toBeTruthy()
    expect(screen.queryByText(/Quota/u)).toBeNull()
  })
})
