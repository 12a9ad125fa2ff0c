import { ShieldCheck, Trash2 } from 'lucide-react'
import { UNDO_DAYS } from '../../lib/desk/shelf.ts'
import { ConfirmButton } from '../ui/Sheet.tsx'

/** What is kept, where, and how to be rid of it (EG-2). */
export function DataPage({ said, onEraseAll }: { said: string; onEraseAll: () => void }) {
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
          <li>Records are deleted after the number of days set under School.</li>
          <li>
            Concerns are kept apart from the records of lessons, with a shorter time of their own.
          </li>
          <li>
            A class as it was before an import is kept for {UNDO_DAYS} days, so that the import can
            be undone.
          </li>
        </ul>
      </section>
      <section className="card">
        <h3 className="card-title">Erase everything</h3>
        <p className="soft">
          Deletes all classes, records and settings of Lesson Steward in this browser profile.
        </p>
        <div>
          <ConfirmButton
            body={
              <p>
                All classes, all records of lessons and all settings are deleted for good. Export
                the records that your school has to keep first.
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
