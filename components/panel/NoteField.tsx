import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Said } from '../ui/Said.tsx'

/** A line of words that goes into the record: why something was not possible, or who agreed to it. */
export function NoteField({
  label,
  first = '',
  beside = false,
  said,
  onSend,
  buttons,
}: {
  label: string
  /** What stands in it at first. */
  first?: string
  /** The buttons beside the field instead of below it. */
  beside?: boolean
  /** What is wrong with the words; absent where somebody else says it. */
  said?: string
  onSend: (words: string) => void
  /** The button that sends, and what else can be done with the words. */
  buttons: (words: string) => ReactNode
}) {
  const [text, setText] = useState(first)
  const id = useId()
  const words = text.trim()
  const field = (
    <input
      aria-describedby={said === undefined ? undefined : `${id}-said`}
      aria-invalid={said === undefined ? undefined : said !== ''}
      className="input"
      id={id}
      maxLength={500}
      onChange={(event) => setText(event.target.value)}
      value={text}
    />
  )
  return (
    <form
      autoComplete="off"
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(words)
      }}
    >
      <label className="small soft" htmlFor={id}>
        {label}
      </label>
      {beside ? (
        <div className="reason">
          {field}
          {buttons(words)}
        </div>
      ) : (
        <>
          {field}
          <div className="row">{buttons(words)}</div>
        </>
      )}
      {said !== undefined && <Said id={`${id}-said`}>{said}</Said>}
    </form>
  )
}
