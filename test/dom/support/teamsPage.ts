import type { Page } from 'puppeteer'

/** Puts a document's content into the open page, with a fresh adapter; `wire` gives the page its behaviour. */
export async function stageTeams(
  page: Page,
  html: string,
  wire: () => void = () => undefined,
): Promise<void> {
  await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    document.documentElement.lang = parsed.documentElement.lang
    document.head.replaceChildren(...parsed.head.childNodes)
    for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
    document.body.replaceChildren(...parsed.body.childNodes)
    const { createTeamsAdapter, TEAMS_PACK } = eval('platforms')
    const timing = { appearMs: 400, effectMs: 320, arriveMs: 600, guideMs: 400 }
    Object.assign(globalThis, { adapter: createTeamsAdapter(TEAMS_PACK, timing) })
  }, html)
  await page.evaluate(wire)
}
