import type { Pupil, Register } from '../register/types.ts'
import { t } from '../words/say.ts'

/** Invented people for practising: no name is that of a real child or of a class on this computer. */

/** What is drawn behind somebody: no photograph is ever shown. */
export type Backdrop = 'plain' | 'shelves' | 'kitchen' | 'bedroom'

export interface Actor {
  readonly id: string
  readonly name: string
  readonly backdrop: Backdrop
  /** A parent is to be seen in the picture. */
  readonly adult?: true
}

export const TEACHER_ID = 'practice/you'
export const ASSISTANT: Actor = { id: 'practice/lewis', name: 'Mr Lewis', backdrop: 'plain' }
export const AMELIA: Actor = {
  id: 'practice/amelia',
  name: 'Amelia Potter',
  backdrop: 'shelves',
  adult: true,
}
export const TOM: Actor = {
  id: 'practice/tom',
  name: 'Tom Okafor',
  backdrop: 'kitchen',
  adult: true,
}
export const DEV: Actor = { id: 'practice/dev', name: 'Dev Shah', backdrop: 'bedroom', adult: true }
export const NIA: Actor = { id: 'practice/nia', name: 'Nia Jones', backdrop: 'plain', adult: true }

/** What Tom's device is called until somebody puts his name in. */
export const TABLET_NAME = 'iPad (2)'

export const SAMPLE_CLASS_ID = 'sample-class'

const PUPILS = [
  pupil('amelia', 'Amelia', 'Potter', ['Mrs', 'Helen', 'Potter']),
  pupil('dev', 'Dev', 'Shah', ['Mrs', 'Priya', 'Shah']),
  pupil('tom', 'Tom', 'Okafor', ['Mr', 'Daniel', 'Okafor']),
  pupil('nia', 'Nia', 'Jones', ['Ms', 'Rhian', 'Jones']),
  pupil('zofia', 'Zofia', 'Kowalska', ['Mrs', 'Anna', 'Kowalska']),
] as const

function pupil(
  id: string,
  firstName: string,
  lastName: string,
  [title, first, last]: readonly [string, string, string],
): Pupil {
  return {
    id,
    firstName,
    lastName,
    preferredName: '',
    guardians: [{ title, firstName: first, lastName: last, relation: '', phone: '' }],
    consentVideo: 'yes',
    consentRecording: 'no',
    aliases: [],
  }
}

/** The class of the practice lesson; the welcome page can put the same one among the real classes, to look at. */
export function sampleClass(now: number, name = t('Sample class (made up)')): Register {
  return {
    id: SAMPLE_CLASS_ID,
    name,
    pupils: PUPILS,
    staff: [
      {
        id: 'lewis',
        title: 'Mr',
        firstName: 'Owen',
        lastName: 'Lewis',
        role: t('teaching assistant'),
        aliases: ['Mr Lewis'],
      },
    ],
    updatedAt: now,
  }
}
