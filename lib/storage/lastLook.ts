import { z } from 'zod'
import { browser } from '../bus/browser.ts'

/** When it was last looked for what is past its days, by the clock of that moment. */
const lastLook = z.object({
  at: z.number(),
  /** The clock was not yet believed: by this moment nothing has been deleted. */
  heldSince: z.number().exactOptional(),
})
export type LastLook = Readonly<z.infer<typeof lastLook>>

const LAST_LOOK_KEY = 'lastLook'

/** Undefined where it was never looked, or what is stored can't be read. */
export async function readLastLook(): Promise<LastLook | undefined> {
  const stored = (await browser.storage.local.get(LAST_LOOK_KEY))[LAST_LOOK_KEY]
  return lastLook.safeParse(stored).data
}

export async function writeLastLook(look: LastLook): Promise<void> {
  await browser.storage.local.set({ [LAST_LOOK_KEY]: lastLook.parse(look) })
}
