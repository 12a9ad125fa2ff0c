import type { HoldState, SessionState } from '../session/state.ts'
import { sameNameKey } from './text.ts'

/**
 * How somebody of this name was last taken out for now by the teacher (CW-6), where they have not been in the call since: who knocks
 * under it did not drop out.
 */
export function heldBefore(
  state: Pick<SessionState, 'holds' | 'people'>,
  name: string,
): HoldState | undefined {
  const key = sameNameKey(name)
  if (key === '') return undefined
  const hold = state.holds?.findLast((one) => sameNameKey(one.name) === key)
  if (hold === undefined) return undefined
  const backSince = state.people.some(
    (person) =>
      sameNameKey(person.name) === key && person.stays.some((stay) => stay.from > hold.at),
  )
  return backSince ? undefined : hold
}
