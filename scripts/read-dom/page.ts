import type { Browser, Page } from 'puppeteer'

/**
 * Shows `html` at `url` in a real browser as it was saved: its own scripts do not run and nothing is fetched. Scripts are refused by a
 * policy and not by switching the engine off, because the reader's own callbacks have to run.
 */
export async function showSavedPage(browser: Browser, html: string, url: string): Promise<Page> {
  const page = await browser.newPage()
  // A meeting fits its tiles to the window; a usual screen keeps everything that was saved in sight.
  await page.setViewport({ width: 1440, height: 900 })
  await page.setRequestInterception(true)
  let shown = false
  page.on('request', (request) => {
    if (!shown && request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      shown = true
      void request.respond({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "script-src 'none'; object-src 'none'" },
        body: html,
      })
    } else {
      void request.abort('blockedbyclient')
    }
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return page
}
