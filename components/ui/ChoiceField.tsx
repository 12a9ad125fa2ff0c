import type { ComponentProps } from 'react'
import { Field, type FieldParts } from './Field.tsx'

type ChoiceFieldProps = FieldParts &
  Omit<ComponentProps<'select'>, keyof FieldParts | 'onChange'> & {
    onChange: (value: string) => void
  }

/** One of some things to choose; `children` are its options. */
export function ChoiceField({
  label,
  hint,
  problem,
  invalid,
  className,
  id,
  onChange,
  children,
  ...rest
}: ChoiceFieldProps) {
  return (
    <Field {...{ label, hint, problem, invalid, className, id }}>
      {(control) => (
        <select {...rest} {...control} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  )
}
