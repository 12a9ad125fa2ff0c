import { DoorOpen, LockKeyhole, LockKeyholeOpen, ScanEye } from 'lucide-react'
import type { LockView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import { useNow } from '../ui/clock.tsx'
import { runningLength } from '../ui/time.ts'

const R = 42
const ROUND = 2 * Math.PI * R

/** How much of the wait is left, 1 at the beginning and 0 at the deadline. */
export function partLeft(fromAt: number, dueAt: number, now: number): number {
  if (dueAt <= fromAt) return 0
  return Math.min(1, Math.max(0, (dueAt - now) / (dueAt - fromAt)))
}

/** The lock as a ring: a countdown that runs by itself, or the state by shape. The words beside it say the same. */
export function Ring({ lock }: { lock: LockView }) {
  if (lock.state === 'counting' && lock.dueAt !== undefined) {
    return <CountingRing dueAt={lock.dueAt} fromAt={lock.fromAt ?? lock.dueAt - 300_000} />
  }
  const look = {
    notSet: { Icon: DoorOpen, part: 0, tone: 'quiet' },
    counting: { Icon: DoorOpen, part: 0, tone: 'quiet' },
    due: { Icon: LockKeyholeOpen, part: 1, tone: 'alarm' },
    locked: { Icon: LockKeyhole, part: 1, tone: 'ok' },
    cannotSee: { Icon: ScanEye, part: 0, tone: 'check' },
    reopened: { Icon: LockKeyholeOpen, part: 1, tone: 'check' },
  } as const
  const { Icon, part, tone } = look[lock.state]
  return (
    <div className={`ring ring-${tone}`}>
      <RingShape dashed={lock.state === 'cannotSee'} part={part} />
      <Icon aria-hidden className="ring-icon" size={30} strokeWidth={1.75} />
    </div>
  )
}

function CountingRing({ fromAt, dueAt }: { fromAt: number; dueAt: number }) {
  const now = useNow()
  const left = Math.max(0, dueAt - now)
  const soon = left <= 60_000
  return (
    <div
      aria-label={t('{length} until the lock', { length: runningLength(left) })}
      className={`ring ring-${soon ? 'check' : 'accent'}`}
      role="timer"
    >
      <RingShape dashed={false} part={partLeft(fromAt, dueAt, now)} />
      <span aria-hidden className="ring-time number">
        {runningLength(left)}
      </span>
    </div>
  )
}

function RingShape({ part, dashed }: { part: number; dashed: boolean }) {
  return (
    <svg aria-hidden="true" className="ring-svg" viewBox="0 0 100 100">
      <circle className={dashed ? 'ring-track ring-dashed' : 'ring-track'} cx="50" cy="50" r={R} />
      {part > 0 && (
        <circle
          className="ring-part"
          cx="50"
          cy="50"
          r={R}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - part)}
          transform="rotate(-90 50 50)"
        />
      )}
    </svg>
  )
}
