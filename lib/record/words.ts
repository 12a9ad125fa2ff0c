import type { HealthTopic } from '../meeting/index.ts'
import { SITE_NAMES } from '../meeting/sites.ts'
import { clockText } from '../protocol/time.ts'
import { promptSubject } from '../protocol/wording/subjects.ts'
import type { Message } from '../words/catalogue.ts'
import { joined } from '../words/lists.ts'
import type { Unread } from '../session/unread.ts'
import { t, tn, tOf } from '../words/say.ts'
import type { JournalProof, LessonRecord, RecordEntry, RecordPerson } from './types.ts'

/** Words for the closed lists of a record in files and print. A word that a later version wrote is shown as it is. */
type Words = Readonly<Record<string, Message | ''>>
const look =
  (words: Words) =>
  (word: string): string => {
    const found = Object.hasOwn(words, word) ? words[word] : undefined
    if (found === undefined) return word
    return found === '' ? '' : tOf(found)
  }

/** "10:05 to 10:10" */
export function spanWords(
  { from, to }: { readonly from: number; readonly to: number },
  timeZone: string,
): string {
  return t('{from} to {to}', { from: clockText(from, timeZone), to: clockText(to, timeZone) })
}

const KIND: Readonly<Record<RecordPerson['kind'], Message>> = {
  pupil: 'Pupil',
  guardian: 'Pupil (parent’s or carer’s account)',
  staff: 'Staff',
  self: 'Teacher',
  unknown: 'Not on the register',
  ambiguous: 'Not clear who',
  notAName: 'Not a real name',
  duplicate: 'Name shown twice',
  noteTaker: 'Note-taking bot',
  expectedAbsent: 'Pupil',
}
export const kindWord = look(KIND)

export function visitorWord(note: string): string {
  return note === '' ? t('Visitor, expected') : t('Visitor, expected: {note}', { note })
}

/** What the teacher said of a name. */
export function choiceWord(choice: NonNullable<LessonRecord['choices']>[number]): string {
  return choice.what === 'visitor' ? visitorWord(choice.note) : joined(choice.who)
}

/** Who somebody is, in a few words. */
export function whoWord(
  person: Pick<RecordPerson, 'kind' | 'visitor' | 'perhaps' | 'sharedWith'>,
): string {
  if (person.visitor !== undefined) return visitorWord(person.visitor.note)
  const { perhaps, sharedWith } = person
  const kind = kindWord(person.kind)
  const who =
    perhaps === undefined ? kind : t('{who} (perhaps {name})', { who: kind, name: perhaps })
  return sharedWith === undefined
    ? who
    : t('{who} (one device with {names})', { who, names: sharedWith.join(', ') })
}

export const arrivalWord = look({
  early: 'Early',
  onTime: 'On time',
  late: 'Late',
  hereBefore: 'Here before I first looked',
  unknown: '',
  notSeen: 'Not seen##record',
})

export const reasonWord = look({
  exact: 'exact name',
  preferredName: 'preferred name',
  alias: 'name confirmed before',
  lastFirst: 'surname first',
  guardianName: 'name of a parent or carer',
  guardianOfPupil: 'family of the pupil',
  familyName: 'family name',
  firstNameOnly: 'first name only',
  initials: 'initials',
  nickname: 'nickname',
  closeSpelling: 'close spelling',
  teacherChoice: 'chosen by the teacher',
  twoFit: 'several fit',
  severalPeople: 'several children on one device',
  deviceName: 'name of a device',
  tooShort: 'too short',
  onlySymbols: 'no letters',
  lookAlikeLetters: 'look-alike letters',
  sameNameTwice: 'name shown twice',
  knownBot: 'known bot',
  noFit: 'fits nobody',
})

export const promptWord = promptSubject

export const answerWord = look({
  askToMove: 'asked to move',
  cameraOff: 'camera off',
  looksFine: 'looks fine',
  later: 'later',
  askCameraOn: 'asked for the camera',
  lockNow: 'lock now',
  wait: 'one more minute',
  admit: 'admitted',
  deny: 'not let in',
  remove: 'removed',
  expected: 'known to the teacher',
  seen: 'seen by the teacher',
  adultSeen: 'an adult is there',
  hold: 'taken out until an adult is there',
  endCall: 'end the call',
  reason: 'reason written',
  dismissed: 'closed##prompt',
  cleared: 'cleared by itself',
  withdrawn: 'withdrawn, check switched off',
})

/** The answer to a prompt in words, with what was written to it. */
export function promptAnswer({ answer, note }: LessonRecord['prompts'][number]): string {
  if (answer === '') return t('no answer')
  return note === undefined ? answerWord(answer) : `${answerWord(answer)}: ${note}`
}

export const checkWord = look({
  seen: 'Seen',
  confirmed: 'Confirmed',
  todo: 'Not confirmed',
  problem: 'Problem',
  blind: 'Could not be seen',
  info: 'For information',
  waiting: 'Still open',
  notApplicable: 'Not applicable',
})

/** Why somebody is held. */
export const holdWord = look({
  noAdult: 'no adult was seen',
  cameraOff: 'the camera was off',
  nameUnclear: 'it was not clear who it is',
  other: 'by the teacher',
})
export const holdPlaceWord = look({ waitingRoom: 'left in the waiting room', call: 'taken out' })
const entryWord = look({
  complete: 'everything seen',
  passed: 'the teacher went on',
  held: 'held',
  left: 'ended with the stay',
})
const walkStepWord = look({ name: 'name', camera: 'camera', adult: 'adult' })
/** How a coming in ended: "held; not seen: camera, adult". */
export function entryWords({ end, missing }: RecordEntry): string {
  return missing.length === 0
    ? entryWord(end)
    : t('{end}; not seen: {what}', {
        end: entryWord(end),
        what: missing.map(walkStepWord).join(', '),
      })
}
export const admittedByWord = look({ tool: 'this tool', meeting: 'the meeting’s own button' })

export const knockWord = look({
  admitted: 'admitted',
  denied: 'not let in',
  unknown: 'gone from the waiting room',
  waiting: 'still waiting',
})
export const roomWord = look({
  bedroom: 'may be a bedroom',
  bathroom: 'may be a bathroom',
  fine: 'fine',
  unsure: 'not sure',
  covered: 'covered or dark',
})
export const resultWord = look({
  done: 'done, seen on the page',
  guided: 'the real control was pointed at',
  unavailable: 'not possible',
})
export function platformWord(platform: string): string {
  return platform === 'meet' || platform === 'teams' ? SITE_NAMES[platform] : platform
}
export const levelWord = look({ complete: 'in full', partial: 'in part', blind: 'not at all' })
export const readingReason = look({
  panelNeverOpened: 'the panel for it was not opened',
  panelClosed: 'the panel for it was closed',
  listShorterThanCount: 'the list showed fewer people than the meeting counted',
  notInCall: 'the call was not open here yet',
  noTiles: 'no pictures on the stage',
  tilesHidden: 'not everybody had a picture on the stage',
  notAHost: 'only a host can see it',
  pageNotRecognised: 'the page was not one that is known',
  otherFrame: 'kept in a part of the page that can’t be read',
  badgeMissing: 'the meeting did not show it',
  badgeWordingUnknown: 'worded in a way that is not known',
  tabHidden: 'the meeting’s tab was hidden',
  pageSilent: 'the meeting’s page was gone or gave no sign',
  readerFailed: 'reading failed',
})
export const looksWord = look({
  shipped: 'the extension’s own',
  file: 'from a file',
  school: 'from the school',
})
export const variantWord = look({
  'meet-2025': 'Google Meet, layout of 2025',
  'meet-2026': 'Google Meet, layout of 2026',
  'teams-full': 'Microsoft Teams, full client',
  'teams-light': 'Microsoft Teams, light client',
})
export const rulesWord = look({
  start: 'held when the lesson began',
  chosen: 'chosen by the teacher',
  settings: 'changed in the settings',
  managed: 'changed by the school',
})
/** "combined 1", or with the time from which on each held: "combined 1; hillside 2 from 10:20". */
export function rulesWords({ rules, packId, packVersion, timeZone }: LessonRecord): string {
  const [first, ...later] = rules ?? []
  if (first === undefined) return `${packId} ${packVersion}`.trim()
  return [
    `${first.packId} ${first.packVersion}`,
    ...later.map((one) =>
      t('{rules} from {time}', {
        rules: `${one.packId} ${one.packVersion}`,
        time: clockText(one.from, timeZone),
      }),
    ),
  ].join('; ')
}
export const noticeWord = look({
  recording: 'recording',
  transcription: 'transcription',
  noteTaking: 'note-taking by the site',
})
/** "10:05 to 10:10" for each; what was not seen is told apart from what can't be known. Empty in an earlier version's record. */
export function noticesWords({ notices = [], timeZone }: LessonRecord): string {
  const on = notices.flatMap(({ what, seen }) =>
    seen.length === 0
      ? []
      : [`${noticeWord(what)} ${seen.map((one) => spanWords(one, timeZone)).join(', ')}`],
  )
  if (on.length > 0) return on.join('; ')
  const recording = notices.find((one) => one.what === 'recording')
  if (recording === undefined) return ''
  return recording.last === 'no' ? t('none seen') : t('the meeting does not show it')
}
export const stepWord = look({
  opened: 'Emergency opened',
  endedForAll: 'Call ended for everybody',
  endedByTeacher: 'Call ended for everybody, as the teacher said',
  dslTold: 'Safeguarding lead told',
  otherTold: 'Somebody told who is not listed as a contact',
  mistake: 'Emergency was opened by mistake, as the teacher said',
  closed: 'Emergency closed',
})
export const endWord = look({
  left: 'the teacher left the call',
  removed: 'the teacher was removed',
  endedForAll: 'the call was ended for everybody',
  denied: 'entry was denied',
  unknown: 'the call ended',
  interrupted: 'interrupted: the end is the last moment that is known',
  closedByTeacher: 'finished by the teacher',
  running: 'still running: the record so far',
})
export const chatKindWord = look({
  phone: 'phone number',
  email: 'e-mail address',
  social: 'account name',
  link: 'link',
  address: 'address',
})

const TOPICS: Readonly<Record<HealthTopic, Message>> = {
  people: 'People',
  lobby: 'Waiting room',
  cameras: 'Cameras',
  chat: 'Chat',
  lock: 'Lock##noun',
}
export function topicWord(topic: HealthTopic): string {
  return tOf(TOPICS[topic])
}

/** "Absent" only where it is certain. */
export function absenceWord(certain: boolean): string {
  return certain ? t('Absent') : t('Not seen (not certain)')
}

/** The same with the name: "Amelia Potter: absent". */
export function absenceLine({ name, certain }: LessonRecord['notSeen'][number]): string {
  return certain ? t('{name}: absent', { name }) : t('{name}: not seen (not certain)', { name })
}

type OfJournal = Pick<LessonRecord, 'journal' | 'timeZone'>

/** What the journal behind the record is worth, in a sentence or two. Empty where it was not looked at. */
export function journalWords({ journal, timeZone }: OfJournal): string {
  if (journal === undefined) return ''
  const { unread = [] } = journal
  const lacks = unread.length === 0 ? [] : [unreadWords(unread, timeZone)]
  return [chainWords(journal), ...lacks].join('. ')
}

/** So many of them are named: a list for somebody who looks after them, not to be read. */
const MOST_NAMED = 10

/** Which entries the record lacks: "3, 12 (10:05)". */
function unreadWords(unread: readonly Unread[], timeZone: string): string {
  const named = unread
    .slice(0, MOST_NAMED)
    .map(({ seq, at }) => (at === undefined ? `${seq}` : `${seq} (${clockText(at, timeZone)})`))
  return tn(
    '{n} entry can’t be read and is not in this record: {which}|{n} entries can’t be read and are not in this record: {which}',
    unread.length,
    { which: [...named, ...(unread.length > MOST_NAMED ? ['…'] : [])].join(', ') },
  )
}

function chainWords({ check, at, events }: JournalProof): string {
  switch (check) {
    case 'intact':
      return t('Intact: all {n} entries are as they were written', { n: events })
    case 'changed':
      return at === undefined
        ? t('Changed after it was written')
        : t('Changed after it was written, from entry {at} on', { at })
    case 'missing':
      return at === undefined
        ? t('Entries are missing')
        : t('Entries are missing, from entry {at} on', { at })
    case 'unchained':
      return t('Not kept by the version that wrote it')
    case 'inMemory':
      return t('Not looked at yet: the lesson is not closed')
  }
}

/** Whether the record has to be read with care: its journal is not what was written. */
export function isDamaged({ journal }: Pick<LessonRecord, 'journal'>): boolean {
  return journal?.check === 'changed' || journal?.check === 'missing'
}

/** Whether the record lacks what some entries of its journal say, damaged or not: this version can't read them. */
export function lacksEntries({ journal }: Pick<LessonRecord, 'journal'>): boolean {
  return (journal?.unread ?? []).length > 0
}
