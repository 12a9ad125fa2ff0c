import type { Schedule } from '../../lib/observe/schedule.ts'

/** Time moved by hand: `advance` runs what is due, in order, and lets promises settle in between. */
export interface HandClock extends Schedule {
  now(): number
  /** Jobs that wait: what does not stay about the same in a long run leaks timers. */
  pending(): number
  advance(ms: number): Promise<void>
}

interface Job {
  readonly id: number
  at: number
  readonly every?: number
  readonly run: () => void
}

export function handClock(start = 1_000_000): HandClock {
  let now = start
  let count = 0
  let jobs: Job[] = []

  function add(job: Omit<Job, 'id'>): () => void {
    count += 1
    const mine = { ...job, id: count }
    jobs.push(mine)
    return () => {
      jobs = jobs.filter((one) => one !== mine)
    }
  }

  return {
    now: () => now,
    pending: () => jobs.length,
    after: (ms, run) => add({ at: now + ms, run }),
    every: (ms, run) => add({ at: now + ms, every: ms, run }),
    onFrame: (run) => add({ at: now + 16, run }),
    async advance(ms) {
      const end = now + ms
      for (;;) {
        await settle()
        const next = jobs
          .filter((job) => job.at <= end)
          .sort((a, b) => a.at - b.at || a.id - b.id)[0]
        if (next === undefined) break
        now = Math.max(now, next.at)
        if (next.every === undefined) jobs = jobs.filter((job) => job !== next)
        else next.at += next.every
        next.run()
      }
      now = end
      await settle()
    },
  }
}

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await Promise.resolve()
}
