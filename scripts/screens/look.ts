import type { CDPSession, Page } from 'puppeteer'
import type { Scheme } from './arguments.ts'
import type { Shot } from './shots.ts'

/** Opens one page in its state, as it is pictured and checked. */
export async function openShot(page: Page, galleryUrl: string, shot: Shot): Promise<void> {
  await page.goto(`${galleryUrl}?${shot.query}`)
  await page.waitForSelector('h1')
  await page.waitForFunction(() => !document.body.innerText.includes('Just a moment'))
  await shot.prepare?.(page)
}

/**
 * The colours of a page, without motion so that none is judged half-way. By the protocol itself: puppeteer's own function knows neither
 * forced colours nor more contrast. It lasts as long as the session that asked for it.
 */
export async function setLook(look: CDPSession, scheme: Scheme): Promise<void> {
  await look.send('Emulation.setEmulatedMedia', {
    media: scheme === 'print' ? 'print' : 'screen',
    features: [
      { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-contrast', value: scheme === 'contrast' ? 'more' : 'no-preference' },
      { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
    ],
  })
}

/** Two frames: what measures itself has settled. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}
