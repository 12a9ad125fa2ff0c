import { Archive, ArchiveRestore, Download, FileUp, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import {
  exportRegister,
  exportSet,
  setsOf,
  type Pupil,
  type Register,
  type StaffMember,
} from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { counted, shortDate } from '../ui/time.ts'
import {
  newPupil,
  newStaff,
  problemsOf,
  tidied,
  withoutPupil,
  withoutStaff,
  withPupil,
  withStaff,
} from './draft.ts'
import { ImportPanel } from './ImportPanel.tsx'
import type { Taken } from './importing.ts'
import { PupilTable } from './PupilTable.tsx'
import { SetMembers } from './SetMembers.tsx'
import { StaffTable } from './StaffTable.tsx'
import { UndoNotice } from './UndoNotice.tsx'

interface ClassEditorProps {
  register: Register
  /** All that are stored. */
  registers: readonly Register[]
  /** The last import of this class, where it can be undone. */
  undo: ImportUndo | undefined
  /** A lesson runs with this class now. */
  isInLesson: boolean
  /** `source`: the file that was imported since it was last saved. */
  onSave: (register: Register, source?: string) => Promise<void>
  onSaveClasses: (registers: readonly Register[], source: string) => Promise<void>
  onUndoImport: () => Promise<void>
  onDelete: () => Promise<void>
  onExport: (csv: string, name: string) => void
  /** Told while something is typed and not saved, so that the page can ask before it is left. */
  onUnsaved: (unsaved: boolean) => void
}

/** One class or set, edited as a draft: nothing is kept until it is saved, nothing typed is lost by an error. */
export function ClassEditor({
  register,
  registers,
  undo,
  isInLesson,
  onSave,
  onSaveClasses,
  onUndoImport,
  onDelete,
  onExport,
  onUnsaved,
}: ClassEditorProps) {
  const [draft, setDraft] = useState(register)
  const [source, setSource] = useState<string>()
  const [importing, setImporting] = useState(false)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const id = useId()
  const [saved, setSaved] = useState(register)
  const [seen, setSeen] = useState(register)
  const unsaved = draft !== saved
  // What a lesson taught meanwhile (a confirmed name) is taken in, unless something typed here would be lost by it.
  if (register !== seen) {
    setSeen(register)
    if (!unsaved) {
      setDraft(register)
      setSaved(register)
    }
  }
  useEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved])

  const changePupil = useCallback((pupil: Pupil) => setDraft((was) => withPupil(was, pupil)), [])
  const removePupil = useCallback((pid: string) => setDraft((was) => withoutPupil(was, pid)), [])
  const changeStaff = useCallback((one: StaffMember) => setDraft((was) => withStaff(was, one)), [])
  const removeStaff = useCallback((sid: string) => setDraft((was) => withoutStaff(was, sid)), [])

  const problems = tried ? problemsOf(tidied(draft, draft.updatedAt)) : []
  const invalid = new Set(problems.map((problem) => problem.id))

  const save = async () => {
    setTried(true)
    const clean = tidied(draft, Date.now())
    if (problemsOf(clean).length > 0) {
      setSaid('Not saved yet: see what is marked.')
      return
    }
    try {
      await onSave(clean, source)
      setSource(undefined)
      setDraft(clean)
      setSaved(clean)
      setTried(false)
      setSaid('Saved.')
    } catch {
      setSaid('Saving did not work. Nothing you typed is lost; please try again.')
    }
  }

  const take = async (taken: Taken) => {
    if (taken.into === 'draft') {
      setDraft(taken.register)
      setSource(taken.source)
      setSaid(`${taken.words} Look it over, then save.`)
    } else {
      try {
        await onSaveClasses(taken.registers, taken.source)
        const own = taken.registers.find((one) => one.id === draft.id)
        if (own !== undefined) {
          setDraft(own)
          setSaved(own)
          setSource(undefined)
        }
        setSaid(taken.words)
      } catch {
        setSaid('Saving did not work. No class was changed; please try again.')
        return
      }
    }
    setImporting(false)
  }
  const archive = async (archivedAt: number | undefined) => {
    const { archivedAt: _, ...rest } = register
    try {
      await onSave(archivedAt === undefined ? rest : { ...rest, archivedAt })
      setSaid(archivedAt === undefined ? 'Back in use.' : 'Archived.')
    } catch {
      setSaid('That did not work. Nothing was changed; please try again.')
    }
  }

  // A file of several classes may hold this one too: what was typed and not saved yet goes with it.
  const asEdited = useMemo(() => {
    const own = tidied(draft, draft.updatedAt)
    return [...registers.filter((one) => one.id !== own.id), own]
  }, [registers, draft])
  const isSet = draft.members !== undefined
  const word = isSet ? 'set' : 'class'
  const isArchived = register.archivedAt !== undefined
  const isStored = registers.some((one) => one.id === register.id)
  const inSets = setsOf(registers, register.id)
  const count = draft.members?.length ?? draft.pupils.length
  const exported = () =>
    onExport(
      isSet ? exportSet(draft, registers) : exportRegister(draft),
      draft.name || (isSet ? 'Set' : 'Class'),
    )
  return (
    <KeepFocus aria-label={isSet ? 'Set' : 'Class'} className="stack">
      {isArchived && (
        <div className="notice tone-check undo-notice">
          <p className="grow">
            Archived on {shortDate(register.archivedAt ?? 0)}: kept, and not offered for lessons.
          </p>
          <Button
            disabled={unsaved}
            icon={<ArchiveRestore aria-hidden size={15} />}
            onClick={() => void archive(undefined)}
            small
          >
            Bring back
          </Button>
        </div>
      )}
      {undo !== undefined && !importing && (
        <UndoNotice disabled={unsaved} onUndo={onUndoImport} undo={undo} />
      )}
      <div className="field class-name">
        <label htmlFor={id}>Name of the {word}</label>
        <input
          aria-invalid={invalid.has('name')}
          className="input"
          id={id}
          maxLength={200}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          placeholder={isSet ? 'Maths set 2' : 'Year 4 Maths'}
          value={draft.name}
        />
      </div>
      <section className="card">
        <h3 className="card-title">
          Pupils <span className="count chip tone-quiet number">{count}</span>
        </h3>
        {importing ? (
          <ImportPanel
            onCancel={() => setImporting(false)}
            onTake={(taken) => void take(taken)}
            register={draft}
            registers={asEdited}
          />
        ) : (
          <>
            {draft.members === undefined ? (
              <PupilTable
                invalid={invalid}
                onAdd={() => setDraft(withPupil(draft, newPupil(crypto.randomUUID())))}
                onChange={changePupil}
                onRemove={removePupil}
                pupils={draft.pupils}
              />
            ) : (
              <SetMembers
                members={draft.members}
                onChange={(members) => setDraft({ ...draft, members })}
                registers={registers}
              />
            )}
            <div className="row">
              <Button icon={<FileUp aria-hidden size={16} />} onClick={() => setImporting(true)}>
                {isSet ? 'Import a list of names' : 'Import a file or paste'}
              </Button>
              {count > 0 && (
                <Button icon={<Download aria-hidden size={16} />} look="quiet" onClick={exported}>
                  Export as CSV
                </Button>
              )}
            </div>
          </>
        )}
      </section>
      <section className="card">
        <h3 className="card-title">
          Staff <span className="count chip tone-quiet number">{draft.staff.length}</span>
        </h3>
        <StaffTable
          invalid={invalid}
          onAdd={() => setDraft(withStaff(draft, newStaff(crypto.randomUUID())))}
          onChange={changeStaff}
          onRemove={removeStaff}
          staff={draft.staff}
        />
      </section>
      {problems.length > 0 && (
        <ul className="notice tone-alarm problem-list">
          {problems.slice(0, 5).map((problem) => (
            <li key={problem.id}>{problem.text}</li>
          ))}
          {problems.length > 5 && <li>And {problems.length - 5} more.</li>}
        </ul>
      )}
      {!importing && (
        <div className="save-bar">
          <Button disabled={!unsaved} look="primary" onClick={() => void save()}>
            Save {word}
          </Button>
          <Button
            disabled={!unsaved}
            onClick={() => {
              setDraft(saved)
              setSource(undefined)
              setTried(false)
              setSaid('Back to what was saved.')
            }}
          >
            Undo changes
          </Button>
          <span className="small grow" role="status">
            {unsaved && said === '' ? 'Not saved yet.' : said}
          </span>
          {isStored && !isArchived && (
            <Button
              disabled={unsaved}
              icon={<Archive aria-hidden size={16} />}
              look="quiet"
              onClick={() => void archive(Date.now())}
            >
              Archive
            </Button>
          )}
          <ConfirmButton
            body={
              <div className="stack-tight">
                {isInLesson && (
                  <p className="notice tone-alarm">
                    A lesson is running with this {word}. Without it nobody in the lesson is known
                    by name any more, and its record says who was there by their meeting names only.
                    End the lesson first, or archive the {word} instead.
                  </p>
                )}
                {inSets.map(({ set, pupils }) => (
                  <p className="notice tone-check" key={set.id}>
                    {set.name || 'A set'} loses {counted(pupils, 'pupil')}.
                  </p>
                ))}
                <p>
                  {isSet
                    ? 'The set is deleted from this computer. Its pupils stay in their classes.'
                    : `The register with ${counted(register.pupils.length, 'pupil')} is deleted from this computer.`}{' '}
                  Records of past lessons stay. This can’t be undone.
                </p>
              </div>
            }
            confirm={isInLesson ? `Delete the ${word} all the same` : `Delete the ${word}`}
            icon={<Trash2 aria-hidden size={16} />}
            label="Delete"
            onConfirm={() =>
              void onDelete().catch(() => setSaid('Deleting did not work. Please try again.'))
            }
            title={`Delete ${register.name === '' ? `this ${word}` : register.name}?`}
          />
        </div>
      )}
    </KeepFocus>
  )
}
