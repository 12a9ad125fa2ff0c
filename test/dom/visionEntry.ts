import { createDeveloper } from '../../lib/vision/develop.ts'
import { createRoomClassifier } from '../../lib/vision/host.ts'
import type { RoomClassifier } from '../../lib/vision/classifier.ts'
import { glance, grab } from '../../lib/vision/grab.ts'
import { release } from '../../lib/vision/picture.ts'
import type { Picture } from '../../lib/vision/picture.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import { MODEL_HEIGHT, MODEL_WIDTH } from '../../models/preprocess.mjs'
import { sampledFile, vectorPixels } from '../../scripts/eval-rooms/vectors.mjs'

/** Chromium's own, of which the library of types knows nothing. */
declare const MediaStreamTrackGenerator: new (init: {
  readonly kind: 'video'
}) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> }

let classifier: RoomClassifier | undefined

/** Every canvas that the host has made for itself. */
const canvases: OffscreenCanvas[] = []

/** Starts the shipped host; gives back 'ready' or why there is none. */
export async function start(): Promise<string> {
  const real = OffscreenCanvas
  globalThis.OffscreenCanvas = class extends real {
    constructor(width: number, height: number) {
      super(width, height)
      canvases.push(this)
    }
  }
  const made = await createRoomClassifier().finally(() => (globalThis.OffscreenCanvas = real))
  if ('failed' in made) return made.failed
  classifier = made
  return 'ready'
}

type Paint = (pen: OffscreenCanvasRenderingContext2D, width: number, height: number) => void

const PAINTS: Readonly<Record<string, Paint>> = {
  black(pen, width, height) {
    pen.fillRect(0, 0, width, height)
  },
  /** A wall, a window, a piece of furniture: nothing to recognise, but a lively picture. */
  room(pen, width, height) {
    const light = pen.createLinearGradient(0, 0, width, height)
    light.addColorStop(0, '#d9cbb4')
    light.addColorStop(1, '#7c6a55')
    pen.fillStyle = light
    pen.fillRect(0, 0, width, height)
    pen.fillStyle = '#cfe6ff'
    pen.fillRect(width * 0.1, height * 0.1, width * 0.25, height * 0.4)
    pen.fillStyle = '#4a2f1d'
    pen.fillRect(width * 0.5, height * 0.55, width * 0.45, height * 0.45)
  },
  /** A camera that aims at a bright window: the room around it sinks into the dark. */
  darkRoomBrightWindow(pen, width, height) {
    const dark = pen.createLinearGradient(0, 0, width, height)
    dark.addColorStop(0, '#0b0a09')
    dark.addColorStop(1, '#020202')
    pen.fillStyle = dark
    pen.fillRect(0, 0, width, height)
    pen.fillStyle = '#ffffff'
    pen.fillRect(width * 0.42, height * 0.1, width * 0.05, height * 0.12)
  },
  torn(pen, width, height) {
    PAINTS['room']?.(pen, width, height)
    pen.fillStyle = '#7f7f7f'
    pen.fillRect(0, height * 0.6, width, height * 0.4)
  },
}

export async function look(
  paint: string,
  width: number,
  height: number,
  mirrored = false,
): Promise<RoomReading | 'noPicture'> {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (pen === null || classifier === undefined) throw new Error('not started')
  PAINTS[paint]?.(pen, width, height)
  const bitmap = await createImageBitmap(canvas)
  try {
    return classifier.classify(bitmap, mirrored)
  } finally {
    bitmap.close()
  }
}

/** The shipped host's scores for a picture of just the model's size, so that nothing is drawn larger or smaller on the way. */
async function scoresOf(pixels: Uint8ClampedArray<ArrayBuffer>): Promise<RoomReading['scores']> {
  const bitmap = await createImageBitmap(new ImageData(pixels, MODEL_WIDTH, MODEL_HEIGHT))
  const reading = classifier?.classify(bitmap)
  bitmap.close()
  if (reading === undefined || reading === 'noPicture') throw new Error('nothing was looked at')
  return reading.scores
}

export const scoresByFormula = (n: number) => scoresOf(vectorPixels(n, MODEL_WIDTH, MODEL_HEIGHT))

export async function scoresOfDrawn(file: string): Promise<RoomReading['scores']> {
  const answer = await fetch(`/scenes/${file}`)
  if (!answer.ok) throw new Error(`${file} is not there`)
  return scoresOf(await sampledFile(await answer.blob(), MODEL_WIDTH, MODEL_HEIGHT))
}

/** Milliseconds for one look, everything included; the median of many. */
export async function time(count: number): Promise<{ all: number; model: number }> {
  const all: number[] = []
  const model: number[] = []
  const canvas = new OffscreenCanvas(320, 180)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  PAINTS['room']?.(pen, 320, 180)
  for (let i = 0; i < count; i += 1) {
    const bitmap = await createImageBitmap(canvas)
    const began = performance.now()
    const reading = classifier?.classify(bitmap)
    all.push(performance.now() - began)
    bitmap.close()
    if (reading !== undefined && reading !== 'noPicture') model.push(reading.modelMs)
  }
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  return { all: median(all), model: median(model) }
}

/** A playing video of a canvas, as a stand-in for a tile. */
export async function video(width: number, height: number): Promise<HTMLVideoElement> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  let tick = 0
  const paint = () => {
    tick += 1
    if (pen === null) return
    pen.fillStyle = '#aab'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.fillStyle = '#223'
    pen.fillRect(canvas.width / 2, 0, canvas.width / 2, canvas.height)
    pen.fillStyle = tick % 2 === 0 ? '#fff' : '#000'
    pen.fillRect(0, 0, 2, 2)
  }
  paint()
  setInterval(paint, 40)
  const element = document.createElement('video')
  element.muted = true
  element.srcObject = canvas.captureStream(25)
  document.body.append(element)
  await element.play()
  while (element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || element.videoWidth === 0) {
    await new Promise((done) => setTimeout(done, 10))
  }
  return element
}

const develop = createDeveloper()

async function pictureOf(source: HTMLVideoElement): Promise<Picture> {
  const taken = await grab(source)
  if (taken === undefined || taken === 'still') throw new Error('no picture')
  return taken.picture
}

/** As the room model gets it. */
function developed(picture: Picture): OffscreenCanvas | ImageBitmap {
  const made = develop(picture)
  if (made === undefined) throw new Error('nothing in it')
  return made
}

/** One look at a decoder's bytes; then how many of the host's canvases can be read, and the pixels that are left on them. */
export async function leftAfterLook(): Promise<{
  readonly looked: boolean
  readonly canvases: number
  readonly pixels: number
}> {
  const reading = classifier?.classify(await pictureOf(await video(640, 360)))
  const pens = canvases.flatMap((one) => one.getContext('2d') ?? [])
  const pixels = pens.map((pen) => {
    const { data } = pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height)
    return data.filter((value) => value !== 0).length
  })
  return {
    looked: reading !== undefined && reading !== 'noPicture',
    canvases: pens.filter(({ canvas }) => canvas.width > 1).length,
    pixels: pixels.reduce((sum, one) => sum + one, 0),
  }
}

export async function grabFrom(width: number, height: number): Promise<[number, number]> {
  const made = developed(await pictureOf(await video(width, height)))
  return [made.width, made.height]
}

/** Sizes of what was taken while the video changed from wide to tall and back, 'none' where nothing was. */
export async function grabWhileTurning(count: number): Promise<readonly string[]> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  const element = document.createElement('video')
  element.muted = true
  const stream = canvas.captureStream(20)
  element.srcObject = stream
  document.body.append(element)
  let wide = true
  const turn = () => {
    wide = !wide
    canvas.width = wide ? 640 : 360
    canvas.height = wide ? 360 : 640
    if (pen === null) return
    pen.fillStyle = wide ? '#b5651d' : '#4477aa'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  const turning = setInterval(turn, 60)
  await element.play()
  const sizes: string[] = []
  for (let i = 0; i < count; i += 1) {
    await new Promise((done) => setTimeout(done, 25))
    const taken = await grab(element)
    if (taken === undefined || taken === 'still') sizes.push('none')
    else {
      const made = developed(taken.picture)
      sizes.push(`${made.width}x${made.height}`)
      release(taken.picture)
    }
  }
  clearInterval(turning)
  for (const track of stream.getTracks()) track.stop()
  return sizes
}

/** Three takes: the first, again without a new picture, and after a new one. */
export async function grabStanding(): Promise<readonly string[]> {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const pen = canvas.getContext('2d')
  const stream = canvas.captureStream(0)
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[]
  if (pen === null || track === undefined) throw new Error('no canvas')
  const element = document.createElement('video')
  element.muted = true
  element.srcObject = stream
  document.body.append(element)
  const show = (colour: string) => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, 640, 360)
    track.requestFrame()
  }
  // Two pictures: the element holds the last one back until it knows how long it lasts.
  show('#335577')
  await element.play()
  const took = async (known = '') => {
    const taken = await grab(element, known)
    return taken === undefined || taken === 'still'
      ? { what: taken ?? 'none', mark: known }
      : { what: 'picture', mark: taken.mark }
  }
  const first = await took()
  const again = await took(first.mark)
  show('#aa7733')
  let fresh = await took(first.mark)
  while (fresh.what === 'still') {
    await new Promise((done) => setTimeout(done, 20))
    fresh = await took(first.mark)
  }
  return [first.what, again.what, fresh.what]
}

export async function grabNothing(): Promise<readonly unknown[]> {
  const empty = document.createElement('video')
  const stopped = await video(320, 180)
  stopped.srcObject = null
  return [
    (await grab(empty)) ?? 'none',
    (await glance(empty)) ?? 'none',
    (await grab(stopped)) ?? 'none',
  ]
}

/**
 * What a take and a glance bring of a video whose picture the decoder keeps to itself (a phone's or a graphics card's own format): the
 * browser then gives no format and refuses to say how large it is.
 */
export async function grabOpaque(): Promise<readonly unknown[]> {
  const source = await video(640, 360)
  const real = VideoFrame
  class Opaque extends real {
    override get format() {
      return null
    }
    override allocationSize(): number {
      throw new DOMException('Operation is not supported when format is null.', 'NotSupportedError')
    }
    override copyTo(): Promise<PlaneLayout[]> {
      return Promise.reject(new DOMException('No format.', 'NotSupportedError'))
    }
  }
  globalThis.VideoFrame = Opaque
  try {
    const taken = await grab(source)
    const made = taken === undefined || taken === 'still' ? undefined : developed(taken.picture)
    return [
      made === undefined ? 'none' : `${made.width}x${made.height}`,
      (await glance(source)) ?? 'none',
    ]
  } finally {
    globalThis.VideoFrame = real
  }
}

/**
 * A still video of upright pictures that came lying on their side or mirrored, as a telephone sends them over a real connection: the
 * turn is said beside them. Each is red above, with white at the left edge, and blue below as the browser shows it. Brightness and
 * colour of the parts as they are taken, and the size.
 */
export async function grabTurned(
  rotation: number,
  flip: boolean,
): Promise<{
  readonly shown: string
  readonly taken: string
  readonly upper: number[]
  readonly lower: number[]
  readonly left: number[]
  readonly right: number[]
}> {
  const lying = rotation === 90 || rotation === 270
  const canvas = new OffscreenCanvas(lying ? 640 : 360, lying ? 360 : 640)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  // Drawn the way that the turn undoes.
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((-rotation * Math.PI) / 180)
  if (flip) pen.scale(-1, 1)
  pen.fillStyle = '#c02020'
  pen.fillRect(-180, -320, 360, 320)
  pen.fillStyle = '#2040c0'
  pen.fillRect(-180, 0, 360, 320)
  pen.fillStyle = '#ffffff'
  pen.fillRect(-180, -320, 90, 320)
  const generator = new MediaStreamTrackGenerator({ kind: 'video' })
  const writer = generator.writable.getWriter()
  const element = document.createElement('video')
  element.muted = true
  element.srcObject = new MediaStream([generator])
  document.body.append(element)
  void element.play()
  let at = 0
  while (element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || element.videoWidth === 0) {
    at += 40_000
    await writer.write(new VideoFrame(canvas, { timestamp: at, rotation, flip } as VideoFrameInit))
    await new Promise((done) => setTimeout(done, 20))
  }
  const made = developed(await pictureOf(element))
  const sheet = new OffscreenCanvas(made.width, made.height).getContext('2d')
  if (sheet === null) throw new Error('no canvas')
  sheet.drawImage(made, 0, 0)
  const colourAt = (x: number, y: number) => [
    ...sheet
      .getImageData(Math.floor(made.width * x), Math.floor(made.height * y), 1, 1)
      .data.slice(0, 3),
  ]
  generator.stop()
  return {
    shown: `${element.videoWidth}x${element.videoHeight}`,
    taken: `${made.width}x${made.height}`,
    upper: colourAt(0.5, 0.25),
    lower: colourAt(0.5, 0.75),
    left: colourAt(0.1, 0.25),
    right: colourAt(0.9, 0.25),
  }
}

export async function glanceAt(): Promise<readonly number[] | undefined> {
  return glance(await video(640, 360))
}

/** Milliseconds for a glance and for taking a picture and having its copy ready; medians of many. */
export async function timeGlances(count: number): Promise<{ glance: number; grabAndCopy: number }> {
  const source = await video(640, 360)
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const glances: number[] = []
  const grabs: number[] = []
  for (let i = 0; i < count; i += 1) {
    await new Promise((done) => setTimeout(done, 50))
    let began = performance.now()
    if ((await glance(source)) === undefined) throw new Error('no glance')
    glances.push(performance.now() - began)
    began = performance.now()
    const picture = await pictureOf(source)
    release(structuredClone(picture))
    release(picture)
    grabs.push(performance.now() - began)
  }
  return { glance: median(glances), grabAndCopy: median(grabs) }
}

/**
 * Colours of four fields as they come out of a real connection by our own reading of the decoder's picture, beside what the
 * browser itself draws of the same video.
 */
export async function coloursOverTheWire(): Promise<{ ours: number[][]; drawn: number[][] }> {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const pen = canvas.getContext('2d')
  const paint = () => {
    for (const [index, colour] of ['#c02020', '#20a040', '#2040c0', '#d0c8b0'].entries()) {
      if (pen === null) return
      pen.fillStyle = colour
      pen.fillRect((index % 2) * 320, index < 2 ? 0 : 180, 320, 180)
    }
  }
  setInterval(paint, 50)
  const near = new RTCPeerConnection()
  const far = new RTCPeerConnection()
  near.onicecandidate = ({ candidate }) => void (candidate && far.addIceCandidate(candidate))
  far.onicecandidate = ({ candidate }) => void (candidate && near.addIceCandidate(candidate))
  const element = document.createElement('video')
  element.muted = true
  far.ontrack = ({ track }) => {
    element.srcObject = new MediaStream([track])
    void element.play()
  }
  document.body.append(element)
  for (const track of canvas.captureStream(15).getTracks()) near.addTrack(track)
  await near.setLocalDescription(await near.createOffer())
  await far.setRemoteDescription(near.localDescription as RTCSessionDescription)
  await far.setLocalDescription(await far.createAnswer())
  await near.setRemoteDescription(far.localDescription as RTCSessionDescription)
  while (element.videoWidth !== 640 || element.currentTime < 1) {
    await new Promise((done) => setTimeout(done, 20))
  }
  const sample = (source: CanvasImageSource): number[][] => {
    const sheet = new OffscreenCanvas(320, 180).getContext('2d', { willReadFrequently: true })
    if (sheet === null) throw new Error('no canvas')
    sheet.drawImage(source, 0, 0, 320, 180)
    return [40, 200].flatMap((x) =>
      [45, 135].map((y) => [...sheet.getImageData(x, y, 1, 1).data.slice(0, 3)]),
    )
  }
  return { ours: sample(developed(await pictureOf(element))), drawn: sample(element) }
}
