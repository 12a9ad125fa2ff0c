import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { SavedConcern } from '../../lib/concern/types.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tParts } from '../../lib/words/say.ts'
import { ConcernForm } from '../concern/ConcernForm.tsx'
import { ConcernSheet } from '../concern/ConcernSheet.tsx'
import type { ConcernFields } from '../concern/draft.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'

/** The concern form over the panel. What is typed stays when it is closed, until it is kept or the panel goes. */
export function WriteConcern({
  view,
  ask,
  fields,
  onFields,
  onPrint,
  onClose,
}: {
  view: PanelView
  ask: Ask
  /** Absent: closed. */
  fields: ConcernFields | undefined
  onFields: (fields: ConcernFields) => void
  /** Opens a kept one to print it; absent where that can't be. */
  onPrint?: ((ref: string) => void) | undefined
  /** `kept`: what was typed is on disk now. */
  onClose: (kept: boolean) => void
}) {
  const [kept, setKept] = useState<SavedConcern>()
  const close = () => {
    setKept(undefined)
    onClose(kept !== undefined)
  }
  return (
    <Sheet onClose={close} open={fields !== undefined} title={t('A concern')}>
      {kept !== undefined && (
        <>
          <p role="status">
            {tParts(keptWords(kept), {
              ref: (
                <span className="strong" key="ref">
                  {kept.ref}
                </span>
              ),
            })}
          </p>
          <ConcernSheet concern={kept} />
          <div className="row">
            {onPrint !== undefined && (
              <Button icon={<Printer aria-hidden size={16} />} onClick={() => onPrint(kept.ref)}>
                {t('Open to print or save as PDF')}
              </Button>
            )}
            <Button look="primary" onClick={close}>
              {t('Close')}
            </Button>
          </div>
        </>
      )}
      {fields !== undefined && kept === undefined && (
        <ConcernForm
          fields={fields}
          now={Date.now}
          onCancel={close}
          onFields={onFields}
          onSave={async (concern) => setKept(await ask('saveConcern', { concern }))}
          people={view.people
            .filter(
              (one) => one.kind === 'pupil' || one.kind === 'guardian' || one.kind === 'staff',
            )
            .map((one) => one.name)}
        />
      )}
    </Sheet>
  )
}

/** That it is kept, and which record has its reference: she relies on the link being there when the lesson is looked into. */
function keptWords({ sessionId, notInRecord }: SavedConcern) {
  if (sessionId === undefined)
    return 'Kept as {ref}. It is of no lesson here, so no record has this reference. You find it again under Concerns in the settings.'
  return notInRecord === true
    ? 'Kept as {ref}. The lesson’s record could not take this reference: please write it down with what you keep of the lesson. You find it again under Concerns in the settings.'
    : 'Kept as {ref}. The lesson’s record has only this reference. You find it again under Concerns in the settings.'
}
