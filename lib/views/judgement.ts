import type { Match, Register } from '../register/index.ts'
import { familyWord } from './nameChips.ts'
import { isCertain, namesBehind, personName } from './names.ts'
import type { PersonRow } from './types.ts'

/** What the register says of somebody who waits, in a few words (CW-2, EG-25). */
export function judgeKnock(
  match: Match | undefined,
  register: Register | undefined,
): PersonRow['chips'][number] {
  if (register === undefined) return { text: 'No class chosen yet', tone: 'quiet' }
  const name = personName(register, match?.personId) ?? 'a pupil'
  const sure = isCertain(match)
  switch (match?.kind) {
    case 'pupil':
      if (!sure) return { text: `Perhaps ${name} — check`, tone: 'check' }
      return match.together === undefined
        ? { text: 'On the register', tone: 'ok' }
        : { text: `${namesBehind(register, match)}, on one device`, tone: 'ok' }
    case 'guardian': {
      if (!sure) return { text: `Perhaps family of ${name} — check`, tone: 'check' }
      const who = familyWord(match, register)
      return { text: `${who === 'Family' ? 'Parent or carer' : who} of ${name}`, tone: 'ok' }
    }
    case 'staff':
    case 'self':
      return { text: 'Staff', tone: 'ok' }
    case 'ambiguous':
      return match.together === undefined
        ? { text: 'Could be several pupils — ask who it is', tone: 'check' }
        : { text: `${namesBehind(register, match)} on one device? Ask who is there`, tone: 'check' }
    case 'duplicate':
      return match.reasons.includes('lookAlikeLetters')
        ? { text: 'Copies a name in look-alike letters', tone: 'alarm' }
        : { text: `${name} is already here under this name`, tone: 'alarm' }
    case 'notAName':
      return { text: 'Not a name we know — ask who it is', tone: 'check' }
    case 'noteTaker':
      return {
        text: match.bot === undefined ? 'A note-taking bot' : `A note-taking bot: ${match.bot}`,
        tone: 'alarm',
      }
    default:
      return { text: 'Not on the register', tone: 'check' }
  }
}
