import type { Message } from '../words/catalogue.ts'
import { tOf } from '../words/say.ts'

/**
 * The rules of a pack for the form in the options: what each means, in plain words, and where it comes from. Data only, to be said with `tOf`;
 * what may stand in a field is said by `pack.ts`.
 */
export interface RuleWords {
  /** Path in the pack, e.g. "schoolHours.from". */
  readonly path: string
  readonly label: Message
  readonly help: Message
  /** Clauses that the rule belongs to. */
  readonly clauses: readonly string[]
  readonly field: RuleField
}

export type RuleField =
  | { readonly is: 'number'; readonly unit: Message }
  | { readonly is: 'time' }
  | { readonly is: 'text' }
  | { readonly is: 'days' }
  | { readonly is: 'yesNo' }
  | {
      readonly is: 'choice'
      readonly options: readonly (readonly [value: string, words: Message])[]
    }

export interface RuleGroup {
  readonly title: Message
  readonly rules: readonly RuleWords[]
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    title: 'Time',
    rules: [
      {
        path: 'locks',
        label: 'The call is locked after the start',
        help: 'A countdown runs in the panel and in the meeting; you lock, and late knocks are shown as late.',
        clauses: ['EG-24'],
        field: { is: 'yesNo' },
      },
      {
        path: 'lockAfterMinutes',
        label: 'Lock after',
        help: 'Counted from the planned start, or from the beginning of the call where that is later.',
        clauses: ['EG-24'],
        field: { is: 'number', unit: 'minutes' },
      },
      {
        path: 'warnBeforeLockMinutes',
        label: 'Warn before the lock',
        help: 'So long before it you are told who is not here yet.',
        clauses: ['EG-24'],
        field: { is: 'number', unit: 'minutes' },
      },
      {
        path: 'earlyWindowMinutes.from',
        label: 'Children may come from',
        help: 'Whoever comes earlier than this stands in the record as early.',
        clauses: ['CW-3'],
        field: { is: 'number', unit: 'minutes before' },
      },
      {
        path: 'earlyWindowMinutes.to',
        label: 'Children should be there by',
        help: 'Part of the text for families. Late is who comes after the start.',
        clauses: ['CW-3'],
        field: { is: 'number', unit: 'minutes before' },
      },
      {
        path: 'schoolHours.from',
        label: 'School hours begin',
        help: 'A lesson outside the school’s hours is told, and takes a reason.',
        clauses: ['EG-20'],
        field: { is: 'time' },
      },
      {
        path: 'schoolHours.to',
        label: 'School hours end',
        help: 'By the wall clock of the time zone below, summer and winter.',
        clauses: ['EG-20'],
        field: { is: 'time' },
      },
      {
        path: 'schoolHours.timeZone',
        label: 'Time zone',
        help: 'Of the school, not of the computer: for example Europe/London.',
        clauses: ['EG-20'],
        field: { is: 'text' },
      },
      {
        path: 'schoolHours.days',
        label: 'School days',
        help: 'On other days every lesson is outside school hours.',
        clauses: ['EG-20'],
        field: { is: 'days' },
      },
    ],
  },
  {
    title: 'Cameras and rooms',
    rules: [
      {
        path: 'cameraRule',
        label: 'Cameras',
        help: 'Where a child is asked to switch off because of the room, that is never held against the child.',
        clauses: ['EG-27', 'CW-9'],
        field: {
          is: 'choice',
          options: [
            ['onToEnter', 'On to come in'],
            ['on', 'On through the whole lesson'],
            ['staffChoice', 'As staff choose'],
            ['off', 'Off'],
          ],
        },
      },
      {
        path: 'cameraGraceSeconds',
        label: 'Time to switch the camera on',
        help: 'Nobody is asked about a camera before that.',
        clauses: ['EG-27'],
        field: { is: 'number', unit: 'seconds' },
      },
      {
        path: 'roomCheck',
        label: 'Look for bedrooms and bathrooms',
        help: 'On this computer, picture by picture, and forgotten at once. Can also be switched off on each computer.',
        clauses: ['CW-8', 'CW-9', 'EG-17', 'EG-34'],
        field: { is: 'yesNo' },
      },
      {
        path: 'roomFirst',
        label: 'When a room is not suitable, first',
        help: 'Which button comes first. If the child is still there, the other follows, then a word with the parent.',
        clauses: ['CW-9'],
        field: {
          is: 'choice',
          options: [
            ['askToMove', 'Ask the child to move'],
            ['cameraOff', 'Switch the camera off'],
          ],
        },
      },
    ],
  },
  {
    title: 'Grown-ups',
    rules: [
      {
        path: 'parentPresence',
        label: 'A parent or carer is in the room',
        help: 'You tick whom you have seen; nobody is recognised by the tool. After five minutes it reminds you of the others.',
        clauses: ['CW-5', 'CW-6', 'EG-28'],
        field: {
          is: 'choice',
          options: [
            ['start', 'At the start'],
            ['throughout', 'Through the whole lesson'],
            ['none', 'Not asked for'],
          ],
        },
      },
      {
        path: 'parentRecheckMinutes',
        label: 'Look again after',
        help: 'A quiet reminder to see whether the adult is still there. 0: never.',
        clauses: ['CW-5'],
        field: { is: 'number', unit: 'minutes' },
      },
      {
        path: 'adultsRequired',
        label: 'Members of staff in the call',
        help: 'With fewer you are told once, and write the reason; in a one-to-one call EG-37 takes no reason. One adult alone with one child is always an alarm, whatever stands here.',
        clauses: ['EG-5', 'EG-37'],
        field: { is: 'number', unit: 'people' },
      },
      {
        path: 'expectedName',
        label: 'Name to be shown',
        help: 'Which name a child’s device should show. A name of the register is never turned away for this.',
        clauses: ['CW-4', 'EG-13', 'EG-15'],
        field: {
          is: 'choice',
          options: [
            ['pupilOrGuardian', 'The child’s or a parent’s'],
            ['guardianPreferred', 'A parent’s where possible'],
            ['pupil', 'The child’s own'],
          ],
        },
      },
    ],
  },
  {
    title: 'In the call',
    rules: [
      {
        path: 'recording',
        label: 'Recording',
        help: 'A recording or transcription without permission for every child in the call, or any where it is never, is an alarm. A note-taking bot is told at once.',
        clauses: ['EG-21'],
        field: {
          is: 'choice',
          options: [
            ['withConsentOfAll', 'Only with permission for every child in the call'],
            ['never', 'Never'],
          ],
        },
      },
      {
        path: 'chat',
        label: 'Chat',
        help: 'With “off” the first line of each child is told. Phone numbers, addresses and account names are flagged where EG-14 is on the checklist.',
        clauses: ['EG-14', 'EG-32'],
        field: {
          is: 'choice',
          options: [
            ['open', 'May be used'],
            ['off', 'Is kept off'],
          ],
        },
      },
      {
        path: 'presenting',
        label: 'Sharing the screen',
        help: 'With “staff only”, somebody else who presents is told at once.',
        clauses: ['EG-31'],
        field: {
          is: 'choice',
          options: [
            ['staffOnly', 'Staff only'],
            ['anyone', 'Anybody'],
          ],
        },
      },
    ],
  },
  {
    title: 'Afterwards',
    rules: [
      {
        path: 'retentionDays',
        label: 'Records are kept for',
        help: 'Then they are deleted by themselves. Use the retention schedule of your school.',
        clauses: ['EG-2', 'EG-40'],
        field: { is: 'number', unit: 'days' },
      },
    ],
  },
]

/** What a rule is called in the form, by its path; the path itself where it has no place there. */
export function ruleLabel(path: string): string {
  const rule = RULE_GROUPS.flatMap(({ rules }) => rules).find((one) => one.path === path)
  return rule === undefined ? path : tOf(rule.label)
}
