import type { Page, Protocol } from 'puppeteer'
import { WORDS_IN } from '../../../components/overlay/drawn.ts'

/**
 * Finds a button of the overlay by its text and clicks it with a real mouse. The overlay lives in a closed shadow root, which no
 * script of the page (nor puppeteer's selectors) can see into; the browser's own inspector can.
 */
export async function clickOverlay(page: Page, text: string | RegExp, ms = 15_000): Promise<void> {
  const session = await page.createCDPSession()
  const until = Date.now() + ms
  try {
    while (Date.now() < until) {
      const box = await find(session, text)
      if (box !== undefined) {
        await page.mouse.click(box.x, box.y)
        return
      }
      await new Promise((done) => setTimeout(done, 200))
    }
  } finally {
    await session.detach()
  }
  throw new Error(`The overlay shows no button ${String(text)} within ${ms} ms.`)
}

type Session = Awaited<ReturnType<Page['createCDPSession']>>

async function find(
  session: Session,
  text: string | RegExp,
): Promise<{ x: number; y: number } | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  for (const node of closedButtons(root, false)) {
    const said = textOf(node).trim()
    if (typeof text === 'string' ? said !== text : !text.test(said)) continue
    // A hidden button has no box.
    const model = await session
      .send('DOM.getBoxModel', { backendNodeId: node.backendNodeId })
      .catch(() => undefined)
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model?.model.content ?? []
    if (model !== undefined && right > left) return { x: (left + right) / 2, y: (top + bottom) / 2 }
  }
  return undefined
}

function closedButtons(node: Protocol.DOM.Node, closed: boolean): Protocol.DOM.Node[] {
  const own = closed && node.nodeName === 'BUTTON' ? [node] : []
  const below = (node.children ?? []).flatMap((child) => closedButtons(child, closed))
  const shadows = (node.shadowRoots ?? []).flatMap((root) =>
    closedButtons(root, closed || root.shadowRootType === 'closed'),
  )
  return [...own, ...below, ...shadows]
}

/** The words of the overlay are drawn from an attribute (components/overlay/drawn.ts); the inspector lists name, value, name, value. */
function textOf({ attributes = [], children = [] }: Protocol.DOM.Node): string {
  const at = attributes.findIndex((name, index) => index % 2 === 0 && name === WORDS_IN)
  const own = at < 0 ? '' : (attributes[at + 1] ?? '')
  return own + children.map(textOf).join('')
}
