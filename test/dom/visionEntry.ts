import { createRoomClassifier } from '../../lib/vision/host.ts'
import type { RoomClassifier } from '../../lib/vision/classifier.ts'
import { glance, grab } from '../../lib/vision/grab.ts'
import type { RoomReading } from '../../lib/vision/types.ts'

let classifier: RoomClassifier | undefined

/** Starts the shipped host; gives back 'ready' or why there is none. */
export async function start(): Promise<string> {
  const made = await createRoomClassifier()
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
): Promise<RoomReading | 'noPicture'> {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (pen === null || classifier === undefined) throw new Error('not started')
  PAINTS[paint]?.(pen, width, height)
  const bitmap = await createImageBitmap(canvas)
  try {
    return classifier.classify(bitmap)
  } finally {
    bitmap.close()
  }
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
  return element
}

export async function grabFrom(width: number, height: number): Promise<[number, number]> {
  const bitmap = await grab(await video(width, height))
  if (bitmap === undefined) throw new Error('no picture')
  return [bitmap.width, bitmap.height]
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

export async function glanceAt(): Promise<readonly number[] | undefined> {
  return glance(await video(640, 360))
}

export async function timeGlances(count: number): Promise<{ glance: number; grab: number }> {
  const source = await video(640, 360)
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const glances: number[] = []
  const grabs: number[] = []
  for (let i = 0; i < count; i += 1) {
    let began = performance.now()
    await glance(source)
    glances.push(performance.now() - began)
    began = performance.now()
    ;(await grab(source))?.close()
    grabs.push(performance.now() - began)
  }
  return { glance: median(glances), grab: median(grabs) }
}
