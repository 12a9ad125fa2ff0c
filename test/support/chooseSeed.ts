import type { TestProject } from 'vitest/node'
import { FULL } from './full.ts'

/** What `npm test` starts from: the same each time, so that a change is not blamed for what another throw of the dice finds. */
const USUAL_SEED = 20_261_127

/**
 * One seed for all properties of a run, printed: a failure is played again with `PROPERTY_SEED=… npm test`. `npm run test:full` draws
 * another each time, so that more is tried in the course of the weeks.
 */
export default function chooseSeed(project: TestProject): void {
  const given = Number(process.env['PROPERTY_SEED'])
  const drawn = FULL ? 1 + Math.floor(Math.random() * 2 ** 30) : USUAL_SEED
  const seed = Number.isInteger(given) && given > 0 ? given : drawn
  // Each project of a run asks anew, and all are given the same.
  process.env['PROPERTY_SEED'] = String(seed)
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
