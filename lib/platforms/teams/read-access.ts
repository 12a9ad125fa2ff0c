import type { Access, HealthItem, Phase } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl } from '../dom/text.ts'
import type { TeamsPage } from './page.ts'
import { bannerTexts } from './read-notices.ts'

/** What can be seen of the lock at this moment. */
export interface LockNow {
  readonly state: 'locked' | 'unlocked' | 'unknown'
  readonly seenAt: 'badge' | 'panel' | 'nowhere'
  readonly label: string
}

/**
 * Teams says "locked" in a banner that can be dismissed, and in a menu whose item is then called "Unlock". With neither in sight the
 * lock is what was last seen, and the health says that it can't be seen now. The item "Lock meeting" proves an open lock, its absence
 * proves nothing: the menu may be that of an attendee. Only words that were read off the site count.
 */
export function lockNow(page: TeamsPage, banners?: readonly string[]): LockNow {
  const { words } = page.looks
  for (const item of openMenuItems(page)) {
    const label = nameOfControl(item)
    const seen = (key: string) => words.match(key, label)?.certain === true
    if (seen('unlockItem'))
      return { state: 'locked', seenAt: 'panel', label: clip(label, MAX_NAME) }
    if (seen('lockItem'))
      return { state: 'unlocked', seenAt: 'panel', label: clip(label, MAX_NAME) }
  }
  for (const text of banners ?? bannerTexts(page)) {
    if (words.match('lockedBanner', text)?.certain === true)
      return { state: 'locked', seenAt: 'badge', label: clip(text, MAX_NAME) }
    if (words.match('unlockedBanner', text)?.certain === true)
      return { state: 'unlocked', seenAt: 'badge', label: clip(text, MAX_NAME) }
  }
  return { state: 'unknown', seenAt: 'nowhere', label: '' }
}

/** Items of the menus that are open, without the gallery of tiles, which is a menu to its role as well (dom facts §2). */
export function openMenuItems(page: TeamsPage): Element[] {
  return openMenus(page).flatMap((menu) => page.all('menuItem', menu).filter(isDisplayed))
}

export function openMenus(page: TeamsPage): Element[] {
  const galleries = new Set(page.all('gallery'))
  return page
    .all('menu')
    .filter(
      (menu) =>
        !galleries.has(menu) &&
        isDisplayed(menu) &&
        page.first('tile', menu) === undefined &&
        page.around('tile', menu) === undefined,
    )
}

export function readAccess(page: TeamsPage, now: LockNow = lockNow(page)): Access {
  const { memory } = page
  if (now.state !== 'unknown') memory.lock = { locked: now.state === 'locked', label: now.label }
  const { lock } = memory
  if (lock === undefined)
    return { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' }
  const seenAt = now.seenAt === 'nowhere' ? 'panel' : now.seenAt
  if (lock.locked) return { state: 'locked', askToJoin: 'off', seenAt, label: lock.label }
  // Not locked says nothing about who must wait in the lobby; "trusted" is what Teams starts every meeting with.
  return { state: 'trusted', askToJoin: 'unknown', seenAt, label: lock.label }
}

/** How far the lock can be trusted. */
export function lockHealth(phase: Phase, access: Access, now: LockNow): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  if (access.state === 'unknown') return { level: 'blind', why: 'badgeMissing' }
  return now.state === 'unknown' ? { level: 'partial', why: 'panelClosed' } : { level: 'complete' }
}
