import type { Looks, LooksFrom, MeetingAdapter } from '../meeting/index.ts'
import { badSelectors } from '../platforms/dom/find.ts'
import { targetHits, type TargetHits } from '../platforms/inspect.ts'
import type { SelectorPack } from '../platforms/pack.ts'
import { pageReport } from '../platforms/report/index.ts'
import type { MeetingSite } from '../platforms/site.ts'

/** What the script of a meeting page answers when a technician looks into it. Holds no name and no text. */
export interface Inspection {
  readonly looks: Looks
  readonly hits: TargetHits
  /** The redacted page report, where it was asked for. */
  readonly report?: string
}

export interface InspectRequest {
  readonly report: boolean
  /** Tried on the page without being used. */
  readonly pack?: SelectorPack
}

/** The adapter of a page, which can be exchanged while the lesson runs: everybody holds `adapter`, and never has to be told. */
export interface LooksHolder {
  readonly adapter: MeetingAdapter
  /** `undefined`: back to the looks that ship. A pack that can't be used leaves them too. */
  use(pack: SelectorPack | undefined, from: LooksFrom): void
  inspect(request: InspectRequest): Inspection
}

export function holdLooks(site: MeetingSite, doc: Document): LooksHolder {
  const { shipped } = site
  const original = { adapter: site.adapter, pack: shipped, from: 'shipped' as LooksFrom }
  let now = original
  let text = ''
  const looks = (): Looks => ({ asOf: now.pack.asOf, from: now.from })
  return {
    adapter: {
      platform: site.adapter.platform,
      capabilities: (variant, role) => now.adapter.capabilities(variant, role),
      codeOf: (url) => now.adapter.codeOf(url),
      read: (page, url) => ({ ...now.adapter.read(page, url), looks: looks() }),
      videos: (page) => now.adapter.videos(page),
      tiles: (page) => now.adapter.tiles(page),
      stage: (page) => now.adapter.stage(page),
      perform: (page, command, tools) => now.adapter.perform(page, command, tools),
    },
    use(pack, from) {
      // What an adapter remembers of the page goes with it: the same pack again, after the worker woke up, changes nothing.
      const next = pack === undefined ? '' : from + JSON.stringify(pack)
      if (next === text) return
      text = next
      now = pack === undefined ? original : (madeOf(site, pack, from, doc) ?? original)
    },
    inspect({ report, pack }) {
      const tried = pack ?? now.pack
      return {
        looks: looks(),
        hits: targetHits(tried, doc),
        ...(report ? { report: pageReport(doc, shipped, now.pack) } : {}),
      }
    },
  }
}

/** The background has judged the pack; only a page can tell whether every selector is one. */
function madeOf(site: MeetingSite, pack: SelectorPack, from: LooksFrom, doc: Document) {
  try {
    const isForThisSite = pack.platform === site.adapter.platform
    const refused = badSelectors(pack.targets, doc)
    if (isForThisSite && refused.length === 0) return { adapter: site.create(pack), pack, from }
    console.warn('A selector pack was not taken.', pack.platform, refused)
  } catch (problem) {
    console.warn('A selector pack was not taken.', problem)
  }
  return undefined
}
