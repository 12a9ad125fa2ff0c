// How fast names are judged: 250 names of a call against a register of 2,000 pupils (with 4,000 parents), and one newcomer.
// usage: node test/bench/names.bench.ts [--rounds N]
// Beside each figure stands a plain way to do the same in the same run: every name against everybody by edit distance.
// A figure of the first call is taken in a process of its own, where nothing has run before. Milliseconds on this computer.
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createMatcher } from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { folded } from '../../lib/register/names/text.ts'
import { bigRegister, newcomer, shownNames } from './bigClass.ts'

const PEOPLE = 2000
const NAMES = 250
const BUDGET = { call: 30, newcomer: 2 }

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, cold: { type: 'string' } },
})
const register = bigRegister(PEOPLE)
const people = shownNames(register, NAMES)

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** One process, nothing run before: the index, and the first call with or without the idle moment before it. */
function cold(warmed: boolean): { index: number; call: number } {
  let matcher = createMatcher(undefined)
  const index = timed(() => (matcher = createMatcher(register)))
  if (warmed) matcher.warm()
  return { index, call: timed(() => matcher.matchAll(people)) }
}

if (values.cold !== undefined) {
  console.log(JSON.stringify(cold(values.cold === 'warmed')))
} else {
  main(Number(values.rounds))
}

function main(rounds: number): void {
  const first = (how: 'bare' | 'warmed') =>
    Array.from({ length: 5 }, () => inOwnProcess(how)).toSorted((a, b) => a.call - b.call)
  const bare = first('bare')
  const warmed = first('warmed')
  const matcherFor = () => {
    const matcher = createMatcher(register)
    matcher.warm()
    return matcher
  }
  const calls = Array.from({ length: rounds }, () => {
    const matcher = matcherFor()
    return timed(() => matcher.matchAll(people))
  })
  const matcher = matcherFor()
  const newcomers = Array.from({ length: rounds * 20 }, (_, n) => {
    const shown = newcomer(register, n)
    return timed(() => matcher.matchOne(shown))
  })
  const plain = plainWay(register)
  const plainCall = timed(() => people.forEach((one) => plain(one.shown)))
  const plainOne = Array.from({ length: 20 }, (_, n) => timed(() => plain(newcomer(register, n))))

  line(`${NAMES} names against ${PEOPLE} pupils and their parents`, '', '')
  line('  first call of a process', ms(middle(bare.map((one) => one.call))), 'budget 30 ms')
  line(
    '  first call, after the idle moment',
    ms(middle(warmed.map((one) => one.call))),
    'budget 30 ms',
  )
  line('  later calls, median', ms(middle(calls)), `best ${ms(Math.min(...calls))}`)
  line('  by edit distance to everybody', ms(plainCall), '')
  line('index of the register, first in a process', ms(middle(bare.map((one) => one.index))), '')
  line(
    'one newcomer, median',
    ms(middle(newcomers)),
    `slowest of 100: ${ms(high(newcomers))}; budget 2 ms`,
  )
  line('  by edit distance to everybody', ms(middle(plainOne)), '')
  const kept = middle(calls) <= BUDGET.call && middle(newcomers) <= BUDGET.newcomer
  const keptFirst = middle(warmed.map((one) => one.call)) <= BUDGET.call
  console.log(
    kept && keptFirst
      ? 'Within both budgets.'
      : `Over budget: ${[...(kept ? [] : ['later calls or newcomers']), ...(keptFirst ? [] : ['the first call'])].join(', ')}.`,
  )
}

function inOwnProcess(how: 'bare' | 'warmed'): { index: number; call: number } {
  const run = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), '--cold', how],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`The first call could not be measured: ${run.stderr}`)
  return JSON.parse(run.stdout) as { index: number; call: number }
}

/** The nearest of everybody by the number of letters that differ: what a first version would do, and it is often wrong. */
function plainWay(of: Register): (shown: string) => string {
  const everybody = of.pupils.flatMap((one) => [
    { id: one.id, name: folded(`${one.firstName} ${one.lastName}`) },
    ...one.guardians.map((each) => ({
      id: one.id,
      name: folded(`${each.firstName} ${each.lastName}`),
    })),
  ])
  return (shown) => {
    const name = folded(shown)
    let best = { id: '', distance: Number.POSITIVE_INFINITY }
    for (const one of everybody) {
      const distance = letters(name, one.name)
      if (distance < best.distance) best = { id: one.id, distance }
    }
    return best.id
  }
}

function letters(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    last = row
  }
  return last[b.length] ?? 0
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
function high(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.99)] ?? Number.NaN
}
function ms(number: number): string {
  return `${number < 1 ? number.toFixed(3) : number.toFixed(1)} ms`
}
function line(what: string, figure: string, beside: string): void {
  console.log(`${what.padEnd(52)}${figure.padStart(12)}   ${beside}`.trimEnd())
}
