import { useId, type ReactNode } from 'react'

/** What every field has, whatever is typed or chosen in it. */
export interface FieldParts {
  label: ReactNode
  /** How to fill it in. */
  hint?: ReactNode
  /** What is wrong with what is in it now, in words. */
  problem?: string | undefined
  /** Something is wrong with it that is said elsewhere. */
  invalid?: boolean | undefined
  /** Of the whole field. */
  className?: string | undefined
  /** Only where something else has to know it. */
  id?: string | undefined
}

/** What ties a control to the words around it. */
interface FieldControl {
  id: string
  className: 'input'
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

/** A control with its label over it and its hint and its problem under it, all of them said together with it. */
export function Field({
  label,
  hint,
  problem,
  invalid = problem === undefined ? undefined : true,
  className,
  id: givenId,
  children,
}: FieldParts & { children: (control: FieldControl) => ReactNode }) {
  const ownId = useId()
  const id = givenId ?? ownId
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const problemId = problem === undefined ? undefined : `${id}-problem`
  return (
    <div className={className === undefined ? 'field' : `field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: 'input',
        'aria-describedby': [problemId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': invalid,
      })}
      {hint !== undefined && (
        <p className="small soft" id={hintId}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p className="small ink-alarm" id={problemId}>
          {problem}
        </p>
      )}
    </div>
  )
}
