import { CircleCheck, CircleDashed, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PersonTone } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { tOf } from '../../lib/words/say.ts'

const ICON = {
  ok: CircleCheck,
  check: TriangleAlert,
  alarm: OctagonAlert,
  quiet: CircleDashed,
} as const

const WORD: Readonly<Record<PersonTone, Message>> = {
  ok: 'All well',
  check: 'Worth a look',
  alarm: 'Needs you',
  quiet: 'Nothing to do',
}

/** A tone by shape as well as by colour. `spoken` adds the word for a screen reader where no text beside it says it. */
export function ToneIcon({
  tone,
  size = 16,
  spoken = false,
}: {
  tone: PersonTone
  size?: number
  spoken?: boolean
}) {
  const Icon = ICON[tone]
  return (
    <>
      <Icon aria-hidden="true" className={`ink-${tone}`} size={size} />
      {spoken && <span className="visually-hidden">{tOf(WORD[tone])}</span>}
    </>
  )
}

/** Short words in a coloured pill; the words carry the meaning. */
export function Chip({ tone, children }: { tone: PersonTone; children: ReactNode }) {
  return <span className={`chip tone-${tone}`}>{children}</span>
}
