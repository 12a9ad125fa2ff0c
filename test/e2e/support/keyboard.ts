import type { Page } from 'puppeteer'

/** More stops than any page of ours has; past them the control can't be reached. */
const MOST_STOPS = 120

/** So long may a page take to give the focus to somewhere else when the control that had it goes away. */
const FOCUS_BACK_MS = 5_000

/**
 * Goes on with Tab alone until the control of this name has the focus. A page may begin with the focus nowhere; once something had it,
 * it is never lost.
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  await focusIsKept(page, name)
  const met: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const here = await focusedName(page)
    if (typeof name === 'string' ? here === name : name.test(here)) {
      await page.evaluate(() => {
        document.documentElement.dataset['hadFocus'] = 'yes'
      })
      return
    }
    met.push(here)
  }
  throw new Error(`Tab never comes to ${String(name)}. It met: ${[...new Set(met)].join(' | ')}`)
}

async function focusIsKept(page: Page, next: string | RegExp): Promise<void> {
  try {
    await page.waitForFunction(
      () =>
        document.documentElement.dataset['hadFocus'] === undefined ||
        (document.activeElement !== null && document.activeElement !== document.body),
      { timeout: FOCUS_BACK_MS },
    )
  } catch (cause) {
    throw new Error(`The focus was lost before the way to ${String(next)}.`, { cause })
  }
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
