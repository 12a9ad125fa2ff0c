import type { MeetingAdapter } from '../../lib/meeting/index.ts'

/**
 * The tile of each person, remembered: asking the adapter reads the whole stage, and badges ask sixty times a second while something
 * moves. A remembered tile holds only while its own attributes say the same as when it was asked for; tiles are re-used between
 * people, and a badge must not stand on another child for even a moment. Beyond that the stage is read again every other second.
 */
export interface TileFinder {
  /** The person's tile, or undefined where it is not known to be on the stage. */
  of(id: string): Element | undefined
  /** Only these people are looked for from now on. */
  keep(ids: readonly string[]): void
  /** Before every placing: forgets what no longer holds, and reads the stage where that is due. */
  ask(): void
  /** A moment has passed: what is remembered is due again. */
  turn(): void
}

/** A page that changes its tiles without rest is not read in every frame: who is in doubt has no badge for so long. */
const GAP_MS = 100

interface Known {
  readonly element: Element
  readonly print: string
}

export function createTileFinder(
  doc: Document,
  adapter: Pick<MeetingAdapter, 'tiles'>,
  clock: () => number = () => performance.now(),
): TileFinder {
  const known = new Map<string, Known>()
  let ids: ReadonlySet<string> = new Set()
  let due = false
  let askedAt = -Infinity

  function check(): void {
    for (const [id, { element, print }] of known) {
      if (element.isConnected && printOf(element) === print) continue
      known.delete(id)
      due = true
    }
  }

  return {
    of: (id) => known.get(id)?.element,
    keep(wanted) {
      const next = new Set(wanted)
      for (const id of known.keys()) if (!next.has(id)) known.delete(id)
      for (const id of next) if (!ids.has(id)) due = true
      ids = next
    },
    ask() {
      check()
      if (!due || ids.size === 0 || clock() - askedAt < GAP_MS) return
      due = false
      askedAt = clock()
      const tiles = adapter.tiles(doc)
      known.clear()
      for (const id of ids) {
        const element = tiles.get(id)
        if (element !== undefined) known.set(id, { element, print: printOf(element) })
      }
    },
    turn() {
      due = true
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
