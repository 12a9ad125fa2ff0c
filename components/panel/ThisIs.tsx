import { useId, useState } from 'react'
import type { PersonRow } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { shownName } from '../ui/Name.tsx'
import type { Asked } from './useAsked.ts'

interface Someone {
  readonly personId: string
  readonly name: string
}

/** "This is …": one click by the teacher fixes a name for good; a visitor can be expected instead. */
export function ThisIs({
  row,
  shown,
  registerId,
  ask,
  asked,
}: {
  row: PersonRow
  shown: string
  registerId: string | undefined
  ask: Ask
  asked: Asked
}) {
  const [all, setAll] = useState<readonly Someone[]>()
  const id = useId()
  const others = row.candidates.filter(
    (c) => c.personId !== row.match?.personId || row.candidates.length === 1,
  )
  const stranger = row.kind === 'unknown' || row.kind === 'notAName'
  const fix = (who: Someone) =>
    asked.run(async () => {
      await ask('fixMatch', { shown, registerPersonId: who.personId })
      return `Noted: this is ${shownName(who.name)}.`
    })
  const findAll = () =>
    asked.run(async () => {
      const register = (await ask('registers', {})).find((one) => one.id === registerId)
      const people = [...(register?.pupils ?? []), ...(register?.staff ?? [])].map((person) => ({
        personId: person.id,
        name: `${person.firstName} ${person.lastName}`,
      }))
      setAll(people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')))
      return ''
    })
  return (
    <div className="stack-tight">
      {others.length > 0 && <p className="label">This is …</p>}
      <div className="answers answers-small">
        {others.slice(0, 5).map((candidate) => (
          <Button
            disabled={asked.busy}
            key={candidate.personId}
            onClick={() => fix(candidate)}
            small
          >
            {shownName(candidate.name)}
          </Button>
        ))}
        {stranger && (
          <Button
            disabled={asked.busy}
            onClick={() =>
              asked.run(async () => {
                await ask('expectVisitor', { shown, note: '' })
                return 'Noted: an expected visitor.'
              })
            }
            small
          >
            A visitor I expect
          </Button>
        )}
        {registerId !== undefined && all === undefined && (
          <Button disabled={asked.busy} look="quiet" onClick={findAll} small>
            {others.length > 0 || !stranger ? 'This is someone else' : 'Choose from the register'}
          </Button>
        )}
      </div>
      {all !== undefined && (
        <div className="field">
          <label htmlFor={id}>This is</label>
          <select
            className="input"
            id={id}
            onChange={(event) => {
              const who = all.find((one) => one.personId === event.target.value)
              if (who) fix(who)
            }}
            value=""
          >
            <option value="">Choose from the register</option>
            {all.map((one) => (
              <option key={one.personId} value={one.personId}>
                {shownName(one.name)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
