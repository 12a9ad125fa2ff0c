import type { Restored } from '../../lib/backup/types.ts'
import { dayText } from '../../lib/protocol/time.ts'
import { counted } from '../ui/time.ts'

/** "Lesson Steward 2026-11-20.lessonsteward", by the computer's own calendar. */
export function backupName(now: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return `Lesson Steward ${dayText(now, zone)}.lessonsteward`
}

/** What became of a backup, line by line; what did not happen is left out. */
export function restoredWords({ lessons, classes, settings }: Restored): readonly string[] {
  const lesson = (n: number) => counted(n, 'lesson')
  const group = (n: number) => counted(n, 'class', 'classes')
  const said: readonly (readonly [number, string])[] = [
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
  ]
  const settingsSaid = {
    taken: 'The settings were taken from the backup.',
    kept: 'The settings here were kept.',
    unreadable: 'The settings in the backup could not be read.',
  } as const
  const lines = said.filter(([n]) => n > 0).map(([, words]) => words)
  return [
    ...(lines.length === 0 ? ['The backup holds no lessons and no classes.'] : lines),
    settingsSaid[settings],
  ]
}
