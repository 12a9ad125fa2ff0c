import type { Message } from '../words/catalogue.ts'

/**
 * Everything that the browser lets the extension do, in plain words. One table: the welcome page shows it, and a test holds it
 * against the manifest, so that nothing can be asked for that is not explained.
 */
export interface PermissionWords {
  /** As in the manifest; several where they are there for one reason. */
  readonly asked: readonly string[]
  /** As somebody would say it who is no technician. */
  readonly title: Message
  readonly why: Message
}

export const PERMISSIONS: readonly PermissionWords[] = [
  {
    asked: ['https://meet.google.com/*'],
    title: 'Read and change pages of Google Meet',
    why: 'To see who waits, who is in the call and whose camera is on, and to draw badges there. It presses a control only after your own click.',
  },
  {
    asked: [
      'https://teams.microsoft.com/*',
      'https://teams.live.com/*',
      'https://teams.cloud.microsoft/*',
    ],
    title: 'Read and change pages of Microsoft Teams',
    why: 'The same for Teams, which has three addresses. No other website can be read.',
  },
  {
    asked: ['storage', 'unlimitedStorage'],
    title: 'Keep things on this computer',
    why: 'Your classes, your settings and the records of lessons. Without a limit, so that a record never stops in the middle of a lesson.',
  },
  {
    asked: ['sidePanel'],
    title: 'Show a panel beside the page',
    why: 'The panel in which you see the lesson and answer.',
  },
  {
    asked: ['offscreen'],
    title: 'Work in a hidden page',
    why: 'There the picture of a room is looked at, out of reach of the meeting’s own page. No picture is kept.',
  },
  {
    asked: ['scripting'],
    title: 'Start in meetings that are already open',
    why: 'So that you need not leave a call when the extension was just installed or updated.',
  },
  {
    asked: ['alarms'],
    title: 'Wake up at a set time',
    why: 'For the lock of the call, and to delete old records on their day.',
  },
]

/** Privacy in five lines. Each is a promise that a test or the manifest keeps; none is longer than a breath. */
export const PRIVACY: readonly Message[] = [
  'Nothing leaves this computer by itself: the extension cannot connect to anywhere.',
  'No picture and no sound is ever stored; a room is looked at and forgotten.',
  'No face is recognised. It sees a room, never who is in it.',
  'Class lists never go into a meeting page, and no child is ever given a score.',
  'Records are deleted by themselves when your school’s time is over, or by you at any moment.',
]
