import { useId, useState, type ReactNode } from 'react'
import { t } from '../../lib/words/say.ts'
import { Said } from '../ui/Said.tsx'
import { TextField } from '../ui/TextField.tsx'
import { agreementsNote, agreementsOf } from './agreements.ts'

/** EG-36 asks for two agreements: a field for each, so that neither is forgotten. */
export function AgreementNote({
  first,
  said,
  onSend,
  buttons,
}: {
  first: string
  said: string
  /** An empty text where one of the two is missing. */
  onSend: (words: string) => void
  buttons: (words: string) => ReactNode
}) {
  const [given, setGiven] = useState(() => agreementsOf(first))
  const id = useId()
  const parent = given.parent.trim()
  const head = given.head.trim()
  const field = (label: string, part: keyof typeof given) => (
    <TextField
      invalid={said !== '' && given[part].trim() === ''}
      label={label}
      maxLength={240}
      onChange={(text) => setGiven({ ...given, [part]: text })}
      value={given[part]}
    />
  )
  return (
    <form
      aria-describedby={`${id}-said`}
      autoComplete="off"
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(parent === '' || head === '' ? '' : agreementsNote({ parent, head }))
      }}
    >
      {field(t('Parent or carer, and the day they agreed'), 'parent')}
      {field(t('Head or deputy, and the day they agreed'), 'head')}
      <div className="row">{buttons([parent, head].filter((part) => part !== '').join('; '))}</div>
      <Said id={`${id}-said`}>{said}</Said>
    </form>
  )
}
