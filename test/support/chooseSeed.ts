import type { TestProject } from 'vitest/node'

/**
 * One seed for all properties of a run, printed: a failure is played again with `PROPERTY_SEED=… npm test`. Another one each time, so
 * that more is tried in the course of the weeks.
 */
export default function chooseSeed(project: TestProject): void {
  const given = Number(process.env['PROPERTY_SEED'])
  const seed =
    Number.isInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 2 ** 30)
  project.provide('propertySeed', seed)
  console.log(
    `Properties are tried from seed ${seed} (PROPERTY_SEED=${seed} tries the same again).`,
  )
}

declare module 'vitest' {
  export interface ProvidedContext {
    propertySeed: number
  }
}
