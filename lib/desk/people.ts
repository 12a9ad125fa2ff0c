import type { Match, Register } from '../register/index.ts'
import { createMatcher } from '../register/index.ts'
import type { SessionState } from '../session/index.ts'

/**
 * Everybody of the session, judged together: present, waiting and gone. Made anew when names, the register or the teacher's
 * corrections changed; the matcher of one register is kept.
 */
export class People {
  #register: Register | undefined
  #matcher: ReturnType<typeof createMatcher> | undefined
  #key = ''
  #matches: ReadonlyMap<string, Match> = new Map()

  judge(state: SessionState, register: Register | undefined): ReadonlyMap<string, Match> {
    if (register !== this.#register || this.#matcher === undefined) {
      this.#register = register
      this.#matcher = createMatcher(register)
      this.#key = ''
    }
    const people = [
      ...state.people.map((person) => ({
        key: person.id,
        shown: person.name,
        isSelf: person.isSelf,
        present: person.present,
        where: person.present ? ('inCall' as const) : ('left' as const),
      })),
      ...state.knocks.map((knock) => ({
        key: knock.key,
        shown: knock.name,
        isSelf: false,
        present: false,
        where: 'waiting' as const,
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
