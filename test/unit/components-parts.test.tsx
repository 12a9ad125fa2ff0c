// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Tick } from '../../components/ui/Tick.tsx'

afterEach(cleanup)

describe('a tick', () => {
  it('is called by the words beside it and says what it is now', () => {
    const onChange = vi.fn()
    render(
      <Tick checked={false} onChange={onChange}>
        Initials
      </Tick>,
    )
    fireEvent.click(screen.getByText('Initials'))
    expect(onChange.mock.calls).toEqual([[true]])
    expect(screen.getByRole('checkbox', { name: 'Initials' }).className).toBe('check')
  })
  it('takes a class for the whole line and the rest for its box', () => {
    const { container } = render(
      <Tick aria-describedby="more" className="small" disabled onChange={() => undefined}>
        Set by your school
      </Tick>,
    )
    expect(container.querySelector('label')?.className).toBe('tick-label small')
    const box = screen.getByRole<HTMLInputElement>('checkbox')
    expect(box.disabled).toBe(true)
    expect(box.getAttribute('aria-describedby')).toBe('more')
  })
})
