import type { Capabilities, SelfRole } from '../../meeting/index.ts'
import type { Client } from './read-place.ts'

/**
 * What can be done, how far, by client and role (dom facts §4, §5). `act`: we work the controls up to any question that Teams asks back,
 * which stays the teacher's. `guide`: the control is only pointed at, because nobody has recorded it well enough. `none`: Teams gives
 * this role no such control.
 *
 * Organisers and co-organisers lock and end; presenters admit, mute and remove as well. The hard mute and the camera switch of one
 * person act on attendees only, never on presenters.
 */
const ORGANISER: Capabilities = {
  openPeople: 'act',
  rollCall: 'act',
  admit: 'act',
  deny: 'act',
  muteAll: 'act',
  mute: 'act',
  askToUnmute: 'none',
  micOff: 'act',
  allowMic: 'act',
  cameraOff: 'act',
  allowCamera: 'act',
  camerasOffForAll: 'act',
  camerasOnForAll: 'act',
  stopPresenting: 'guide',
  chatOff: 'guide',
  chatOn: 'guide',
  remove: 'act',
  lock: 'act',
  unlock: 'act',
  endForAll: 'act',
}

const PRESENTER: Capabilities = {
  ...ORGANISER,
  camerasOffForAll: 'guide',
  camerasOnForAll: 'guide',
  chatOff: 'none',
  chatOn: 'none',
  lock: 'none',
  unlock: 'none',
  endForAll: 'guide',
}

const ATTENDEE: Capabilities = {
  openPeople: 'act',
  rollCall: 'act',
  admit: 'none',
  deny: 'none',
  muteAll: 'none',
  mute: 'none',
  askToUnmute: 'none',
  micOff: 'none',
  allowMic: 'none',
  cameraOff: 'none',
  allowCamera: 'none',
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

/** The light client is a guest's: nobody has recorded the menus of an organiser in it, so what leads through menus is pointed at. */
function light(table: Capabilities): Capabilities {
  const guided = ['camerasOffForAll', 'camerasOnForAll'] as const
  return {
    ...table,
    ...Object.fromEntries(
      guided.filter((kind) => table[kind] === 'act').map((kind) => [kind, 'guide']),
    ),
  }
}

/** `unknown` as the organiser's: nothing is hidden from a teacher because her own row has not been seen yet. */
function byRole(
  change: (table: Capabilities) => Capabilities,
): Readonly<Record<SelfRole, Capabilities>> {
  return {
    organiser: change(ORGANISER),
    coorganiser: change(ORGANISER),
    presenter: change(PRESENTER),
    attendee: change(ATTENDEE),
    unknown: change(ORGANISER),
  }
}

export const TEAMS_CAPABILITY_TABLE: Readonly<
  Record<Client, Readonly<Record<SelfRole, Capabilities>>>
> = {
  full: byRole((table) => table),
  light: byRole(light),
  unknown: byRole((table) => table),
}

/** What can be done in this client by this role. */
export function teamsCapabilities(client: Client, role: SelfRole): Capabilities {
  return TEAMS_CAPABILITY_TABLE[client][role]
}

/** The same by the variant of a reading, e.g. "teams-full". */
export function teamsCapabilitiesOf(variant: string, role: SelfRole): Capabilities {
  const client = variant === 'teams-full' ? 'full' : variant === 'teams-light' ? 'light' : 'unknown'
  return teamsCapabilities(client, role)
}

/** Every step that an outcome or a guide can name. Wording is looked up by these ids. */
export const TEAMS_STEPS = [
  'openPeople',
  'rollCall',
  'findPerson',
  'admit',
  'deny',
  'muteAll',
  'mute',
  'micOff',
  'allowMic',
  'cameraOff',
  'allowCamera',
  'openRowMenu',
  'chooseRemove',
  'confirmRemove',
  'makeAttendee',
  'stopPresenting',
  'openControls',
  'openPanelMenu',
  'chooseLock',
  'confirmLock',
  'chooseUnlock',
  'checkLock',
  'openMore',
  'openSettings',
  'openMeetingOptions',
  'openAudioVideo',
  'camerasOff',
  'camerasOn',
  'saveOptions',
  'chatOption',
  'openLeaveMenu',
  'endForAll',
  'confirmEnd',
  'putPanelBack',
] as const
export type TeamsStep = (typeof TEAMS_STEPS)[number]
