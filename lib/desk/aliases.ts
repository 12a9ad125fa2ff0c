import type { Register } from '../register/index.ts'
import { createMatcher } from '../register/index.ts'
import { readName } from '../register/names/read.ts'
import { shownKey } from '../register/names/text.ts'

/** From here on a name is written out in full on the register. */
const LITERAL = 0.97

/** What a correction taught the register: enough to take it back again. */
export interface Learnt {
  readonly register: Register
  /** Who has the name as an alias now and had not before. */
  readonly learnt: readonly string[]
  /** Who had it and has it no more: the last correction counts. */
  readonly lost: readonly string[]
}

/**
 * Remembers a name as shown for the people whom the teacher says it stands for. Not remembered is what would do harm next time:
 * the full name of somebody else on the register, and what matches for certain anyway. A device may be another child's
 * tomorrow, so several keep its name and it is only offered; so do two children of one first name (`ofSeveral`: another who shows
 * the name beside this one was said to be somebody else).
 */
export function learnAlias(
  register: Register,
  personIds: readonly string[],
  shown: string,
  ofSeveral = false,
): Learnt {
  if (isBetterForgotten(register, personIds, shown)) return { register, learnt: [], lost: [] }
  const key = shownKey(shown)
  const reading = readName(shown)
  const isDevice = reading.hasDevice || reading.what !== 'name'
  const has = (one: HasAliases) => one.aliases.some((alias) => shownKey(alias) === key)
  const all: readonly HasAliases[] = [...register.pupils, ...register.staff]
  const learnt = all.filter((one) => personIds.includes(one.id) && !has(one)).map(({ id }) => id)
  const lost =
    isDevice || ofSeveral
      ? []
      : all.filter((one) => !personIds.includes(one.id) && has(one)).map(({ id }) => id)
  return { register: changed(register, shown, { add: learnt, drop: lost }), learnt, lost }
}

/** Letter for letter the name of somebody else, or already that of the one who is meant. */
function isBetterForgotten(
  register: Register,
  personIds: readonly string[],
  shown: string,
): boolean {
  const own = createMatcher(register).matchOne(shown)
  if (own.reasons.includes('alias')) return false
  const fitting = [own, ...own.alternatives]
  const others = fitting.filter(
    (one) => one.personId !== undefined && !personIds.includes(one.personId),
  )
  if (others.some((one) => one.confidence >= LITERAL)) return true
  return personIds.length === 1 && own.personId === personIds[0] && own.confidence >= LITERAL
}

/** The register as it was before `learnAlias`, with everything else that changed since. */
export function forgetAlias(
  register: Register,
  shown: string,
  { learnt, lost }: Pick<Learnt, 'learnt' | 'lost'>,
): Register {
  return changed(register, shown, { add: lost, drop: learnt })
}

interface HasAliases {
  readonly id: string
  readonly aliases: readonly string[]
}

function changed(
  register: Register,
  shown: string,
  { add, drop }: { readonly add: readonly string[]; readonly drop: readonly string[] },
): Register {
  if (add.length === 0 && drop.length === 0) return register
  const key = shownKey(shown)
  const change = <P extends HasAliases>(one: P): P => {
    if (!add.includes(one.id) && !drop.includes(one.id)) return one
    const others = one.aliases.filter((alias) => shownKey(alias) !== key)
    return { ...one, aliases: add.includes(one.id) ? [...others, shown] : others }
  }
  return { ...register, pupils: register.pupils.map(change), staff: register.staff.map(change) }
}
