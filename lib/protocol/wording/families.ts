import type { Message } from '../../words/catalogue.ts'
import { t, tn, tOf } from '../../words/say.ts'
import type { Pack } from '../types.ts'

/** What a text for families needs of the school beside its rules. Everything may be empty. */
export interface SchoolForFamilies {
  readonly schoolName: string
  readonly headteacher: { readonly name: string; readonly role: string; readonly phone: string }
  readonly dsl: readonly { readonly name: string; readonly role: string; readonly phone: string }[]
}

/** One sentence for families: the clauses it stands for, and its words under the school's rules. Empty: nothing to say. */
interface Line {
  readonly clauses: readonly string[]
  readonly say: (pack: Pack, school: SchoolForFamilies) => string
}

const always =
  (text: Message): Line['say'] =>
  () =>
    tOf(text)

const NAME_TO_SHOW = {
  pupilOrGuardian: 'Please join under your own or your child’s real name.',
  guardianPreferred: 'Please join with a parent’s account, under your real name.',
  pupil: 'Please join under your child’s real name.',
} as const satisfies Record<Pack['expectedName'], Message>

const GROWN_UP = {
  start: 'A grown-up says hello at the start and stays nearby.',
  throughout: 'A grown-up says hello at the start and stays in the same room.',
} as const satisfies Partial<Record<Pack['parentPresence'], Message>>

const SECTIONS: readonly { readonly title: Message; readonly lines: readonly Line[] }[] = [
  {
    title: 'Before the lesson',
    lines: [
      {
        clauses: ['CW-1', 'EG-23'],
        say: always('The link is for your family only. Please keep it to yourselves.'),
      },
      {
        clauses: ['EG-22'],
        say: always('Your child can only join when you have agreed to video lessons.'),
      },
      {
        clauses: ['EG-3', 'EG-4', 'EG-6', 'EG-18'],
        say: always(
          'You get the timetable, the acceptable-use guidance and this guidance beforehand. Please read them with your child.',
        ),
      },
      {
        clauses: ['EG-20'],
        say: ({ schoolHours: { from, to } }) =>
          t('Lessons are in school hours, from {from} to {to}.', { from, to }),
      },
      {
        clauses: ['EG-10', 'EG-11'],
        say: always('Staff hold lessons with a school account, never with a private one.'),
      },
      {
        clauses: ['CW-2', 'EG-25'],
        say: always(
          'Everybody comes through a waiting room: we check who is there before we let anybody in.',
        ),
      },
      {
        clauses: ['CW-3'],
        say: ({ earlyWindowMinutes: { from, to } }) =>
          t('Please join {to} to {from} minutes before the start and wait in the waiting room.', {
            from,
            to,
          }),
      },
      {
        clauses: ['CW-4', 'EG-13', 'EG-15'],
        say: ({ expectedName }) => tOf(NAME_TO_SHOW[expectedName]),
      },
    ],
  },
  {
    title: 'During the lesson',
    lines: [
      {
        clauses: ['EG-24'],
        say: ({ lockAfterMinutes }) =>
          tn(
            'Please be on time: {n} minute after the start nobody else can join.|Please be on time: {n} minutes after the start nobody else can join.',
            lockAfterMinutes,
          ),
      },
      {
        clauses: ['EG-26'],
        say: always('Children are let in one at a time and keep the microphone off at first.'),
      },
      {
        clauses: ['EG-27'],
        say: always('The camera is on to come in, so that we can see who is there.'),
      },
      {
        clauses: ['CW-5', 'EG-28'],
        say: ({ parentPresence }) =>
          parentPresence === 'none' ? '' : tOf(GROWN_UP[parentPresence]),
      },
      {
        clauses: ['CW-6'],
        say: ({ parentPresence }) =>
          parentPresence === 'none'
            ? ''
            : t('If no grown-up can be there, the lesson can’t go on for your child this time.'),
      },
      {
        clauses: ['CW-16'],
        say: always('Most lessons are for a group or the whole class.'),
      },
      {
        clauses: ['EG-5'],
        say: ({ adultsRequired }) =>
          adultsRequired < 2 ? '' : t('Where possible two members of staff are there.'),
      },
      {
        clauses: ['CW-8', 'EG-17'],
        say: always('Staff teach in front of a plain background, in a suitable place.'),
      },
      {
        clauses: ['CW-9', 'EG-34'],
        say: always(
          'Please sit in a shared room such as the living room or kitchen, not in a bedroom.',
        ),
      },
      {
        clauses: ['CW-7', 'EG-30'],
        say: always('Everybody in view is dressed as for school, please; no pyjamas.'),
      },
      {
        clauses: ['CW-10', 'EG-29'],
        say: always('Everybody who can be heard uses kind and suitable language.'),
      },
      {
        clauses: ['CW-11'],
        say: always('Please don’t talk with other people’s children in the call.'),
      },
      {
        clauses: ['CW-12'],
        say: always('Please take no screenshots, photos or recordings.'),
      },
      {
        clauses: ['EG-21'],
        say: ({ recording }) =>
          recording === 'never'
            ? t('We do not record lessons.')
            : t('We record a lesson only with the permission of every family.'),
      },
      {
        clauses: ['EG-14'],
        say: always('Please share no phone numbers, addresses or account names.'),
      },
      {
        clauses: ['EG-31', 'EG-32', 'EG-33'],
        say: always('Sharing the screen, files and private messages are for staff only.'),
      },
      {
        clauses: ['EG-35'],
        say: always('Keep passwords private, and put nothing from lessons on social media.'),
      },
    ],
  },
  {
    title: 'If your child has a one-to-one call',
    lines: [
      {
        clauses: ['EG-36'],
        say: always('It is only held when you and the headteacher or deputy have agreed to it.'),
      },
      {
        clauses: ['EG-37'],
        say: always('We arrange the day and time with you, and two members of staff are there.'),
      },
      {
        clauses: ['EG-38'],
        say: always('We speak with you first. Please stay in the room until the call is over.'),
      },
    ],
  },
  {
    title: 'If you or your child are worried',
    lines: [
      {
        clauses: ['EG-9'],
        say: always(
          'Your child can tell any of us, or a grown-up at home. Nobody gets into trouble for it.',
        ),
      },
      {
        clauses: ['EG-1', 'EG-19', 'EG-39', 'CW-14'],
        say: (_, { dsl }) =>
          dsl.length === 0
            ? t('Our safeguarding lead can be reached through the school office.')
            : t('Safeguarding: {contacts}.', { contacts: dsl.map(contact).join('; ') }),
      },
      {
        clauses: ['CW-15'],
        say: (_, { headteacher }) =>
          headteacher.name === ''
            ? t(
                'If you are worried about how a member of staff behaved, tell the headteacher at once.',
              )
            : t('If you are worried about how a member of staff behaved, tell {contact} at once.', {
                contact: contact(headteacher),
              }),
      },
      {
        clauses: ['CW-13'],
        say: always(
          'If something serious happens in a lesson, we end it for everybody and ring you.',
        ),
      },
    ],
  },
  {
    title: 'After the lesson',
    lines: [
      {
        clauses: ['EG-7', 'EG-8', 'EG-41'],
        say: always('We may ring you or visit to see how we can help.'),
      },
      {
        clauses: ['EG-12'],
        say: always('Our calls may show as a private number.'),
      },
      {
        clauses: ['EG-16'],
        say: always(
          'We write to your address. If we must write to your child’s own, a second member of staff is copied in.',
        ),
      },
      {
        clauses: ['EG-2', 'EG-40'],
        say: ({ retentionDays }) =>
          tn(
            'We note date, length and who was there, keep no pictures, and delete the notes after {n} day.|We note date, length and who was there, keep no pictures, and delete the notes after {n} days.',
            retentionDays,
          ),
      },
      {
        clauses: ['EG-42'],
        say: always(
          'Tell us how it was. More about staying safe online: internetmatters.org, lgfl.net/online-safety, parentinfo.org, thinkuknow.co.uk, saferinternet.org.uk.',
        ),
      },
    ],
  },
]

/**
 * The school's rules for families as plain text to paste into a letter or blog. Only what the school's own rules ask for; no name of
 * a child is in it. Sources: the clauses named beside each line.
 */
export function familiesText(pack: Pack, school: SchoolForFamilies): string {
  const has = new Set(pack.clauses)
  const parts = SECTIONS.flatMap(({ title, lines }) => {
    const said = lines
      .filter(({ clauses }) => clauses.some((id) => has.has(id)))
      .map(({ say }) => say(pack, school))
      .filter((line) => line !== '')
    return said.length === 0 ? [] : [`${tOf(title)}\n${said.map((line) => `- ${line}`).join('\n')}`]
  })
  const name = school.schoolName === '' ? pack.schoolName : school.schoolName
  return `${t('Video lessons with {school}', { school: name })}\n\n${parts.join('\n\n')}\n`
}

/** The clauses that have a sentence in the text for families. */
export const FAMILY_CLAUSES: readonly string[] = SECTIONS.flatMap(({ lines }) =>
  lines.flatMap(({ clauses }) => clauses),
)

function contact({ name, role, phone }: SchoolForFamilies['headteacher']): string {
  return [name, role === '' ? '' : `(${role})`, phone].filter((part) => part !== '').join(' ')
}
