import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { t } from '../../lib/words/say.ts'
import { Button } from './Button.tsx'
import { Said } from './Said.tsx'

/** One file that somebody gives the page, however it comes, and what is wrong with it in words. */
export interface FileTaking {
  /** Empty where nothing is wrong. */
  readonly said: string
  readonly take: (files: FileList | null) => void
}

/** Takes exactly one file, not too large, and hands it to `onFile`; where that can't read it, this is said. */
export function useOneFile(
  tooLarge: (bytes: number) => string | undefined,
  onFile: (file: File) => Promise<void>,
): FileTaking {
  const [said, setSaid] = useState('')
  const look = async (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    if ((files?.length ?? 0) > 1) return setSaid(t('One file at a time, please.'))
    const large = tooLarge(file.size)
    if (large !== undefined) return setSaid(large)
    setSaid('')
    try {
      await onFile(file)
    } catch {
      setSaid(t('The file could not be read.'))
    }
  }
  return { said, take: (files) => void look(files) }
}

/** A place to drop a file on, with a picker beside it. `children` stand below them, inside the frame. */
export function FileDrop({
  label,
  lead,
  accept,
  take,
  children,
}: {
  /** What the picker is called by a screen reader. */
  label: string
  lead: string
  accept: string
  take: FileTaking['take']
  children?: ReactNode
}) {
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
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
        take(event.dataTransfer.files)
      }}
    >
      <FileUp aria-hidden className="ink-quiet" size={26} strokeWidth={1.75} />
      <p>{lead}</p>
      <Button onClick={() => picker.current?.click()}>{t('Choose a file')}</Button>
      <input
        accept={accept}
        aria-label={label}
        className="visually-hidden"
        onChange={(event) => {
          take(event.target.files)
          // The same file can be chosen again after it was put right.
          event.target.value = ''
        }}
        ref={picker}
        tabIndex={-1}
        type="file"
      />
      {children}
    </div>
  )
}

/** What was wrong with the file, for everybody. */
export function FileSaid({ said }: { said: string }) {
  return <Said className="small ink-alarm">{said}</Said>
}
