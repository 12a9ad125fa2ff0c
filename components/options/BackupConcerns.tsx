import { useId } from 'react'
import { t, tn } from '../../lib/words/say.ts'
import { Tick } from '../ui/Tick.tsx'
import { chosenWords } from './backupWords.ts'

/**
 * Whether concerns go into this backup. Not unless she ticks it: most are in the school's own system by then, and a file is outside the
 * days after which they are deleted here. How many are left out is always said, so that nobody counts on what is not there.
 */
export function BackupConcerns({
  count,
  days,
  chosen,
  onChoose,
}: {
  /** How many are kept here. */
  count: number
  /** Kept here for so many days. */
  days: number
  chosen: boolean
  onChoose: (chosen: boolean) => void
}) {
  const id = useId()
  return (
    <div className="backup-concerns">
      <Tick aria-describedby={id} checked={chosen} onChange={onChoose}>
        {t('Concern notes too')}
      </Tick>
      <div className="small" id={id}>
        <p className="soft">
          {tn(
            'They hold a child’s own words and belong in your school’s own system; this is for those that are not there yet. Here they are deleted after {n} day, but not in the file: keep it where safeguarding notes may be kept, and delete it in time.|They hold a child’s own words and belong in your school’s own system; this is for those that are not there yet. Here they are deleted after {n} days, but not in the file: keep it where safeguarding notes may be kept, and delete it in time.',
            days,
          )}
        </p>
        <p>{chosenWords(count, chosen)}</p>
      </div>
    </div>
  )
}
