import { useState } from 'react'
import type { ImportPreview, Register } from '../../lib/register/index.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tick } from '../ui/Tick.tsx'
import { ImportDrop } from './ImportDrop.tsx'
import { ImportChoice } from './ImportChoice.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { fileProblems, PASTED, sourceWords, type Taken } from './importing.ts'
import { MembersChoice } from './MembersChoice.tsx'
import { ReadingProgress } from './ReadingProgress.tsx'
import { useLook } from './useLook.ts'

interface Source {
  readonly input: Uint8Array | string
  readonly name: string
}

/** A file in, a table of what was understood and what was not by line, and only then, on a click, into the draft. */
export function ImportPanel({
  register,
  registers,
  onTake,
  onCancel,
}: {
  register: Register
  /** All that are stored: a file may hold several classes, and a set is made of pupils of classes. */
  registers: readonly Register[]
  onTake: (taken: Taken) => void
  onCancel: () => void
}) {
  const [source, setSource] = useState<Source>()
  return (
    <div className="stack">
      {source === undefined ? (
        <>
          <p className="small soft">
            {register.members === undefined
              ? t(
                  'An export from SIMS, Arbor, Bromcom, ScholarPack, Google Classroom or Teams works as it is, and so does a list of names. Nothing is taken before you have seen what was understood.',
                )
              : t(
                  'A list of the names in this set. They are looked for in your classes; nobody is added to a class.',
                )}
          </p>
          <ImportDrop
            onBytes={(input, name) => setSource({ input, name })}
            onText={(input) => setSource({ input, name: PASTED })}
          />
          <div>
            <Button onClick={onCancel}>{t('Back to the pupils')}</Button>
          </div>
        </>
      ) : (
        <Look
          onBack={() => setSource(undefined)}
          onCancel={onCancel}
          onTake={onTake}
          register={register}
          registers={registers}
          source={source}
        />
      )}
    </div>
  )
}

function Look({
  source,
  register,
  registers,
  onTake,
  onBack,
  onCancel,
}: {
  source: Source
  register: Register
  registers: readonly Register[]
  onTake: (taken: Taken) => void
  onBack: () => void
  onCancel: () => void
}) {
  const { reading, isByHand, hasHeadings, setMapping, setHeadings } = useLook(source.input)
  if (reading.is === 'reading')
    return <ReadingProgress done={reading.done} name={sourceWords(source.name)} onCancel={onBack} />
  if (reading.is === 'failed') {
    return (
      <>
        <Notice role="alert" tone="alarm">
          {t(
            '{file} could not be read: it may be too large for this computer’s memory. Nothing was changed. Export fewer classes at a time, or paste the names.',
            { file: sourceWords(source.name) },
          )}
        </Notice>
        <div>
          <Button onClick={onBack}>{t('Another file')}</Button>
        </div>
      </>
    )
  }
  const { preview, again } = reading
  const nothing = preview.rows.length === 0
  const choice = { preview, register, registers, source: source.name, onTake, onBack, onCancel }
  return (
    <>
      <p role="status">
        <bdi className="strong">{sourceWords(source.name)}</bdi>: {understoodWords(preview)}
      </p>
      {again !== undefined && (
        <progress aria-label={t('Reading once more')} max={100} value={Math.round(again * 100)} />
      )}
      {fileProblems(preview).map((problem) => (
        <Notice key={problem.code} tone={problem.severity === 'error' ? 'alarm' : 'check'}>
          {problem.message}
        </Notice>
      ))}
      {isByHand && (
        <Tick checked={hasHeadings} onChange={setHeadings}>
          {t('The first line holds headings, not a person')}
        </Tick>
      )}
      <ImportColumns
        onMapping={setMapping}
        preview={preview}
        startOpen={nothing && preview.columns.length > 0}
      />
      {register.members === undefined ? (
        <ImportChoice {...choice} />
      ) : (
        <MembersChoice {...choice} />
      )}
    </>
  )
}

function understoodWords(preview: ImportPreview): string {
  const { pupils, staff, notTaken } = preview.counts
  const who =
    staff === 0
      ? tn('{n} pupil|{n} pupils', pupils)
      : tn('{n} pupil and {staff} staff|{n} pupils and {staff} staff', pupils, { staff })
  return notTaken === 0
    ? t('{who} understood.', { who })
    : tn('{who} understood, {n} line not.|{who} understood, {n} lines not.', notTaken, { who })
}
