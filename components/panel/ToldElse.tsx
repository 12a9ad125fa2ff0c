import { useState } from 'react'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { NoteField } from './NoteField.tsx'

/**
 * Somebody was told who is none of the contacts: the office, a colleague, an answering machine. Without it nothing that she does where no
 * contact is set, or none is reached, could ever be written down.
 */
export function ToldElse({ busy, onTold }: { busy: boolean; onTold: (who: string) => void }) {
  const [said, setSaid] = useState('')
  return (
    <NoteField
      beside
      buttons={() => (
        <Button disabled={busy} small type="submit">
          {t('I told them')}
        </Button>
      )}
      label={t('Somebody else, or a message left: name and role')}
      onSend={(who) => {
        setSaid(who === '' ? t('Please write whom you told.') : '')
        if (who !== '' && !busy) onTold(who)
      }}
      said={said}
    />
  )
}
