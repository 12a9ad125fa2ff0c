import type { HealthItem, HealthTopic } from '../../lib/meeting/index.ts'
import type { RecordPerson } from '../../lib/record/types.ts'

/** Words for the closed lists of a record. A word that a later version wrote and this one doesn't know is shown as it is. */

const KIND: Readonly<Record<RecordPerson['kind'], string>> = {
  pupil: 'Pupil',
  guardian: 'Parent or carer',
  staff: 'Staff',
  self: 'Teacher',
  unknown: 'Not on the register',
  ambiguous: 'Could be several',
  notAName: 'Not a real name',
  duplicate: 'Name shown twice',
  noteTaker: 'Note-taking bot',
  expectedAbsent: 'Expected',
}
export const kindWord = (kind: RecordPerson['kind']): string => KIND[kind]

const ARRIVAL: Readonly<Record<RecordPerson['arrival'], string>> = {
  early: 'Early',
  onTime: 'On time',
  late: 'Late',
  unknown: '',
  notSeen: 'Not seen',
}
export const arrivalWord = (arrival: RecordPerson['arrival']): string => ARRIVAL[arrival]

const PROMPT: Readonly<Record<string, string>> = {
  room: 'Room looked like a bedroom or bathroom',
  cameraOff: 'Camera off',
  unknownPerson: 'Not on the register',
  renamed: 'Changed name',
  duplicateName: 'Two people with one name',
  lockSoon: 'One minute to the lock',
  lockDue: 'Time to lock',
  lockGone: 'Lock was opened again',
  lateKnock: 'Late in the waiting room',
  droppedPupil: 'Dropped out',
  noConsent: 'No consent to video',
  chatFlag: 'Chat to look at',
  recording: 'Recording',
  noteTaker: 'Note-taking bot',
  presenting: 'Presenting',
  alone: 'One adult with one pupil',
}
const ANSWER: Readonly<Record<string, string>> = {
  askToMove: 'Asked to move',
  cameraOff: 'Camera off',
  looksFine: 'Looks fine',
  later: 'Later',
  askCameraOn: 'Asked to turn the camera on',
  lockNow: 'Locked',
  wait: 'Waited one more minute',
  admit: 'Admitted',
  deny: 'Denied',
  remove: 'Removed',
  expected: 'Expected',
  seen: 'Checked',
  dismissed: 'Dismissed',
  cleared: 'Cleared by itself',
}
const CHECK: Readonly<Record<string, string>> = {
  seen: 'Seen',
  confirmed: 'Confirmed',
  todo: 'Not done',
  problem: 'Problem',
  blind: 'Could not be seen',
  info: 'For information',
  waiting: 'Open',
}
const KNOCK: Readonly<Record<string, string>> = {
  admitted: 'Admitted',
  denied: 'Denied',
  unknown: 'Left the waiting room',
  waiting: 'Was still waiting',
}
const ROOM: Readonly<Record<string, string>> = {
  bedroom: 'Bedroom?',
  bathroom: 'Bathroom?',
  fine: 'Fine',
  unsure: 'Not sure',
  covered: 'Covered or dark',
}
const RESULT: Readonly<Record<string, string>> = {
  done: 'done, seen on the page',
  guided: 'the real control was pointed at',
  unavailable: 'was not possible',
}
const END: Readonly<Record<string, string>> = {
  left: 'The teacher left the call',
  removed: 'The teacher was removed',
  endedForAll: 'The call was ended for everyone',
  denied: 'Entry was denied',
  unknown: 'The call ended',
  interrupted: 'Interrupted: the end is the last moment that is known',
  closedByTeacher: 'Finished by the teacher',
}
const STEP: Readonly<Record<string, string>> = {
  opened: 'Emergency opened',
  endedForAll: 'Call ended for everyone',
  dslTold: 'Safeguarding lead told',
  closed: 'Emergency closed',
}

const look = (words: Readonly<Record<string, string>>) => (word: string) => words[word] ?? word
export const promptWord = look(PROMPT)
export const answerWord = look(ANSWER)
export const checkWord = look(CHECK)
export const knockWord = look(KNOCK)
export const roomWord = look(ROOM)
export const resultWord = look(RESULT)
export const endWord = look(END)
export const emergencyWord = look(STEP)

export const TOPIC_WORD: Readonly<Record<HealthTopic, string>> = {
  people: 'People',
  lobby: 'Waiting room',
  cameras: 'Cameras',
  chat: 'Chat',
  lock: 'Lock',
}
export function levelSentence(item: HealthItem): string {
  return item.level === 'complete' ? 'read in full' : item.level === 'partial' ? 'read in part' : 'could not be read'
}
export function platformWord(platform: string): string {
  return platform === 'meet' ? 'Google Meet' : platform === 'teams' ? 'Microsoft Teams' : platform
}
