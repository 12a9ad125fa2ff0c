import { NotebookPen, UserRoundMinus, VideoOff } from 'lucide-react'
import { useId, useState } from 'react'
import type { MatchReason } from '../../lib/register/index.ts'
import type { PanelView, PersonRow } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { shownName } from '../ui/Name.tsx'
import { ConfirmButton } from '../ui/Sheet.tsx'
import { ThisIs } from './ThisIs.tsx'
import { useAsked, type Asked } from './useAsked.ts'

/** What can be done about one person, and why the name was judged as it was. */
export function PersonActions({
  row,
  can,
  registerId,
  ask,
}: {
  row: PersonRow
  can: PanelView['can']
  registerId: string | undefined
  ask: Ask
}) {
  const asked = useAsked(ask)
  const { participantId: id } = row
  const inCall = row.where === 'inCall' && id !== undefined
  const shown = row.shownAs ?? row.name
  const isPupil = row.kind === 'pupil' || row.kind === 'guardian' || row.kind === 'expected'
  return (
    <div className="person-more">
      {row.match && row.match.reasons.length > 0 && (
        <p className="small soft">
          {row.match.reasons.map((reason) => REASON[reason]).join(' · ')}
        </p>
      )}
      {inCall && isPupil && (
        <label className="tick-label">
          <input
            checked={row.adultSeen}
            className="check"
            onChange={(event) => {
              const seen = event.target.checked
              asked.run(async () => {
                await ask('adultSeen', { participantId: id, seen })
                return ''
              })
            }}
            type="checkbox"
          />
          <span>An adult was seen in the room</span>
        </label>
      )}
      {inCall && row.kind !== 'self' && (
        <ThisIs ask={ask} asked={asked} registerId={registerId} row={row} shown={shown} />
      )}
      {inCall && row.camera === 'off' && row.kind !== 'self' && (
        <div className="row small">
          <span className="grow">
            “{shownName(row.name)}, could you turn your camera on for us, please?”
          </span>
          <CopyButton text="Could you turn your camera on for us, please?" />
        </div>
      )}
      <NoteField about={id ?? row.key} ask={ask} asked={asked} />
      {inCall && row.kind !== 'self' && (
        <div className="answers answers-small">
          {row.camera === 'on' && can.cameraOff !== 'none' && (
            <Button
              icon={<VideoOff aria-hidden size={15} />}
              onClick={() =>
                asked.perform({ kind: 'cameraOff', id, name: row.name }, 'Camera is off.')
              }
              small
            >
              Camera off
            </Button>
          )}
          {can.remove !== 'none' && (
            <ConfirmButton
              body={<p>They leave the call at once. It goes into the record of the lesson.</p>}
              confirm={can.remove === 'act' ? 'Remove' : 'Show me Remove'}
              icon={<UserRoundMinus aria-hidden size={15} />}
              label="Remove"
              onConfirm={() => asked.perform({ kind: 'remove', id, name: row.name }, 'Removed.')}
              small
              title={`Remove ${shownName(row.name)} from the call?`}
            />
          )}
        </div>
      )}
      <p className={asked.said === '' && !asked.busy ? 'visually-hidden' : 'small'} role="status">
        {asked.busy ? 'Working on it…' : asked.said}
      </p>
    </div>
  )
}

function NoteField({ about, ask, asked }: { about: string; ask: Ask; asked: Asked }) {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        const note = text.trim()
        if (note === '') return
        asked.run(async () => {
          await ask('addNote', { about, text: note })
          setText('')
          return 'Note kept.'
        })
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        Note about this person
      </label>
      <input
        className="input grow"
        id={id}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        placeholder="Add a note"
        value={text}
      />
      <Button
        disabled={text.trim() === ''}
        icon={<NotebookPen aria-hidden size={15} />}
        type="submit"
      >
        Keep
      </Button>
    </form>
  )
}

const REASON: Readonly<Record<MatchReason, string>> = {
  exact: 'The name is exactly as on the register',
  preferredName: 'The name the child goes by',
  alias: 'You confirmed this name before',
  lastFirst: 'Last name first',
  guardianName: 'The name of a parent or carer',
  guardianOfPupil: 'Says whose parent it is',
  familyName: 'The family’s name',
  firstNameOnly: 'First name only',
  initials: 'Initials fit',
  nickname: 'A usual short form',
  closeSpelling: 'Spelt nearly the same',
  teacherChoice: 'You chose this',
  twoFit: 'More than one person fits',
  severalPeople: 'More than one child behind one device',
  deviceName: 'Looks like the name of a device',
  tooShort: 'Too short to be a name',
  onlySymbols: 'Only symbols',
  lookAlikeLetters: 'Uses look-alike letters',
  sameNameTwice: 'The same name is shown twice',
  knownBot: 'A known note-taking service',
  noFit: 'Nobody on the register fits',
}
