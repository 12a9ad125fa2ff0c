import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { PracticeLesson } from '../../lib/desk/practice.ts'
import type { LessonRecord, RecordFile } from '../../lib/record/index.ts'
import { Panel } from '../panel/Panel.tsx'
import { share } from '../panel/share.ts'
import { ClockProvider, type Clock } from '../ui/clock.tsx'
import { ownZone } from '../ui/time.ts'
import { ZoneProvider } from '../ui/zone.tsx'
import { Call } from './Call.tsx'
import { Coach } from './Coach.tsx'
import { PracticeRecord } from './PracticeRecord.tsx'

/** So much practice time goes by at each beat while the clock runs: twenty times as fast as a real lesson. */
const BEAT_MS = 250
const PER_BEAT_MS = 5_000

export interface PracticePageProps {
  lesson: PracticeLesson
  onOptions: () => void
  onWelcome: () => void
  onAgain: () => void
  /** The lesson was practised to its end. */
  onDone: () => void
  onSave: (file: RecordFile) => void
  onPrint: () => void
}

/** A lesson to practise in: the drawn call, the very panel of a real lesson beside it, and what to try next. */
export function PracticePage(props: PracticePageProps) {
  const { lesson, onOptions, onDone } = props
  const scene = useScene(lesson)
  const view = useSharedView(scene.view)
  const clock = useMemo(() => clockOf(lesson), [lesson])
  const [record, setRecord] = useState<LessonRecord>()
  const { running } = scene
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void lesson.pass(PER_BEAT_MS), BEAT_MS)
    return () => clearInterval(timer)
  }, [lesson, running])
  const openRecord = () => {
    void lesson.record().then((made) => {
      if (made === undefined) return
      setRecord(made)
      onDone()
    })
  }
  if (record !== undefined) return <PracticeRecord {...props} record={record} />
  return (
    <ClockProvider value={clock}>
      {/* Its rules are those of this computer’s zone, also before they are known. */}
      <ZoneProvider value={view?.timeZone ?? ownZone()}>
        <div className="practice">
          <Coach onSkip={() => lesson.skip()} onWelcome={props.onWelcome} scene={scene} />
          <Call
            call={scene.call}
            onEnd={() => void lesson.end()}
            onJoin={() => void lesson.join()}
            people={view?.people ?? []}
          />
          <div className="practice-panel">
            {view !== undefined && (
              <Panel
                ask={lesson.ask}
                connected
                onOptions={onOptions}
                onRecord={openRecord}
                view={view}
              />
            )}
          </div>
        </div>
      </ZoneProvider>
    </ClockProvider>
  )
}

function useScene(lesson: PracticeLesson) {
  const subscribe = useCallback((onChange: () => void) => lesson.subscribe(onChange), [lesson])
  return useSyncExternalStore(subscribe, () => lesson.scene)
}

/** Equal parts of the view keep their identity, as in the real panel, so that only what changed is drawn anew. */
function useSharedView(next: PracticeLesson['scene']['view']) {
  const [kept, setKept] = useState(next)
  const shared = kept === undefined || next === undefined ? next : share(kept, next)
  if (shared !== kept) setKept(shared)
  return shared
}

function clockOf(lesson: PracticeLesson): Clock {
  return {
    now: () => Math.floor(lesson.scene.now / 1000) * 1000,
    subscribe: (onTick) => lesson.subscribe(onTick),
  }
}
