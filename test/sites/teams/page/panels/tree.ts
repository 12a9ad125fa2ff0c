import { h } from '../dom.ts'
import { Cleanup } from '../page-context.ts'

export interface TreeRow {
  readonly key: string
  /** Changes when the row has to be made anew. */
  readonly drawn: string
  readonly build: () => HTMLElement
}

const rowHeight = 48
/** So many rows are in the page at most: Teams facts §3, "293 people → 19 rows in the DOM". */
const inPage = 19

/**
 * A long list of which only the part that is in view is in the page. Without a size (the panel hidden by somebody) it keeps
 * no rows at all. `stuck`: scrolling brings nothing new, since nobody finished watching whether it does.
 */
export class Tree {
  readonly element: HTMLElement
  private readonly list: HTMLElement
  private readonly space: HTMLElement
  private readonly built = new Map<string, { drawn: string; row: HTMLElement }>()
  private readonly cleanup = new Cleanup()
  private readonly stuck: boolean
  private rows: readonly TreeRow[] = []

  constructor(label: string, stuck: boolean) {
    this.stuck = stuck
    this.list = h('div', { role: 'tree', 'aria-label': label, class: 'fui-FlatTree' })
    this.space = h('div', { class: 'sim-tree-space' }, this.list)
    this.element = h('div', { class: 'virtual-tree-list-scroll-container' }, this.space)
    const sized = new ResizeObserver(() => this.draw())
    sized.observe(this.element)
    const scrolled = (): void => this.draw()
    this.element.addEventListener('scroll', scrolled, { passive: true })
    this.cleanup.add(() => sized.disconnect())
  }

  show(rows: readonly TreeRow[]): void {
    this.rows = rows
    this.draw()
  }

  close(): void {
    this.cleanup.run()
    this.list.replaceChildren()
  }

  private draw(): void {
    if (this.element.clientHeight === 0) {
      this.list.replaceChildren()
      return
    }
    this.space.style.height = `${this.rows.length * rowHeight}px`
    const top = this.stuck ? 0 : this.element.scrollTop
    const last = Math.max(0, this.rows.length - inPage)
    const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - 2, last))
    const keep = new Set(this.rows.map((row) => row.key))
    for (const key of [...this.built.keys()]) if (!keep.has(key)) this.built.delete(key)
    const shown = this.rows.slice(first, first + inPage).map((row, at) => {
      const element = this.rowOf(row)
      element.style.transform = `translateY(${(first + at) * rowHeight}px)`
      return element
    })
    const wanted = new Set(shown)
    for (const child of [...this.list.children])
      if (!wanted.has(child as HTMLElement)) child.remove()
    // A row that stays is not touched, so that a button under the pointer is still the same one.
    shown.forEach((row, at) => {
      if (this.list.children[at] !== row)
        this.list.insertBefore(row, this.list.children[at] ?? null)
    })
  }

  private rowOf(row: TreeRow): HTMLElement {
    const known = this.built.get(row.key)
    if (known?.drawn === row.drawn) return known.row
    const made = row.build()
    known?.row.replaceWith(made)
    this.built.set(row.key, { drawn: row.drawn, row: made })
    return made
  }
}
