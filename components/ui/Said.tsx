import type { ComponentProps } from 'react'

/**
 * The line that says what came of a press. It is in the page before there is anything to say: a screen reader reads out what changes in a
 * live line, not one that comes with its words. Empty it is out of sight. `className` is how the words look.
 */
export function Said({
  children,
  className = 'small',
  ...rest
}: Omit<ComponentProps<'p'>, 'children' | 'role'> & { children: string }) {
  return (
    <p {...rest} className={children === '' ? 'visually-hidden' : className} role="status">
      {children}
    </p>
  )
}

/** The same in a row, beside the button that was pressed: empty it takes no room there. */
export function SaidBeside({ children }: { children: string }) {
  return (
    <span className="small" role="status">
      {children}
    </span>
  )
}
