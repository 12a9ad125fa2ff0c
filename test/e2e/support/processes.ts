import { readFile } from 'node:fs/promises'
import type { Browser } from 'puppeteer'

/** What the processes of all extension pages and workers of a browser have used so far. */
export interface ProcessUse {
  /** Processor time since their start, in milliseconds. */
  readonly cpuMs: number
  /** Their memory in bytes, what they share with others counted in part (PSS). */
  readonly memory: number
}

/** Clock ticks a second of Linux's process files, the same on every machine that Chromium runs on. */
const TICKS = 100

/** Undefined where the system keeps no such account (anything but Linux). */
export async function extensionUse(browser: Browser): Promise<ProcessUse | undefined> {
  if (process.platform !== 'linux') return undefined
  const session = await browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  let [cpuMs, memory] = [0, 0]
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    if (!command.includes('--extension-process')) continue
    // "pid (name) state …": the name may hold anything; user and system time are the 12th and 13th field after it.
    const fields = (await readFile(`/proc/${id}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? []
    cpuMs += ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
    const pss = /^Pss:\s+(\d+) kB/mu.exec(await readFile(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]
    memory += Number(pss) * 1024
  }
  return { cpuMs, memory }
}
