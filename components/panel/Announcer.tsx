import { useEffect, useRef, useState } from 'react'
import type { PanelView } from '../../lib/views/types.ts'
import { announcement } from './announce.ts'

/** How long polite news is gathered before it is spoken once, in milliseconds. */
const BATCH = 2500

/** What is said, counted: the same words said again are news as well, and get a node of their own so that they are read out. */
interface Utterance {
  readonly words: string
  readonly turn: number
}

const SILENCE: Utterance = { words: '', turn: 0 }

function next(words: string): (before: Utterance) => Utterance {
  return ({ turn }) => ({ words, turn: turn + 1 })
}

/** The only two live regions of the panel. Both are always in the page, or a screen reader misses the first words. */
export function Announcer({ view }: { view: PanelView }) {
  const before = useRef<PanelView | undefined>(undefined)
  const gathered = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [polite, setPolite] = useState(SILENCE)
  const [alert, setAlert] = useState(SILENCE)

  useEffect(() => {
    const news = announcement(before.current, view)
    before.current = view
    if (news.alert.length > 0) setAlert(next(news.alert.join(' ')))
    if (news.polite.length === 0) return
    gathered.current.push(...news.polite)
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      const words = gathered.current.join(' ')
      gathered.current = []
      setPolite(next(words))
    }, BATCH)
  }, [view])

  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <div className="visually-hidden">
      <p role="status">
        <span key={polite.turn}>{polite.words}</span>
      </p>
      <p role="alert">
        <span key={alert.turn}>{alert.words}</span>
      </p>
    </div>
  )
}
