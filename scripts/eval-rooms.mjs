#!/usr/bin/env node
// How good is the shipped room model on these pictures?
//   npm run -s eval-rooms -- DIR_OR_TAR [--json] [--limit N] [--model FILE.tflite] [--beside EMBEDDER.tflite]
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runInBrowser } from './eval-rooms/browser.mjs'
import { againstGoals, goalLines } from './eval-rooms/goals.mjs'
import { median, summarise, summariseTwoLooks } from './eval-rooms/measure.mjs'
import { BadInput, classOf, listPictures, thin } from './eval-rooms/pictures.mjs'

const MODELS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../models')
const USAGE = `Usage: npm run -s eval-rooms -- DIR_OR_TAR [--json] [--limit N] [--model FILE] [--beside FILE]

  DIR_OR_TAR   pictures as label/name.jpg (or .webp, .png), in a folder or a .tar.
               bedroom, bathroom, plain and unclear stand for themselves; any other room counts as common.
  --json       everything as JSON, with a score for each picture
  --limit N    at most N pictures of each label
  --model F    another model file instead of the shipped one
  --beside F   an image embedder to time on the same pictures in the same run

Exit code: 0 done, 1 done but some pictures could not be read, 2 could not start.`

function options() {
  let parsed
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        limit: { type: 'string' },
        model: { type: 'string' },
        beside: { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadInput(`${error.message}\n\n${USAGE}`)
  }
  const { values, positionals } = parsed
  if (values.help) return { help: true }
  if (positionals.length !== 1) throw new BadInput(USAGE)
  const limit = values.limit === undefined ? 0 : Number(values.limit)
  if (values.limit !== undefined && !(Number.isInteger(limit) && limit > 0))
    throw new BadInput('--limit takes a whole number above 0.')
  return { ...values, limit, source: positionals[0] }
}

/** What the training framework gives for pictures by formula and for drawn rooms; null for another model file. */
async function loadVectors(sha256) {
  try {
    const vectors = JSON.parse(await readFile(path.join(MODELS, 'vectors.json'), 'utf8'))
    return vectors.of === sha256 ? { drawn: {}, ...vectors } : null
  } catch {
    return null
  }
}

function largestDifference(vectors, scores) {
  if (!vectors) return null
  const expected = [...vectors.scores, ...Object.values(vectors.drawn)]
  return Math.max(
    ...scores.flatMap((row, n) => row.map(([i, score]) => Math.abs(score - expected[n][i]))),
  )
}

async function loadModel(file) {
  const card = JSON.parse(await readFile(path.join(MODELS, 'rooms.json'), 'utf8'))
  const model = file ?? path.join(MODELS, 'rooms.tflite')
  let content
  try {
    content = await readFile(model)
  } catch {
    throw new BadInput(`There is no model file "${path.basename(model)}".`)
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (!file && sha256 !== card.sha256)
    throw new BadInput(
      'models/rooms.tflite is not the file that models/rooms.json describes (sha256 differs).',
    )
  return { card, model, sha256, bytes: content.length }
}

const share = (value) => (value === null || value === undefined ? '—' : value.toFixed(3))
const percent = (value) =>
  value === null || value === undefined ? '—' : `${(value * 100).toFixed(1)} %`

function report(result) {
  const { classes } = result
  const width = Math.max(...classes.map((name) => name.length)) + 2
  const lines = [
    `${result.source}: ${result.pictures} pictures, model ${result.model.version} (${result.model.bytes} bytes, sha256 ${result.model.sha256.slice(0, 12)}…)`,
    `labels: ${Object.entries(result.labels)
      .map(([label, { count, as }]) => `${label} ${count}${label === as ? '' : ` → ${as}`}`)
      .join(', ')}`,
    '',
    'What it was (down), what the model says (across):',
    ' '.repeat(width) + classes.map((name) => name.padStart(width)).join('') + '   accuracy',
    ...classes
      .filter((truth) => truth in result.accuracy)
      .map(
        (truth) =>
          truth.padEnd(width) +
          classes.map((said) => String(result.confusion[truth][said]).padStart(width)).join('') +
          percent(result.accuracy[truth]).padStart(11),
      ),
    `overall accuracy ${percent(result.overall)}`,
    '',
  ]
  for (const [title, curve] of [
    ['bedroom against common rooms', result.bedroomAgainstCommon],
    ['bedroom against everything', result.bedroomAgainstAll],
  ]) {
    lines.push(
      `${title} (${curve.positives} / ${curve.negatives}): AUC ${share(curve.auc)}, recall ${share(curve.recallAt5?.recall)} at 5 % false positives, ${share(curve.recallAt1?.recall)} at 1 %`,
    )
  }
  const two = result.twoLooks.bedroomAgainstCommon
  lines.push(
    `  two looks, the frame and its mirror image, against common rooms: AUC ${share(two.auc)}, recall ${share(two.recallAt5?.recall)} at 5 %, ${share(two.recallAt1?.recall)} at 1 %`,
  )
  const { bedroomAt, found, falseAlarms } = result.atThreshold
  lines.push(
    `single frame at the shipped threshold ${bedroomAt}: ${percent(found)} of bedrooms found, ${percent(falseAlarms)} of the others flagged`,
  )
  lines.push(
    `${share(result.msPerFrame)} ms a frame (median, draw and classify); model started in ${Math.round(result.startMs)} ms; ${result.browser}`,
  )
  if (result.largestDifferenceFromTraining !== null) {
    lines.push(
      `largest difference from the training framework's scores: ${result.largestDifferenceFromTraining.toFixed(5)}`,
    )
  }
  if (result.besideMs !== undefined)
    lines.push(`${share(result.besideMs)} ms a frame for ${result.beside} in the same run`)
  if (result.goals.length) lines.push('', ...goalLines(result.goals))
  if (result.unreadable.length)
    lines.push(
      '',
      `Could not be read (${result.unreadable.length}): ${result.unreadable.slice(0, 10).join(', ')}`,
    )
  return lines.join('\n')
}

async function main() {
  const args = options()
  if (args.help) {
    console.log(USAGE)
    return 0
  }
  const all = await listPictures(args.source)
  const { card, model, sha256, bytes } = await loadModel(args.model)
  const pictures = thin(all, args.limit)
  const progress = process.stderr.isTTY
    ? (done) => process.stderr.write(`\r${done} of ${pictures.length}`)
    : undefined
  const vectors = await loadVectors(sha256)
  const { rows, vectorScores, startMs, browser } = await runInBrowser({
    pictures,
    model,
    beside: args.beside,
    vectors,
    progress,
  })
  const difference = largestDifference(vectors, vectorScores)
  if (difference > vectors?.tolerance) {
    throw new BadInput(
      `MediaPipe's scores differ from the training framework's by ${difference.toFixed(3)}: the model file or the browser is not as expected.`,
    )
  }
  if (progress) process.stderr.write('\r')

  const labels = {}
  const seen = []
  const unreadable = []
  for (const row of rows) {
    const { label, name } = pictures[row.number]
    if (row.unreadable || row.scores.length !== card.labels.length) {
      unreadable.push(name)
      continue
    }
    const truth = classOf(label)
    const named = (list) => Object.fromEntries(list.map(([i, score]) => [card.labels[i], score]))
    labels[label] = { count: (labels[label]?.count ?? 0) + 1, as: truth }
    seen.push({
      name,
      label,
      truth,
      scores: named(row.scores),
      mirrorScores: named(row.mirrorScores),
      ms: row.ms,
    })
  }
  if (!seen.length) throw new BadInput(`None of the ${rows.length} pictures could be read.`)
  const measured = {
    source: path.basename(args.source),
    pictures: seen.length,
    labels,
    model: {
      version: args.model ? 'other' : card.version,
      file: path.basename(model),
      sha256,
      bytes,
    },
    classes: card.labels,
    ...summarise(seen, card.labels, card.bedroomAt),
    twoLooks: summariseTwoLooks(seen),
    msPerFrame: median(seen.map((row) => row.ms)),
    startMs,
    largestDifferenceFromTraining: difference,
    ...(args.beside
      ? {
          beside: path.basename(args.beside),
          besideMs: median(rows.flatMap((row) => row.besideMs ?? [])),
        }
      : {}),
    browser,
    unreadable,
  }
  const goals = JSON.parse(await readFile(path.join(MODELS, 'goals.json'), 'utf8'))
  const result = { ...measured, goals: againstGoals(goals, measured) }
  console.log(args.json ? JSON.stringify({ ...result, scores: seen }, null, 1) : report(result))
  return unreadable.length ? 1 : 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error instanceof BadInput ? error.message : error)
    process.exitCode = 2
  },
)
