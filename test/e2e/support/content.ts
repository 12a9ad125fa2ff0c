import type { CDPSession, Page } from 'puppeteer'

/** Runs an expression in the extension's own world of a meeting page: what its script could do if somebody took it over. */
export function inContentScript(page: Page, expression: string): Promise<unknown> {
  return inOurWorld(page, async (session, contextId) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  })
}

/** The lengths of all living stretches of bytes in that world, such as a decoder's picture is held in; what is unused is collected first. */
export function bytesHeld(page: Page): Promise<readonly number[]> {
  return inOurWorld(page, async (session, contextId) => {
    const lengths: number[] = []
    // An array of bytes has no buffer of its own in the browser's books until somebody asks for it.
    for (const expression of [
      'ArrayBuffer.prototype',
      'Object.getPrototypeOf(Uint8Array).prototype',
    ]) {
      const evaluated = await session.send('Runtime.evaluate', { contextId, expression })
      const { objects } = await session.send('Runtime.queryObjects', {
        prototypeObjectId: evaluated.result.objectId ?? '',
      })
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration:
          'function () { return this.filter((one) => ArrayBuffer.isView(one) || one instanceof ArrayBuffer).map((one) => one.byteLength) }',
        returnByValue: true,
      })
      lengths.push(...(result.value as readonly number[]))
    }
    return lengths
  })
}

async function inOurWorld<T>(
  page: Page,
  work: (session: CDPSession, contextId: number) => Promise<T>,
): Promise<T> {
  const session = await page.createCDPSession()
  const contexts: { id: number; name: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) =>
    contexts.push({ id: context.id, name: context.name }),
  )
  try {
    await session.send('Runtime.enable')
    const ours = contexts.find(({ name }) => name === 'Lesson Steward')
    if (ours === undefined) throw new Error('The page has no world of Lesson Steward.')
    return await work(session, ours.id)
  } finally {
    await session.detach()
  }
}
