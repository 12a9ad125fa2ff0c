import { t } from '../../lib/words/say.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'

/** Longest name drawn; a page can claim any. */
const LONGEST = 90

/** A name as it can safely be drawn: nothing invisible, clipped by whole characters, never empty. */
export function shownName(raw: string): string {
  const clean = withoutUnseen(raw).replace(/\s+/gu, ' ').trim()
  if (clean === '') return t('(no visible name)')
  const letters = Array.from(clean)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : clean
}

/** A person's name as text, apart from the direction of the words around it. */
export function Name({ children, className }: { children: string; className?: string }) {
  return (
    <bdi className={className === undefined ? 'name' : `name ${className}`}>
      {shownName(children)}
    </bdi>
  )
}
