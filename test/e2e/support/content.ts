import type { Page } from 'puppeteer'

/** Runs an expression in the extension's own world of a meeting page: what its script could do if somebody took it over. */
export async function inContentScript(page: Page, expression: string): Promise<unknown> {
  const session = await page.createCDPSession()
  const contexts: { id: number; name: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) =>
    contexts.push({ id: context.id, name: context.name }),
  )
  try {
    await session.send('Runtime.enable')
    const ours = contexts.find(({ name }) => name === 'Lesson Steward')
    if (ours === undefined) throw new Error('The page has no world of Lesson Steward.')
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: ours.id,
      awaitPromise: true,
      returnByValue: true,
      expression,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  } finally {
    await session.detach()
  }
}
