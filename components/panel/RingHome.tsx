import { Phone } from 'lucide-react'
import { t } from '../../lib/words/say.ts'

/** Whom to ring, by the register; nothing where it has no number. */
export function RingHome({ ring = [] }: { ring?: readonly string[] | undefined }) {
  if (ring.length === 0) return null
  return (
    <div className="small">
      <p className="soft row">
        <Phone aria-hidden size={14} />
        {t('At home, by the register')}
      </p>
      <ul>
        {ring.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
