import { useState } from 'react'
import type { ImportPreview, Mapping, RecognisedColumn } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { fieldWords, isField, remapped } from './importing.ts'

/** Which column holds what, as it was recognised; every one can be said to hold something else. */
export function ImportColumns({
  preview,
  startOpen,
  onMapping,
}: {
  preview: ImportPreview
  startOpen: boolean
  onMapping: (mapping: Mapping) => void
}) {
  // Held here: what was opened must not close under the fingers when the first column has found its place.
  const [open, setOpen] = useState(startOpen)
  if (preview.columns.length === 0) return null
  const fields = fieldWords()
  const used = preview.columns.filter((column) => column.field !== undefined).length
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} open={open}>
      <summary className="strong">
        {t('Columns: {n} of {all} used', { n: used, all: preview.columns.length })}
      </summary>
      <ul className="import-columns">
        {preview.columns.map((column) => (
          <li key={column.index}>
            <label className="field">
              <span className="label">{heading(column)}</span>
              <select
                className="input"
                onChange={(event) => {
                  const { value } = event.target
                  onMapping(remapped(preview, column.index, isField(value) ? value : undefined))
                }}
                value={column.field ?? ''}
              >
                <option value="">{t('Not used')}</option>
                {column.field !== undefined &&
                  !fields.some(([field]) => field === column.field) && (
                    <option value={column.field}>{column.field}</option>
                  )}
                {fields.map(([field, words]) => (
                  <option key={field} value={field}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            <p className="small soft clip-2">{column.note ?? samplesOf(column)}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function heading(column: RecognisedColumn): string {
  return column.header === ''
    ? t('Column {n}', { n: column.index + 1 })
    : withoutUnseen(column.header)
}

function samplesOf(column: RecognisedColumn): string {
  const samples = column.samples.filter((sample) => sample !== '').map(withoutUnseen)
  return samples.length === 0 ? t('empty') : samples.join(', ')
}
