import { ChevronDown, Plus, Trash2 } from 'lucide-react'
import { memo, useId, useState } from 'react'
import type { Pupil } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { ConsentCell, TextCell } from './Cell.tsx'
import { Guardians } from './Guardians.tsx'

/** More rows than this are shown page by page: thirty are a class, five thousand are a mistake to be looked at calmly. */
const PAGE = 100

interface PupilTableProps {
  pupils: readonly Pupil[]
  invalid: ReadonlySet<string>
  onChange: (pupil: Pupil) => void
  onRemove: (id: string) => void
  onAdd: () => void
}

/** The pupils of a class, every field open to typing. */
export function PupilTable({ pupils, invalid, onChange, onRemove, onAdd }: PupilTableProps) {
  const [shown, setShown] = useState(PAGE)
  return (
    <KeepFocus aria-label={t('Pupils')} className="stack">
      {pupils.length === 0 ? (
        <p className="soft">
          {t('No pupils yet. Type the first one in, or bring a file from your school’s system.')}
        </p>
      ) : (
        <>
          <p className="small soft">
            {t('Video and recording: has a parent or carer agreed to it?')}
          </p>
          <div aria-label={t('Pupils, table')} className="table-scroll" role="region" tabIndex={0}>
            <table className="edit-table">
              <thead>
                <tr>
                  <th scope="col">{t('First name')}</th>
                  <th scope="col">{t('Last name')}</th>
                  <th scope="col">{t('Known as')}</th>
                  <th scope="col">{t('Video')}</th>
                  <th scope="col">{t('Recording##consent')}</th>
                  <th scope="col">{t('Parents and carers')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('Remove')}</span>
                  </th>
                </tr>
              </thead>
              {pupils.slice(0, shown).map((pupil) => (
                <PupilRow
                  invalid={invalid.has(pupil.id)}
                  key={pupil.id}
                  onChange={onChange}
                  onRemove={onRemove}
                  pupil={pupil}
                />
              ))}
            </table>
          </div>
        </>
      )}
      <div className="row">
        <Button
          icon={<Plus aria-hidden size={16} />}
          onClick={() => {
            setShown(Math.max(shown, pupils.length + 1))
            onAdd()
          }}
        >
          {t('Add a pupil')}
        </Button>
        {pupils.length > shown && (
          <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
            {t('Show {n} more of {all}', {
              n: Math.min(PAGE, pupils.length - shown),
              all: pupils.length,
            })}
          </Button>
        )}
      </div>
    </KeepFocus>
  )
}

const PupilRow = memo(function PupilRow({
  pupil,
  invalid,
  onChange,
  onRemove,
}: {
  pupil: Pupil
  invalid: boolean
  onChange: (pupil: Pupil) => void
  onRemove: (id: string) => void
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const who = `${pupil.firstName} ${pupil.lastName}`.replace(/\s+/gu, ' ').trim() || t('new pupil')
  return (
    <tbody>
      <tr>
        <td>
          <TextCell
            invalid={invalid}
            label={t('First name, {who}', { who })}
            onChange={(firstName) => onChange({ ...pupil, firstName })}
            value={pupil.firstName}
          />
        </td>
        <td>
          <TextCell
            invalid={invalid}
            label={t('Last name, {who}', { who })}
            onChange={(lastName) => onChange({ ...pupil, lastName })}
            value={pupil.lastName}
          />
        </td>
        <td>
          <TextCell
            label={t('Known as, {who}', { who })}
            onChange={(preferredName) => onChange({ ...pupil, preferredName })}
            value={pupil.preferredName}
          />
        </td>
        <td>
          <ConsentCell
            label={t('Consent to video, {who}', { who })}
            onChange={(consentVideo) => onChange({ ...pupil, consentVideo })}
            value={pupil.consentVideo}
          />
        </td>
        <td>
          <ConsentCell
            label={t('Consent to recording, {who}', { who })}
            onChange={(consentRecording) => onChange({ ...pupil, consentRecording })}
            value={pupil.consentRecording}
          />
        </td>
        <td>
          <Button
            aria-controls={id}
            aria-expanded={open}
            aria-label={t('Parents and carers of {who}: {names}', {
              who,
              names: guardianWords(pupil),
            })}
            className="guardian-button"
            look="quiet"
            onClick={() => setOpen(!open)}
            small
          >
            <span className="clip-1">{guardianWords(pupil)}</span>
            <ChevronDown aria-hidden className="turn" size={14} />
          </Button>
        </td>
        <td>
          <IconButton
            icon={<Trash2 aria-hidden size={16} />}
            label={t('Remove {who}', { who })}
            onClick={() => onRemove(pupil.id)}
          />
        </td>
      </tr>
      <tr hidden={!open} id={id}>
        <td colSpan={7}>
          {open && (
            <div className="sub-row">
              <Guardians
                guardians={pupil.guardians}
                onChange={(guardians) => onChange({ ...pupil, guardians })}
                who={who}
              />
              {pupil.aliases.length > 0 && (
                <p className="row small">
                  <span className="soft">{t('Also shown as')}</span> {pupil.aliases.join(', ')}
                  <Button look="quiet" onClick={() => onChange({ ...pupil, aliases: [] })} small>
                    {t('Forget these names')}
                  </Button>
                </p>
              )}
            </div>
          )}
        </td>
      </tr>
    </tbody>
  )
})

function guardianWords(pupil: Pupil): string {
  const [first] = pupil.guardians
  if (!first) return t('Add')
  const name = `${first.title} ${first.firstName} ${first.lastName}`.replace(/\s+/g, ' ').trim()
  const more = pupil.guardians.length - 1
  return `${name === '' ? t('No name') : name}${more > 0 ? ` + ${more}` : ''}`
}
