import { GraduationCap, Hand, Timer } from 'lucide-react'
import type { PracticeScene } from '../../lib/desk/practice.ts'
import { t, tOf, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { useNow } from '../ui/clock.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'

/** What to try next, in one or two sentences; read out when it changes. */
export function Coach({
  scene,
  onSkip,
  onWelcome,
}: {
  scene: PracticeScene
  onSkip: () => void
  onWelcome: () => void
}) {
  const { step, number, of, running, canSkip } = scene
  return (
    <KeepFocus aria-label={t('Practice')} className="coach">
      <div className="row">
        <p className="grow small soft coach-kind">
          <GraduationCap aria-hidden size={16} /> {t('Practice lesson: everybody in it is made up')}
        </p>
        <PracticeClock running={running} />
      </div>
      <progress aria-label={t('Practice')} max={of} value={number} />
      <div role="status">
        <p className="small soft">
          {tParts('Step {n} of {count}', {
            n: (
              <span className="number" key="n">
                {number}
              </span>
            ),
            count: (
              <span className="number" key="count">
                {of}
              </span>
            ),
          })}
        </p>
        <h1 className="coach-title">{tOf(step.title)}</h1>
        <p>{tOf(step.what)}</p>
      </div>
      <div className="row">
        {canSkip && (
          <Button onClick={onSkip} small>
            {t('Skip this step')}
          </Button>
        )}
        <Button look="quiet" onClick={onWelcome} small>
          {t('Leave the practice')}
        </Button>
      </div>
    </KeepFocus>
  )
}

function PracticeClock({ running }: { running: boolean }) {
  const now = useNow()
  const zone = useZone()
  return (
    <p className={running ? 'chip tone-ok' : 'chip tone-quiet'}>
      {running ? <Timer aria-hidden size={14} /> : <Hand aria-hidden size={14} />}
      <span className="number">{clockTime(now, zone)}</span>
      {running ? t('20 times as fast') : t('waits for you')}
    </p>
  )
}
