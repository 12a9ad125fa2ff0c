import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Consent, ImportPreview, UnderstoodRow } from '../../lib/register/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { Tick } from '../ui/Tick.tsx'
import { importLines, needsLook, type Fate, type Fates, type ImportLine } from './fates.ts'

/** Lines drawn at a time: a file of 5,000 is looked at by its troubles, not line by line. */
const PAGE = 100
const CONSENT: Readonly<Record<Consent, Message>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' }
const FATE: Readonly<Record<Exclude<Fate['is'], 'changed'>, Message>> = {
  new: 'New',
  same: 'No change',
  joined: 'Joined to an earlier line',
  otherClass: 'Another class',
  notTaken: 'Not taken',
  passedOver: 'Passed over',
}

/** Line by line: what is new, what changes, what is left alone, and what is not taken and why. */
export function ImportTable({ preview, fates }: { preview: ImportPreview; fates: Fates }) {
  const [onlyTrouble, setOnlyTrouble] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const lines = useMemo(() => importLines(preview, fates), [preview, fates])
  const trouble = useMemo(() => lines.filter(needsLook), [lines])
  const listed = onlyTrouble ? trouble : lines
  const hasClasses = preview.classNames.length > 1
  return (
    <>
      {trouble.length > 0 && (
        <Tick checked={onlyTrouble} onChange={setOnlyTrouble}>
          {tn(
            'Only what changes or needs a look ({n} line)|Only what changes or needs a look ({n} lines)',
            trouble.length,
          )}
        </Tick>
      )}
      <div
        aria-label={t('What was understood, by line')}
        className="import-lines"
        role="region"
        tabIndex={0}
      >
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('Line')}</th>
              <th scope="col">{t('Name')}</th>
              <th scope="col">{t('What happens')}</th>
              <th scope="col">{t('To look at')}</th>
              {hasClasses && <th scope="col">{t('Class')}</th>}
              <th scope="col">{t('Known as')}</th>
              <th scope="col">{t('Parents and carers')}</th>
              <th scope="col">{t('Video')}</th>
              <th scope="col">{t('Recording##consent')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, shown).map((line) => (
              <Line hasClasses={hasClasses} key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > shown && (
        <div>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)} small>
            {tn('Show more of {n} line|Show more of {n} lines', listed.length)}
          </Button>
        </div>
      )}
    </>
  )
}

function Line({ line, hasClasses }: { line: ImportLine; hasClasses: boolean }) {
  const { row, problems, fate } = line
  return (
    <tr>
      <td className="number">{line.line}</td>
      <td>{row ? <Name>{`${row.firstName} ${row.lastName}`}</Name> : <NoName />}</td>
      <td className={`fate fate-${fate.is}`}>
        {fate.is === 'changed'
          ? t('Changes: {what}', { what: fate.changes.join('; ') })
          : tOf(FATE[fate.is])}
      </td>
      <td className={problems.length === 0 ? undefined : 'said'}>
        {problems.length === 0 ? (
          <span className="ink-ok">
            <CircleCheck aria-hidden size={14} />
            <span className="visually-hidden">{t('Understood')}</span>
          </span>
        ) : (
          <ul>
            {problems.map((problem) => (
              <li
                className={`row-problem ink-${problem.severity === 'error' ? 'alarm' : 'check'}`}
                key={`${problem.code} ${problem.column ?? ''} ${problem.message}`}
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
      {row ? <Understood hasClasses={hasClasses} row={row} /> : <td colSpan={hasClasses ? 5 : 4} />}
    </tr>
  )
}

function NoName() {
  return <span className="soft">–</span>
}

function Understood({ row, hasClasses }: { row: UnderstoodRow; hasClasses: boolean }) {
  const className = hasClasses && <td>{row.className}</td>
  if (row.kind === 'staff') {
    return (
      <>
        {className}
        <td colSpan={4}>{row.role === '' ? t('Staff') : t('Staff, {role}', { role: row.role })}</td>
      </>
    )
  }
  return (
    <>
      {className}
      <td>{row.preferredName}</td>
      <td>
        {row.guardians
          .map((one) =>
            `${one.title} ${one.firstName} ${one.lastName}`.replace(/\s+/gu, ' ').trim(),
          )
          .join(', ')}
      </td>
      <td>{tOf(CONSENT[row.consentVideo])}</td>
      <td>{tOf(CONSENT[row.consentRecording])}</td>
    </>
  )
}
