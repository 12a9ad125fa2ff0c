import { h } from '../dom.ts'
import { iconButton } from '../icon.ts'
import type { LabelKey } from '../labels/en.ts'
import type { Model } from '../model.ts'
import type { Cleanup, Page } from '../page-context.ts'

/** The label of the badge. Only the one for "open" was captured (Meet facts §5), the others are invented. */
export function badgeLabel(access: Model['access']): LabelKey {
  if (access.type === 'open') return 'badgeOpen'
  if (access.type === 'trusted') return access.askToJoin ? 'badgeTrusted' : 'badgeTrustedShut'
  return access.askToJoin ? 'badgeRestricted' : 'badgeRestrictedShut'
}

/** `button[jsname=kNx9ke]`: who may come in, in one sentence. The icon word is the same for all, none other is known. */
export function accessBadge(page: Page, cleanup: Cleanup): HTMLElement {
  const { model, say } = page
  const badge = iconButton('meeting_room', say(badgeLabel(model.access)), { jsname: 'kNx9ke' })
  cleanup.add(model.on('access', () => badge.label(say(badgeLabel(model.access)))))
  return h('span', {}, badge.wrap)
}
