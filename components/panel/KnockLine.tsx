import { ChevronDown, Clock4, RotateCcw, ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import type { HoldReason } from '../../lib/session/events.ts'
import type { KnockRow, PanelView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Name } from '../ui/Name.tsx'
import { Said } from '../ui/Said.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { ThisIs } from './ThisIs.tsx'
import { useAsked } from './useAsked.ts'

interface Parts {
  readonly knock: KnockRow
  readonly can: PanelView['can']
  readonly registerId: string | undefined
  readonly ask: Ask
}

/** Somebody else who waits: one line, which opens to what can be done. */
export function KnockLine({
  open,
  onToggle,
  busy,
  ...parts
}: Parts & { open: boolean; onToggle: () => void; busy: boolean }) {
  const { knock } = parts
  return (
    <li className={knock.turn === 'off' ? 'knock knock-left' : 'knock'}>
      <button aria-expanded={open} className="knock-line" onClick={onToggle} type="button">
        <KnockWho knock={knock} />
        <ChevronDown aria-hidden className="turn" size={15} />
      </button>
      {open && <KnockActions busy={busy} {...parts} />}
    </li>
  )
}

/** Who it is and what is known of them. */
export function KnockWho({ knock }: { knock: KnockRow }) {
  const zone = useZone()
  return (
    <span className="knock-who">
      <ToneIcon spoken tone={knock.tone} />
      <span className="knock-text">
        <Name className="strong clip-2">{knock.name}</Name>
        <span className="small soft">
          {knock.judgement}
          {knock.leftWaitingAt !== undefined &&
            ` · ${t('left waiting at {time}', { time: clockTime(knock.leftWaitingAt, zone) })}`}
        </span>
        {knock.note !== undefined && <span className="small">{knock.note}</span>}
        <KnockChips knock={knock} />
      </span>
    </span>
  )
}

function KnockChips({ knock }: { knock: KnockRow }) {
  if (!knock.late && !knock.wasHere && !knock.noConsent) return null
  return (
    <span className="chips">
      {knock.wasHere && (
        <Chip tone="ok">
          <RotateCcw aria-hidden size={13} />{' '}
          {knock.wasHeld === true ? t('Was here') : t('Was here, dropped out')}
        </Chip>
      )}
      {knock.late && (
        <Chip tone="check">
          <Clock4 aria-hidden size={13} /> {t('Late')}
        </Chip>
      )}
      {knock.noConsent && (
        <Chip tone="alarm">
          <ShieldAlert aria-hidden size={13} /> {t('No consent to video')}
        </Chip>
      )}
    </span>
  )
}

const REASONS: readonly (readonly [HoldReason, Message])[] = [
  ['nameUnclear', 'Name not clear'],
  ['noAdult', 'No adult there'],
  ['cameraOff', 'Camera off'],
]

/** What can be done about somebody who waits; the next one has its own button to be let in. */
export function KnockActions({
  knock,
  can,
  registerId,
  ask,
  busy: elsewhere,
  withoutAdmit = false,
}: Parts & { busy: boolean; withoutAdmit?: boolean }) {
  const asked = useAsked(ask)
  const [more, setMore] = useState(!withoutAdmit && knock.tone !== 'ok')
  const [sure, setSure] = useState(false)
  const left = knock.leftWaitingAt !== undefined
  // Letting in a child without consent takes a second click, and never the easy one.
  const careful = knock.noConsent
  const admit = () => {
    if (careful && !sure) return setSure(true)
    setSure(false)
    asked.perform({ kind: 'admit', key: knock.key, name: knock.name }, t('Admitted.'))
  }
  const leave = (why?: HoldReason) =>
    asked.run(async () => {
      const because = why === undefined ? {} : { why }
      await ask('leaveWaiting', { key: knock.key, name: knock.name, ...because })
      return why === undefined ? t('Noted: left waiting.') : t('Noted: left waiting, and why.')
    })
  return (
    <div className="stack-tight knock-actions">
      <div className="answers answers-small">
        {!withoutAdmit && can.admit !== 'none' && (
          <Button
            disabled={asked.busy || elsewhere}
            look={knock.turn === 'inTurn' && knock.tone === 'ok' ? 'primary' : 'plain'}
            onClick={admit}
            small
          >
            {sure
              ? t('Yes, admit without consent')
              : can.admit === 'guide'
                ? t('Show me Admit')
                : t('Admit')}
          </Button>
        )}
        {sure && (
          <Button onClick={() => setSure(false)} small>
            {t('No')}
          </Button>
        )}
        {!left && !sure && (
          <Button disabled={asked.busy} onClick={() => leave()} small>
            {t('Leave waiting')}
          </Button>
        )}
        {can.deny !== 'none' && !sure && (
          <Button
            disabled={asked.busy}
            look="dangerQuiet"
            onClick={() =>
              asked.perform({ kind: 'deny', key: knock.key, name: knock.name }, t('Denied.'))
            }
            small
          >
            {can.deny === 'guide' ? t('Show me Deny') : t('Deny')}
          </Button>
        )}
        <Disclosure onToggle={() => setMore(!more)} open={more}>
          {t('Who is this?')}
        </Disclosure>
      </div>
      {more && (
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
          {!left && (
            <>
              <p className="label">{t('Leave waiting, because …')}</p>
              <div className="answers answers-small">
                {REASONS.map(([why, word]) => (
                  <Button disabled={asked.busy} key={why} onClick={() => leave(why)} small>
                    {tOf(word)}
                  </Button>
                ))}
              </div>
            </>
          )}
        </div>
      )}
      <Said>{asked.busy ? t('Asking the meeting…') : asked.said}</Said>
    </div>
  )
}
