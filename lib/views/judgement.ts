import type { Match, Register } from '../register/index.ts'
import { t } from '../words/say.ts'
import { relationOf } from './nameChips.ts'
import { isCertain, namesBehind, personName } from './names.ts'
import type { PersonRow } from './types.ts'

/** What the register says of somebody who waits, in a few words (CW-2, EG-25). */
export function judgeKnock(
  match: Match | undefined,
  register: Register | undefined,
): PersonRow['chips'][number] {
  if (register === undefined) return { text: t('No class chosen yet'), tone: 'quiet' }
  const name = personName(register, match?.personId) ?? t('a pupil')
  const sure = isCertain(match)
  switch (match?.kind) {
    case 'pupil':
      if (!sure) return { text: t('Perhaps {name} — check', { name }), tone: 'check' }
      return match.together === undefined
        ? { text: t('On the register'), tone: 'ok' }
        : {
            text: t('{names}, on one device', { names: namesBehind(register, match) }),
            tone: 'ok',
          }
    case 'guardian': {
      if (!sure) return { text: t('Perhaps family of {name} — check', { name }), tone: 'check' }
      const relation = relationOf(match, register)
      return {
        text:
          relation === undefined
            ? t('Parent or carer of {name}', { name })
            : t('{relation} of {name}', { relation, name }),
        tone: 'ok',
      }
    }
    case 'staff':
    case 'self':
      return { text: t('Staff'), tone: 'ok' }
    case 'ambiguous':
      return match.together === undefined
        ? { text: t('Could be several pupils — ask who it is'), tone: 'check' }
        : {
            text: t('{names} on one device? Ask who is there', {
              names: namesBehind(register, match),
            }),
            tone: 'check',
          }
    case 'duplicate':
      return match.reasons.includes('lookAlikeLetters')
        ? { text: t('Copies a name in look-alike letters'), tone: 'alarm' }
        : { text: t('{name} is already here under this name', { name }), tone: 'alarm' }
    case 'notAName':
      return { text: t('Not a name we know — ask who it is'), tone: 'check' }
    case 'noteTaker':
      return {
        text:
          match.bot === undefined
            ? t('A note-taking bot')
            : t('A note-taking bot: {name}', { name: match.bot }),
        tone: 'alarm',
      }
    default:
      return { text: t('Not on the register'), tone: 'check' }
  }
}
