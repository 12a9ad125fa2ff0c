import type { CameraReading } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import type { TeamsPage } from './page.ts'

/**
 * Whether a tile shows a live picture (dom facts §2, §8): a tile holds a `<video>` or an avatar; a tile that will have a picture comes
 * with its avatar first. Videos and their tracks are handed from one person to another, so everything is asked of the tile at this
 * moment. `saysOn`: what the tile's label says, where its words are known.
 *
 * As on Meet, a displayed video without a source is "off" only if it was seen with one before.
 */
export function readCamera(
  page: TeamsPage,
  tile: Element,
  saysOn: boolean | undefined,
): CameraReading {
  if (!isDisplayed(tile)) return { state: 'unknown', why: 'cannotTell' }
  const videos = videosOf(tile)
  if (videos.length === 0) {
    if (saysOn === true) return { state: 'unknown', why: 'noFramesYet' }
    // Without the avatar this is not the tile that we know, and "no video" proves nothing.
    const known = saysOn === false || page.first('tileAvatar', tile) !== undefined
    return known ? { state: 'off', why: 'noVideoElement' } : { state: 'unknown', why: 'cannotTell' }
  }
  const readings = videos.map((video) => readVideo(page, video))
  return (
    readings.find(({ state }) => state === 'on') ??
    readings.find(({ state }) => state === 'unknown') ??
    readings.find(({ why }) => why === 'trackEnded') ??
    readings[0] ?? { state: 'unknown', why: 'cannotTell' }
  )
}

function videosOf(tile: Element): HTMLVideoElement[] {
  return tile instanceof HTMLVideoElement ? [tile] : [...tile.getElementsByTagName('video')]
}

function readVideo(page: TeamsPage, video: HTMLVideoElement): CameraReading {
  const source = video.srcObject
  if (source !== null) page.memory.hadStream.add(video)
  if (!isDisplayed(video)) return { state: 'off', why: 'videoHidden' }
  if (source === null) {
    return page.memory.hadStream.has(video)
      ? { state: 'off', why: 'videoHidden' }
      : { state: 'unknown', why: 'noFramesYet' }
  }
  if (!isLive(source)) return { state: 'off', why: 'trackEnded' }
  if (video.readyState < 2 || video.videoWidth === 0)
    return { state: 'unknown', why: 'noFramesYet' }
  return { state: 'on', why: 'livePicture' }
}

/** A stream object of another kind (a MediaSource) can't be judged by tracks and counts as live. */
function isLive(source: NonNullable<HTMLVideoElement['srcObject']>): boolean {
  if (!('getVideoTracks' in source)) return true
  return source.getVideoTracks().some((track) => track.readyState === 'live')
}

/** Whether a video shows a camera's picture right now; a film from a file is none. */
export function isLiveVideo(page: TeamsPage, video: HTMLVideoElement): boolean {
  const source = video.srcObject
  if (source === null || !('getVideoTracks' in source)) return false
  return readVideo(page, video).state === 'on'
}

/** The video of a tile whose picture can be looked at right now. */
export function liveVideoOf(page: TeamsPage, tile: Element): HTMLVideoElement | undefined {
  return videosOf(tile).find((video) => readVideo(page, video).state === 'on')
}
