import { BookPlus } from 'lucide-react'
import { useState } from 'react'
import { isSameClock, momentNear } from '../../lib/protocol/time.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { Said } from '../ui/Said.tsx'
import { TextField } from '../ui/TextField.tsx'
import { timeField } from '../ui/time.ts'
import { zoneWords } from '../ui/zone.tsx'
import { useAsked } from './useAsked.ts'

/** Which class, which school's rules, planned for when. */
export function ChooseClass({
  view,
  ask,
  onOptions,
  onWelcome,
  onChosen,
  why,
}: {
  view: PanelView
  ask: Ask
  onOptions: () => void
  /** Why it is asked now. */
  why?: string
  onWelcome?: (() => void) | undefined
  onChosen?: () => void
}) {
  const asked = useAsked(ask)
  const { session, registers, packs } = view
  const [registerId, setRegisterId] = useState(session?.registerId ?? '')
  const [packId, setPackId] = useState(view.packId)
  const [proposed] = useState(() => startToPropose(view))
  const [typed, setTyped] = useState<string>()
  // A time belongs to the school whose rules are chosen here, also before they are in force.
  const zone = packs.find((pack) => pack.id === packId)?.timeZone ?? view.timeZone
  const start = typed ?? timeField(proposed, zone)
  if (registers.length === 0) return <NoClassYet onOptions={onOptions} onWelcome={onWelcome} />
  const byName = registers.toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
  )
  const classes = byName.filter((one) => one.isSet !== true)
  const sets = byName.filter((one) => one.isSet === true)
  // A class that was deleted meanwhile falls back to the first one rather than to nothing.
  const first = classes[0]?.id ?? sets[0]?.id ?? ''
  const chosen = registers.some((r) => r.id === registerId) ? registerId : first
  return (
    <form
      autoComplete="off"
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        // A lesson that is over may have been yesterday; and so may be when this was opened, for one that is still to come.
        const near = view.phase === 'after' ? proposed : Math.max(proposed, view.now)
        const plannedStartAt = momentNear(start, near, zone)
        asked.run(async () => {
          await ask('chooseClass', {
            registerId: chosen,
            packId,
            ...(plannedStartAt === undefined ? {} : { plannedStartAt }),
          })
          onChosen?.()
          return t('Ready.')
        })
      }}
    >
      <h2 className="card-title">
        {view.phase === 'after' ? t('Which lesson was this?') : t('Which lesson is this?')}
      </h2>
      {why !== undefined && <p className="small soft">{why}</p>}
      <ChoiceField label={t('Class')} onChange={setRegisterId} value={chosen}>
        {sets.length === 0 ? (
          <Options registers={classes} />
        ) : (
          <>
            {classes.length > 0 && (
              <optgroup label={t('Classes')}>
                <Options registers={classes} />
              </optgroup>
            )}
            <optgroup label={t('Sets across classes')}>
              <Options registers={sets} />
            </optgroup>
          </>
        )}
      </ChoiceField>
      <div className="field-pair">
        {packs.length > 1 && (
          <ChoiceField
            className="field-wide"
            label={t('Policy')}
            onChange={setPackId}
            value={packId}
          >
            {packs.map((pack) => (
              <option key={pack.id} value={pack.id}>
                {pack.schoolName}
              </option>
            ))}
          </ChoiceField>
        )}
        <TextField label={t('Planned start')} onChange={setTyped} type="time" value={start} />
      </div>
      {!isSameClock(zone, view.timeZone, view.now) && (
        <p className="small soft">{t('The start is in {zone} time.', { zone: zoneWords(zone) })}</p>
      )}
      <div className="answers">
        <Button disabled={asked.busy} look="primary" type="submit">
          {t('Use this class')}
        </Button>
        <Button look="quiet" onClick={onOptions}>
          {t('My classes')}
        </Button>
      </div>
      <Said>{asked.said}</Said>
    </form>
  )
}

function Options({ registers }: { registers: PanelView['registers'] }) {
  return registers.map((register) => (
    <option key={register.id} value={register.id}>
      {register.name} ({tn('{n} pupil|{n} pupils', register.pupils)})
    </option>
  ))
}

/** An empty panel teaches: what a class is for, how to get one, and where the whole thing can be tried first. */
function NoClassYet({
  onOptions,
  onWelcome,
}: {
  onOptions: () => void
  onWelcome?: (() => void) | undefined
}) {
  return (
    <div className="card empty-card">
      <BookPlus aria-hidden className="ink-quiet" size={28} strokeWidth={1.75} />
      <h2 className="card-title">{t('Start with your class')}</h2>
      <p className="soft">
        {t(
          'With a register the panel can tell you who is on it, who is missing and who nobody knows. Type the names in, or bring a CSV file from your school’s system. It stays on this computer.',
        )}
      </p>
      <Button look="primary" onClick={onOptions}>
        {t('Add a class')}
      </Button>
      {onWelcome !== undefined && (
        <Button look="quiet" onClick={onWelcome}>
          {t('First steps and a practice lesson')}
        </Button>
      )}
    </div>
  )
}

/** As planned, unless that is too long ago to be the start of this lesson. */
export function startToPropose(view: PanelView): number {
  const { session } = view
  // Of a lesson that is over: when it was planned for, or the full five minutes after its call began, so that nobody is late by a guess.
  if (view.phase === 'after' && session !== undefined)
    return session.plannedStartAt ?? nextFiveMinutes(session.startedAt)
  const planned = session?.startIsOld === true ? undefined : session?.plannedStartAt
  return planned ?? startBefore(view) ?? nextFiveMinutes(view.now)
}

/** Another class for a lesson that runs: it is no later lesson for that. */
function startBefore({ phase, session }: PanelView): number | undefined {
  return phase === 'during' && session?.registerId !== undefined ? session.startedAt : undefined
}

/** The next full five minutes: lessons start at 10:00 or 10:05, never at 10:03. */
function nextFiveMinutes(now: number): number {
  return Math.ceil(now / 300_000) * 300_000
}
