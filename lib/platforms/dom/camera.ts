import type { CameraReading } from '../../meeting/index.ts'
import { isDisplayed } from './displayed.ts'

/**
 * What the videos of a tile say about its camera, the same on both sites. `hadStream` remembers which `<video>` once had a picture: an
 * emptied one looks like one that never had any.
 *
 * A displayed video without a source is "off" only if we saw it with one before. Otherwise nobody can tell: in a saved page every
 * video is like that, and on a live page one that was added a moment ago.
 */
export function readVideos(
  hadStream: WeakSet<Element>,
  videos: readonly HTMLVideoElement[],
): CameraReading {
  const readings = videos.map((video) => readVideo(hadStream, video))
  return (
    readings.find(({ state }) => state === 'on') ??
    readings.find(({ state }) => state === 'unknown') ??
    readings.find(({ why }) => why === 'trackEnded') ??
    readings[0] ?? { state: 'unknown', why: 'cannotTell' }
  )
}

/** The videos of a tile, which can be a `<video>` itself. */
export function videosOf(tile: Element): HTMLVideoElement[] {
  return tile instanceof HTMLVideoElement ? [tile] : [...tile.getElementsByTagName('video')]
}

function readVideo(hadStream: WeakSet<Element>, video: HTMLVideoElement): CameraReading {
  const source = video.srcObject
  if (source !== null) hadStream.add(video)
  if (!isDisplayed(video)) return { state: 'off', why: 'videoHidden' }
  if (source === null) {
    return hadStream.has(video)
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
export function isLiveVideo(hadStream: WeakSet<Element>, video: HTMLVideoElement): boolean {
  const source = video.srcObject
  if (source === null || !('getVideoTracks' in source)) return false
  return readVideo(hadStream, video).state === 'on'
}

/** The video of a tile whose picture can be looked at right now. */
export function liveVideoOf(
  hadStream: WeakSet<Element>,
  tile: Element,
): HTMLVideoElement | undefined {
  return videosOf(tile).find((video) => readVideo(hadStream, video).state === 'on')
}
