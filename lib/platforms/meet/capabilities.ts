import type { Capabilities, SelfRole } from '../../meeting/index.ts'

/**
 * What can be done on Meet and how far. Meet has no lock (access is set to restricted instead), no way to switch off one person's
 * camera or to keep one microphone off, and a host can't ask for a microphone (dom/meet.md §5). Cameras and chat are switched for
 * everybody at once. Data: the panel draws its buttons from it.
 */
const HOST: Capabilities = {
  openPeople: 'act',
  rollCall: 'act',
  admit: 'act',
  deny: 'act',
  muteAll: 'guide',
  mute: 'act',
  askToUnmute: 'none',
  micOff: 'none',
  allowMic: 'none',
  cameraOff: 'none',
  allowCamera: 'none',
  camerasOffForAll: 'act',
  camerasOnForAll: 'act',
  stopPresenting: 'guide',
  chatOff: 'act',
  chatOn: 'act',
  remove: 'act',
  lock: 'act',
  unlock: 'act',
  endForAll: 'guide',
}

/** Meet draws none of its host controls for the others. */
const GUEST: Capabilities = {
  ...HOST,
  admit: 'none',
  deny: 'none',
  muteAll: 'none',
  mute: 'none',
  camerasOffForAll: 'none',
  camerasOnForAll: 'none',
  stopPresenting: 'none',
  chatOff: 'none',
  chatOn: 'none',
  remove: 'none',
  lock: 'none',
  unlock: 'none',
  endForAll: 'none',
}

/** `unknown` as the host's: nothing is hidden from a teacher because the page has not shown her rank yet. */
export const MEET_CAPABILITY_TABLE: Readonly<Record<SelfRole, Capabilities>> = {
  organiser: HOST,
  coorganiser: HOST,
  presenter: GUEST,
  attendee: GUEST,
  unknown: HOST,
}

/** What can be done by this role. Both generations of Meet's interface have the same controls. */
export function meetCapabilities(role: SelfRole): Capabilities {
  return MEET_CAPABILITY_TABLE[role]
}

/** Every step that an outcome or a guide can name. Wording is looked up by these ids. */
export const MEET_STEPS = [
  'openPeople',
  'rollCall',
  'unfoldWaiting',
  'admit',
  'deny',
  'muteAll',
  'mute',
  'openHostControls',
  'hostManagementOn',
  'accessTrusted',
  'accessRestricted',
  'accessBack',
  'askToJoinOff',
  'askToJoinOn',
  'camerasOff',
  'camerasOn',
  'chatOff',
  'chatOn',
  'stopPresenting',
  'shareOff',
  'putPanelBack',
  'checkAccess',
  'openRowMenu',
  'chooseRemove',
  'confirmRemove',
  'leaveButton',
  'endForAll',
] as const
export type MeetStep = (typeof MEET_STEPS)[number]
