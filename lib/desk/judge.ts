import { evaluate } from '../protocol/evaluate.ts'
import type { Evaluation } from '../protocol/types.ts'
import type { Match } from '../register/index.ts'
import type { SessionState } from '../session/index.ts'
import { reconcilePrompts } from '../session/index.ts'
import type { CurrentLesson } from './currentLesson.ts'
import { People } from './people.ts'
import type { Rooms } from './rooms.ts'
import type { Standards } from './standards.ts'

const NO_EVALUATION: Evaluation = { findings: [], checklist: [] }

/**
 * What the shown lesson amounts to: who is who, what was found, what is open. Made anew after every change, and prompts are written before
 * they are shown: one that is only on a screen could be answered and never have been asked.
 *
 *   state ─▶ matches ─▶ evaluate ─▶ findings ─▶ prompts due? ── yes, and the lesson runs ─▶ written ─▶ judged once more
 */
export class Judge {
  readonly #current: CurrentLesson
  readonly #standards: Standards
  readonly #rooms: Rooms
  readonly #people = new People((work) => setTimeout(work, 0))
  #evaluation: Evaluation = NO_EVALUATION
  #matches: ReadonlyMap<string, Match> = new Map()

  constructor(current: CurrentLesson, standards: Standards, rooms: Rooms) {
    this.#current = current
    this.#standards = standards
    this.#rooms = rooms
  }

  get evaluation(): Evaluation {
    return this.#evaluation
  }

  get matches(): ReadonlyMap<string, Match> {
    return this.#matches
  }

  async look(now: number): Promise<void> {
    const state = this.#current.shown(now)
    if (state === undefined) {
      this.#evaluation = NO_EVALUATION
      return
    }
    this.#judge(state, now)
    if (this.#current.moment !== 'during') return
    const prompts = reconcilePrompts(state, this.#evaluation.findings, now)
    if (prompts.length === 0) return
    await this.#current.add(prompts, now)
    const next = this.#current.state
    if (next !== undefined) this.#judge(next, now)
  }

  #judge(state: SessionState, now: number): void {
    const { register, pack, dsl } = this.#standards.judged(state)
    const { own } = this.#rooms
    this.#matches = this.#people.judge(state, register)
    this.#evaluation = evaluate({
      state,
      pack,
      matches: this.#matches,
      // What is over is judged by nothing before its end, as its record is: its clock may have been ahead of the computer's.
      now: Math.max(now, state.ended?.at ?? now),
      dsl,
      ...(register === undefined ? {} : { register }),
      ...(own === undefined ? {} : { own }),
    })
  }
}
