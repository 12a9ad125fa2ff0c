import { LockKeyhole, Plus, UserRoundX } from 'lucide-react'
import type { LockView, PanelView } from '../../lib/views/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { shownName } from '../ui/Name.tsx'
import { clockTime } from '../ui/time.ts'
import { useClock } from '../ui/clock.tsx'
import { useZone } from '../ui/zone.tsx'
import { Ring } from './Ring.tsx'
import { useAsked } from './useAsked.ts'
import { outcomeSentence } from './words.ts'

interface LockCardProps {
  lock: LockView
  canUnlock: PanelView['can']['unlock']
  ask: Ask
  /** Names stay out while the teacher presents. */
  hideNames: boolean
  /** A prompt about the lock is open and asks the same: the card then only shows how it stands. */
  isAskedAbove: boolean
}

/** The lock: when, how far, what was seen of it, and the two or three things to do about it. */
export function LockCard({ lock, canUnlock, ask, hideNames, isAskedAbove }: LockCardProps) {
  const asked = useAsked(ask)
  const { title, body } = lockWords(lock, useZone())
  const said =
    asked.said !== '' ? asked.said : lock.lastOutcome ? outcomeSentence(lock.lastOutcome, '') : ''
  const settled = lock.state === 'locked' || lock.state === 'notSet'
  return (
    <KeepFocus aria-label={t('Lock##noun')} className={`card lock lock-${lock.state}`}>
      <div className="lock-main">
        <Ring lock={lock} />
        <div className="stack-tight">
          <h2 className="lock-title">{title}</h2>
          {body !== '' && <p className="small soft">{body}</p>}
          {lock.evidence !== '' && <p className="small soft">{lock.evidence}</p>}
        </div>
      </div>
      {!settled && lock.expectedMissing.length > 0 && (
        <Missing
          hideNames={hideNames}
          isCertain={lock.absenceCertain}
          names={lock.expectedMissing}
        />
      )}
      {lock.state !== 'notSet' && !isAskedAbove && (
        <div className="answers">
          {lock.state !== 'locked' && lock.canLock !== 'none' && (
            <Button
              disabled={asked.busy}
              icon={<LockKeyhole aria-hidden size={16} />}
              look={lock.state === 'counting' ? 'plain' : 'primary'}
              onClick={() => asked.perform({ kind: 'lock' }, t('Locked.'))}
            >
              {lock.canLock === 'act' ? t('Lock now') : t('Show me how to lock')}
            </Button>
          )}
          {(lock.state === 'counting' || lock.state === 'due') && lock.dueAt !== undefined && (
            <MoreTime ask={ask} dueAt={lock.dueAt} run={asked.run} />
          )}
          {lock.state === 'cannotSee' && (
            <Button
              onClick={() =>
                asked.run(async () => {
                  await ask('tick', {
                    clause: 'EG-24',
                    on: true,
                    note: t('Checked by hand: locked'),
                  })
                  return t('Noted: you checked it yourself.')
                })
              }
            >
              {t('I checked: it is locked')}
            </Button>
          )}
          {lock.state === 'locked' && canUnlock !== 'none' && (
            <Button
              disabled={asked.busy}
              look="quiet"
              onClick={() => asked.perform({ kind: 'unlock' }, t('Open again.'))}
              small
            >
              {t('Unlock')}
            </Button>
          )}
        </div>
      )}
      <p className={said === '' ? 'visually-hidden' : 'small'} role="status">
        {asked.busy ? t('Working on it…') : said}
      </p>
    </KeepFocus>
  )
}

function MoreTime({
  dueAt,
  ask,
  run,
}: {
  dueAt: number
  ask: Ask
  run: (what: () => Promise<string>) => void
}) {
  const zone = useZone()
  const clock = useClock()
  return (
    <Button
      icon={<Plus aria-hidden size={16} />}
      onClick={() =>
        run(async () => {
          // A deadline that has passed is moved from now, or one more minute would already be over.
          const next = Math.max(dueAt, clock.now()) + 60_000
          await ask('moveLock', { dueAt: next })
          return t('Moved to {time}.', { time: clockTime(next, zone) })
        })
      }
    >
      {tn('{n} minute|{n} minutes', 1)}
    </Button>
  )
}

/** A list that is not complete makes nobody absent: who is not in it is only not seen. */
export function missingWords(n: number, isCertain: boolean): string {
  return isCertain
    ? tn('{n} expected pupil not here|{n} expected pupils not here', n)
    : tn('{n} expected pupil not seen|{n} expected pupils not seen', n)
}

interface MissingProps {
  names: readonly string[]
  isCertain: boolean
  hideNames: boolean
}

function Missing({ names, isCertain, hideNames }: MissingProps) {
  const list = names.slice(0, 6).map(shownName).join(', ')
  const more = names.length - 6
  const shown = more > 0 ? tn('{list} and {n} more|{list} and {n} more', more, { list }) : list
  return (
    <p className="small missing">
      <UserRoundX aria-hidden size={15} />
      <span>
        <span className="strong">{missingWords(names.length, isCertain)}</span>
        {!hideNames && `: ${shown}`}
      </span>
    </p>
  )
}

export function lockWords(
  lock: LockView,
  zone: string,
): { readonly title: string; readonly body: string } {
  const due = lock.dueAt === undefined ? '' : clockTime(lock.dueAt, zone)
  switch (lock.state) {
    case 'notSet':
      return { title: t('No lock set yet'), body: t('The countdown begins with the lesson.') }
    case 'counting':
      return { title: t('Locks at {time}', { time: due }), body: '' }
    case 'due':
      return {
        title: t('Time to lock'),
        body: due === '' ? '' : t('Due since {time}.', { time: due }),
      }
    case 'locked':
      return {
        title:
          lock.lockedAt === undefined
            ? t('Locked')
            : t('Locked at {time}', { time: clockTime(lock.lockedAt, zone) }),
        body: '',
      }
    case 'cannotSee':
      return { title: t('I can’t see a lock – please check'), body: '' }
    case 'reopened':
      return { title: t('The meeting is open again'), body: t('It was locked before.') }
  }
}
