/**
 * The offscreen page hosts the room model while a lesson runs. There can be only one per profile, and two starts at once would
 * fail, so every change goes through one chain.
 *
 *   absent ── wanted ─▶ being created ─▶ present ── not wanted for IDLE_MS ─▶ closed
 */
const OFFSCREEN_URL = 'offscreen.html'

export interface OffscreenKeeper {
  want(wanted: boolean): void
}

export function keepOffscreen(onFailure: (failure: unknown) => void): OffscreenKeeper {
  let wanted = false
  let chain: Promise<void> = Promise.resolve()

  async function apply(): Promise<void> {
    const present =
      (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0
    if (wanted && !present) {
      await chrome.offscreen.createDocument({
        url: OFFSCREEN_URL,
        reasons: ['WORKERS'],
        justification:
          'Looks at camera pictures on this computer for rooms that are bedrooms. No picture is kept or sent.',
      })
    } else if (!wanted && present) {
      await chrome.offscreen.closeDocument()
    }
  }

  return {
    want(next) {
      if (next === wanted && next) return
      wanted = next
      chain = chain.then(apply).catch(onFailure)
    },
  }
}
