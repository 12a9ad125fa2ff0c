import type { Message } from '../words/catalogue.ts'
import { tOf } from '../words/say.ts'
import type { Pack } from './types.ts'

/** Two rules of one school that can't both be kept: where, and what speaks against it. */
interface Contradiction {
  readonly path: string
  readonly message: Message
  readonly when: (pack: Pack) => boolean
}

const has =
  (...ids: readonly string[]) =>
  (pack: Pack) =>
    ids.some((id) => pack.clauses.includes(id))

/** Data: every contradiction that can be in a pack by itself. */
const CONTRADICTIONS: readonly Contradiction[] = [
  {
    path: 'warnBeforeLockMinutes',
    message: 'warns before the lesson has begun: it is longer than lockAfterMinutes',
    when: (pack) => pack.locks !== false && pack.warnBeforeLockMinutes > pack.lockAfterMinutes,
  },
  {
    path: 'locks',
    message: 'contradicts clause EG-24, which locks the call',
    when: (pack) => pack.locks === false && has('EG-24')(pack),
  },
  {
    path: 'cameraRule',
    message: 'contradicts clause EG-27, which wants the camera on to enter',
    when: (pack) =>
      (pack.cameraRule === 'off' || pack.cameraRule === 'staffChoice') && has('EG-27')(pack),
  },
  {
    path: 'roomCheck',
    message: 'looks at rooms while cameras are off by rule: there is nothing to look at',
    when: (pack) => pack.cameraRule === 'off' && pack.roomCheck,
  },
  {
    path: 'parentPresence',
    message: 'contradicts clauses CW-5, CW-6 and EG-28, which want a parent in the room',
    when: (pack) => pack.parentPresence === 'none' && has('CW-5', 'CW-6', 'EG-28')(pack),
  },
  {
    path: 'parentPresence',
    message: 'contradicts clause CW-5, which wants a parent to stay through the whole lesson',
    when: (pack) => pack.parentPresence === 'start' && has('CW-5')(pack),
  },
  {
    path: 'expectedName',
    message: 'contradicts clause EG-15, which wants parents’ accounts rather than a child’s',
    when: (pack) => pack.expectedName === 'pupil' && has('EG-15')(pack),
  },
  {
    path: 'parentRecheckMinutes',
    message: 'looks again for a parent who need not stay: parentPresence is not "throughout"',
    when: (pack) => (pack.parentRecheckMinutes ?? 0) > 0 && pack.parentPresence !== 'throughout',
  },
  {
    path: 'adultsRequired',
    message: 'contradicts clause EG-5, which wants two members of staff where possible',
    when: (pack) => pack.adultsRequired < 2 && has('EG-5')(pack),
  },
  {
    path: 'presenting',
    message: 'contradicts clause EG-31, which limits screen sharing',
    when: (pack) => pack.presenting === 'anyone' && has('EG-31')(pack),
  },
  {
    path: 'roomFirst',
    message: 'switches cameras off first, but the room check is off and never finds anything',
    when: (pack) => pack.roomFirst === 'cameraOff' && !pack.roomCheck,
  },
]

/** Every contradiction of a pack, in the order of the table; empty where there is none. */
export function contradictionsOf(
  pack: Pack,
): readonly { readonly path: string; readonly message: string }[] {
  return CONTRADICTIONS.filter(({ when }) => when(pack)).map(({ path, message }) => ({
    path,
    message: tOf(message),
  }))
}
