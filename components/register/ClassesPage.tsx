import { BookPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Register } from '../../lib/register/index.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../ui/time.ts'
import { ClassEditor } from './ClassEditor.tsx'
import { newRegister } from './draft.ts'

/** All classes beside the one that is edited. */
export function ClassesPage({
  registers,
  onSave,
  onDelete,
  onExport,
  onUnsaved,
}: {
  registers: readonly Register[]
  onSave: (register: Register) => Promise<void>
  onDelete: (registerId: string) => Promise<void>
  onExport: (register: Register) => void
  onUnsaved: (unsaved: boolean) => void
}) {
  const [fresh, setFresh] = useState<Register>()
  // Held by its id: the list may come in another order after each save.
  const [chosen, setChosen] = useState(registers[0]?.id)
  const [unsaved, setUnsaved] = useState(false)
  const byName = registers.toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
  )
  const all = fresh && !registers.some((one) => one.id === fresh.id) ? [...byName, fresh] : byName
  const current = all.find((one) => one.id === chosen) ?? all[0]
  const tellUnsaved = (is: boolean) => {
    setUnsaved(is)
    onUnsaved(is)
  }
  const add = () => {
    const made = newRegister(crypto.randomUUID(), '', Date.now())
    setFresh(made)
    setChosen(made.id)
  }
  if (!current) {
    return (
      <div className="card empty-card">
        <BookPlus aria-hidden className="ink-quiet" size={30} strokeWidth={1.75} />
        <h3 className="card-title">Your first class</h3>
        <p className="soft">
          A class is the list of names that the meeting is compared with: pupils, their parents and
          carers, and staff. Type them in or import a CSV file. It is kept on this computer only and
          never goes into a meeting page.
        </p>
        <Button look="primary" onClick={add}>
          Add a class
        </Button>
      </div>
    )
  }
  return (
    <div className="classes">
      <nav aria-label="Classes" className="class-list">
        <ul>
          {all.map((register) => (
            <li key={register.id}>
              <button
                aria-current={register.id === current.id}
                className="class-item"
                // Another class would throw away what was typed: first save or undo.
                disabled={unsaved && register.id !== current.id}
                onClick={() => setChosen(register.id)}
                type="button"
              >
                <span className="strong">{register.name === '' ? 'New class' : register.name}</span>
                <span className="small soft">{counted(register.pupils.length, 'pupil')}</span>
              </button>
            </li>
          ))}
        </ul>
        <Button disabled={unsaved} icon={<Plus aria-hidden size={16} />} onClick={add}>
          Add a class
        </Button>
        {unsaved && <p className="small soft">Save or undo to go to another class.</p>}
      </nav>
      <ClassEditor
        key={current.id}
        onDelete={async () => {
          if (registers.some((one) => one.id === current.id)) await onDelete(current.id)
          setFresh(undefined)
          setChosen(undefined)
          tellUnsaved(false)
        }}
        onExport={onExport}
        onSave={onSave}
        onUnsaved={tellUnsaved}
        register={current}
      />
    </div>
  )
}
