// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { daysLoss, type Kept } from '../../components/options/daysLoss.ts'
import { RulesPage } from '../../components/options/RulesPage.tsx'
import { SettingsForm } from '../../components/options/SettingsForm.tsx'
import { schoolOf } from '../../lib/desk/school.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20, 10, 0)
const now = () => NOW
const ago = (days: number) => NOW - days * DAY
/** Two lessons, of 40 and of 10 days ago, one that runs, and a concern of 20 days ago. */
const KEPT: Kept = {
  sessions: [{ endedAt: ago(40) }, { endedAt: ago(10) }, {}],
  concerns: [{ at: ago(20) }],
}
const days = (retentionDays: number, concernDays: number) => ({ retentionDays, concernDays })

afterEach(cleanup)

describe('what fewer days delete', () => {
  it('is nothing where the days are as many or more, or nothing is kept', () => {
    expect(daysLoss(days(365, 30), days(365, 30), KEPT, NOW)).toBeUndefined()
    expect(daysLoss(days(366, 31), days(365, 30), KEPT, NOW)).toBeUndefined()
    expect(daysLoss(days(1, 1), days(365, 30), { sessions: [{}], concerns: [] }, NOW)).toBe(
      undefined,
    )
  })
  it('counts what is too old at the next look, an hour from now at the latest', () => {
    expect(daysLoss(days(36, 30), days(365, 30), KEPT, NOW)).toEqual({
      records: { from: 365, to: 36, gone: 1 },
    })
    expect(daysLoss(days(365, 3), days(365, 30), KEPT, NOW)).toEqual({
      concerns: { from: 30, to: 3, gone: 1 },
    })
    const soon = { sessions: [{ endedAt: ago(36) + 3_000_000 }], concerns: [] }
    expect(daysLoss(days(36, 30), days(365, 30), soon, NOW)?.records?.gone).toBe(1)
    const later = { sessions: [{ endedAt: ago(36) + 4_000_000 }], concerns: [] }
    expect(daysLoss(days(36, 30), days(365, 30), later, NOW)?.records?.gone).toBe(0)
  })
})

describe('the school’s settings', () => {
  const form = () => {
    const onSave = vi.fn(async () => undefined)
    render(
      <SettingsForm
        kept={KEPT}
        now={now}
        onLanguage={() => undefined}
        onSave={onSave}
        school={schoolOf(DEFAULT_SETTINGS, {})}
        settings={DEFAULT_SETTINGS}
      />,
    )
    const type = (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save settings' }))
    return { onSave, type, save }
  }
  it('ask before a missing digit deletes records, and going back saves nothing', async () => {
    const { onSave, type, save } = form()
    type(/Days until a record/, '36')
    save()
    expect((await screen.findByRole('dialog')).textContent).toMatch(
      /kept for 36 days instead of 365\. 1 record would be deleted within the hour\..*can’t be undone/,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Go back' }))
    expect(await screen.findByText('Nothing was saved.')).toBeDefined()
    expect(onSave).not.toHaveBeenCalled()
    save()
    fireEvent.click(await screen.findByRole('button', { name: 'Save and delete' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce())
    expect(onSave.mock.calls).toMatchObject([[{ retentionDays: 36, concernDays: 30 }]])
  })
  it('ask for the days of concerns as well', async () => {
    const { onSave, type, save } = form()
    type(/Days until a concern/, '3')
    save()
    expect((await screen.findByRole('dialog')).textContent).toMatch(
      /Concerns would be kept for 3 days instead of 30\. 1 concern would be deleted/,
    )
    expect(onSave).not.toHaveBeenCalled()
  })
  it('say how long it would be where nothing goes at once', async () => {
    const { type, save } = form()
    type(/Days until a record/, '100')
    save()
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toMatch(/kept for 100 days instead of 365/)
    expect(dialog.textContent).not.toMatch(/deleted within the hour|can’t be undone/)
    expect(screen.getByRole('button', { name: 'Save the shorter time' })).toBeDefined()
  })
  it('ask nothing where the days are as they were, or more', async () => {
    const { onSave, type, save } = form()
    type(/Days until a record/, '400')
    save()
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce())
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the school’s rules', () => {
  it('ask the same before they are saved', async () => {
    const onStore = vi.fn(async () => undefined)
    render(
      <RulesPage
        kept={KEPT}
        now={now}
        onSave={() => undefined}
        onStore={onStore}
        school={schoolOf(DEFAULT_SETTINGS, {})}
        stored={DEFAULT_SETTINGS}
      />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Change a copy of these rules' }))
    fireEvent.change(screen.getByDisplayValue('365'), { target: { value: '36' } })
    const save = () =>
      fireEvent.click(screen.getByRole('button', { name: 'Save and use these rules' }))
    save()
    expect((await screen.findByRole('dialog')).textContent).toMatch(
      /1 record would be deleted within the hour/,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Go back' }))
    expect(await screen.findByText('Nothing was saved.')).toBeDefined()
    expect(onStore).not.toHaveBeenCalled()
    save()
    fireEvent.click(await screen.findByRole('button', { name: 'Save and delete' }))
    await waitFor(() => expect(onStore).toHaveBeenCalledOnce())
    expect(onStore.mock.calls).toMatchObject([[{ retentionDays: 36 }]])
  })
})
