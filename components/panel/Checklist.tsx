import {
  ChevronDown,
  CircleSlash,
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
import type { CheckState, ClausePhase, TickNeeds } from '../../lib/protocol/types.ts'
import type { CheckRow, PanelView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf, tParts } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Said } from '../ui/Said.tsx'
import { SeenParts } from '../ui/SeenParts.tsx'
import { Tick } from '../ui/Tick.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { ClauseHelp } from './ClauseHelp.tsx'
import { AgreementNote } from './AgreementNote.tsx'
import { NoteField } from './NoteField.tsx'
import { RingHome } from './RingHome.tsx'
import { useAsked } from './useAsked.ts'
import { PHASE_TITLE } from './words.ts'

const LOOK: Readonly<Record<CheckState['is'], { Icon: LucideIcon; ink: string; word: Message }>> = {
  seen: { Icon: Eye, ink: 'ok', word: 'Seen' },
  confirmed: { Icon: SquareCheckBig, ink: 'ok', word: 'Confirmed' },
  todo: { Icon: Square, ink: 'quiet', word: 'To do' },
  problem: { Icon: CircleAlert, ink: 'alarm', word: 'Problem' },
  blind: { Icon: EyeOff, ink: 'check', word: 'Can’t see' },
  info: { Icon: Info, ink: 'quiet', word: 'Good to know' },
  waiting: { Icon: Hourglass, ink: 'quiet', word: 'Waiting' },
  notApplicable: { Icon: CircleSlash, ink: 'quiet', word: 'Does not apply' },
}

/**
 * The school's policy as steps that mostly tick themselves. `open` are the phases that belong to now; of the others only what a person
 * can still tick is shown, so that each tick is one click away, and the rest with one click more.
 */
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
      <p className="empty soft">
        {t('The steps of your school’s policy appear here with the class.')}
      </p>
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
  items: readonly CheckRow[]
  startOpen: boolean
  ask: Ask
}) {
  // Open by itself while its time is now, until the teacher says otherwise.
  const [chosen, setChosen] = useState<boolean>()
  // What is ticked stays under her hand: it may have been the wrong one.
  const [justTicked, setJustTicked] = useState<readonly string[]>([])
  const open = chosen ?? startOpen
  const shown = open
    ? items
    : items.filter(
        (item) => item.tickable && (isWaitedFor(item.state) || justTicked.includes(item.clause.id)),
      )
  const id = useId()
  const counting = items.filter(({ state }) => state.is !== 'info' && state.is !== 'notApplicable')
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
          onClick={() => {
            setChosen(!open)
            setJustTicked([])
          }}
          type="button"
        >
          <span className="grow">{tOf(PHASE_TITLE[phase])}</span>
          {problems > 0 && (
            <span className="chip tone-alarm">
              <CircleAlert aria-hidden size={13} />
              <SeenParts sentence={tParts('{n} problems', { n: problems })} />
            </span>
          )}
          {counting.length > 0 && (
            <span className="small soft number">
              {t('{n} of {all}', { n: done, all: counting.length })}
            </span>
          )}
          <ChevronDown aria-hidden className="turn" size={15} />
        </button>
      </h3>
      {phase === 'oneToOne' && open && <OneToOne ask={ask} items={items} />}
      <ul className="checks" hidden={shown.length === 0} id={id}>
        {shown.map((item) => (
          <Step
            ask={ask}
            item={item}
            key={item.clause.id}
            onTick={() => setJustTicked([...justTicked, item.clause.id])}
          />
        ))}
      </ul>
    </section>
  )
}

/** EG-36 to EG-38 are asked only of a one-to-one call; what can't be told from the register she says herself. */
function OneToOne({ items, ask }: { items: readonly CheckRow[]; ask: Ask }) {
  const on = items.some(({ state }) => state.is !== 'notApplicable' || state.by !== undefined)
  const asked = useAsked(ask)
  return (
    <div className="one-to-one">
      <Tick
        checked={on}
        onChange={(next) =>
          asked.run(async () => {
            await ask('setOneToOne', { on: next })
            return ''
          })
        }
      >
        {t('This is a one-to-one call')}
      </Tick>
      <Said className="small strong">{asked.said}</Said>
    </div>
  )
}

function Step({ item, ask, onTick }: { item: CheckRow; ask: Ask; onTick: () => void }) {
  const [help, setHelp] = useState(false)
  const id = useId()
  const asked = useAsked(ask)
  const { clause, state, needs } = item
  const { Icon, ink, word } = LOOK[state.is]
  const ticked = isTicked(state)
  const saying = stateWords(state, useZone())
  const send: SendTick = (on, note, as) => {
    onTick()
    asked.run(async () => {
      await ask('tick', { clause: clause.id, on, note, ...(as === undefined ? {} : { as }) })
      return ''
    })
  }
  return (
    <li className={`step step-${state.is}`}>
      {item.tickable ? (
        <input
          aria-labelledby={`${id}-text`}
          checked={ticked}
          className="check"
          onChange={(event) => {
            // A tick that needs words with it opens the field for them instead of claiming something.
            if (event.target.checked && needs !== undefined) setHelp(true)
            else send(event.target.checked, '')
          }}
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
          <span className="strong">{tOf(word)}</span>
          {saying !== '' && ` – ${saying}`}
        </p>
        {item.tickable && <Said className="small strong">{asked.said}</Said>}
      </div>
      <button
        aria-controls={`${id}-help`}
        aria-expanded={help}
        className="clause"
        onClick={() => setHelp(!help)}
        type="button"
      >
        <CircleHelp aria-hidden size={13} />
        <SeenParts sentence={tParts('{clause} help', { clause: <>{clause.id}</> })} />
      </button>
      {help && (
        <div className="step-help stack-tight" id={`${id}-help`}>
          <p className="small">{clause.help}</p>
          <RingHome ring={item.ring} />
          <ClauseHelp id={clause.id} />
          {item.tickable && (
            <TickNote needs={needs} note={ticked ? noteOf(state) : ''} onSend={send} />
          )}
        </div>
      )}
    </li>
  )
}

type SendTick = (on: boolean, note: string, as?: 'notApplicable') => void

const NOTE_LABEL = {
  reason: 'Reason why it was not possible',
  agreements: 'who agreed for the family, who for the school, and when',
} as const satisfies Readonly<Record<TickNeeds, Message>>

/** Words to a tick; or the reason why the step does not apply to this lesson. */
function TickNote({
  note,
  needs,
  onSend,
}: {
  note: string
  needs: TickNeeds | undefined
  onSend: SendTick
}) {
  const [said, setSaid] = useState('')
  const label = needs === undefined ? t('Note or reason') : tOf(NOTE_LABEL[needs])
  const send = (words: string, as?: 'notApplicable') => {
    if (words === '' && (needs !== undefined || as !== undefined))
      return setSaid(
        as === undefined ? t('Please write: {label}.', { label }) : t('Please write why.'),
      )
    setSaid('')
    onSend(true, words, as)
  }
  const parts = {
    buttons: (words: string) => (
      <>
        <Button small type="submit">
          {t('Tick with note')}
        </Button>
        <Button look="quiet" onClick={() => send(words, 'notApplicable')} small>
          {t('Does not apply')}
        </Button>
      </>
    ),
    first: note,
    onSend: send,
    said,
  }
  return needs === 'agreements' ? (
    <AgreementNote {...parts} />
  ) : (
    <NoteField {...parts} label={label} />
  )
}

/** A folded phase still shows what only a person can settle: not what was seen, nor what has nothing to do with this lesson. */
function isWaitedFor({ is }: CheckState): boolean {
  return is === 'todo' || is === 'waiting' || is === 'blind' || is === 'problem'
}

/** A person said it, one way or the other. */
function isTicked(state: CheckState): boolean {
  return state.is === 'confirmed' || (state.is === 'notApplicable' && state.by !== undefined)
}

function noteOf(state: CheckState): string {
  if (state.is === 'confirmed') return state.note
  return state.is === 'notApplicable' ? state.why : ''
}

function stateWords(state: CheckState, zone: string): string {
  switch (state.is) {
    case 'seen':
      return `${state.what} (${clockTime(state.at, zone)})`
    case 'confirmed': {
      const time = clockTime(state.at, zone)
      const who =
        state.by === ''
          ? t('by you at {time}', { time })
          : t('by {who} at {time}', { who: state.by, time })
      return state.note === '' ? who : `${who}: ${state.note}`
    }
    case 'notApplicable': {
      const { why, at, by } = state
      if (at === undefined) return why
      return by
        ? t('{why} (said by {who} at {time})', { why, who: by, time: clockTime(at, zone) })
        : t('{why} (said by you at {time})', { why, time: clockTime(at, zone) })
    }
    case 'problem':
    case 'blind':
    case 'waiting':
      return state.what
    case 'todo':
    case 'info':
      return ''
  }
}
