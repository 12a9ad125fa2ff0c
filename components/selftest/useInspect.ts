import { useEffect, useState } from 'react'
import type { Inspected } from '../../lib/desk/inspections.ts'
import { foundWith, type Found } from '../../lib/selftest/found.ts'
import { NOT_BEGUN, progressWith, type Progress } from '../../lib/selftest/steps.ts'
import type { Ask } from '../ui/ask.ts'

export interface Watched {
  readonly progress: Progress
  readonly found: Found
  readonly last?: Omit<Inspected, 'report'>
  /** `none`: no meeting page is open; `lost`: the background did not answer. */
  readonly state: 'asking' | 'watching' | 'none' | 'lost'
}

const NOTHING: Watched = { progress: NOT_BEGUN, found: {}, state: 'asking' }
const EVERY_MS = 1000

/** Looks into the open meeting once a second while this page is in sight or not: the technician is in the other tab. */
export function useInspect(ask: Ask): Watched & { readonly startAgain: () => void } {
  const [watched, setWatched] = useState(NOTHING)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let tabId: number | undefined
    const look = async (): Promise<void> => {
      const asked = { report: false, ...(tabId === undefined ? {} : { tabId }) }
      const answer = await ask('inspect', asked).then(
        (inspected) => ({ inspected }),
        () => undefined,
      )
      if (over) return
      const inspected = answer?.inspected
      if (inspected !== undefined && inspected !== null) tabId = inspected.tabId
      setWatched((before) => taken(before, answer === undefined, inspected ?? undefined))
      timer = setTimeout(() => void look(), EVERY_MS)
    }
    void look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [ask, round])
  return {
    ...watched,
    startAgain: () => {
      setWatched(NOTHING)
      setRound(round + 1)
    },
  }
}

function taken(before: Watched, lost: boolean, inspected: Inspected | undefined): Watched {
  if (lost) return { ...before, state: 'lost' }
  if (inspected === undefined) return { ...before, state: 'none' }
  const { reading, hits } = inspected
  // Another site than before: another test.
  const same = before.last === undefined || before.last.platform === inspected.platform
  const from = same ? before : NOTHING
  return {
    progress: reading === undefined ? from.progress : progressWith(from.progress, reading),
    found: foundWith(from.found, hits),
    last: inspected,
    state: 'watching',
  }
}
