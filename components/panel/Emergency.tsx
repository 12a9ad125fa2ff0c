import { NotebookPen, PhoneCall, Siren } from 'lucide-react'
import { useEffect, useState } from 'react'
import { EMERGENCY_STEP_SAID } from '../../lib/views/emergencySteps.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Said } from '../ui/Said.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import type { ConcernFields } from '../concern/draft.ts'
import { concernStart, readyMessage, stepsFrom, type EmergencySteps } from './concernStart.ts'
import { ToldElse } from './ToldElse.tsx'
import { WriteConcern } from './WriteConcern.tsx'
import { useAsked } from './useAsked.ts'
import { useEmergencyLog, type EmergencyLog } from './useEmergencyLog.ts'
import { outcomeSentence } from './words.ts'

/**
 * Always in the same place: the one emergency control (CW-13, EG-19) — end for everyone, ring the safeguarding lead, write it down —
 * and beside it the concern form (CW-14), one click away.
 */
export function Emergency({
  view,
  ask,
  onPrintConcern,
  askedAt,
}: {
  view: PanelView
  ask: Ask
  onPrintConcern?: ((ref: string) => void) | undefined
  /** When the shortcut was pressed last: it opens the steps as the button does, and never takes one of them. */
  askedAt?: number | undefined
}) {
  const [steps, setSteps] = useState<EmergencySteps>()
  const [concern, setConcern] = useState<ConcernFields>()
  const [writing, setWriting] = useState(false)
  const [answered, setAnswered] = useState<number>()
  if (askedAt !== answered) {
    setAnswered(askedAt)
    // Pressed again while they are open it changes nothing; what is being typed in the form stays behind them.
    if (askedAt !== undefined && steps === undefined) setSteps(stepsFrom(view, askedAt))
    setWriting(false)
  }
  const openedAt = steps?.openedAt
  const log = useEmergencyLog(ask, view.timeZone)
  const { write: writeDown } = log
  useEffect(() => {
    if (openedAt !== undefined) writeDown('opened', openedAt)
  }, [writeDown, openedAt])
  const finish = (step: 'closed' | 'mistake') => {
    setSteps(undefined)
    writeDown(step, Date.now())
  }
  const close = () => finish('closed')
  const write = (after?: EmergencySteps) => {
    // What was begun before is gone on with.
    setConcern((before) => before ?? concernStart(view, Date.now(), after))
    setWriting(true)
  }
  return (
    <>
      <Unwritten log={log} zone={view.timeZone} />
      <footer className="panel-foot">
        <Button
          className="emergency-button"
          icon={<Siren aria-hidden size={17} />}
          look="dangerQuiet"
          onClick={() => {
            setSteps(stepsFrom(view, Date.now()))
          }}
        >
          {t('Emergency')}
        </Button>
        <Button icon={<NotebookPen aria-hidden size={17} />} onClick={() => write()}>
          {t('Concern')}
        </Button>
      </footer>
      <Sheet onClose={close} open={steps !== undefined} title={t('Something is seriously wrong')}>
        {steps && (
          <EmergencySheet
            ask={ask}
            log={log}
            onClose={close}
            onMistake={() => finish('mistake')}
            onSteps={setSteps}
            onWrite={() => {
              write(steps)
              close()
            }}
            steps={steps}
            view={view}
          />
        )}
      </Sheet>
      <WriteConcern
        ask={ask}
        fields={writing ? concern : undefined}
        onClose={(kept) => {
          setWriting(false)
          if (kept) setConcern(undefined)
        }}
        onFields={setConcern}
        onPrint={onPrintConcern}
        view={view}
      />
    </>
  )
}

interface SheetProps {
  view: PanelView
  ask: Ask
  log: EmergencyLog
  steps: EmergencySteps
  onSteps: (steps: EmergencySteps) => void
  onClose: () => void
  /** Nothing is wrong: it was opened by mistake, and is closed. */
  onMistake: () => void
  /** Goes on to the concern form. */
  onWrite: () => void
}

function EmergencySheet({
  view,
  ask,
  log,
  steps,
  onSteps,
  onClose,
  onMistake,
  onWrite,
}: SheetProps) {
  const asked = useAsked(ask)
  /** Tried, and not seen to end: from here on she may say that she ended it herself. */
  const [tried, setTried] = useState(false)
  const live = view.meetingTab === 'inCall'
  const seenEnded = view.session?.endedForAll === true
  const maySay = view.session !== undefined && !seenEnded && (tried || !live)
  return (
    <>
      {view.emergencyNotKept && (
        <p className="small soft">
          {t(
            'No lesson is open, so these steps go into no record. Write the concern from here: who was told, and when, is then filled in.',
          )}
        </p>
      )}
      <ol className="emergency-steps">
        <li className="stack-tight">
          <h3 className="strong">{t('End the call for everyone')}</h3>
          {live && steps.endedAt === undefined ? (
            <>
              <p className="small soft">
                {t('For a security breach or serious misconduct. Every child leaves at once.')}
              </p>
              <Button
                disabled={asked.busy}
                look="danger"
                onClick={() =>
                  asked.run(async () => {
                    const outcome = await ask('perform', { command: { kind: 'endForAll' } })
                    if (outcome.result !== 'done') {
                      setTried(true)
                      return outcomeSentence(outcome, '')
                    }
                    // It has ended, whether that can be written down or not.
                    const endedAt = Date.now()
                    log.write('endedForAll', endedAt)
                    onSteps({ ...steps, endedAt })
                    return t('The call has ended for everyone.')
                  })
                }
              >
                {view.can.endForAll === 'act'
                  ? t('End the call for everyone')
                  : t('Show me how to end it')}
              </Button>
            </>
          ) : (
            <p className="small soft">
              {steps.endedAt === undefined
                ? seenEnded
                  ? t('The call has ended for everyone.')
                  : t('No call is running.')
                : steps.endedBySelf === true
                  ? t('Done at {time}, as you said.', {
                      time: clockTime(steps.endedAt, view.timeZone),
                    })
                  : t('Done at {time}, seen on the page.', {
                      time: clockTime(steps.endedAt, view.timeZone),
                    })}
            </p>
          )}
          {steps.endedAt === undefined && maySay && (
            <Button
              disabled={asked.busy}
              onClick={() =>
                asked.run(async () => {
                  await ask('emergency', { step: 'endedByTeacher', note: '' })
                  onSteps({ ...steps, endedAt: Date.now(), endedBySelf: true })
                  return ''
                })
              }
            >
              {t('I ended it myself')}
            </Button>
          )}
          <Said className="small strong">{asked.busy ? t('Asking the meeting…') : asked.said}</Said>
        </li>
        <li className="stack-tight">
          <h3 className="strong">{t('Ring the safeguarding lead now')}</h3>
          <Contacts ask={ask} dsl={view.dsl} onSteps={onSteps} steps={steps} />
          <ReadyMessage text={readyMessage(view, steps)} />
        </li>
        <li className="stack-tight">
          <h3 className="strong">{t('Write down what happened')}</h3>
          <p className="small soft">
            {t(
              'Facts first, the child’s own words, what you did. It is kept apart from the record of the lesson.',
            )}
          </p>
          <Button icon={<NotebookPen aria-hidden size={16} />} onClick={onWrite}>
            {t('Write the concern')}
          </Button>
        </li>
      </ol>
      <Unwritten log={log} zone={view.timeZone} />
      <div className="row">
        <Button onClick={onClose}>{t('Close')}</Button>
        {steps.endedAt === undefined && steps.told === undefined && (
          <Button look="quiet" onClick={onMistake}>
            {t('Opened by mistake')}
          </Button>
        )}
      </div>
    </>
  )
}

function Contacts({
  dsl,
  ask,
  steps,
  onSteps,
}: Pick<SheetProps, 'ask' | 'steps' | 'onSteps'> & { dsl: PanelView['dsl'] }) {
  const asked = useAsked(ask)
  const zone = useZone()
  const tell = (step: 'dslTold' | 'otherTold', who: string) =>
    asked.run(async () => {
      await ask('emergency', { step, note: who })
      onSteps({ ...steps, told: { who, at: Date.now() } })
      return ''
    })
  return (
    <>
      {dsl.length === 0 ? (
        <p className="small">
          {t(
            'No contact is set. Ring your school office and ask for the designated safeguarding lead. Someone can add the numbers under School in the settings.',
          )}
        </p>
      ) : (
        <ul className="stack-tight">
          {dsl.map((contact) => (
            <li className="contact" key={`${contact.name} ${contact.phone}`}>
              <PhoneCall aria-hidden className="ink-quiet" size={16} />
              <span className="grow">
                <span className="strong">{contact.name}</span>{' '}
                <span className="small soft">{contact.role}</span>
                <br />
                <span className="phone number">{contact.phone}</span>
              </span>
              <Button
                disabled={asked.busy}
                onClick={() => tell('dslTold', `${contact.name} (${contact.role})`)}
                small
              >
                {t('I told them')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ToldElse busy={asked.busy} onTold={(who) => tell('otherTold', who)} />
      <Said>
        {steps.told
          ? t('Noted: {who} was told at {time}.', {
              who: steps.told.who,
              time: clockTime(steps.told.at, zone),
            })
          : ''}
      </Said>
      <Said className="small strong">{asked.said}</Said>
    </>
  )
}

/** What was done and is not in the log: it is the record of the worst minutes of a lesson, and nobody would look for the gap. */
function Unwritten({ log, zone }: { log: EmergencyLog; zone: string }) {
  const { unwritten, busy, again } = log
  const list = unwritten.map(
    ({ step, at }) => `${tOf(EMERGENCY_STEP_SAID[step])} (${clockTime(at, zone)})`,
  )
  return (
    // There before it has anything to say, as every live line.
    <div className={unwritten.length === 0 ? 'visually-hidden' : 'unwritten'} role="status">
      {unwritten.length > 0 && (
        <Notice
          action={
            <Button disabled={busy} onClick={again} small>
              {t('Try again')}
            </Button>
          }
          tone="alarm"
        >
          {t('Not in the lesson’s log yet: {list}.', { list: list.join('; ') })}
        </Notice>
      )}
    </div>
  )
}

/** Where nobody picks up: a message that names no child, to copy. */
function ReadyMessage({ text }: { text: string }) {
  return (
    <details>
      <summary className="small">{t('Nobody picks up? A message to send')}</summary>
      <p className="small ready-message">{text}</p>
      <CopyButton label={t('Copy the message')} text={text} />
    </details>
  )
}
