import type { Concern } from '../../lib/concern/types.ts'
import type { Guardian, Pupil, Register, StaffMember } from '../../lib/register/types.ts'
import type { SessionEventType } from '../../lib/session/events.ts'
import type { JournalRow, SessionRow, UndoRow } from '../../lib/storage/database.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import type { LastLook } from '../../lib/storage/lastLook.ts'
import type { WelcomeProgress } from '../../lib/welcome/progress.ts'

/**
 * What each stored thing is, in words for a data protection officer. The types make it complete: a new field, table or kind of event that
 * is not described here does not compile.
 */
export interface Described {
  readonly title: string
  readonly about: string
  readonly why: string
  readonly kept: string
  readonly fields: Readonly<Record<string, string>>
}

const LESSON =
  'the school’s retention period (365 days unless set otherwise), then deleted by itself'
const CLASS = 'until the class is deleted'

type All<T> = Readonly<Record<keyof T, string>>

const guardian: All<Guardian> = {
  firstName: 'first name',
  lastName: 'last name',
  title: 'form of address',
  relation: 'relation to the child',
  phone: 'telephone number, to ring when something happens in a lesson',
}
const pupil: All<Pupil> = {
  id: 'a number of this tool’s own',
  firstName: 'first name',
  lastName: 'last name',
  preferredName: 'the name the child goes by',
  guardians: `for each: ${Object.values(guardian).join(', ')}`,
  consentVideo: 'consent to video: yes, no, not known',
  consentRecording: 'consent to recording: yes, no, not known',
  aliases: 'names shown in meetings that the teacher has confirmed for this child',
}
const staff: All<StaffMember> = {
  id: 'a number of this tool’s own',
  firstName: 'first name',
  lastName: 'last name',
  title: 'form of address',
  role: 'role in the class',
  aliases: 'names shown in meetings',
}
const register: All<Register> = {
  id: 'a number of this tool’s own',
  name: 'name of the class or set',
  pupils: `for each: ${Object.values(pupil).join('; ')}`,
  staff: `for each: ${Object.values(staff).join('; ')}`,
  updatedAt: 'when it was changed last',
  members: 'of a set: which pupils of which classes',
  archivedAt: 'when it was put away',
}
const session: All<SessionRow> = {
  sessionId: 'site, code of the meeting and when it was first seen',
  platform: 'Google Meet or Microsoft Teams',
  code: 'code of the meeting',
  startedAt: 'start',
  endedAt: 'end',
  interrupted: 'whether the end was not seen',
  className: 'name of the class',
  people: 'how many people were there',
  register: 'the class as it was when the lesson ended',
  pack: 'the rules as they were then',
  dsl: 'whom to ring with a concern, as it was then: name, role, telephone number',
  tip: 'the last link of the journal’s chain, by which a later change is noticed',
  keptFrom: 'where the end lies ahead: when that was first seen, from which on it is kept',
}
const events: Readonly<Record<SessionEventType, string>> = {
  started: 'site, code and title of the meeting',
  classChosen: 'class and rules chosen',
  rulesChanged: 'the rules were changed while the lesson ran, and by which settings',
  plannedStart: 'planned start',
  goesOn:
    'that the class was taken over from a lesson just before on the same link, from which, and who was in it beside staff: the names shown, and when an adult was seen with them',
  anotherLesson: 'the teacher says that it is another lesson',
  lockDeadline: 'when the meeting is to be locked, and whether that was said in the lesson before',
  joined: 'who came in: the name shown, rank, marks of the site such as “Visitor”',
  left: 'who left',
  renamed: 'change of a name shown',
  recognised: 'rank and marks, once seen',
  camera: 'camera on, off or not known',
  presenting: 'screen shared',
  knocked: 'who waited to be let in, by the name shown',
  knockGone: 'let in, turned away or not known',
  matchFixed: 'the teacher said who a name is',
  choiceUndone: 'the teacher took that back',
  leftWaiting: 'the teacher left somebody waiting, and why',
  held: 'taken out to come back, and why',
  wentOn: 'the teacher went on before all was seen',
  visitorExpected: 'an expected visitor, with a note',
  access: 'who may come in, by the site’s own wording',
  readBy: 'by which selector pack the page was read',
  health: 'how well the page could be read',
  notice: 'whether the site says that it records or takes notes',
  room: 'what the room was taken for in one word, how sure, after how many looks, whether she had called it fine; never a picture',
  roomCheck: 'room check on, off or failed',
  prompted: 'what the teacher was asked',
  answered: 'what she answered',
  command: 'what was done in the meeting, and what came of it',
  ticked: 'a check ticked by the teacher, with her note',
  adultSeen: 'the teacher saw an adult with the child',
  chatFlag: 'sender and kind of contact data in a chat line; the data itself is blacked out',
  chatSeen: 'who posted a file, or a line where there should be none; nothing of what it says',
  oneToOne: 'the teacher says that it is a one-to-one lesson',
  concern: 'that a concern was written (its number only)',
  note: 'a note of the teacher’s',
  emergency: 'steps taken in an emergency, with a note',
  clockSetBack: 'that the computer’s clock was set back, and how far',
  proofOfLife: 'that the meeting was still open',
  ended: 'how and when the lesson ended',
}
const journal: All<JournalRow> = {
  sessionId: 'the lesson',
  seq: 'place in the order',
  event: `with its time, one of: ${Object.values(events).join('; ')}`,
  hash: 'the link of the chain, by which a later change is noticed',
}
const undo: All<UndoRow> = {
  registerId: 'the class',
  kept: 'the class as it was before its last import',
  source: 'name of the file',
  at: 'when it was imported',
  undone: 'whether it was taken back',
}
const concern: All<Concern> = {
  ref: 'number of the concern: day, time, count; no name',
  at: 'when it was written',
  happenedAt: 'when it happened',
  timeZone: 'time zone',
  sessionId: 'the lesson, where it was in one',
  where: 'where it happened',
  writer: 'name and job of who writes',
  about: 'whom it is about',
  category: 'what kind of concern',
  words: 'the child’s own words',
  facts: 'what was seen and heard',
  opinion: 'what the writer makes of it',
  present: 'who else was there',
  actions: 'what was done',
  told: 'who was told',
  toldAt: 'when they were told',
  changedAt: 'when it was last changed',
  keptFrom: 'only where it is dated ahead: from when its days are counted',
}
const settings: All<SchoolSettings> = {
  version: 'version of this shape',
  schoolName: 'name of the school',
  packId: 'rules in use',
  dsl: 'safeguarding leads: name, role, telephone',
  roomCheck: 'whether rooms are looked at',
  retentionDays: 'days until a record is deleted',
  headteacher: 'headteacher: name, role, telephone',
  concernDays: 'days until a concern is deleted here',
  language: 'the language of the interface: British English, Welsh, or as the browser prefers',
  ownPack: 'the school’s own rules',
}
const welcome: All<WelcomeProgress> = {
  opened: 'whether the page has opened by itself',
  at: 'the step shown: rules, class or practice lesson',
  done: 'the steps that are done',
}
const lastLook: All<LastLook> = {
  at: 'when that was',
  heldSince: 'where the clock had leapt: since when nothing is deleted until it is a day later',
}

/** The tables of the database, by their names there. */
export const TABLES: Readonly<Record<string, Described>> = {
  registers: {
    title: 'Classes',
    about: 'pupils, their parents and carers, staff',
    why: 'to know who is expected, and whom to ring',
    kept: CLASS,
    fields: register,
  },
  sessions: {
    title: 'Lessons',
    about: 'pupils, parents, staff',
    why: 'list of lessons; what the record needs to stay as it was',
    kept: LESSON,
    fields: session,
  },
  journal: {
    title: 'What happened in each lesson',
    about: 'everybody in the meeting, by the name they show there',
    why: 'evidence that the school’s policy was kept; attendance',
    kept: LESSON,
    fields: journal,
  },
  undos: {
    title: 'Classes before their last import',
    about: 'pupils, their parents and carers, staff',
    why: 'an import can be taken back',
    kept: '14 days, then deleted by itself; with the class at the latest',
    fields: undo,
  },
  concerns: {
    title: 'Safeguarding concerns on their way to the school’s own system',
    about: 'a child, whoever was there, the writer',
    why: 'to be copied into the school’s safeguarding system the same day',
    kept: '30 days unless set otherwise, then deleted by itself',
    fields: concern,
  },
}

/** The browser's storage areas of the extension, by area and key. */
export const AREAS: Readonly<Record<string, Described>> = {
  'storage.local: settings': {
    title: 'Settings',
    about: 'safeguarding leads and the headteacher, at work',
    why: 'the school’s own rules and contacts',
    kept: 'until erased',
    fields: settings,
  },
  'storage.local: looks': {
    title: 'Selector packs from files',
    about: 'nobody',
    why: 'to read a changed site without an update',
    kept: 'until put back to the shipped ones',
    fields: { meet: 'pack for Google Meet', teams: 'pack for Microsoft Teams' },
  },
  'storage.local: welcome': {
    title: 'First steps',
    about: 'nobody',
    why: 'the welcome page opens by itself once, and is taken up where it was left',
    kept: 'until erased',
    fields: welcome,
  },
  'storage.local: lastLook': {
    title: 'The last look for what is past its days',
    about: 'nobody',
    why: 'a clock that is ahead must not delete everything',
    kept: 'until erased',
    fields: lastLook,
  },
  'storage.session: plan': {
    title: 'The lesson as prepared before it begins',
    about: 'nobody beside the class’s name and the teacher’s notes',
    why: 'checks ticked in the green room count for the lesson',
    kept: 'until the browser is closed; in memory only',
    fields: { events: 'class, planned start, ticks and notes' },
  },
}
