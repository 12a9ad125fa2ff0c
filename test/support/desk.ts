import { Desk } from '../../lib/desk/desk.ts'
import type { DeskParts } from '../../lib/desk/desk.ts'
import type { ToMeeting, ToPanel } from '../../lib/bus/protocol.ts'
import type { Observation, Outcome } from '../../lib/meeting/index.ts'
import { capabilitiesOf } from '../../lib/platforms/capabilities.ts'
import type { Pupil, Register } from '../../lib/register/index.ts'
import { memoryLooks } from './memoryLooks.ts'
import type { ManagedSettings } from '../../lib/storage/managed.ts'
import type { BadgeView } from '../../lib/views/badge.ts'
import type { OverlayView, PanelView } from '../../lib/views/types.ts'
import { panelView } from '../../lib/views/panel.ts'
import { memoryJournal } from './memoryJournal.ts'
import { memoryShelf } from './memoryShelf.ts'
import { MEETING_ENGLISH } from '../../lib/words/start.ts'

export const T0 = Date.UTC(2026, 10, 20, 10, 0)

export function pupil(
  id: string,
  firstName: string,
  lastName: string,
  change: Partial<Pupil> = {},
): Pupil {
  return {
    id,
    firstName,
    lastName,
    preferredName: '',
    guardians: [],
    consentVideo: 'yes',
    consentRecording: 'yes',
    aliases: [],
    ...change,
  }
}

export const YEAR4: Register = {
  id: 'year4',
  name: 'Year 4 Maths',
  pupils: [
    pupil('amelia', 'Amelia', 'Potter'),
    pupil('dev', 'Dev', 'Shah', {
      guardians: [
        { firstName: 'Priya', lastName: 'Shah', title: 'Mrs', relation: 'mother', phone: '' },
      ],
    }),
    pupil('zoe', 'Zoë', 'Brown', { consentVideo: 'no' }),
  ],
  staff: [
    { id: 'khan', firstName: 'Aisha', lastName: 'Khan', title: 'Ms', role: 'teacher', aliases: [] },
  ],
  updatedAt: T0,
}

/** A desk with memory for storage and a clock that the test moves. */
export function deskAt(
  now = T0,
  journal = memoryJournal(),
  looks = memoryLooks(),
  managed: ManagedSettings = {},
  instead: Partial<DeskParts> = {},
) {
  const shelf = memoryShelf([YEAR4], managed)
  const clock = { now }
  let badge: BadgeView | undefined
  const desk = new Desk({
    speak: () => Promise.resolve(MEETING_ENGLISH),
    journal,
    shelf: shelf.shelf,
    looks,
    vault: {
      backUp: async () => ({
        text: '{}',
        lessons: 0,
        classes: 0,
        concerns: 0,
        concernsLeft: 0,
        looks: 0,
        running: 0,
      }),
      restore: async () => Promise.reject(new Error('This desk has no backups.')),
    },
    now: () => clock.now,
    toolVersion: '0.1.0',
    timeZone: 'Europe/London',
    capabilities: capabilitiesOf,
    setRoomCheckRunning: () => undefined,
    setRunning: () => undefined,
    setBadge: (next) => void (badge = next),
    wakeIn: () => undefined,
    ...instead,
  })
  return { desk, journal, clock, badge: () => badge, store: shelf.store }
}

/** A meeting tab that remembers what it was told and answers commands with `outcome`. */
export function meetingTab(
  desk: Desk,
  tabId = 1,
  outcome: Outcome = { result: 'done', steps: [] },
) {
  const told: ToMeeting[] = []
  const tab = desk.connectMeeting(tabId, 'meet', (message) => {
    told.push(structuredClone(message))
    if (message.type === 'perform')
      queueMicrotask(() => desk.tabs.performed(message.requestId, outcome))
  })
  return {
    tab,
    told,
    observe: (seen: Observation) => desk.observed(tab, seen, true),
    overlay: (): OverlayView | undefined =>
      told.findLast((message) => message.type === 'overlay')?.view,
    commands: () =>
      told.flatMap((message) => (message.type === 'perform' ? [message.command] : [])),
    leave: () => desk.disconnectMeeting(tab),
  }
}

/** The next view that a panel gets. */
export function nextView(desk: Desk): Promise<PanelView> {
  return new Promise((resolve) => {
    const close = desk.connectPanel((message: ToPanel) => {
      close()
      resolve(message.view)
    })
  })
}

export { panelView }
