import type { ComponentProps, ReactNode } from 'react'

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'dangerQuiet' | 'quiet'

const LOOK: Readonly<Record<ButtonLook, string>> = {
  plain: '',
  primary: ' button-primary',
  danger: ' button-danger',
  dangerQuiet: ' button-danger-quiet',
  quiet: ' button-quiet',
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook
  small?: boolean
  icon?: ReactNode
}

/** A button that never submits by accident. */
export function Button({
  look = 'plain',
  small = false,
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  const extra = className === undefined ? '' : ` ${className}`
  return (
    <button
      type="button"
      {...rest}
      className={`button${LOOK[look]}${small ? ' button-small' : ''}${extra}`}
    >
      {icon}
      {children}
    </button>
  )
}

/** A button that is only an icon; `label` is its name and its hint. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'look'> & { label: string }) {
  return (
    <Button
      {...rest}
      aria-label={label}
      className="button-icon"
      icon={icon}
      look="quiet"
      title={label}
    />
  )
}
