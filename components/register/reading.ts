import { useEffect, useRef, useState } from 'react'
import type { ImportOptions, ImportPreview } from '../../lib/register/index.ts'
import type { Translation } from '../../lib/words/catalogue.ts'
import { language, words, type Language } from '../../lib/words/language.ts'

export interface ToReader {
  /** Tells the answers to one question from those to an earlier one. */
  readonly job: number
  /** With the first question only; the worker keeps it, and what it has to say is said in the language of the page. */
  readonly start?: {
    readonly input: Uint8Array | string
    readonly language: Language
    readonly words: Translation
  }
  readonly options: ImportOptions
}
export type FromReader =
  | { readonly job: number; readonly type: 'progress'; readonly done: number }
  | { readonly job: number; readonly type: 'read'; readonly preview: ImportPreview }
  | { readonly job: number; readonly type: 'failed'; readonly why: string }

export type Reading =
  /** `done` from 0 to 1. */
  | { readonly is: 'reading'; readonly done: number }
  /** `again`: it is read once more with other columns, from 0 to 1; what was read before stays in sight. */
  | { readonly is: 'read'; readonly preview: ImportPreview; readonly again?: number }
  | { readonly is: 'failed' }

const STARTING: Reading = { is: 'reading', done: 0 }

/**
 * A file read in a worker, again when the options change. The worker ends with the component, and with it whatever it was at:
 * that is how reading is cancelled.
 *
 *   starting → reading 0…1 → read ──other options──▶ reading …
 *                  └──────▶ failed (the worker broke: out of memory, or not started)
 */
export function useReading(input: Uint8Array | string, options: ImportOptions): Reading {
  const worker = useRef<Worker>(null)
  const job = useRef(0)
  const given = useRef<Uint8Array | string>(undefined)
  const [reading, setReading] = useState<Reading>(STARTING)
  useEffect(() => {
    const made = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if (data.job !== job.current) return
      if (data.type === 'progress') {
        setReading((was) =>
          was.is === 'read' ? { ...was, again: data.done } : { is: 'reading', done: data.done },
        )
      }
      if (data.type === 'read') setReading({ is: 'read', preview: data.preview })
      if (data.type === 'failed') {
        console.error('The file could not be read', data.why)
        setReading({ is: 'failed' })
      }
    }
    made.onerror = () => setReading({ is: 'failed' })
    made.onmessageerror = () => setReading({ is: 'failed' })
    worker.current = made
    given.current = undefined
    return () => {
      made.terminate()
      worker.current = null
    }
  }, [])
  useEffect(() => {
    job.current += 1
    const ask: ToReader = { job: job.current, options }
    const start = { input, language: language(), words: words() }
    worker.current?.postMessage(given.current === input ? ask : { ...ask, start })
    given.current = input
  }, [input, options])
  return reading
}
