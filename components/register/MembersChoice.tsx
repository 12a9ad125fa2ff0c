import { useMemo, useState } from 'react'
import { idsFromNames, membersFrom } from '../../lib/register/index.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { Tick } from '../ui/Tick.tsx'
import type { ChoiceProps } from './ImportChoice.tsx'
import { namesOf } from './importing.ts'

/** A list of names as the members of a set: who was found in which class, and who was not. */
export function MembersChoice({
  preview,
  register,
  registers,
  source,
  onTake,
  onBack,
  onCancel,
}: ChoiceProps) {
  const [removeMissing, setRemoveMissing] = useState(false)
  const result = useMemo(
    () => membersFrom(preview, register, registers, idsFromNames(), { removeMissing }),
    [preview, register, registers, removeMissing],
  )
  const { added, unchanged, missing, notFound } = result
  const nothing = added.length + unchanged.length + result.staff.added.length === 0
  const words = [
    tn('{n} added|{n} added', added.length),
    ...(removeMissing && missing.length > 0 ? [tn('{n} removed|{n} removed', missing.length)] : []),
  ].join(', ')
  return (
    <>
      <ul className="plain-list">
        <li>
          {added.length === 0
            ? t('0 pupils found in your classes')
            : tn(
                '{n} pupil found in your classes: {who}|{n} pupils found in your classes: {who}',
                added.length,
                { who: namesOf(added) },
              )}
        </li>
        {unchanged.length > 0 && (
          <li>
            {tn('{n} pupil in the set already|{n} pupils in the set already', unchanged.length)}
          </li>
        )}
        {result.staff.added.length > 0 && (
          <li>
            {t('{n} staff: {who}', {
              n: result.staff.added.length,
              who: namesOf(result.staff.added),
            })}
          </li>
        )}
      </ul>
      {notFound.length > 0 && (
        <div className="notice tone-check emptied">
          <p>{tn('{n} line not taken:|{n} lines not taken:', notFound.length)}</p>
          <ul className="plain-list small">
            {notFound.slice(0, 100).map((one) => (
              <li key={one.line}>
                {tParts('Line {line}, {name}, {why}.', {
                  line: one.line,
                  name: <Name key="name">{one.name}</Name>,
                  why: one.why,
                })}
              </li>
            ))}
            {notFound.length > 100 && <li>{t('And {n} more.', { n: notFound.length - 100 })}</li>}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <Tick checked={removeMissing} onChange={setRemoveMissing}>
          {tn(
            'Take {n} pupil out of the set who is not on the list: {who}|Take {n} pupils out of the set who are not on the list: {who}',
            missing.length,
            { who: namesOf(missing) },
          )}
        </Tick>
      )}
      <div className="row">
        <Button
          disabled={nothing}
          look="primary"
          onClick={() =>
            onTake({ into: 'draft', register: result.register, source, words: `${words}.` })
          }
        >
          {nothing ? t('Nobody to take') : t('Take this: {what}', { what: words })}
        </Button>
        <Button onClick={onBack}>{t('Another file')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </>
  )
}
