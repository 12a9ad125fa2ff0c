import type { ComponentProps } from 'react'
import { Field, type FieldParts } from './Field.tsx'

type TextFieldProps = FieldParts &
  Omit<ComponentProps<'input'>, keyof FieldParts | 'onChange' | 'children'> & {
    onChange: (text: string) => void
  }

/** One line to type in, or a day or a time. */
export function TextField({
  label,
  hint,
  problem,
  invalid,
  className,
  id,
  onChange,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, problem, invalid, className, id }}>
      {(control) => (
        <input {...rest} {...control} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
