/**
 * How fast names are judged: 250 names of a call against a register of 2,000 pupils (with 4,000 parents), and one newcomer. Beside
 * each figure stands a plain way to do the same in the same run: every name against everybody by edit distance. A figure of the
 * first call is taken in a process of its own (`--cold`), where nothing has run before.
 */
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createMatcher } from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { folded } from '../../lib/register/names/text.ts'
import { bigRegister, newcomer, shownNames } from './bigClass.ts'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'

const PEOPLE = 2000
const NAMES = 250
const BUDGET = { call: 30, newcomer: 2 }

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** One process, nothing run before: the index, and the first call with or without the idle moment before it. */
function cold(warmed: boolean): { index: number; call: number } {
  const register = bigRegister(PEOPLE)
  const people = shownNames(register, NAMES)
  let matcher = createMatcher(undefined)
  const index = timed(() => (matcher = createMatcher(register)))
  while (warmed && matcher.warm());
  return { index, call: timed(() => matcher.matchAll(people)) }
}

if (process.argv[2] === '--cold') console.log(JSON.stringify(cold(process.argv[3] === 'warmed')))

/** The figures of one run; `rounds` calls of 250 names each. */
export function nameFigures(rounds: number): readonly Figure[] {
  const register = bigRegister(PEOPLE)
  const people = shownNames(register, NAMES)
  const first = (how: 'bare' | 'warmed') =>
    Array.from({ length: 5 }, () => inOwnProcess(how)).toSorted((x, y) => x.call - y.call)
  const bare = first('bare')
  const warmed = first('warmed')
  const matcherFor = () => {
    const matcher = createMatcher(register)
    while (matcher.warm());
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
  const everybody = { what: 'edit distance to everybody', value: plainCall }
  return [
    {
      what: '250 names against 2,000: first call, after the idle moment',
      value: median(warmed.map((one) => one.call)),
      unit: 'ms',
      budget: BUDGET.call,
      baseline: everybody,
    },
    {
      what: '250 names against 2,000: first call of a process, cold',
      value: median(bare.map((one) => one.call)),
      unit: 'ms',
      baseline: everybody,
    },
    {
      what: '250 names against 2,000: later calls, median',
      value: median(calls),
      unit: 'ms',
      budget: BUDGET.call,
      baseline: everybody,
    },
    {
      what: 'index of a register of 2,000, first in a process',
      value: median(bare.map((one) => one.index)),
      unit: 'ms',
    },
    {
      what: 'one newcomer judged, median',
      value: median(newcomers),
      unit: 'ms',
      budget: BUDGET.newcomer,
      baseline: { what: 'edit distance to everybody', value: median(plainOne) },
    },
  ]
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
