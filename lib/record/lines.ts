import { setBackLength } from '../protocol/setBack.ts'
import { clockText } from '../protocol/time.ts'
import { t } from '../words/say.ts'
import type { LessonRecord, RecordHold, RecordPerson } from './types.ts'
import {
  promptAnswer,
  chatKindWord,
  choiceWord,
  endWord,
  entryWords,
  holdPlaceWord,
  holdWord,
  knockWord,
  noticeWord,
  promptWord,
  resultWord,
  roomWord,
  rulesWord,
  stepWord,
} from './words.ts'

/** One thing that happened, in words, for the log in files and print. */
export interface RecordLine {
  readonly at: number
  readonly what: string
  readonly who: string
  readonly detail: string
  /** Out of the ordinary: it also stands in the text for CPOMS. */
  readonly odd?: true
}

/** Everything of the record that has a time, in order. */
export function recordLines(record: LessonRecord): readonly RecordLine[] {
  const lines: RecordLine[] = []
  const add = (at: number | undefined, what: string, who = '', detail = ''): void => {
    if (at !== undefined) lines.push({ at, what, who, detail })
  }
  const addOdd = (at: number | undefined, what: string, who = '', detail = ''): void => {
    if (at !== undefined) lines.push({ at, what, who, detail, odd: true })
  }
  add(record.startedAt, t('Lesson began'))
  add(record.lock.dueAt, t('Lock was due'))
  for (const { at, result } of record.lock.attempts)
    add(at, t('Lock tried'), '', resultWord(result))
  addLocks(record, addOdd)
  for (const one of (record.rules ?? []).slice(1))
    add(one.from, t('Rules changed'), '', `${one.packId} ${one.packVersion}, ${rulesWord(one.by)}`)
  for (const notice of record.notices ?? []) {
    const what = noticeWord(notice.what)
    for (const { from, to } of notice.seen) {
      addOdd(from, t('Seen to be on: {what}', { what }))
      if (to < record.endedAt) addOdd(to, t('Seen to be off again: {what}', { what }))
    }
  }
  for (const gap of record.unwatched ?? []) {
    const why = t('the meeting’s page gave no sign')
    addOdd(gap.from, t('Nobody watched from here on'), '', why)
    if (gap.to < record.endedAt) add(gap.to, t('Watched again'))
  }
  for (const { at, ms } of record.clockSetBack ?? []) {
    const length = setBackLength(ms)
    const time = clockText(at, record.timeZone)
    const how = t('by {length}; times after it are counted on from {time}', { length, time })
    addOdd(at, t('The computer’s clock was set back'), '', how)
  }
  for (const knock of record.knocks) {
    const detail = [knockWord(knock.how), knock.policy ?? ''].filter((part) => part !== '')
    if (knock.late) addOdd(knock.at, t('Knocked, after the lock'), knock.name, detail.join('; '))
    else add(knock.at, t('Knocked'), knock.name, detail.join('; '))
  }
  for (const entry of record.entries ?? []) {
    add(entry.admittedAt, t('Let in from the waiting room'), entry.name, entryWords(entry))
    add(entry.mutedAt, t('Muted after coming in'), entry.name)
  }
  for (const hold of record.holds ?? []) {
    addOdd(hold.at, heldWords(hold), hold.name, holdWord(hold.why))
    add(hold.backAt, t('In after being held'), hold.name)
  }
  for (const knock of record.knocks)
    add(knock.leftWaitingAt, t('Left waiting by the teacher'), knock.name)
  for (const choice of record.choices ?? []) {
    add(choice.at, t('Teacher said who it is'), choice.shown, choiceWord(choice))
    add(choice.undoneAt, t('Teacher took that back'), choice.shown, choiceWord(choice))
  }
  addPeople(record, add, addOdd)
  for (const prompt of record.prompts) {
    const [what, about] = [promptWord(prompt), prompt.about.join('; ')]
    add(prompt.at, what, about)
    add(prompt.answeredAt, t('Answer to: {what}', { what }), about, promptAnswer(prompt))
  }
  for (const flag of record.chatFlags)
    addOdd(
      flag.at,
      t('Chat line flagged'),
      flag.sender,
      `${flag.kinds.map(chatKindWord).join(', ')}: ${flag.masked}`,
    )
  for (const check of record.checks)
    if (check.state === 'confirmed')
      add(
        check.at,
        t('Confirmed: {what}', { what: check.text }),
        '',
        [check.clause, check.what].filter((part) => part !== '').join(': '),
      )
  for (const one of record.concerns ?? []) addOdd(one.at, t('Concern written down'), '', one.ref)
  for (const note of record.notes) add(note.at, t('Note'), note.about, note.text)
  for (const step of record.emergencies) add(step.at, stepWord(step.step), '', step.note)
  add(record.endedAt, t('Lesson ended'), '', endWord(record.endReason))
  return lines.toSorted((a, b) => a.at - b.at)
}

type Add = (at: number | undefined, what: string, who?: string, detail?: string) => void

/** Every lock with what it was known by, and every time that it was open again. */
function addLocks({ lock }: LessonRecord, addOdd: Add): void {
  const { doneAt, evidence, reopened = [] } = lock
  const locked = lock.locked ?? (doneAt === undefined ? [] : [{ from: doneAt }])
  for (const [index, one] of locked.entries()) {
    // A record of an earlier version says only what was seen last: of a lock that held that is what it was known by.
    const knownBy =
      'knownBy' in one ? (one.knownBy ?? '') : lock.reopenedAt.length === 0 ? evidence : ''
    const open = reopened.find(({ until }) => until === one.from)
    if (index === 0 || open === undefined) addOdd(one.from, t('Seen locked'), '', knownBy)
    else {
      const who = open.cameIn.join('; ')
      const said = who === '' ? t('nobody came in meanwhile') : t('came in')
      const detail = [said, knownBy].filter((part) => part !== '').join('; ')
      addOdd(one.from, t('Seen locked again'), who, detail)
    }
  }
  for (const at of lock.reopenedAt) addOdd(at, t('Seen open again after the lock'))
}

/** Hundreds of people with dozens of lines each: what they all say is said once. */
function addPeople({ people, prompts, endedAt }: LessonRecord, add: Add, addOdd: Add): void {
  // Where anybody may present nobody was ever asked about it.
  const isLimited = prompts.some(({ kind }) => kind === 'presenting')
  const said = {
    cameIn: t('Came in'),
    wentOut: t('Went out'),
    renamed: t('Changed name'),
    cameraOn: t('Camera on'),
    cameraOff: t('Camera off'),
    byStaff: t('by staff instruction'),
    presents: t('Began to present'),
    presented: t('Stopped presenting'),
    room: t('Room'),
    adult: t('Adult seen'),
    noAdult: t('Adult seen: taken back'),
  }
  for (const person of people) {
    for (const stay of person.stays) {
      add(stay.from, said.cameIn, person.name)
      if (stay.to < endedAt) add(stay.to, said.wentOut, person.name)
    }
    const isStaff = person.kind === 'self' || person.kind === 'staff'
    const told = isLimited && !isStaff && person.visitor === undefined ? addOdd : add
    for (const share of person.presented ?? []) {
      told(share.from, said.presents, person.name)
      if (share.to < endedAt) told(share.to, said.presented, person.name)
    }
    for (const change of person.renames)
      addOdd(change.at, said.renamed, person.name, `${change.from} → ${change.to}`)
    for (const stretch of person.cameraOn) {
      add(stretch.from, said.cameraOn, person.name)
      // Ends with the stay where they left: that is no camera that went off.
      const left = person.stays.some((stay) => stay.to === stretch.to)
      if (stretch.to < endedAt && !left) {
        const asked = offByStaffAt(person, stretch.to)
        add(stretch.to, said.cameraOff, person.name, asked ? said.byStaff : '')
      }
    }
    for (const room of person.rooms)
      if (room.answer === '' && room.verdict === 'fine')
        add(room.at, said.room, person.name, roomWord(room.verdict))
    // A record of an earlier version has only one of them.
    if (person.adultLooks === undefined) add(person.adultSeenAt, said.adult, person.name)
    for (const look of person.adultLooks ?? [])
      add(look.at, look.seen ? said.adult : said.noAdult, person.name)
  }
}

function heldWords({ where, result }: RecordHold): string {
  return result === undefined
    ? t('Held: {where}', { where: holdPlaceWord(where) })
    : t('Held: {where} ({result})', { where: holdPlaceWord(where), result: resultWord(result) })
}

function offByStaffAt(person: RecordPerson, at: number): boolean {
  return (person.cameraOffByStaff ?? []).some((one) => one.from <= at && at < one.to)
}
