import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Consent, ImportPreview, UnderstoodRow } from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { counted } from '../ui/time.ts'
import { importLines, type ImportLine } from './importing.ts'

/** Lines drawn at a time: a file of 5,000 is looked at by its troubles, not line by line. */
const PAGE = 100
const CONSENT: Readonly<Record<Consent, string>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' }

/** Line by line: what will be taken, and what will not and why. */
export function ImportTable({ preview }: { preview: ImportPreview }) {
  const [onlyTrouble, setOnlyTrouble] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const lines = useMemo(() => importLines(preview), [preview])
  const trouble = useMemo(() => lines.filter((line) => line.problems.length > 0), [lines])
  const listed = onlyTrouble ? trouble : lines
  return (
    <>
      {trouble.length > 0 && (
        <label className="tick-label">
          <input
            checked={onlyTrouble}
            className="check"
            onChange={(event) => setOnlyTrouble(event.target.checked)}
            type="checkbox"
          />
          <span>Only what needs a look ({counted(trouble.length, 'line')})</span>
        </label>
      )}
      <div
        aria-label="What was understood, by line"
        className="import-lines"
        role="region"
        tabIndex={0}
      >
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Name</th>
              <th scope="col">Known as</th>
              <th scope="col">Parents and carers</th>
              <th scope="col">Video</th>
              <th scope="col">Recording</th>
              <th scope="col">To look at</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, shown).map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > shown && (
        <div>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)} small>
            Show more of {listed.length} lines
          </Button>
        </div>
      )}
    </>
  )
}

function Line({ line }: { line: ImportLine }) {
  const { row, problems } = line
  return (
    <tr>
      <td className="number">{line.line}</td>
      {row ? <Understood row={row} /> : <td colSpan={5}>Not taken</td>}
      <td>
        {problems.length === 0 ? (
          <span className="ink-ok">
            <CircleCheck aria-hidden size={14} />
            <span className="visually-hidden">Understood</span>
          </span>
        ) : (
          <ul>
            {problems.map((problem) => (
              <li
                className={`row-problem ink-${problem.severity === 'error' ? 'alarm' : 'check'}`}
                key={problem.message}
              >
                {problem.severity === 'error' ? (
                  <OctagonAlert aria-hidden size={14} />
                ) : (
                  <TriangleAlert aria-hidden size={14} />
                )}
                <span>{problem.message}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

function Understood({ row }: { row: UnderstoodRow }) {
  const name = <Name>{`${row.firstName} ${row.lastName}`}</Name>
  if (row.kind === 'staff') {
    return (
      <>
        <td>{name}</td>
        <td colSpan={4}>Staff{row.role === '' ? '' : `, ${row.role}`}</td>
      </>
    )
  }
  return (
    <>
      <td>{name}</td>
      <td>{row.preferredName}</td>
      <td>
        {row.guardians
          .map((one) =>
            `${one.title} ${one.firstName} ${one.lastName}`.replace(/\s+/gu, ' ').trim(),
          )
          .join(', ')}
      </td>
      <td>{CONSENT[row.consentVideo]}</td>
      <td>{CONSENT[row.consentRecording]}</td>
    </>
  )
}
