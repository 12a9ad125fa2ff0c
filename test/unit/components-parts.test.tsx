// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Card } from '../../components/ui/Card.tsx'
import { ChoiceField } from '../../components/ui/ChoiceField.tsx'
import { Disclosure } from '../../components/ui/Disclosure.tsx'
import { Field } from '../../components/ui/Field.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { Said, SaidBeside } from '../../components/ui/Said.tsx'
import { TextField } from '../../components/ui/TextField.tsx'
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

describe('a field', () => {
  /** What a screen reader says of a control after its name. */
  const said = (control: Element) =>
    (control.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => document.getElementById(id)?.textContent)

  it('is called by its label and gives what is typed', () => {
    const onChange = vi.fn()
    render(<TextField className="wide" label="Name" onChange={onChange} required value="" />)
    const input = screen.getByLabelText<HTMLInputElement>('Name')
    fireEvent.change(input, { target: { value: 'Khan' } })
    expect(onChange.mock.calls).toEqual([['Khan']])
    expect(input.required).toBe(true)
    expect(input.parentElement?.className).toBe('field wide')
    expect([said(input), input.getAttribute('aria-invalid')]).toEqual([[], null])
  })
  it('says its hint and its problem, the problem first', () => {
    render(
      <TextField
        hint="From 1 to 365."
        label="Days"
        onChange={() => undefined}
        problem="Too many."
      />,
    )
    const input = screen.getByLabelText('Days')
    expect(said(input)).toEqual(['Too many.', 'From 1 to 365.'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })
  it('can be wrong without words of its own', () => {
    const { rerender } = render(<TextField invalid label="Days" onChange={() => undefined} />)
    const input = screen.getByLabelText('Days')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    rerender(<TextField invalid={false} label="Days" onChange={() => undefined} />)
    expect(input.getAttribute('aria-invalid')).toBe('false')
  })
  it('has options, or any other control', () => {
    const onChange = vi.fn()
    render(
      <>
        <ChoiceField id="class" label="Class" onChange={onChange} value="4">
          <option value="4">Year 4</option>
          <option value="5">Year 5</option>
        </ChoiceField>
        <Field hint="One a line." label="Names">
          {(control) => <textarea {...control} rows={2} />}
        </Field>
      </>,
    )
    const choice = screen.getByLabelText('Class')
    fireEvent.change(choice, { target: { value: '5' } })
    expect([choice.id, onChange.mock.calls]).toEqual(['class', [['5']]])
    expect(said(screen.getByLabelText('Names'))).toEqual(['One a line.'])
  })
})

describe('a notice', () => {
  it('is only its words where there is nothing beside them', () => {
    const { container } = render(<Notice tone="ok">You are ready.</Notice>)
    expect(container.innerHTML).toBe('<p class="notice tone-ok">You are ready.</p>')
  })
  it('has its icon before the words and what can be done after them', () => {
    const { container } = render(
      <Notice action={<button>Try again</button>} icon={<svg />} role="status" tone="alarm">
        It could not be read.
      </Notice>,
    )
    expect(container.innerHTML).toBe(
      '<p class="notice tone-alarm" role="status"><svg></svg><span class="grow">It could not be read.</span><button>Try again</button></p>',
    )
  })
})

describe('a card', () => {
  it('has its title at the level it is given', () => {
    const { container } = render(
      <>
        <Card title="School">Name</Card>
        <Card aria-label="Log" className="wide" level={2} title="What happened">
          Nothing
        </Card>
      </>,
    )
    expect(container.innerHTML).toBe(
      '<section class="card"><h3 class="card-title">School</h3>Name</section>' +
        '<section aria-label="Log" class="card wide"><h2 class="card-title">What happened</h2>Nothing</section>',
    )
  })
})
