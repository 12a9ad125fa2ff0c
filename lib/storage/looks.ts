import { z } from 'zod'
import { browser } from '../bus/browser.ts'
import type { LooksStore, PackFile } from '../desk/looks.ts'
import type { Platform } from '../meeting/index.ts'
import { readManaged } from './managed.ts'
import { packFile } from './packFile.ts'

/** Packs from files, in `storage.local`: out of reach for content scripts. */
export const LOOKS_KEY = 'looks'

/** Version 1. What can't be read is as if it had never been loaded: the shipped packs are always there. */
const stored = z.object({
  version: z.literal(1),
  meet: packFile.exactOptional(),
  teams: packFile.exactOptional(),
})
type Stored = z.infer<typeof stored>

async function read(): Promise<Stored> {
  const found = (await browser.storage.local.get(LOOKS_KEY))[LOOKS_KEY]
  if (found === undefined) return { version: 1 }
  const parsed = stored.safeParse(found)
  if (parsed.success) return parsed.data
  console.warn('The stored selector packs could not be read.', parsed.error.message)
  return { version: 1 }
}

export function browserLooks(): LooksStore {
  return {
    async files() {
      const { meet, teams } = await read()
      return { ...(meet === undefined ? {} : { meet }), ...(teams === undefined ? {} : { teams }) }
    },
    async keep(platform: Platform, file: PackFile | undefined) {
      const { [platform]: _old, ...rest } = await read()
      const next = file === undefined ? rest : { ...rest, [platform]: file }
      await browser.storage.local.set({ [LOOKS_KEY]: next })
    },
    async school() {
      const { selectorPackMeet, selectorPackTeams } = await readManaged(browser.storage.managed)
      return {
        ...(selectorPackMeet === undefined ? {} : { meet: selectorPackMeet }),
        ...(selectorPackTeams === undefined ? {} : { teams: selectorPackTeams }),
      }
    },
    async filesOff() {
      const { featuresOff = [] } = await readManaged(browser.storage.managed)
      return featuresOff.includes('selectorPackFiles')
    },
  }
}
