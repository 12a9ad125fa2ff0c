import { t, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'

/** A file that is being read: how far, and a way out. */
export function ReadingProgress({
  name,
  done,
  onCancel,
}: {
  name: string
  /** From 0 to 1. */
  done: number
  onCancel: () => void
}) {
  const percent = Math.round(done * 100)
  return (
    <div className="stack-tight reading">
      <p role="status">
        {tParts('Reading {file}…', {
          file: (
            <bdi className="strong" key="file">
              {name}
            </bdi>
          ),
        })}
      </p>
      <div className="row">
        <progress
          aria-label={t('Reading {file}', { file: name })}
          className="grow"
          max={100}
          value={percent}
        />
        <span aria-hidden className="number small">
          {percent} %
        </span>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </div>
  )
}
