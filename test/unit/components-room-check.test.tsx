// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { SettingsForm } from '../../components/options/SettingsForm.tsx'
import { HealthStrip } from '../../components/panel/HealthStrip.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { schoolOf } from '../../lib/desk/school.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { ManagedSettings } from '../../lib/storage/managed.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import type { PanelView } from '../../lib/views/types.ts'

afterEach(cleanup)

const NO_ROOM_CHECK = 'Your school’s rules have no room check.'
const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /bedrooms/u })

describe('the panel’s switch of the room check', () => {
  const show = (roomCheck: PanelView['roomCheck']) => {
    const ask = vi.fn(() => Promise.resolve(null))
    render(
      <HealthStrip
        ask={ask as unknown as Ask}
        health={SAMPLES.thirty.health}
        roomCheck={roomCheck}
      />,
    )
    return ask
  }
  it('is switched with one click', () => {
    const ask = show({ state: 'on', why: 'On.' })
    fireEvent.click(box())
    expect(ask.mock.calls).toEqual([['setRoomCheck', { on: false }]])
  })
  it('can’t be switched where nobody would look, and has the reason beside it', () => {
    const ask = show({ state: 'off', why: NO_ROOM_CHECK, ruledOut: true })
    expect([box().disabled, box().checked]).toEqual([true, false])
    expect(box().closest('label')?.textContent).toContain(NO_ROOM_CHECK)
    fireEvent.click(box())
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('the settings’ tick for the room check', () => {
  const show = (settings: SchoolSettings, managed: ManagedSettings = {}) =>
    render(
      <SettingsForm
        kept={{ sessions: [], concerns: [] }}
        now={() => 0}
        onLanguage={() => undefined}
        onSave={() => Promise.resolve()}
        school={schoolOf(settings, managed)}
        settings={settings}
      />,
    )
  it('follows the rules that are chosen above it', () => {
    const ownPack = { ...packById('combined'), id: 'own', schoolName: 'Hillside', roomCheck: false }
    show({ ...DEFAULT_SETTINGS, ownPack, packId: 'own' })
    expect([box().disabled, box().checked]).toEqual([true, false])
    expect(box().closest('label')?.textContent).toContain(NO_ROOM_CHECK)
    fireEvent.change(screen.getByLabelText('Video-lesson policy'), {
      target: { value: 'combined' },
    })
    // What was set stands again: the rules had only ruled it out.
    expect([box().disabled, box().checked]).toEqual([false, true])
    expect(box().closest('label')?.textContent).not.toContain(NO_ROOM_CHECK)
  })
  it('is the school’s where that has switched the check off', () => {
    show(DEFAULT_SETTINGS, { featuresOff: ['roomCheck', 'backup'] })
    expect([box().disabled, box().checked]).toEqual([true, false])
    expect(box().closest('label')?.textContent).toContain('Set by your school: no room check')
    screen.getByText('Set by your school: no room check, no backups.')
  })
})
