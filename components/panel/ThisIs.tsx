import { Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { CandidateView, PersonRow } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { shownName } from '../ui/Name.tsx'
import { PickPerson } from './PickPerson.tsx'
import type { Asked } from './useAsked.ts'

/** The teacher's word on a name: who it is, an expected visitor, or the last word taken back. */
export function ThisIs({
  of,
  id,
  shown,
  registerId,
  ask,
  asked,
}: {
  of: {
    readonly candidates: readonly CandidateView[]
    readonly kind: PersonRow['kind']
    readonly said?: string | undefined
    readonly certainId?: string | undefined
  }
  /** Participant id or key of the knock. */
  id: string
  shown: string
  registerId: string | undefined
  ask: Ask
  asked: Asked
}) {
  const [choosing, setChoosing] = useState(false)
  const fix = ({ personId, name, also = [] }: CandidateView) =>
    asked.run(async () => {
      await ask('fixMatch', {
        shown,
        id,
        registerPersonId: personId,
        ...(also.length === 0 ? {} : { also }),
      })
      setChoosing(false)
      return t('Noted: this is {name}. The name is remembered for the next lesson.', {
        name: shownName(name),
      })
    })
  const known = of.certainId !== undefined
  return (
    <div className="stack-tight">
      {of.said !== undefined && (
        <div className="row small">
          <span className="grow strong">{of.said}</span>
          <Button
            disabled={asked.busy}
            icon={<Undo2 aria-hidden size={14} />}
            onClick={() =>
              asked.run(async () => {
                await ask('undoChoice', { shown })
                return t('Taken back.')
              })
            }
            small
          >
            {t('Undo')}
          </Button>
        </div>
      )}
      {of.candidates.length > 0 && <p className="label">{t('This is …')}</p>}
      <div className="answers answers-small">
        {of.candidates.slice(0, 5).map((candidate) => (
          <Button
            disabled={asked.busy}
            key={[candidate.personId, ...(candidate.also ?? [])].join(' ')}
            onClick={() => fix(candidate)}
            small
          >
            {shownName(candidate.name)}
          </Button>
        ))}
        {registerId !== undefined && !choosing && (
          <Button disabled={asked.busy} look="quiet" onClick={() => setChoosing(true)} small>
            {of.candidates.length > 0 || known ? t('Somebody else') : t('Choose from the register')}
          </Button>
        )}
      </div>
      {choosing && registerId !== undefined && (
        <PickPerson
          ask={ask}
          onClose={() => setChoosing(false)}
          onPick={fix}
          registerId={registerId}
        />
      )}
      {!known && <Visitor ask={ask} asked={asked} shown={shown} />}
    </div>
  )
}

/** A speech therapist, an inspector: one click, with or without a note. */
function Visitor({ shown, ask, asked }: { shown: string; ask: Ask; asked: Asked }) {
  const [note, setNote] = useState('')
  const id = useId()
  return (
    <form
      autoComplete="off"
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        asked.run(async () => {
          await ask('expectVisitor', { shown, note: note.trim() })
          setNote('')
          return t('Noted: an expected visitor.')
        })
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t('Who the visitor is, if you like')}
      </label>
      <input
        className="input grow"
        id={id}
        maxLength={200}
        onChange={(event) => setNote(event.target.value)}
        placeholder={t('e.g. speech therapist')}
        value={note}
      />
      <Button disabled={asked.busy} type="submit">
        {t('A visitor I expect')}
      </Button>
    </form>
  )
}
