import type { Stay } from '../../session/state.ts'
import { t, tn } from '../../words/say.ts'
import type { Scene, Seen } from '../scene.ts'
import { isChildSide } from '../scene.ts'
import type { CheckState } from '../types.ts'
import {
  blind,
  ids,
  labels,
  problem,
  timesWords,
  together,
  unlessComplete,
  unlessReadThrough,
} from './rule.ts'

/**
 * EG-21: notes that the site takes by itself, or a bot in the call. Permission to record, on the register, is none for that. Undefined
 * where there was nothing of the kind, or it was over before a child came.
 */
export function noteTaking(scene: Scene): CheckState | undefined {
  const { site, bots } = takers(scene)
  if (site.length + bots.length === 0) return undefined
  const counts = (stay: Stay) => stay.to === undefined || childWasThere(stay, scene)
  const hasStay = (one: Seen) => one.person.stays.some(counts)
  const known = bots.filter((one) => !isExpected(one))
  const there = known.filter(hasStay)
  const told = takenWords(site.filter(counts), there, scene)
  if (told !== '') return problem(told, ids(there))
  const unread = unlessComplete('people', scene.state) ?? unlessReadThrough('people', scene.state)
  // Who was there then is not known, so a child may have been.
  const perhaps = unread === undefined ? '' : takenWords(site, known, scene)
  if (perhaps !== '' && unread?.is === 'blind') return blind(together(perhaps, unread.what))
  const expected = bots.filter((one) => isExpected(one) && (unread !== undefined || hasStay(one)))
  return expected.length === 0 ? undefined : blind(expectedWords(expected))
}

/** When the site took notes, and every bot that was ever in the call. */
function takers({ state, ever }: Scene): {
  readonly site: readonly Stay[]
  readonly bots: readonly Seen[]
} {
  return {
    site: state.noticed?.noteTaking ?? [],
    bots: ever.filter((one) => one.match?.kind === 'noteTaker' && one.standing !== 'staff'),
  }
}

/** "The school uses it": it is then for the school to know who agreed to it. */
function isExpected({ standing }: Seen): boolean {
  return standing === 'visitor'
}

function childWasThere(taken: Stay, { ever }: Scene): boolean {
  const end = taken.to ?? Number.POSITIVE_INFINITY
  return ever.some(
    (one) =>
      isChildSide(one) &&
      one.person.stays.some(
        ({ from, to }) => from <= end && taken.from <= (to ?? Number.POSITIVE_INFINITY),
      ),
  )
}

function takenWords(site: readonly Stay[], bots: readonly Seen[], { pack }: Scene): string {
  const isOn = site.some((stay) => stay.to === undefined)
  const here = bots.filter((one) => one.person.present)
  const gone = bots.filter((one) => !one.person.present)
  return together(
    site.length === 0
      ? ''
      : isOn
        ? t('The meeting is taking notes of what is said.')
        : t('The meeting took notes of what was said {times}.', {
            times: timesWords(site, pack.schoolHours.timeZone),
          }),
    here.length === 0
      ? ''
      : tn(
          'A note-taking bot is in the call: {who}.|Note-taking bots are in the call: {who}.',
          here.length,
          { who: labels(here) },
        ),
    gone.length === 0
      ? ''
      : tn(
          'A note-taking bot was in the call: {who}.|Note-taking bots were in the call: {who}.',
          gone.length,
          { who: labels(gone) },
        ),
  )
}

function expectedWords(bots: readonly Seen[]): string {
  return together(
    tn(
      'A note-taking bot that the school uses: {who}.|Note-taking bots that the school uses: {who}.',
      bots.length,
      { who: labels(bots) },
    ),
    t('Whether the families agreed to it can’t be seen here.'),
  )
}
