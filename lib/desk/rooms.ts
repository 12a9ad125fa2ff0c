import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'
import type { OwnPicture } from '../protocol/own.ts'
import { updateOwn } from '../vision/own.ts'
import type { OwnState } from '../vision/own.ts'
import type { RoomReading } from '../vision/types.ts'
import { SHIPPED_VERDICT_POLICY } from '../vision/shipped.ts'
import { isSilenced, pictureGone, silence, updateVerdict } from '../vision/verdict.ts'
import type { VerdictState } from '../vision/verdict.ts'

/**
 * The verdicts over time, one per person with a camera. In memory only: no picture, crop or brightness grid is ever stored. When
 * the worker died in between, the readings start again; what was said before stands in the journal, so nothing is asked twice.
 */
export class Rooms {
  readonly #verdicts = new Map<string, VerdictState>()
  /** By person: the scene that the last event was about. */
  readonly #told = new Map<string, number>()
  #own: OwnState | undefined
  /** Why nothing can be looked at, until the check is switched on anew. */
  failure: RoomCheckFailure | undefined

  /**
   * Takes one reading in; returns the event to write where what is to be said has changed. A private room that she called fine is
   * written down as that, so that nothing older (a covered lens, another bedroom) goes on being said of them.
   */
  read(
    state: SessionState,
    id: string,
    reading: RoomReading,
    now: number,
  ): readonly SessionEventBody[] {
    const person = state.people.find((one) => one.id === id)
    // A reading may come in after the camera went off or the person left: it is about a picture that is no longer shown.
    if (person === undefined || !person.present || person.camera.state === 'off') return []
    const known = person.room
    const before = this.#verdicts.get(id)
    const read = updateVerdict(before, reading, now, SHIPPED_VERDICT_POLICY)
    // The worker died since she called this picture fine, and the scene was forgotten with it.
    const next = before === undefined && known?.calledFine === true ? silence(read) : read
    this.#verdicts.set(id, next)
    const { verdict, confidence, readings, sceneId } = next
    const isPrivate = verdict === 'bedroom' || verdict === 'bathroom'
    if (verdict === known?.verdict) {
      // From one bedroom straight into another: a model that is sure needs no "not sure" between them.
      const told = this.#told.get(id)
      if (!isPrivate || told === undefined || told === sceneId) return []
    }
    // "Not sure yet" is news only after something else was said by the same memory.
    if (
      verdict === 'unsure' &&
      (before === undefined || before.verdict === 'unsure' || known === undefined)
    )
      return []
    this.#told.set(id, sceneId)
    const called = isPrivate && isSilenced(next) ? { calledFine: true } : {}
    return [{ type: 'room', id, verdict, confidence, readings, ...called }]
  }

  /**
   * Takes in a reading of the teacher's own picture, in the green room or in the call. True where it changed what is said of it.
   * Nothing is written: it is no finding, only the answer on her checklist.
   */
  readOwn(reading: RoomReading, now: number): boolean {
    const before = this.#own?.is
    this.#own = updateOwn(this.#own, reading, now, SHIPPED_VERDICT_POLICY)
    return this.#own.is !== before
  }

  /** What is said of the teacher's own picture; undefined where it was not looked at. */
  get own(): OwnPicture | undefined {
    return this.#own === undefined ? undefined : { is: this.#own.is, at: this.#own.at }
  }

  /** Her picture is not looked at any more: camera off, the page gone, the check off. What was said of it is no longer so. */
  forgetOwn(): void {
    this.#own = undefined
  }

  /** The teacher said that this scene looks fine. */
  silence(id: string): void {
    const verdict = this.#verdicts.get(id)
    if (verdict !== undefined) this.#verdicts.set(id, silence(verdict))
  }

  /** Forgets what was seen of everybody whose picture is gone, so that the next one is judged anew. */
  keepOnly(state: SessionState): void {
    for (const [id, verdict] of this.#verdicts) {
      const person = state.people.find((one) => one.id === id)
      const isHere = person?.present === true
      if (isHere && person.camera.state !== 'off') continue
      const kept = isHere ? pictureGone(verdict) : undefined
      this.#told.delete(id)
      if (kept === undefined) this.#verdicts.delete(id)
      else this.#verdicts.set(id, kept)
    }
  }

  clear(): void {
    this.#verdicts.clear()
    this.#told.clear()
  }
}
