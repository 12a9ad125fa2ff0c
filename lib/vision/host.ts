import { ImageClassifier } from '@mediapipe/tasks-vision'
import { drawForModel, MODEL_HEIGHT, MODEL_WIDTH } from '../../models/preprocess.mjs'
import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { RoomClassifier } from './classifier.ts'
import { readModelCard } from './card.ts'
import type { ModelCard } from './card.ts'
import { createDeveloper } from './develop.ts'
import { shapeOf } from './frame.ts'
import { mirroredGrid, pictureFacts } from './scene.ts'
import { hasSimd } from './simd.ts'
import { ROOM_CLASSES } from './types.ts'
import type { RoomClass, RoomReading } from './types.ts'

/**
 * The room model in MediaPipe. Only for the offscreen page: a meeting page's own security policy forbids wasm. Everything is
 * loaded from the extension's own files; the page's policy allows no other connection.
 */
export interface HostFiles {
  readonly wasmLoader: string
  readonly wasmBinary: string
  readonly model: string
  readonly card: string
}

export const SHIPPED: HostFiles = {
  wasmLoader: '/wasm/vision_wasm_internal.js',
  wasmBinary: '/wasm/vision_wasm_internal.wasm',
  model: '/models/rooms.tflite',
  card: '/models/rooms.json',
}

export interface Failed {
  readonly failed: RoomCheckFailure
  /** For the console, never for the teacher. */
  readonly detail: string
}

/** Never rejects: without a model, without SIMD or WebGL2, or with a broken file the room check is off and everything else runs. */
export async function createRoomClassifier(
  files: HostFiles = SHIPPED,
): Promise<RoomClassifier | Failed> {
  if (!hasSimd()) return failure('noSimd', 'WebAssembly with SIMD is missing.')
  // MediaPipe's vision tasks need WebGL2 also on the CPU; without it they fail deep inside with a meaningless message.
  if (new OffscreenCanvas(1, 1).getContext('webgl2') === null)
    return failure('noWebGL', 'WebGL2 is missing.')
  let card: ModelCard
  let model: Uint8Array<ArrayBuffer>
  try {
    card = readModelCard(await (await own(files.card)).json())
    model = new Uint8Array(await (await own(files.model)).arrayBuffer())
  } catch (problem) {
    return failure(problem instanceof Missing ? 'modelMissing' : 'modelBroken', problem)
  }
  if (!isTflite(model)) return failure('modelBroken', `${files.model} is no TFLite file.`)
  if (card.sha256 !== '' && card.sha256 !== (await sha256(model))) {
    return failure('modelBroken', `${files.model} is not the file that ${files.card} describes.`)
  }
  try {
    const task = await ImageClassifier.createFromOptions(
      { wasmLoaderPath: files.wasmLoader, wasmBinaryPath: files.wasmBinary },
      {
        baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
        runningMode: 'IMAGE',
        maxResults: -1,
      },
    )
    const classifier = classifierOf(task, card)
    // The first run prepares the model; it also shows now, not in the lesson, whether the file and its card belong together.
    const probe = new OffscreenCanvas(MODEL_WIDTH, MODEL_HEIGHT)
    probe.getContext('2d')?.fillRect(0, 0, MODEL_WIDTH, MODEL_HEIGHT)
    classifier.classify(probe.transferToImageBitmap())
    return classifier
  } catch (problem) {
    return failure('modelBroken', problem)
  }
}

class Missing extends Error {
  override readonly name = 'Missing'
}

async function own(path: string): Promise<Response> {
  const answer = await fetch(path).catch(() => undefined)
  if (answer === undefined || !answer.ok) throw new Missing(`${path} is not in the package.`)
  return answer
}

function isTflite(file: Uint8Array): boolean {
  return file.length > 1000 && String.fromCharCode(...file.subarray(4, 8)) === 'TFL3'
}

async function sha256(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', file))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function failure(failed: RoomCheckFailure, problem: unknown): Failed {
  return { failed, detail: problem instanceof Error ? problem.message : String(problem) }
}

function classifierOf(task: ImageClassifier, card: ModelCard): RoomClassifier {
  const canvas = new OffscreenCanvas(MODEL_WIDTH, MODEL_HEIGHT)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('No canvas to draw on.')
  const develop = createDeveloper()
  const look: RoomClassifier['classify'] = (picture, mirrored = false) => {
    const drawable = develop(picture)
    if (drawable === undefined) return 'noPicture'
    const shape = shapeOf(drawable)
    if (shape === 'none') return 'noPicture'
    drawForModel(pen, drawable, drawable.width, drawable.height, mirrored)
    const pixels = pen.getImageData(0, 0, MODEL_WIDTH, MODEL_HEIGHT)
    const facts = pictureFacts(pixels.data, MODEL_WIDTH, MODEL_HEIGHT)
    const luma = { mean: facts.mean, spread: facts.spread }
    const scene = mirrored ? mirroredGrid(facts.grid) : facts.grid
    if (shape === 'unclear' || facts.torn) return { scores: UNCLEAR, luma, scene, modelMs: 0 }
    const began = performance.now()
    const answer = task.classify(canvas)
    const modelMs = performance.now() - began
    const categories = answer.classifications[0]?.categories ?? []
    return { scores: scoresOf(categories, card.labels), luma, scene, modelMs }
  }
  return {
    classify(picture, mirrored = false) {
      try {
        return look(picture, mirrored)
      } finally {
        pen.clearRect(0, 0, MODEL_WIDTH, MODEL_HEIGHT)
        develop.clear()
      }
    },
    close: () => task.close(),
  }
}

const UNCLEAR: RoomReading['scores'] = { bedroom: 0, bathroom: 0, common: 0, plain: 0, unclear: 1 }

/** By index: the labels' order is the card's. Throws where the model answers with another number of classes. */
function scoresOf(
  categories: readonly { readonly index: number; readonly score: number }[],
  labels: readonly RoomClass[],
): RoomReading['scores'] {
  if (categories.length !== labels.length) {
    throw new Error(
      `The model answers with ${categories.length} classes, its card names ${labels.length}.`,
    )
  }
  const scores = { bedroom: 0, bathroom: 0, common: 0, plain: 0, unclear: 0 }
  let sum = 0
  for (const { index, score } of categories) {
    const label = labels[index]
    if (label === undefined || !Number.isFinite(score))
      throw new Error('The model gave an answer that is none.')
    scores[label] = Math.max(0, score)
    sum += scores[label]
  }
  if (sum <= 0) throw new Error('The model gave no score to any class.')
  for (const label of ROOM_CLASSES) scores[label] /= sum
  return scores
}
