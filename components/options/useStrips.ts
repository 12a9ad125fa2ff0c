import { useCallback, useEffect, useRef, useState } from 'react'
import { stripOf, type LessonRecord, type LessonStrip } from '../../lib/record/index.ts'

export type Strips = ReadonlyMap<string, LessonStrip>

/**
 * The pictures of the lessons that are on screen. A record is made anew from its journal each time it is asked for, so they are asked for
 * one after the other, only once seen, and not while a lesson runs: then the background has better things to do.
 */
export function useStrips(
  record: (sessionId: string) => Promise<LessonRecord | undefined>,
  paused: boolean,
): { readonly strips: Strips; readonly onSeen: (sessionId: string) => void } {
  const [strips, setStrips] = useState<Strips>(new Map())
  const wanted = useRef<string[]>([])
  const asked = useRef(new Set<string>())
  const busy = useRef(false)
  const mayDraw = useRef(false)

  const draw = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    while (mayDraw.current) {
      const id = wanted.current.shift()
      if (id === undefined) break
      // A lesson without its picture is still in the list, with its record one click away.
      const strip = await record(id)
        .then((found) => (found === undefined ? undefined : stripOf(found)))
        .catch(() => undefined)
      if (strip !== undefined) setStrips((before) => new Map(before).set(id, strip))
    }
    busy.current = false
  }, [record])

  // What was seen while a lesson ran is drawn when it is over; nothing is asked for once the page is gone.
  useEffect(() => {
    mayDraw.current = !paused
    void draw()
    return () => {
      mayDraw.current = false
    }
  }, [paused, draw])

  const onSeen = useCallback(
    (sessionId: string) => {
      if (asked.current.has(sessionId)) return
      asked.current.add(sessionId)
      wanted.current.push(sessionId)
      void draw()
    },
    [draw],
  )
  return { strips, onSeen }
}

/** Calls back once when the element comes into view. */
export function useSeen(onSeen: () => void): (element: HTMLElement | null) => void {
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watch.disconnect()
      latest.current()
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
}
