import type { CommandKind, Platform } from '../meeting/index.ts'
import type { Message } from '../words/catalogue.ts'
import { tOf } from '../words/say.ts'

/**
 * Why a command is only pointed at or not there at all, in one plain sentence for the teacher, by site and kind. Data, total over every
 * cell of the capability tables that is not `act` (a test goes through them). Where only the rank is in the way, it says whose it is.
 */
const MEET_HOSTS = 'Only hosts and co-hosts can do this in Meet.'
const TEAMS_PRESENTERS = 'Only organisers and presenters can do this in Teams.'
const TEAMS_ORGANISERS = 'Only organisers and co-organisers can do this in Teams.'

const REASONS: Readonly<Record<Platform, Readonly<Partial<Record<CommandKind, Message>>>>> = {
  meet: {
    admit: MEET_HOSTS,
    deny: MEET_HOSTS,
    muteAll:
      'Where Meet keeps “Mute all” is not known for sure. You are shown it; click it yourself.',
    mute: MEET_HOSTS,
    askToUnmute: 'In Meet nobody can switch on another person’s microphone. Ask them to.',
    micOff:
      'Meet cannot keep one microphone off. Mute the person, or switch everyone’s off in the host controls.',
    allowMic: 'Meet has no control for one person’s microphone. Anyone who is muted can unmute.',
    cameraOff: 'Meet has no control for one person’s camera. Ask, or switch everyone’s off.',
    allowCamera: 'Meet has no control for one person’s camera. Allow everyone’s again.',
    camerasOffForAll: MEET_HOSTS,
    camerasOnForAll: MEET_HOSTS,
    stopPresenting:
      'Meet has no known button that ends another person’s presentation. You are shown the switch for sharing.',
    chatOff: MEET_HOSTS,
    chatOn: MEET_HOSTS,
    remove: 'Only hosts and co-hosts can remove people in Meet.',
    lock: MEET_HOSTS,
    unlock: MEET_HOSTS,
    endForAll:
      'Only the host can end the call for everyone, and Meet asks first. Answer it yourself.',
  },
  teams: {
    admit: TEAMS_PRESENTERS,
    deny: TEAMS_PRESENTERS,
    muteAll: TEAMS_PRESENTERS,
    mute: TEAMS_PRESENTERS,
    askToUnmute: 'In Teams nobody can switch on another person’s microphone. Ask them to.',
    micOff: TEAMS_PRESENTERS,
    allowMic: TEAMS_PRESENTERS,
    cameraOff: TEAMS_PRESENTERS,
    allowCamera: TEAMS_PRESENTERS,
    camerasOffForAll:
      'Where Teams keeps this for you is not known for sure. You are shown the way; click it yourself.',
    camerasOnForAll:
      'Where Teams keeps this for you is not known for sure. You are shown the way; click it yourself.',
    stopPresenting:
      'Teams ends another person’s sharing by making them an attendee. That is your choice; you are shown it.',
    chatOff: 'Organisers switch the chat in the meeting options. You are shown the way.',
    chatOn: 'Organisers switch the chat in the meeting options. You are shown the way.',
    remove: TEAMS_PRESENTERS,
    lock: TEAMS_ORGANISERS,
    unlock: TEAMS_ORGANISERS,
    endForAll: 'Only the organiser can end the meeting for everyone.',
  },
}

/** Why this is not simply done on this site; undefined for what everybody can do there. */
export function reasonFor(platform: Platform, kind: CommandKind): string | undefined {
  const reason = REASONS[platform][kind]
  return reason === undefined ? undefined : tOf(reason)
}
