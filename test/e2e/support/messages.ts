import type { Page } from 'puppeteer'

export interface MessagesSeen {
  readonly messages: readonly unknown[]
  /** What in them is neither text, number, truth, list nor plain record, by its kind: messages are cloned, so that they could carry pictures. */
  readonly strange: readonly string[]
}

/** Collects every message that reaches the panel’s port from now on, in a page of the extension. */
export async function followMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    const messages: unknown[] = []
    const strange: string[] = []
    Reflect.set(window, '__messages', { messages, strange })
    const look = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      if (kind === 'Object' || kind === 'Array') Object.values(value).forEach(look)
      else strange.push(kind)
    }
    const connect = (): void => {
      const port = chrome.runtime.connect({ name: 'panel' })
      port.onMessage.addListener((message: unknown) => {
        messages.push(message)
        look(message)
      })
      // The worker may end and come back.
      port.onDisconnect.addListener(() => setTimeout(connect, 400))
    }
    connect()
  })
}

export async function messagesSeen(page: Page): Promise<MessagesSeen> {
  return page.evaluate(() => Reflect.get(window, '__messages') as never)
}
