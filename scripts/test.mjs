// npm test: sets everything up, then format, lint, types, build, and the tests. One summary line at the end.
//   npm test                 everything
//   npm test -- unit dom     only these parts of: format lint types unit dom e2e
//   npm run test:full        with what takes minutes more (vitest.config.ts)
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  build,
  ensureFolder,
  installBrowser,
  installPackages,
  projectEnv,
  root,
  say,
} from './lib/setup.mjs'

/** On two cores (docs/measured.md); what takes longer belongs to `npm run test:full`. */
const LONGEST_MINUTES = 20
const ALL = ['format', 'lint', 'types', 'unit', 'dom', 'e2e']
const full = process.argv.includes('--full')
if (full) process.env.LESSON_STEWARD_FULL = '1'
const asked = process.argv.slice(2).filter((one) => one !== '--full')
const unknown = asked.filter((part) => !ALL.includes(part))
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts are: ${ALL.join(', ')}.`)
  process.exit(2)
}
const parts = asked.length > 0 ? ALL.filter((part) => asked.includes(part)) : ALL

installPackages()
installBrowser()

const bin = (name) => join(root, 'node_modules', '.bin', name)
const out = ensureFolder(join(root, 'out'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const started = Date.now()
/** What the suites counted: faults survived, attacks repelled, requests seen. */
const tallies = join(out, 'tallies.txt')
rmSync(tallies, { force: true })
process.env.LESSON_STEWARD_TALLIES = tallies

/** A check that is right or wrong as a whole counts as one test. What it says is shown when it has ended: several run at once. */
function check(name, command, args) {
  return new Promise((done) => {
    const said = []
    const child = spawn(command, args, { cwd: root, env: projectEnv() })
    child.stdout.on('data', (part) => said.push(part))
    child.stderr.on('data', (part) => said.push(part))
    let ended = false
    const end = (passed) => {
      // A command that can't be started says so twice.
      if (ended) return
      ended = true
      say(name)
      process.stdout.write(Buffer.concat(said))
      if (passed) totals.passed += 1
      else {
        totals.failed += 1
        failures.push(name)
      }
      done()
    }
    child.on('error', (problem) => {
      said.push(Buffer.from(`${problem.message}\n`))
      end(false)
    })
    child.on('close', (status) => end(status === 0))
  })
}

function tests(project) {
  say(`Tests: ${project}`)
  const report = join(out, `test-${project}.json`)
  rmSync(report, { force: true })
  const { status } = spawnSync(
    bin('vitest'),
    [
      'run',
      // "e2e" has a part of its files in "e2e-beside".
      ...[project, `${project}-*`].flatMap((one) => ['--project', one]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit', env: projectEnv() },
  )
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'))
    totals.passed += counted.numPassedTests
    totals.failed += counted.numFailedTests
    totals.skipped += counted.numPendingTests + (counted.numTodoTests ?? 0)
    // A file that can't even be loaded has no tests to fail.
    if (status !== 0 && counted.numFailedTests === 0) totals.failed += 1
    if (status === 0 && counted.numTotalTests === 0) throw new Error('no tests ran')
  } catch (problem) {
    console.error(`The results of ${project} could not be counted: ${problem.message}`)
    totals.failed += 1
  }
  if (status !== 0) failures.push(`Tests: ${project}`)
}

if (parts.includes('e2e') || parts.includes('types') || parts.includes('lint')) {
  try {
    build()
  } catch (problem) {
    console.error(problem.message)
    totals.failed += 1
    failures.push('Build')
  }
}
const CHECKS = {
  format: ['Format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  lint: ['Lint', bin('eslint'), ['.', '--max-warnings=0']],
  types: ['Types', bin('tsc'), ['--noEmit', '-p', '.']],
}
// The unit tests run beside them: two cores, and each of these is busy with one.
const checked = Promise.all(
  Object.keys(CHECKS)
    .filter((part) => parts.includes(part))
    .map((part) => check(...CHECKS[part])),
)
if (parts.includes('unit')) tests('unit')
await checked
for (const project of ['dom', 'e2e']) if (parts.includes(project)) tests(project)

const minutes = Number(((Date.now() - started) / 60_000).toFixed(1))
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')} — look above for each.`)
if (existsSync(tallies)) console.log(`\n${readFileSync(tallies, 'utf8').trim()}`)
console.log(`Took ${minutes} minutes.`)
if (!full && parts.length === ALL.length)
  console.log('Left to "npm run test:full": what vitest.config.ts names.')
if (!full && minutes > LONGEST_MINUTES)
  console.log(`That is more than the ${LONGEST_MINUTES} minutes that it may take on two cores.`)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
process.exit(totals.failed > 0 ? 1 : 0)
