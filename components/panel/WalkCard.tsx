import { Circle, CircleCheck, CircleHelp, MicOff, UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { HoldReason } from '../../lib/session/events.ts'
import type { PanelView, PersonRow, WalkView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Name } from '../ui/Name.tsx'
import { Said } from '../ui/Said.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { ThisIs } from './ThisIs.tsx'
import { useAsked } from './useAsked.ts'
import type { Asked } from './useAsked.ts'
import { outcomeSentence } from './words.ts'

/**
 * The one who came in last: what is seen by itself, what only the teacher can say. It stands in nobody's way: the next one can be
 * let in at any time, and then it folds into the list of those to come back to.
 */
export function WalkCard({
  walk,
  row,
  holdNote,
  can,
  registerId,
  ask,
}: {
  walk: WalkView
  /** Their line in the class, for the answers to a name that is not known. */
  row: PersonRow | undefined
  holdNote: string
  can: PanelView['can']
  registerId: string | undefined
  ask: Ask
}) {
  const asked = useAsked(ask)
  const zone = useZone()
  const [open, setOpen] = useState<'who' | 'hold'>()
  const is = (step: string) => walk.steps.find((one) => one.step === step)?.is
  const adultOpen = is('adult') === 'open'
  const toggle = (what: 'who' | 'hold') => setOpen(open === what ? undefined : what)
  const hold = (why: HoldReason) =>
    asked.run(async () => {
      const outcome = await ask('hold', { participantId: walk.id, why })
      setOpen(undefined)
      return outcomeSentence(outcome, t('Taken out for now; the reason is noted.'))
    })
  return (
    <div aria-label={t('Just let in')} className="walk" role="group">
      <p>
        <Name className="strong clip-2">{walk.name}</Name>{' '}
        <span className="small soft">
          {t('came in at {time}', { time: clockTime(walk.at, zone) })}
        </span>
      </p>
      <ul className="walk-steps">
        {walk.steps.map((step) => (
          <li className="walk-step" key={step.step}>
            <StepIcon is={step.is} />
            <span className={step.is === 'open' ? '' : 'soft'}>{step.text}</span>
          </li>
        ))}
      </ul>
      <div className="answers answers-small">
        {walk.mute?.first === true && <Mute asked={asked} mute={walk.mute} walk={walk} />}
        {adultOpen && (
          <Button
            disabled={asked.busy}
            icon={<UserRoundCheck aria-hidden size={15} />}
            look={walk.mute?.first === true ? 'plain' : 'primary'}
            onClick={() =>
              asked.run(async () => {
                await ask('adultSeen', { participantId: walk.id, seen: true })
                return t('Noted: adult seen.')
              })
            }
            small
          >
            {t('Adult seen')}
          </Button>
        )}
        {walk.mute?.first === false && <Mute asked={asked} mute={walk.mute} walk={walk} />}
        {is('name') === 'open' && row !== undefined && (
          <Disclosure onToggle={() => toggle('who')} open={open === 'who'}>
            {t('Who is this?')}
          </Disclosure>
        )}
        <Button
          disabled={asked.busy}
          onClick={() =>
            asked.run(async () => {
              await ask('goOn', { participantId: walk.id })
              return ''
            })
          }
          small
        >
          {walk.complete ? t('Close') : t('Go on')}
        </Button>
        {can.remove !== 'none' && !walk.complete && (
          <Disclosure onToggle={() => toggle('hold')} open={open === 'hold'}>
            {t('Hold')}
          </Disclosure>
        )}
      </div>
      {open === 'who' && row !== undefined && (
        <ThisIs
          ask={ask}
          asked={asked}
          id={walk.id}
          of={row}
          registerId={registerId}
          shown={row.shownAs ?? row.name}
        />
      )}
      {open === 'hold' && <Hold busy={asked.busy} note={holdNote} onHold={hold} />}
      <Said>{asked.busy ? t('Working on it…') : asked.said}</Said>
    </div>
  )
}

const ICON = { done: CircleCheck, open: Circle, cannotSee: CircleHelp, excused: CircleCheck }
const INK = { done: 'ink-ok', open: 'ink-quiet', cannotSee: 'ink-check', excused: 'ink-quiet' }

function StepIcon({ is }: { is: WalkView['steps'][number]['is'] }) {
  const Icon = ICON[is]
  return <Icon aria-hidden className={INK[is]} size={16} />
}

/** EG-26: nothing is muted without this click. */
function Mute({
  walk,
  mute,
  asked,
}: {
  walk: WalkView
  mute: NonNullable<WalkView['mute']>
  asked: Asked
}) {
  return (
    <Button
      disabled={asked.busy}
      icon={<MicOff aria-hidden size={15} />}
      look={mute.first ? 'primary' : 'plain'}
      onClick={() => asked.perform({ kind: 'mute', id: walk.id, name: walk.name }, t('Muted.'))}
      small
    >
      {mute.can === 'guide'
        ? t('Show me Mute')
        : mute.seen
          ? t('Mute')
          : t('Mute (can’t see the mic)')}
    </Button>
  )
}

const REASONS: readonly (readonly [HoldReason, Message])[] = [
  ['noAdult', 'No adult seen'],
  ['cameraOff', 'Camera off'],
  ['nameUnclear', 'Name not clear'],
  ['other', 'Another reason'],
]

/** What holding means is said before the click that does it. */
function Hold({
  note,
  busy,
  onHold,
}: {
  note: string
  busy: boolean
  onHold: (why: HoldReason) => void
}) {
  return (
    <div className="stack-tight">
      <p className="small">{note}</p>
      <p className="label">{t('Take out for now, because …')}</p>
      <div className="answers answers-small">
        {REASONS.map(([why, word]) => (
          <Button disabled={busy} key={why} look="dangerQuiet" onClick={() => onHold(why)} small>
            {tOf(word)}
          </Button>
        ))}
      </div>
    </div>
  )
}
