import { FileText, MonitorUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LessonRecord } from '../../lib/record/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Said } from '../ui/Said.tsx'
import { clockTime } from '../ui/time.ts'
import { ChangeClass } from './ChangeClass.tsx'
import { Checklist } from './Checklist.tsx'
import { ChooseClass } from './ChooseClass.tsx'
import { FollowUp } from './FollowUp.tsx'
import { LogList } from './LogList.tsx'
import { NowPrompt } from './NowPrompt.tsx'
import type { PanelProps } from './Panel.tsx'
import { PastSessions } from './PastSessions.tsx'
import { useAsked } from './useAsked.ts'
import { phasesOfNow } from './words.ts'

/** Before the lesson: the class, then the steps to look at before anybody comes in. */
export function Before(props: PanelProps) {
  const { view, ask, onOptions, onRecord } = props
  const [changing, setChanging] = useState(false)
  const { session } = view
  const chosen = session?.registerId !== undefined && !changing ? session : undefined
  return (
    <>
      {view.meetingTab === 'none' && view.registers.length > 0 && (
        <Notice icon={<MonitorUp aria-hidden size={16} />} tone="quiet">
          {t(
            'Open your meeting in a tab of this window. The lesson starts by itself when you join.',
          )}
        </Notice>
      )}
      <NowPrompt ask={ask} prompts={view.prompts} />
      {chosen ? (
        <section aria-label={t('Class')} className="card">
          <p className="row">
            <span className="grow">
              <span className="strong">{chosen.className}</span>
              {chosen.plannedStartAt !== undefined && (
                <>
                  <br />
                  <span className="small soft">
                    {t('Planned for {time}', {
                      time: clockTime(chosen.plannedStartAt, view.timeZone),
                    })}
                  </span>
                </>
              )}
            </span>
            <Button onClick={() => setChanging(true)} small>
              {t('Change')}
            </Button>
          </p>
        </section>
      ) : (
        <ChooseClass
          ask={ask}
          onChosen={() => setChanging(false)}
          onOptions={onOptions}
          onWelcome={props.onWelcome}
          view={view}
        />
      )}
      {view.checklist.length > 0 && view.phase === 'before' && (
        <section aria-label={t('Checks')}>
          <Checklist ask={ask} open={phasesOfNow(view)} phases={view.checklist} />
        </section>
      )}
      {view.phase === 'none' && <PastSessions ask={ask} fresh={view.phase} onRecord={onRecord} />}
    </>
  )
}

/** After the lesson: the record, what is still to do, and the lessons before. */
export function After({ view, ask, onOptions, onRecord }: PanelProps) {
  const { session } = view
  const next = useAsked(ask)
  return (
    <>
      {session && (
        <Card aria-label={t('Summary')} level={2} title={t('The lesson is over')}>
          <Summary ask={ask} fresh={session.registerId ?? ''} sessionId={session.sessionId} />
          <div className="row">
            <Button
              icon={<FileText aria-hidden size={16} />}
              look="primary"
              onClick={() => onRecord(session.sessionId)}
            >
              {t('Open the record')}
            </Button>
            <Button
              onClick={() =>
                next.run(async () => {
                  await ask('prepareNext', {})
                  return ''
                })
              }
            >
              {t('Prepare the next lesson')}
            </Button>
          </div>
          <Said className="small strong">{next.said}</Said>
        </Card>
      )}
      <NowPrompt ask={ask} prompts={view.prompts} />
      {session && view.registers.length > 0 && <ClassOfLesson {...{ view, ask, onOptions }} />}
      {view.checklist.length > 0 && (
        <Checklist ask={ask} open={phasesOfNow(view)} phases={view.checklist} />
      )}
      <FollowUp ask={ask} view={view} />
      <PastSessions
        ask={ask}
        fresh={`${session?.sessionId ?? ''} ${session?.registerId ?? ''}`}
        onRecord={onRecord}
      />
      {view.log.length > 0 && (
        <Card aria-label={t('Log')} level={2} title={t('What happened')}>
          <LogList ask={ask} log={view.log} running={false} />
        </Card>
      )}
    </>
  )
}

/** The class that was forgotten, or was the wrong one: the record of a lesson that is over is made by the one that is chosen now. */
function ClassOfLesson({ view, ask, onOptions }: Pick<PanelProps, 'view' | 'ask' | 'onOptions'>) {
  return view.session?.registerId === undefined ? (
    <ChooseClass
      ask={ask}
      onOptions={onOptions}
      view={view}
      why={t(
        'No class was chosen, so the record can’t say who was missing or who is on the register. Choose it now and the record is made with it.',
      )}
    />
  ) : (
    <ChangeClass ask={ask} onOptions={onOptions} view={view} />
  )
}

/**
 * Who came and when it was locked, from the record itself: after a call nobody is "in the call" any more. `fresh` changes when the record
 * should be asked for again.
 */
function Summary({ ask, sessionId, fresh }: { ask: Ask; sessionId: string; fresh: string }) {
  const [record, setRecord] = useState<LessonRecord>()
  useEffect(() => {
    let gone = false
    // A record that can't be read says so on its own page; here the summary is simply left out.
    ask('record', { sessionId }).then(
      (found) => !gone && setRecord(found),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [ask, sessionId, fresh])
  if (!record) return null
  const came = record.people.filter((person) => person.arrival !== 'notSeen').length
  const missed = record.notSeen.length
  return (
    <p className="soft">
      {missed === 0
        ? tn('{n} person came.|{n} people came.', came)
        : tn(
            '{people} came, {n} pupil on the register was not seen.|{people} came, {n} pupils on the register were not seen.',
            missed,
            { people: tn('{n} person|{n} people', came) },
          )}{' '}
      {record.lock.doneAt === undefined
        ? t('No lock was seen.')
        : t('Locked at {time}.', { time: clockTime(record.lock.doneAt, record.timeZone) })}
    </p>
  )
}
