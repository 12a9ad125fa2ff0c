// Matches display names with a register, for maintainers and school technicians.
// usage: npm run -s match -- --register R.csv --names N.txt [--class NAME] [--self NAME] [--each] [--json]
// The names are taken as one call, one-to-one: "Amelia" beside "Amelia Potter" is her name a second time. --each takes every
// name by itself.
//   R.csv   a register in any shape that the product imports      N.txt   one display name a line, as a meeting shows it
// Exit code: 0 the names were matched, 1 the register or the names could not be read, 2 wrong usage.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  CERTAIN,
  applyImport,
  createMatcher,
  explain,
  idsFromNames,
  previewImport,
} from '../lib/register/index.ts'
import type { ImportPreview, Match, Register } from '../lib/register/index.ts'
import { decode } from '../lib/register/import/decode.ts'

const USAGE =
  'usage: npm run -s match -- --register R.csv --names N.txt [--class NAME] [--self NAME] [--each] [--json]'

class CannotGoOn extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

interface Asked {
  readonly register: string
  readonly names: string
  readonly className: string | undefined
  readonly self: string | undefined
  readonly each: boolean
  readonly json: boolean
}

function asked(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        register: { type: 'string' },
        names: { type: 'string' },
        class: { type: 'string' },
        self: { type: 'string' },
        each: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) throw new CannotGoOn(USAGE, 0)
    if (values.register === undefined || values.names === undefined)
      throw new CannotGoOn(`Both --register and --names are needed.\n${USAGE}`, 2)
    return {
      register: values.register,
      names: values.names,
      className: values.class,
      self: values.self,
      each: values.each,
      json: values.json,
    }
  } catch (failure) {
    if (failure instanceof CannotGoOn) throw failure
    throw new CannotGoOn(
      `${failure instanceof Error ? failure.message : String(failure)}\n${USAGE}`,
      2,
    )
  }
}

function bytesOf(path: string, what: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (failure) {
    const code =
      failure instanceof Error && 'code' in failure ? String(failure.code) : 'unknown reason'
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    throw new CannotGoOn(`The ${what} ${path} could not be read: ${why}.`, 1)
  }
}

function registerFrom(
  path: string,
  className: string | undefined,
): { register: Register; preview: ImportPreview } {
  const preview = previewImport(bytesOf(path, 'register'))
  if (preview.rows.length === 0) {
    const why = preview.problems.map((problem) =>
      problem.line > 0 ? `line ${problem.line}: ${problem.message}` : problem.message,
    )
    throw new CannotGoOn(`The register ${path} could not be used.\n${why.join('\n')}`, 1)
  }
  if (className !== undefined && !preview.classNames.includes(className)) {
    const there =
      preview.classNames.length === 0
        ? 'It names no classes.'
        : `It has: ${preview.classNames.join(', ')}.`
    throw new CannotGoOn(`The register ${path} has no class “${className}”. ${there}`, 1)
  }
  const { register } = applyImport(
    preview,
    undefined,
    idsFromNames(),
    className === undefined ? {} : { classNames: [className] },
  )
  return { register, preview }
}

function namesFrom(path: string): { line: number; shown: string }[] {
  const decoded = decode(bytesOf(path, 'list of names'))
  if (decoded.notText !== undefined)
    throw new CannotGoOn(`The list of names ${path} is ${decoded.notText}, not text.`, 1)
  const lines = decoded.text.split(/\r\n|\r|\n/)
  return lines
    .map((shown, at) => ({ line: at + 1, shown }))
    .filter(({ shown }) => shown.trim() !== '')
}

function personOf(
  id: string,
  register: Register,
): { id: string; name: string; type: 'pupil' | 'staff' } {
  const pupil = register.pupils.find((one) => one.id === id)
  const person = pupil ?? register.staff.find((one) => one.id === id)
  return {
    id,
    name: `${person?.firstName ?? ''} ${person?.lastName ?? ''}`.trim(),
    type: pupil === undefined ? 'staff' : 'pupil',
  }
}

function resultOf(line: number, match: Match, register: Register, bot: string | undefined) {
  const { summary, reasons, next } = explain(match, register)
  return {
    line,
    shown: match.shown,
    kind: match.kind,
    person: match.personId === undefined ? null : personOf(match.personId, register),
    confidence: match.confidence,
    certain: match.confidence >= CERTAIN,
    reasons: match.reasons,
    explanation: { summary, reasons, next },
    alternatives: match.alternatives.map((one) => ({
      person: personOf(one.personId, register),
      confidence: one.confidence,
      reasons: one.reasons,
    })),
    ...(bot === undefined ? {} : { noteTaker: bot }),
  }
}

function main(): void {
  const wanted = asked()
  const { register, preview } = registerFrom(wanted.register, wanted.className)
  const names = namesFrom(wanted.names)
  const matcher = createMatcher(register)
  const people = names.map(({ line, shown }) => ({
    key: `line-${line}`,
    shown,
    present: true,
    isSelf: shown === wanted.self,
  }))
  const matches = wanted.each
    ? new Map(people.map((one) => [one.key, matcher.matchAll([one]).get(one.key)]))
    : matcher.matchAll(people)
  const results = names.flatMap(({ line, shown }) => {
    const match = matches.get(`line-${line}`)
    return match === undefined ? [] : [resultOf(line, match, register, matcher.botName(shown))]
  })
  const kinds: Record<string, number> = {}
  for (const one of results) kinds[one.kind] = (kinds[one.kind] ?? 0) + 1
  const summary = {
    names: results.length,
    certain: results.filter((one) => one.certain).length,
    kinds,
  }
  if (wanted.json) {
    const { encoding, delimiter, headerLine, columns, problems, classNames, counts } = preview
    const imported = { encoding, delimiter, headerLine, columns, problems, classNames, counts }
    const about = {
      name: register.name,
      pupils: register.pupils.length,
      staff: register.staff.length,
    }
    console.log(
      JSON.stringify(
        {
          schema: 'lesson-steward/match',
          schemaVersion: 1,
          register: about,
          import: imported,
          results,
          summary,
        },
        null,
        2,
      ),
    )
    return
  }
  for (const problem of preview.problems) {
    console.error(
      `${problem.severity}${problem.line > 0 ? `, line ${problem.line}` : ''}${problem.column === undefined ? '' : `, ${problem.column}`}: ${problem.message}`,
    )
  }
  console.log(
    `Register: ${register.name || 'no class named'}, ${register.pupils.length} pupils, ${register.staff.length} staff`,
  )
  console.log(
    table([
      ['line', 'shown', 'kind', 'confidence', 'what it means', 'reasons'],
      ...results.map((one) => [
        String(one.line),
        one.shown,
        one.kind,
        one.confidence.toFixed(2),
        one.explanation.summary,
        one.reasons.join(', '),
      ]),
    ]),
  )
  console.log(
    `${summary.names} names, ${summary.certain} certain: ${Object.entries(kinds)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}`,
  )
}

function table(rows: readonly (readonly string[])[]): string {
  const clip = (text: string) => {
    const plain = text.replace(/\p{C}/gu, '')
    return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
  }
  const clipped = rows.map((row) => row.map(clip))
  const widths = (clipped[0] ?? []).map((_, column) =>
    Math.max(...clipped.map((row) => (row[column] ?? '').length)),
  )
  return clipped
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

try {
  main()
} catch (failure) {
  if (!(failure instanceof CannotGoOn)) throw failure
  console.error(failure.message)
  process.exitCode = failure.exitCode
}
