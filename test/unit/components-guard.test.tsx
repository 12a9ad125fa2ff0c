// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mountPage } from '../../components/ui/mountPage.tsx'
import { PageGuard } from '../../components/ui/PageGuard.tsx'

vi.mock('../../lib/bus/browser.ts', () => ({
  browser: { storage: { local: { get: async () => ({}) } } },
}))

const SAID = /^This page could not be shown\. Nothing was deleted/u

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** Can't be drawn, from the press on. */
function Fragile({ broken = false }: { broken?: boolean }) {
  const [is, setIs] = useState(broken)
  if (is) throw new RangeError('Invalid time value')
  return <button onClick={() => setIs(true)}>A lesson</button>
}

describe('a page that can’t be drawn', () => {
  it('says so, also when it happens later, and can be tried again', () => {
    const onAgain = vi.fn()
    render(
      <PageGuard onAgain={onAgain}>
        <p>Past lessons</p>
        <Fragile />
      </PageGuard>,
    )
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.click(screen.getByText('A lesson'))
    expect(screen.queryByText('Past lessons')).toBeNull()
    expect(screen.getByText(SAID)).toBeTruthy()
    expect(screen.getByRole('alert')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onAgain).toHaveBeenCalledOnce()
  })
})

describe('every page of ours', () => {
  const mounted = async (make: () => ReactNode) => {
    const root = document.createElement('div')
    root.id = 'root'
    document.body.append(root)
    await act(async () => {
      mountPage(make)
      // The settings are read first.
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
    return root
  }
  it('is shown where it can be', async () => {
    expect((await mounted(() => <p>Past lessons</p>)).textContent).toBe('Past lessons')
  })
  it('says in its place that it could not be drawn', async () => {
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
    const root = await mounted(() => <Fragile broken />)
    expect(root.textContent).toMatch(/This page could not be shown/u)
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(reload).toHaveBeenCalledOnce()
  })
  it('says so too where it could not even be made', async () => {
    const root = await mounted(() => {
      throw new Error('No lesson')
    })
    expect(root.textContent).toMatch(/This page could not be shown/u)
  })
})
