import type { Pupil } from '../../register/types.ts'
import type { Scene, Seen } from '../scene.ts'
import { staffAmong } from '../scene.ts'
import type { Cause } from './cause.ts'

/** At the beginning children are let in one at a time; at the end a last one may be left behind. */
const FIRST_ONE_MS = 120_000
const LAST_ONE_MS = 30_000

/** One adult and one pupil, nobody else, by a complete list; undefined where that isn't so or can't be told. */
export function aloneTogether(
  scene: Scene,
): { adult: Seen; child: Seen; since: number } | undefined {
  if (scene.state.health.people.level !== 'complete') return undefined
  const staff = staffAmong(scene.here)
  const others = scene.here.filter((one) => one.standing !== 'staff')
  const [adult] = staff
  const [child] = others
  if (staff.length !== 1 || adult === undefined || child === undefined) return undefined
  const oneChild =
    (others.length === 1 && child.also.length === 0) ||
    (child.pupil !== undefined && others.every((one) => one.pupil?.id === child.pupil?.id))
  if (!oneChild || child.standing === 'visitor' || child.standing === 'noteTaker') return undefined
  const since = Math.max(
    ...scene.ever.flatMap((one) => one.person.stays.flatMap((stay) => [stay.from, stay.to ?? 0])),
  )
  return { adult, child, since }
}

/** CW-16, EG-37, EG-5: one adult alone with one pupil. EG-22: a pupil in the call whose parents did not consent. */
export function companyCauses(scene: Scene): readonly Cause[] {
  return [...alone(scene), ...noConsent(scene)]
}

function alone(scene: Scene): readonly Cause[] {
  const found = aloneTogether(scene)
  if (found === undefined || scene.waiting.length > 0) return []
  const { child, since } = found
  const othersWere = scene.ever.some((one) => !one.person.present)
  if (scene.now - since < (othersWere ? LAST_ONE_MS : FIRST_ONE_MS)) return []
  const withAdult = child.standing === 'guardian' || child.person.adultSeenAt !== undefined
  return [
    {
      kind: 'alone',
      key: `alone:${child.person.id}:${since}`,
      about: [child.person.id],
      since,
      clauses: ['CW-16', 'EG-5', 'EG-37'],
      severity: withAdult ? 'act' : 'alarm',
      answers: ['seen', 'later'],
    },
  ]
}

function noConsent(scene: Scene): readonly Cause[] {
  return scene.here.flatMap((one): readonly Cause[] => {
    const without = withoutConsent(one)
    if (without === undefined) return []
    return [
      {
        kind: 'noConsent',
        key: `noConsent:${without.id}:${one.since}`,
        about: [one.person.id],
        since: one.since,
        clauses: ['EG-22'],
        severity: 'act',
        answers: ['remove', 'seen', 'later'],
        answersMany: ['seen', 'later'],
        group: 'here',
      },
    ]
  })
}

/** The child without consent, also as one of several behind one device. */
export function withoutConsent(one: Pick<Seen, 'pupil' | 'also'>): Pupil | undefined {
  return one.pupil === undefined
    ? undefined
    : [one.pupil, ...one.also].find((pupil) => pupil.consentVideo === 'no')
}
