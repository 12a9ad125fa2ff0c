import { t, tn } from '../words/say.ts'
import type { OverlayView } from './types.ts'

/** What stands on the toolbar icon. Chrome shows about four letters of `text`; `title` says the same in words. */
export interface BadgeView {
  /** Empty: nothing is shown. */
  readonly text: string
  readonly colour: string
  readonly textColour: string
  readonly title: string
}

type Shown = Pick<OverlayView, 'lock' | 'prompts' | 'discreet'>

const MINUTE = 60_000
const NAME = 'Lesson Steward'

/** The toolbar may be light or dark, so the badge brings both of its colours; each pair has at least 4.5:1. */
const CALM = { colour: '#15605a', textColour: '#ffffff' } as const
const SOON = { colour: '#8a4b00', textColour: '#ffffff' } as const
const NEUTRAL = { colour: '#505c63', textColour: '#ffffff' } as const
const BY_SEVERITY = {
  notice: NEUTRAL,
  act: SOON,
  alarm: { colour: '#a8232f', textColour: '#ffffff' },
} as const

const NOTHING: BadgeView = { text: '', title: NAME, ...CALM }

/**
 * How many prompts wait; where none does, the minutes until the call is to be locked. While the teacher presents everybody sees her
 * toolbar: the count stays, so that nothing urgent is lost, in one colour and without a word on how urgent it is. A bare number says
 * nothing of any child.
 */
export function badgeView(
  { lock, prompts, discreet }: Shown,
  now: number,
  warnBeforeLockMinutes: number,
): BadgeView {
  const [first] = prompts
  if (first !== undefined) {
    const count = prompts.length
    // Worst first, as in the panel.
    const isUrgent = !discreet && first.severity === 'alarm'
    return {
      text: count > 99 ? '99+' : String(count),
      title: isUrgent
        ? tn(
            'Lesson Steward: {n} thing waits for you, urgent|Lesson Steward: {n} things wait for you, the first urgent',
            count,
          )
        : tn(
            'Lesson Steward: {n} thing waits for you|Lesson Steward: {n} things wait for you',
            count,
          ),
      ...(discreet ? NEUTRAL : BY_SEVERITY[first.severity]),
    }
  }
  if (lock.state !== 'counting' || lock.dueAt === undefined || lock.dueAt <= now) return NOTHING
  const left = lock.dueAt - now
  const minutes = Math.floor(left / MINUTE)
  const hours = Math.floor(minutes / 60)
  return {
    text: minutes === 0 ? '<1m' : minutes > 99 ? t('{n}h', { n: hours }) : `${minutes}m`,
    title:
      minutes === 0
        ? t('Lesson Steward: lock the call in less than a minute')
        : tn(
            'Lesson Steward: lock the call in {n} minute|Lesson Steward: lock the call in {n} minutes',
            minutes,
          ),
    ...(left <= warnBeforeLockMinutes * MINUTE ? SOON : CALM),
  }
}

/** When the countdown on the icon says something else the next time; undefined while it does not run. */
export function nextBadgeChange(
  { lock }: Pick<OverlayView, 'lock'>,
  now: number,
): number | undefined {
  if (lock.state !== 'counting' || lock.dueAt === undefined || lock.dueAt <= now) return undefined
  return lock.dueAt - Math.floor((lock.dueAt - now) / MINUTE) * MINUTE
}
