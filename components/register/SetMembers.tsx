import { useMemo, useState } from 'react'
import type { Pupil, Register, SetMember } from '../../lib/register/index.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Tick } from '../ui/Tick.tsx'

const key = ({ registerId, pupilId }: SetMember) => `${registerId}/${pupilId}`

/** Who of which class is in a set: every class with its pupils to tick. Nothing is copied. */
export function SetMembers({
  members,
  registers,
  onChange,
}: {
  members: readonly SetMember[]
  registers: readonly Register[]
  onChange: (members: readonly SetMember[]) => void
}) {
  const [wanted, setWanted] = useState('')
  const chosen = useMemo(() => new Set(members.map(key)), [members])
  const classes = registers
    .filter((one) => one.members === undefined)
    // A class that is put away is shown only where it lends somebody.
    .filter(
      (one) =>
        one.archivedAt === undefined || members.some((member) => member.registerId === one.id),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
  const there = new Set(
    classes.flatMap((one) =>
      one.pupils.map((pupil) => key({ registerId: one.id, pupilId: pupil.id })),
    ),
  )
  const gone = members.filter((member) => !there.has(key(member)))
  const change = (those: readonly SetMember[], isIn: boolean) => {
    const keys = new Set(those.map(key))
    const others = members.filter((member) => !keys.has(key(member)))
    onChange(isIn ? [...others, ...those] : others)
  }
  if (classes.length === 0) {
    return (
      <p className="soft">
        {t(
          'A set is made of pupils of your classes. Add a class first, then tick who is in the set.',
        )}
      </p>
    )
  }
  return (
    <div className="stack">
      <p className="small soft">
        {t(
          'Tick who is in the set. Nothing is copied: consents, parents and names are those of the class.',
        )}
      </p>
      <TextField
        className="class-name"
        label={t('Find a pupil')}
        onChange={setWanted}
        type="search"
        value={wanted}
      />
      {classes.map((register) => (
        <ClassPart
          chosen={chosen}
          key={register.id}
          onChange={change}
          register={register}
          wanted={wanted.trim().toLowerCase()}
        />
      ))}
      {gone.length > 0 && (
        <Notice
          action={
            <Button onClick={() => change(gone, false)} small>
              {t('Take out of the set')}
            </Button>
          }
          tone="check"
        >
          {tn(
            '{n} pupil of this set is in no class any more.|{n} pupils of this set are in no class any more.',
            gone.length,
          )}
        </Notice>
      )}
    </div>
  )
}

/** The words of the control that ticks a whole class, or nobody of it. */
function allWords(isAll: boolean, name: string): string {
  if (name === '') return isAll ? t('Nobody of this class') : t('Everybody of this class')
  return isAll ? t('Nobody of {name}', { name }) : t('Everybody of {name}', { name })
}

function ClassPart({
  register,
  chosen,
  wanted,
  onChange,
}: {
  register: Register
  chosen: ReadonlySet<string>
  wanted: string
  onChange: (those: readonly SetMember[], isIn: boolean) => void
}) {
  const memberOf = (pupil: Pupil) => ({ registerId: register.id, pupilId: pupil.id })
  const inSet = register.pupils.filter((pupil) => chosen.has(key(memberOf(pupil))))
  const listed = register.pupils.filter((pupil) =>
    `${pupil.firstName} ${pupil.lastName} ${pupil.preferredName}`.toLowerCase().includes(wanted),
  )
  const [open, setOpen] = useState(inSet.length > 0)
  if (wanted !== '' && listed.length === 0) return null
  const everybody = register.pupils.map(memberOf)
  const isAll = inSet.length === register.pupils.length
  return (
    <details
      className="set-class"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      open={open || wanted !== ''}
    >
      <summary>
        <span className="strong">{register.name || t('Class without a name')}</span>{' '}
        <span className="small soft number">
          {t('{n} of {all} in the set', { n: inSet.length, all: register.pupils.length })}
        </span>
      </summary>
      {(open || wanted !== '') && (
        <div className="stack-tight">
          {wanted === '' && everybody.length > 0 && (
            <div>
              <Button look="quiet" onClick={() => onChange(everybody, !isAll)} small>
                {allWords(isAll, register.name)}
              </Button>
            </div>
          )}
          <ul className="set-pupils">
            {listed.map((pupil) => (
              <li key={pupil.id}>
                <Tick
                  checked={chosen.has(key(memberOf(pupil)))}
                  onChange={(on) => onChange([memberOf(pupil)], on)}
                >
                  <Name>{`${pupil.firstName} ${pupil.lastName}`}</Name>
                </Tick>
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}
