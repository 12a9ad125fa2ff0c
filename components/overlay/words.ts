import type { OverlayView } from '../../lib/views/types.ts'
import type { PromptView } from '../../lib/views/types.ts'

/** Every word that the overlay itself adds. Kept in one place so that it can be translated. */

export const WORDS = {
  product: 'Lesson Steward',
  say: 'You could say',
  minimise: 'Make this message small',
  restore: 'Show the message',
  next: 'Next message',
  closeGuide: 'Close this hint',
  fold: 'Fold away',
  openPanel: 'Open Lesson Steward',
  taken: 'Taken',
} as const

export const SEVERITY: Readonly<Record<PromptView['severity'], string>> = {
  alarm: 'Act now',
  act: 'Please check',
  notice: 'For your information',
}

export function position(index: number, count: number): string {
  return `${index + 1} of ${count}`
}

export function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`
}

export function waitingWords(count: number): string {
  return count === 1 ? '1 waiting to come in' : `${count} waiting to come in`
}

export function dotWords(count: number): string {
  return count === 0 ? WORDS.product : `${WORDS.product}: ${count} waiting`
}

export interface LockWords {
  readonly text: string
  readonly tone: 'ok' | 'check' | 'alarm' | 'quiet'
}

/** What the countdown chip says at `now`; undefined where there is nothing to say. */
export function lockWords(lock: OverlayView['lock'], now: number): LockWords | undefined {
  switch (lock.state) {
    case 'notSet':
      return undefined
    case 'locked':
      return { text: 'Locked', tone: 'ok' }
    case 'cannotSee':
      return { text: "Can't see a lock – check", tone: 'check' }
    case 'reopened':
      return { text: 'Open again – lock', tone: 'alarm' }
    case 'due':
      return { text: 'Lock now', tone: 'alarm' }
    case 'counting': {
      if (lock.dueAt === undefined) return undefined
      const left = Math.ceil((lock.dueAt - now) / 1000)
      if (left <= 0) return { text: 'Lock now', tone: 'alarm' }
      return { text: `Lock in ${minutes(left)}`, tone: left <= 60 ? 'check' : 'quiet' }
    }
  }
}

function minutes(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const rest = String(seconds % 60).padStart(2, '0')
  const whole = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${String(whole).padStart(2, '0')}:${rest}` : `${whole}:${rest}`
}

/** One sentence for each step that the teacher may have to take herself; by step id of the adapters. */
const GUIDE: Readonly<Record<string, string>> = {
  openPeople: 'Open the list of people here.',
  admit: 'Let this person in here.',
  deny: 'Turn this person away here.',
  muteAll: 'Mute everyone here.',
  mute: 'Mute this person here.',
  openHostControls: 'Open the host controls here.',
  hostManagementOn: 'Switch host management on here. The lock needs it.',
  accessTrusted: 'Choose “Trusted” here.',
  accessRestricted: 'Choose “Restricted” here, so that only invited people can come in.',
  accessBack: 'Set who can come in back to what it was here.',
  askToJoinOff: 'Switch off asking to join here. Then nobody new can knock.',
  askToJoinOn: 'Switch on asking to join here, so that people can knock again.',
  camerasOff: 'Switch off everyone’s camera here.',
  camerasOn: 'Allow everyone’s camera again here.',
  chatOff: 'Switch off messages for everyone here.',
  chatOn: 'Switch on messages for everyone here.',
  stopPresenting: 'Stop the presentation here.',
  shareOff: 'Switch off sharing for everyone here, if you want it to stop.',
  unfoldWaiting: 'Open the list of those who wait here.',
  putPanelBack: 'Close this panel here.',
  checkAccess: 'Check here who can come in.',
  openRowMenu: 'Open the menu of this person here.',
  chooseRemove: 'Choose “Remove from the call” here.',
  confirmRemove: 'Confirm here that this person is to be removed.',
  leaveButton: 'Press Leave here.',
  endForAll: 'Choose to end the call for everyone here.',
  micOff: 'Keep this person’s microphone off here.',
  allowMic: 'Allow this person’s microphone here.',
  cameraOff: 'Switch off this person’s camera here.',
  allowCamera: 'Allow this person’s camera here.',
  makeAttendee: 'Making this person an attendee ends the sharing. Choose it here if you want that.',
  openControls: 'Open the meeting’s controls here.',
  openPanelMenu: 'Open this menu here.',
  chooseLock: 'Choose to lock the meeting here.',
  confirmLock: 'Confirm here that the meeting is to be locked.',
  chooseUnlock: 'Choose to unlock the meeting here.',
  checkLock: 'Check here whether the meeting is locked.',
  openMore: 'Open “More” here.',
  openSettings: 'Open the settings here.',
  openMeetingOptions: 'Open the meeting options here.',
  openAudioVideo: 'Open audio and video here.',
  saveOptions: 'Save the options here.',
  chatOption: 'Change the meeting chat here.',
  openLeaveMenu: 'Open the arrow beside Leave here.',
  confirmEnd: 'Confirm here that the meeting is to end for everyone.',
}

export function guideSentence(step: string): string {
  const known = Object.hasOwn(GUIDE, step) ? GUIDE[step] : undefined
  if (known !== undefined) return known
  // An adapter may give the sentence itself.
  return step.includes(' ') ? step : 'Click here in the meeting.'
}
