import { DoorClosed } from 'lucide-react'
import { useState } from 'react'
import type { KnockRow, PanelView, PersonRow, QueueView } from '../../lib/views/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Said } from '../ui/Said.tsx'
import { KnockLine } from './KnockLine.tsx'
import { NextUp } from './NextUp.tsx'
import { Unfinished } from './Unfinished.tsx'
import { useAsked } from './useAsked.ts'
import { WalkCard } from './WalkCard.tsx'

/** So many stand open at once; the others are one click away. A class that knocks together must not push the lesson off screen. */
const FIRST = 5

/**
 * Coming in, one at a time: who is next, what is still to see of the one who came in last, and who else waits. Nobody is let in
 * by the tool.
 */
export function WaitingRoom({
  knocks,
  unseen,
  queue,
  people = [],
  can,
  registerId,
  ask,
}: {
  knocks: readonly KnockRow[]
  unseen: number
  queue?: QueueView | undefined
  people?: readonly PersonRow[]
  can: PanelView['can']
  registerId?: string | undefined
  ask: Ask
}) {
  const walk = queue?.walk
  const unfinished = queue?.unfinished ?? []
  if (knocks.length === 0 && unseen === 0 && walk === undefined && unfinished.length === 0)
    return null
  const next = knocks.find((one) => one.key === queue?.nextKey)
  return (
    <KeepFocus aria-label={t('Waiting room')} className="card">
      <h2 className="card-title">
        <DoorClosed aria-hidden size={17} /> {t('Waiting room')}
        <span className="count chip tone-quiet number">{knocks.length + unseen}</span>
      </h2>
      <NextUp
        admitting={queue?.admitting}
        ask={ask}
        can={can}
        next={next}
        othersWait={knocks.length > 0}
        registerId={registerId}
      />
      {walk !== undefined && (
        <WalkCard
          ask={ask}
          can={can}
          holdNote={queue?.holdNote ?? ''}
          key={`${walk.id} ${walk.at}`}
          registerId={registerId}
          row={people.find((one) => one.participantId === walk.id)}
          walk={walk}
        />
      )}
      <Unfinished ask={ask} people={unfinished} />
      <Others
        ask={ask}
        busy={queue?.admitting !== undefined}
        can={can}
        knocks={knocks.filter((one) => one !== next)}
        registerId={registerId}
      />
      {unseen > 0 && <Unseen ask={ask} can={can} count={unseen} />}
    </KeepFocus>
  )
}

function Others({
  knocks,
  busy,
  can,
  registerId,
  ask,
}: {
  knocks: readonly KnockRow[]
  busy: boolean
  can: PanelView['can']
  registerId: string | undefined
  ask: Ask
}) {
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<string>()
  if (knocks.length === 0) return null
  const hidden = all ? 0 : Math.max(0, knocks.length - FIRST)
  return (
    <>
      <ul className={knocks.length > 60 ? 'knocks knocks-long' : 'knocks'}>
        {knocks.slice(0, knocks.length - hidden).map((knock) => (
          <KnockLine
            ask={ask}
            busy={busy}
            can={can}
            key={knock.key}
            knock={knock}
            onToggle={() => setOpen(open === knock.key ? undefined : knock.key)}
            open={open === knock.key}
            registerId={registerId}
          />
        ))}
      </ul>
      {knocks.length > FIRST && (
        <Button aria-expanded={all} look="quiet" onClick={() => setAll(!all)} small>
          {all ? t('Show fewer') : t('Show {n} more', { n: hidden })}
        </Button>
      )}
    </>
  )
}

/** Meet shows names only in its people list, which folds away by itself. */
function Unseen({ count, can, ask }: { count: number; can: PanelView['can']; ask: Ask }) {
  const asked = useAsked(ask)
  return (
    <div className="stack-tight">
      <p className="small soft">
        {tn(
          'Somebody waits whose name can’t be seen until the meeting’s people list is open.|{n} people wait whose name can’t be seen until the meeting’s people list is open.',
          count,
        )}
      </p>
      {can.openPeople !== 'none' && (
        <Button
          disabled={asked.busy}
          onClick={() => asked.perform({ kind: 'openPeople' }, t('Open.'))}
          small
        >
          {t('Show who waits')}
        </Button>
      )}
      <Said>{asked.said}</Said>
    </div>
  )
}
