import { Fragment, type ReactNode } from 'react'

/** A sentence of which only the parts are seen (nodes); the words around them are for a screen reader. */
export function SeenParts({ sentence }: { sentence: readonly ReactNode[] }) {
  return sentence.map((part, at) =>
    typeof part === 'string' ? (
      <span className="visually-hidden" key={at}>
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}
