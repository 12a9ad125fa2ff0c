import type { Doings } from './doings.ts'
import type { Say } from './labels/index.ts'
import type { Model } from './model.ts'
import type { Portal } from './portal.ts'
import type { Studio } from './studio.ts'

/** What every view is given. */
export interface Page {
  readonly model: Model
  readonly say: Say
  readonly studio: Studio
  readonly doings: Doings
  readonly portal: Portal
}

export { Cleanup, type View } from '../../meet/page/page-context.ts'
