import { browser } from '../bus/browser.ts'
import { lastLook } from '../desk/lastLook.ts'
import type { LastLook } from '../desk/lastLook.ts'

const LAST_LOOK_KEY = 'lastLook'

/** Undefined where it was never looked, or what is stored can't be read. */
export async function readLastLook(): Promise<LastLook | undefined> {
  const stored = (await browser.storage.local.get(LAST_LOOK_KEY))[LAST_LOOK_KEY]
  return lastLook.safeParse(stored).data
}

export async function writeLastLook(look: LastLook): Promise<void> {
  await browser.storage.local.set({ [LAST_LOOK_KEY]: lastLook.parse(look) })
}
