import type { RequestSeen } from '../../sites/server.ts'
import type { Stage } from './browser.ts'

/** Requests that a page or the extension made to anything but the simulated site; Chromium's own (updates, sign-in) are left out. */
export function strangeRequests(stage: Stage): readonly RequestSeen[] {
  return stage.sites.requests.filter((request) => !request.own && !request.byBrowser)
}
