import { useEffect, useState } from 'react'
import type { ClauseMore } from '../../lib/protocol/clauseMore.ts'
import { t } from '../../lib/words/say.ts'
import { SayWords } from './NowPrompt.tsx'

/** Why a clause is there, what the policy itself says, and what can be said to a child. Its words are loaded when somebody asks. */
export function ClauseHelp({ id }: { id: string }) {
  const [more, setMore] = useState<ClauseMore>()
  useEffect(() => {
    let isGone = false
    import('../../lib/protocol/clauseMore.ts').then(
      ({ moreAbout }) => {
        if (!isGone) setMore(moreAbout(id))
      },
      (failure: unknown) => console.warn(`Nothing more could be said about ${id}`, failure),
    )
    return () => {
      isGone = true
    }
  }, [id])
  if (more === undefined) return null
  const { why, policy, say } = more
  return (
    <>
      {why !== '' && <p className="small">{t('Why: {reason}', { reason: why })}</p>}
      {policy !== undefined && (
        <figure className="policy-words">
          <figcaption className="small soft">
            {t('The policy of {school}, “{section}”', policy)}
          </figcaption>
          <blockquote className="small" lang="en-GB">
            “{policy.quote}”
          </blockquote>
        </figure>
      )}
      {say !== '' && <SayWords say={say} />}
    </>
  )
}
