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
  const found = Object.fromEntries(PICTURES.map((kind) => [kind, 0]))
  for (const { name } of await nativeNodes(session))
    if (Object.hasOwn(found, name)) found[name] = (found[name] ?? 0) + 1
  return found
}

/** The sizes of all living stretches of bytes in the same memory, such as a decoder's picture is held in. */
export async function bytesHeld(session: CDPSession): Promise<readonly number[]> {
  const nodes = await nativeNodes(session)
  return nodes.filter(({ name }) => name.endsWith('JSArrayBufferData')).map(({ size }) => size)
}

/** What the browser itself keeps for objects of scripts. */
async function nativeNodes(
  session: CDPSession,
): Promise<readonly { readonly name: string; readonly size: number }[]> {
  const parts: string[] = []
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  const { snapshot, nodes, strings } = JSON.parse(parts.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [typeAt, nameAt, sizeAt] = ['type', 'name', 'self_size'].map((one) => fields.indexOf(one))
  const found: { name: string; size: number }[] = []
  for (let at = 0; at < nodes.length; at += fields.length) {
    const field = (offset = 0): number => nodes[at + offset] ?? 0
    if (types[0][field(typeAt)] === 'native')
      found.push({ name: strings[field(nameAt)] ?? '', size: field(sizeAt) })
  }
  return found
}
