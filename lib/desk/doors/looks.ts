import type { Inspections } from '../inspections.ts'
import type { LooksDesk } from '../looks.ts'
import type { MeetingTabs } from '../meetingTabs.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface LooksDoorParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly looks: LooksDesk
  readonly inspections: Inspections
}

/**
 * By what the sites are read, and a look into an open meeting: the technician's pages. A pack that was taken into use is told to the open
 * meetings at once, or a repaired site would be read in the old way until the next lesson.
 */
export function looksDoors({
  turns,
  tabs,
  looks,
  inspections,
}: LooksDoorParts): Doors<'looks' | 'saveLooks' | 'resetLooks' | 'looksText' | 'inspect'> {
  const changed = async (change: (now: number) => Promise<void>) => {
    await turns.told(change)
    looks.tell(tabs)
    return looks.views()
  }
  return {
    looks: async () => {
      await turns.ready()
      return looks.views()
    },
    saveLooks: ({ platform, name, text }) =>
      changed((now) => looks.take(platform, { name, text, loadedAt: now })),
    resetLooks: ({ platform }) => changed(() => looks.reset(platform)),
    looksText: async ({ platform }) => {
      await turns.ready()
      return looks.text(platform)
    },
    inspect: async (asked) => {
      await turns.ready()
      if (asked.tried !== undefined) looks.refuseFiles()
      return inspections.inspect(asked)
    },
  }
}
