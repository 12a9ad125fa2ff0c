import type { TileVideo } from '../../meeting/index.ts'
import { OWN_PREVIEW } from '../../vision/preview.ts'
import { isLiveVideo } from '../dom/camera.ts'
import type { MeetPage } from './page.ts'

/**
 * The green room, as the last full reading placed it, and nothing of a call in the page since: the reading is up to some seconds
 * old, and in a call the largest picture is a child's. The leave button stands on the waiting page too (dom facts §1), so there
 * nothing is looked at either.
 */
export function isGreenRoom(page: MeetPage): boolean {
  return (
    page.memory.phase === 'greenRoom' &&
    page.first('leaveButton') === undefined &&
    page.first('afterAdmission') === undefined
  )
}

/** Smaller ones are samples of effects in a menu. CSS pixels. */
const SMALLEST_SIDE = 100

/**
 * The teacher's own picture before the call: the largest live camera on show. Nobody has captured this page (dom facts §1), so it
 * rests on what must be so: nobody else is in it, and her picture is the large one. An id in it is not hers in the call.
 */
export function previewOf(page: MeetPage): readonly TileVideo[] {
  let best: { readonly video: HTMLVideoElement; readonly area: number } | undefined
  for (const video of page.doc.getElementsByTagName('video')) {
    if (!isLiveVideo(page.memory.hadStream, video)) continue
    const { width, height } = video.getBoundingClientRect()
    if (Math.min(width, height) < SMALLEST_SIDE) continue
    if (best === undefined || width * height > best.area) best = { video, area: width * height }
  }
  return best === undefined ? [] : [{ participantId: OWN_PREVIEW, video: best.video, isSelf: true }]
}
