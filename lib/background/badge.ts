import type { BadgeView } from '../views/badge.ts'

/**
 * Keeps the toolbar icon as the views say: nothing urgent is lost while the panel is closed or folded. The browser is asked only when
 * something changes; the views come several times a second while a class arrives.
 */
export function keepBadge(): (badge: BadgeView) => void {
  let shown = ''
  return (badge) => {
    const wanted = JSON.stringify(badge)
    if (wanted === shown) return
    shown = wanted
    const { text, title, colour, textColour } = badge
    Promise.all([
      chrome.action.setBadgeText({ text }),
      chrome.action.setBadgeBackgroundColor({ color: colour }),
      chrome.action.setBadgeTextColor({ color: textColour }),
      chrome.action.setTitle({ title }),
    ]).catch((failure: unknown) => {
      // Tried again with the next view.
      shown = ''
      console.warn('The badge could not be set', failure)
    })
  }
}
