import type { Platform } from '../meeting/index.ts'
import { platformOf as siteOf } from '../meeting/sites.ts'

/**
 * Who really sent a message, from the fields that the browser itself stamps. The only place that reads `sender.*`.
 *
 * Measured on Chromium 156: a content script has `origin` = the page's origin, `tab` and `frameId` 0; a page of ours has the
 * extension's origin, and a `tab` too when it is opened in one. So `tab` alone proves nothing.
 *
 *   sender.id is ours? ── no ─▶ refused
 *        │ yes
 *   origin is the extension's? ── yes ─▶ a page of ours (by its path: panel, options, record, self-test, offscreen)
 *        │ no
 *   origin is a meeting site, frameId 0, with a tab? ── yes ─▶ a content script in that meeting
 *        │ no
 *     refused
 */
export type Proof =
  | { readonly from: 'page'; readonly page: OurPage }
  | {
      readonly from: 'meeting'
      readonly platform: Platform
      readonly tabId: number
      readonly windowId: number
      readonly url: string
    }

export type OurPage =
  'sidepanel' | 'options' | 'record' | 'selftest' | 'welcome' | 'practice' | 'offscreen'

/** The stamped fields of a sender, as far as they are looked at. */
export interface Stamped {
  readonly id?: string | undefined
  readonly origin?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
  readonly tab?:
    { readonly id?: number | undefined; readonly windowId?: number | undefined } | undefined
}

const PAGES: Readonly<Record<string, OurPage>> = {
  '/sidepanel.html': 'sidepanel',
  '/options.html': 'options',
  '/record.html': 'record',
  '/selftest.html': 'selftest',
  '/welcome.html': 'welcome',
  '/practice.html': 'practice',
  '/offscreen.html': 'offscreen',
}

/** Undefined means: refuse. `extensionId` is the id of this very extension. */
export function proveSender(sender: Stamped | undefined, extensionId: string): Proof | undefined {
  if (sender === undefined || sender.id !== extensionId) return undefined
  const origin = sender.origin ?? originOf(sender.url)
  if (origin === `chrome-extension://${extensionId}`) {
    const page = PAGES[pathOf(sender.url)]
    return page === undefined ? undefined : { from: 'page', page }
  }
  const platform = origin === undefined ? undefined : siteOf(origin)
  const tabId = sender.tab?.id
  if (platform === undefined || tabId === undefined || sender.frameId !== 0) return undefined
  return {
    from: 'meeting',
    platform,
    tabId,
    windowId: sender.tab?.windowId ?? -1,
    url: sender.url ?? '',
  }
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}

function pathOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : ''
}
