import type { CommandKind, Platform } from '../../lib/meeting/index.ts'
import type { MeetStep } from '../../lib/platforms/meet/capabilities.ts'
import type { TeamsStep } from '../../lib/platforms/teams/capabilities.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'

/**
 * What is said beside a control that the teacher is pointed at. One sentence for every step id of each site, total by its type: a step
 * without a sentence would leave her with an outline and no word. `{…}` is the control as the site names it in English; where the
 * page speaks another language, the control's own name takes its place. No sentence can carry a person's name.
 */
export const GUIDE_SENTENCES = {
  meet: {
    openPeople: 'Press {People} to open the list of people.',
    rollCall: 'Scroll once through the whole list of people.',
    unfoldWaiting: 'Press {Waiting to join} to unfold the people who wait.',
    admit: 'Press “Admit” beside this person.',
    deny: 'Press “Deny entry” beside this person.',
    muteAll: 'Press {Mute all}, and confirm it if Meet asks.',
    mute: 'Press the microphone button of this person.',
    openHostControls: 'Press {Host controls}.',
    hostManagementOn:
      'Switch {Host management} on. While it is off, the choices below it stay grey.',
    accessTrusted: 'Choose {Trusted}.',
    accessRestricted: 'Choose {Restricted}, so that only invited people can come in.',
    accessBack: 'Under “Meeting access”, choose this, as it was before the lock.',
    askToJoinOff:
      'Untick {Anyone with the meeting link can ask to join}, so that nobody can knock.',
    askToJoinOn: 'Tick {Anyone with the meeting link can ask to join}, so that people can knock.',
    camerasOff: 'Switch {Let contributors turn on their video} off.',
    camerasOn: 'Switch {Let contributors turn on their video} on.',
    chatOff: 'Switch {Let participants send messages} off.',
    chatOn: 'Switch {Let participants send messages} on.',
    stopPresenting: 'Choose “Stop presenting”, where Meet offers it.',
    shareOff:
      'Switch {Let contributors share their screen} off, if you want it to stop. It counts for everyone.',
    putPanelBack: 'Press {Close} to close this panel.',
    checkAccess: 'Look at the sign with the door: it says who can come in.',
    openRowMenu: 'Press “More options”, the three dots beside this person.',
    chooseRemove: 'Choose {Remove from the call}.',
    confirmRemove: 'Read what Meet asks, then press {Remove}.',
    leaveButton:
      'Press {Leave call}, then “End the call for everyone”. If Meet does not ask, come straight back in: the class is still there.',
    endForAll: 'Choose {End the call for everyone}.',
  } satisfies Record<MeetStep, Message>,
  teams: {
    openPeople: 'Press {People} to open the list of people.',
    rollCall: 'Scroll once through the whole list of people.',
    findPerson: 'Find this person in the list of people.',
    admit: 'Press “Admit” beside this person.',
    deny: 'Press “Deny” beside this person.',
    muteAll: 'Press {Mute all}.',
    mute: 'Choose {Mute participant}.',
    micOff: 'Choose {Disable mic}.',
    allowMic: 'Choose {Allow mic}.',
    cameraOff: 'Choose {Disable camera}.',
    allowCamera: 'Choose {Allow camera}.',
    openRowMenu: 'Press “More options”, the three dots beside this person.',
    chooseRemove: 'Choose {Remove from meeting}.',
    confirmRemove: 'Read what Teams asks, then press {Remove}.',
    makeAttendee:
      'Choose {Make an attendee}. Attendees can’t present; Teams asks before it does it.',
    stopPresenting: 'Choose “Stop presenting” or “Stop sharing”.',
    openControls: 'Press {Controls} in the meeting bar.',
    openPanelMenu: 'Press {More options}, the three dots at the top of the list of people.',
    chooseLock: 'Choose {Lock meeting}.',
    confirmLock: 'Read what Teams asks, then press {Lock}.',
    chooseUnlock: 'Choose {Unlock meeting}.',
    checkLock: 'Look whether Teams says that the meeting is locked.',
    openMore: 'Press {More} in the meeting bar.',
    openSettings: 'Choose {Settings}.',
    openMeetingOptions: 'Choose {Meeting options}.',
    openAudioVideo: 'Choose {Audio & video}.',
    camerasOff:
      'Switch “Allow camera for attendees” off, or choose “Disable camera for attendees”.',
    camerasOn: 'Turn {Allow camera for attendees} on.',
    saveOptions: 'Press {Save}, so that it takes effect.',
    chatOption: 'Set “Meeting chat” here, then press “Save”.',
    openLeaveMenu:
      'Press the arrow beside “Leave”. Don’t press “Leave” itself: the class would stay in the call.',
    endForAll: 'Choose {End meeting}.',
    confirmEnd: 'Read what Teams asks, then press {End}.',
    putPanelBack: 'Close this panel, or open the one you had before.',
  } satisfies Record<TeamsStep, Message>,
} as const satisfies Record<Platform, Readonly<Record<string, Message>>>

/** Where one step serves two commands and the control is called something else in the second. */
const OTHERWISE: Readonly<Record<string, Message>> = {
  'unlock confirmLock': 'Read what Teams asks, then press {Unlock}.',
}

/** What it is for; said first, because she may have clicked half a minute ago. */
export const PURPOSES: Readonly<Record<CommandKind, Message>> = {
  openPeople: 'To see who is here',
  rollCall: 'To read the whole list of people',
  admit: 'To let this person in',
  deny: 'To turn this person away',
  muteAll: 'To mute everyone',
  mute: 'To mute this person',
  askToUnmute: 'To ask this person to unmute',
  micOff: 'To keep this microphone off',
  allowMic: 'To allow this microphone again',
  cameraOff: 'To switch this camera off',
  allowCamera: 'To allow this camera again',
  camerasOffForAll: 'To switch everyone’s camera off',
  camerasOnForAll: 'To allow everyone’s camera again',
  stopPresenting: 'To stop this presentation',
  chatOff: 'To switch the chat off',
  chatOn: 'To switch the chat on',
  remove: 'To remove this person from the call',
  lock: 'To lock the meeting',
  unlock: 'To unlock the meeting',
  endForAll: 'To end the call for everyone',
}

/** About one person: what it is for is not said where the class can read it, and another person's control is never pointed at. */
const ABOUT_ONE: ReadonlySet<CommandKind> = new Set([
  'admit',
  'deny',
  'mute',
  'askToUnmute',
  'micOff',
  'allowMic',
  'cameraOff',
  'allowCamera',
  'stopPresenting',
  'remove',
])

export const isAboutOne = (kind: CommandKind | undefined): boolean =>
  kind === undefined || ABOUT_ONE.has(kind)

/** What stands on the page when it is said. */
export interface GuideScene {
  readonly platform: Platform
  /** A step id of the adapter; a sentence of its own is also taken. */
  readonly step: string
  readonly kind: CommandKind | undefined
  /** The class can read along: no person's name and nothing about one person. */
  readonly discreet: boolean
  /** The control's own name, where the page speaks another language than English. */
  readonly called?: string | undefined
  /** A question of the site stands in front of the control. */
  readonly asks: boolean
  /** A whole menu, row or dialog is outlined, because the control in it is not known. */
  readonly box: boolean
  /** `closed`: the menu that holds it is closed. Else where to scroll. */
  readonly away?: 'closed' | 'up' | 'down' | 'left' | 'right' | undefined
}

/** The whole sentence: what it is for, what to do, where. */
export function guideSentence(scene: GuideScene): string {
  const { kind, discreet, asks, box, away } = scene
  const action = asks
    ? t('The meeting asks something first. Read it, and answer it yourself.')
    : actionOf(scene)
  const isSaid = kind !== undefined && !(discreet && isAboutOne(kind))
  const first =
    away === 'closed'
      ? t('Open the menu again, then {action}', { action: decapitalised(action) })
      : action
  const parts = [isSaid ? `${tOf(PURPOSES[kind])}: ${decapitalised(first)}` : first]
  if (away !== undefined && away !== 'closed') parts.push(t(SCROLL[away]))
  else if (box && !asks && away === undefined) parts.push(t('It is inside the outline.'))
  return parts.join(' ')
}

const SCROLL = {
  up: 'It is further up: scroll there.',
  down: 'It is further down: scroll there.',
  left: 'It is further left: scroll there.',
  right: 'It is further right: scroll there.',
} as const satisfies Readonly<Record<string, Message>>

function actionOf({ platform, step, kind, called, discreet }: GuideScene): string {
  const table: Readonly<Record<string, Message>> = GUIDE_SENTENCES[platform]
  const known =
    OTHERWISE[`${kind ?? ''} ${step}`] ?? (Object.hasOwn(table, step) ? table[step] : undefined)
  if (known !== undefined) return named(tOf(known), discreet ? undefined : called)
  // An adapter may give the sentence itself; what it holds is not known, so it is not for the class.
  return step.includes(' ') && !discreet ? step : t('Press here in the meeting.')
}

function named(sentence: string, called: string | undefined): string {
  return sentence.replace(/\{([^}]*)\}/g, (_whole, english: string) => `“${called ?? english}”`)
}

function decapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** Steps that take place in a dialog of the site: it is no question that has come in between. */
const IN_DIALOG: ReadonlySet<string> = new Set([
  'admit',
  'deny',
  'confirmRemove',
  'confirmLock',
  'confirmEnd',
  'endForAll',
  'openAudioVideo',
  'camerasOff',
  'camerasOn',
  'saveOptions',
  'chatOption',
] satisfies (MeetStep | TeamsStep)[])

/** Whether what is pointed at is a question in between. `where`: the outlined thing is a dialog itself, stands in one, or neither. */
export function asksFirst(step: string, where: 'dialog' | 'inDialog' | undefined): boolean {
  if (where === undefined) return false
  if (!IN_DIALOG.has(step)) return true
  return where === 'dialog' && (step === 'admit' || step === 'deny')
}
