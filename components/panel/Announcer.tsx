import { useEffect, useRef, useState } from 'react'
import type { PanelView } from '../../lib/views/types.ts'
import { announcement } from './announce.ts'

/** How long polite news is gathered before it is spoken once, in milliseconds. */
const BATCH = 2500

/** The only two live regions of the panel. Both are always in the page, or a screen reader misses the first words. */
export function Announcer({ view }: { view: PanelView }) {
  const before = useRef<PanelView | undefined>(undefined)
  const gathered = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [polite, setPolite] = useState('')
  const [alert, setAlert] = useState('')

  useEffect(() => {
    const news = announcement(before.current, view)
    before.current = view
    if (news.alert.length > 0) setAlert(news.alert.join(' '))
    if (news.polite.length === 0) return
    gathered.current.push(...news.polite)
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setPolite(gathered.current.join(' '))
      gathered.current = []
    }, BATCH)
  }, [view])

  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <div className="visually-hidden">
      <p role="status">{polite}</p>
      <p role="alert">{alert}</p>
    </div>
  )
}
