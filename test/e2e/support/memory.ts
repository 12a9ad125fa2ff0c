import type { CDPSession } from 'puppeteer'

/** What a picture is held in. */
const PICTURES = ['ImageBitmap', 'ImageData', 'VideoFrame'] as const

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

/**
 * How many living pictures of each kind there are in the memory of a context's process, by the browser's own heap snapshot, which first
 * collects what is no longer used. All open pages of one extension share a process. Only the browser's own side of an object counts: the
 * prototypes in each page have none.
 */
export async function picturesHeld(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const parts: string[] = []
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  const { snapshot, nodes, strings } = JSON.parse(parts.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [typeAt, nameAt] = [fields.indexOf('type'), fields.indexOf('name')]
  const found = Object.fromEntries(PICTURES.map((kind) => [kind, 0]))
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt] ?? 0]
    if (type !== 'native') continue
    const name = strings[nodes[at + nameAt] ?? 0] ?? ''
    if (Object.hasOwn(found, name)) found[name] = (found[name] ?? 0) + 1
  }
  return found
}
