import { t } from '../../lib/words/say.ts'
import { TryAgain } from './TryAgain.tsx'

/** What this page needs could not be read from the computer; nothing of it is lost, and it can be tried again. */
export function NotRead({ onAgain }: { onAgain: () => void }) {
  return (
    <TryAgain onAgain={onAgain} role="status">
      {t('What is stored could not be read.')}
    </TryAgain>
  )
}
