import { Archive, ArchiveRestore, Download, FileUp, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import {
  exportRegister,
  exportSet,
  setsOf,
  type Pupil,
  type Register,
  type StaffMember,
} from '../../lib/register/index.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { TextField } from '../ui/TextField.tsx'
import { shortDate } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
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

const CLASS_WORDS = {
  it: 'Class',
  name: 'Name of the class',
  example: 'Year 4 Maths',
  bring: 'Import a file or paste',
  save: 'Save class',
  running:
    'A lesson is running with this class. Without it nobody in the lesson is known by name any more, and its record says who was there by their meeting names only. End the lesson first, or archive the class instead.',
  delete: 'Delete the class',
  deleteAllTheSame: 'Delete the class all the same',
  deleteThis: 'Delete this class?',
} as const satisfies Readonly<Record<string, Message>>

const SET_WORDS = {
  it: 'Set##of pupils',
  name: 'Name of the set',
  example: 'Maths set 2',
  bring: 'Import a list of names',
  save: 'Save set',
  running:
    'A lesson is running with this set. Without it nobody in the lesson is known by name any more, and its record says who was there by their meeting names only. End the lesson first, or archive the set instead.',
  delete: 'Delete the set',
  deleteAllTheSame: 'Delete the set all the same',
  deleteThis: 'Delete this set?',
} as const satisfies Readonly<Record<keyof typeof CLASS_WORDS, Message>>

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
  const zone = useZone()
  const [draft, setDraft] = useState(register)
  const [source, setSource] = useState<string>()
  const [importing, setImporting] = useState(false)
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
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
      setSaid(t('Not saved yet: see what is marked.'))
      return
    }
    try {
      await onSave(clean, source)
      setSource(undefined)
      setDraft(clean)
      setSaved(clean)
      setTried(false)
      setSaid(t('Saved.'))
    } catch {
      setSaid(t('Saving did not work. Nothing you typed is lost; please try again.'))
    }
  }

  const take = async (taken: Taken) => {
    if (taken.into === 'draft') {
      setDraft(taken.register)
      setSource(taken.source)
      setSaid(`${taken.words} ${t('Look it over, then save.')}`)
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
        setSaid(t('Saving did not work. No class was changed; please try again.'))
        return
      }
    }
    setImporting(false)
  }
  const archive = async (archivedAt: number | undefined) => {
    const { archivedAt: _, ...rest } = register
    try {
      await onSave(archivedAt === undefined ? rest : { ...rest, archivedAt })
      setSaid(archivedAt === undefined ? t('Back in use.') : t('Archived.'))
    } catch {
      setSaid(t('That did not work. Nothing was changed; please try again.'))
    }
  }

  // A file of several classes may hold this one too: what was typed and not saved yet goes with it.
  const asEdited = useMemo(() => {
    const own = tidied(draft, draft.updatedAt)
    return [...registers.filter((one) => one.id !== own.id), own]
  }, [registers, draft])
  const isSet = draft.members !== undefined
  const words = isSet ? SET_WORDS : CLASS_WORDS
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
    <KeepFocus aria-label={tOf(words.it)} className="stack">
      {isArchived && (
        <div className="notice tone-check undo-notice">
          <p className="grow">
            {t('Archived on {date}: kept, and not offered for lessons.', {
              date: shortDate(register.archivedAt ?? 0, zone),
            })}
          </p>
          <Button
            disabled={unsaved}
            icon={<ArchiveRestore aria-hidden size={15} />}
            onClick={() => void archive(undefined)}
            small
          >
            {t('Bring back')}
          </Button>
        </div>
      )}
      {undo !== undefined && !importing && (
        <UndoNotice disabled={unsaved} onUndo={onUndoImport} undo={undo} />
      )}
      <TextField
        className="class-name"
        label={tOf(words.name)}
        maxLength={200}
        onChange={(text) => setDraft({ ...draft, name: text })}
        placeholder={tOf(words.example)}
        problem={problems.find(({ id }) => id === 'name')?.text}
        value={draft.name}
      />
      <Card
        title={
          <>
            {t('Pupils')} <span className="count chip tone-quiet number">{count}</span>
          </>
        }
      >
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
                {tOf(words.bring)}
              </Button>
              {count > 0 && (
                <Button icon={<Download aria-hidden size={16} />} look="quiet" onClick={exported}>
                  {t('Export as CSV')}
                </Button>
              )}
            </div>
          </>
        )}
      </Card>
      <Card
        title={
          <>
            {t('Staff')} <span className="count chip tone-quiet number">{draft.staff.length}</span>
          </>
        }
      >
        <StaffTable
          invalid={invalid}
          onAdd={() => setDraft(withStaff(draft, newStaff(crypto.randomUUID())))}
          onChange={changeStaff}
          onRemove={removeStaff}
          staff={draft.staff}
        />
      </Card>
      {problems.length > 0 && (
        <ul className="notice tone-alarm problem-list">
          {problems.slice(0, 5).map((problem) => (
            <li key={problem.id}>{problem.text}</li>
          ))}
          {problems.length > 5 && <li>{t('And {n} more.', { n: problems.length - 5 })}</li>}
        </ul>
      )}
      {!importing && (
        <div className="save-bar">
          <Button disabled={!unsaved} look="primary" onClick={() => void save()}>
            {tOf(words.save)}
          </Button>
          <Button
            disabled={!unsaved}
            onClick={() => {
              setDraft(saved)
              setSource(undefined)
              setTried(false)
              setSaid(t('Back to what was saved.'))
            }}
          >
            {t('Undo changes')}
          </Button>
          <span className="small grow" role="status">
            {unsaved && said === '' ? t('Not saved yet.') : said}
          </span>
          {isStored && !isArchived && (
            <Button
              disabled={unsaved}
              icon={<Archive aria-hidden size={16} />}
              look="quiet"
              onClick={() => void archive(Date.now())}
            >
              {t('Archive')}
            </Button>
          )}
          <ConfirmButton
            body={
              <div className="stack-tight">
                {isInLesson && <Notice tone="alarm">{tOf(words.running)}</Notice>}
                {inSets.map(({ set, pupils }) => (
                  <Notice key={set.id} tone="check">
                    {tn('{name} loses {n} pupil.|{name} loses {n} pupils.', pupils, {
                      name: set.name || t('A set##loses'),
                    })}
                  </Notice>
                ))}
                <p>
                  {isSet
                    ? t('The set is deleted from this computer. Its pupils stay in their classes.')
                    : tn(
                        'The register with {n} pupil is deleted from this computer.|The register with {n} pupils is deleted from this computer.',
                        register.pupils.length,
                      )}{' '}
                  {t('Records of past lessons stay. This can’t be undone.')}
                </p>
              </div>
            }
            confirm={tOf(isInLesson ? words.deleteAllTheSame : words.delete)}
            icon={<Trash2 aria-hidden size={16} />}
            label={t('Delete')}
            onConfirm={() =>
              void onDelete().catch(() => setSaid(t('Deleting did not work. Please try again.')))
            }
            title={
              register.name === ''
                ? tOf(words.deleteThis)
                : t('Delete {name}?', { name: register.name })
            }
          />
        </div>
      )}
    </KeepFocus>
  )
}
