import { useState, type ReactNode } from 'react'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { daysLoss, type Days, type DaysLoss, type Kept } from './daysLoss.ts'

/** Asks before a shorter time is saved by which something that is kept would go. `dialog` has to be drawn somewhere in the page. */
export function useAskLoss(
  kept: Kept,
  now: () => number,
): {
  /** True at once where nothing would go, else what the teacher answers. */
  readonly mayBe: (next: Days, before: Days) => Promise<boolean>
  readonly dialog: ReactNode
} {
  const [asked, setAsked] = useState<{ loss: DaysLoss; answer: (yes: boolean) => void }>()
  const mayBe = (next: Days, before: Days) => {
    const loss = daysLoss(next, before, kept, now())
    if (loss === undefined) return Promise.resolve(true)
    return new Promise<boolean>((resolve) => {
      setAsked({
        loss,
        answer: (yes) => {
          setAsked(undefined)
          resolve(yes)
        },
      })
    })
  }
  return { mayBe, dialog: asked && <AskLoss {...asked} /> }
}

function AskLoss({ loss, answer }: { loss: DaysLoss; answer: (yes: boolean) => void }) {
  const { records, concerns } = loss
  const gone = (records?.gone ?? 0) + (concerns?.gone ?? 0)
  return (
    <Sheet onClose={() => answer(false)} open title={t('Keep it for a shorter time?')}>
      {records !== undefined && (
        <p>
          {tn(
            'Records would be kept for {n} day instead of {days}.|Records would be kept for {n} days instead of {days}.',
            records.to,
            { days: records.from },
          )}{' '}
          {records.gone > 0 && <span className="strong">{recordsGone(records.gone)}</span>}
        </p>
      )}
      {concerns !== undefined && (
        <p>
          {tn(
            'Concerns would be kept for {n} day instead of {days}.|Concerns would be kept for {n} days instead of {days}.',
            concerns.to,
            { days: concerns.from },
          )}{' '}
          {concerns.gone > 0 && (
            <span className="strong">
              {tn(
                '{n} concern would be deleted within the hour.|{n} concerns would be deleted within the hour.',
                concerns.gone,
              )}
            </span>
          )}
        </p>
      )}
      {gone > 0 && (
        <p>{t('This can’t be undone. What the school still needs can be exported first.')}</p>
      )}
      <div className="row">
        <Button look="danger" onClick={() => answer(true)}>
          {gone > 0 ? t('Save and delete') : t('Save the shorter time')}
        </Button>
        <Button onClick={() => answer(false)}>{t('Go back')}</Button>
      </div>
    </Sheet>
  )
}

/** Said wherever fewer days delete lessons: in the forms, and of a file of rules. */
export function recordsGone(count: number): string {
  return tn(
    '{n} record would be deleted within the hour.|{n} records would be deleted within the hour.',
    count,
  )
}
