import { t } from '../../lib/words/say.ts'

/** Longest name drawn; a page can claim any. */
const LONGEST = 90

// Characters that turn the line round or can't be seen: left in, a name could reorder the words beside it.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A name as it can safely be drawn: nothing invisible, clipped by whole characters, never empty. */
export function shownName(raw: string): string {
  const clean = raw.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()
  if (clean === '') return t('(no visible name)')
  const letters = Array.from(clean)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : clean
}

/** Any text from a page or a person, whole, without what can't be seen; its lines are kept. */
export function shownText(raw: string): string {
  return raw.replace(UNSEEN, (letter) => (letter === '\n' ? letter : ''))
}

/** A person's name as text, apart from the direction of the words around it. */
export function Name({ children, className }: { children: string; className?: string }) {
  return (
    <bdi className={className === undefined ? 'name' : `name ${className}`}>
      {shownName(children)}
    </bdi>
  )
}
