import { Download } from 'lucide-react'
import type { Pack } from '../../lib/protocol/types.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../ui/time.ts'
import type { Loss } from './rulesLoss.ts'

/** Asks before rules from a file take the place of something; what would go can be saved as a file first. */
export function RulesCandidate({
  pack,
  loss,
  onUse,
  onExport,
  onCancel,
}: {
  pack: Pack
  loss: Loss
  onUse: () => void
  onExport: (own: Pack) => void
  onCancel: () => void
}) {
  const { own, days } = loss
  return (
    <div className="candidate stack" role="alert">
      <p>
        <span className="strong">
          <bdi>{pack.schoolName}</bdi>, version {pack.version}
        </span>{' '}
        can be used.
      </p>
      {own !== undefined && <Replaces own={own} />}
      {days !== undefined && (
        <p className="ink-check">
          Records are then kept for {counted(pack.retentionDays, 'day')} instead of {days}: older
          ones are deleted.
        </p>
      )}
      <div className="row">
        <Button look="primary" onClick={onUse}>
          {own === undefined ? 'Use these rules' : 'Replace and use these rules'}
        </Button>
        {own !== undefined && (
          <Button icon={<Download aria-hidden size={16} />} onClick={() => onExport(own)}>
            Save the present ones as a file
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          Keep everything as it is
        </Button>
      </div>
    </div>
  )
}

/** Names what goes: there is room for one set of the school's own rules. */
export function Replaces({ own }: { own: Pack }) {
  return (
    <p className="ink-check">
      They take the place of your school’s own rules on this computer: “<bdi>{own.schoolName}</bdi>
      ”, version {own.version}.
    </p>
  )
}
