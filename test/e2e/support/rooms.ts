import type { Page } from 'puppeteer'
import type { FromOffscreen } from '../../../lib/bus/protocol.ts'
import type { PanelView } from '../../../lib/views/types.ts'
import { view } from './panel.ts'

/** One reading on its way from the offscreen page to the background, and when it was sent (ms since 1970). */
export type ReadingSeen = FromOffscreen['roomReading'] & { readonly at: number }

/**
 * Collects every reading from now on, in a page of the extension: what the offscreen page tells the background reaches all of the
 * extension's own pages.
 */
export async function followReadings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: unknown[] = []
    Reflect.set(window, '__readings', seen)
    chrome.runtime.onMessage.addListener((message: { kind?: string; payload?: object }) => {
      if (message.kind === 'roomReading') seen.push({ ...message.payload, at: Date.now() })
    })
  })
}

export async function readings(page: Page, id?: string): Promise<readonly ReadingSeen[]> {
  const seen = await page.evaluate(() => Reflect.get(window, '__readings') as never)
  return (seen as readonly ReadingSeen[]).filter(
    (one) => id === undefined || one.participantId === id,
  )
}

/** Waits until so many more readings of this person have come. */
export async function moreReadings(page: Page, id: string, count: number): Promise<void> {
  const before = (await readings(page, id)).length
  await until(`${count} more readings of ${id}`, 90_000, async () => {
    return (await readings(page, id)).length >= before + count
  })
}

export async function until(
  what: string,
  ms: number,
  holds: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 150))
  }
  throw new Error(`Waited ${ms} ms for ${what}.`)
}

/** The open prompts about rooms, by the person they are about. */
export function roomPrompts({ prompts }: PanelView): ReadonlyMap<string, PanelView['prompts'][0]> {
  return new Map(
    prompts
      .filter((prompt) => prompt.kind === 'room')
      .flatMap((prompt) => prompt.about.map((id) => [id, prompt] as const)),
  )
}

export async function roomPromptOf(
  panel: Page,
  id: string,
): Promise<PanelView['prompts'][0] | undefined> {
  const now = await view(panel)
  return now === undefined ? undefined : roomPrompts(now).get(id)
}
