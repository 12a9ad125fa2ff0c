import type { Command, Outcome } from '../meeting/index.ts'
import type { Admits } from './admits.ts'
import type { Comeback } from './comeback.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import type { Turns } from './turns.ts'

export interface HandsParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly admits: Admits
  readonly comeback: Comeback
  readonly publish: () => void
}

/** A script that lives connects again within this time, also after its port broke some times in a row (`lib/observe/link.ts`). */
const COMES_BACK_MS = 6_000

/**
 * Has the meeting page do something after the teacher's own click, and writes down what became of it. The page works outside any turn:
 * it may wait a minute for her own click on the real control, and the lesson must be read meanwhile.
 */
export class Hands {
  readonly #parts: HandsParts

  constructor(parts: HandsParts) {
    this.#parts = parts
  }

  async perform(command: Command): Promise<Outcome> {
    const { turns, admits, publish } = this.#parts
    await turns.ready()
    if (command.kind !== 'admit') return this.#carryOut(command)
    const underWay = admits.once(command, () => this.#carryOut(command))
    // Both surfaces show at once that it is under way, and take no second click.
    publish()
    const outcome = await underWay
    publish()
    return outcome
  }

  async #carryOut(command: Command): Promise<Outcome> {
    const { turns, tabs, current, comeback } = this.#parts
    const tab =
      current.moment === 'during'
        ? await comeback.of(() => current.actingTab(), COMES_BACK_MS)
        : current.actingTab()
    const outcome: Outcome =
      tab === undefined
        ? { result: 'unavailable', steps: [], why: 'pageGone' }
        : await tabs.perform(tab, command)
    await turns.take(async (now) => {
      if (command.kind === 'lock' || command.kind === 'unlock') current.lockOutcome = outcome
      await current.add([{ type: 'command', command, outcome }], now)
      await turns.settle(now)
    })
    return outcome
  }
}
