import { Files, FileText, Search, Trash2 } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import {
  ALL_DAYS,
  periodOf,
  periodWords,
  type LessonRecord,
  type LessonStrip,
} from '../../lib/record/index.ts'
import { tellingCode } from '../../lib/views/code.ts'
import { failureWords } from '../../lib/words/inWords.ts'
import { t, tn } from '../../lib/words/say.ts'
import { pastWords } from '../panel/PastSessions.tsx'
import { Button } from '../ui/Button.tsx'
import { PeriodFields } from '../ui/PeriodFields.tsx'
import { Said } from '../ui/Said.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { Tick } from '../ui/Tick.tsx'
import { Chip } from '../ui/Tone.tsx'
import { todayAt } from '../ui/time.ts'
import { useDoing } from '../ui/useDoing.ts'
import { useZone } from '../ui/zone.tsx'
import { deletionWords } from './deletionWords.ts'
import { findSessions } from './findSessions.ts'
import { MiniLegend, MiniStrip } from './MiniStrip.tsx'
import { useSeen, useStrips } from './useStrips.ts'

/** So many are drawn at once; a school keeps a year of lessons. */
const PAGE = 50

/** Every lesson that is kept on this computer: to find, to look at alone or together, to delete. */
export function SessionsList({
  sessions,
  now,
  record,
  onRecords,
  onDelete,
  onWelcome,
}: {
  sessions: readonly SessionSummary[]
  now: () => number
  /** For the picture of a lesson. */
  record: (sessionId: string) => Promise<LessonRecord | undefined>
  /** Opens one record, or several together. */
  onRecords: (sessionIds: readonly string[]) => void
  onDelete: (sessionId: string) => Promise<void>
  onWelcome: () => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [days, setDays] = useState(ALL_DAYS)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [most, setMost] = useState(PAGE)
  const today = todayAt(now(), useZone())
  const period = useMemo(() => periodOf(days, today), [days, today])
  const found = useMemo(() => findSessions(sessions, typed, period), [sessions, typed, period])
  const closed = found.filter((one) => one.endedAt !== undefined)
  const running = sessions.some((one) => one.endedAt === undefined)
  const { strips, onSeen } = useStrips(record, running)
  const longest = longestOf(closed)
  // What was chosen and is deleted or filtered out meanwhile is not opened.
  const picked = closed.filter((one) => chosen.has(one.sessionId)).map((one) => one.sessionId)
  const allPicked = closed.length > 0 && picked.length === closed.length
  if (sessions.length === 0) {
    return (
      <div className="card empty-card">
        <h3 className="card-title">{t('No lessons yet')}</h3>
        <p className="soft">
          {t(
            'When a call ends its record is kept here: who came when, what was checked, what was done. You can export it as CSV, JSON or PDF.',
          )}
        </p>
        <p className="soft">
          {t(
            'To see one before your first lesson, play through the practice lesson. Nothing of it is kept here.',
          )}
        </p>
        <Button onClick={onWelcome}>{t('First steps and a practice lesson')}</Button>
      </div>
    )
  }
  const pick = (sessionId: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(sessionId)
    else next.delete(sessionId)
    setChosen(next)
  }
  return (
    <div className="stack">
      <div className="past-tools">
        <label className="search" htmlFor={`${id}-find`}>
          <Search aria-hidden size={16} />
          <span className="visually-hidden">{t('Find a lesson')}</span>
          <input
            autoComplete="off"
            className="input"
            id={`${id}-find`}
            onChange={(event) => {
              setTyped(event.target.value)
              setMost(PAGE)
            }}
            placeholder={t('Class, day or month')}
            type="search"
            value={typed}
          />
        </label>
        <PeriodFields
          chosen={days}
          onChoose={(next) => {
            setDays(next)
            setMost(PAGE)
          }}
        />
      </div>
      <div className="past-tools past-choose">
        <Tick
          checked={allPicked}
          disabled={closed.length === 0}
          onChange={() =>
            setChosen(allPicked ? new Set() : new Set(closed.map((one) => one.sessionId)))
          }
        >
          {tn('Choose the lesson found|Choose all {n} lessons found', closed.length)}
        </Tick>
        <Button
          disabled={picked.length === 0}
          icon={<Files aria-hidden size={16} />}
          look="primary"
          onClick={() => onRecords(picked)}
        >
          {picked.length === 0
            ? t('Open chosen together')
            : tn('Open {n} lesson together|Open {n} lessons together', picked.length)}
        </Button>
      </div>
      <p className="small soft" role="status">
        {foundWords(found.length, most, periodWords(period))}
      </p>
      {closed.length > 0 && !running && <MiniLegend />}
      {found.length > 0 && (
        <ul className="card past past-lessons">
          {found.slice(0, most).map((session) => (
            <SessionLine
              isPicked={chosen.has(session.sessionId)}
              key={session.sessionId}
              now={now()}
              onDelete={onDelete}
              onPick={pick}
              onRecord={(sessionId) => onRecords([sessionId])}
              onSeen={onSeen}
              session={session}
              share={shareOf(session, longest)}
              strip={strips.get(session.sessionId)}
            />
          ))}
        </ul>
      )}
      {found.length > most && (
        <div>
          <Button onClick={() => setMost(most + PAGE)}>{t('Show more')}</Button>
        </div>
      )}
    </div>
  )
}

/** `when` is empty where it is of all days. */
function foundWords(count: number, most: number, when: string): string {
  const found =
    when === ''
      ? tn('{n} lesson found|{n} lessons found', count)
      : tn('{n} lesson found {when}|{n} lessons found {when}', count, { when })
  return count > most ? t('{found}, the newest {n} are shown', { found, n: most }) : found
}

/** From so many minutes on a lesson's bar is as wide as the list: one long assembly must not make all the others short. */
const WIDEST_MINUTES = 90

function minutesOf({ startedAt, endedAt }: SessionSummary): number {
  return endedAt === undefined ? 0 : (endedAt - startedAt) / 60_000
}

function longestOf(sessions: readonly SessionSummary[]): number {
  return sessions.reduce((most, one) => Math.max(most, Math.min(WIDEST_MINUTES, minutesOf(one))), 1)
}

/** Beside the longest; a lesson of a minute is still to be seen. */
function shareOf(session: SessionSummary, longest: number): number {
  return Math.max(0.08, Math.min(1, minutesOf(session) / longest))
}

function SessionLine({
  session,
  now,
  strip,
  share,
  isPicked,
  onSeen,
  onPick,
  onRecord,
  onDelete,
}: {
  session: SessionSummary
  now: number
  strip: LessonStrip | undefined
  share: number
  isPicked: boolean
  onSeen: (sessionId: string) => void
  onPick: (sessionId: string, on: boolean) => void
  onRecord: (sessionId: string) => void
  onDelete: (sessionId: string) => Promise<void>
}) {
  const { sessionId, deleteAt } = session
  const deleting = useDoing('')
  const words = pastWords(session, now)
  const code = tellingCode(session.code)
  const deletion =
    deleteAt === undefined ? undefined : deletionWords(deleteAt, now, session.timeZone)
  const isClosed = session.endedAt !== undefined
  const seen = useSeen(() => {
    if (isClosed) onSeen(sessionId)
  })
  return (
    <li ref={seen}>
      <input
        aria-label={t('Choose the lesson of {when}', { when: words })}
        checked={isClosed && isPicked}
        className="check"
        disabled={!isClosed}
        onChange={(event) => onPick(sessionId, event.target.checked)}
        type="checkbox"
      />
      <div className="past-words">
        <p className="past-title">
          <bdi className="strong">
            {session.className === '' ? t('No class chosen') : session.className}
          </bdi>
          {!isClosed && <Chip tone="ok">{t('Running now')}</Chip>}
          {session.interrupted && <Chip tone="check">{t('Interrupted')}</Chip>}
          {strip?.damaged === true && <Chip tone="alarm">{t('Damaged, readable in part')}</Chip>}
          {strip?.damaged === false && strip.lacking && (
            <Chip tone="check">{t('Readable in part')}</Chip>
          )}
        </p>
        <p className="small soft">
          {/* The chip above has said that it was interrupted. */}
          {pastWords({ ...session, interrupted: false }, now)}
          {code !== undefined && (
            <>
              {' · '}
              <bdi className="nowrap">{code}</bdi>
            </>
          )}
        </p>
        {deletion !== undefined && (
          <p className={deletion.soon ? 'small strong' : 'small soft'}>{deletion.words}</p>
        )}
        {isClosed && <MiniStrip share={share} strip={strip} />}
        <Said className="small strong">{deleting.said}</Said>
      </div>
      <div className="row">
        <Button icon={<FileText aria-hidden size={16} />} onClick={() => onRecord(sessionId)} small>
          {t('Record##of a lesson')}
          <span className="visually-hidden"> {t('of {when}##record', { when: words })}</span>
        </Button>
        {isClosed && (
          <ConfirmButton
            body={
              <p>
                {t('The record of {when} is deleted from this computer for good.', { when: words })}
              </p>
            }
            confirm={t('Delete the record')}
            icon={<Trash2 aria-hidden size={15} />}
            label={
              <>
                {t('Delete')}
                <span className="visually-hidden">
                  {' '}
                  {t('the record of {when}##delete', { when: words })}
                </span>
              </>
            }
            onConfirm={() =>
              deleting.run(
                async () => {
                  await onDelete(sessionId)
                  return ''
                },
                (failure) => failureWords(failure, t('Deleting did not work. Please try again.')),
              )
            }
            small
            title={t('Delete this record?')}
          />
        )}
      </div>
    </li>
  )
}
