import { ChevronRight, Clock4, DoorClosed, RotateCcw, ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import type { KnockRow, PanelView } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Name } from '../ui/Name.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'
import { clockTime } from '../ui/time.ts'
import { ThisIs } from './ThisIs.tsx'
import { useAsked } from './useAsked.ts'

/** Who waits to come in, each with a judgement. Nobody is let in by the tool. */
export function WaitingRoom({
  knocks,
  unseen,
  can,
  registerId,
  ask,
}: {
  knocks: readonly KnockRow[]
  unseen: number
  can: PanelView['can']
  registerId?: string | undefined
  ask: Ask
}) {
  if (knocks.length === 0 && unseen === 0) return null
  return (
    <KeepFocus aria-label="Waiting room" className="card">
      <h2 className="card-title">
        <DoorClosed aria-hidden size={17} /> Waiting room
        <span className="count chip tone-quiet number">{knocks.length + unseen}</span>
      </h2>
      <ul className="knocks">
        {knocks.map((knock) => (
          <Knocker ask={ask} can={can} key={knock.key} knock={knock} registerId={registerId} />
        ))}
      </ul>
      {unseen > 0 && <Unseen ask={ask} can={can} count={unseen} />}
    </KeepFocus>
  )
}

/** Meet shows names only in its people list, which folds away by itself. */
function Unseen({ count, can, ask }: { count: number; can: PanelView['can']; ask: Ask }) {
  const asked = useAsked(ask)
  return (
    <div className="stack-tight">
      <p className="small soft">
        {count === 1 ? 'Somebody waits' : `${count} people wait`} whose name can’t be seen until the
        meeting’s people list is open.
      </p>
      {can.openPeople !== 'none' && (
        <Button
          disabled={asked.busy}
          onClick={() => asked.perform({ kind: 'openPeople' }, 'Open.')}
          small
        >
          Show who waits
        </Button>
      )}
      <p className={asked.said === '' ? 'visually-hidden' : 'small'} role="status">
        {asked.said}
      </p>
    </div>
  )
}

function Knocker({
  knock,
  can,
  registerId,
  ask,
}: {
  knock: KnockRow
  can: PanelView['can']
  registerId: string | undefined
  ask: Ask
}) {
  const asked = useAsked(ask)
  const [who, setWho] = useState(false)
  const left = knock.leftWaitingAt !== undefined
  const [sure, setSure] = useState(false)
  // Letting in a child without consent takes a second click, and never the easy one.
  const careful = knock.noConsent
  const easy = knock.tone === 'ok' && !careful && !knock.late
  const admit = () => {
    if (careful && !sure) return setSure(true)
    setSure(false)
    asked.perform({ kind: 'admit', key: knock.key, name: knock.name }, 'Admitted.')
  }
  return (
    <li className={left ? 'knock knock-left' : 'knock'}>
      <div className="knock-who">
        <ToneIcon spoken tone={knock.tone} />
        <div>
          <Name className="strong clip-2">{knock.name}</Name>
          <p className="small soft">
            {knock.judgement}
            {knock.leftWaitingAt !== undefined &&
              ` · left waiting at ${clockTime(knock.leftWaitingAt)}`}
          </p>
        </div>
      </div>
      {(knock.late || knock.wasHere || knock.noConsent) && (
        <div className="chips">
          {knock.wasHere && (
            <Chip tone="ok">
              <RotateCcw aria-hidden size={13} /> Was here, dropped out
            </Chip>
          )}
          {knock.late && (
            <Chip tone="check">
              <Clock4 aria-hidden size={13} /> Late
            </Chip>
          )}
          {knock.noConsent && (
            <Chip tone="alarm">
              <ShieldAlert aria-hidden size={13} /> No consent to video
            </Chip>
          )}
        </div>
      )}
      <div className="answers answers-small">
        {can.admit !== 'none' && (
          <Button
            disabled={asked.busy}
            look={easy || knock.wasHere ? 'primary' : 'plain'}
            onClick={admit}
            small
          >
            {sure
              ? 'Yes, admit without consent'
              : can.admit === 'guide'
                ? 'Show me Admit'
                : 'Admit'}
          </Button>
        )}
        {sure && (
          <Button onClick={() => setSure(false)} small>
            No
          </Button>
        )}
        {!left && !sure && (
          <Button
            disabled={asked.busy}
            onClick={() =>
              asked.run(async () => {
                await ask('leaveWaiting', { key: knock.key, name: knock.name })
                return 'Noted: left waiting.'
              })
            }
            small
          >
            Leave waiting
          </Button>
        )}
        {can.deny !== 'none' && !sure && (
          <Button
            disabled={asked.busy}
            look="dangerQuiet"
            onClick={() =>
              asked.perform({ kind: 'deny', key: knock.key, name: knock.name }, 'Denied.')
            }
            small
          >
            {can.deny === 'guide' ? 'Show me Deny' : 'Deny'}
          </Button>
        )}
      </div>
      {(knock.tone !== 'ok' || knock.said !== undefined) && (
        <div className="row">
          <Button
            aria-expanded={who}
            icon={<ChevronRight aria-hidden className={who ? 'turned' : ''} size={15} />}
            look="quiet"
            onClick={() => setWho(!who)}
            small
          >
            Who is this?
          </Button>
        </div>
      )}
      {who && (
        <div className="stack-tight">
          {knock.explained !== undefined && (
            <p className="small">
              {knock.explained.summary} <span className="strong">{knock.explained.next}</span>
            </p>
          )}
          <ThisIs
            ask={ask}
            asked={asked}
            id={knock.key}
            of={{ candidates: [], ...knock }}
            registerId={registerId}
            shown={knock.name}
          />
        </div>
      )}
      <p className={asked.said === '' && !asked.busy ? 'visually-hidden' : 'small'} role="status">
        {asked.busy ? 'Asking the meeting…' : asked.said}
      </p>
    </li>
  )
}
