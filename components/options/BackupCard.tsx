import { HardDriveDownload, HardDriveUpload } from 'lucide-react'
import { useId, useState } from 'react'
import { LEAST_PASSPHRASE, MOST_BACKUP_TEXT, MOST_PASSPHRASE } from '../../lib/backup/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../ui/time.ts'
import { backupName, restoredWords } from './backupWords.ts'

/** A backup to a file that only the passphrase opens. */
export function BackUpCard({
  ask,
  now,
  onSave,
}: {
  ask: Ask
  now: () => number
  onSave: (text: string, name: string) => void
}) {
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [state, setState] = useState<{ busy: boolean; said: string }>({ busy: false, said: '' })
  const say = (said: string) => setState({ busy: false, said })
  const make = async () => {
    if ([...passphrase].length < LEAST_PASSPHRASE)
      return say(`Nothing was saved: the passphrase needs at least ${LEAST_PASSPHRASE} characters.`)
    if (passphrase !== again) return say('Nothing was saved: the two passphrases are not the same.')
    setState({ busy: true, said: 'Making the backup…' })
    try {
      const { text, lessons, classes, running } = await ask('backUp', { passphrase })
      onSave(text, backupName(now()))
      setPassphrase('')
      setAgain('')
      const left = running === 0 ? '' : ' The lesson that is running is not in it.'
      say(
        `The backup holds ${counted(lessons, 'lesson')}, ${counted(classes, 'class', 'classes')} and the settings.${left}`,
      )
    } catch (failure) {
      say(`Nothing was saved. ${failure instanceof Error ? failure.message : ''}`)
    }
  }
  return (
    <form
      autoComplete="off"
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h3 className="card-title">
        <HardDriveDownload aria-hidden size={18} /> Back up
      </h3>
      <p className="soft">
        One file with all closed lessons, classes and settings. It is encrypted: without the
        passphrase nobody can open it, and there is no way to get a forgotten passphrase back.
        Concerns are not in it: they belong in your school’s own system.
      </p>
      <div className="field-pair">
        <div className="field">
          <label htmlFor={`${id}-words`}>Passphrase</label>
          <input
            aria-describedby={`${id}-hint`}
            autoComplete="new-password"
            className="input"
            id={`${id}-words`}
            maxLength={MOST_PASSPHRASE}
            onChange={(event) => setPassphrase(event.target.value)}
            type="password"
            value={passphrase}
          />
          <p className="small soft" id={`${id}-hint`}>
            At least {LEAST_PASSPHRASE} characters. Four or five words are easy to remember.
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-again`}>The same passphrase again</label>
          <input
            autoComplete="new-password"
            className="input"
            id={`${id}-again`}
            maxLength={MOST_PASSPHRASE}
            onChange={(event) => setAgain(event.target.value)}
            type="password"
            value={again}
          />
        </div>
      </div>
      <div>
        <Button disabled={state.busy} type="submit">
          Save a backup
        </Button>
      </div>
      <p className={state.said === '' ? 'visually-hidden' : 'small'} role="status">
        {state.said}
      </p>
    </form>
  )
}

/** Takes a backup in. */
export function RestoreCard({ ask, onRestored }: { ask: Ask; onRestored: () => Promise<void> }) {
  const id = useId()
  const [file, setFile] = useState<File>()
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<{ busy: boolean; said: readonly string[] }>({
    busy: false,
    said: [],
  })
  const say = (...said: readonly string[]) => setState({ busy: false, said })
  const take = async () => {
    if (file === undefined) return say('Choose a backup first.')
    if (file.size > MOST_BACKUP_TEXT) return say('This file is too large to be a backup.')
    setState({ busy: true, said: ['Reading the backup…'] })
    try {
      const restored = await ask('restore', { passphrase, text: await file.text() })
      setPassphrase('')
      await onRestored()
      say(...restoredWords(restored))
    } catch (failure) {
      say(`Nothing was changed. ${failure instanceof Error ? failure.message : ''}`)
    }
  }
  return (
    <form
      autoComplete="off"
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <h3 className="card-title">
        <HardDriveUpload aria-hidden size={18} /> Restore
      </h3>
      <p className="soft">
        Adds what a backup holds to what is here, on this or another computer. Nothing here is
        deleted, and nothing is there twice afterwards.
      </p>
      <div className="field-pair">
        <div className="field">
          <label htmlFor={`${id}-file`}>Backup</label>
          <input
            accept=".lessonsteward,application/json"
            className="input"
            id={`${id}-file`}
            onChange={(event) => setFile(event.target.files?.[0])}
            type="file"
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-words`}>Its passphrase</label>
          <input
            autoComplete="off"
            className="input"
            id={`${id}-words`}
            maxLength={MOST_PASSPHRASE}
            onChange={(event) => setPassphrase(event.target.value)}
            type="password"
            value={passphrase}
          />
        </div>
      </div>
      <div>
        <Button disabled={state.busy} type="submit">
          Restore
        </Button>
      </div>
      <div className={state.said.length === 0 ? 'visually-hidden' : 'small'} role="status">
        {state.said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  )
}
