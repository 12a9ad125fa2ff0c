import { FileUp } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { tooLarge } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'

/** Takes a file by picker, by dropping or text by pasting. Bytes are handed on as they are: the encoding is judged later. */
export function FileDrop({
  onBytes,
  onText,
}: {
  onBytes: (bytes: Uint8Array, name: string) => void
  onText: (text: string) => void
}) {
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState('')
  const [pasted, setPasted] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    if ((files?.length ?? 0) > 1) return setSaid(t('One file at a time, please.'))
    const large = tooLarge(file.size)
    if (large !== undefined) return setSaid(large)
    setSaid('')
    try {
      onBytes(new Uint8Array(await file.arrayBuffer()), file.name)
    } catch {
      setSaid(t('The file could not be read.'))
    }
  }
  return (
    <div className="stack">
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
        <p>{t('Drop a CSV file here, or')}</p>
        <Button onClick={() => picker.current?.click()}>{t('Choose a file')}</Button>
        <input
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={t('CSV file with the class')}
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
      </div>
      <div className="field">
        <label htmlFor={id}>{t('Or paste from a spreadsheet')}</label>
        <textarea
          className="input"
          id={id}
          onChange={(event) => setPasted(event.target.value)}
          onPaste={(event) => {
            // A file that was copied in the file manager is pasted as a file.
            if (event.clipboardData.files.length === 0) return
            event.preventDefault()
            void take(event.clipboardData.files)
          }}
          // The headings are the importer’s own words.
          placeholder={'First name, Last name, Preferred name\nAmelia, Potter,'}
          rows={4}
          value={pasted}
        />
      </div>
      <div>
        <Button disabled={pasted.trim() === ''} onClick={() => onText(pasted)}>
          {t('Look at what I pasted')}
        </Button>
      </div>
      <p className={said === '' ? 'visually-hidden' : 'small ink-alarm'} role="status">
        {said}
      </p>
    </div>
  )
}
