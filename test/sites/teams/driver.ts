import type { Browser, Page } from 'puppeteer'
import { remoteSim as anySim, simReady, type OpenedMeet } from '../meet/driver.ts'
import type { TeamsSim } from './sim.d.ts'

export type { TeamsJoin, TeamsPerson, TeamsSim, TeamsState } from './sim.d.ts'
export { simReady }

/** `window.sim` from outside the page: the same functions, each as a promise. */
export type RemoteTeams = {
  readonly [K in keyof TeamsSim]: (
    ...given: Parameters<TeamsSim[K]>
  ) => Promise<Awaited<ReturnType<TeamsSim[K]>>>
}

export const teamsHosts = [
  'teams.microsoft.com',
  'teams.live.com',
  'teams.cloud.microsoft',
] as const

export interface OpenTeams {
  /** The digits of `/meet/<digits>`. Default "3421960178255". */
  readonly code?: string
  readonly host?: (typeof teamsHosts)[number]
  /** Default "full". */
  readonly client?: 'full' | 'light'
  readonly hl?: 'en' | 'cy' | 'fr' | 'es' | 'pl'
  /** Default "call". The names of the simulated Meet are understood too. */
  readonly start?:
    | 'launcher'
    | 'prejoin'
    | 'greenRoom'
    | 'connecting'
    | 'lobby'
    | 'waiting'
    | 'call'
    | 'offStage'
    | 'ended'
  /** Further choices of the address, see README.md. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Use this tab instead of a new one. */
  readonly page?: Page
}

export interface OpenedTeams extends OpenedMeet {
  readonly sim: RemoteTeams
}

const defaultCode = '3421960178255'

/** The meeting's thread id, by which long links and the light client name it. */
export function threadOf(code: string): string {
  return `19:meeting_${Buffer.from(`lesson-${code}`).toString('base64url')}@thread.v2`
}

/** The link that a teacher sends round. It leads to the launcher. */
export function joinLink(
  kind: 'short' | 'long' = 'short',
  { code = defaultCode, host = teamsHosts[0] }: Pick<OpenTeams, 'code' | 'host'> = {},
): URL {
  if (kind === 'short') return new URL(`https://${host}/meet/${code}?p=Xy3fTq81LmB0a2`)
  const context = JSON.stringify({ Tid: tenant, Oid: organiser })
  return new URL(
    `https://${host}/l/meetup-join/${encodeURIComponent(threadOf(code))}/0?context=${encodeURIComponent(context)}`,
  )
}

const tenant = '5f0c1f5e-2d0b-4a55-8a3c-0d7c1b7b6a11'
const organiser = '0b7a4b0e-7f6d-4a3d-9b5a-3f1d2c9e8a77'

/** The address of a simulated meeting in its client. Teams facts §1, "intermediate pages". */
export function teamsUrl(options: Omit<OpenTeams, 'page'> = {}): string {
  const {
    code = defaultCode,
    host = teamsHosts[0],
    client = 'full',
    hl = 'en',
    start = 'call',
    params = {},
  } = options
  let url: URL
  if (start === 'launcher') url = joinLink('short', { code, host })
  else if (client === 'full') {
    url = new URL(`https://${host}/v2/?meetingjoin=true`)
    url.hash = `/l/meetup-join/${threadOf(code)}/0`
  } else {
    const coords = JSON.stringify({
      conversationId: threadOf(code),
      tenantId: tenant,
      messageId: '0',
    })
    url = new URL(`https://${host}/light-meetings/launch?agent=web&version=26090105200`)
    url.searchParams.set('coords', Buffer.from(coords).toString('base64'))
    url.searchParams.set('anon', 'true')
    url.searchParams.set('lightExperience', 'true')
  }
  for (const [name, value] of Object.entries({ client, hl, start, ...params })) {
    url.searchParams.set(name, String(value))
  }
  return url.href
}

/** Opens a simulated meeting and waits until its page stands. The browser must run with `sites.chromeArgs`. */
export async function openTeams(browser: Browser, options: OpenTeams = {}): Promise<OpenedTeams> {
  const page = options.page ?? (await browser.newPage())
  const url = teamsUrl(options)
  // From a blank page: two addresses that differ after the "#" only would be one and the same document.
  if (page.url().startsWith('https://teams.')) await page.goto('about:blank')
  await page.goto(url, { waitUntil: 'load' })
  await simReady(page)
  return { page, sim: remoteTeams(page), url }
}

/** The typed surface of a page that shows a simulated meeting. */
export function remoteTeams(page: Page): RemoteTeams {
  // The same proxy: it calls whatever function of that name the page has.
  return anySim(page) as unknown as RemoteTeams
}
