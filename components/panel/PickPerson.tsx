import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Register } from '../../lib/register/index.ts'
import type { CandidateView } from '../../lib/views/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { shownName } from '../ui/Name.tsx'
import { someone } from './someone.ts'

/**
 * Finds somebody on the register by typing: arrows move, Enter takes, Escape closes. Nothing is taken by moving alone, as a plain
 * select would do.
 */
export function PickPerson({
  registerId,
  ask,
  onPick,
  onClose,
}: {
  registerId: string
  ask: Ask
  onPick: (who: CandidateView) => void
  onClose: () => void
}) {
  const [register, setRegister] = useState<Register | 'failed'>()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    let gone = false
    ask('registers', {}).then(
      (all) => !gone && setRegister(all.find((one) => one.id === registerId) ?? 'failed'),
      () => !gone && setRegister('failed'),
    )
    field.current?.focus()
    return () => {
      gone = true
    }
  }, [ask, registerId])
  const found = useMemo(
    () => (register === undefined || register === 'failed' ? [] : someone(register, typed)),
    [register, typed],
  )
  const chosen = found[Math.min(at, found.length - 1)]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setAt((was) => (Math.min(was, found.length - 1) + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen !== undefined) onPick(chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
  }
  return (
    <div className="field">
      <label htmlFor={`${id}-field`}>{t('Who is it?')}</label>
      <input
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.personId}`}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded={found.length > 0}
        autoComplete="off"
        className="input"
        id={`${id}-field`}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('Type a name')}
        ref={field}
        role="combobox"
        value={typed}
      />
      <ul aria-label={t('On the register')} className="picks" id={`${id}-list`} role="listbox">
        {found.map((one) => (
          <li
            aria-selected={one === chosen}
            className={one === chosen ? 'pick pick-now' : 'pick'}
            id={`${id}-${one.personId}`}
            key={one.personId}
            onClick={() => onPick(one)}
            onMouseDown={(event) => event.preventDefault()}
            role="option"
          >
            {shownName(one.name)}
          </li>
        ))}
      </ul>
      <p className={found.length > 0 ? 'visually-hidden' : 'small soft'} role="status">
        {register === undefined
          ? t('Reading the register…')
          : register === 'failed'
            ? t('The register could not be read. Please try again.')
            : found.length === 0
              ? t('Nobody of that name on the register.')
              : tn('{n} person found|{n} people found', found.length)}
      </p>
    </div>
  )
}
