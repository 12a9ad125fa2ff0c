import { useState } from 'react'
import type { ImportPreview, Mapping, RecognisedColumn } from '../../lib/register/index.ts'
import { shownText } from '../ui/Name.tsx'
import { FIELD_WORDS, isField, remapped } from './importing.ts'

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
  const used = preview.columns.filter((column) => column.field !== undefined).length
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} open={open}>
      <summary className="strong">
        Columns: {used} of {preview.columns.length} used
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
                <option value="">Not used</option>
                {column.field !== undefined &&
                  !FIELD_WORDS.some(([field]) => field === column.field) && (
                    <option value={column.field}>{column.field}</option>
                  )}
                {FIELD_WORDS.map(([field, words]) => (
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
  return column.header === '' ? `Column ${column.index + 1}` : shownText(column.header)
}

function samplesOf(column: RecognisedColumn): string {
  const samples = column.samples.filter((sample) => sample !== '').map(shownText)
  return samples.length === 0 ? 'empty' : samples.join(', ')
}
