import { FileUp, Trash2, UsersRound } from 'lucide-react'
import { SAMPLE_CLASS_ID, sampleClass } from '../../lib/practice/people.ts'
import type { Register } from '../../lib/register/index.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'

/** A class of her own, from a file or by hand; or a made-up one to look at, which goes with one click. */
export function RegisterStep({
  registers,
  now,
  onClasses,
  onSample,
  onDelete,
  onNext,
}: {
  registers: readonly Register[]
  now: () => number
  onClasses: () => void
  onSample: (register: Register) => void
  onDelete: (registerId: string) => void
  onNext: () => void
}) {
  const hasSample = registers.some((one) => one.id === SAMPLE_CLASS_ID)
  return (
    <KeepFocus aria-label={t('Classes for the panel')} className="stack">
      <p>
        {t(
          'With a class the panel can say who is on the register, who is missing and who nobody knows. A file from SIMS, Arbor, Bromcom, ScholarPack, Google Classroom or Teams works as it is; so does a list of names. It stays on this computer.',
        )}
      </p>
      {registers.length > 0 && (
        <ul aria-label={t('Classes on this computer')} className="welcome-classes">
          {registers.map((one) => (
            <li className="row" key={one.id}>
              <UsersRound aria-hidden className="ink-quiet" size={18} />
              <span className="grow">
                <bdi className="strong">{one.name}</bdi>{' '}
                <span className="small soft">{tn('{n} pupil|{n} pupils', one.pupils.length)}</span>
              </span>
              {one.id === SAMPLE_CLASS_ID && (
                <Button
                  icon={<Trash2 aria-hidden size={15} />}
                  onClick={() => onDelete(one.id)}
                  small
                >
                  {t('Delete the sample class')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          icon={<FileUp aria-hidden size={16} />}
          look={registers.length === 0 ? 'primary' : 'plain'}
          onClick={onClasses}
        >
          {t('Import a file or type names')}
        </Button>
        {!hasSample && (
          <Button onClick={() => onSample(sampleClass(now()))}>{t('Try a sample class')}</Button>
        )}
        <Button look={registers.length === 0 ? 'quiet' : 'primary'} onClick={onNext}>
          {registers.length === 0 ? t('Go on without a class') : t('Go on')}
        </Button>
      </div>
    </KeepFocus>
  )
}
