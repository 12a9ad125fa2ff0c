import type { ReactNode } from 'react'
import type { PersonTone } from '../../lib/views/types.ts'

/**
 * What the reader should know before going on, in the tone of how much it matters. `role="status"` where it comes by itself; an alarm
 * that interrupts (`alert`) is for the panel's announcer, for a file that somebody gave and that can't be taken, and for a page that is
 * gone.
 */
export function Notice({
  tone,
  icon,
  action,
  role,
  children,
}: {
  tone: PersonTone
  icon?: ReactNode
  /** What can be done about it, at the end of the line. */
  action?: ReactNode
  role?: 'status' | 'alert'
  children: ReactNode
}) {
  return (
    <p className={`notice tone-${tone}`} role={role}>
      {icon}
      {icon === undefined && action === undefined ? (
        children
      ) : (
        <span className={action === undefined ? undefined : 'grow'}>{children}</span>
      )}
      {action}
    </p>
  )
}
