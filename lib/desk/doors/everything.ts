import type { Restored, Vault } from '../../backup/types.ts'
import type { Journal } from '../../session/journal.ts'
import { FEATURE_OFF } from '../../views/featureOff.ts'
import { InWords } from '../../words/inWords.ts'
import { t } from '../../words/say.ts'
import type { CurrentLesson } from '../currentLesson.ts'
import type { Life } from '../life.ts'
import type { LooksDesk } from '../looks.ts'
import type { MeetingTabs } from '../meetingTabs.ts'
import { holdAtOnce } from '../newSettings.ts'
import type { RuleChanges } from '../ruleChanges.ts'
import type { Shelf } from '../shelf.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface EverythingDoorParts {
  readonly turns: Turns
  readonly now: () => number
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly life: Pick<Life, 'restored'>
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly looks: LooksDesk
  readonly shelf: Shelf
  readonly vault: Vault
  readonly journal: Pick<Journal, 'rows' | 'remove'>
}

/**
 * All that is kept here, in one: into a file, out of one, or gone. What the desk has in memory follows the disk; a class that was erased
 * and is still judged by would be written down again with the next correction.
 */
export function everythingDoors({
  turns,
  now,
  tabs,
  current,
  life,
  standards,
  rules,
  looks,
  shelf,
  vault,
  journal,
}: EverythingDoorParts): Doors<'backUp' | 'restore' | 'eraseAll'> {
  return {
    backUp: async (asked) => {
      await turns.ready()
      if (standards.school.setBySchool.includes('backup')) throw new InWords(t(FEATURE_OFF.backup))
      return vault.backUp(asked, now())
    },
    restore: async ({ passphrase, text }) => {
      let done: Restored | undefined
      await turns.told(async (at) => {
        const { settings: hold, setBySchool } = standards.school
        const keep = {
          ...(setBySchool.includes('retentionDays') ? { retentionDays: hold.retentionDays } : {}),
          ...(setBySchool.includes('concernDays') ? { concernDays: hold.concernDays } : {}),
        }
        const before = await shelf.settings()
        // What the disk refused until now has to stand there before the file is compared with it: it could not be written any more afterwards.
        await current.add([], at)
        done = await vault.restore(passphrase, text, at, keep)
        await life.restored()
        await standards.loadRegisters()
        await holdAtOnce({ current, standards, rules }, before, await shelf.settings(), at)
        // A meeting that is open is read by a restored pack at once, as by one that was chosen by hand.
        await looks.load()
        looks.tell(tabs)
      })
      if (done === undefined) throw new Error('A restore ended without a result.')
      return done
    },
    eraseAll: () =>
      turns.told(async () => {
        await shelf.eraseAll()
        // Also a lesson that was only in memory, and would be written down as soon as it can be.
        for (const { sessionId } of await journal.rows()) await journal.remove(sessionId)
        await looks.load()
        looks.tell(tabs)
        current.forget()
        standards.forgetRegisters()
        await standards.takeSettings(await shelf.settings())
      }),
  }
}
