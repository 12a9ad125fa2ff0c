import { ChevronRight, UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { QueueView } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Name, shownName } from '../ui/Name.tsx'
import { counted } from '../ui/time.ts'
import { useAsked } from './useAsked.ts'

const MISSING = {
  name: 'name not checked',
  camera: 'camera not on',
  adult: 'no adult seen',
} as const

/** Came in before, and something is still to see: closed until she opens it, and never asked about. */
export function Unfinished({ people, ask }: { people: QueueView['unfinished']; ask: Ask }) {
  const [open, setOpen] = useState(false)
  const asked = useAsked(ask)
  if (people.length === 0) return null
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          aria-expanded={open}
          icon={<ChevronRight aria-hidden className={open ? 'turned' : ''} size={15} />}
          look="quiet"
          onClick={() => setOpen(!open)}
          small
        >
          {counted(people.length, 'person', 'people')} in, something still to see
        </Button>
      </div>
      {open && (
        <ul className="unfinished">
          {people.map(({ id, name, missing }) => (
            <li className="row" key={id}>
              <span className="grow">
                <Name className="clip-2">{name}</Name>{' '}
                <span className="small soft">
                  {missing.map((step) => MISSING[step]).join(', ')}
                </span>
              </span>
              {missing.includes('adult') && (
                <Button
                  aria-label={`Adult seen with ${shownName(name)}`}
                  disabled={asked.busy}
                  icon={<UserRoundCheck aria-hidden size={15} />}
                  onClick={() =>
                    asked.run(async () => {
                      await ask('adultSeen', { participantId: id, seen: true })
                      return `Noted: adult seen with ${shownName(name)}.`
                    })
                  }
                  small
                >
                  Adult seen
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={asked.said === '' ? 'visually-hidden' : 'small'} role="status">
        {asked.said}
      </p>
    </div>
  )
}
