import type { TileVideo } from '../meeting/index.ts'

/**
 * Names for "this person in this picture source". An element or a track that is handed to another person gives a new name,
 * and so does a person whose camera is switched off and on.
 */
export function createBindings(): { of(tile: TileVideo): string } {
  const numbers = new WeakMap<HTMLVideoElement, number>()
  let count = 0
  return {
    of(tile) {
      let number = numbers.get(tile.video)
      if (number === undefined) {
        count += 1
        number = count
        numbers.set(tile.video, number)
      }
      return `${tile.participantId} ${number} ${trackOf(tile.video)?.id ?? ''}`
    },
  }
}

function trackOf(video: HTMLVideoElement): MediaStreamTrack | undefined {
  const source = video.srcObject
  // Asked for by what it can do: a MediaSource has no tracks of this kind.
  return source !== null && 'getVideoTracks' in source ? source.getVideoTracks()[0] : undefined
}

/**
 * Whether the video shows a screen, by the track itself: only one that was captured on this computer says so. A share of somebody
 * else is known by its tile (the adapter's part). A screen is nobody's room.
 */
export function showsScreen(video: HTMLVideoElement): boolean {
  const settings: MediaTrackSettings | undefined = trackOf(video)?.getSettings?.()
  return settings?.displaySurface !== undefined
}
