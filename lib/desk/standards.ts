import type { Pack } from '../protocol/types.ts'
import type { Register } from '../register/index.ts'
import { withSets } from '../register/index.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'
import type { ManagedSettings } from '../storage/managed.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import { DEFAULT_SETTINGS } from '../storage/settings.ts'
import type { Judged } from './recordBook.ts'
import { rulesFor, schoolOf } from './school.ts'
import type { School } from './school.ts'
import type { Shelf } from './shelf.ts'
import type { Voice } from './voice.ts'

/** Nobody knows then whether the school wants rooms looked at: no home is looked into. */
const NOT_READ: SchoolSettings = { ...DEFAULT_SETTINGS, roomCheck: false }

/**
 * By what a lesson is judged today: the classes, the school's settings and its rules. Everybody asks here for the class and the rules
 * of a lesson; two who looked them up by themselves could show one thing and write down another.
 */
export class Standards {
  readonly #shelf: Pick<Shelf, 'managed' | 'settings' | 'registers'>
  readonly #voice: Voice
  #school: School = schoolOf(NOT_READ, {})
  #managed: ManagedSettings = {}
  /** As they were read last. */
  #stored: SchoolSettings | undefined
  #registers: readonly Register[] = []

  constructor(shelf: Pick<Shelf, 'managed' | 'settings' | 'registers'>, voice: Voice) {
    this.#shelf = shelf
    this.#voice = voice
  }

  /**
   * What is stored here, and what the school has set over it for all its computers. The latter holds also where the former can't be read.
   *
   * @throws where it can't be read.
   */
  async loadSchool(): Promise<void> {
    this.#managed = await this.#shelf.managed()
    try {
      await this.takeSettings(await this.#shelf.settings())
    } catch (failure) {
      await this.#hold(this.#stored ?? NOT_READ)
      throw failure
    }
  }

  async loadRegisters(): Promise<void> {
    this.#registers = withSets(await this.#shelf.registers())
  }

  async takeSettings(settings: SchoolSettings): Promise<void> {
    this.#stored = settings
    await this.#hold(settings)
  }

  async #hold(settings: SchoolSettings): Promise<void> {
    // The language first: what is wrong with the school's rules is said in it.
    await this.#voice.take(settings.language)
    this.#school = schoolOf(settings, this.#managed)
  }

  forgetRegisters(): void {
    this.#registers = []
  }

  get school(): School {
    return this.#school
  }

  /** With the sets that run across them. */
  get registers(): readonly Register[] {
    return this.#registers
  }

  register(state: SessionState | undefined): Register | undefined {
    return this.#registers.find((one) => one.id === state?.registerId)
  }

  /** The school's rules, under the school's own name where one is set. `of`: a lesson, or the class that was chosen for one. */
  pack(of: Pick<SessionState, 'packId'> | undefined): Pack {
    const { pack } = rulesFor(this.#school, of?.packId)
    const { schoolName } = this.#school.settings
    return schoolName === '' ? pack : { ...pack, schoolName }
  }

  judged(state: SessionState | undefined): Judged {
    return {
      register: this.register(state),
      pack: this.pack(state),
      dsl: this.#school.settings.dsl,
    }
  }

  classEvent(registerId: string, packId: string): SessionEventBody {
    const register = this.#registers.find((one) => one.id === registerId)
    const { pack } = rulesFor(this.#school, packId)
    return {
      type: 'classChosen',
      registerId,
      className: register?.name ?? '',
      packId: pack.id,
      packVersion: pack.version,
    }
  }
}
