import type { Scene, Seen } from '../scene.ts'
import { isStranger } from '../scene.ts'
import { sameNameKey } from '../text.ts'
import { duplicates } from '../findings/names.ts'
import type { CheckState } from '../types.ts'
import {
  count,
  ids,
  labels,
  lastChange,
  NO_CLASS,
  NOBODY_YET,
  problem,
  seen,
  unlessComplete,
} from './rule.ts'

/** Judgements about names that several clauses share. */

export function notKnown(people: readonly Seen[]): readonly Seen[] {
  return people.filter((one) => isStranger(one.standing) || one.standing === 'noteTaker')
}

/** CW-1: anyone in the lobby or the call who is not on the register. */
export function strangers(scene: Scene): CheckState | undefined {
  if (scene.register === undefined) return NO_CLASS
  const inCall = notKnown(scene.judged)
  const atDoor = scene.waiting.filter(
    (one) => isStranger(one.standing) || one.standing === 'noteTaker',
  )
  if (inCall.length + atDoor.length > 0) {
    const parts = [
      ...(inCall.length > 0 ? [`in the call: ${labels(inCall)}`] : []),
      ...(atDoor.length > 0 ? [`waiting: ${labels(atDoor)}`] : []),
    ]
    return problem(`Not on the register — ${parts.join('; ')}.`, [
      ...ids(inCall),
      ...atDoor.map((one) => one.knock.key),
    ])
  }
  const hidden = unlessComplete('people', scene.state) ?? unlessComplete('lobby', scene.state)
  if (hidden !== undefined) return hidden
  return scene.ever.length === 0
    ? NOBODY_YET
    : seen(lastChange(scene), 'Everybody who came is on the register, staff or expected.')
}

/** CW-4: the parent's or the child's name is displayed. */
export function names(scene: Scene): CheckState {
  if (scene.register === undefined) return NO_CLASS
  const others = scene.judged.filter((one) => !one.person.isSelf)
  const wrong = others.filter((one) => isStranger(one.standing) || one.standing === 'unsure')
  const twice = scene.ended ? [] : duplicates(scene).filter((group) => !isOnePerson(group, scene))
  if (wrong.length + twice.length > 0) {
    const parts = [
      ...(wrong.length > 0 ? [`Not a clear name of a pupil or parent: ${labels(wrong)}`] : []),
      ...twice.map(
        (group) =>
          `${count(group.length, 'person', 'people')} ${group.length === 1 ? 'shows' : 'show'} the name ${labels(group.slice(0, 1))}`,
      ),
    ]
    return problem(`${parts.join('. ')}.`, [...new Set([...ids(wrong), ...twice.flatMap(ids)])])
  }
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const families = others.filter((one) => one.standing === 'pupil' || one.standing === 'guardian')
  if (families.length === 0) return NOBODY_YET
  if (others.some((one) => one.standing === 'notJudged'))
    return { is: 'blind', what: 'Not every name has been checked yet.' }
  return seen(
    lastChange(scene),
    `${count(families.length, 'name')} checked, all of a pupil or a parent on the register.`,
  )
}

/** The teacher looked at the name that is there twice and said that it is one person. */
function isOnePerson(group: readonly Seen[], scene: Scene): boolean {
  return scene.state.prompts.some(
    (prompt) =>
      prompt.kind === 'duplicateName' &&
      prompt.answer?.answer === 'seen' &&
      group.every((one) => prompt.about.includes(one.person.id)),
  )
}

/** EG-13: real names, and no change after admission. */
export function realNames(scene: Scene): CheckState {
  const changed = scene.judged.filter((one) => changes(one).length > 0)
  if (changed.length === 0) return names(scene)
  const told = changed.flatMap((one) => {
    const last = changes(one).at(-1)
    return last === undefined
      ? []
      : [`${labels([{ label: last.from }])} became ${labels([{ label: last.to }])}`]
  })
  return problem(
    `A name changed after admission: ${told.slice(0, 4).join('; ')}${told.length > 4 ? '; and more' : ''}.`,
    ids(changed),
  )
}

function changes(one: Seen) {
  return one.person.renames.filter(
    ({ from, to }) => sameNameKey(from) !== '' && sameNameKey(from) !== sameNameKey(to),
  )
}

/** EG-15: whether the shown name is the pupil's or a guardian's. */
export function accounts(scene: Scene): CheckState {
  if (scene.register === undefined) return NO_CLASS
  const own = scene.judged.filter((one) => one.standing === 'pupil')
  const family = scene.judged.filter((one) => one.standing === 'guardian')
  if (own.length + family.length === 0) return NOBODY_YET
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const shown = `${count(family.length, 'parent’s or guardian’s name', 'parents’ or guardians’ names')}, ${count(own.length, 'pupil’s own name', 'pupils’ own names')}`
  if (scene.pack.expectedName === 'guardianPreferred' && own.length > 0) {
    return seen(
      lastChange(scene),
      `${shown}. Where possible a parent’s account is used: ${labels(own)}.`,
    )
  }
  if (scene.pack.expectedName === 'pupil' && family.length > 0) {
    return seen(lastChange(scene), `${shown}. The pupil’s own name is expected: ${labels(family)}.`)
  }
  return seen(lastChange(scene), `${shown}.`)
}
