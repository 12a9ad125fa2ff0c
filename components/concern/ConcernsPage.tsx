import { NotebookPen, Printer, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { CATEGORY_WORDS } from '../../lib/concern/text.ts'
import { timesOf } from '../../lib/concern/times.ts'
import { keptFrom } from '../../lib/session/keptFrom.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Said } from '../ui/Said.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { clockTime, shortDate } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { ConcernForm } from './ConcernForm.tsx'
import { ConcernSheet } from './ConcernSheet.tsx'
import { emptyFields, fieldsOf } from './draft.ts'
import type { ConcernFields } from './draft.ts'

const DAY = 86_400_000

/** Concerns that wait to go into the school's own system: read, copied, printed (also as PDF), changed, deleted. */
export function ConcernsPage({
  ask,
  concerns,
  days,
  now,
  start,
  onChanged,
}: {
  ask: Ask
  concerns: readonly Concern[]
  /** Kept here for so many days. */
  days: number
  now: () => number
  /** The reference of the one that is open at first. */
  start?: string | undefined
  onChanged: () => Promise<void>
}) {
  const zone = useZone()
  const fromWhen = (one: Concern) => keptFrom(timesOf(one), now()) ?? one.at
  const [openRef, setOpenRef] = useState(start)
  const [form, setForm] = useState<{ fields: ConcernFields; ref?: string }>()
  const [said, setSaid] = useState('')
  const open = concerns.find((one) => one.ref === openRef)
  if (form !== undefined)
    return (
      <KeepFocus aria-label={t('Concerns')} className="card">
        <ConcernForm
          fields={form.fields}
          now={now}
          onCancel={() => setForm(undefined)}
          onFields={(fields) => setForm({ ...form, fields })}
          onSave={async (concern) => {
            const kept = await ask('saveConcern', {
              concern,
              ...(form.ref === undefined ? {} : { ref: form.ref }),
            })
            await onChanged()
            setForm(undefined)
            setOpenRef(kept.ref)
          }}
        />
      </KeepFocus>
    )
  if (open !== undefined)
    return (
      <KeepFocus aria-label={t('Concerns')} className="card concern-print">
        <ConcernSheet concern={open} />
        <div className="row not-printed">
          <Button
            icon={<Printer aria-hidden size={16} />}
            look="primary"
            onClick={() => globalThis.print()}
          >
            {t('Print or save as PDF')}
          </Button>
          <Button
            icon={<NotebookPen aria-hidden size={16} />}
            onClick={() => setForm({ fields: fieldsOf(open), ref: open.ref })}
          >
            {t('Change')}
          </Button>
          <ConfirmButton
            body={
              <p>
                {t('It is deleted for good. Make sure that it is in your school’s own system.')}
              </p>
            }
            confirm={t('Delete')}
            icon={<Trash2 aria-hidden size={16} />}
            label={t('Delete')}
            onConfirm={() => {
              ask('deleteConcern', { ref: open.ref })
                .then(onChanged)
                .then(
                  () => setOpenRef(undefined),
                  () => setSaid(t('It could not be deleted. Please try again.')),
                )
            }}
            title={t('Delete concern {ref}?', { ref: open.ref })}
          />
          <Button look="quiet" onClick={() => setOpenRef(undefined)}>
            {t('Back to all concerns')}
          </Button>
        </div>
        <Said>{said}</Said>
      </KeepFocus>
    )
  return (
    <KeepFocus aria-label={t('Concerns')} className="card">
      <h3 className="card-title">{t('Concerns')}</h3>
      <p className="small soft">
        {t(
          'Kept apart from the records of lessons, and deleted here {days} days after they were written. Copy them into your school’s own system before.',
          { days },
        )}
      </p>
      {concerns.length === 0 ? (
        <p className="soft">{t('No concern is kept here.')}</p>
      ) : (
        <ul className="past">
          {concerns.map((one) => (
            <li key={one.ref}>
              <span className="grow">
                <span className="strong">{one.about}</span>{' '}
                <span className="small soft">{tOf(CATEGORY_WORDS[one.category])}</span>
                <br />
                <span className="small soft">
                  {one.ref} · {shortDate(one.happenedAt, one.timeZone)},{' '}
                  {clockTime(one.happenedAt, one.timeZone)} ·{' '}
                  {t('deleted {day}', { day: shortDate(fromWhen(one) + days * DAY, one.timeZone) })}
                </span>
              </span>
              <Button onClick={() => setOpenRef(one.ref)} small>
                {t('Open')}
                <span className="visually-hidden"> {one.ref}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          icon={<NotebookPen aria-hidden size={16} />}
          onClick={() => setForm({ fields: emptyFields(Date.now(), zone) })}
        >
          {t('Write a concern')}
        </Button>
      </div>
    </KeepFocus>
  )
}
