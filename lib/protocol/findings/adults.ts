import { adultDueAt, adultOverdue, childDevices, lastSeenAt, recheckDue } from '../adults.ts'
import type { Scene } from '../scene.ts'
import type { Cause } from './cause.ts'

/** CW-5, CW-6, EG-28: a child of whom no adult was seen yet, and where the school wants it, the second look later on. */
export function adultCauses(scene: Scene): readonly Cause[] {
  if (scene.pack.parentPresence === 'none' || scene.register === undefined) return []
  return [...missing(scene), ...again(scene)]
}

function missing(scene: Scene): readonly Cause[] {
  return adultOverdue(scene.here, scene).map((one) => ({
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
  const devices = childDevices(scene.here)
  return recheckDue(scene).map((one) => {
    const since = lastSeenAt(one, devices) ?? one.since
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
