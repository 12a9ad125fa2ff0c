import { useMemo, useState } from 'react'
import { idsFromNames, membersFrom } from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { counted } from '../ui/time.ts'
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
  const gone = removeMissing && missing.length > 0 ? `, ${missing.length} removed` : ''
  const words = `${added.length} added${gone}`
  return (
    <>
      <ul className="plain-list">
        <li>
          {counted(added.length, 'pupil')} found in your classes
          {added.length > 0 && `: ${namesOf(added)}`}
        </li>
        {unchanged.length > 0 && <li>{counted(unchanged.length, 'pupil')} in the set already</li>}
        {result.staff.added.length > 0 && (
          <li>
            {result.staff.added.length} staff: {namesOf(result.staff.added)}
          </li>
        )}
      </ul>
      {notFound.length > 0 && (
        <div className="notice tone-check emptied">
          <p>{counted(notFound.length, 'line')} not taken:</p>
          <ul className="plain-list small">
            {notFound.slice(0, 100).map((one) => (
              <li key={one.line}>
                Line {one.line}, <Name>{one.name}</Name>, {one.why}.
              </li>
            ))}
            {notFound.length > 100 && <li>And {notFound.length - 100} more.</li>}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <label className="tick-label">
          <input
            checked={removeMissing}
            className="check"
            onChange={(event) => setRemoveMissing(event.target.checked)}
            type="checkbox"
          />
          <span>
            Take {counted(missing.length, 'pupil')} out of the set who{' '}
            {missing.length === 1 ? 'is' : 'are'} not on the list: {namesOf(missing)}
          </span>
        </label>
      )}
      <div className="row">
        <Button
          disabled={nothing}
          look="primary"
          onClick={() =>
            onTake({ into: 'draft', register: result.register, source, words: `${words}.` })
          }
        >
          {nothing ? 'Nobody to take' : `Take this: ${words}`}
        </Button>
        <Button onClick={onBack}>Another file</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  )
}
