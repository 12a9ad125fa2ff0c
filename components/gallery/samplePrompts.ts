import type { KnockRow, LockView, PromptView, QueueView, WalkView } from '../../lib/views/types.ts'
import { at, NOW } from './sampleClock.ts'
import { pupil } from './samplePeople.ts'

/** Knocks, prompts and locks of the made-up lessons. */

/** Somebody who knocks with the name of a device. */
export const STRANGER: KnockRow = {
  key: 'k3',
  name: 'iPad (2)',
  judgement: 'Not a name we know — ask who it is',
  tone: 'check',
  kind: 'notAName',
  late: false,
  wasHere: false,
  noConsent: false,
  since: at(10, 3),
}

export const KNOCKS: readonly KnockRow[] = [
  {
    key: 'k1',
    name: 'Amelia Potter',
    judgement: 'On the register',
    tone: 'ok',
    kind: 'pupil',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 2),
  },
  {
    key: 'k2',
    name: 'Mrs Shah',
    judgement: 'Parent or carer of Dev Shah',
    tone: 'ok',
    kind: 'guardian',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 2),
  },
  STRANGER,
]

/** The queue with `nextKey` offered: what the background makes of the knocks above. */
export const QUEUE: QueueView = {
  nextKey: 'k1',
  unfinished: [],
  holdNote:
    'They leave the call. Meet can’t put anybody back into its waiting room, and may not let somebody who was removed ask again: tell the family first.',
}
export const WALK: WalkView = {
  id: 'spaces/x/devices/3',
  name: 'Mohammed Rahman',
  at: at(10, 2, 40),
  steps: [
    { step: 'name', is: 'done', text: 'Name checked: on the register', at: at(10, 2, 40) },
    { step: 'camera', is: 'done', text: 'Camera on · 10:02', at: at(10, 2, 44) },
    { step: 'adult', is: 'open', text: 'Adult: say hello to Mrs Rahman' },
  ],
  complete: false,
  mute: { can: 'act', first: true, seen: true },
}
/** A whole class that knocks at once. */
export const CROWD: readonly KnockRow[] = Array.from({ length: 30 }, (_, i) => {
  const { name } = pupil(i)
  const special: Partial<KnockRow> =
    i === 12
      ? { tone: 'alarm', noConsent: true, turn: 'look', note: 'No consent to video (EG-22).' }
      : i === 0
        ? {
            turn: 'next',
            wasHere: true,
            note: 'Was here until 10:02, held because no adult was seen.',
          }
        : {}
  return {
    key: `c${i}`,
    name,
    judgement: 'On the register',
    tone: 'ok',
    kind: 'pupil',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 2),
    turn: 'inTurn',
    ...special,
  }
})

export const BEDROOM_PROMPT: PromptView = {
  promptId: 'room:1',
  kind: 'room',
  severity: 'act',
  title: 'Dev Shah may be in a bedroom',
  body: 'Look at the picture. Pupils should be in a shared room of the house.',
  say: 'Dev, could you take your tablet to the living room or the kitchen, please? We will wait for you.',
  answers: [
    { answer: 'askToMove', label: 'Ask to move', primary: true },
    { answer: 'cameraOff', label: 'Camera off', primary: false },
    { answer: 'looksFine', label: 'Looks fine', primary: false },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['spaces/x/devices/1'],
  clauses: ['CW-9', 'EG-34'],
  at: at(10, 3, 5),
}
export const RENAMED: PromptView = {
  promptId: 'dup:1',
  kind: 'duplicateName',
  severity: 'alarm',
  title: 'Two people show the name Amelia Potter',
  body: 'One of them was called “Gary” until 10:03. Ask both to say hello on camera.',
  say: 'Amelia, could you wave to us, please?',
  answers: [
    { answer: 'seen', label: 'I checked', primary: true },
    { answer: 'remove', label: 'Remove the newcomer', primary: false },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['a', 'b'],
  clauses: ['EG-13'],
  at: at(10, 3, 10),
}
export const CAMERA_PROMPT: PromptView = {
  promptId: 'cam:4',
  kind: 'cameraOff',
  severity: 'notice',
  title: 'Grace Okafor has the camera off',
  body: 'The camera has been off for a minute.',
  say: 'Grace, could you turn your camera on for us, please?',
  answers: [
    { answer: 'askCameraOn', label: 'I asked', primary: true },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['spaces/x/devices/4'],
  clauses: ['EG-27'],
  at: at(10, 2, 50),
}
export const FEW_STAFF: PromptView = {
  promptId: 'fewStaff',
  kind: 'fewStaff',
  severity: 'notice',
  title: 'You are the only member of staff',
  body: 'Two members of staff are in the call where possible. If it is not possible this time, write the reason in the panel.',
  say: '',
  answers: [
    { answer: 'seen', label: 'I’ll see to it', primary: true },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: [],
  clauses: [],
  rule: 'Members of staff in the call',
  takesReason: true,
  at: NOW,
}
/** A one-to-one call in which a colleague is missing: to wait, or to end it (EG-37). */
export const SECOND_ADULT: PromptView = {
  promptId: 'fewStaff',
  kind: 'fewStaff',
  severity: 'act',
  title: 'A one-to-one call needs two members of staff',
  body: 'Wait with Maximilian and the parent until a colleague is here, or end the call.',
  say: 'Hello Maximilian. We’ll begin as soon as my colleague is here.',
  answers: [
    { answer: 'later', label: 'We’ll wait', primary: true },
    { answer: 'endCall', label: 'End the call', primary: false },
    { answer: 'seen', label: 'A colleague is beside me', primary: false },
  ],
  about: [],
  clauses: [],
  at: NOW,
}
/** With whom to ring, as the panel alone shows it. */
export const GONE_LONG: PromptView = {
  promptId: 'gone:6',
  kind: 'goneLong',
  severity: 'notice',
  title: '2 pupils have been gone for a while',
  body: 'Dev Shah, Freya Hughes. They were here before and have not come back. If you did not expect it, ring home.',
  say: '',
  answers: [
    { answer: 'seen', label: 'I know why', primary: true },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['spaces/x/devices/1', 'spaces/x/devices/2'],
  clauses: ['EG-7'],
  ring: [
    'Dev Shah: Mrs Shah, 01632 960 145; Mr Shah, 01632 960 146',
    'Freya Hughes: Mrs Wolfeschlegelsteinhausen-Bergerdorff, 01632 960 170',
  ],
  at: at(10, 9),
}
export const LOCK_DUE: PromptView = {
  promptId: 'lock:1',
  kind: 'lockDue',
  severity: 'act',
  title: 'Time to lock the call',
  body: 'Five minutes have passed since the start. 2 expected pupils are not here.',
  say: '',
  answers: [
    { answer: 'lockNow', label: 'Lock now', primary: true },
    { answer: 'wait', label: 'One more minute', primary: false },
  ],
  about: [],
  clauses: ['EG-24'],
  at: NOW,
}

export const COUNTING: LockView = {
  state: 'counting',
  fromAt: at(10, 0),
  dueAt: at(10, 5),
  evidence: 'The access badge says “Open”.',
  expectedMissing: ['Samir Haddad', 'Elsie Ward', 'Jonah Bell'],
  absenceCertain: true,
  canLock: 'act',
}
export const LOCKED: LockView = {
  state: 'locked',
  fromAt: at(10, 0),
  dueAt: at(10, 5),
  lockedAt: at(10, 5),
  evidence: 'The access badge says “Restricted · nobody can ask to join”.',
  expectedMissing: ['Samir Haddad'],
  absenceCertain: true,
  canLock: 'act',
}
