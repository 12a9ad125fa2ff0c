import type { TileVideo } from '../../meeting/index.ts'
import { OWN_PREVIEW } from '../../vision/preview.ts'
import { isLiveVideo } from '../dom/camera.ts'
import type { TeamsPage } from './page.ts'

/** Smaller ones are samples of effects in a menu. CSS pixels. */
const SMALLEST_SIDE = 100

/**
 * The teacher's own picture on the page before the call: the largest live camera within that page's own screen (dom facts §1, its
 * capture has the preview there). Nothing where anything of a call is in the page: there the largest picture is a child's.
 */
export function previewOf(page: TeamsPage): readonly TileVideo[] {
  const screen = page.first('prejoin')
  if (screen === undefined || page.first('hangUp') !== undefined) return []
  let best: { readonly video: HTMLVideoElement; readonly area: number } | undefined
  for (const video of screen.getElementsByTagName('video')) {
    if (!isLiveVideo(page.memory.hadStream, video)) continue
    const { width, height } = video.getBoundingClientRect()
    if (Math.min(width, height) < SMALLEST_SIDE) continue
    if (best === undefined || width * height > best.area) best = { video, area: width * height }
  }
  return best === undefined ? [] : [{ participantId: OWN_PREVIEW, video: best.video, isSelf: true }]
}
