import type { FromPages } from '../bus/protocol.ts'
import type { Platform } from '../meeting/index.ts'
import type { Inspection, InspectRequest } from '../observe/looks.ts'
import { judgePack } from '../platforms/judgePack.ts'
import type { ReadingSummary } from '../selftest/summary.ts'
import { summaryOf } from '../selftest/summary.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'

/** What a technician's page gets of an open meeting: numbers and structure. */
export interface Inspected extends Inspection {
  readonly tabId: number
  readonly platform: Platform
  readonly toolVersion: string
  /** Absent until the page has sent its first reading. */
  readonly reading?: ReadingSummary
}

/** A page that has not answered within this time is taken to be gone or frozen. */
const ANSWER_MS = 5_000

/** Looks into open meeting pages, for the self-test and for trying a pack. */
export class Inspections {
  readonly #tabs: MeetingTabs
  readonly #toolVersion: string
  readonly #waiting = new Map<
    string,
    { readonly tab: MeetingTab; readonly settle: (inspection: Inspection | undefined) => void }
  >()
  #requests = 0

  constructor(tabs: MeetingTabs, toolVersion: string) {
    this.#tabs = tabs
    this.#toolVersion = toolVersion
  }

  /** Undefined where no meeting is open or its page did not answer. Rejects in words where the pack to be tried is no valid one. */
  async inspect({ report, tabId, tried }: FromPages['inspect']): Promise<Inspected | undefined> {
    const tab = tabToInspect(this.#tabs, {
      ...(tabId === undefined ? {} : { tabId }),
      ...(tried === undefined ? {} : { platform: tried.platform }),
    })
    if (tab === undefined) return undefined
    if (tried === undefined) return this.#ask(tab, { report })
    const verdict = judgePack(tried.text, tried.platform)
    if (verdict.is === 'bad')
      throw new InWords(t('This pack can’t be tried: it is not a valid one.'))
    return this.#ask(tab, { report, pack: verdict.pack })
  }

  async #ask(tab: MeetingTab, request: InspectRequest): Promise<Inspected | undefined> {
    this.#requests += 1
    const requestId = `look-${tab.tabId}-${this.#requests}`
    const inspection = await new Promise<Inspection | undefined>((resolve) => {
      const settle = (answer: Inspection | undefined): void => {
        clearTimeout(timer)
        this.#waiting.delete(requestId)
        resolve(answer)
      }
      const timer = setTimeout(() => settle(undefined), ANSWER_MS)
      this.#waiting.set(requestId, { tab, settle })
      const { report, pack } = request
      tab.send({ type: 'inspect', requestId, report, pack: pack ?? null })
    })
    if (inspection === undefined) return undefined
    return {
      ...inspection,
      tabId: tab.tabId,
      platform: tab.platform,
      toolVersion: this.#toolVersion,
      ...(tab.seen === undefined ? {} : { reading: summaryOf(tab.seen) }),
    }
  }

  /** An answer counts only from the page that was asked. */
  inspected(tab: MeetingTab, requestId: string, inspection: Inspection): void {
    const waiting = this.#waiting.get(requestId)
    if (waiting?.tab === tab) waiting.settle(inspection)
  }

  gone(tab: MeetingTab): void {
    for (const waiting of this.#waiting.values()) if (waiting.tab === tab) waiting.settle(undefined)
  }
}

/** The meeting that a technician means: the one looked into before, else one in a call, else any. */
function tabToInspect(
  tabs: MeetingTabs,
  wanted: { readonly tabId?: number; readonly platform?: Platform },
): MeetingTab | undefined {
  const all = tabs
    .all()
    .filter((tab) => wanted.platform === undefined || tab.platform === wanted.platform)
  const rank = (tab: MeetingTab): number => {
    if (tab.tabId === wanted.tabId) return 0
    const order: readonly MeetingTab['phase'][] = ['inCall', 'waiting', 'greenRoom', 'ended']
    const at = order.indexOf(tab.phase)
    return at < 0 ? 9 : at + 1
  }
  return all.toSorted((a, b) => rank(a) - rank(b))[0]
}
