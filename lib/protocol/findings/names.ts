import { isShown, noticeSince } from '../../session/notices.ts'
import { keyOf } from '../../session/prompts.ts'
import type { Scene, Seen } from '../scene.ts'
import { childrenBehind, isStranger, pupilName, staffName } from '../scene.ts'
import { sameNameKey } from '../text.ts'
import { copiesAmong, leftUnder } from './copies.ts'
import { isAsItShould } from './renames.ts'
import type { Cause } from './cause.ts'

/** A device that comes back may show beside its own ghost for some seconds. */
const GHOST_MS = 10_000
/** A tile may be drawn before its name. */
const NAME_MAY_COME_MS = 20_000
/** Somebody let in is the one who knocked under the same name shortly before. */
const ADMISSION_MS = 60_000

/** CW-1, CW-2, CW-4, EG-13, EG-25: people in the call who are not known, not clear, twice, renamed, or no people. */
export function nameCauses(scene: Scene): readonly Cause[] {
  const twins = duplicates(scene)
  const inTwins = new Set(twins.flatMap((group) => group.map((one) => one.person.id)))
  return [
    ...twins.flatMap((group) => duplicateCause(group, scene)),
    ...scene.here
      .filter((one) => !inTwins.has(one.person.id))
      .flatMap((one) => oneName(one, scene)),
    ...noteTakers(scene),
  ]
}

function oneName(one: Seen, scene: Scene): readonly Cause[] {
  const renamed = renameCause(one, scene)
  if (renamed !== undefined) return [renamed]
  if (scene.register === undefined) return []
  if (!isStranger(one.standing) && one.standing !== 'unsure') return []
  if (one.person.name.trim() === '' && scene.now - one.since < NAME_MAY_COME_MS) return []
  const knockedAt = knockOf(one, scene)
  if (knockedAt !== undefined && wasDecided(unknownKey('door', one.person.name, knockedAt), scene))
    return []
  const { since } = one
  if (one.match?.kind === 'ambiguous' && one.match.together !== undefined)
    return [togetherCause(one)]
  return [
    {
      kind: 'unknownPerson',
      key: unknownKey('in', one.person.name, since),
      about: [one.person.id],
      since,
      clauses: ['CW-1', 'CW-2', 'CW-4', 'EG-13', 'EG-25'],
      severity:
        one.standing === 'lookAlike' ? 'alarm' : one.standing === 'unsure' ? 'notice' : 'act',
      answers:
        one.standing === 'unsure'
          ? ['seen', 'expected', 'remove', 'later']
          : ['expected', 'remove', 'later'],
      answersMany: ['seen', 'later'],
      group: one.standing === 'unsure' || one.standing === 'lookAlike' ? one.standing : 'unknown',
    },
  ]
}

/** One device that stands for several children, by its name: "Amelia & Tom", or the mother of two. Each such device is asked alone. */
function togetherCause(one: Seen): Cause {
  return {
    kind: 'unknownPerson',
    key: `together:${[...sameNameKey(one.person.name)].slice(0, 60).join('')}:${one.since}`,
    about: [one.person.id],
    since: one.since,
    clauses: ['CW-4', 'EG-13', 'EG-25'],
    severity: 'notice',
    answers: ['seen', 'expected', 'remove', 'later'],
  }
}

export function unknownKey(where: 'door' | 'in', name: string, since: number): string {
  return `unknown:${where}:${[...sameNameKey(name)].slice(0, 60).join('')}:${since}`
}

/** When somebody in the call knocked before they were let in. */
function knockOf(one: Seen, scene: Scene): number | undefined {
  const key = sameNameKey(one.person.name)
  return scene.state.pastKnocks.findLast(
    (past) =>
      past.how !== 'denied' &&
      sameNameKey(past.name) === key &&
      Math.abs(past.goneAt - one.since) <= ADMISSION_MS,
  )?.at
}

/** Somebody whom the teacher has just let in herself is not asked about again in the call. */
function wasDecided(key: string, scene: Scene): boolean {
  return scene.state.prompts.some(
    ({ promptId, answer }) =>
      keyOf(promptId) === key &&
      answer?.by === 'teacher' &&
      (answer.answer === 'admit' || answer.answer === 'expected' || answer.answer === 'seen'),
  )
}

/** People in the call who show one name, or who were judged to be one person of the register twice. */
export function duplicates(scene: Scene): readonly (readonly Seen[])[] {
  const groups = new Map<string, Seen[]>()
  for (const one of scene.here) {
    const name = sameNameKey(one.person.name)
    if (name === '' || one.standing === 'noteTaker') continue
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  // Spelt differently, but taken for the same child: the copy joins the one it copies.
  for (const one of scene.here) {
    if (one.standing !== 'duplicate' || one.match?.personId === undefined) continue
    const twin = scene.here.find(
      (other) => other !== one && other.match?.personId === one.match?.personId,
    )
    if (twin === undefined) continue
    const key = sameNameKey(twin.person.name)
    const group = groups.get(key) ?? [twin]
    if (!group.includes(one)) {
      groups.set(key, [...group, one])
      groups.set(
        sameNameKey(one.person.name),
        (groups.get(sameNameKey(one.person.name)) ?? []).filter((other) => other !== one),
      )
    }
  }
  return [...groups.values()].filter((group) => group.length > 1 && !areKnownApart(group))
}

/** Two children called Amelia: of each it is certain who it is, and no two are one. Names alone can't tell that of one name. */
function areKnownApart(group: readonly Seen[]): boolean {
  const known = group.every(
    ({ standing, match }) =>
      (standing === 'pupil' || standing === 'guardian') &&
      match?.reasons.includes('teacherChoice') === true,
  )
  const children = group.flatMap((one) => childrenBehind(one).map(({ id }) => id))
  return known && new Set(children).size === children.length
}

function duplicateCause(group: readonly Seen[], scene: Scene): readonly Cause[] {
  const renamedAt = Math.max(0, ...group.map((one) => lastRename(one)?.at ?? 0))
  const since = Math.max(renamedAt, ...group.map((one) => one.since))
  // Somebody who took a name is told at once; somebody who joined under it may be a dropped child coming back.
  if (since !== renamedAt && scene.now - since < GHOST_MS) return []
  return [
    {
      kind: 'duplicateName',
      key: `duplicate:${[...sameNameKey(group[0]?.person.name ?? '')].slice(0, 60).join('')}:${since}`,
      about: group.map((one) => one.person.id),
      since,
      clauses: ['CW-4', 'EG-13', 'EG-25'],
      severity: since === renamedAt ? 'alarm' : 'act',
      // "Remove" takes out only who took the name while its owner was there. Of two who came in under one name either may be
      // the real one: who goes is chosen in the list of people.
      answers: copiesIn(group).length > 0 ? ['remove', 'seen', 'later'] : ['seen', 'later'],
    },
  ]
}

/** Those of a group who took its name after coming in, where somebody else had it before. */
function copiesIn(group: readonly Seen[]): readonly Seen[] {
  const ids = copiesAmong(group.map((one) => one.person))
  return group.filter((one) => ids.includes(one.person.id))
}

function lastRename(one: Seen): { at: number; from: string; to: string } | undefined {
  return one.person.renames.findLast(
    (change) =>
      change.at >= one.since &&
      sameNameKey(change.from) !== '' &&
      sameNameKey(change.from) !== sameNameKey(change.to),
  )
}

/**
 * EG-13: names are locked during the call, so a change after admission is told with old, new and time. Who only puts the own name back,
 * as they are asked to, is not asked again; the record and the checklist keep every change.
 */
function renameCause(one: Seen, scene: Scene): Cause | undefined {
  const change = lastRename(one)
  if (change === undefined) return undefined
  const wasLeft = leftUnder(change, one.person, scene.state.people) !== undefined
  if (!wasLeft && isAsItShould(change, one, scene)) return undefined
  const wasSomebody = registerNames(scene).has(sameNameKey(change.from))
  const isSomebody =
    one.standing === 'pupil' ||
    one.standing === 'guardian' ||
    one.standing === 'staff' ||
    one.standing === 'visitor'
  return {
    kind: 'renamed',
    key: `renamed:${one.person.id}:${change.at}`,
    about: [one.person.id],
    since: change.at,
    clauses: ['CW-4', 'EG-13'],
    // A name that somebody takes whose owner has just left is nobody's slip: the child may be taken for present.
    severity: wasLeft ? 'alarm' : wasSomebody || !isSomebody ? 'act' : 'notice',
    answers: wasLeft ? ['remove', 'seen', 'later'] : ['seen', 'remove', 'later'],
  }
}

function registerNames(scene: Scene): ReadonlySet<string> {
  const { pupils = [], staff = [] } = scene.register ?? {}
  return new Set([
    ...pupils
      .flatMap((one) => [pupilName(one), `${one.firstName} ${one.lastName}`])
      .map(sameNameKey),
    ...staff.map(staffName).map(sameNameKey),
  ])
}

/** Note-taking bots, and the site's own note taking or transcription by one. EG-21: nothing is recorded without consent. */
function noteTakers(scene: Scene): readonly Cause[] {
  const bots = scene.here
    .filter((one) => one.standing === 'noteTaker')
    .map((one): Cause => ({
      kind: 'noteTaker',
      key: `noteTaker:${one.person.id}:${one.since}`,
      about: [one.person.id],
      since: one.since,
      clauses: ['CW-1', 'EG-21', 'EG-25'],
      rule: 'recording',
      severity: 'act',
      answers: ['remove', 'expected', 'later'],
    }))
  if (scene.state.notices.noteTaking !== 'yes') return bots
  const since = noticeSince(scene.state, 'noteTaking')
  const scope = `noteTaker:site:${since}`
  const site: Cause = {
    kind: 'noteTaker',
    key: scope,
    scope,
    shown: isShown(scene.state, 'noteTaking'),
    about: [],
    since,
    clauses: ['EG-21'],
    rule: 'recording',
    severity: 'act',
    answers: ['seen', 'later'],
  }
  return [...bots, site]
}
