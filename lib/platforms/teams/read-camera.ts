import type { CameraReading } from '../../meeting/index.ts'
import { readVideos, videosOf } from '../dom/camera.ts'
import { isDisplayed } from '../dom/displayed.ts'
import type { TeamsPage } from './page.ts'

/**
 * Whether a tile shows a live picture (dom facts §2, §8): a tile holds a `<video>` or an avatar; a tile that will have a picture comes
 * with its avatar first. Videos and their tracks are handed from one person to another, so everything is asked of the tile at this
 * moment. `saysOn`: what the tile's label says, where its words are known.
 */
export function readCamera(
  page: TeamsPage,
  tile: Element,
  saysOn: boolean | undefined,
): CameraReading {
  if (!isDisplayed(tile)) return { state: 'unknown', why: 'cannotTell' }
  const videos = videosOf(tile)
  if (videos.length > 0) return readVideos(page.memory.hadStream, videos)
  if (saysOn === true) return { state: 'unknown', why: 'noFramesYet' }
  // Without the avatar this is not the tile that we know, and "no video" proves nothing.
  const known = saysOn === false || page.first('tileAvatar', tile) !== undefined
  return known ? { state: 'off', why: 'noVideoElement' } : { state: 'unknown', why: 'cannotTell' }
}
