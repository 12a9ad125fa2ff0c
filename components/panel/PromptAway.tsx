import { ArrowUp } from 'lucide-react'
import { createContext, useContext, useEffect, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'

/** Where it stands: at the foot of the panel, which nothing in the lesson moves. */
export const AwayPlace = createContext<HTMLElement | null>(null)

/** Where the prompt of now is scrolled out of sight: what it says, and the way to it. */
export function PromptAway({
  title,
  card,
}: {
  title: string
  card: RefObject<HTMLElement | null>
}) {
  const place = useContext(AwayPlace)
  const [away, setAway] = useState(false)
  useEffect(() => {
    const element = card.current
    if (!element) return
    const watch = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false))
    watch.observe(element)
    return () => watch.disconnect()
  }, [card])
  if (!away || place === null) return null
  return createPortal(
    <button
      className="prompt-away-button"
      onClick={() => {
        card.current?.scrollIntoView({ block: 'start' })
        card.current?.focus({ preventScroll: true })
      }}
      type="button"
    >
      <ArrowUp aria-hidden size={15} />
      <span className="clip-1">{title}</span>
    </button>,
    place,
  )
}
