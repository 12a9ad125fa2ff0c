// How often a teacher would be prompted wrongly in a lesson, how many bedrooms are found and how soon, by the threshold of the room
// model's card. Plays simulated lessons through the product's own sampler and verdict; no picture is needed, no browser.
// usage: npm run -s lesson-alarms -- FILE [--lessons N] [--budget F] [--at LIST] [--class LIST] [--seed N] [--write CARD] [--json]
//   FILE       sequences with the shipped model's scores, made by models/training/sequences.py
//   --lessons  lessons for each threshold (100)            --budget  wrong prompts a lesson that are bearable (0.5)
//   --at       thresholds instead of the usual ones, e.g. 0.7,0.8,0.9
//   --class    backgrounds of the class, e.g. bedroom=4,bathroom=0,common=18,plain=6,unclear=2
//   --write    puts the chosen bedroomAt and what it was chosen from into this card (models/rooms.json)
// Exit code: 0 measured, 1 the file can't be used or fits another model than the card, 2 wrong usage.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readModelCard, verdictPolicyOf } from '../lib/vision/card.ts'
import { ROOM_CLASSES } from '../lib/vision/types.ts'
import type { RoomClass } from '../lib/vision/types.ts'
import { CLASS_OF_30 } from './lesson-alarms/lesson.ts'
import type { ClassMix } from './lesson-alarms/lesson.ts'
import { choose, measure } from './lesson-alarms/measure.ts'
import type { Measured } from './lesson-alarms/measure.ts'
import { NotSequences, readSequences } from './lesson-alarms/sequences.ts'
import { markdown } from './lesson-alarms/table.ts'

const USAGE =
  'usage: npm run -s lesson-alarms -- FILE [--lessons N] [--budget F] [--at LIST] [--class LIST] [--seed N] [--write CARD] [--json]'
const USUAL = [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96]

class WrongUsage extends Error {}

interface Wanted {
  readonly file: string
  readonly lessons: number
  readonly budget: number
  readonly at: readonly number[]
  readonly mix: ClassMix
  readonly seed: number
  readonly write: string | undefined
  readonly json: boolean
}

function wanted(): Wanted {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lessons: { type: 'string', default: '100' },
        budget: { type: 'string', default: '0.5' },
        at: { type: 'string', default: USUAL.join(',') },
        class: { type: 'string' },
        seed: { type: 'string', default: '1' },
        write: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error('One file of sequences is needed.')
    return {
      file,
      lessons: number('--lessons', values.lessons, 1, 100_000),
      budget: number('--budget', values.budget, 0, 30),
      at: values.at
        .split(',')
        .map((one) => number('--at', one, 0.051, 0.998))
        .toSorted((a, b) => a - b),
      mix: values.class === undefined ? CLASS_OF_30 : mixOf(values.class),
      seed: number('--seed', values.seed, 0, 1e6),
      write: values.write,
      json: values.json,
    }
  } catch (problem) {
    throw new WrongUsage(
      `${problem instanceof Error ? problem.message : String(problem)}\n${USAGE}`,
    )
  }
}

function number(what: string, given: string, low: number, high: number): number {
  const value = Number(given)
  if (given.trim() === '' || !(value >= low && value <= high))
    throw new Error(`${what} “${given}” is no number from ${low} to ${high}.`)
  return value
}

function mixOf(given: string): ClassMix {
  const mix: Record<RoomClass, number> = {
    bedroom: 0,
    bathroom: 0,
    common: 0,
    plain: 0,
    unclear: 0,
  }
  for (const part of given.split(',')) {
    const [name, count = ''] = part.split('=')
    const room = ROOM_CLASSES.find((one) => one === name?.trim())
    if (room === undefined)
      throw new Error(`--class “${part}” names none of ${ROOM_CLASSES.join(', ')}.`)
    mix[room] = Math.round(number('--class', count, 0, 300))
  }
  return mix
}

async function main(): Promise<void> {
  const { file, lessons, budget, at, mix, seed, write, json } = wanted()
  const sequences = await readSequences(file)
  const card = write === undefined ? undefined : cardAt(write, sequences.model)
  const results: Measured[] = []
  for (const bedroomAt of at) {
    const policy = verdictPolicyOf({ labels: [...ROOM_CLASSES], sha256: '', bedroomAt })
    results.push(measure(sequences, bedroomAt, policy, { mix, lessons, seed }))
    if (!json) console.error(`${results.length} of ${at.length} thresholds`)
  }
  const chosen = choose(results, budget)
  if (chosen === undefined) throw new NotSequences('No threshold was measured.')
  const entry = {
    bedroomAt: chosen.bedroomAt,
    alarms: { sequences: sequences.all.length, class: mix, budget, ...chosen },
  }
  if (write !== undefined && card !== undefined)
    writeFileSync(write, `${JSON.stringify({ ...card, ...entry }, null, 2)}\n`)
  if (json)
    console.log(
      JSON.stringify({ model: sequences.model, card: entry, thresholds: results }, null, 2),
    )
  else console.log(markdown(sequences, mix, results, chosen, budget))
}

/** The card as it stands, when it is of the model whose scores the sequences hold. */
function cardAt(path: string, model: string): object {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const card = readModelCard(json)
  if (card.sha256 !== model)
    throw new NotSequences(
      `The sequences were scored by the model ${model.slice(0, 12)}…, ${path} describes ${card.sha256.slice(0, 12)}….`,
    )
  return json as object
}

try {
  await main()
} catch (problem) {
  if (!(problem instanceof WrongUsage || problem instanceof NotSequences)) throw problem
  console.error(problem.message)
  process.exitCode = problem instanceof WrongUsage ? 2 : 1
}
