import type { Match, Register } from '../register/index.ts'
import { createMatcher } from '../register/index.ts'
import { toldOf } from '../session/index.ts'
import type { SessionState } from '../session/index.ts'

/**
 * Everybody of the session, judged together: present, waiting and gone. Made anew when names, the register or the teacher's
 * corrections changed; the matcher of one register is kept.
 */
export class People {
  #register: Register | undefined
  #matcher: ReturnType<typeof createMatcher> | undefined
  /** What the matches were made of, in full: a camera that goes off changes somebody in the state, and nobody's name or presence. */
  #key = ''
  /** The same as it stood in the state, so that the above need not be written out where nobody changed at all. */
  #madeOf: readonly unknown[] = []
  #matches: ReadonlyMap<string, Match> = new Map()
  readonly #later: ((work: () => void) => void) | undefined

  /** `later` does some work in an idle moment. Without it everything is done when it is first needed, as for a past lesson. */
  constructor(later?: (work: () => void) => void) {
    this.#later = later
  }

  judge(state: SessionState, register: Register | undefined): ReadonlyMap<string, Match> {
    if (register !== this.#register || this.#matcher === undefined) {
      this.#register = register
      const matcher = createMatcher(register)
      this.#matcher = matcher
      this.#key = ''
      this.#madeOf = []
      // The class is chosen some minutes before the first child knocks: the first name need not wait for slow first steps.
      const warm = (): void => {
        if (matcher.warm()) this.#later?.(warm)
      }
      if (register !== undefined) this.#later?.(warm)
    }
    // The state never changes in place. Everybody who ever came is gone through below, and after three hours that is hundreds.
    const { people: inCall, knocks, pastKnocks, entries, fixes, choices } = state
    const madeOf = [inCall, knocks, pastKnocks, entries, fixes, choices]
    const isSame = madeOf.every((part, at) => part === this.#madeOf[at])
    if (isSame && this.#madeOf.length > 0) return this.#matches
    this.#madeOf = madeOf
    const people = [
      ...state.people.map((person) => ({
        key: person.id,
        shown: person.name,
        isSelf: person.isSelf,
        present: person.present,
        where: person.present ? ('inCall' as const) : ('left' as const),
        ...said(state, person.name, person.id),
      })),
      ...state.knocks.map((knock) => ({
        key: knock.key,
        shown: knock.name,
        isSelf: false,
        present: false,
        where: 'waiting' as const,
        ...said(state, knock.name, knock.key),
      })),
    ]
    const key = JSON.stringify([people, state.fixes])
    if (key !== this.#key) {
      this.#key = key
      this.#matches = this.#matcher.matchAll(people, state.fixes)
    }
    return this.#matches
  }
}

/**
 * Whom the teacher said a device stands for. Two tablets called "iPad" are two children: what she said of one is not said of
 * another that is there at the same time. A device that comes back later under the name is taken for the same.
 */
function said(state: SessionState, shown: string, id: string): { is?: readonly string[] } {
  const told = toldOf(state, shown, id)
  if (told === 'another') return { is: [] }
  return told?.what === 'is' ? { is: told.personIds } : {}
}
