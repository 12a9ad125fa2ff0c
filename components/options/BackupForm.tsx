import type { ReactNode } from 'react'
import { failureWords } from '../../lib/words/inWords.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { useDoing } from '../ui/useDoing.ts'

const NOTHING: readonly string[] = []

/** A card with one task that takes a while: what is asked for it, its button, and what came of it, line by line. */
export function BackupForm({
  icon,
  title,
  action,
  working,
  failed,
  run,
  children,
}: {
  icon: ReactNode
  title: string
  /** The words of the button. */
  action: string
  /** Said while it works. */
  working: string
  /** Said before the reason where it did not work: what is not changed by that. */
  failed: string
  /** What there is to say afterwards, also where something is missing to begin with. Rejects with the reason in words. */
  run: () => Promise<readonly string[]>
  children: ReactNode
}) {
  const { busy, said, run: doing } = useDoing(NOTHING)
  const submit = () =>
    doing(run, (failure) => [`${failed} ${failureWords(failure, t('Please try again.'))}`], [
      working,
    ])
  return (
    <form
      autoComplete="off"
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className="card-title">
        {icon} {title}
      </h3>
      {children}
      <div>
        <Button disabled={busy} type="submit">
          {action}
        </Button>
      </div>
      <div className={said.length === 0 ? 'visually-hidden' : 'small'} role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  )
}
