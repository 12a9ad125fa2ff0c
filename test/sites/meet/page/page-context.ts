import type { Studio } from './camera/studio.ts'
import type { Say } from './labels/index.ts'
import type { Model } from './model.ts'
import type { Doings } from './doings.ts'

/** What every view is given. */
export interface Page {
  readonly model: Model
  readonly say: Say
  readonly studio: Studio
  readonly doings: Doings
}

/** A part of the page that stands until it is taken down. */
export interface View {
  readonly element: HTMLElement
  close(): void
}

/** Collects what has to be undone when a view is taken down. */
export class Cleanup {
  private readonly undo: (() => void)[] = []

  add(...undo: readonly (() => void)[]): void {
    this.undo.push(...undo)
  }

  /** A timer that dies with the view. */
  later(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms)
    const stop = (): void => clearTimeout(timer)
    this.undo.push(stop)
    return stop
  }

  run(): void {
    for (const undo of this.undo.splice(0)) undo()
  }
}
