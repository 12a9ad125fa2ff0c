import { t } from '../../lib/words/say.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** What this page needs could not be read from the computer; nothing of it is lost, and it can be tried again. */
export function NotRead({ onAgain }: { onAgain: () => void }) {
  return (
    <Notice
      action={
        <Button onClick={onAgain} small>
          {t('Try again')}
        </Button>
      }
      role="status"
      tone="alarm"
    >
      {t('What is stored could not be read.')}
    </Notice>
  )
}
