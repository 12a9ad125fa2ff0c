import { concernParts, concernText } from '../../lib/concern/text.ts'
import { forWhom } from '../../lib/concern/tell.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { t } from '../../lib/words/say.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

/** A concern as it is read, copied or printed. */
export function ConcernSheet({ concern }: { concern: Concern }) {
  return (
    <article className="concern-sheet stack-tight">
      <h3 className="strong">{t('Concern {ref}', { ref: concern.ref })}</h3>
      <dl className="concern-parts">
        {concernParts(concern).map(({ title, text }) => (
          <div key={title}>
            <dt className="small soft">{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="not-printed">
        <CopyButton
          label={forWhom(concern.category) === undefined ? t('Copy for CPOMS') : t('Copy the text')}
          text={concernText(concern)}
        />
      </p>
    </article>
  )
}
