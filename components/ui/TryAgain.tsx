import type { ReactNode } from 'react'
import { t } from '../../lib/words/say.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** Something did not come about, nothing of it is lost, and it can be tried again. `alert` only where nothing else is on the page. */
export function TryAgain({
  role,
  onAgain,
  children,
}: {
  role: 'status' | 'alert'
  onAgain: () => void
  children: ReactNode
}) {
  return (
    <Notice
      action={
        <Button onClick={onAgain} small>
          {t('Try again')}
        </Button>
      }
      role={role}
      tone="alarm"
    >
      {children}
    </Notice>
  )
}
