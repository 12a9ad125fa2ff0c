import { ShieldCheck, Trash2 } from 'lucide-react'
import { UNDO_DAYS } from '../../lib/desk/shelf.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Card } from '../ui/Card.tsx'
import { Said } from '../ui/Said.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { longDate } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { BackUpCard, NoBackUpCard, RestoreCard } from './BackupCard.tsx'

/** What is kept, where, and how to be rid of it (EG-2). */
export function DataPage({
  said,
  backupOff,
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
  /** The school wants no backups to be made; one can still be taken in. */
  backupOff: boolean
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
  const zone = useZone()
  return (
    <div className="stack">
      <Card
        title={
          <>
            <ShieldCheck aria-hidden className="ink-ok" size={18} />{' '}
            {t('Everything stays on this computer')}
          </>
        }
      >
        <ul className="plain-list">
          <li>
            {t(
              'Classes, settings and records are stored in this browser profile and nowhere else.',
            )}
          </li>
          <li>
            {t(
              'The extension sends nothing to anybody: it has no server and may not connect to one.',
            )}
          </li>
          <li>
            {t(
              'No picture and no sound is ever stored. Backgrounds are looked at and forgotten at once.',
            )}
          </li>
          <li>
            {t('Nobody is recognised by their face. Names come from what the meeting shows.')}
          </li>
          <li>
            {nextDeletion === undefined
              ? tn(
                  'Records are deleted by themselves {n} day after the lesson, as set under School.|Records are deleted by themselves {n} days after the lesson, as set under School.',
                  retentionDays,
                )
              : tn(
                  'Records are deleted by themselves {n} day after the lesson, as set under School; the next one on {date}.|Records are deleted by themselves {n} days after the lesson, as set under School; the next one on {date}.',
                  retentionDays,
                  { date: longDate(nextDeletion, zone) },
                )}
          </li>
          <li>
            {t(
              'Concerns are kept apart from the records of lessons, with a shorter time of their own.',
            )}
          </li>
          <li>
            {t(
              'A class as it was before an import is kept for {n} days, so that the import can be undone.',
              { n: UNDO_DAYS },
            )}
          </li>
        </ul>
      </Card>
      {backupOff ? (
        <NoBackUpCard />
      ) : (
        <BackUpCard
          ask={ask}
          concernDays={concernDays}
          concerns={concerns}
          now={now}
          onSave={onSaveBackup}
        />
      )}
      <RestoreCard ask={ask} onRestored={onRestored} />
      <Card title={t('Erase everything')}>
        <p className="soft">
          {t(
            'Deletes all classes, records, concern notes and settings of Lesson Steward in this browser profile, with the database itself. Files that you saved, such as exports and backups, are yours and stay where you put them.',
          )}
        </p>
        <div>
          <ConfirmButton
            body={
              <p>
                {t(
                  'All classes, all records of lessons, all concern notes and all settings are deleted for good. First export the records that your school has to keep, and copy concerns into its own system.',
                )}
              </p>
            }
            confirm={t('Erase everything')}
            icon={<Trash2 aria-hidden size={16} />}
            label={t('Erase everything')}
            onConfirm={onEraseAll}
            title={t('Erase everything?')}
          />
        </div>
        <Said>{said}</Said>
      </Card>
    </div>
  )
}
