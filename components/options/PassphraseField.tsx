import { MOST_PASSPHRASE } from '../../lib/backup/types.ts'
import { TextField } from '../ui/TextField.tsx'

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
  return (
    <TextField
      autoComplete={isNew ? 'new-password' : 'off'}
      hint={hint}
      label={label}
      maxLength={MOST_PASSPHRASE}
      onChange={onChange}
      type="password"
      value={value}
    />
  )
}
