import type { CameraReading } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import type { MeetPage } from './page.ts'

/**
 * Whether a tile shows a live picture (dom/meet.md §2).
 *
 * A camera that was off all along leaves the video layer empty. One that is switched off during the call leaves a dead `<video>`
 * (`display: none`, no `srcObject`), and switching it on again adds a second one: so every video of the tile is looked at, and one
 * that shows a picture wins. The avatar says nothing; it stays in the page behind the picture.
 *
 * A displayed video without a source is "off" only if we saw it with one before. Otherwise nobody can tell: in a saved page every
 * video is like that, and on a live page one that was added a moment ago.
 */
export function readCamera(page: MeetPage, tile: Element): CameraReading {
  const videos = [...tile.getElementsByTagName('video')]
  if (videos.length === 0) {
    // Without the layer this is not the tile that we know, and "no video" proves nothing.
    if (page.first('videoLayer', tile) === undefined) return { state: 'unknown', why: 'cannotTell' }
    return { state: 'off', why: 'noVideoElement' }
  }
  if (!isDisplayed(tile)) return { state: 'unknown', why: 'cannotTell' }
  const readings = videos.map((video) => readVideo(page, video))
  return (
    readings.find(({ state }) => state === 'on') ??
    readings.find(({ state }) => state === 'unknown') ??
    readings.find(({ why }) => why === 'trackEnded') ??
    readings[0] ?? { state: 'unknown', why: 'cannotTell' }
  )
}

function readVideo(page: MeetPage, video: HTMLVideoElement): CameraReading {
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
export function isLiveVideo(page: MeetPage, video: HTMLVideoElement): boolean {
  const source = video.srcObject
  if (source === null || !('getVideoTracks' in source)) return false
  return readVideo(page, video).state === 'on'
}

/** The video of a tile whose picture can be looked at right now. */
export function liveVideoOf(page: MeetPage, tile: Element): HTMLVideoElement | undefined {
  return [...tile.getElementsByTagName('video')].find(
    (video) => readVideo(page, video).state === 'on',
  )
}
