import { DoorOpen, LockKeyhole, PhoneOff } from 'lucide-react'
import type { PracticeCall, Present } from '../../lib/practice/call.ts'
import type { Backdrop } from '../../lib/practice/people.ts'
import type { PanelView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Chip, ToneIcon } from '../ui/Tone.tsx'
import { Drawing } from './Drawing.tsx'

const ALONE: Readonly<Record<Backdrop, Message>> = {
  plain: '{name}, in front of a plain wall',
  shelves: '{name}, in front of book shelves',
  kitchen: '{name}, in front of a kitchen',
  bedroom: '{name}, in front of a bed',
}
const WITH_ADULT: Readonly<Record<Backdrop, Message>> = {
  plain: '{name}, in front of a plain wall, with a parent',
  shelves: '{name}, in front of book shelves, with a parent',
  kitchen: '{name}, in front of a kitchen, with a parent',
  bedroom: '{name}, in front of a bed, with a parent',
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
    <KeepFocus aria-label={t('The pretended call')} className="call">
      {call.phase === 'inCall' ? (
        <ul className="tiles">
          <Tile look={4} name={t('You')} words={t('You, in front of a plain wall')} />
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
          {call.phase === 'greenRoom' ? t('Nobody is in the call yet.') : t('The call has ended.')}
        </p>
      )}
      <div className="call-bar">
        {call.phase === 'greenRoom' && (
          <Button icon={<DoorOpen aria-hidden size={16} />} look="primary" onClick={onJoin}>
            {t('Join the call')}
          </Button>
        )}
        {call.phase === 'inCall' && (
          <>
            <p className="small grow">
              {call.knocks.length > 0 &&
                `${tn('{n} person waits outside.|{n} people wait outside.', call.knocks.length)} `}
              {call.locked && (
                <>
                  <LockKeyhole aria-hidden size={14} /> {t('Nobody else can join.')}
                </>
              )}
            </p>
            <Button icon={<PhoneOff aria-hidden size={16} />} onClick={onEnd}>
              {t('End the call')}
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
          ? t('{name}, camera off', { name: person.name })
          : tOf((person.adult === true ? WITH_ADULT : ALONE)[person.backdrop], {
              name: person.name,
            })
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
      <span className="visually-hidden">{t('Drawing: {what}', { what: words })}</span>
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
