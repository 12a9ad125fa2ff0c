import type { Page } from 'puppeteer'

/**
 * Every text in the memory of a page's process: of the page itself and of the extension's script in it, reachable or in a message
 * that still waits. Taken with the browser's own heap snapshot.
 */
export async function textsOfPage(page: Page): Promise<readonly string[]> {
  const session = await page.createCDPSession()
  const parts: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const snapshot = JSON.parse(parts.join('')) as { readonly strings: readonly string[] }
  return snapshot.strings
}
