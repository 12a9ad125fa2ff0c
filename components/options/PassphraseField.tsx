import { useId } from 'react'
import { MOST_PASSPHRASE } from '../../lib/backup/types.ts'

/** A field for a passphrase, hidden while it is typed. */
export function PassphraseField({
  label,
  hint,
  isNew = false,
  value,
  onChange,
}: {
  label: string
  hint?: string
  /** It is being chosen: a password manager may offer one, and must not fill in an old one. */
  isNew?: boolean
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete={isNew ? 'new-password' : 'off'}
        className="input"
        id={id}
        maxLength={MOST_PASSPHRASE}
        onChange={(event) => onChange(event.target.value)}
        type="password"
        value={value}
      />
      {hint !== undefined && (
        <p className="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
