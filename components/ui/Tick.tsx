import type { ComponentProps, ReactNode } from 'react'

type TickProps = Omit<ComponentProps<'input'>, 'onChange' | 'type'> & {
  onChange: (on: boolean) => void
  children: ReactNode
}

/** A box to tick; the words beside it are its name and can be pressed too. `className` is the whole line's. */
export function Tick({ onChange, children, className, ...rest }: TickProps) {
  return (
    <label className={className === undefined ? 'tick-label' : `tick-label ${className}`}>
      <input
        {...rest}
        className="check"
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      <span>{children}</span>
    </label>
  )
}
