import { useState } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Said } from '../ui/Said.tsx'
import { buttonWords, FOR_ALL, reasons } from './deeds.ts'
import { useAsked } from './useAsked.ts'

const KINDS = Object.keys(FOR_ALL) as readonly (keyof typeof FOR_ALL)[]

/** What can be done for everybody at once, out of the way until it is wanted. */
export function ClassActions({
  can,
  platform,
  ask,
}: {
  can: PanelView['can']
  platform: Platform
  ask: Ask
}) {
  const asked = useAsked(ask)
  const [open, setOpen] = useState(false)
  const offered = KINDS.flatMap((kind) => {
    const words = buttonWords(FOR_ALL[kind], can[kind])
    return words === undefined ? [] : [{ kind, words }]
  })
  if (offered.length === 0) return null
  return (
    <div className="class-actions stack-tight">
      <div className="row">
        <Disclosure onToggle={() => setOpen(!open)} open={open}>
          {t('For the whole class')}
        </Disclosure>
      </div>
      {open && (
        <>
          <div className="answers answers-small">
            {offered.map(({ kind, words }) => (
              <Button
                disabled={asked.busy}
                key={kind}
                onClick={() => asked.perform({ kind }, tOf(FOR_ALL[kind].done))}
                small
              >
                {words}
              </Button>
            ))}
          </div>
          {reasons(platform, KINDS, can).map((why) => (
            <p className="small soft" key={why}>
              {why}
            </p>
          ))}
        </>
      )}
      <Said>{asked.busy ? t('Working on it…') : asked.said}</Said>
    </div>
  )
}
