import type { Browser, Page } from 'puppeteer'
import type { OpenMeet, RemoteSim } from '../../sites/meet/driver.ts'
import { openMeet } from '../../sites/meet/driver.ts'
import type { OpenTeams } from '../../sites/teams/driver.ts'
import { openTeams } from '../../sites/teams/driver.ts'

/** The four interfaces that every shared scenario is played on. */
export const INTERFACES = ['meet-2025', 'meet-2026', 'teams-full', 'teams-light'] as const
export type Interface = (typeof INTERFACES)[number]

export interface OpenCall {
  readonly start?: 'greenRoom' | 'call'
  readonly params?: NonNullable<OpenMeet['params']>
  readonly code?: string
  readonly hl?: 'en' | 'cy' | 'pl' | 'es'
  readonly host?: NonNullable<OpenTeams['host']>
}

/** Opens a simulated call of an interface. What both sites can be told is the same; each ignores what it has no use for. */
export async function openCall(
  browser: Browser,
  where: Interface,
  { host, ...options }: OpenCall = {},
): Promise<{ readonly page: Page; readonly sim: RemoteSim; readonly url: string }> {
  if (where === 'meet-2025' || where === 'meet-2026') {
    const ui = where === 'meet-2025' ? '2025' : '2026'
    return openMeet(browser, { ...options, ui })
  }
  return openTeams(browser, {
    ...options,
    client: where === 'teams-full' ? 'full' : 'light',
    ...(host === undefined ? {} : { host }),
  })
}
