import { useEffect, useRef, type ComponentProps } from 'react'

/**
 * A section that does not lose the keyboard. When the control that had the focus goes away (a prompt was answered, somebody
 * left the waiting room), the focus would fall back to the top of the page; it goes to this section instead. Sections may be
 * nested: the innermost that is still there takes it.
 */
export function KeepFocus({ children, ...rest }: ComponentProps<'section'>) {
  const section = useRef<HTMLElement>(null)
  const last = useRef<Element | null>(null)

  useEffect(() => {
    const element = section.current
    if (!element) return
    const focused = (event: FocusEvent) => {
      last.current = event.target as Element
    }
    const blurred = (event: FocusEvent) => {
      const target = event.target as Element
      // A window that loses the focus keeps its active element; nothing moved then.
      if (document.activeElement === target) return
      // Chrome says this also just before it takes the element away: which of the two it was is known only afterwards.
      queueMicrotask(() => {
        if (target.isConnected && last.current === target) last.current = null
      })
    }
    // Watches the page rather than React: a control also goes away by the state of something deep inside.
    const watch = new MutationObserver(() => {
      const was = last.current
      if (!was || was.isConnected) return
      last.current = null
      const active = document.activeElement
      if (active === null || active === document.body) element.focus({ preventScroll: true })
    })
    element.addEventListener('focusin', focused)
    element.addEventListener('focusout', blurred)
    watch.observe(element, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('focusin', focused)
      element.removeEventListener('focusout', blurred)
    }
  }, [])

  return (
    <section {...rest} ref={section} tabIndex={-1}>
      {children}
    </section>
  )
}
