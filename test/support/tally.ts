import { appendFileSync } from 'node:fs'

/** Counts what a suite withstood, by kind, so that its last line says so. */
export interface Tally {
  /** One more; call it where the test has seen that it held. */
  count(kind: string, many?: number): void
  /** "31 attacks repelled: 12 clickjacking, 19 forged message". */
  summary(what: string): string
}

export function tally(): Tally {
  const kinds = new Map<string, number>()
  return {
    count(kind, many = 1) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + many)
    },
    summary(what) {
      const all = [...kinds.values()].reduce((sum, many) => sum + many, 0)
      const by = [...kinds].map(([kind, many]) => `${many} ${kind}`).join(', ')
      return `${all} ${what}: ${by}`
    },
  }
}

/** Says a figure of a suite, and leaves it for the last lines of `npm test`, which collects them in the file that it names. */
export function announce(line: string): void {
  console.log(line)
  const file = process.env.LESSON_STEWARD_TALLIES
  if (file !== undefined) appendFileSync(file, `${line}\n`)
}
