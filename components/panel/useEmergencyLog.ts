import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EmergencyStep } from '../../lib/session/events.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { clockTime } from '../ui/time.ts'

/** Something that she did in an emergency, and when. */
export interface EmergencyEntry {
  readonly step: EmergencyStep
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface EmergencyLog {
  /** What did not get into the log, in its order. */
  readonly unwritten: readonly EmergencyEntry[]
  readonly busy: boolean
  /** Always the same function. */
  readonly write: (step: EmergencyStep, at: number) => void
  readonly again: () => void
}

/**
 * What is done in an emergency goes into the lesson's log one after the other: an end that was written before its beginning would make
 * no sense. What does not get through stays first in line, and goes with the next step or when she asks for it. Nobody has to wait for
 * it: the child comes first.
 */
export function useEmergencyLog(ask: Ask, zone: string): EmergencyLog {
  const line = useRef<(EmergencyEntry & { readonly tried?: true })[]>([])
  const sending = useRef(false)
  const clock = useRef(zone)
  useEffect(() => {
    clock.current = zone
  })
  const [busy, setBusy] = useState(false)
  const [unwritten, setUnwritten] = useState<readonly EmergencyEntry[]>([])
  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    try {
      for (let first = line.current[0]; first !== undefined; first = line.current[0]) {
        const { step, at, tried } = first
        line.current[0] = { step, at, tried: true }
        // The log has its own clock: what comes late says when it was.
        const note = tried
          ? t('written down late, it was at {time}', { time: clockTime(at, clock.current) })
          : ''
        await ask('emergency', { step, note })
        line.current.shift()
      }
    } catch {
      // Said below, with what is still to be written.
    }
    sending.current = false
    setBusy(false)
    setUnwritten([...line.current])
  }, [ask])
  const again = useCallback(() => void send(), [send])
  const write = useCallback(
    (step: EmergencyStep, at: number) => {
      line.current.push({ step, at })
      again()
    },
    [again],
  )
  return useMemo(() => ({ unwritten, busy, write, again }), [unwritten, busy, write, again])
}
