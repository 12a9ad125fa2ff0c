import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

/** The quiet button over what can be opened and closed; its arrow turns, and a screen reader hears which of the two it is. */
export function Disclosure({
  open,
  onToggle,
  children,
}: {
  open: boolean
  onToggle: () => void
  children: ReactNode
}) {
  return (
    <Button
      aria-expanded={open}
      icon={<ChevronRight aria-hidden className={open ? 'turned' : ''} size={15} />}
      look="quiet"
      onClick={onToggle}
      small
    >
      {children}
    </Button>
  )
}
