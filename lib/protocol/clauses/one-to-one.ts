import { aloneTogether, isOneToOne } from '../findings/company.ts'
import { t, tn } from '../../words/say.ts'
import type { Scene } from '../scene.ts'
import { staffAmong } from '../scene.ts'
import { aloneUnanswered } from '../answered.ts'
import type { CheckState } from '../types.ts'
import { staffTime } from './before-people.ts'
import {
  ids,
  labels,
  lastChange,
  nobodyYet,
  problem,
  notApplicable,
  rule,
  seen,
  unlessComplete,
  unlessListed,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Both schools, who is alone with whom. */
export const oneToOne: readonly ClauseRule[] = [
  {
    ...rule(
      'CW-16',
      'during',
      ['auto'],
      'none',
      [
        'Most meetings are in groups or the whole class.',
        'The record says which it was. One adult alone with one pupil is flagged.',
      ],
      company,
    ),
    through: ['people'],
  },
  {
    ...rule(
      'EG-36',
      'oneToOne',
      ['ask'],
      'settles',
      [
        'A one-to-one call has the agreement of parents and of the head or deputy.',
        'Write both names and the date of each agreement.',
      ],
      onlyOneToOne,
    ),
    needs: 'agreements',
  },
  {
    ...rule(
      'EG-37',
      'oneToOne',
      ['auto'],
      'none',
      [
        'A one-to-one call is at a pre-arranged day and time, always with two members of staff.',
        'Set the planned start. With fewer than two staff wait or end the call.',
      ],
      arranged,
    ),
    through: ['people'],
  },
  rule(
    'EG-38',
    'oneToOne',
    ['ask'],
    'settles',
    [
      'Staff speak first with the parent, who stays in the room.',
      'Tick before the part with the pupil begins.',
    ],
    onlyOneToOne,
  ),
]

const notOneToOne = (): CheckState => notApplicable(t('This is no one-to-one call.'))

function onlyOneToOne(scene: Scene): CheckState | undefined {
  return isOneToOne(scene) ? undefined : notOneToOne()
}

function company(scene: Scene): CheckState {
  const staff = staffAmong(scene.judged).length
  const pupils = scene.ended ? scene.pupilsEver.size : scene.pupilsHere.size
  const open = scene.ended ? aloneUnanswered(scene) : []
  if (open.length > 0)
    return problem(
      t('One adult was alone with one pupil, and it was not answered: {who}.', {
        who: labels(open),
      }),
      ids(open),
    )
  if (pupils > 1)
    return (
      unlessListed(scene) ??
      seen(
        lastChange(scene),
        tn(
          'A group: {pupils} pupils, {n} member of staff.|A group: {pupils} pupils, {n} members of staff.',
          staff,
          { pupils },
        ),
      )
    )
  const alone = scene.ended ? undefined : aloneTogether(scene)
  if (alone !== undefined)
    return problem(
      t('{adult} is alone with {child}.', {
        adult: labels([alone.adult]),
        child: labels([alone.child]),
      }),
      [alone.child.person.id],
    )
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  if (pupils === 0) return nobodyYet()
  return seen(
    lastChange(scene),
    tn('One pupil, {n} member of staff.|One pupil, {n} members of staff.', staff),
  )
}

/** In a one-to-one call there are always two. */
const ALWAYS = 2

function arranged(scene: Scene): CheckState {
  if (!isOneToOne(scene)) return notOneToOne()
  if (scene.state.plannedStartAt === undefined)
    return problem(t('A one-to-one call needs a planned day and time.'))
  const staff = staffAmong(scene.judged)
  if (staff.length >= ALWAYS)
    return (
      staffTime(scene, ALWAYS) ??
      unlessListed(scene) ??
      seen(
        lastChange(scene),
        tn(
          'Planned, with {n} member of staff: {who}.|Planned, with {n} members of staff: {who}.',
          staff.length,
          { who: labels(staff) },
        ),
      )
    )
  return (
    unlessComplete('people', scene.state) ??
    problem(
      t('Fewer than two members of staff are in the call.'),
      staff.map((one) => one.person.id),
    )
  )
}
