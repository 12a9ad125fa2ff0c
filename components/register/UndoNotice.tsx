import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import { Button } from '../ui/Button.tsx'
import { clockTime, shortDate } from '../ui/time.ts'

/** The last import of a class and the way back from it, and back again. */
export function UndoNotice({
  undo,
  disabled,
  onUndo,
}: {
  undo: ImportUndo
  /** While something is typed that is not saved, going back would take it along. */
  disabled: boolean
  onUndo: () => Promise<void>
}) {
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await onUndo()
      setFailed(false)
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  const when = `${shortDate(undo.at)}, ${clockTime(undo.at)}`
  return (
    <div className="notice tone-quiet undo-notice">
      <p className="grow" role="status">
        {undo.undone ? 'The import of ' : 'Imported from '}
        <bdi className="strong">{undo.source}</bdi> {undo.undone ? `(${when}) was undone` : when}.{' '}
        <span className="soft">
          {undo.undone
            ? `It can be brought back until ${shortDate(undo.keptUntil)}.`
            : `How it was before is kept until ${shortDate(undo.keptUntil)} or the next import.`}
        </span>
        {failed && (
          <span className="ink-alarm">
            {' '}
            That did not work. Nothing was changed; please try again.
          </span>
        )}
      </p>
      <Button
        disabled={disabled || busy}
        icon={<Undo2 aria-hidden size={15} />}
        onClick={() => void go()}
        small
      >
        {undo.undone ? 'Bring the import back' : 'Undo the import'}
      </Button>
    </div>
  )
}
