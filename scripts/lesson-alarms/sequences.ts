import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { ROOM_CLASSES } from '../../lib/vision/types.ts'
import type { RoomClass, RoomReading } from '../../lib/vision/types.ts'

/** Reads the file that models/training/sequences.py writes: simulated stretches of one pupil's tile, as readings of the room model. */
export interface Sequence {
  readonly truth: RoomClass
  readonly readings: readonly RoomReading[]
  /** What the model says of the mirror images of the same frames. */
  readonly mirrored: readonly RoomReading[]
}

export interface Sequences {
  /** Checksum of the model file that gave the scores. */
  readonly model: string
  /** When each reading was taken, in seconds after the camera came on. The same for all. */
  readonly seconds: readonly number[]
  readonly all: readonly Sequence[]
}

const headSchema = z.object({
  format: z.literal('lesson-steward/sequences'),
  version: z.literal(1),
  model: z.string().regex(/^[0-9a-f]{64}$/),
  labels: z.array(z.enum(ROOM_CLASSES)).length(ROOM_CLASSES.length),
  seconds: z.array(z.number().min(0)).min(2),
})

const scoresSchema = z.array(z.array(z.number().min(0).max(1)).length(ROOM_CLASSES.length))

const rowSchema = z.object({
  truth: z.enum(ROOM_CLASSES),
  scores: scoresSchema,
  mirrored: scoresSchema,
  mean: z.array(z.number()),
  spread: z.array(z.number()),
  scene: z.array(z.array(z.number()).length(48)),
})

export class NotSequences extends Error {
  override readonly name = 'NotSequences'
}

/** Throws NotSequences with the line and what is wrong there. */
export async function readSequences(path: string): Promise<Sequences> {
  let head: z.infer<typeof headSchema> | undefined
  const all: Sequence[] = []
  let number = 0
  try {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      number += 1
      if (line.trim() === '') continue
      const json: unknown = JSON.parse(line)
      if (head === undefined) head = headSchema.parse(json)
      else all.push(sequenceOf(rowSchema.parse(json), head))
    }
  } catch (problem) {
    const what =
      problem instanceof z.ZodError
        ? z.prettifyError(problem)
        : problem instanceof Error
          ? problem.message
          : String(problem)
    throw new NotSequences(`${path}${number > 0 ? `, line ${number}` : ''}: ${what}`)
  }
  if (head === undefined || all.length === 0)
    throw new NotSequences(`${path} holds no sequences. models/training/sequences.py makes them.`)
  return { model: head.model, seconds: head.seconds, all }
}

function sequenceOf(row: z.infer<typeof rowSchema>, head: z.infer<typeof headSchema>): Sequence {
  const count = head.seconds.length
  for (const list of [row.scores, row.mirrored, row.mean, row.spread, row.scene]) {
    if (list.length !== count)
      throw new Error(`${list.length} values where the file has ${count} moments`)
  }
  const reading = (given: readonly number[], index: number): RoomReading => {
    const scores = { bedroom: 0, bathroom: 0, common: 0, plain: 0, unclear: 0 }
    head.labels.forEach((label, at) => {
      scores[label] = given[at] ?? 0
    })
    return {
      scores,
      luma: { mean: row.mean[index] ?? 0, spread: row.spread[index] ?? 0 },
      scene: row.scene[index] ?? [],
      modelMs: 0,
    }
  }
  return {
    truth: row.truth,
    readings: row.scores.map(reading),
    mirrored: row.mirrored.map(reading),
  }
}
