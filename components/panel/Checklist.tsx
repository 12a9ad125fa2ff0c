import {
  ChevronDown,
  CircleAlert,
  CircleHelp,
  Eye,
  EyeOff,
  Hourglass,
  Info,
  Square,
  SquareCheckBig,
  type LucideIcon,
} from 'lucide-react'
import { useId, useState } from 'react'
import type { CheckState, ChecklistItem, ClausePhase } from '../../lib/protocol/types.ts'
import type { PanelView } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { clockTime } from '../ui/time.ts'
import { PHASE_TITLE } from './words.ts'

const LOOK: Readonly<Record<CheckState['is'], { Icon: LucideIcon; ink: string; word: string }>> = {
  seen: { Icon: Eye, ink: 'ok', word: 'Seen' },
  confirmed: { Icon: SquareCheckBig, ink: 'ok', word: 'Confirmed' },
  todo: { Icon: Square, ink: 'quiet', word: 'To do' },
  problem: { Icon: CircleAlert, ink: 'alarm', word: 'Problem' },
  blind: { Icon: EyeOff, ink: 'check', word: 'Can’t see' },
  info: { Icon: Info, ink: 'quiet', word: 'Good to know' },
  waiting: { Icon: Hourglass, ink: 'quiet', word: 'Waiting' },
}

/** The school's policy as steps that mostly tick themselves. `open` are the phases that belong to now. */
export function Checklist({
  phases,
  open,
  ask,
}: {
  phases: PanelView['checklist']
  open: readonly ClausePhase[]
  ask: Ask
}) {
  if (phases.every((phase) => phase.items.length === 0)) {
    return (
      <p className="empty soft">The steps of your school’s policy appear here with the class.</p>
    )
  }
  return (
    <div className="stack">
      {phases.map(
        ({ phase, items }) =>
          items.length > 0 && (
            <Phase
              ask={ask}
              items={items}
              key={phase}
              phase={phase}
              startOpen={open.includes(phase)}
            />
          ),
      )}
    </div>
  )
}

function Phase({
  phase,
  items,
  startOpen,
  ask,
}: {
  phase: ClausePhase
  items: readonly ChecklistItem[]
  startOpen: boolean
  ask: Ask
}) {
  // Open by itself while its time is now, until the teacher says otherwise.
  const [chosen, setChosen] = useState<boolean>()
  const open = chosen ?? startOpen
  const id = useId()
  const counting = items.filter((item) => item.state.is !== 'info')
  const done = counting.filter(
    (item) => item.state.is === 'seen' || item.state.is === 'confirmed',
  ).length
  const problems = counting.filter((item) => item.state.is === 'problem').length
  return (
    <section className="phase">
      <h3>
        <button
          aria-controls={id}
          aria-expanded={open}
          className="phase-head"
          onClick={() => setChosen(!open)}
          type="button"
        >
          <span className="grow">{PHASE_TITLE[phase]}</span>
          {problems > 0 && (
            <span className="chip tone-alarm">
              <CircleAlert aria-hidden size={13} />
              {problems}
              <span className="visually-hidden"> problems</span>
            </span>
          )}
          {counting.length > 0 && (
            <span className="small soft number">
              {done} of {counting.length}
            </span>
          )}
          <ChevronDown aria-hidden className="turn" size={15} />
        </button>
      </h3>
      <ul className="checks" hidden={!open} id={id}>
        {open && items.map((item) => <Step ask={ask} item={item} key={item.clause.id} />)}
      </ul>
    </section>
  )
}

function Step({ item, ask }: { item: ChecklistItem; ask: Ask }) {
  const [help, setHelp] = useState(false)
  const id = useId()
  const { clause, state } = item
  const { Icon, ink, word } = LOOK[state.is]
  const ticked = state.is === 'confirmed'
  const saying = stateWords(state)
  const tick = (on: boolean, note: string) => void ask('tick', { clause: clause.id, on, note })
  return (
    <li className={`step step-${state.is}`}>
      {item.tickable ? (
        <input
          aria-labelledby={`${id}-text`}
          checked={ticked}
          className="check"
          onChange={(event) => tick(event.target.checked, '')}
          type="checkbox"
        />
      ) : (
        <span className="step-icon">
          <Icon aria-hidden className={`ink-${ink}`} size={18} />
        </span>
      )}
      <div className="step-body">
        <p id={`${id}-text`}>{clause.text}</p>
        <p className={`small ink-${ink}`}>
          <span className="strong">{word}</span>
          {saying !== '' && ` – ${saying}`}
        </p>
        {help && (
          <div className="step-help stack-tight" id={`${id}-help`}>
            <p className="small">{clause.help}</p>
            {item.tickable && (
              <TickNote note={ticked ? state.note : ''} onKeep={(note) => tick(true, note)} />
            )}
          </div>
        )}
      </div>
      <button
        aria-controls={`${id}-help`}
        aria-expanded={help}
        className="clause"
        onClick={() => setHelp(!help)}
        type="button"
      >
        <CircleHelp aria-hidden size={13} />
        {clause.id}
        <span className="visually-hidden"> help</span>
      </button>
    </li>
  )
}

function TickNote({ note, onKeep }: { note: string; onKeep: (note: string) => void }) {
  const [text, setText] = useState(note)
  const id = useId()
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep(text.trim())
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        Note or reason
      </label>
      <input
        className="input grow"
        id={id}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        placeholder="Note or reason"
        value={text}
      />
      <Button small type="submit">
        Tick with note
      </Button>
    </form>
  )
}

function stateWords(state: CheckState): string {
  switch (state.is) {
    case 'seen':
      return `${state.what} (${clockTime(state.at)})`
    case 'confirmed':
      return state.note === ''
        ? `at ${clockTime(state.at)}`
        : `${state.note} (${clockTime(state.at)})`
    case 'problem':
    case 'blind':
    case 'waiting':
      return state.what
    case 'todo':
    case 'info':
      return ''
  }
}
