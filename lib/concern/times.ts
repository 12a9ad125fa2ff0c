import type { KeptTimes } from '../session/keptFrom.ts'
import type { Concern } from './types.ts'

/** What its days are counted from is asked of a concern as of a lesson: it ends when it is written. */
export function timesOf({ at, keptFrom: marked }: Pick<Concern, 'at' | 'keptFrom'>): KeptTimes {
  return marked === undefined ? { endedAt: at } : { endedAt: at, keptFrom: marked }
}
