import { memo } from 'react'
import type { Consent } from '../../lib/register/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { tOf } from '../../lib/words/say.ts'

/** A text field of a table row; its name is said in full because the column head is not repeated. */
export const TextCell = memo(function TextCell({
  label,
  value,
  onChange,
  invalid = false,
  width,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  invalid?: boolean
  width?: 'short'
}) {
  return (
    <input
      aria-invalid={invalid}
      aria-label={label}
      autoComplete="off"
      className={width === 'short' ? 'input cell cell-short' : 'input cell'}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
      value={value}
    />
  )
})

const CONSENT: Readonly<Record<Consent, Message>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' }

function isConsent(value: string): value is Consent {
  return value in CONSENT
}

export function ConsentCell({
  label,
  value,
  onChange,
}: {
  label: string
  value: Consent
  onChange: (value: Consent) => void
}) {
  return (
    <select
      aria-label={label}
      className={`input cell consent-${value}`}
      onChange={(event) => {
        if (isConsent(event.target.value)) onChange(event.target.value)
      }}
      value={value}
    >
      {Object.entries(CONSENT).map(([key, word]) => (
        <option key={key} value={key}>
          {tOf(word)}
        </option>
      ))}
    </select>
  )
}
