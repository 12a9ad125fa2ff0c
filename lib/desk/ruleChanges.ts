import { locksCalls } from '../protocol/ownRules.ts'
import type { Pack } from '../protocol/types.ts'
import { policyDeadline } from '../session/index.ts'
import type { CurrentLesson } from './currentLesson.ts'
import { hasSameRules } from './school.ts'
import type { Standards } from './standards.ts'

/**
 * What other rules do to the lesson that runs. They hold at once, and the journal says from when on: a record that is judged by rules
 * which were not there at the time would accuse the teacher of steps that nobody asked of her.
 */
export class RuleChanges {
  readonly #current: CurrentLesson
  readonly #standards: Standards

  constructor(current: CurrentLesson, standards: Standards) {
    this.#current = current
    this.#standards = standards
  }

  /** The lesson that runs says that it is judged by other rules than `before`. */
  async since(before: Pack, by: 'settings' | 'managed', now: number): Promise<void> {
    const { state } = this.#current
    const pack = this.#standards.pack(state)
    if (state === undefined || state.ended !== undefined || hasSameRules(before, pack)) return
    const named = ({ id, version }: Pack) => ({ packId: id, packVersion: version })
    await this.#current.add(
      [{ type: 'rulesChanged', ...named(pack), before: named(before), by }],
      now,
    )
  }

  /** The same for a lesson that was taken up again: while nobody was awake the rules may have been changed. */
  async whileAsleep(now: number): Promise<void> {
    const { state } = this.#current
    const held = state?.rules?.at(-1)
    const { id, version } = this.#standards.pack(state)
    if (held === undefined || (held.packId === id && held.packVersion === version)) return
    const by = this.#standards.school.setBySchool.includes('packId') ? 'managed' : 'settings'
    const { packId, packVersion } = held
    await this.#current.add(
      [
        {
          type: 'rulesChanged',
          packId: id,
          packVersion: version,
          before: { packId, packVersion },
          by,
        },
      ],
      now,
    )
  }

  /** The lock is due when the rules say, counted from the start as it is known now. */
  async setDeadline(now: number): Promise<void> {
    const { state } = this.#current
    if (state === undefined || state.ended !== undefined) return
    const pack = this.#standards.pack(state)
    // A deadline that the teacher moved herself stays where she put it.
    if (state.lockDeadline?.by === 'teacher' || !locksCalls(pack)) return
    const dueAt = policyDeadline(state, pack.lockAfterMinutes)
    if (state.lockDeadline?.dueAt !== dueAt)
      await this.#current.add([{ type: 'lockDeadline', dueAt, by: 'policy' }], now)
  }
}
