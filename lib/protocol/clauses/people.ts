import { t, tn } from '../../words/say.ts'
import type { Scene, Seen } from '../scene.ts'
import { isStranger } from '../scene.ts'
import { sameNameKey } from '../text.ts'
import { duplicates } from '../findings/names.ts'
import type { CheckState } from '../types.ts'
import {
  blind,
  ids,
  labels,
  lastChange,
  noClass,
  nobodyYet,
  problem,
  seen,
  together,
  unlessComplete,
} from './rule.ts'

/** Judgements about names that several clauses share. */

export function notKnown(people: readonly Seen[]): readonly Seen[] {
  return people.filter((one) => isStranger(one.standing) || one.standing === 'noteTaker')
}

/** CW-1: anyone in the lobby or the call who is not on the register. */
export function strangers(scene: Scene): CheckState | undefined {
  if (scene.register === undefined) return noClass()
  const inCall = notKnown(scene.judged)
  const atDoor = scene.waiting.filter(
    (one) => isStranger(one.standing) || one.standing === 'noteTaker',
  )
  if (inCall.length + atDoor.length > 0) {
    const inside = { inside: labels(inCall) }
    // After the end nobody is in the call any more: whoever was taken out in time must not look as if they had stayed.
    const told = together(
      inCall.length === 0
        ? ''
        : scene.ended
          ? t('Not on the register — had been in the call: {inside}.', inside)
          : t('Not on the register — in the call: {inside}.', inside),
      atDoor.length === 0
        ? ''
        : t('Not on the register — waiting: {waiting}.', { waiting: labels(atDoor) }),
    )
    return problem(told, [...ids(inCall), ...atDoor.map((one) => one.knock.key)])
  }
  const hidden = unlessComplete('people', scene.state) ?? unlessComplete('lobby', scene.state)
  if (hidden !== undefined) return hidden
  return scene.ever.length === 0
    ? nobodyYet()
    : seen(lastChange(scene), t('Everybody who came is on the register, staff or expected.'))
}

/** CW-4: the parent's or the child's name is displayed. */
export function names(scene: Scene): CheckState {
  if (scene.register === undefined) return noClass()
  const others = scene.judged.filter((one) => !one.person.isSelf)
  const wrong = others.filter((one) => isStranger(one.standing) || one.standing === 'unsure')
  const twice = scene.ended ? [] : duplicates(scene).filter((group) => !isOnePerson(group, scene))
  if (wrong.length + twice.length > 0) {
    const told = together(
      wrong.length === 0
        ? ''
        : t('Not a clear name of a pupil or parent: {who}.', { who: labels(wrong) }),
      ...twice.map((group) =>
        tn('{n} person shows the name {who}.|{n} people show the name {who}.', group.length, {
          who: labels(group.slice(0, 1)),
        }),
      ),
    )
    return problem(told, [...new Set([...ids(wrong), ...twice.flatMap(ids)])])
  }
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const families = others.filter((one) => one.standing === 'pupil' || one.standing === 'guardian')
  if (families.length === 0) return nobodyYet()
  if (others.some((one) => one.standing === 'notJudged'))
    return blind(t('Not every name has been checked yet.'))
  return seen(
    lastChange(scene),
    tn(
      '{n} name checked, of a pupil or a parent on the register.|{n} names checked, all of a pupil or a parent on the register.',
      families.length,
    ),
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
  const changed = scene.judged.filter((one) => changesOf(one).length > 0)
  if (changed.length === 0) return names(scene)
  // Each of them: who took a name and gave it back would else stand here the wrong way round.
  const told = changed.flatMap(changesOf).map(({ from, to }) =>
    t('{from} became {to}', {
      from: labels([{ label: from }]),
      to: labels([{ label: to }]),
    }),
  )
  const changes = told.slice(0, 4).join('; ')
  return problem(
    told.length > 4
      ? t('A name changed after admission: {changes}; and more.', { changes })
      : t('A name changed after admission: {changes}.', { changes }),
    ids(changed),
  )
}

function changesOf(one: Seen) {
  return one.person.renames.filter(
    ({ from, to }) => sameNameKey(from) !== '' && sameNameKey(from) !== sameNameKey(to),
  )
}

/** EG-15: whether the shown name is the pupil's or a guardian's. */
export function accounts(scene: Scene): CheckState {
  if (scene.register === undefined) return noClass()
  const own = scene.judged.filter((one) => one.standing === 'pupil')
  const family = scene.judged.filter((one) => one.standing === 'guardian')
  if (own.length + family.length === 0) return nobodyYet()
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const families = tn(
    '{n} parent’s or guardian’s name|{n} parents’ or guardians’ names',
    family.length,
  )
  const pupils = tn('{n} pupil’s own name|{n} pupils’ own names', own.length)
  const { expectedName } = scene.pack
  const wish =
    expectedName === 'guardianPreferred' && own.length > 0
      ? t('Where possible a parent’s account is used: {who}.', { who: labels(own) })
      : expectedName === 'pupil' && family.length > 0
        ? t('The pupil’s own name is expected: {who}.', { who: labels(family) })
        : ''
  return seen(lastChange(scene), together(`${families}, ${pupils}.`, wish))
}
