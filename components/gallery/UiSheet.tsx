import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ALL_DAYS, type PeriodChoice } from '../../lib/record/index.ts'
import type { PersonTone } from '../../lib/views/types.ts'
import { Button, IconButton, type ButtonLook } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Field } from '../ui/Field.tsx'
import { FileDrop, FileSaid } from '../ui/FileDrop.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NotRead } from '../ui/NotRead.tsx'
import { PeriodFields } from '../ui/PeriodFields.tsx'
import { Said, SaidBeside } from '../ui/Said.tsx'
import { ConfirmButton, Sheet } from '../ui/Sheet.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Tick } from '../ui/Tick.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'

const LOOKS: readonly ButtonLook[] = ['plain', 'primary', 'danger', 'dangerQuiet', 'quiet']
const TONES: readonly PersonTone[] = ['ok', 'check', 'alarm', 'quiet']
const nothing = () => undefined

/** Every part of `components/ui` in every look and state, for looking. */
export function UiSheet() {
  const [open, setOpen] = useState(false)
  const [opened, setOpened] = useState([false, true])
  const [days, setDays] = useState({ ...ALL_DAYS, choice: 'own' as PeriodChoice })
  return (
    <main className="ui-sheet stack">
      <h1 className="page-title">Parts</h1>
      <Card level={2} title="Buttons">
        {LOOKS.map((look) => (
          <div className="ui-row" key={look}>
            <Button look={look}>{look}</Button>
            <Button icon={<Pencil aria-hidden size={16} />} look={look}>
              with an icon
            </Button>
            <Button look={look} small>
              small
            </Button>
            <Button disabled look={look}>
              disabled
            </Button>
          </div>
        ))}
        <div className="ui-row">
          <IconButton icon={<Trash2 aria-hidden size={16} />} label="Remove" />
          <CopyButton text="copied" />
          <CopyButton label="Copy the message" text="copied" />
        </div>
        {opened.map((isOpen, at) => (
          <div className="stack-tight" key={at}>
            <div className="ui-row">
              <Disclosure onToggle={() => setOpened(opened.with(at, !isOpen))} open={isOpen}>
                What can be opened
              </Disclosure>
            </div>
            {isOpen && <p className="small">What it opens stands below it.</p>}
          </div>
        ))}
      </Card>
      <Card level={2} title="Tones">
        {TONES.map((tone) => (
          <div className="ui-row" key={tone}>
            <ToneIcon spoken tone={tone} />
            <span className={`ink-${tone}`}>Words in the ink of “{tone}”</span>
            <Chip tone={tone}>{tone}</Chip>
          </div>
        ))}
        {TONES.map((tone) => (
          <Notice action={<Button small>Try again</Button>} key={tone} tone={tone}>
            A notice of tone “{tone}”, long enough to need a second line in a narrow panel.
          </Notice>
        ))}
        {TONES.map((tone) => (
          <Notice icon={<ToneIcon tone={tone} />} key={tone} role="status" tone={tone}>
            A notice of tone “{tone}” with its icon, long enough to need a second line.
          </Notice>
        ))}
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone}>
            A notice of tone “{tone}” that is only words.
          </Notice>
        ))}
        <Notice
          action={<Button small>Try again</Button>}
          icon={<ToneIcon tone="check" />}
          tone="check"
        >
          A notice with an icon and an action.
        </Notice>
        <NotRead onAgain={nothing} />
      </Card>
      <Card level={2} title="Fields">
        <TextField label="Text" onChange={nothing} placeholder="Nothing typed yet" />
        <TextField
          hint="How it is filled in stands below it."
          label="Text with a hint"
          onChange={nothing}
        />
        <TextField
          defaultValue="many"
          label="Text that can’t be used"
          onChange={nothing}
          problem="It has to be a number."
        />
        <TextField
          defaultValue="400"
          hint="From 1 to 365 days."
          label="Text that can’t be used, with a hint"
          onChange={nothing}
          problem="It has to be 365 at most."
        />
        <TextField
          defaultValue="many"
          hint="What is wrong is said in the hint, or elsewhere."
          invalid
          label="Text that can’t be used, without words for it"
          onChange={nothing}
        />
        <TextField label="Text that has to be there" onChange={nothing} required />
        <TextField
          defaultValue="Hillside Primary School"
          disabled
          label="Set by your school"
          onChange={nothing}
        />
        <TextField label="A day" onChange={nothing} type="date" />
        <ChoiceField label="Choice" onChange={nothing}>
          <option>Year 4 Maths</option>
        </ChoiceField>
        <ChoiceField disabled hint="Your school has chosen." label="No choice" onChange={nothing}>
          <option>Year 4 Maths</option>
        </ChoiceField>
        <Field label="Several lines">
          {(control) => <textarea {...control} defaultValue={'First line\nSecond line'} rows={3} />}
        </Field>
        {(['', 'ticked', 'disabled', 'ticked and disabled'] as const).map((state) => (
          <Tick
            defaultChecked={state.includes('ticked')}
            disabled={state.includes('disabled')}
            key={state}
            onChange={nothing}
          >
            A tick{state === '' ? '' : `, ${state}`}
          </Tick>
        ))}
        <PeriodFields chosen={days} onChoose={setDays} />
      </Card>
      <Card level={2} title="Files">
        <FileDrop accept=".csv" label="A list of names" lead="Drop a list here." take={nothing}>
          <FileSaid said="" />
        </FileDrop>
        <FileDrop accept=".json" label="A file of rules" lead="Drop rules here." take={nothing}>
          <p className="small soft">What stands below the picker.</p>
          <FileSaid said="The file could not be read." />
        </FileDrop>
      </Card>
      <Card
        level={2}
        title={
          <>
            Words <span className="count chip tone-quiet number">12</span>
          </>
        }
      >
        <p className="strong">Strong words</p>
        <p className="soft">Soft words</p>
        <p className="small soft">Small and soft words</p>
        <p>
          <Name>{'Zofia Kowalska-Featherstonehaugh'}</Name>, <Name>{'\u202eevil\u202c'}</Name>,{' '}
          <Name>{'مريم'}</Name>, <Name>{''}</Name>
        </p>
        <p className="clip-1">
          One line, and what does not fit in it ends in an ellipsis, as it does here.
        </p>
      </Card>
      <Card level={2} title="What is said of a press">
        <Said>{''}</Said>
        <Said>Saved.</Said>
        <Said className="small ink-alarm">The file could not be read.</Said>
        <div className="ui-row">
          <Button>Save</Button>
          <SaidBeside>Saved.</SaidBeside>
        </div>
      </Card>
      <Card level={2} title="Sheets">
        <div className="ui-row">
          <Button onClick={() => setOpen(true)}>Open a sheet</Button>
          <ConfirmButton
            body={<p>What is deleted can’t be brought back.</p>}
            confirm="Delete it"
            label="Ask once more"
            onConfirm={nothing}
            title="Delete this?"
          />
        </div>
        <Sheet onClose={() => setOpen(false)} open={open} title="A sheet">
          <p>It lies over the page, which is still meanwhile.</p>
          <Button onClick={() => setOpen(false)}>Close</Button>
        </Sheet>
      </Card>
      <Card title="A card one heading lower">
        <p>What stands in it.</p>
      </Card>
    </main>
  )
}
