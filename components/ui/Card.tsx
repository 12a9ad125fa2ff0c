import type { ComponentProps, ReactNode } from 'react'

type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  title: ReactNode
  /** Where its title stands among the headings of the page. */
  level?: 2 | 3
}

/** A part of a page with its title over it. A card that holds the keyboard is a `KeepFocus` with the same class. */
export function Card({ title, level = 3, className, children, ...rest }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section {...rest} className={className === undefined ? 'card' : `card ${className}`}>
      <Title className="card-title">{title}</Title>
      {children}
    </section>
  )
}
