import { language, type Language } from '../words/language.ts'
import { t } from '../words/say.ts'
import { asWritten, gluedWords, nameKey, nameReplacer } from './nameLetters.ts'
import type { LessonRecord, RecordPerson } from './types.ts'

/**
 * The record with initials instead of names, of children and adults alike, for showing it to somebody who need not know them. Every
 * export is made from the record, so this covers every format. Names are replaced wherever they stand, also inside notes, chat lines
 * and what the meeting said; ids of the register are left out. Two people with the same initials are told apart by a number.
 * `known`: names of people who may be named without having been in the call (`knownNames.ts`).
 */
export function redacted(record: LessonRecord, known: readonly string[]): LessonRecord {
  return covered(record, coverOf([record], known))
}

/** Several records with the same initials for the same name in all of them. */
export function redactedAll(
  records: readonly LessonRecord[],
  known: readonly string[],
): readonly LessonRecord[] {
  const cover = coverOf(records, known)
  return records.map((record) => covered(record, cover))
}

function covered(record: LessonRecord, cover: Cover): LessonRecord {
  const { name, free } = cover
  const { registerId: _register, ...rest } = record
  return {
    ...rest,
    className: free(record.className),
    ...(record.title === undefined ? {} : { title: free(record.title) }),
    people: record.people.map((person) => personOf(person, cover)),
    notSeen: record.notSeen.map((one) => ({ name: name(one.name), certain: one.certain })),
    lock: {
      ...record.lock,
      evidence: free(record.lock.evidence),
      ...(record.lock.locked === undefined
        ? {}
        : {
            locked: record.lock.locked.map((one) => ({
              ...one,
              ...(one.knownBy === undefined ? {} : { knownBy: free(one.knownBy) }),
            })),
          }),
      ...(record.lock.reopened === undefined
        ? {}
        : {
            reopened: record.lock.reopened.map((one) => ({ ...one, cameIn: one.cameIn.map(name) })),
          }),
    },
    knocks: record.knocks.map((one) => ({ ...one, name: name(one.name) })),
    ...(record.entries === undefined
      ? {}
      : {
          entries: record.entries.map((one) => ({
            ...one,
            name: name(one.name),
            shown: name(one.shown),
            ...(one.adultSeenBy === undefined ? {} : { adultSeenBy: name(one.adultSeenBy) }),
          })),
        }),
    ...(record.holds === undefined
      ? {}
      : { holds: record.holds.map((one) => ({ ...one, name: name(one.name) })) }),
    ...(record.choices === undefined
      ? {}
      : {
          choices: record.choices.map((one) => ({
            ...one,
            shown: name(one.shown),
            who: one.who.map(name),
            note: free(one.note),
          })),
        }),
    prompts: record.prompts.map((one) => ({
      ...one,
      about: one.about.map(name),
      ...(one.note === undefined ? {} : { note: free(one.note) }),
    })),
    checks: record.checks.map((one) => ({
      ...one,
      what: saysWho(one) ? t('(names left out)') : free(one.what),
      ...(one.by === undefined ? {} : { by: name(one.by) }),
    })),
    chatFlags: record.chatFlags.map((one) => ({
      ...one,
      sender: name(one.sender),
      masked: free(one.masked),
    })),
    notes: record.notes.map((one) => ({ ...one, about: name(one.about), text: free(one.text) })),
    emergencies: record.emergencies.map((one) => ({
      ...one,
      // Nothing else knows the name of somebody who is no contact.
      note: one.step === 'otherTold' && one.note !== '' ? t('(names left out)') : free(one.note),
    })),
  }
}

/** What is written down here is names of people whom nothing else knows: who agreed to a one-to-one call (EG-36). */
const SAYS_WHO: ReadonlySet<string> = new Set(['EG-36'])

function saysWho({ clause, state, what, by }: LessonRecord['checks'][number]): boolean {
  return SAYS_WHO.has(clause) && what !== '' && (state === 'confirmed' || by !== undefined)
}

function personOf(person: RecordPerson, { name, free }: Cover): RecordPerson {
  const { personId: _id, ...rest } = person
  return {
    ...rest,
    name: name(person.name),
    shown: [...new Set(person.shown.map(name))],
    renames: person.renames.map((one) => ({ ...one, from: name(one.from), to: name(one.to) })),
    ...(person.perhaps === undefined ? {} : { perhaps: name(person.perhaps) }),
    ...(person.visitor === undefined
      ? {}
      : { visitor: { ...person.visitor, note: free(person.visitor.note) } }),
    ...(person.sharedWith === undefined ? {} : { sharedWith: person.sharedWith.map(name) }),
  }
}

interface Cover {
  /** A whole name, or several joined by "and" ("a", "ac"). */
  readonly name: (text: string) => string
  /** A text in which names may stand. */
  readonly free: (text: string) => string
}

function coverOf(records: readonly LessonRecord[], known: readonly string[]): Cover {
  const whole = new Map<string, string>()
  const used = new Map<string, number>()
  for (const one of [...records.flatMap(allNames), ...known]) {
    if (whole.has(one)) continue
    const initials = initialsOf(one)
    const before = used.get(initials) ?? 0
    used.set(initials, before + 1)
    whole.set(one, before === 0 ? initials : `${initials} (${before + 1})`)
  }
  const kept = KEPT[language()]
  const parts = new Map<string, string>()
  const blind = new Map<string, string>()
  const cover = (one: string, initials: string): void => {
    parts.set(asWritten(one), initials)
    if (!blind.has(nameKey(one))) blind.set(nameKey(one), initials)
  }
  for (const [one, initials] of whole) {
    cover(one, initials)
    for (const word of wordsOf(one))
      if (!kept.has(word.toLowerCase()) && [...nameKey(word)].length > 1)
        cover(word, `${[...word][0]?.toUpperCase() ?? ''}.`)
    for (const word of gluedWords(one)) cover(word, initialsOf(word))
  }
  const free = nameReplacer(parts.keys(), (found) => {
    const exact = parts.get(asWritten(found))
    if (exact !== undefined) return exact
    // Without its accent a name can be a word that is nobody's: "Tô" and "to", "Đỗ" and "do".
    const key = nameKey(found)
    const isNoName = [...key].length < (found === found.toLowerCase() ? 3 : 2)
    if (isNoName || kept.has(key) || kept.has(asWritten(found))) return found
    return blind.get(key) ?? '…'
  })
  // A name that is put together of two ("Amelia and Tom") is none of the list, and its parts are.
  return { name: (text) => whole.get(text) ?? (text === '' ? '' : free(text)), free }
}

/** Words in a name that are nobody's: they may stand in any sentence. In Welsh a sentence or a name may be English all the same. */
const ENGLISH =
  'mr mrs ms miss mx dr prof sir the and of a an in on at is my me it to for guest ipad iphone phone tablet mum dad mother father'.split(
    ' ',
  )
const WELSH =
  'syr athro athrawes y yr a ac i o yn ar am at fy ei ydw yw mae fi gwestai ffôn llechen mam tad dad'.split(
    ' ',
  )
const KEPT: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(ENGLISH),
  cy: new Set([...ENGLISH, ...WELSH]),
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** "A. P." of "Amelia Potter"; titles are left as they are: "Mrs S.". Never the name itself. */
export function initialsOf(name: string): string {
  const initials = wordsOf(name).map((word) => {
    if (TITLES[language()].has(word.toLowerCase())) return word
    return `${[...word][0]?.toUpperCase() ?? ''}.`
  })
  return initials.length === 0 ? t('(no name)') : initials.join(' ')
}

const ENGLISH_TITLES = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'and']
const TITLES: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(ENGLISH_TITLES),
  cy: new Set([...ENGLISH_TITLES, 'a', 'ac']),
}

/** Every name that the record holds as a name, register names first. */
function allNames(record: LessonRecord): readonly string[] {
  const { people } = record
  const found = [
    ...people.map((one) => one.name),
    ...record.notSeen.map((one) => one.name),
    ...people.flatMap((one) => [
      ...one.shown,
      ...one.renames.flatMap((change) => [change.from, change.to]),
      ...(one.sharedWith ?? []),
      one.perhaps ?? '',
    ]),
    ...record.knocks.map((one) => one.name),
    ...(record.entries ?? []).flatMap((one) => [one.name, one.shown, one.adultSeenBy ?? '']),
    ...(record.holds ?? []).map((one) => one.name),
    ...(record.choices ?? []).flatMap((one) => [one.shown, ...one.who]),
    ...record.chatFlags.map((one) => one.sender),
  ]
  return [...new Set(found)].filter((one) => one !== '')
}
