import { isOnScreen } from './displayed.ts'
import { nameOfControl } from './text.ts'

/**
 * Knows a control again that a site has drawn anew, and notices when a site has given its node to somebody else: the rows of long
 * lists and the tiles are used again for the next person. Whoever is in doubt gives nothing: an outline on the wrong child's button is
 * worse than none.
 */
export interface Print {
  /** Where the element is the same, these have not changed. */
  readonly own: string
  /** Of what it stands in, up to the menu or dialog: whose row it is. */
  readonly around: string
}

const OWN = ['role', 'type', 'name', 'jsname', 'data-tid', 'data-cid', 'data-panel-id']
const OWN_MORE = ['data-mdc-dialog-action', 'data-participant-id', 'data-track-action-outcome']
const AROUND = ['id', 'data-tid', 'data-participant-id', 'data-requested-participant-id']
const AROUND_MORE = ['data-key', 'data-item-id', 'data-row-key', 'data-panel-id', 'data-message-id']
const ROWS = ['listitem', 'treeitem', 'row', 'option']
const LEVELS = 12

function attributes(element: Element, names: readonly string[]): string {
  return names
    .map((name) => [name, element.getAttribute(name)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value ?? ''}`)
    .join('\n')
}

export function printOf(element: Element, popup: Element | undefined): Print {
  const around: string[] = []
  let up = element === popup ? null : element.parentElement
  for (let i = 0; i < LEVELS && up !== null && up !== popup; i += 1, up = up.parentElement) {
    const said = attributes(up, [...AROUND, ...AROUND_MORE])
    if (said !== '') around.push(said)
    // A row without any id: the first piece of its label, which in both sites is the name; what follows is its state.
    const role = up.getAttribute('role') ?? ''
    const label = up.getAttribute('aria-label')
    if (said === '' && ROWS.includes(role) && label !== null) around.push(label.split(',')[0] ?? '')
  }
  const own = `${element.tagName}\n${attributes(element, [...OWN, ...OWN_MORE])}`
  return { own, around: around.join('\n\n') }
}

export interface Remembered extends Print {
  readonly label: string
  /** What it stood in, innermost first. */
  readonly held: readonly Element[]
}

export function remember(element: Element, popup: Element | undefined): Remembered {
  const held: Element[] = []
  for (let up = element.parentElement; up !== null; up = up.parentElement) held.push(up)
  return { ...printOf(element, popup), label: nameOfControl(element), held }
}

export function isSame(element: Element, was: Print, popup: Element | undefined): boolean {
  const now = printOf(element, popup)
  return now.own === was.own && now.around === was.around
}

/** How far around its old place it is looked for: from its own row to the list, or to the panel that was rebuilt. */
const WIDENINGS = 3

/**
 * The one displayed element that can only be the one that was: near its old place, or in `within`. Undefined where there is none or
 * more than one.
 */
export function findAgain(
  was: Remembered,
  popupOf: (element: Element) => Element | undefined,
  within?: Element,
): Element | undefined {
  const near = was.held.filter((one) => one.isConnected).slice(0, WIDENINGS)
  for (const scope of within === undefined ? near : [within]) {
    const tag = was.own.slice(0, was.own.indexOf('\n'))
    const alike = [...scope.querySelectorAll(tag)].filter(
      (one) => isSame(one, was, popupOf(one)) && isOnScreen(one),
    )
    const called = alike.filter((one) => nameOfControl(one) === was.label)
    if (called.length === 1) return called[0]
    // A label may have changed with its count ("Admit 2 guests"); a control without any mark but its label may not.
    if (called.length === 0 && alike.length === 1 && was.own.includes('\ndata-')) return alike[0]
    if (alike.length > 1) return undefined
  }
  return undefined
}
