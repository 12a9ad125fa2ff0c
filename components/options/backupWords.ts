import type { BackupMade, LooksFate, Restored } from '../../lib/backup/types.ts'
import type { Platform } from '../../lib/meeting/index.ts'
import { SITE_NAMES } from '../../lib/meeting/sites.ts'
import { dayText } from '../../lib/protocol/time.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'

/** "Lesson Steward 2026-11-20.lessonsteward", by the zone's calendar. */
export function backupName(now: number, zone: string): string {
  return `Lesson Steward ${dayText(now, zone)}.lessonsteward`
}

/** What will become of the concerns that are here, before a backup is made. */
export function chosenWords(here: number, chosen: boolean): string {
  if (here === 0) return t('No concern note is kept here now.')
  return chosen
    ? tn(
        'The next backup will hold {n} concern note kept here.|The next backup will hold {n} concern notes kept here.',
        here,
      )
    : tn(
        'The next backup will leave out {n} concern note kept here.|The next backup will leave out {n} concern notes kept here.',
        here,
      )
}

/** What a backup holds, and what is here but not in it. */
export function madeWords(made: BackupMade): readonly string[] {
  const { lessons, classes, concerns, concernsLeft, looks, running } = made
  const parts = [
    tn('{n} lesson|{n} lessons', lessons),
    tn('{n} class|{n} classes', classes),
    ...(concerns === 0 ? [] : [tn('{n} concern note|{n} concern notes', concerns)]),
    ...(looks === 0 ? [] : [tn('{n} selector pack|{n} selector packs', looks)]),
  ]
  return [
    t('The backup holds {list} and the settings.', { list: parts.join(', ') }),
    ...(concernsLeft === 0
      ? []
      : [tn('{n} concern note is not in it.|{n} concern notes are not in it.', concernsLeft)]),
    ...(running === 0 ? [] : [t('The lesson that is running is not in it.')]),
  ]
}

/** What became of a backup, line by line; what did not happen is left out. */
export function restoredWords(restored: Restored): readonly string[] {
  const { lessons, classes, concerns, looks, settings } = restored
  const kept = happened([
    [lessons.added, tn('{n} lesson added.|{n} lessons added.', lessons.added)],
    [
      lessons.extended,
      tn(
        '{n} lesson completed by what was written later.|{n} lessons completed by what was written later.',
        lessons.extended,
      ),
    ],
    [
      lessons.alreadyHere,
      tn('{n} lesson already here.|{n} lessons already here.', lessons.alreadyHere),
    ],
    [
      lessons.differ,
      tn(
        '{n} lesson different from the one here; the one here was kept.|{n} lessons different from the one here; the one here was kept.',
        lessons.differ,
      ),
    ],
    [
      lessons.expired,
      tn(
        '{n} lesson left out: older than records are kept.|{n} lessons left out: older than records are kept.',
        lessons.expired,
      ),
    ],
    [
      lessons.unreadable,
      tn('{n} lesson could not be read.|{n} lessons could not be read.', lessons.unreadable),
    ],
    [
      lessons.entries,
      tn(
        '{n} entry in {lessons} can’t be read. It is kept as it is, and the record says what it lacks.|{n} entries in {lessons} can’t be read. They are kept as they are, and the record says what it lacks.',
        lessons.entries,
        { lessons: tn('{n} lesson|{n} lessons', lessons.lacking) },
      ),
    ],
    [classes.added, tn('{n} class added.|{n} classes added.', classes.added)],
    [
      classes.replaced,
      tn('{n} class brought up to date.|{n} classes brought up to date.', classes.replaced),
    ],
    [
      classes.alreadyHere,
      tn('{n} class already here.|{n} classes already here.', classes.alreadyHere),
    ],
    [
      classes.lost.pupils,
      tn(
        '{n} pupil who is in a set was not found in the classes here. Look through {sets} under Classes.|{n} pupils who are in a set were not found in the classes here. Look through {sets} under Classes.',
        classes.lost.pupils,
        { sets: classes.lost.sets.join(', ') },
      ),
    ],
    [
      classes.unreadable,
      tn('{n} class could not be read.|{n} classes could not be read.', classes.unreadable),
    ],
  ])
  const notes = happened([
    [concerns.added, tn('{n} concern note added.|{n} concern notes added.', concerns.added)],
    [
      concerns.alreadyHere,
      tn('{n} concern note already here.|{n} concern notes already here.', concerns.alreadyHere),
    ],
    [concerns.differ.length, differWords(concerns.differ)],
    [
      concerns.expired,
      tn(
        '{n} concern note left out: older than concerns are kept here.|{n} concern notes left out: older than concerns are kept here.',
        concerns.expired,
      ),
    ],
    [
      concerns.unreadable,
      tn(
        '{n} concern note could not be read.|{n} concern notes could not be read.',
        concerns.unreadable,
      ),
    ],
  ])
  return [
    ...(kept.length === 0 ? [t('The backup holds no lessons and no classes.')] : kept),
    // Said, because somebody may count on them.
    ...(notes.length === 0 ? [t('The backup holds no concern notes.')] : notes),
    ...PLATFORMS.flatMap((platform) => looksWords(platform, looks[platform])),
    tOf(SETTINGS_SAID[settings]),
  ]
}

const SETTINGS_SAID = {
  taken: 'The settings were taken from the backup.',
  kept: 'The settings here were kept.',
  unreadable: 'The settings in the backup could not be read.',
} as const satisfies Readonly<Record<Restored['settings'], Message>>

const PLATFORMS = ['meet', 'teams'] as const satisfies readonly Platform[]

const LOOKS_SAID = {
  taken: 'The selector pack for {site} was taken from the backup and is in use from now on.',
  alreadyHere: 'The selector pack for {site} is already here.',
  kept: 'The selector pack for {site} here was kept: the one in the backup is not newer.',
  old: 'The selector pack for {site} was left out: the extension already knows newer looks.',
  setBySchool: 'The selector pack for {site} was left out: your school sets how this site is read.',
  filesOff:
    'The selector pack for {site} was left out: your school wants no selector packs from files.',
  unreadable: 'The selector pack for {site} in the backup can’t be used.',
} as const satisfies Readonly<Record<LooksFate, Message>>

function looksWords(site: Platform, fate: LooksFate | undefined): readonly string[] {
  return fate === undefined ? [] : [tOf(LOOKS_SAID[fate], { site: SITE_NAMES[site] })]
}

function happened(said: readonly (readonly [number, string])[]): readonly string[] {
  return said.filter(([n]) => n > 0).map(([, words]) => words)
}

/** With their references, which name nobody: she may want to look at them. */
function differWords(refs: readonly string[]): string {
  return tn(
    '{n} concern note different from the one here; the one here was kept: {refs}.|{n} concern notes different from those here; those here were kept: {refs}.',
    refs.length,
    { refs: refs.join(', ') },
  )
}
