import { useMemo, useState } from 'react'
import {
  applyClasses,
  applyImport,
  idsFromNames,
  type Changed,
  type ImportPreview,
  type ImportResult,
  type Register,
} from '../../lib/register/index.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tick } from '../ui/Tick.tsx'
import { changeWords, fatesOf } from './fates.ts'
import { namesOf, resultWords, tooManyWords, type Taken } from './importing.ts'
import { ImportTable } from './ImportTable.tsx'

export interface ChoiceProps {
  preview: ImportPreview
  register: Register
  registers: readonly Register[]
  source: string
  onTake: (taken: Taken) => void
  onBack: () => void
  onCancel: () => void
}

/** `one`: a class of the file; `everybody`: all of it into the class that is edited; `each`: every class by itself. */
type Which = { readonly is: 'everybody' | 'each' } | { readonly is: 'one'; readonly name: string }

/** Which of the file is taken and how: the last word before anything changes. */
export function ImportChoice({
  preview,
  register,
  registers,
  source,
  onTake,
  onBack,
  onCancel,
}: ChoiceProps) {
  const [picked, setPicked] = useState<Which>()
  const [removeMissing, setRemoveMissing] = useState(false)
  const [erase, setErase] = useState(false)
  const several = preview.classNames.length > 1
  const which = !several ? EVERYBODY : (picked ?? startOf(preview, register))
  const results = useMemo(
    () => resultsOf(preview, register, registers, which, { removeMissing, erase }),
    [preview, register, registers, which, removeMissing, erase],
  )
  const fates = useMemo(() => fatesOf(results), [results])
  if (preview.rows.length === 0) {
    return (
      <div className="row">
        <Button disabled look="primary">
          {t('Nothing to take')}
        </Button>
        <Button onClick={onBack}>{t('Another file')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    )
  }
  const missing = results.flatMap((one) => one.missing)
  const emptied = results.flatMap((one) => one.emptied)
  const tooMany = tooManyWords(results)
  const words = resultWords(results, removeMissing)
  const classless =
    which.is === 'each' ? preview.rows.filter((row) => !fates.has(row.line)).length : 0
  return (
    <>
      {several && (
        <label className="field class-name">
          <span className="label">
            {tn(
              'This file has {n} class. Take|This file has {n} classes. Take',
              preview.classNames.length,
            )}
          </span>
          <select
            className="input"
            onChange={(event) => setPicked(whichOf(event.target.value))}
            value={which.is === 'one' ? `one ${which.name}` : which.is}
          >
            <option value="each">{t('each class by itself')}</option>
            <option value="everybody">{t('everybody into this class')}</option>
            <optgroup label={t('Only one of them, into this class')}>
              {preview.classNames.map((name) => (
                <option key={name} value={`one ${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
      )}
      {which.is === 'each' && <EachClass registers={registers} results={results} />}
      {classless > 0 && (
        <Notice tone="check">
          {tn(
            '{n} line of the file names no class with pupils and will not be taken.|{n} lines of the file name no class with pupils and will not be taken.',
            classless,
          )}
        </Notice>
      )}
      <ImportTable fates={fates} preview={preview} />
      {emptied.length > 0 && <Emptied emptied={emptied} erase={erase} onErase={setErase} />}
      {missing.length > 0 && (
        <Tick checked={removeMissing} onChange={setRemoveMissing}>
          {tn(
            'Remove {n} person on the register who is not in the file: {who}|Remove {n} people on the register who are not in the file: {who}',
            missing.length,
            { who: namesOf(missing) },
          )}
        </Tick>
      )}
      {tooMany !== undefined && <Notice tone="alarm">{tooMany}</Notice>}
      <div className="row">
        <Button
          disabled={tooMany !== undefined || results.length === 0}
          look="primary"
          onClick={() => {
            const [one] = results
            if (which.is === 'each')
              onTake({
                into: 'classes',
                registers: results.map(({ register }) => ({ ...register, updatedAt: Date.now() })),
                source,
                words: tn('{n} class saved: {what}.|{n} classes saved: {what}.', results.length, {
                  what: words,
                }),
              })
            else if (one !== undefined)
              onTake({ into: 'draft', register: one.register, source, words: `${words}.` })
          }}
        >
          {which.is === 'each'
            ? tn('Save {n} class: {what}|Save {n} classes: {what}', results.length, { what: words })
            : t('Take this: {what}', { what: words })}
        </Button>
        <Button onClick={onBack}>{t('Another file')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </>
  )
}

const EVERYBODY: Which = { is: 'everybody' }
const EACH: Which = { is: 'each' }

/** A file of the whole school opens on the class that is being edited, where it has one of that name. */
function startOf(preview: ImportPreview, register: Register): Which {
  return preview.classNames.includes(register.name) ? { is: 'one', name: register.name } : EACH
}

function whichOf(value: string): Which {
  if (value === 'each') return EACH
  return value.startsWith('one ') ? { is: 'one', name: value.slice(4) } : EVERYBODY
}

function resultsOf(
  preview: ImportPreview,
  register: Register,
  registers: readonly Register[],
  which: Which,
  { removeMissing, erase }: { readonly removeMissing: boolean; readonly erase: boolean },
): readonly ImportResult[] {
  const how = { removeMissing, whereEmpty: erase ? ('erase' as const) : ('keep' as const) }
  if (preview.rows.length === 0) return []
  if (which.is === 'each') return applyClasses(preview, registers, idsFromNames(), how)
  return [
    applyImport(preview, register, idsFromNames(), {
      ...how,
      ...(register.name.trim() === '' ? {} : { name: register.name }),
      ...(which.is === 'one' ? { classNames: [which.name] } : {}),
    }),
  ]
}

/** Class by class, what would happen. */
function EachClass({
  results,
  registers,
}: {
  results: readonly ImportResult[]
  registers: readonly Register[]
}) {
  return (
    <ul className="plain-list small">
      {results.slice(0, 100).map((result) => (
        <li key={result.register.id}>
          {tParts(
            registers.some((one) => one.id === result.register.id)
              ? '{name} (there already): {what}'
              : '{name} (new): {what}',
            {
              name: (
                <bdi className="strong" key="name">
                  {result.register.name}
                </bdi>
              ),
              what: resultWords([result], false),
            },
          )}
        </li>
      ))}
      {results.length > 100 && (
        <li>{tn('And {n} more class.|And {n} more classes.', results.length - 100)}</li>
      )}
    </ul>
  )
}

/** What the file leaves empty is kept, unless the teacher says that the file is right. */
function Emptied({
  emptied,
  erase,
  onErase,
}: {
  emptied: readonly Changed[]
  erase: boolean
  onErase: (erase: boolean) => void
}) {
  return (
    <div className="notice tone-check emptied">
      <p>
        {tn(
          'For {n} person the file leaves something empty that the class has.|For {n} people the file leaves something empty that the class has.',
          emptied.length,
        )}{' '}
        {erase ? t('It will be erased.') : t('It is kept.')}
      </p>
      <details>
        <summary>{t('What the file leaves empty')}</summary>
        <ul className="plain-list small">
          {emptied.slice(0, 100).map((one) => (
            <li key={one.id}>
              <Name>{one.name}</Name>: {one.changes.map(changeWords).join('; ')}
            </li>
          ))}
          {emptied.length > 100 && <li>{t('And {n} more.', { n: emptied.length - 100 })}</li>}
        </ul>
      </details>
      <Tick checked={erase} onChange={onErase}>
        {t('The file is complete: erase what it leaves empty')}
      </Tick>
    </div>
  )
}
