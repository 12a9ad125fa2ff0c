import { useState } from 'react'
import { tooLarge } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { FileDrop, FileSaid, useOneFile } from '../ui/FileDrop.tsx'

/** Takes a class from a file or as pasted text. Bytes are handed on as they are: the encoding is judged later. */
export function ImportDrop({
  onBytes,
  onText,
}: {
  onBytes: (bytes: Uint8Array, name: string) => void
  onText: (text: string) => void
}) {
  const [pasted, setPasted] = useState('')
  const { said, take } = useOneFile(tooLarge, async (file) =>
    onBytes(new Uint8Array(await file.arrayBuffer()), file.name),
  )
  return (
    <div className="stack">
      <FileDrop
        accept=".csv,.tsv,.txt,text/csv"
        label={t('CSV file with the class')}
        lead={t('Drop a CSV file here, or')}
        take={take}
      />
      <Field label={t('Or paste from a spreadsheet')}>
        {(control) => (
          <textarea
            {...control}
            onChange={(event) => setPasted(event.target.value)}
            onPaste={(event) => {
              // A file that was copied in the file manager is pasted as a file.
              if (event.clipboardData.files.length === 0) return
              event.preventDefault()
              take(event.clipboardData.files)
            }}
            // The headings are the importer’s own words.
            placeholder={'First name, Last name, Preferred name\nAmelia, Potter,'}
            rows={4}
            value={pasted}
          />
        )}
      </Field>
      <div>
        <Button disabled={pasted.trim() === ''} onClick={() => onText(pasted)}>
          {t('Look at what I pasted')}
        </Button>
      </div>
      <FileSaid said={said} />
    </div>
  )
}
