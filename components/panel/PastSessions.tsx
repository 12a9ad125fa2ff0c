import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import { localTime } from '../../lib/protocol/time.ts'
import { nameOfLesson } from '../../lib/views/code.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { SeenParts } from '../ui/SeenParts.tsx'
import { clockTime, lengthInWords, shortDate } from '../ui/time.ts'

/** Sessions of before, newest first. `fresh` changes when the list should be asked for again. */
export function PastSessions({
  ask,
  fresh,
  onRecord,
}: {
  ask: Ask
  fresh: string
  onRecord: (sessionId: string) => void
}) {
  const [sessions, setSessions] = useState<readonly SessionSummary[] | 'failed'>()
  useEffect(() => {
    let gone = false
    ask('sessions', {}).then(
      (list) => !gone && setSessions(list),
      () => !gone && setSessions('failed'),
    )
    return () => {
      gone = true
    }
  }, [ask, fresh])
  if (sessions === undefined) return null
  return (
    <Card aria-label={t('Past lessons')} level={2} title={t('Past lessons')}>
      {sessions === 'failed' && (
        <p className="soft">{t('The list could not be read. Open the panel again to retry.')}</p>
      )}
      {sessions !== 'failed' && sessions.length === 0 && (
        <p className="soft">
          {t('None yet. The record of a lesson appears here when the call ends.')}
        </p>
      )}
      {sessions !== 'failed' && (
        <ul className="past">
          {[...sessions]
            .sort((a, b) => b.startedAt - a.startedAt)
            .slice(0, 8)
            .map((session) => (
              <li key={session.sessionId}>
                <div className="grow">
                  <p className="strong clip-2">{nameOfLesson(session)}</p>
                  <p className="small soft">{pastWords(session)}</p>
                </div>
                <Button
                  icon={<FileText aria-hidden size={15} />}
                  onClick={() => onRecord(session.sessionId)}
                  small
                >
                  <SeenParts
                    sentence={tParts('{record} of {lesson}', {
                      record: <>{t('Record')}</>,
                      lesson: pastWords(session),
                    })}
                  />
                </Button>
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}

/** "Mon 9 Nov, 10:00, 45 minutes, 28 people", by the clock of its own record; with `now`, a day of another year than that has its year. */
export function pastWords(session: SessionSummary, now = session.startedAt): string {
  const { startedAt, timeZone: zone } = session
  const { year } = localTime(startedAt, zone)
  const day = shortDate(startedAt, zone)
  const parts = [
    year === localTime(now, zone).year ? day : `${day} ${year}`,
    clockTime(startedAt, zone),
  ]
  parts.push(
    session.endedAt === undefined ? t('still running') : lengthInWords(session.endedAt - startedAt),
  )
  parts.push(tn('{n} person|{n} people', session.people))
  if (session.interrupted) parts.push(t('interrupted'))
  return parts.join(', ')
}
