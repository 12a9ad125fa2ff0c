import type { Page } from 'puppeteer'

/** More stops than any page of ours has; past them the control can't be reached. */
const MOST_STOPS = 120

/** Goes on with Tab alone until the control of this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const met: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const here = await focusedName(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    met.push(here)
  }
  throw new Error(`Tab never comes to ${String(name)}. It met: ${[...new Set(met)].join(' | ')}`)
}

/** Tab to a control, then the key that works it. */
export async function pressByKey(
  page: Page,
  name: string | RegExp,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** What the control with the focus is called; empty where none has it, or where its focus can't be seen. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || !active.matches(':focus-visible')) return ''
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : undefined
    return (active.ariaLabel ?? (label ?? active).textContent ?? '').replace(/\s+/gu, ' ').trim()
  })
}
