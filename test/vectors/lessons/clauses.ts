import type { Access } from '../../../lib/meeting/index.ts'
import type { CheckState } from '../../../lib/protocol/types.ts'
import { CLOSED, LessonTale, MINUTE, OPEN, SECOND, TEN, YEAR_4 } from './builder.ts'

/**
 * One short lesson for every clause of the two policies, played through the real fold, the real judgement and the real record: where
 * the clause stands on the checklist, what the teacher was asked, and which field of the record holds it.
 * `docs/coverage.md` is made from these; `test/unit/clause-scenarios.test.ts` plays them.
 */
export interface ClauseScenario {
  readonly clause: string
  /** What happens, as a sentence; its name in the coverage table. */
  readonly name: string
  readonly tale: () => LessonTale
  readonly is: CheckState['is']
  /** In the checklist's own words. */
  readonly says?: RegExp
  /** A prompt of this kind was raised in the lesson. */
  readonly asks?: string
  /** Path into the record (see `fieldAt`) and what stands there. */
  readonly field: string
  readonly holds: RegExp
}

const adult = (id: string) => ({ type: 'adultSeen', id, seen: true }) as const

/** As a waiting room is set up: whoever comes has to ask. */
const ASKING = { ...OPEN, state: 'restricted' } as const

/** The teacher, a colleague, Amelia and (by his mother's account) Dev, all as it should be but for the door, which Meet leaves open. */
function lesson(pack = 'combined', door: Access = OPEN): LessonTale {
  return new LessonTale()
    .pack(pack)
    .prepared()
    .at(-4)
    .access(door)
    .at(-3)
    .arrives('lee', 'Tom Lee')
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Mrs Shah')
    .add(adult('amelia'), adult('dev'))
    .room('amelia', 'fine')
    .room('dev', 'fine')
    .at(1)
}

/** One teacher and one pupil who is the whole class. */
const single = () =>
  new LessonTale()
    .register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
    .prepared()
    .at(1)
    .arrives('amelia', 'Amelia Potter')

const done = (tale: LessonTale) => tale.at(45).ends()
const asked = (clause: string, note: string, name: string): ClauseScenario => ({
  clause,
  name,
  tale: () => done(lesson().ticks(clause, note)),
  is: 'confirmed',
  says: new RegExp(note),
  field: `checks[${clause}].what`,
  holds: new RegExp(note),
})
const shown = (clause: string): ClauseScenario => ({
  clause,
  name: 'it is shown with the steps and stands in the text for families',
  tale: () => done(lesson()),
  is: 'info',
  field: `checks[${clause}].text`,
  holds: /\w/,
})

export const SCENARIOS: readonly ClauseScenario[] = [
  {
    clause: 'CW-1',
    name: 'somebody who is not on the register comes in and is told',
    tale: () => lesson().ticks('CW-1', 'letter of 2 November').arrives('x', 'Gary').after(SECOND).prompts(),
    is: 'problem',
    says: /in the call: Gary/,
    asks: 'unknownPerson',
    field: 'people[Gary].kind',
    holds: /^unknown$/,
  },
  {
    clause: 'CW-2',
    name: 'a pupil knocks, is known, and is let in from the waiting room',
    tale: () =>
      lesson('combined', ASKING)
        .knocks('k1', 'Ben Okoro')
        .after(20 * SECOND)
        .arrives('ben', 'Ben Okoro')
        .knockGone('k1', 'Ben Okoro'),
    is: 'seen',
    says: /1 person asked so far/,
    field: 'knocks[Ben Okoro].how',
    holds: /^admitted$/,
  },
  {
    clause: 'CW-3',
    name: 'one comes in the window, one is late',
    tale: () => done(lesson().at(4).arrives('ben', 'Ben Okoro')),
    is: 'problem',
    says: /2 on time, 0 more than 5 minutes early, 1 late: Ben Okoro/,
    field: 'people[Ben Okoro].arrival',
    holds: /^late$/,
  },
  {
    clause: 'CW-4',
    name: 'the name of a device is told as no name',
    tale: () => lesson().arrives('x', 'iPad (2)').after(SECOND).prompts(),
    is: 'problem',
    says: /iPad \(2\)/,
    asks: 'unknownPerson',
    field: 'people[iPad (2)].kind',
    holds: /^notAName$/,
  },
  {
    clause: 'EG-1',
    name: 'a note is taken about a child while the lesson runs',
    tale: () =>
      done(lesson().add({ type: 'note', about: 'amelia', text: 'Said she is scared of going home.' })),
    is: 'info',
    field: 'notes[Amelia Potter].text',
    holds: /scared/,
  },
  {
    clause: 'EG-2',
    name: 'what is kept of a room is a word, never a picture',
    tale: () => done(lesson().room('amelia', 'bedroom').after(SECOND).prompts()),
    is: 'info',
    field: 'people[Amelia Potter].rooms[0].verdict',
    holds: /^bedroom$/,
  },
  asked('EG-3', 'on the blog, 2 November', 'a person ticks it with a note'),
  asked('EG-4', 'sent home in September', 'a person ticks it with a note'),
  {
    clause: 'EG-5',
    name: 'a colleague can’t come, the teacher is told once and writes the reason',
    tale: () =>
      done(
        new LessonTale()
          .prepared()
          .arrives('amelia', 'Amelia Potter')
          .arrives('dev', 'Dev Shah')
          .add(adult('amelia'), adult('dev'))
          .at(4)
          .prompts()
          .ticks('EG-5', 'Mr Lee is ill'),
      ),
    is: 'confirmed',
    says: /Mr Lee is ill/,
    asks: 'fewStaff',
    field: 'checks[EG-5].what',
    holds: /^Mr Lee is ill$/,
  },
  asked('EG-6', 'letter of 4 September', 'a person ticks it with a note'),
  {
    clause: 'EG-7',
    name: 'a pupil is gone for some minutes and the teacher is told',
    tale: () => lesson('combined').pack('crossways').at(10).leaves('dev').at(16).prompts(),
    is: 'waiting',
    asks: 'goneLong',
    field: 'prompts[goneLong].about',
    holds: /Dev Shah/,
  },
  {
    clause: 'EG-8',
    name: 'after the lesson a call home is written down with who and by when',
    tale: () =>
      done(lesson())
        .add({ type: 'note', about: 'amelia', text: 'Follow-up: Phone call home, Ms Khan, by 23/11/2026' })
        .ticks('EG-8', 'see the follow-up'),
    is: 'confirmed',
    says: /see the follow-up/,
    field: 'notes[Amelia Potter].text',
    holds: /^Follow-up: Phone call home, Ms Khan, by 23/,
  },
  asked('EG-9', 'said at the start', 'the words for the class are said and ticked'),
  asked('EG-10', 'school logo', 'a person ticks it for her own account'),
  asked('EG-11', 'school account', 'a person ticks it for her own account'),
  shown('EG-12'),
  {
    clause: 'EG-13',
    name: 'a name changes after coming in and is told with old, new and time',
    tale: () => lesson().arrives('x', 'Ben Okoro').after(MINUTE).renames('x', 'Ben Okoro', 'Batman').after(SECOND).prompts(),
    is: 'problem',
    says: /Ben Okoro became Batman/,
    asks: 'renamed',
    field: 'prompts[renamed].kind',
    holds: /^renamed$/,
  },
  {
    clause: 'EG-14',
    name: 'a phone number in the chat is flagged with its sender, and masked',
    tale: () =>
      lesson()
        .add({ type: 'chatFlag', lineId: 'l1', sender: 'Amelia Potter', kinds: ['phone'], masked: 'ring me on 07•••••• ' })
        .prompts()
        .answers('chatFlag', 'seen'),
    is: 'seen',
    says: /1 chat line .* from Amelia Potter; it was answered/,
    asks: 'chatFlag',
    field: 'chatFlags[Amelia Potter].masked',
    holds: /07•/,
  },
  {
    clause: 'EG-15',
    name: 'it says whose account is used',
    tale: () => lesson().pack('ernesford-grange'),
    is: 'seen',
    says: /1 parent’s or guardian’s name, 1 pupil’s own name.*account is used: Amelia Potter/,
    field: 'people[Dev Shah].kind',
    holds: /^guardian$/,
  },
  shown('EG-16'),
  {
    clause: 'EG-17',
    name: 'the teacher’s own room is looked at, and dress and manner are ticked',
    tale: () => lesson().room('self', 'fine').ticks('EG-17', 'as in class'),
    is: 'confirmed',
    says: /as in class/,
    field: 'checks[EG-17].by',
    holds: /Khan/,
  },
  asked('EG-18', 'newsletter', 'a person ticks it with a note'),
  {
    clause: 'EG-19',
    name: 'in an emergency the lead is noted as told',
    tale: () =>
      lesson()
        .ticks('EG-19', 'numbers are on the wall')
        .add({ type: 'emergency', step: 'opened', note: '' }, { type: 'emergency', step: 'dslTold', note: 'Helen Marsh' }),
    is: 'confirmed',
    says: /numbers are on the wall/,
    field: 'emergencies[dslTold].note',
    holds: /Helen Marsh/,
  },
  {
    clause: 'EG-20',
    name: 'a lesson runs on past the school’s hours and says so',
    tale: () => lesson().at(6 * 60).prompts(),
    is: 'problem',
    says: /still running at 16:00/,
    asks: 'outsideHours',
    field: 'checks[EG-20].what',
    holds: /Outside school hours/,
  },
  {
    clause: 'EG-21',
    name: 'a recording is seen and one family has not agreed',
    tale: () =>
      lesson()
        .arrives('ben', 'Ben Okoro')
        .add({ type: 'notice', what: 'recording', state: 'yes' })
        .after(SECOND)
        .prompts(),
    is: 'problem',
    says: /without permission for Ben Okoro/,
    asks: 'recording',
    field: 'prompts[recording].about',
    holds: /Ben Okoro/,
  },
  {
    clause: 'EG-22',
    name: 'a child without consent knocks, and the teacher is warned before she admits',
    tale: () => lesson().knocks('k1', 'Zofia Kowalska').after(SECOND).prompts(),
    is: 'problem',
    says: /No consent to video: Zofia Kowalska/,
    asks: 'noConsent',
    field: 'prompts[noConsent].about',
    holds: /Zofia Kowalska/,
  },
  asked('EG-23', 'by e-mail to parents', 'a person ticks it with a note'),
  {
    clause: 'CW-5',
    name: 'an adult is seen with each child, with the time, and looked for again later on',
    tale: () => lesson().pack('combined', { parentRecheckMinutes: 20 }).at(20).prompts(),
    is: 'waiting',
    says: /Look again: Amelia Potter and Mrs Shah/,
    asks: 'adultAgain',
    field: 'people[Amelia Potter].adultSeenAt',
    holds: new RegExp(`^${TEN - 3 * MINUTE}$`),
  },
  {
    clause: 'CW-6',
    name: 'nobody comes to the camera: the child is taken out with the reason',
    tale: () =>
      lesson()
        .arrives('ben', 'Ben Okoro')
        .at(7)
        .prompts()
        .answers('noAdult', 'hold')
        .add(
          { type: 'held', id: 'ben', name: 'Ben Okoro', why: 'noAdult' },
          { type: 'command', command: { kind: 'remove', id: 'ben', name: 'Ben Okoro' }, outcome: { result: 'done', steps: [] } },
        )
        .leaves('ben'),
    is: 'seen',
    says: /Taken out until an adult is there: Ben Okoro/,
    asks: 'noAdult',
    field: 'holds[Ben Okoro].why',
    holds: /^noAdult$/,
  },
  {
    clause: 'EG-24',
    name: 'five minutes after the start the call is locked, and seen to be',
    tale: () =>
      lesson()
        .at(5)
        .prompts()
        .answers('lockDue', 'lockNow')
        .add({ type: 'command', command: { kind: 'lock' }, outcome: { result: 'done', steps: [] } })
        .access(CLOSED),
    is: 'seen',
    says: /Locked since 10:05/,
    asks: 'lockDue',
    field: 'lock.doneAt',
    holds: new RegExp(`^${TEN + 5 * MINUTE}$`),
  },
  {
    clause: 'EG-25',
    name: 'an unknown name waits at the door and is turned away',
    tale: () =>
      lesson('combined', ASKING)
        .knocks('k1', 'Gary')
        .after(SECOND)
        .prompts(),
    is: 'problem',
    says: /waiting: Gary/,
    asks: 'unknownPerson',
    field: 'knocks[Gary].how',
    holds: /^waiting$/,
  },
  {
    clause: 'EG-26',
    name: 'one child is let in, and then muted',
    tale: () =>
      lesson()
        .knocks('k1', 'Ben Okoro')
        .after(10 * SECOND)
        .arrives('ben', 'Ben Okoro')
        .knockGone('k1', 'Ben Okoro')
        .after(SECOND)
        .add({ type: 'command', command: { kind: 'mute', id: 'ben', name: 'Ben Okoro' }, outcome: { result: 'done', steps: [] } }),
    is: 'seen',
    says: /came in from the waiting room; 1 seen to be muted/,
    field: 'entries[Ben Okoro].mutedAt',
    holds: /^\d+$/,
  },
  {
    clause: 'EG-27',
    name: 'a camera stays off after the grace time',
    tale: () => lesson().joins('ben', 'Ben Okoro').camera('ben', 'off').after(40 * SECOND).prompts().answers('cameraOff', 'askCameraOn'),
    is: 'problem',
    says: /Camera off or covered: Ben Okoro/,
    asks: 'cameraOff',
    field: 'prompts[cameraOff].answer',
    holds: /^askCameraOn$/,
  },
  {
    clause: 'EG-28',
    name: 'the parent of each child was seen',
    tale: () => lesson(),
    is: 'confirmed',
    says: /An adult was seen with all 2 pupils/,
    field: 'people[Dev Shah].adultSeenAt',
    holds: /^\d+$/,
  },
  asked('CW-7', 'all fine', 'the teacher looks and ticks it'),
  {
    clause: 'CW-8',
    name: 'the teacher sits in what looks like a bedroom',
    tale: () => lesson().room('self', 'bedroom').after(SECOND).prompts(),
    is: 'problem',
    says: /May be in a bedroom or bathroom: Ms Sara Khan/,
    asks: 'room',
    field: 'prompts[room].about',
    holds: /Khan/,
  },
  {
    clause: 'CW-9',
    name: 'a bedroom is flagged, the child is asked to move, and it clears by itself',
    tale: () =>
      lesson()
        .room('amelia', 'bedroom')
        .after(SECOND)
        .prompts()
        .answers('room', 'askToMove')
        .after(60 * SECOND)
        .room('amelia', 'fine')
        .prompts(),
    is: 'seen',
    says: /1 room was asked about in this lesson/,
    asks: 'room',
    field: 'people[Amelia Potter].rooms[0].answer',
    holds: /^askToMove$/,
  },
  asked('CW-10', 'heard nothing amiss', 'the teacher ticks what she heard'),
  asked('CW-11', 'none did', 'the teacher ticks what she saw'),
  shown('CW-12'),
  asked('EG-29', 'kind all through', 'the teacher ticks what she saw and heard'),
  asked('EG-30', 'all dressed', 'the teacher looks and ticks it'),
  {
    clause: 'EG-31',
    name: 'a child shares the screen',
    tale: () => lesson().add({ type: 'presenting', id: 'amelia', on: true }).prompts(),
    is: 'problem',
    says: /Presenting, and not staff: Amelia Potter/,
    asks: 'presenting',
    field: 'prompts[presenting].about',
    holds: /Amelia Potter/,
  },
  {
    clause: 'EG-32',
    name: 'the chat is meant to be off and somebody writes',
    tale: () =>
      lesson()
        .pack('combined', { chat: 'off' })
        .add({ type: 'chatSeen', what: 'line', lineId: 'l2', sender: 'Amelia Potter' })
        .prompts(),
    is: 'problem',
    says: /keeps the chat off.*Amelia Potter/,
    asks: 'chatUsed',
    field: 'prompts[chatUsed].about',
    holds: /Amelia Potter/,
  },
  {
    clause: 'EG-33',
    name: 'a child puts a file into the chat, a colleague may',
    tale: () =>
      lesson()
        .add(
          { type: 'chatSeen', what: 'file', lineId: 'f0', sender: 'Tom Lee' },
          { type: 'chatSeen', what: 'file', lineId: 'f1', sender: 'Amelia Potter' },
        )
        .prompts(),
    is: 'problem',
    says: /^A file in the chat, from Amelia Potter\.$/,
    asks: 'filePosted',
    field: 'prompts[filePosted].about',
    holds: /^Amelia Potter$/,
  },
  {
    clause: 'EG-34',
    name: 'every room was looked at and raised nothing',
    tale: () => lesson(),
    is: 'seen',
    says: /2 rooms looked at/,
    field: 'checks[EG-34].at',
    holds: /^\d+$/,
  },
  shown('EG-35'),
  {
    clause: 'CW-16',
    name: 'everybody has left but one child, and one adult is alone with them',
    tale: () => lesson().at(40).leaves('lee').leaves('dev').after(40 * SECOND).prompts(),
    is: 'problem',
    says: /Khan is alone with Amelia Potter/,
    asks: 'alone',
    field: 'prompts[alone].about',
    holds: /Amelia Potter/,
  },
  {
    clause: 'EG-36',
    name: 'both agreements are written down with names and dates',
    tale: () => single().ticks('EG-36', 'Mrs Potter 18 Nov, Mr Osei (head) 19 Nov'),
    is: 'confirmed',
    says: /Mr Osei \(head\) 19 Nov/,
    field: 'checks[EG-36].what',
    holds: /Mrs Potter 18 Nov/,
  },
  {
    clause: 'EG-37',
    name: 'a one-to-one call has one adult: wait or end',
    tale: () => single().arrives('mum', 'Mrs Potter').at(5).prompts(),
    is: 'problem',
    says: /Fewer than two members of staff/,
    asks: 'fewStaff',
    field: 'prompts[fewStaff].about',
    holds: /Amelia Potter/,
  },
  {
    clause: 'EG-38',
    name: 'the teacher speaks with the parent first and ticks it, with the time',
    tale: () => single().ticks('EG-38', 'spoke with Mrs Potter'),
    is: 'confirmed',
    says: /spoke with Mrs Potter/,
    field: 'checks[EG-38].at',
    holds: new RegExp(`^${TEN + MINUTE}$`),
  },
  {
    clause: 'CW-13',
    name: 'the emergency control ends the call for everybody and the lead is told',
    tale: () =>
      lesson()
        .add({ type: 'emergency', step: 'opened', note: '' })
        .after(5 * SECOND)
        .add({ type: 'emergency', step: 'endedForAll', note: '' })
        .ends()
        .after(30 * SECOND)
        .add({ type: 'emergency', step: 'dslTold', note: 'Helen Marsh (DSL)' }),
    is: 'confirmed',
    says: /call ended for everybody at .*, seen in the meeting; DSL informed at/,
    field: 'emergencies[endedForAll].at',
    holds: new RegExp(`^${TEN + MINUTE + 5 * SECOND}$`),
  },
  {
    clause: 'CW-14',
    name: 'a concern is written down; the record has its reference and none of its words',
    tale: () => done(lesson().add({ type: 'concern', ref: 'C-7' })).ticks('CW-14', 'on CPOMS at 11:10'),
    is: 'confirmed',
    says: /on CPOMS/,
    field: 'concerns[0].ref',
    holds: /^C-7$/,
  },
  shown('CW-15'),
  {
    clause: 'EG-39',
    name: 'the deputy is told about something a child said',
    tale: () => done(lesson().add({ type: 'concern', ref: 'C-8' })).ticks('EG-39', 'David Osei, 10:52'),
    is: 'confirmed',
    says: /David Osei/,
    field: 'checks[EG-39].what',
    holds: /10:52/,
  },
  {
    clause: 'EG-40',
    name: 'date, time and length are written by themselves',
    tale: () => done(lesson()),
    is: 'seen',
    says: /2026-11-20, 09:55 to 10:45, 50 min/,
    field: 'lengthMinutes',
    holds: /^50$/,
  },
  {
    clause: 'EG-41',
    name: 'after the lesson the messages for families have gone out',
    tale: () => done(lesson()).ticks('EG-41', 'reading list to all'),
    is: 'confirmed',
    says: /reading list/,
    field: 'checks[EG-41].what',
    holds: /to all/,
  },
  shown('EG-42'),
]
