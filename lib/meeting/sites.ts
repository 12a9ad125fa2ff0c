import type { Platform } from './observation.ts'

/**
 * The meeting sites that the extension works on, as data: the one list behind the manifest's hosts, the content scripts, the proof of a
 * sender and the search for open tabs.
 */
export interface MeetingSite {
  readonly platform: Platform
  /** Host names, all over https (dom facts: meet.md §1, teams.md §1). Government hosts of Teams are not among them. */
  readonly hosts: readonly string[]
  /** The content script in the built extension. */
  readonly script: string
}

export const MEETING_SITES = [
  { platform: 'meet', hosts: ['meet.google.com'], script: '/content-scripts/meet.js' },
  {
    platform: 'teams',
    hosts: ['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft'],
    script: '/content-scripts/teams.js',
  },
] as const satisfies readonly MeetingSite[]

/** What people call the sites. */
export const SITE_NAMES: Readonly<Record<Platform, string>> = {
  meet: 'Google Meet',
  teams: 'Microsoft Teams',
}

/** Match patterns of a site, e.g. "https://meet.google.com/*". */
export function matchesOf(platform: Platform): string[] {
  return MEETING_SITES.filter((site) => site.platform === platform).flatMap((site) =>
    site.hosts.map((host) => `https://${host}/*`),
  )
}

/** The site that an origin belongs to, e.g. "https://teams.live.com"; undefined where it is none. */
export function platformOf(origin: string): Platform | undefined {
  return MEETING_SITES.find((site) => site.hosts.some((host) => origin === `https://${host}`))
    ?.platform
}
