import { ShieldCheck, Trash2 } from 'lucide-react'
import { UNDO_DAYS } from '../../lib/desk/shelf.ts'
import type { Ask } from '../ui/ask.ts'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { counted, longDate } from '../ui/time.ts'
import { BackUpCard, RestoreCard } from './BackupCard.tsx'

/** What is kept, where, and how to be rid of it (EG-2). */
export function DataPage({
  said,
  retentionDays,
  nextDeletion,
  concerns,
  concernDays,
  ask,
  now,
  onEraseAll,
  onSaveBackup,
  onRestored,
}: {
  said: string
  retentionDays: number
  /** When the oldest record goes, milliseconds since 1970. */
  nextDeletion: number | undefined
  /** How many are kept here, and for how long. */
  concerns: number
  concernDays: number
  ask: Ask
  now: () => number
  onEraseAll: () => void
  onSaveBackup: (text: string, name: string) => void
  onRestored: () => Promise<void>
}) {
  return (
    <div className="stack">
      <section className="card">
        <h3 className="card-title">
          <ShieldCheck aria-hidden className="ink-ok" size={18} /> Everything stays on this computer
        </h3>
        <ul className="plain-list">
          <li>
            Classes, settings and records are stored in this browser profile and nowhere else.
          </li>
          <li>
            The extension sends nothing to anybody: it has no server and may not connect to one.
          </li>
          <li>
            No picture and no sound is ever stored. Backgrounds are looked at and forgotten at once.
          </li>
          <li>Nobody is recognised by their face. Names come from what the meeting shows.</li>
          <li>
            Records are deleted by themselves {counted(retentionDays, 'day')} after the lesson, as
            set under School
            {nextDeletion === undefined ? '' : `; the next one on ${longDate(nextDeletion)}`}.
          </li>
          <li>
            Concerns are kept apart from the records of lessons, with a shorter time of their own.
          </li>
          <li>
            A class as it was before an import is kept for {UNDO_DAYS} days, so that the import can
            be undone.
          </li>
        </ul>
      </section>
      <BackUpCard
        ask={ask}
        concernDays={concernDays}
        concerns={concerns}
        now={now}
        onSave={onSaveBackup}
      />
      <RestoreCard ask={ask} onRestored={onRestored} />
      <section className="card">
        <h3 className="card-title">Erase everything</h3>
        <p className="soft">
          Deletes all classes, records, concern notes and settings of Lesson Steward in this browser
          profile, with the database itself. Files that you saved, such as exports and backups, are
          yours and stay where you put them.
        </p>
        <div>
          <ConfirmButton
            body={
              <p>
                All classes, all records of lessons, all concern notes and all settings are deleted
                for good. First export the records that your school has to keep, and copy concerns
                into its own system.
              </p>
            }
            confirm="Erase everything"
            icon={<Trash2 aria-hidden size={16} />}
            label="Erase everything"
            onConfirm={onEraseAll}
            title="Erase everything?"
          />
        </div>
        <p className={said === '' ? 'visually-hidden' : 'small'} role="status">
          {said}
        </p>
      </section>
    </div>
  )
}
