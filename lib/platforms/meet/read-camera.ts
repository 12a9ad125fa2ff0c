import type { CameraReading } from '../../meeting/index.ts'
import { readVideos, videosOf } from '../dom/camera.ts'
import { isDisplayed } from '../dom/displayed.ts'
import type { MeetPage } from './page.ts'

/**
 * Whether a tile shows a live picture (dom/meet.md §2).
 *
 * A camera that was off all along leaves the video layer empty. One that is switched off during the call leaves a dead `<video>`
 * (`display: none`, no `srcObject`), and switching it on again adds a second one: so every video of the tile is looked at, and one
 * that shows a picture wins. The avatar says nothing; it stays in the page behind the picture.
 */
export function readCamera(page: MeetPage, tile: Element): CameraReading {
  const videos = videosOf(tile)
  if (videos.length === 0) {
    // Without the layer this is not the tile that we know, and "no video" proves nothing.
    if (page.first('videoLayer', tile) === undefined) return { state: 'unknown', why: 'cannotTell' }
    return { state: 'off', why: 'noVideoElement' }
  }
  if (!isDisplayed(tile)) return { state: 'unknown', why: 'cannotTell' }
  return readVideos(page.memory.hadStream, videos)
}
