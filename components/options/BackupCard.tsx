import { HardDriveDownload, HardDriveUpload } from 'lucide-react'
import { useState } from 'react'
import { LEAST_PASSPHRASE, MOST_BACKUP_TEXT } from '../../lib/backup/types.ts'
import { FEATURE_OFF } from '../../lib/views/featureOff.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { useZone } from '../ui/zone.tsx'
import { BackupConcerns } from './BackupConcerns.tsx'
import { BackupForm } from './BackupForm.tsx'
import { backupName, madeWords, restoredWords } from './backupWords.ts'
import { PassphraseField } from './PassphraseField.tsx'

/** A backup to a file that only the passphrase opens. */
export function BackUpCard({
  ask,
  concerns,
  concernDays,
  now,
  onSave,
}: {
  ask: Ask
  /** How many are kept here. */
  concerns: number
  concernDays: number
  now: () => number
  onSave: (text: string, name: string) => void
}) {
  const zone = useZone()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [withConcerns, setWithConcerns] = useState(false)
  return (
    <BackupForm
      action={t('Save a backup')}
      failed={t('Nothing was saved.')}
      icon={<HardDriveDownload aria-hidden size={18} />}
      run={async () => {
        if ([...passphrase].length < LEAST_PASSPHRASE)
          return [
            t('Nothing was saved: the passphrase needs at least {n} characters.', {
              n: LEAST_PASSPHRASE,
            }),
          ]
        if (passphrase !== again)
          return [t('Nothing was saved: the two passphrases are not the same.')]
        const made = await ask('backUp', { passphrase, concerns: withConcerns })
        onSave(made.text, backupName(now(), zone))
        setPassphrase('')
        setAgain('')
        // Chosen for one file, never for the next one as well.
        setWithConcerns(false)
        return madeWords(made)
      }}
      title={t('Back up')}
      working={t('Making the backup…')}
    >
      <p className="soft">
        {t(
          'One file with all closed lessons, classes and settings, and selector packs that were loaded. It is encrypted: without the passphrase nobody can open it, and there is no way to get a forgotten passphrase back.',
        )}
      </p>
      <BackupConcerns
        chosen={withConcerns}
        count={concerns}
        days={concernDays}
        onChoose={setWithConcerns}
      />
      <div className="field-pair">
        <PassphraseField
          hint={t('At least {n} characters. Four or five words are easy to remember.', {
            n: LEAST_PASSPHRASE,
          })}
          isNew
          label={t('Passphrase')}
          onChange={setPassphrase}
          value={passphrase}
        />
        <PassphraseField
          isNew
          label={t('The same passphrase again')}
          onChange={setAgain}
          value={again}
        />
      </div>
    </BackupForm>
  )
}

/** In its place where the school wants no backups. */
export function NoBackUpCard() {
  return (
    <Card
      title={
        <>
          <HardDriveDownload aria-hidden size={18} /> {t('Back up')}
        </>
      }
    >
      <p className="soft">{t(FEATURE_OFF.backup)}</p>
      <div>
        <Button disabled>{t('Save a backup')}</Button>
      </div>
    </Card>
  )
}

/** Takes a backup in. */
export function RestoreCard({ ask, onRestored }: { ask: Ask; onRestored: () => Promise<void> }) {
  const [file, setFile] = useState<File>()
  const [passphrase, setPassphrase] = useState('')
  return (
    <BackupForm
      action={t('Restore')}
      failed={t('Nothing was changed.')}
      icon={<HardDriveUpload aria-hidden size={18} />}
      run={async () => {
        if (file === undefined) return [t('Choose a backup first.')]
        if (file.size > MOST_BACKUP_TEXT) return [t('This file is too large to be a backup.')]
        const restored = await ask('restore', { passphrase, text: await file.text() })
        setPassphrase('')
        await onRestored()
        return restoredWords(restored)
      }}
      title={t('Restore')}
      working={t('Reading the backup…')}
    >
      <p className="soft">
        {t(
          'Adds what a backup holds to what is here, on this or another computer. Nothing here is deleted, and nothing is there twice afterwards.',
        )}
      </p>
      <div className="field-pair">
        <Field label={t('Backup')}>
          {(control) => (
            <input
              {...control}
              accept=".lessonsteward,application/json"
              onChange={(event) => setFile(event.target.files?.[0])}
              type="file"
            />
          )}
        </Field>
        <PassphraseField label={t('Its passphrase')} onChange={setPassphrase} value={passphrase} />
      </div>
    </BackupForm>
  )
}
