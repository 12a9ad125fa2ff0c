import { useLayoutEffect, useRef, type ComponentProps } from 'react'

/**
 * A section that does not lose the keyboard. When the control that had the focus goes away with an update (a prompt was
 * answered, somebody left the waiting room), the focus would fall back to the top of the page; it goes to this section instead.
 */
export function KeepFocus({ children, ...rest }: ComponentProps<'section'>) {
  const section = useRef<HTMLElement>(null)
  const last = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const was = last.current
    if (!was || was.isConnected) return
    last.current = null
    if (document.activeElement === null || document.activeElement === document.body) {
      section.current?.focus({ preventScroll: true })
    }
  })
  return (
    <section
      {...rest}
      onBlur={(event) => {
        // A window that loses the focus keeps its active element; only a real move away ends our watch.
        if (document.activeElement !== event.target) last.current = null
      }}
      onFocus={(event) => {
        last.current = event.target
      }}
      ref={section}
      tabIndex={-1}
    >
      {children}
    </section>
  )
}
