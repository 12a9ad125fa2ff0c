import type { MeetingAdapter } from '../../lib/meeting/index.ts'

/**
 * The tile of each person, remembered: asking the adapter reads the whole stage, and thirty badges ask sixty times a second
 * while something moves. A remembered tile holds only while its own attributes say the same as when it was asked for; tiles are
 * re-used between people, and a badge must not stand on another child for even a moment. Beyond that everybody is asked for
 * again in turn, a few at a time.
 */
export interface TileFinder {
  /** The person's tile, or undefined where it is not known to be on the stage. */
  of(id: string): Element | undefined
  /** Only these people are remembered from now on. */
  keep(ids: readonly string[]): void
  /** Asks the adapter for those who are due, for a few milliseconds at most; true where some are left. */
  ask(): boolean
  /** A moment has passed: a few of those remembered are due again. */
  turn(): void
}

const BUDGET_MS = 4
const PER_TURN = 8

interface Known {
  readonly element: Element
  readonly print: string
}

export function createTileFinder(
  doc: Document,
  adapter: Pick<MeetingAdapter, 'tileOf'>,
  clock: () => number = () => performance.now(),
): TileFinder {
  const known = new Map<string, Known>()
  const due = new Set<string>()
  let ids: readonly string[] = []
  let next = 0

  return {
    of(id) {
      const entry = known.get(id)
      if (entry === undefined) return undefined
      if (entry.element.isConnected && printOf(entry.element) === entry.print) return entry.element
      known.delete(id)
      due.add(id)
      return undefined
    },
    keep(wanted) {
      const before = new Set(ids)
      ids = wanted
      const set = new Set(wanted)
      for (const id of known.keys()) if (!set.has(id)) known.delete(id)
      for (const id of due) if (!set.has(id)) due.delete(id)
      // Those without a tile come round again in turn: in a large call they are most of it.
      for (const id of wanted) if (!before.has(id)) due.add(id)
    },
    ask() {
      const until = clock() + BUDGET_MS
      for (const id of due) {
        due.delete(id)
        const element = adapter.tileOf(doc, id)
        if (element === undefined) known.delete(id)
        else known.set(id, { element, print: printOf(element) })
        if (clock() >= until) break
      }
      return due.size > 0
    },
    turn() {
      for (let i = 0; i < Math.min(PER_TURN, ids.length); i += 1) {
        const id = ids[next % ids.length]
        next += 1
        if (id !== undefined) due.add(id)
      }
    },
  }
}

/** What an element says of itself, but its looks, which change with every sound. */
function printOf(element: Element): string {
  let print = ''
  for (const { name, value } of element.attributes) {
    if (name !== 'class' && name !== 'style') print += `${name}=${value}\n`
  }
  return print
}
