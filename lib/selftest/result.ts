import type { Looks, Platform } from '../meeting/index.ts'
import type { Found } from './found.ts'
import { whichFound } from './found.ts'
import type { Progress } from './steps.ts'
import { signState, STEPS, stepState } from './steps.ts'

export interface ResultParts {
  readonly platform: Platform
  readonly toolVersion: string
  readonly looks: Looks
  readonly progress: Progress
  readonly found: Found
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The outcome of a self-test as a file: what was readable, and what each selector found. No name and no text is in it. */
export function resultText({
  platform,
  toolVersion,
  looks,
  progress,
  found,
  now,
}: ResultParts): string {
  const result = {
    schema: 'lesson-steward/self-test',
    version: 1,
    at: new Date(now).toISOString(),
    toolVersion,
    platform,
    client: progress.last?.variant ?? 'unknown',
    looks,
    steps: STEPS.map((step) => ({
      step: step.id,
      state: stepState(progress, step),
      signs: Object.fromEntries(
        step.signs.map((sign) => {
          const state = signState(progress, step.id, sign.id)
          return [sign.id, state.is === 'cannot' ? `cannot: ${state.why}` : state.is]
        }),
      ),
    })),
    lastReading: progress.last ?? null,
    targets: Object.fromEntries(
      whichFound(found).map(({ target, which, alternative }) => [
        target,
        { found: which, alternative, hits: found[target] ?? [] },
      ]),
    ),
  }
  return `${JSON.stringify(result, null, 2)}\n`
}
