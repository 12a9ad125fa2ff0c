import { Lock, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { School, SetBySchool } from '../../lib/desk/school.ts'
import { findPack } from '../../lib/protocol/packs/index.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { roomCheckRuledOut, RULED_OUT } from '../../lib/views/roomCheck.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { LANGUAGE_CHOICES, type Language } from '../../lib/words/language.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SaidBeside } from '../ui/Said.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Tick } from '../ui/Tick.tsx'
import type { Kept } from './daysLoss.ts'
import { useAskLoss } from './useAskLoss.tsx'

export type { SchoolSettings }

type Contact = SchoolSettings['dsl'][number]
const NO_CONTACT: Contact = { name: '', role: '', phone: '' }
/** Each in itself: whoever can’t read the page finds their own. */
const OWN_NAME: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

/** The school's rules and people, set once. */
export function SettingsForm({
  settings,
  school,
  kept,
  now,
  onSave,
  onLanguage,
}: {
  /** As stored here. */
  settings: SchoolSettings
  /** What the school has set over them, which can't be changed here. */
  school: School
  /** What fewer days would delete. */
  kept: Kept
  now: () => number
  onSave: (settings: SchoolSettings) => Promise<void>
  /** The language was changed and saved. */
  onLanguage: () => void
}) {
  const { packs, setBySchool, unusable } = school
  const isSet = (what: SetBySchool) => setBySchool.includes(what)
  const [changes, setChanges] = useState<Partial<SchoolSettings>>({})
  // What was saved elsewhere meanwhile (the rules) holds; only what was typed here stands over it.
  const draft = { ...school.settings, ...changes }
  // By the rules as they are chosen in this form: a tick that they undo must not look as if it did something.
  const ruledOut = roomCheckRuledOut({
    pack: findPack(packs, draft.packId).pack,
    setBySchool,
  })
  const [days, setDays] = useState(String(school.settings.retentionDays))
  const [noteDays, setNoteDays] = useState(String(school.settings.concernDays))
  const [said, setSaid] = useState('')
  const loss = useAskLoss(kept, now)
  const retention = Number(days)
  const daysFine = Number.isInteger(retention) && retention >= 1 && retention <= 3650
  const concernDays = Number(noteDays)
  const noteDaysFine = Number.isInteger(concernDays) && concernDays >= 1 && concernDays <= 365
  const change = (more: Partial<SchoolSettings>) => {
    setSaid('')
    setChanges({ ...changes, ...more })
  }
  const save = async () => {
    if (!daysFine) return setSaid(t('Not saved: the days must be a whole number from 1 to 3650.'))
    if (!noteDaysFine)
      return setSaid(t('Not saved: the days for concerns must be a whole number from 1 to 365.'))
    // A contact without a number is no help in an emergency; empty rows are simply dropped.
    const dsl = draft.dsl.filter((one) => `${one.name}${one.role}${one.phone}`.trim() !== '')
    if (dsl.some((one) => one.phone.trim() === ''))
      return setSaid(t('Not saved: a contact has no phone number.'))
    if (!(await loss.mayBe({ retentionDays: retention, concernDays }, school.settings)))
      return setSaid(t('Nothing was saved.'))
    try {
      await onSave({
        ...settings,
        ...changes,
        // What the school has set is never stored as if it had been typed here.
        ...(isSet('dsl') ? {} : { dsl }),
        ...(isSet('retentionDays') ? {} : { retentionDays: retention }),
        ...(isSet('concernDays') ? {} : { concernDays }),
      })
      setChanges({})
      setSaid(t('Saved.'))
      if (draft.language !== settings.language) onLanguage()
    } catch {
      setSaid(t('Saving did not work. Nothing you typed is lost; please try again.'))
    }
  }
  return (
    <form
      autoComplete="off"
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Card title={t('School')}>
        <div className="field-pair">
          <TextField
            disabled={isSet('schoolName')}
            label={t('Name of the school')}
            maxLength={200}
            onChange={(text) => change({ schoolName: text })}
            value={draft.schoolName}
          />
          <ChoiceField
            disabled={isSet('packId')}
            label={t('Video-lesson policy')}
            onChange={(text) => change({ packId: text })}
            value={draft.packId}
          >
            {packs.every((pack) => pack.id !== draft.packId) && (
              <option value={draft.packId}>{draft.packId}</option>
            )}
            {packs.map((pack) => (
              <option key={pack.id} value={pack.id}>
                {pack.schoolName}
              </option>
            ))}
          </ChoiceField>
        </div>
        <ChoiceField
          className="retention"
          hint={t('Pages change when they are opened again.')}
          label={t('Language / Iaith')}
          onChange={(text) => {
            const language = LANGUAGE_CHOICES.find((one) => one === text)
            if (language !== undefined) change({ language })
          }}
          value={draft.language}
        >
          {LANGUAGE_CHOICES.map((one) => (
            <option key={one} value={one}>
              {one === 'browser' ? t('As the browser prefers') : OWN_NAME[one]}
            </option>
          ))}
        </ChoiceField>
        {setBySchool.length > 0 && (
          <Notice icon={<Lock aria-hidden size={16} />} tone="quiet">
            {t('Set by your school: {what}.', {
              what: setBySchool.map((one) => tOf(SET_WORDS[one])).join(', '),
            })}
          </Notice>
        )}
        {unusable.length > 0 && (
          <Notice tone="check">
            {t(
              'Your school has set what this version can’t use, so it does not hold: {what}. Your technician finds the reason in the extension’s log.',
              { what: unusable.join(', ') },
            )}
          </Notice>
        )}
      </Card>
      <KeepFocus aria-label={t('Safeguarding leads')} className="card">
        <h3 className="card-title">{t('Safeguarding leads')}</h3>
        <p className="soft small">
          {t(
            'Shown with their number when you use the emergency control. The first is rung first.',
          )}
        </p>
        {draft.dsl.map((contact, i) => (
          <ContactRow
            disabled={isSet('dsl')}
            contact={contact}
            // Rows have no id and are only added at the end.
            key={i}
            onChange={(next) =>
              change({ dsl: draft.dsl.map((one, at) => (at === i ? next : one)) })
            }
            onRemove={() => change({ dsl: draft.dsl.filter((_, at) => at !== i) })}
            name={t('Contact {n}', { n: i + 1 })}
            removal={t('Remove contact {n}', { n: i + 1 })}
          />
        ))}
        {draft.dsl.length < 10 && !isSet('dsl') && (
          <div>
            <Button
              icon={<Plus aria-hidden size={16} />}
              onClick={() => change({ dsl: [...draft.dsl, NO_CONTACT] })}
            >
              {t('Add a contact')}
            </Button>
          </div>
        )}
      </KeepFocus>
      <Card title={t('Concerns about staff')}>
        <p className="soft small">
          {t(
            'Whom parents tell when they are worried about how a member of staff behaved; named in the text for families (CW-15).',
          )}
        </p>
        <ContactRow
          contact={draft.headteacher}
          disabled={isSet('headteacher')}
          name={t('Headteacher')}
          onChange={(headteacher) => change({ headteacher })}
        />
      </Card>
      <Card title={t('Background check')}>
        <Tick
          checked={ruledOut === undefined && draft.roomCheck}
          disabled={ruledOut !== undefined}
          onChange={(on) => change({ roomCheck: on })}
        >
          {t('Look for bedrooms and bathrooms behind people')}
          <br />
          <span className="small soft">
            {t(
              'Pictures are looked at on this computer and forgotten at once. Nothing is stored, nobody is recognised, and you decide what to do.',
            )}
          </span>
          {ruledOut !== undefined && (
            <>
              <br />
              <span className="small">{tOf(RULED_OUT[ruledOut])}</span>
            </>
          )}
        </Tick>
      </Card>
      <Card title={t('How long records are kept')}>
        <TextField
          className="retention"
          disabled={isSet('retentionDays')}
          hint={t('Use your school’s retention schedule. From 1 to 3650 days.')}
          inputMode="numeric"
          invalid={!daysFine}
          label={t('Days until a record is deleted')}
          onChange={(text) => {
            setSaid('')
            setDays(text)
          }}
          value={days}
        />
        <TextField
          className="retention"
          disabled={isSet('concernDays')}
          hint={t(
            'Concerns belong in your school’s own system; here they are kept apart from lessons, and only for a while. From 1 to 365 days.',
          )}
          inputMode="numeric"
          invalid={!noteDaysFine}
          label={t('Days until a concern is deleted here')}
          onChange={(text) => {
            setSaid('')
            setNoteDays(text)
          }}
          value={noteDays}
        />
      </Card>
      <div className="save-bar">
        <Button look="primary" type="submit">
          {t('Save settings')}
        </Button>
        <SaidBeside>{said}</SaidBeside>
      </div>
      {loss.dialog}
    </form>
  )
}

const SET_WORDS = {
  schoolName: 'the name',
  packId: 'the policy',
  dsl: 'the safeguarding leads',
  headteacher: 'the headteacher',
  retentionDays: 'how long records are kept',
  concernDays: 'how long concerns are kept here',
  roomCheck: 'no room check',
  selectorPackFiles: 'no selector packs from files',
  backup: 'no backups',
} as const satisfies Readonly<Record<SetBySchool, Message>>

function ContactRow({
  contact,
  name,
  disabled = false,
  onChange,
  onRemove,
  removal = '',
}: {
  contact: Contact
  name: string
  disabled?: boolean
  onChange: (contact: Contact) => void
  onRemove?: () => void
  /** The words of the control that removes it. */
  removal?: string
}) {
  const id = useId()
  const fields = [
    ['name', t('Name'), 200],
    ['role', t('Role'), 100],
    ['phone', t('Phone'), 50],
  ] as const
  return (
    <fieldset className="guardian" disabled={disabled}>
      <legend className="visually-hidden">{name}</legend>
      {fields.map(([key, label, longest]) => (
        <span className="guardian-field" key={key}>
          <label className="small soft" htmlFor={`${id}-${key}`}>
            {label}
          </label>
          <input
            className="input"
            id={`${id}-${key}`}
            maxLength={longest}
            onChange={(event) => onChange({ ...contact, [key]: event.target.value })}
            value={contact[key]}
          />
        </span>
      ))}
      {onRemove !== undefined && !disabled && (
        <IconButton icon={<Trash2 aria-hidden size={16} />} label={removal} onClick={onRemove} />
      )}
    </fieldset>
  )
}
