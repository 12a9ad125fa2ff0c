import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_PACK_TEXT } from '../../lib/platforms/judgePack.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'

/** Takes a small JSON file by picker or by dropping. */
export function PackDrop({
  label,
  onText,
}: {
  label: string
  onText: (text: string, name: string) => void
}) {
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    if ((files?.length ?? 0) > 1) return setSaid(t('One file at a time, please.'))
    if (file.size > MOST_PACK_TEXT) return setSaid(t('This file is too large to be that.'))
    setSaid('')
    try {
      onText(await file.text(), file.name.slice(0, 200))
    } catch {
      setSaid(t('The file could not be read.'))
    }
  }
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files)
      }}
    >
      <FileUp aria-hidden className="ink-quiet" size={26} strokeWidth={1.75} />
      <p>{t('Drop the file here, or')}</p>
      <Button onClick={() => picker.current?.click()}>{t('Choose a file')}</Button>
      <input
        accept=".json,application/json"
        aria-label={label}
        className="visually-hidden"
        onChange={(event) => {
          void take(event.target.files)
          // The same file can be chosen again after it was put right.
          event.target.value = ''
        }}
        ref={picker}
        tabIndex={-1}
        type="file"
      />
      <p className={said === '' ? 'visually-hidden' : 'small ink-alarm'} role="status">
        {said}
      </p>
    </div>
  )
}
