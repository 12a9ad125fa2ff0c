import { z } from 'zod'

/** What of a trace is looked at. Times in microseconds; `tdur` is processor time, `dur` that of the clock on the wall. */
const traceSchema = z.object({ traceEvents: z.array(z.unknown()) })
const eventSchema = z.object({
  name: z.enum(['FunctionCall', 'RunMicrotasks', 'UpdateLayoutTree', 'Layout']),
  ph: z.literal('X'),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number(),
  tdur: z.number(),
  args: z.object({ data: z.object({ url: z.string().optional() }).optional() }),
})
/** The browser asks for microtasks after each event of each video; finding none takes up to this long. */
const EMPTY_ROUND_US = 100
type TraceEvent = z.infer<typeof eventSchema>

/** Processor time in microseconds, in the thread that our content script runs in. */
export interface Cost {
  readonly ours: number
  readonly page: number
  readonly longest: number
  readonly forced: number
  readonly times: number
}

/** What the content script and its page cost by a trace of the browser (`devtools.timeline`, `v8.execute`). Throws where none of ours is in it. */
export function costIn(text: string): Cost {
  const events = traceSchema.parse(JSON.parse(text)).traceEvents.flatMap((event) => {
    const read = eventSchema.safeParse(event)
    return read.success ? [read.data] : []
  })
  const isOurs = ({ args }: TraceEvent): boolean =>
    args.data?.url?.includes('/content-scripts/') === true
  const isLayout = ({ name }: TraceEvent): boolean =>
    name === 'UpdateLayoutTree' || name === 'Layout'
  const home = events.find(isOurs)
  if (home === undefined) throw new Error('Nothing of the content script was seen in the trace.')
  const here = events
    .filter(({ pid, tid }) => pid === home.pid && tid === home.tid)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
  const cost = { ours: 0, page: 0, longest: 0, forced: 0, times: 0 }
  let until = 0
  let inOurs = false
  for (const event of here) {
    // Calls within a call are in its time already.
    if (event.ts < until) {
      if (!inOurs || !isLayout(event)) continue
      cost.forced += event.tdur
      cost.times += 1
      continue
    }
    if (isLayout(event)) continue
    if (event.name === 'RunMicrotasks' && event.tdur < EMPTY_ROUND_US) continue
    until = event.ts + event.dur
    inOurs = isOurs(event)
    if (isOurs(event)) cost.longest = Math.max(cost.longest, event.tdur)
    if (isOurs(event) || event.name === 'RunMicrotasks') cost.ours += event.tdur
    else cost.page += event.tdur
  }
  return cost
}
