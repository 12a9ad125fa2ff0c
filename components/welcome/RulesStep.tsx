import { useId, useState } from 'react'
import type { School } from '../../lib/desk/school.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { Button } from '../ui/Button.tsx'

/** Whose rules a lesson is held by. Where the school has set them there is nothing to choose, and that is said. */
export function RulesStep({
  school,
  onNext,
}: {
  school: School
  /** `undefined`: nothing was to choose. */
  onNext: (packId: string | undefined) => Promise<void>
}) {
  const name = useId()
  const [packId, setPackId] = useState(school.settings.packId)
  const [said, setSaid] = useState('')
  const isSet = school.setBySchool.includes('packId')
  const send = () => {
    onNext(isSet ? undefined : packId).catch(() =>
      setSaid('The rules could not be kept. Please try again.'),
    )
  }
  return (
    <form
      autoComplete="off"
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {isSet ? (
        <p>
          Set by your school: <span className="strong">{school.packs[0]?.schoolName}</span>. There
          is nothing to choose here.
        </p>
      ) : (
        <fieldset className="choices">
          <legend>Which policy are your lessons held by? You can change it at any time.</legend>
          {school.packs.map((pack) => (
            <label className="choice" key={pack.id}>
              <input
                checked={pack.id === packId}
                name={name}
                onChange={() => setPackId(pack.id)}
                type="radio"
                value={pack.id}
              />
              <span>
                <span className="strong">{pack.schoolName}</span>
                <br />
                <span className="small soft">{packWords(pack)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div>
        <Button look="primary" type="submit">
          {isSet ? 'Go on' : 'Use these rules'}
        </Button>
      </div>
      <p className={said === '' ? 'visually-hidden' : 'small ink-alarm'} role="status">
        {said}
      </p>
    </form>
  )
}

const CAMERA: Readonly<Record<Pack['cameraRule'], string>> = {
  onToEnter: 'cameras on to come in',
  on: 'cameras on',
  staffChoice: 'cameras as staff decide',
  off: 'cameras off',
}

/** What sets one policy apart from another, in one line. */
export function packWords(pack: Pack): string {
  const lock = pack.locks === false ? 'no lock' : `locks after ${pack.lockAfterMinutes} minutes`
  const room = pack.roomFirst === 'cameraOff' ? 'camera off first' : 'ask to move first'
  return `${pack.clauses.length} checks · ${CAMERA[pack.cameraRule]} · ${lock} · in a bedroom: ${room}`
}
