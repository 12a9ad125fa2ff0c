import type { BackupMade, Restored } from '../../lib/backup/types.ts'
import { dayText } from '../../lib/protocol/time.ts'
import { counted } from '../ui/time.ts'

/** "Lesson Steward 2026-11-20.lessonsteward", by the computer's own calendar. */
export function backupName(now: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return `Lesson Steward ${dayText(now, zone)}.lessonsteward`
}

const note = (n: number) => counted(n, 'concern note')

/** What will become of the concerns that are here, before a backup is made. */
export function chosenWords(here: number, chosen: boolean): string {
  if (here === 0) return 'No concern note is kept here now.'
  return `The next backup will ${chosen ? 'hold' : 'leave out'} ${note(here)} kept here.`
}

/** What a backup holds, and what is here but not in it. */
export function madeWords(made: BackupMade): readonly string[] {
  const { lessons, classes, concerns, concernsLeft, running } = made
  const parts = [
    counted(lessons, 'lesson'),
    counted(classes, 'class', 'classes'),
    ...(concerns === 0 ? [] : [note(concerns)]),
  ]
  return [
    `The backup holds ${parts.join(', ')} and the settings.`,
    ...(concernsLeft === 0
      ? []
      : [`${note(concernsLeft)} ${concernsLeft === 1 ? 'is' : 'are'} not in it.`]),
    ...(running === 0 ? [] : ['The lesson that is running is not in it.']),
  ]
}

/** What became of a backup, line by line; what did not happen is left out. */
export function restoredWords(restored: Restored): readonly string[] {
  const { lessons, classes, concerns, settings } = restored
  const lesson = (n: number) => counted(n, 'lesson')
  const group = (n: number) => counted(n, 'class', 'classes')
  const kept = happened([
    [lessons.added, `${lesson(lessons.added)} added.`],
    [lessons.extended, `${lesson(lessons.extended)} completed by what was written later.`],
    [lessons.alreadyHere, `${lesson(lessons.alreadyHere)} already here.`],
    [
      lessons.differ,
      `${lesson(lessons.differ)} different from the one here; the one here was kept.`,
    ],
    [lessons.expired, `${lesson(lessons.expired)} left out: older than records are kept.`],
    [lessons.unreadable, `${lesson(lessons.unreadable)} could not be read.`],
    [classes.added, `${group(classes.added)} added.`],
    [classes.replaced, `${group(classes.replaced)} brought up to date.`],
    [classes.alreadyHere, `${group(classes.alreadyHere)} already here.`],
    [classes.unreadable, `${group(classes.unreadable)} could not be read.`],
  ])
  const notes = happened([
    [concerns.added, `${note(concerns.added)} added.`],
    [concerns.alreadyHere, `${note(concerns.alreadyHere)} already here.`],
    [concerns.differ.length, differWords(concerns.differ)],
    [concerns.expired, `${note(concerns.expired)} left out: older than concerns are kept here.`],
    [concerns.unreadable, `${note(concerns.unreadable)} could not be read.`],
  ])
  const settingsSaid = {
    taken: 'The settings were taken from the backup.',
    kept: 'The settings here were kept.',
    unreadable: 'The settings in the backup could not be read.',
  } as const
  return [
    ...(kept.length === 0 ? ['The backup holds no lessons and no classes.'] : kept),
    // Said, because somebody may count on them.
    ...(notes.length === 0 ? ['The backup holds no concern notes.'] : notes),
    settingsSaid[settings],
  ]
}

function happened(said: readonly (readonly [number, string])[]): readonly string[] {
  return said.filter(([n]) => n > 0).map(([, words]) => words)
}

/** With their references, which name nobody: she may want to look at them. */
function differWords(refs: readonly string[]): string {
  const here = refs.length === 1 ? 'the one here; the one here was' : 'those here; those here were'
  return `${note(refs.length)} different from ${here} kept: ${refs.join(', ')}.`
}
