import { NotebookPen } from 'lucide-react'
import { useId, useState } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import { CERTAIN } from '../../lib/register/types.ts'
import type { PanelView, PersonRow } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { shownName } from '../ui/Name.tsx'
import { Said } from '../ui/Said.tsx'
import { Tick } from '../ui/Tick.tsx'
import { clockTime } from '../ui/time.ts'
import { useZone } from '../ui/zone.tsx'
import { PersonDeeds } from './PersonDeeds.tsx'
import { ThisIs } from './ThisIs.tsx'
import { useAsked, type Asked } from './useAsked.ts'

/** What can be done about one person, and why the name was judged as it was. */
export function PersonActions({
  row,
  can,
  platform,
  registerId,
  ask,
}: {
  row: PersonRow
  can: PanelView['can']
  platform: Platform
  registerId: string | undefined
  ask: Ask
}) {
  const asked = useAsked(ask)
  const { participantId: id } = row
  const inCall = row.where === 'inCall' && id !== undefined
  const here = inCall ? id : row.knockKey
  const shown = row.shownAs ?? row.name
  const isPupil = row.kind === 'pupil' || row.kind === 'guardian' || row.kind === 'expected'
  return (
    <div className="person-more">
      <Why row={row} />
      {inCall && isPupil && (
        <Tick
          checked={row.adultSeen}
          onChange={(seen) => {
            asked.run(async () => {
              await ask('adultSeen', { participantId: id, seen })
              return ''
            })
          }}
        >
          {t('An adult was seen in the room')}
        </Tick>
      )}
      {here !== undefined && row.kind !== 'self' && (
        <ThisIs
          ask={ask}
          asked={asked}
          id={here}
          of={{ ...row, certainId: certainId(row) }}
          registerId={registerId}
          shown={shown}
        />
      )}
      {inCall && row.camera === 'off' && row.kind !== 'self' && (
        <div className="row small">
          <span className="grow">
            {t('“{name}, could you turn your camera on for us, please?”', {
              name: shownName(row.name),
            })}
          </span>
          <CopyButton text={t('Could you turn your camera on for us, please?')} />
        </div>
      )}
      <NoteField about={here ?? row.key.replace(/^(?:pupil|staff):/, '')} ask={ask} asked={asked} />
      {inCall && row.kind !== 'self' && (
        <PersonDeeds asked={asked} can={can} id={id} platform={platform} row={row} />
      )}
      <Said>{asked.busy ? t('Working on it…') : asked.said}</Said>
    </div>
  )
}

/** Why the name was judged so, what to do next, and how it changed. */
function Why({ row }: { row: PersonRow }) {
  const zone = useZone()
  const { explained, changes = [] } = row
  if (explained === undefined && changes.length === 0) return null
  return (
    <div className="stack-tight small">
      {explained !== undefined && (
        <>
          <p>{explained.summary}</p>
          {explained.reasons.length > 0 && <p className="soft">{explained.reasons.join(' · ')}</p>}
          {explained.next !== '' && <p className="strong">{explained.next}</p>}
        </>
      )}
      {changes.map((change) => (
        <p key={change.at}>
          {clockTime(change.at, zone)}: <bdi>“{shownName(change.from)}”</bdi> →{' '}
          <bdi>“{shownName(change.to)}”</bdi>
        </p>
      ))}
    </div>
  )
}

/** Whom the row surely is; what is only offered leaves every answer open. */
function certainId({ match }: PersonRow): string | undefined {
  return match !== undefined && match.confidence >= CERTAIN && match.kind !== 'duplicate'
    ? match.personId
    : undefined
}

function NoteField({ about, ask, asked }: { about: string; ask: Ask; asked: Asked }) {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <form
      autoComplete="off"
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        const note = text.trim()
        if (note === '') return
        asked.run(async () => {
          await ask('addNote', { about, text: note })
          setText('')
          return t('Note kept.')
        })
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t('Note about this person')}
      </label>
      <input
        className="input grow"
        id={id}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('Add a note')}
        value={text}
      />
      <Button
        disabled={text.trim() === ''}
        icon={<NotebookPen aria-hidden size={15} />}
        type="submit"
      >
        {t('Keep')}
      </Button>
    </form>
  )
}
