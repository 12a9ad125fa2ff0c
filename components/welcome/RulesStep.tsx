import { useId, useState } from 'react'
import type { School } from '../../lib/desk/school.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Said } from '../ui/Said.tsx'

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
      setSaid(t('The rules could not be kept. Please try again.')),
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
          {tParts('Set by your school: {name}. There is nothing to choose here.', {
            name: (
              <span className="strong" key="name">
                {school.packs[0]?.schoolName}
              </span>
            ),
          })}
        </p>
      ) : (
        <fieldset className="choices">
          <legend>
            {t('Which policy are your lessons held by? You can change it at any time.')}
          </legend>
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
          {isSet ? t('Go on') : t('Use these rules')}
        </Button>
      </div>
      <Said className="small ink-alarm">{said}</Said>
    </form>
  )
}

const CAMERA: Readonly<Record<Pack['cameraRule'], Message>> = {
  onToEnter: 'cameras on to come in',
  on: 'cameras on',
  staffChoice: 'cameras as staff decide',
  off: 'cameras off',
}

/** What sets one policy apart from another, in one line. */
export function packWords(pack: Pack): string {
  return [
    tn('{n} check|{n} checks', pack.clauses.length),
    tOf(CAMERA[pack.cameraRule]),
    pack.locks === false
      ? t('no lock')
      : tn('locks after {n} minute|locks after {n} minutes', pack.lockAfterMinutes),
    pack.roomFirst === 'cameraOff'
      ? t('in a bedroom: camera off first')
      : t('in a bedroom: ask to move first'),
  ].join(' · ')
}
