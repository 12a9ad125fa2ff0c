import type { CDPSession } from 'puppeteer'

/** What a picture, or a measure taken from one, is held in. */
export const PICTURES = ['ImageBitmap', 'ImageData', 'VideoFrame', 'Float32Array'] as const

/** How many living objects of these kinds a world holds, after a collection of what is no longer used. */
export async function living(
  session: CDPSession,
  kinds: readonly string[],
  contextId?: number,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {}
  for (const kind of kinds) {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `globalThis.${kind}?.prototype`,
      ...(contextId === undefined ? {} : { contextId }),
    })
    if (result.objectId === undefined) continue
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
    })
    const length = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    })
    found[kind] = Number(length.result.value)
  }
  return found
}
