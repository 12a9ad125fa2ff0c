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
  const live = useRef(true)
  useEffect(() => {
    live.current = true
    return () => {
      live.current = false
    }
  }, [])

  const onSeen = useCallback(
    (sessionId: string) => {
      if (paused || asked.current.has(sessionId)) return
      asked.current.add(sessionId)
      wanted.current.push(sessionId)
      if (busy.current) return
      busy.current = true
      void drawAll().finally(() => {
        busy.current = false
      })

      async function drawAll(): Promise<void> {
        for (let next = wanted.current.shift(); next !== undefined; next = wanted.current.shift()) {
          if (!live.current) return
          const id = next
          // A lesson without its picture is still in the list, with its record one click away.
          const found = await record(id).catch(() => undefined)
          if (found !== undefined) {
            const strip = stripOf(found)
            setStrips((before) => new Map(before).set(id, strip))
          }
        }
      }
    },
    [paused, record],
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
