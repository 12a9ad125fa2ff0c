import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import { failureWords } from '../../lib/words/inWords.ts'
import { t, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { clockTime, shortDate } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { sourceWords } from './importing.ts'

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
  const zone = useZone()
  const [failed, setFailed] = useState('')
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await onUndo()
      setFailed('')
    } catch (failure) {
      setFailed(
        failureWords(failure, t('That did not work. Nothing was changed; please try again.')),
      )
    }
    setBusy(false)
  }
  const when = `${shortDate(undo.at, zone)}, ${clockTime(undo.at, zone)}`
  const file = (
    <bdi className="strong" key="file">
      {sourceWords(undo.source)}
    </bdi>
  )
  const until = { date: shortDate(undo.keptUntil, zone) }
  return (
    <div className="notice tone-quiet undo-notice">
      <p className="grow" role="status">
        {undo.undone
          ? tParts('The import of {file} ({when}) was undone.', { file, when })
          : tParts('Imported from {file} {when}.', { file, when })}{' '}
        <span className="soft">
          {undo.undone
            ? t('It can be brought back until {date}.', until)
            : t('How it was before is kept until {date} or the next import.', until)}
        </span>
        {failed !== '' && <span className="ink-alarm"> {failed}</span>}
      </p>
      <Button
        disabled={disabled || busy}
        icon={<Undo2 aria-hidden size={15} />}
        onClick={() => void go()}
        small
      >
        {undo.undone ? t('Bring the import back') : t('Undo the import')}
      </Button>
    </div>
  )
}
