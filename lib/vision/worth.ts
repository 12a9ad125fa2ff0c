import type { RoomReading } from './types.ts'

/** Chance of a private room from which a picture is worth another look soon. Far below what any verdict asks for. */
const LEANS = 0.35

/**
 * Whether another look soon is worth more than one at the next tile: the picture leans to a bedroom or bathroom, so that a
 * verdict is one of some seconds. A wish about the order of looks only. It is all the meeting page is told beside a change of
 * scene, and many a kitchen is granted it.
 */
export function worthAnotherLook({ scores }: Pick<RoomReading, 'scores'>): boolean {
  return scores.bedroom + scores.bathroom >= LEANS
}
