import { t } from '../../words/say.ts'
import type { Scene } from '../scene.ts'
import { clockText, dayText } from '../time.ts'
import type { CheckState } from '../types.ts'
import { onlyAfter } from './before-people.ts'
import { info, rule, seen } from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Ernesford Grange, when the call is over. */
export const after: readonly ClauseRule[] = [
  rule(
    'EG-40',
    'after',
    ['auto'],
    'none',
    [
      'The length, time and date of every session are recorded.',
      'The record is written by itself; export it when the lesson is over.',
    ],
    logged,
  ),
  rule(
    'EG-41',
    'after',
    ['assist'],
    'settles',
    [
      'Key messages are shared with families and with children who need support.',
      'Look through the notes, and tick when the messages have gone out.',
    ],
    onlyAfter,
  ),
  info('EG-42', 'after', [
    'Parents can give feedback and read more about online safety.',
    'Links for the text for families: internetmatters.org, lgfl.net/online-safety, parentinfo.org, thinkuknow.co.uk, saferinternet.org.uk.',
  ]),
]

function logged(scene: Scene): CheckState {
  const { startedAt, ended } = scene.state
  const zone = scene.pack.schoolHours.timeZone
  const begin = `${dayText(startedAt, zone)}, ${clockText(startedAt, zone)}`
  if (ended === undefined) return seen(startedAt, t('Being recorded since {begin}.', { begin }))
  const minutes = Math.max(0, Math.floor((ended.at - startedAt) / 60_000))
  const stretch = { begin, end: clockText(ended.at, zone), minutes }
  return seen(
    ended.at,
    ended.reason === 'interrupted'
      ? t(
          '{begin} to {end}, {minutes} min (interrupted: the end is the last moment that was seen).',
          stretch,
        )
      : t('{begin} to {end}, {minutes} min.', stretch),
  )
}
