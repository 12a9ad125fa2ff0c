import { Plus, Trash2 } from 'lucide-react'
import type { Guardian } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { TextCell } from './Cell.tsx'
import { newGuardian } from './draft.ts'

/** Parents and carers of one pupil: their names may be what the meeting shows. */
export function Guardians({
  guardians,
  who,
  onChange,
}: {
  guardians: readonly Guardian[]
  who: string
  onChange: (guardians: readonly Guardian[]) => void
}) {
  const change = (at: number, more: Partial<Guardian>) =>
    onChange(guardians.map((guardian, i) => (i === at ? { ...guardian, ...more } : guardian)))
  return (
    <KeepFocus aria-label={t('Parents and carers of {who}', { who })} className="stack-tight">
      {guardians.map((guardian, i) => (
        // A guardian has no id of its own; rows are only ever added at the end.
        <fieldset className="guardian" key={i}>
          <legend className="visually-hidden">
            {t('Parent or carer {n} of {who}', { n: i + 1, who })}
          </legend>
          <Field
            label={t('Title')}
            onChange={(title) => change(i, { title })}
            short
            value={guardian.title}
          />
          <Field
            label={t('First name')}
            onChange={(firstName) => change(i, { firstName })}
            value={guardian.firstName}
          />
          <Field
            label={t('Last name')}
            onChange={(lastName) => change(i, { lastName })}
            value={guardian.lastName}
          />
          <Field
            label={t('Relation')}
            onChange={(relation) => change(i, { relation })}
            value={guardian.relation}
          />
          <Field
            label={t('Phone')}
            onChange={(phone) => change(i, { phone })}
            value={guardian.phone}
          />
          <IconButton
            icon={<Trash2 aria-hidden size={16} />}
            label={t('Remove parent or carer {n} of {who}', { n: i + 1, who })}
            onClick={() => onChange(guardians.filter((_, at) => at !== i))}
          />
        </fieldset>
      ))}
      <div>
        <Button
          icon={<Plus aria-hidden size={15} />}
          look="quiet"
          onClick={() => onChange([...guardians, newGuardian()])}
          small
        >
          {t('Add a parent or carer')}
        </Button>
      </div>
    </KeepFocus>
  )
}

function Field({
  label,
  value,
  short = false,
  onChange,
}: {
  label: string
  value: string
  short?: boolean
  onChange: (value: string) => void
}) {
  return (
    <span className={short ? 'guardian-field guardian-short' : 'guardian-field'}>
      <span aria-hidden className="small soft">
        {label}
      </span>
      <TextCell label={label} onChange={onChange} value={value} />
    </span>
  )
}
