// npm run bench: one table with what the project promises of speed (design §10), what was measured on this computer, and what stands
// beside it in the same run.
//   npm run bench                           all of it (about seven minutes)
//   npm run bench -- --only names,reading   these parts: names, reading, record, panel, model, package, idle, steady, lesson
//   npm run bench -- --only hour            a whole hour of a class of thirty, for its memory; part of no other run
//   npm run bench -- --json FILE            the figures as JSON too
//   npm run bench -- --keep                 puts a whole run into docs/measured.json and docs/measured.md
//   npm run bench -- --against FILE         beside those of another run (docs/measured.json, unless said otherwise)
//   npm run bench -- --strict               ends with 1 where a budget is missed
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { table, verdictOf, withRun } from './figure.ts'
import type { Figure, KeptRun } from './figure.ts'
import { hourFigures } from './hour.ts'
import { idleFigures } from './idle.ts'
import { lessonFigures } from './lesson.ts'
import { modelFigures, packageFigures } from './model.ts'
import { nameFigures } from './names.ts'
import { openingFigures } from './opening.ts'
import { panelFigures } from './panel.ts'
import { readingFigures } from './reading.ts'
import { recordFigures } from './record.ts'
import { recordPageFigures } from './recordPage.ts'
import { steadyFigures } from './steady.ts'

const PARTS = {
  names: async () => nameFigures(30),
  reading: readingFigures,
  record: async () => [...recordFigures(), ...(await recordPageFigures())],
  panel: async () => [...(await panelFigures()), ...(await openingFigures())],
  model: modelFigures,
  package: async () => packageFigures(),
  idle: idleFigures,
  steady: async (seconds: number) => [
    ...(await steadyFigures('meet-2026', seconds)),
    ...(await steadyFigures('teams-full', seconds)),
  ],
  lesson: lessonFigures,
  hour: hourFigures,
} as const satisfies Readonly<Record<string, (seconds: number) => Promise<readonly Figure[]>>>
type Part = keyof typeof PARTS
/** Takes an hour, and is measured only where it is asked for by name. */
const ASKED_FOR: readonly Part[] = ['hour']
/** These measure the built extension: an old build would give the figures of old code. */
const OF_THE_BUILD: readonly Part[] = ['panel', 'package', 'idle', 'steady', 'lesson', 'hour']

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    against: {
      type: 'string',
      default: fileURLToPath(new URL('../../docs/measured.json', import.meta.url)),
    },
    keep: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '30' },
  },
})
const names = Object.keys(PARTS) as Part[]
const usual = names.filter((one) => !ASKED_FOR.includes(one))
const asked = values.only?.split(',') ?? usual
const strange = asked.filter((one) => !(names as string[]).includes(one))
if (values.keep && values.only !== undefined) {
  console.error('--keep is for a whole run: leave out --only.')
  process.exit(2)
}
if (strange.length > 0) {
  console.error(
    `There is no part called ${strange.join(', ')}. The parts are: ${names.join(', ')}.`,
  )
  process.exit(2)
}

if (OF_THE_BUILD.some((part) => asked.includes(part))) {
  console.error('Building the extension')
  // What the build says goes where the progress goes: the table alone is the answer.
  const { status } = spawnSync('wxt', ['build'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('The extension could not be built, so there is nothing to measure.')
    process.exit(1)
  }
}

const figures: Figure[] = []
for (const part of names.filter((one) => asked.includes(one))) {
  console.error(`Measuring: ${part}`)
  figures.push(...(await PARTS[part](Number(values.seconds))))
}
const before = JSON.parse(await readFile(values.against, 'utf8')) as {
  readonly at: string
  readonly figures: readonly Figure[]
}
console.log(table(figures, before.figures))
console.log(`\n“before” is the run of ${before.at.slice(0, 10)} in ${values.against}.`)
const promised = figures.filter((one) => one.budget !== undefined)
const met = promised.filter((one) => verdictOf(one) === 'met')
console.log(
  `\n${met.length} of ${promised.length} budgets met. Processor: ${cpus()[0]?.model ?? '?'}, ${cpus().length} of it.`,
)
const run: KeptRun = {
  at: new Date().toISOString(),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  figures,
}
const asJson = `${JSON.stringify(run, undefined, 2)}\n`
if (values.json !== undefined) await writeFile(values.json, asJson)
if (values.keep) {
  const docs = (file: string) => new URL(`../../docs/${file}`, import.meta.url)
  await writeFile(docs('measured.json'), asJson)
  const page = docs('measured.md')
  await writeFile(page, withRun(await readFile(page, 'utf8'), run))
}
if (values.strict && met.length < promised.length) process.exitCode = 1
