import { DoorOpen, LockKeyhole, PhoneOff } from 'lucide-react'
import type { PracticeCall, Present } from '../../lib/practice/call.ts'
import type { Backdrop } from '../../lib/practice/people.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'
import { counted } from '../ui/time.ts'
import { Drawing } from './Drawing.tsx'

const BEHIND: Readonly<Record<Backdrop, string>> = {
  plain: 'a plain wall',
  shelves: 'book shelves',
  kitchen: 'a kitchen',
  bedroom: 'a bed',
}

/** The pretended meeting, drawn. Its two buttons are the only ones of the call itself; all else is done in the panel. */
export function Call({
  call,
  people,
  onJoin,
  onEnd,
}: {
  call: PracticeCall
  people: PanelView['people']
  onJoin: () => void
  onEnd: () => void
}) {
  return (
    <KeepFocus aria-label="The pretended call" className="call">
      {call.phase === 'inCall' ? (
        <ul className="tiles">
          <Tile look={4} name="You" words="You, in front of a plain wall" />
          {call.people.map((one, i) => (
            <PersonTile
              key={one.id}
              look={i}
              person={one}
              row={people.find((row) => row.participantId === one.id)}
            />
          ))}
        </ul>
      ) : (
        <p className="call-empty">
          {call.phase === 'greenRoom' ? 'Nobody is in the call yet.' : 'The call has ended.'}
        </p>
      )}
      <div className="call-bar">
        {call.phase === 'greenRoom' && (
          <Button icon={<DoorOpen aria-hidden size={16} />} look="primary" onClick={onJoin}>
            Join the call
          </Button>
        )}
        {call.phase === 'inCall' && (
          <>
            <p className="small grow">
              {call.knocks.length > 0 &&
                `${counted(call.knocks.length, 'person waits', 'people wait')} outside. `}
              {call.locked && (
                <>
                  <LockKeyhole aria-hidden size={14} /> Nobody else can join.
                </>
              )}
            </p>
            <Button icon={<PhoneOff aria-hidden size={16} />} onClick={onEnd}>
              End the call
            </Button>
          </>
        )}
      </div>
    </KeepFocus>
  )
}

function PersonTile({
  person,
  row,
  look,
}: {
  person: Present
  row: PanelView['people'][number] | undefined
  look: number
}) {
  const isOff = person.camera === 'off'
  // The chip that says why she should look; "On the register" needs no words.
  const chip = row?.chips.find((one) => one.tone === row.tone)
  return (
    <Tile
      adult={person.adult === true}
      backdrop={person.backdrop}
      isOff={isOff}
      look={look}
      name={person.name}
      words={
        isOff
          ? `${person.name}, camera off`
          : `${person.name}, in front of ${BEHIND[person.backdrop]}${person.adult === true ? ', with a parent' : ''}`
      }
    >
      {row !== undefined && (
        <span className="tile-badge">
          {chip === undefined || row.tone === 'ok' ? (
            <ToneIcon tone={row.tone} />
          ) : (
            <Chip tone={chip.tone}>{chip.text}</Chip>
          )}
        </span>
      )}
    </Tile>
  )
}

function Tile({
  name,
  words,
  look,
  backdrop = 'plain',
  isOff = false,
  adult = false,
  children,
}: {
  name: string
  /** The picture in words. */
  words: string
  look: number
  backdrop?: Backdrop
  isOff?: boolean
  adult?: boolean
  children?: React.ReactNode
}) {
  return (
    <li className="tile">
      <span className="visually-hidden">Drawing: {words}</span>
      {isOff ? (
        <span aria-hidden className="tile-off">
          <span className="initial">{name.slice(0, 1)}</span>
        </span>
      ) : (
        <Drawing adult={adult} backdrop={backdrop} look={look} />
      )}
      <span aria-hidden className="tile-name">
        {name}
      </span>
      {children}
    </li>
  )
}
