export type Child = Node | string | undefined | false
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Makes an element. `true` sets an empty attribute, `false` and undefined none. Never parses markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== undefined && child !== false) made.append(child)
  return made
}

type Action = (event: Event) => void
const actions = new WeakMap<Element, Action>()

/** What a click on this element does. One listener on an ancestor carries it out, as on the real site (Meet facts §5). */
export function act<T extends Element>(element: T, action: Action): T {
  actions.set(element, action)
  return element
}

/** Like `act`, but a click made by a script does nothing: some readers saw that on the lobby's buttons (Meet facts §4). */
export function actTrusted<T extends Element>(element: T, action: Action, trusted: boolean): T {
  return act(element, (event) => {
    if (!trusted || event.isTrusted) action(event)
  })
}

/** The page's only click listener, in the bubble phase on the body. */
export function listen(root: HTMLElement): void {
  const run = (event: Event): void => {
    for (let at = event.target; at instanceof Element; at = at.parentElement) {
      const action = actions.get(at)
      if (action === undefined) continue
      if (!('disabled' in at) || at.disabled !== true) action(event)
      return
    }
  }
  root.addEventListener('click', run)
  root.addEventListener('keydown', (event) => {
    const target = event.target
    if (!(target instanceof Element) || target.getAttribute('role') !== 'button') return
    if (target instanceof HTMLButtonElement) return
    if (event.key === 'Enter' || event.key === ' ') run(event)
  })
}

/** Runs `update` once, after the current code has ended, however often it is asked for. */
export function once(update: () => void): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    queueMicrotask(() => {
      asked = false
      update()
    })
  }
}
