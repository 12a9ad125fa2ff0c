import type { Access, Platform } from '../meeting/index.ts'
import { t } from '../words/say.ts'

/** What was looked at, in the words of the site: Meet has an access badge and host controls, Teams a banner and a menu. */
export function whereSeen(platform: Platform, seenAt: Access['seenAt']): string {
  if (platform === 'teams')
    return seenAt === 'badge' ? t('Teams says') : t('The menu of Teams says')
  return seenAt === 'panel' ? t('The host controls say') : t('The access badge says')
}
