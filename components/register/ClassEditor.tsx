import { Download, FileUp, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useId, useState } from 'react'
import type { Pupil, Register, StaffMember } from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { counted } from '../ui/time.ts'
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
import { PupilTable } from './PupilTable.tsx'
import { StaffTable } from './StaffTable.tsx'

interface ClassEditorProps {
  register: Register
  onSave: (register: Register) => Promise<void>
  onDelete: () => Promise<void>
  onExport: (register: Register) => void
  /** Told while something is typed and not saved, so that the page can ask before it is left. */
  onUnsaved: (unsaved: boolean) => void
}

/** One class, edited as a draft: nothing is kept until it is saved, nothing typed is lost by an error. */
export function ClassEditor({ register, onSave, onDelete, onExport, onUnsaved }: ClassEditorProps) {
  const [draft, setDraft] = useState(register)
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
      await onSave(clean)
      setDraft(clean)
      setSaved(clean)
      setTried(false)
      setSaid('Saved.')
    } catch {
      setSaid('Saving did not work. Nothing you typed is lost; please try again.')
    }
  }

  return (
    <div className="stack">
      <div className="field class-name">
        <label htmlFor={id}>Name of the class</label>
        <input
          aria-invalid={invalid.has('name')}
          className="input"
          id={id}
          maxLength={200}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          placeholder="Year 4 Maths"
          value={draft.name}
        />
      </div>
      <section className="card">
        <h3 className="card-title">
          Pupils <span className="count chip tone-quiet number">{draft.pupils.length}</span>
        </h3>
        {importing ? (
          <ImportPanel
            onApply={(next, words) => {
              setDraft(next)
              setImporting(false)
              setSaid(`${words} Look it over, then save.`)
            }}
            onCancel={() => setImporting(false)}
            register={draft}
          />
        ) : (
          <>
            <PupilTable
              invalid={invalid}
              onAdd={() => setDraft(withPupil(draft, newPupil(crypto.randomUUID())))}
              onChange={changePupil}
              onRemove={removePupil}
              pupils={draft.pupils}
            />
            <div className="row">
              <Button icon={<FileUp aria-hidden size={16} />} onClick={() => setImporting(true)}>
                Import from a CSV file
              </Button>
              {draft.pupils.length > 0 && (
                <Button
                  icon={<Download aria-hidden size={16} />}
                  look="quiet"
                  onClick={() => onExport(draft)}
                >
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
            Save class
          </Button>
          <Button
            disabled={!unsaved}
            onClick={() => {
              setDraft(saved)
              setTried(false)
              setSaid('Back to what was saved.')
            }}
          >
            Undo changes
          </Button>
          <span className="small grow" role="status">
            {unsaved && said === '' ? 'Not saved yet.' : said}
          </span>
          <ConfirmButton
            body={
              <p>
                The register with {counted(register.pupils.length, 'pupil')} is deleted from this
                computer. Records of past lessons stay.
              </p>
            }
            confirm="Delete the class"
            icon={<Trash2 aria-hidden size={16} />}
            label="Delete"
            onConfirm={() =>
              void onDelete().catch(() => setSaid('Deleting did not work. Please try again.'))
            }
            title={`Delete ${register.name === '' ? 'this class' : register.name}?`}
          />
        </div>
      )}
    </div>
  )
}
