import { BookPlus, Download, Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ImportUndo } from '../../lib/desk/shelf.ts'
import { exportRegisters, type Register } from '../../lib/register/index.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { ClassEditor } from './ClassEditor.tsx'
import { newRegister } from './draft.ts'

interface ClassesPageProps {
  registers: readonly Register[]
  undos: readonly ImportUndo[]
  /** The register that the running lesson is held with. */
  inLesson: string | undefined
  /** `source`: the file it was imported from. */
  onSave: (register: Register, source?: string) => Promise<void>
  onSaveClasses: (registers: readonly Register[], source: string) => Promise<void>
  onUndoImport: (registerId: string) => Promise<void>
  onDelete: (registerId: string) => Promise<void>
  onExport: (csv: string, name: string) => void
  onUnsaved: (unsaved: boolean) => void
  onWelcome: () => void
}

/** All classes and sets beside the one that is edited. */
export function ClassesPage(props: ClassesPageProps) {
  const { registers, undos, inLesson, onSave, onDelete, onExport, onUnsaved, onWelcome } = props
  const [fresh, setFresh] = useState<Register>()
  // Held by its id: the list may come in another order after each save.
  const [chosen, setChosen] = useState(registers.find((one) => one.archivedAt === undefined)?.id)
  const [unsaved, setUnsaved] = useState(false)
  const byName = registers.toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
  )
  const all = fresh && !registers.some((one) => one.id === fresh.id) ? [...byName, fresh] : byName
  const inUse = all.filter((one) => one.archivedAt === undefined)
  const classes = inUse.filter((one) => one.members === undefined)
  const sets = inUse.filter((one) => one.members !== undefined)
  const archived = all.filter((one) => one.archivedAt !== undefined)
  const current = all.find((one) => one.id === chosen) ?? classes[0] ?? sets[0] ?? archived[0]
  const tellUnsaved = (is: boolean) => {
    setUnsaved(is)
    onUnsaved(is)
  }
  const add = (made: Register) => {
    setFresh(made)
    setChosen(made.id)
  }
  const addClass = () => add(newRegister(crypto.randomUUID(), '', Date.now()))
  const addSet = () => add({ ...newRegister(crypto.randomUUID(), '', Date.now()), members: [] })
  if (!current) {
    return (
      <div className="card empty-card">
        <BookPlus aria-hidden className="ink-quiet" size={30} strokeWidth={1.75} />
        <h3 className="card-title">{t('Your first class')}</h3>
        <p className="soft">
          {t(
            'A class is the list of names that the meeting is compared with: pupils, their parents and carers, and staff. Type them in or import a file from your school’s system. It is kept on this computer only and never goes into a meeting page.',
          )}
        </p>
        <div className="row">
          <Button look="primary" onClick={addClass}>
            {t('Add a class')}
          </Button>
          <Button look="quiet" onClick={onWelcome}>
            {t('Try a made-up one first')}
          </Button>
        </div>
      </div>
    )
  }
  const listOf = (list: readonly Register[]) => (
    <ul>
      {list.map((register) => (
        <Item
          isCurrent={register.id === current.id}
          // Another class would throw away what was typed: first save or undo.
          isDisabled={unsaved && register.id !== current.id}
          key={register.id}
          onChoose={() => setChosen(register.id)}
          register={register}
        />
      ))}
    </ul>
  )
  return (
    <div className="classes">
      <nav aria-label={t('Classes')} className="class-list">
        {listOf(classes)}
        {sets.length > 0 && (
          <div className="stack-tight">
            <h3 className="small soft strong">{t('Sets across classes')}</h3>
            {listOf(sets)}
          </div>
        )}
        <div className="row">
          <Button disabled={unsaved} icon={<Plus aria-hidden size={16} />} onClick={addClass}>
            {t('Add a class')}
          </Button>
          {classes.length > 0 && (
            <Button
              disabled={unsaved}
              icon={<Layers aria-hidden size={16} />}
              look="quiet"
              onClick={addSet}
            >
              {t('Add a set')}
            </Button>
          )}
          {classes.length > 1 && (
            <Button
              icon={<Download aria-hidden size={16} />}
              look="quiet"
              onClick={() => onExport(exportRegisters(classes), 'Classes')}
            >
              {t('Export all classes')}
            </Button>
          )}
        </div>
        {archived.length > 0 && (
          <details open={archived.includes(current)}>
            <summary className="small soft">{t('Archived ({n})', { n: archived.length })}</summary>
            {listOf(archived)}
          </details>
        )}
        {unsaved && <p className="small soft">{t('Save or undo to go to another class.')}</p>}
      </nav>
      <ClassEditor
        isInLesson={inLesson === current.id}
        key={current.id}
        onDelete={async () => {
          if (registers.some((one) => one.id === current.id)) await onDelete(current.id)
          setFresh(undefined)
          setChosen(undefined)
          tellUnsaved(false)
        }}
        onExport={onExport}
        onSave={async (register, source) => {
          // Held: archived or renamed, it stays the one that is looked at.
          setChosen(register.id)
          await onSave(register, source)
        }}
        onSaveClasses={props.onSaveClasses}
        onUndoImport={() => props.onUndoImport(current.id)}
        onUnsaved={tellUnsaved}
        register={current}
        registers={registers}
        undo={undos.find((one) => one.registerId === current.id)}
      />
    </div>
  )
}

function Item({
  register,
  isCurrent,
  isDisabled,
  onChoose,
}: {
  register: Register
  isCurrent: boolean
  isDisabled: boolean
  onChoose: () => void
}) {
  const isSet = register.members !== undefined
  return (
    <li>
      <button
        aria-current={isCurrent}
        className="class-item"
        disabled={isDisabled}
        onClick={onChoose}
        type="button"
      >
        <span className="strong">
          {register.name === '' ? (isSet ? t('New set') : t('New class')) : register.name}
        </span>
        <span className="small soft">
          {tn('{n} pupil|{n} pupils', register.members?.length ?? register.pupils.length)}
        </span>
      </button>
    </li>
  )
}
