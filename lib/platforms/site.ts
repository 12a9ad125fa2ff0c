import type { MeetingAdapter } from '../meeting/index.ts'
import type { SelectorPack } from './pack.ts'

/** What a content script needs of one site: the adapter that ships, and the means to make another from a repaired pack. */
export interface MeetingSite {
  /** Over the shipped pack. */
  readonly adapter: MeetingAdapter
  readonly shipped: SelectorPack
  /** `pack` must have been accepted by `judgePack`. */
  readonly create: (pack: SelectorPack) => MeetingAdapter
}
