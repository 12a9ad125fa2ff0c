// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Disclosure } from '../../components/ui/Disclosure.tsx'
import { Said, SaidBeside } from '../../components/ui/Said.tsx'
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

describe('what is said', () => {
  it('has its live line before there are words for it', () => {
    const { rerender } = render(<Said>{''}</Said>)
    const line = screen.getByRole('status')
    expect(line.className).toBe('visually-hidden')
    rerender(<Said className="small strong">Saved.</Said>)
    expect(screen.getByRole('status')).toBe(line)
    expect([line.className, line.textContent]).toEqual(['small strong', 'Saved.'])
  })
  it('stands beside a button without leaving it', () => {
    const { rerender } = render(<SaidBeside>{''}</SaidBeside>)
    const line = screen.getByRole('status')
    rerender(<SaidBeside>Saved.</SaidBeside>)
    expect([line.tagName, line.className, line.textContent]).toEqual(['SPAN', 'small', 'Saved.'])
  })
})

describe('a disclosure', () => {
  it('says whether it is open', () => {
    const onToggle = vi.fn()
    const { rerender } = render(
      <Disclosure onToggle={onToggle} open={false}>
        More
      </Disclosure>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'More', expanded: false }))
    expect(onToggle).toHaveBeenCalledOnce()
    rerender(
      <Disclosure onToggle={onToggle} open>
        More
      </Disclosure>,
    )
    expect(screen.getByRole('button', { expanded: true }).querySelector('.turned')).not.toBeNull()
  })
})
