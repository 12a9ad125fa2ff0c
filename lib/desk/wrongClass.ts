import { sameNameKey } from '../protocol/text.ts'
import type { Register } from '../register/index.ts'
import type { SessionState } from '../session/index.ts'

/** Fewer names than this say nothing: siblings and namesakes are in many classes. */
const ENOUGH = 3

/**
 * The teacher is in the call of another class, or chose the wrong one: most names in the call are letter for letter those of another
 * register, and hardly any are of the chosen one. Undefined where that is not so. Pure; counts full names of pupils only.
 */
export function wrongClass(
  state: SessionState,
  chosen: Register | undefined,
  registers: readonly Register[],
): Register | undefined {
  if (chosen === undefined) return undefined
  const shown = state.people
    .filter((one) => one.present && !one.isSelf)
    .map((one) => sameNameKey(one.name))
    .filter((key) => key !== '')
  if (shown.length < ENOUGH) return undefined
  const fits = (register: Register) => {
    const names = namesOf(register)
    return shown.filter((key) => names.has(key)).length
  }
  const here = fits(chosen)
  const best = registers
    .filter((one) => one.id !== chosen.id && one.archivedAt === undefined)
    .map((register) => ({ register, count: fits(register) }))
    .toSorted((a, b) => b.count - a.count)[0]
  if (best === undefined || best.count < ENOUGH) return undefined
  return best.count > shown.length / 2 && best.count >= here * 3 ? best.register : undefined
}

const known = new WeakMap<Register, ReadonlySet<string>>()

/** Made once for each register: this is asked with every view. */
function namesOf(register: Register): ReadonlySet<string> {
  const before = known.get(register)
  if (before !== undefined) return before
  const made = new Set(
    register.pupils.flatMap((one) =>
      [one.firstName, one.preferredName]
        .filter((name) => name !== '')
        .map((name) => sameNameKey(`${name} ${one.lastName}`)),
    ),
  )
  known.set(register, made)
  return made
}
