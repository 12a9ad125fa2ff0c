import type { Feature } from '../storage/managed.ts'
import type { Message } from '../words/catalogue.ts'

/** What a school has switched off, in words: beside the control that can't be used, and where the background refuses. */
export const FEATURE_OFF = {
  roomCheck: 'Set by your school: no room check on these computers.',
  selectorPackFiles: 'Set by your school: no selector packs from files.',
  backup: 'Set by your school: no backup can be made on these computers.',
} as const satisfies Readonly<Record<Feature, Message>>
