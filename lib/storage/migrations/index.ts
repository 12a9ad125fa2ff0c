/**
 * Changes of the shape of the stored settings, one file per step: `v<N>.ts` turns version N−1 into N and exports an example of
 * version N. A new version needs that file and its line here; `test/unit/storage-migrations.test.ts` walks them all and fails on a
 * missing example.
 */
import * as v1 from './v1.ts'
import * as v2 from './v2.ts'
import * as v3 from './v3.ts'

/** One step: what it gives must satisfy the next. `example` is a stored value of this version. */
export interface Migration {
  readonly to: number
  readonly up: (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>
  readonly example: Record<string, unknown>
}

export const MIGRATIONS: readonly Migration[] = [v1, v2, v3]

/** Brings a stored value up to the newest version. A value of a newer version than this is returned as it is. */
export function migrate(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let value: Record<string, unknown> = { ...stored }
  for (const step of MIGRATIONS) {
    const version = typeof value['version'] === 'number' ? value['version'] : 0
    if (version < step.to) value = step.up(value)
  }
  return value
}
