import type { HoldState, SessionState } from '../session/state.ts'

/** Who was to be taken out by the site's own button has gone by then. Who goes later goes for something else. */
const SOON_MS = 120_000

/** The teacher wanted a child out, on one of these devices, because no adult was there (CW-6). */
export function wasSentForAnAdult({ id, why }: HoldState, devices: ReadonlySet<string>): boolean {
  return why === 'noAdult' && devices.has(id)
}

/** She has just said so, and whether they are out is not known yet: nobody need tell her that no adult was seen. */
export function isJustSent(hold: HoldState, now: number): boolean {
  return hold.why === 'noAdult' && now - hold.at < SOON_MS
}

/** They are out: the meeting showed it, or they left soon after. That the call ended takes nobody out. */
export function wasTakenOut(
  { id, at, result }: HoldState,
  { people, ended }: Pick<SessionState, 'people' | 'ended'>,
): boolean {
  if (result === 'done') return true
  const stays = people.find((one) => one.id === id)?.stays ?? []
  return stays.some(
    ({ to }) => to !== undefined && to >= at && to - at <= SOON_MS && to !== ended?.at,
  )
}
