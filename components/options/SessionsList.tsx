import { FileText, Trash2 } from 'lucide-react'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import { pastWords } from '../panel/PastSessions.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'

/** Every lesson that is kept on this computer. */
export function SessionsList({
  sessions,
  onRecord,
  onDelete,
}: {
  sessions: readonly SessionSummary[]
  onRecord: (sessionId: string) => void
  onDelete: (sessionId: string) => void
}) {
  if (sessions.length === 0) {
    return (
      <div className="card empty-card">
        <h3 className="card-title">No lessons yet</h3>
        <p className="soft">
          When a call ends its record is kept here: who came when, what was checked, what was done.
          You can export it as CSV, JSON or PDF.
        </p>
      </div>
    )
  }
  return (
    <ul className="card past">
      {sessions
        .toSorted((a, b) => b.startedAt - a.startedAt)
        .map((session) => (
          <li key={session.sessionId}>
            <div className="grow">
              <p className="strong">
                {session.className === '' ? 'No class chosen' : session.className}
              </p>
              <p className="small soft">
                {pastWords(session)} · {session.code}
              </p>
            </div>
            <Button
              icon={<FileText aria-hidden size={16} />}
              onClick={() => onRecord(session.sessionId)}
              small
            >
              Record<span className="visually-hidden"> of {pastWords(session)}</span>
            </Button>
            {session.endedAt !== undefined && (
              <ConfirmButton
                body={
                  <p>The record of {pastWords(session)} is deleted from this computer for good.</p>
                }
                confirm="Delete the record"
                icon={<Trash2 aria-hidden size={15} />}
                label={
                  <>
                    Delete
                    <span className="visually-hidden"> the record of {pastWords(session)}</span>
                  </>
                }
                onConfirm={() => onDelete(session.sessionId)}
                small
                title="Delete this record?"
              />
            )}
          </li>
        ))}
    </ul>
  )
}
