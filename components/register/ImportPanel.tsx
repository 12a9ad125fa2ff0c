import { useMemo, useState } from 'react'
import {
  applyImport,
  idsFromNames,
  previewImport,
  type ImportPreview,
  type ImportResult,
  type Mapping,
  type Register,
} from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../ui/time.ts'
import { FileDrop } from './FileDrop.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { fileProblems } from './importing.ts'
import { ImportTable } from './ImportTable.tsx'

interface Source {
  readonly input: Uint8Array | string
  readonly name: string
}

/** A file in, a table of what was understood and what was not by line, and only then, on a click, into the draft. */
export function ImportPanel({
  register,
  onApply,
  onCancel,
}: {
  register: Register
  onApply: (register: Register, words: string) => void
  onCancel: () => void
}) {
  const [source, setSource] = useState<Source>()
  return (
    <div className="stack">
      {source === undefined ? (
        <>
          <p className="small soft">
            An export from your school’s system with a heading in the first line works as it is.
            Nothing is taken before you have seen what was understood.
          </p>
          <FileDrop
            onBytes={(input, name) => setSource({ input, name })}
            onText={(input) => setSource({ input, name: 'what you pasted' })}
          />
          <div>
            <Button onClick={onCancel}>Back to the pupils</Button>
          </div>
        </>
      ) : (
        <Look
          onApply={onApply}
          onBack={() => setSource(undefined)}
          onCancel={onCancel}
          register={register}
          source={source}
        />
      )}
    </div>
  )
}

function Look({
  source,
  register,
  onApply,
  onBack,
  onCancel,
}: {
  source: Source
  register: Register
  onApply: (register: Register, words: string) => void
  onBack: () => void
  onCancel: () => void
}) {
  const { preview, isByHand, hasHeadings, setMapping, setHeadings } = useLook(source.input)
  const [className, setClassName] = useState<string>()
  const [removeMissing, setRemoveMissing] = useState(false)
  // A file of the whole school opens on the class that is being edited, where it has one of that name.
  const several = preview.classNames.length > 1
  const chosen =
    className ?? (several && preview.classNames.includes(register.name) ? register.name : '')
  const result = useMemo(
    () =>
      applyImport(preview, register, idsFromNames(), {
        ...(register.name.trim() === '' ? {} : { name: register.name }),
        ...(chosen === '' ? {} : { classNames: [chosen] }),
        removeMissing,
      }),
    [preview, register, chosen, removeMissing],
  )
  const nothing = preview.rows.length === 0
  const whole = fileProblems(preview)
  return (
    <>
      <p role="status">
        <span className="strong">{source.name}</span>: {understoodWords(preview)}
      </p>
      {whole.map((problem) => (
        <p
          className={`notice tone-${problem.severity === 'error' ? 'alarm' : 'check'}`}
          key={problem.code}
        >
          {problem.message}
        </p>
      ))}
      {isByHand && (
        <label className="tick-label">
          <input
            checked={hasHeadings}
            className="check"
            onChange={(event) => setHeadings(event.target.checked)}
            type="checkbox"
          />
          <span>The first line holds headings, not a person</span>
        </label>
      )}
      <ImportColumns
        onMapping={setMapping}
        preview={preview}
        startOpen={nothing && preview.columns.length > 0}
      />
      {several && (
        <label className="field class-name">
          <span className="label">This file has several classes. Take</span>
          <select
            className="input"
            onChange={(event) => setClassName(event.target.value)}
            value={chosen}
          >
            <option value="">everybody</option>
            {preview.classNames.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {!nothing && <ImportTable preview={preview} />}
      {!nothing && <Changes result={result} />}
      {!nothing && result.missing.length > 0 && (
        <label className="tick-label">
          <input
            checked={removeMissing}
            className="check"
            onChange={(event) => setRemoveMissing(event.target.checked)}
            type="checkbox"
          />
          <span>
            Remove {counted(result.missing.length, 'person', 'people')} on the register who{' '}
            {result.missing.length === 1 ? 'is' : 'are'} not in the file: {namesOf(result.missing)}
          </span>
        </label>
      )}
      <div className="row">
        <Button
          disabled={nothing}
          look="primary"
          onClick={() => onApply(result.register, `${resultWords(result, removeMissing)}.`)}
        >
          {nothing ? 'Nothing to take' : `Take this: ${resultWords(result, removeMissing)}`}
        </Button>
        <Button onClick={onBack}>Another file</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  )
}

/** The file as it is understood by itself, or as the teacher says that its columns are. */
function useLook(input: Uint8Array | string) {
  const [hand, setHand] = useState<{ readonly headings: boolean; readonly mapping: Mapping }>()
  const alone = useMemo(() => previewImport(input), [input])
  // Headings that nobody knows are shown all the same, or there would be nothing to say about them.
  const isUnknown =
    alone.columns.length === 0 && alone.problems.some((problem) => problem.code === 'noNameColumn')
  const headings = hand?.headings ?? true
  const mapping = hand?.mapping
  const preview = useMemo(() => {
    if (mapping === undefined && !isUnknown) return alone
    const headerLine = headings ? Math.max(1, alone.headerLine) : 0
    return previewImport(input, { headerLine, mapping: mapping ?? {} })
  }, [input, alone, isUnknown, headings, mapping])
  return {
    preview,
    isByHand: isUnknown,
    hasHeadings: headings,
    setMapping: (next: Mapping) => setHand({ headings, mapping: next }),
    setHeadings: (next: boolean) => setHand({ headings: next, mapping: mapping ?? {} }),
  }
}

function Changes({ result }: { result: ImportResult }) {
  if (result.changed.length === 0) return null
  return (
    <details>
      <summary className="strong">
        {counted(result.changed.length, 'person', 'people')} on the register would change
      </summary>
      <ul className="plain-list small">
        {result.changed.slice(0, 200).map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>:{' '}
            {one.changes
              .map(
                ({ what, from, to }) =>
                  `${what} from “${from === '' ? 'nothing' : from}” to “${to === '' ? 'nothing' : to}”`,
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </details>
  )
}

function understoodWords(preview: ImportPreview): string {
  const { pupils, staff, notTaken } = preview.counts
  const parts = [counted(pupils, 'pupil')]
  if (staff > 0) parts.push(`${staff} staff`)
  const understood = `${parts.join(' and ')} understood`
  return notTaken === 0 ? `${understood}.` : `${understood}, ${counted(notTaken, 'line')} not.`
}

function resultWords(result: ImportResult, removeMissing: boolean): string {
  const parts = [`${result.added.length} added`, `${result.changed.length} changed`]
  if (removeMissing && result.missing.length > 0) parts.push(`${result.missing.length} removed`)
  return parts.join(', ')
}

function namesOf(people: ImportResult['missing']): string {
  const first = people.slice(0, 5).map((one) => one.name)
  return people.length > 5 ? `${first.join(', ')} and ${people.length - 5} more` : first.join(', ')
}
