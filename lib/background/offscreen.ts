/**
 * The offscreen page hosts the room model while a lesson runs. There can be only one per profile, and two starts at once would
 * fail, so every change goes through one chain.
 *
 *   absent ── wanted ─▶ being created ─▶ present ── not wanted ─▶ closed
 *      ▲                                    │
 *      └──── it died: nobody tells ─────────┘
 *
 * A browser that is short of memory may end the page, and says so to nobody. So whoever goes on wanting it has it looked for now and then.
 */
const OFFSCREEN_URL = 'offscreen.html'
/** The same wish comes with every view, many times a second: the browser is asked no oftener than this. */
const LOOK_EVERY_MS = 5_000

export interface OffscreenKeeper {
  want(wanted: boolean): void
}

export function keepOffscreen(
  onFailure: (failure: unknown) => void,
  clock: () => number = () => performance.now(),
): OffscreenKeeper {
  let wanted = false
  let lookedAt = -Infinity
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
      const now = clock()
      if (next === wanted && now - lookedAt < LOOK_EVERY_MS) return
      wanted = next
      lookedAt = now
      chain = chain.then(apply).catch(onFailure)
    },
  }
}
