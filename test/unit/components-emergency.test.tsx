// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { Emergency } from '../../components/panel/Emergency.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { PanelView } from '../../lib/views/types.ts'

configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)

/** The sheet, opened; and what it asks of the background. */
function opened(dsl: PanelView['dsl']) {
  const asked: (readonly [string, unknown])[] = []
  const ask = (async (kind: string, payload: unknown) => {
    asked.push([kind, payload])
    return null
  }) as unknown as Ask
  render(
    <ZoneProvider value="Europe/London">
      <Emergency ask={ask} view={{ ...SAMPLES.thirty, dsl }} />
    </ZoneProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Emergency' }))
  const sheet = within(screen.getByRole('dialog'))
  const field = sheet.getByLabelText<HTMLInputElement>(/^Somebody else/u)
  const told = () => asked.filter(([, payload]) => (payload as { step: string }).step !== 'opened')
  return { sheet, field, told }
}

describe('whoever was told in an emergency', () => {
  it.each([
    ['no contact is set', []],
    ['nobody of the contacts was reached', SAMPLES.thirty.dsl],
  ])('can be written down where %s', async (_, dsl) => {
    const { sheet, field, told } = opened(dsl)
    fireEvent.change(field, { target: { value: ' Jo Bell, school office ' } })
    // Enter in the field is as good as the button beside it.
    const form = field.closest('form')
    if (form === null) throw new Error('The field stands in a form.')
    expect(within(form).getByRole('button', { name: 'I told them' })).toBeTruthy()
    fireEvent.submit(form)
    await sheet.findByText(/^Noted: Jo Bell, school office was told at \d\d:\d\d\.$/u)
    expect(told()).toEqual([['emergency', { step: 'otherTold', note: 'Jo Bell, school office' }]])
    // Something was done: it is no mistake any more, and the concern has who was told.
    expect(sheet.queryByRole('button', { name: 'Opened by mistake' })).toBeNull()
    fireEvent.click(sheet.getByRole('button', { name: 'Write the concern' }))
    expect(screen.getByLabelText<HTMLInputElement>('Who was told (name and role)').value).toBe(
      'Jo Bell, school office',
    )
  })
  it('is asked for by name, and nothing is noted without one', async () => {
    const { sheet, field, told } = opened([])
    const form = field.closest('form')
    if (form !== null) fireEvent.submit(form)
    await sheet.findByText('Please write whom you told.')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(told()).toEqual([])
  })
})
