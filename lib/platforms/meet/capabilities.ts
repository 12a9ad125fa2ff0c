import type { Capability, CommandKind } from '../../meeting/index.ts'

/**
 * What can be done on Meet and how far. Meet has no lock (access is set to restricted instead) and no way to switch off one person's
 * camera (dom/meet.md §5). Data: the panel draws its buttons from it.
 */
export const MEET_CAPABILITIES: Readonly<Record<CommandKind, Capability>> = {
  openPeople: 'act',
  admit: 'act',
  deny: 'act',
  muteAll: 'guide',
  mute: 'act',
  camerasOffForAll: 'act',
  cameraOff: 'none',
  remove: 'act',
  lock: 'act',
  unlock: 'act',
  endForAll: 'guide',
}

/** Every step that an outcome or a guide can name. Wording is looked up by these ids. */
export const MEET_STEPS = [
  'openPeople',
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
  'putPanelBack',
  'checkAccess',
  'openRowMenu',
  'chooseRemove',
  'confirmRemove',
  'leaveButton',
  'endForAll',
] as const
export type MeetStep = (typeof MEET_STEPS)[number]
