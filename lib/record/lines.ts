import type { LessonRecord, RecordPerson } from './types.ts'
import {
  promptAnswer,
  chatKindWord,
  choiceWord,
  endWord,
  entryWord,
  holdPlaceWord,
  holdWord,
  knockWord,
  noticeWord,
  promptWord,
  resultWord,
  roomWord,
  rulesWord,
  stepWord,
  walkStepWord,
} from './words.ts'

/** One thing that happened, in words, for the log in files and print. */
export interface RecordLine {
  readonly at: number
  readonly what: string
  readonly who: string
  readonly detail: string
}

/** Everything of the record that has a time, in order. */
export function recordLines(record: LessonRecord): readonly RecordLine[] {
  const lines: RecordLine[] = []
  const add = (at: number | undefined, what: string, who = '', detail = ''): void => {
    if (at !== undefined) lines.push({ at, what, who, detail })
  }
  add(record.startedAt, 'Lesson began')
  add(record.lock.dueAt, 'Lock was due')
  for (const { at, result } of record.lock.attempts) add(at, 'Lock tried', '', resultWord(result))
  add(record.lock.doneAt, 'Seen locked', '', record.lock.evidence)
  for (const at of record.lock.reopenedAt) add(at, 'Seen open again after the lock')
  for (const one of record.lock.reopened ?? []) {
    const who = one.cameIn.join('; ')
    add(one.until, 'Seen locked again', who, who === '' ? 'nobody came in meanwhile' : 'came in')
  }
  for (const one of (record.rules ?? []).slice(1))
    add(one.from, 'Rules changed', '', `${one.packId} ${one.packVersion}, ${rulesWord(one.by)}`)
  for (const { what, seen } of record.notices ?? [])
    for (const { from, to } of seen) {
      add(from, `Seen to be on: ${noticeWord(what)}`)
      if (to < record.endedAt) add(to, `Seen to be off again: ${noticeWord(what)}`)
    }
  for (const gap of record.unwatched ?? []) {
    add(gap.from, 'Nobody watched from here on', '', 'the meeting’s page gave no sign')
    if (gap.to < record.endedAt) add(gap.to, 'Watched again')
  }
  for (const knock of record.knocks)
    add(
      knock.at,
      knock.late ? 'Knocked, after the lock' : 'Knocked',
      knock.name,
      [knockWord(knock.how), knock.policy ?? ''].filter((part) => part !== '').join('; '),
    )
  for (const entry of record.entries ?? []) {
    add(
      entry.admittedAt,
      'Let in from the waiting room',
      entry.name,
      [
        entryWord(entry.end),
        entry.missing.length === 0 ? '' : `not seen: ${entry.missing.map(walkStepWord).join(', ')}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    )
    add(entry.mutedAt, 'Muted after coming in', entry.name)
  }
  for (const hold of record.holds ?? []) {
    const done = hold.result === undefined ? '' : ` (${resultWord(hold.result)})`
    add(hold.at, `Held: ${holdPlaceWord(hold.where)}${done}`, hold.name, holdWord(hold.why))
    add(hold.backAt, 'In after being held', hold.name)
  }
  for (const knock of record.knocks)
    add(knock.leftWaitingAt, 'Left waiting by the teacher', knock.name)
  for (const choice of record.choices ?? []) {
    add(choice.at, 'Teacher said who it is', choice.shown, choiceWord(choice))
    add(choice.undoneAt, 'Teacher took that back', choice.shown, choiceWord(choice))
  }
  for (const person of record.people) {
    for (const stay of person.stays) {
      add(stay.from, 'Came in', person.name)
      if (stay.to < record.endedAt) add(stay.to, 'Went out', person.name)
    }
    for (const change of person.renames)
      add(change.at, 'Changed name', person.name, `${change.from} → ${change.to}`)
    for (const stretch of person.cameraOn) {
      add(stretch.from, 'Camera on', person.name)
      // Ends with the stay where they left: that is no camera that went off.
      const left = person.stays.some((stay) => stay.to === stretch.to)
      if (stretch.to < record.endedAt && !left)
        add(stretch.to, 'Camera off', person.name, byStaffAt(person, stretch.to))
    }
    for (const room of person.rooms)
      if (room.answer === '' && room.verdict === 'fine')
        add(room.at, 'Room', person.name, roomWord(room.verdict))
    // A record of an earlier version has only one of them.
    if (person.adultLooks === undefined) add(person.adultSeenAt, 'Adult seen', person.name)
    for (const look of person.adultLooks ?? [])
      add(look.at, look.seen ? 'Adult seen' : 'Adult seen: taken back', person.name)
  }
  for (const prompt of record.prompts) {
    add(prompt.at, promptWord(prompt.kind), prompt.about.join('; '))
    add(
      prompt.answeredAt,
      `Answer to: ${promptWord(prompt.kind)}`,
      prompt.about.join('; '),
      promptAnswer(prompt),
    )
  }
  for (const flag of record.chatFlags)
    add(
      flag.at,
      'Chat line flagged',
      flag.sender,
      `${flag.kinds.map(chatKindWord).join(', ')}: ${flag.masked}`,
    )
  for (const check of record.checks)
    if (check.state === 'confirmed')
      add(
        check.at,
        `Confirmed: ${check.text}`,
        '',
        [check.clause, check.what].filter((part) => part !== '').join(': '),
      )
  for (const one of record.concerns ?? []) add(one.at, 'Concern written down', '', one.ref)
  for (const note of record.notes) add(note.at, 'Note', note.about, note.text)
  for (const step of record.emergencies) add(step.at, stepWord(step.step), '', step.note)
  add(record.endedAt, 'Lesson ended', '', endWord(record.endReason))
  return lines.toSorted((a, b) => a.at - b.at)
}

function byStaffAt(person: RecordPerson, at: number): string {
  const asked = (person.cameraOffByStaff ?? []).some((one) => one.from <= at && at < one.to)
  return asked ? 'by staff instruction' : ''
}
