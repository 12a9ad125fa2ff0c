import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const row = z.array(z.number().min(0).max(1)).length(5)

/** What the training framework says of pictures that can be made again (models/training/vectors.py), for one model file. */
const vectorsSchema = z.strictObject({
  of: z.string().regex(/^[0-9a-f]{64}$/),
  /** How far a single score may be from the training framework's. */
  tolerance: z.number().positive(),
  /** Of pictures by formula, by number. */
  scores: z.array(row).min(1),
  /** Of drawn rooms, by their file. */
  drawn: z.record(z.string(), row).refine((drawn) => Object.keys(drawn).length > 0, 'has none'),
})

const models = new URL('../../../models/', import.meta.url)
const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, models), 'utf8'))

export const readVectors = async () => vectorsSchema.parse(await read('vectors.json'))

/** What of the model's card the vectors are read by. */
export const readCard = async () =>
  z
    .object({ sha256: z.string(), labels: z.array(z.string()), bedroomAt: z.number() })
    .parse(await read('rooms.json'))
