import { useEffect, useRef, useState } from 'react'
import type { KnockRow, PanelView, QueueView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { shownName } from '../ui/Name.tsx'
import { Said } from '../ui/Said.tsx'
import { KnockActions, KnockWho } from './KnockLine.tsx'
import { useAsked } from './useAsked.ts'

/** A click meant for the last name must not let in the next one: for so long a new name takes no click. */
const DEAF_MS = 400

/**
 * Who is offered, with the name on the button. One at a time: while somebody is being let in the button says so and takes no
 * click. It is one and the same button all along, so that the keyboard stays on it from child to child.
 */
export function NextUp({
  next,
  admitting,
  othersWait,
  can,
  registerId,
  ask,
}: {
  next: KnockRow | undefined
  admitting: QueueView['admitting']
  othersWait: boolean
  can: PanelView['can']
  registerId: string | undefined
  ask: Ask
}) {
  const asked = useAsked(ask)
  const settled = useSettled(next?.key)
  const lastClick = useRef(Number.NEGATIVE_INFINITY)
  const busy = asked.busy || admitting !== undefined
  const said = asked.said
  const admit = (at: number, clicks: number) => {
    if (next === undefined || busy || !settled || clicks > 1) return
    if (at - lastClick.current < DEAF_MS) return
    lastClick.current = at
    asked.perform(
      { kind: 'admit', key: next.key, name: next.name },
      t('{name} is in.', { name: shownName(next.name) }),
    )
  }
  const name = shownName(admitting?.name ?? next?.name ?? '')
  const sure = next?.tone === 'ok'
  if (next === undefined && !busy)
    return (
      <>
        {othersWait && <p className="small soft">{t('Nobody to let in without a closer look.')}</p>}
        <Said>{said}</Said>
      </>
    )
  return (
    <div className="knock next-up">
      {next !== undefined && <KnockWho knock={next} />}
      {can.admit !== 'none' && (
        <Button
          aria-disabled={busy || !settled}
          className="next-admit"
          look={sure || busy ? 'primary' : 'plain'}
          onClick={(event) => admit(event.timeStamp, event.detail)}
        >
          <span className="clip-2">
            {busy
              ? t('Letting in {name}…', { name })
              : can.admit === 'guide'
                ? t('Show me how to admit {name}', { name })
                : t('Admit {name}', { name })}
          </span>
        </Button>
      )}
      <Said>{said}</Said>
      {next !== undefined && (
        <KnockActions
          ask={ask}
          busy={busy}
          can={can}
          key={next.key}
          knock={next}
          registerId={registerId}
          withoutAdmit
        />
      )}
    </div>
  )
}

/** Whether this key has been on screen long enough to be meant. The first one is, at once. */
function useSettled(key: string | undefined): boolean {
  const [seen, setSeen] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(key), DEAF_MS)
    return () => clearTimeout(timer)
  }, [key])
  return seen === key
}
