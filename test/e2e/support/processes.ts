import { readFile } from 'node:fs/promises'
import type { Browser } from 'puppeteer'

/** What the processes of all extension pages and workers of a browser have used so far. */
export interface ProcessUse {
  /** Processor time since their start, in milliseconds. */
  readonly cpuMs: number
  /** Their memory in bytes, what they share with others counted in part (PSS). */
  readonly memory: number
  /** Their memory in bytes that no other process shares. */
  readonly own: number
}

/** Clock ticks a second of Linux's process files, the same on every machine that Chromium runs on. */
const TICKS = 100

/** By Linux's own book-keeping; undefined where the system keeps none. */
export async function extensionUse(browser: Browser): Promise<ProcessUse | undefined> {
  if (process.platform !== 'linux') return undefined
  const session = await browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const uses: ProcessUse[] = []
  for (const { id } of processInfo) {
    const read = (file: string): Promise<string> =>
      readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')
    if (!(await read('cmdline')).includes('--extension-process')) continue
    // "pid (name) state …": the name may hold anything; user and system time are the 12th and 13th field after it.
    const fields = (await read('stat')).split(') ').at(-1)?.split(' ') ?? []
    const book = await read('smaps_rollup')
    uses.push({
      cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS,
      memory: bytesOf(book, /^Pss:\s+(\d+) kB$/gmu),
      own: bytesOf(book, /^Private_\w+:\s+(\d+) kB$/gmu),
    })
  }
  const sum = (of: (use: ProcessUse) => number): number =>
    uses.reduce((all, use) => all + of(use), 0)
  return uses.length === 0
    ? undefined
    : {
        cpuMs: sum((one) => one.cpuMs),
        memory: sum((one) => one.memory),
        own: sum((one) => one.own),
      }
}

function bytesOf(book: string, lines: RegExp): number {
  return [...book.matchAll(lines)].reduce((all, line) => all + Number(line[1]) * 1024, 0)
}
