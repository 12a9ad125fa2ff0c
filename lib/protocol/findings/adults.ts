import { adultDueAt, adultOverdue, lastSeenAt, recheckDue } from '../adults.ts'
import { isJustSent } from '../holds.ts'
import type { Scene } from '../scene.ts'
import type { Cause } from './cause.ts'

/** CW-5, CW-6, EG-28: a child of whom no adult was seen yet, and where the school wants it, the second look later on. */
export function adultCauses(scene: Scene): readonly Cause[] {
  if (scene.pack.parentPresence === 'none' || scene.register === undefined) return []
  return [...missing(scene), ...again(scene)]
}

function missing(scene: Scene): readonly Cause[] {
  const sent = (scene.state.holds ?? []).filter((hold) => isJustSent(hold, scene.now))
  // Of a child with whom one had been seen until then, who is about to go.
  const overdue = adultOverdue(scene.here, scene).filter(
    ({ person, since }) =>
      person.adultLooks?.at(-1)?.seen !== true ||
      !sent.some((hold) => hold.id === person.id && hold.at >= since),
  )
  return overdue.map((one) => ({
    kind: 'noAdult',
    key: `noAdult:${one.person.id}:${one.since}`,
    about: [one.person.id],
    since: adultDueAt(one, scene),
    clauses: ['CW-5', 'CW-6', 'EG-28'],
    rule: 'parentPresence',
    severity: 'notice',
    answers: ['adultSeen', 'hold', 'later'],
    answersMany: ['seen', 'later'],
    group: 'noAdult',
  }))
}

function again(scene: Scene): readonly Cause[] {
  if (scene.pack.parentPresence !== 'throughout') return []
  return recheckDue(scene).map((one) => {
    const since = lastSeenAt(one, scene) ?? one.since
    return {
      kind: 'adultAgain',
      key: `adultAgain:${one.person.id}:${since}`,
      about: [one.person.id],
      since,
      clauses: ['CW-5', 'EG-28'],
      rule: 'parentRecheckMinutes',
      severity: 'notice',
      answers: ['adultSeen', 'later', 'seen'],
      group: 'adultAgain',
    }
  })
}
