import type { Pack } from './types.ts'

/**
 * Rules that count by themselves: a school that sets one of them is asked about it whether or not a clause of the same matter is
 * among its steps. Paths in the pack, as in `ruleWords.ts`; a finding that no clause asks for names its rule instead.
 */
export type OwnRule =
  | 'locks'
  | 'cameraRule'
  | 'roomCheck'
  | 'parentPresence'
  | 'parentRecheckMinutes'
  | 'adultsRequired'
  | 'recording'
  | 'chat'
  | 'presenting'

/** Whether this school locks its calls: by its own rule, else where EG-24 is one of its steps. */
export function locksCalls({ locks, clauses }: Pick<Pack, 'locks' | 'clauses'>): boolean {
  return locks ?? clauses.includes('EG-24')
}

/** What an optional rule is where a pack does not say it: what the pack has been doing so far, never more. */
export function ruleDefaults(
  pack: Pick<Pack, 'locks' | 'clauses'>,
): Required<Pick<Pack, 'locks' | 'roomFirst' | 'parentRecheckMinutes' | 'chat' | 'presenting'>> {
  return {
    locks: locksCalls(pack),
    roomFirst: 'askToMove',
    parentRecheckMinutes: 0,
    chat: 'open',
    presenting: pack.clauses.includes('EG-31') ? 'staffOnly' : 'anyone',
  }
}
