import { isControl, isTypedIn } from '../../lib/platforms/dom/around.ts'
import type { Pointed } from './pointed.ts'

/** Notices what the teacher does on the page while she is pointed at something. A page can make up events; only real ones count. */
export interface ByTeacher {
  /**
   * Whether the keyboard may be moved for her: she pressed something of ours and has done nothing else since. Never while she types.
   */
  follows: boolean
}

export interface ByTeacherParts {
  readonly doc: Document
  readonly signal: AbortSignal
  readonly pointed: () => Pointed | undefined
  /** Where she has to go now: the control, or what opens its menu. */
  readonly goal: () => Element | undefined
  /** She worked the control, by click or key. */
  readonly onWorked: () => void
  readonly onEscape: () => void
}

export function watchTeacher(parts: ByTeacherParts): ByTeacher {
  const { doc, signal } = parts
  const state: ByTeacher = { follows: false }

  /** In a whole row or dialog only one of its controls counts; a click on its text changes nothing. */
  function isWorked(event: Event): boolean {
    const pointed = parts.pointed()
    if (pointed === undefined || !event.isTrusted) return false
    const path = event.composedPath()
    const index = path.indexOf(pointed.target)
    if (index < 0) return false
    if (!pointed.box) return true
    return path.slice(0, index).some((one) => one instanceof Element && isControl(one))
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || (event.target instanceof Element && isTypedIn(event.target))) return
    const pointed = parts.pointed()
    if (pointed === undefined || !event.composedPath().includes(pointed.target)) return
    if (event.key === 'Escape') parts.onEscape()
    // Not every control is a button: some listen to the key and never get a click.
    else if (['Enter', ' '].includes(event.key) && isWorked(event)) parts.onWorked()
  }

  function onElsewhere(event: Event): void {
    if (!event.isTrusted) return
    const ours = event.target instanceof Element && event.target.hasAttribute('data-lesson-steward')
    const goal = parts.goal()
    if (!ours && (goal === undefined || !event.composedPath().includes(goal))) state.follows = false
  }

  const listen = { capture: true, signal }
  doc.addEventListener('click', (event) => isWorked(event) && parts.onWorked(), listen)
  doc.addEventListener('pointerdown', onElsewhere, listen)
  doc.addEventListener('keydown', onElsewhere, listen)
  doc.addEventListener('keydown', onKey, listen)
  // She has gone to the side panel or to another window.
  doc.defaultView?.addEventListener('blur', () => (state.follows = false), { signal })
  return state
}
