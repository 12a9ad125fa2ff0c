import { useEffect, useRef, type ComponentProps } from 'react'

/** The sections that would keep the focus of a control, the innermost first. To be asked while the control is still there. */
export function keepersOf(control: Element | null): readonly HTMLElement[] {
  const found = control?.parentElement?.closest<HTMLElement>('[data-keeps-focus]')
  return found ? [found, ...keepersOf(found)] : []
}

/**
 * A section that does not lose the keyboard. When the control that had the focus goes away (a prompt was answered, a row was
 * removed) or can't be used any more (it was saved), the focus would fall back to the top of the page; it goes to this section
 * instead. Sections may be nested: the innermost that is still there takes it. A control that is only busy gets it back.
 */
export function KeepFocus({ children, ...rest }: ComponentProps<'section'>) {
  const section = useRef<HTMLElement>(null)
  const last = useRef<HTMLElement | null>(null)
  /** Sections inside this one that are nearer to it. */
  const nearer = useRef<readonly HTMLElement[]>([])

  useEffect(() => {
    const element = section.current
    if (!element) return
    /** Disabled for now; the section holds the focus for it. */
    let busy: HTMLElement | null = null
    const isLost = () => document.activeElement === null || document.activeElement === document.body
    const take = () => {
      const was = last.current
      if (!was || (was.isConnected && !was.matches(':disabled'))) return
      // The browser lets go of a disabled control only with the next frame; until then it still is the active element.
      if (!isLost() && document.activeElement !== was) return
      last.current = null
      if (nearer.current.some((one) => one.isConnected)) return
      busy = was.isConnected ? was : null
      element.focus({ preventScroll: true })
    }
    const giveBack = () => {
      if (busy === null || busy.matches(':disabled')) return
      if (busy.isConnected && document.activeElement === element) busy.focus()
      busy = null
    }
    const focused = (event: FocusEvent) => {
      const target = event.target as HTMLElement
      if (target === element) return
      last.current = target
      const keepers = keepersOf(target)
      nearer.current = keepers.slice(0, keepers.indexOf(element))
      busy = null
    }
    const blurred = (event: FocusEvent) => {
      const target = event.target as HTMLElement
      if (target === element) {
        busy = null
        return
      }
      // A window that loses the focus keeps its active element; nothing moved then.
      if (document.activeElement === target) return
      // Chrome says this also just before it takes the element away: which of the two it was is known only afterwards.
      queueMicrotask(() => {
        if (last.current !== target) return
        if (target.matches(':disabled')) take()
        else if (target.isConnected) last.current = null
      })
    }
    // Watches the page rather than React: a control also goes away by the state of something deep inside.
    const watch = new MutationObserver(() => {
      giveBack()
      take()
    })
    element.addEventListener('focusin', focused)
    element.addEventListener('focusout', blurred)
    watch.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    })
    return () => {
      watch.disconnect()
      element.removeEventListener('focusin', focused)
      element.removeEventListener('focusout', blurred)
    }
  }, [])

  return (
    <section {...rest} data-keeps-focus ref={section} tabIndex={-1}>
      {children}
    </section>
  )
}
