import { useId, useState, type ReactNode } from 'react'
import { CATEGORY_WORDS } from '../../lib/concern/text.ts'
import { whoToTell } from '../../lib/concern/tell.ts'
import { CONCERN_CATEGORIES } from '../../lib/concern/types.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { Said } from '../ui/Said.tsx'
import { Field } from '../ui/Field.tsx'
import { TextField } from '../ui/TextField.tsx'
import { dayField, timeField } from '../ui/time.ts'
import { ZoneNote } from '../ui/zone.tsx'
import { concernOf } from './draft.ts'
import type { ConcernFields } from './draft.ts'

type TextKey = Exclude<keyof ConcernFields, 'category' | 'sessionId' | 'where' | 'timeZone'>

/**
 * The concern form, in the shape of a CPOMS entry: facts apart from opinion, the child's own words, what was done, who was told
 * (CW-14, EG-1, EG-39). What is typed lives with whoever shows the form, so that closing it loses nothing.
 */
export function ConcernForm({
  fields,
  onFields,
  people = [],
  onSave,
  onCancel,
  now,
}: {
  fields: ConcernFields
  onFields: (fields: ConcernFields) => void
  /** Names to choose from; any other can be typed. */
  people?: readonly string[]
  onSave: (concern: Omit<Concern, 'ref' | 'at'>) => Promise<void>
  onCancel: () => void
  now: () => number
}) {
  const id = useId()
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const set = (more: Partial<ConcernFields>) => {
    setSaid('')
    onFields({ ...fields, ...more })
  }
  const save = async () => {
    const read = concernOf(fields)
    if ('missing' in read)
      return setSaid(t('Please write {what}.', { what: read.missing.join(t(', and ')) }))
    setBusy(true)
    try {
      await onSave(read.concern)
    } catch {
      setSaid(t('It could not be kept. Nothing you typed is lost; please try again.'))
    } finally {
      setBusy(false)
    }
  }
  const line = (key: TextKey, label: ReactNode, more: { list?: string; type?: string } = {}) => (
    <TextField
      {...more}
      label={label}
      maxLength={1000}
      onChange={(text) => set({ [key]: text })}
      value={fields[key]}
    />
  )
  const block = (key: TextKey, label: ReactNode, rows: number) => (
    <Field label={label}>
      {(control) => (
        <textarea
          {...control}
          maxLength={20_000}
          onChange={(event) => set({ [key]: event.target.value })}
          rows={rows}
          value={fields[key]}
        />
      )}
    </Field>
  )
  return (
    <form
      autoComplete="off"
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p aria-live="polite" className="small strong">
        {whoToTell(fields.category)}
      </p>
      <p className="small soft">
        {t(
          'It is kept apart from the record of the lesson, on this computer only, until it is in your school’s own system.',
        )}
      </p>
      {line('about', t('Whom it is about (full name)'), { list: `${id}-people` })}
      <datalist id={`${id}-people`}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ChoiceField
        id={`${id}-category`}
        label={t('What kind of concern')}
        onChange={(text) => {
          const category = CONCERN_CATEGORIES.find((one) => one === text)
          if (category !== undefined) set({ category })
        }}
        value={fields.category}
      >
        {CONCERN_CATEGORIES.map((one) => (
          <option key={one} value={one}>
            {tOf(CATEGORY_WORDS[one])}
          </option>
        ))}
      </ChoiceField>
      <div className="concern-times">
        {line('day', t('Day'), { type: 'date' })}
        {line('time', t('Time'), { type: 'time' })}
      </div>
      <ZoneNote at={now()} zone={fields.timeZone} />
      {block('facts', t('What you saw and heard: facts only'), 3)}
      {block('words', t('Their own words, as they were said'), 2)}
      {block('actions', t('What you did'), 2)}
      {line('told', t('Who was told (name and role)'))}
      <div className="concern-times">
        {line('toldDay', t('Told on'), { type: 'date' })}
        <div className="field">
          <label htmlFor={`${id}-toldTime`}>{t('Told at')}</label>
          <span className="row">
            <input
              className="input concern-time"
              id={`${id}-toldTime`}
              onChange={(event) => set({ toldTime: event.target.value })}
              type="time"
              value={fields.toldTime}
            />
            <Button
              onClick={() =>
                set({
                  toldDay: dayField(now(), fields.timeZone),
                  toldTime: timeField(now(), fields.timeZone),
                })
              }
              small
            >
              {t('Now')}
            </Button>
          </span>
        </div>
      </div>
      {block('present', t('Who else was there'), 1)}
      {block('opinion', t('What you think, marked as opinion (can stay empty)'), 2)}
      {line('writer', t('You: name and job title'))}
      <div className="row">
        <Button disabled={busy} look="primary" type="submit">
          {t('Keep this concern')}
        </Button>
        <Button onClick={onCancel}>{t('Close')}</Button>
      </div>
      <Said className="small strong">{said}</Said>
    </form>
  )
}
