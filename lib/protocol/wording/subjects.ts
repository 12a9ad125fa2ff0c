import type { PromptKind } from '../../session/events.ts'
import type { PromptHow } from '../../session/prompts.ts'
import type { Message } from '../../words/catalogue.ts'
import { tOf } from '../../words/say.ts'

/** What each kind of prompt is about, in a few words: for the log, the record and its files. */
export const PROMPT_SUBJECTS: Readonly<Record<PromptKind, Message>> = {
  room: 'Room may be a bedroom or bathroom',
  cameraOff: 'Camera off',
  unknownPerson: 'Not on the register',
  renamed: 'Changed name',
  duplicateName: 'Two people with one name',
  lockSoon: 'Lock is near',
  lockDue: 'Time to lock',
  lockGone: 'Open again after the lock',
  lateKnock: 'Late in the waiting room',
  droppedPupil: 'Dropped out',
  noConsent: 'No consent to video',
  chatFlag: 'Personal information in the chat',
  recording: 'Recording',
  noteTaker: 'Note-taking bot',
  presenting: 'Presenting',
  alone: 'One adult with one pupil',
  fewStaff: 'Fewer staff than the school asks for',
  noAdult: 'No adult seen yet',
  adultAgain: 'Look again for the adult',
  goneLong: 'Gone for some minutes',
  filePosted: 'File in the chat',
  chatUsed: 'Chat used although it is off',
  outsideHours: 'Outside school hours',
}

/** CW-6: whoever was taken out for now has not dropped out. */
const HELD: Message = 'Asks to come in again after a hold'

/** EG-21: what is written down is not recorded. */
const TRANSCRIPTION: Message = 'Transcription'

/** The same for a kind that a journal names; one that a later version wrote is shown as it is. */
export function promptSubject({ kind, how }: { kind: string; how?: PromptHow }): string {
  if (how === 'held') return tOf(HELD)
  if (how === 'transcription') return tOf(TRANSCRIPTION)
  return Object.hasOwn(PROMPT_SUBJECTS, kind) ? tOf(PROMPT_SUBJECTS[kind as PromptKind]) : kind
}
