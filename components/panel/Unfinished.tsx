import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { WalkStep } from '../../lib/session/events.ts'
import type { QueueView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Name, shownName } from '../ui/Name.tsx'
import { Said } from '../ui/Said.tsx'
import { useAsked } from './useAsked.ts'

const MISSING = {
  name: 'name not checked',
  camera: 'camera not on',
  adult: 'no adult seen',
} as const satisfies Readonly<Record<WalkStep, Message>>

/** Came in before, and something is still to see: closed until she opens it, and never asked about. */
export function Unfinished({ people, ask }: { people: QueueView['unfinished']; ask: Ask }) {
  const [open, setOpen] = useState(false)
  const asked = useAsked(ask)
  if (people.length === 0) return null
  return (
    <div className="stack-tight">
      <div className="row">
        <Disclosure onToggle={() => setOpen(!open)} open={open}>
          {tn(
            '{n} person in, something still to see|{n} people in, something still to see',
            people.length,
          )}
        </Disclosure>
      </div>
      {open && (
        <ul className="unfinished">
          {people.map(({ id, name, missing }) => (
            <li className="row" key={id}>
              <span className="grow">
                <Name className="clip-2">{name}</Name>{' '}
                <span className="small soft">
                  {missing.map((step) => tOf(MISSING[step])).join(', ')}
                </span>
              </span>
              {missing.includes('adult') && (
                <Button
                  aria-label={t('Adult seen with {name}', { name: shownName(name) })}
                  disabled={asked.busy}
                  icon={<UserRoundCheck aria-hidden size={15} />}
                  onClick={() =>
                    asked.run(async () => {
                      await ask('adultSeen', { participantId: id, seen: true })
                      return t('Noted: adult seen with {name}.', { name: shownName(name) })
                    })
                  }
                  small
                >
                  {t('Adult seen')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Said>{asked.said}</Said>
    </div>
  )
}
