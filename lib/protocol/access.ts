import type { Access, Platform } from '../meeting/index.ts'

/** What was looked at, in the words of the site: Meet has an access badge and host controls, Teams a banner and a menu. */
export function whereSeen(platform: Platform, seenAt: Access['seenAt']): string {
  if (platform === 'teams') return seenAt === 'badge' ? 'Teams says' : 'The menu of Teams says'
  return seenAt === 'panel' ? 'The host controls say' : 'The access badge says'
}
