import { Download } from 'lucide-react'
import type { Pack } from '../../lib/protocol/types.ts'
import { t, tn, tParts } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import type { Loss } from './rulesLoss.ts'
import { recordsGone } from './useAskLoss.tsx'

/** Asks before rules from a file take the place of something; what would go can be saved as a file first. */
export function RulesCandidate({
  pack,
  loss,
  gone,
  onUse,
  onExport,
  onCancel,
}: {
  pack: Pack
  loss: Loss
  /** How many records would be too old at once. */
  gone: number
  onUse: () => void
  onExport: (own: Pack) => void
  onCancel: () => void
}) {
  const { own, days } = loss
  return (
    <div className="candidate stack" role="alert">
      <p>
        {tParts('{rules} can be used.', {
          rules: (
            <span className="strong" key="rules">
              {tParts('{name}, version {version}', {
                name: <bdi key="name">{pack.schoolName}</bdi>,
                version: pack.version,
              })}
            </span>
          ),
        })}
      </p>
      {own !== undefined && <Replaces own={own} />}
      {days !== undefined && (
        <p className="ink-check">
          {tn(
            'Records are then kept for {n} day instead of {days}: older ones are deleted.|Records are then kept for {n} days instead of {days}: older ones are deleted.',
            pack.retentionDays,
            { days },
          )}{' '}
          {gone > 0 && <span className="strong">{recordsGone(gone)}</span>}
        </p>
      )}
      <div className="row">
        <Button look="primary" onClick={onUse}>
          {own === undefined ? t('Use these rules') : t('Replace and use these rules')}
        </Button>
        {own !== undefined && (
          <Button icon={<Download aria-hidden size={16} />} onClick={() => onExport(own)}>
            {t('Save the present ones as a file')}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          {t('Keep everything as it is')}
        </Button>
      </div>
    </div>
  )
}

/** Names what goes: there is room for one set of the school's own rules. */
export function Replaces({ own }: { own: Pack }) {
  return (
    <p className="ink-check">
      {tParts(
        'They take the place of your school’s own rules on this computer: “{name}”, version {version}.',
        { name: <bdi key="name">{own.schoolName}</bdi>, version: own.version },
      )}
    </p>
  )
}
