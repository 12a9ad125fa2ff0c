import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SCENES = new URL('../../sites/scenes/', import.meta.url)

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const run = (command: string, args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    execFile(command, args, { cwd: ROOT, encoding: 'utf8' }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })

/** As it is called by hand. */
export const evalByNpm = (...args: string[]) =>
  run('npm', ['run', '-s', 'eval-rooms', '--', ...args])

/** The same without npm, which takes longer to start than to say what is wrong. */
export const evalRooms = (...args: string[]) =>
  run(process.execPath, ['scripts/eval-rooms.mjs', ...args])

const share = z.number().min(0).max(1)
const scores = z.record(z.string(), share)
const recall = z.object({ recall: share }).nullable()
const curve = z.object({
  positives: z.int(),
  negatives: z.int(),
  auc: share.nullable(),
  recallAt5: recall,
  recallAt1: recall,
})

/** What `--json` prints. */
export const resultSchema = z.object({
  source: z.string(),
  pictures: z.int(),
  labels: z.record(z.string(), z.object({ count: z.int(), as: z.string() })),
  model: z.object({ sha256: z.string(), bytes: z.int() }),
  classes: z.array(z.string()),
  confusion: z.record(z.string(), z.record(z.string(), z.int())),
  accuracy: z.record(z.string(), share),
  overall: share,
  bedroomAgainstCommon: curve,
  bedroomAgainstAll: curve,
  twoLooks: z.object({ bedroomAgainstCommon: curve, bedroomAgainstAll: curve }),
  atThreshold: z.object({ bedroomAt: share, found: share, falseAlarms: share }),
  msPerFrame: z.number().positive(),
  largestDifferenceFromTraining: share,
  unreadable: z.array(z.string()),
  scores: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      truth: z.string(),
      scores,
      mirrorScores: scores,
      ms: z.number().positive(),
    }),
  ),
})

export interface Picture {
  /** "label/name". */
  readonly name: string
  readonly body: Buffer
}

/** Black: what is left of a room behind a covered lens. */
const BLACK_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAASCAAAAAAfo4OOAAAAD0lEQVR42mNgGAWjgJoAAAJSAAGfn/l3AAAAAElFTkSuQmCC'

/** Drawn rooms under labels as people give them, the model's own and others. */
export async function drawnPictures(): Promise<readonly Picture[]> {
  const rooms = [
    ['bedroom', ['bedroom-1', 'bedroom-2', 'bedroom-5']],
    ['Living room', ['living-1', 'living-2']],
    ['kitchen', ['kitchen-1', 'kitchen-3']],
    ['bathroom', ['bathroom-2']],
    ['plain', ['plain-1', 'plain-2']],
  ] as const
  const drawn = rooms.flatMap(([label, files]) =>
    files.map(async (file) => ({
      name: `${label}/${file}.webp`,
      body: await readFile(new URL(`rooms/${file}.webp`, SCENES)),
    })),
  )
  return [
    ...(await Promise.all(drawn)),
    { name: 'dark/covered.png', body: Buffer.from(BLACK_PNG, 'base64') },
  ]
}
