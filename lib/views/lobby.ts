import type { Match, Register } from '../register/index.ts'
import { isCertain, personName } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { KnockRow, PersonTone } from './types.ts'

/** Who waits, each with what the register says (CW-2, EG-25). */
export function knockRows(from: ViewSituation): readonly KnockRow[] {
  const { state, register } = from
  const gone = new Set(
    (state?.people ?? [])
      .filter((person) => !person.present)
      .flatMap((person) => {
        const match = from.matches.get(person.id)
        return isCertain(match) ? [match.personId] : []
      }),
  )
  return (state?.knocks ?? []).map((knock) => {
    const match = from.matches.get(knock.key)
    const visitor = state?.visitors[knock.name]
    const pupil = register?.pupils.find((one) => one.id === match?.personId)
    const noConsent = pupil?.consentVideo === 'no'
    const { judgement, tone } =
      visitor === undefined
        ? judge(match, register)
        : {
            judgement: visitor === '' ? 'Visitor, expected' : `Visitor, expected: ${visitor}`,
            tone: 'ok' as const,
          }
    return {
      key: knock.key,
      name: knock.name,
      judgement,
      tone: noConsent ? 'alarm' : tone,
      kind: match?.kind ?? 'unknown',
      late: knock.late,
      wasHere: isCertain(match) && gone.has(match.personId),
      noConsent,
      since: knock.at,
    }
  })
}

function judge(
  match: Match | undefined,
  register: Register | undefined,
): { judgement: string; tone: PersonTone } {
  if (register === undefined) return { judgement: 'No class chosen yet', tone: 'quiet' }
  const name = personName(register, match?.personId) ?? 'a pupil'
  const sure = isCertain(match)
  switch (match?.kind) {
    case 'pupil':
      return sure
        ? { judgement: 'On the register', tone: 'ok' }
        : { judgement: `Perhaps ${name} — check`, tone: 'check' }
    case 'guardian':
      return sure
        ? { judgement: `Parent or carer of ${name}`, tone: 'ok' }
        : { judgement: `Perhaps family of ${name} — check`, tone: 'check' }
    case 'staff':
    case 'self':
      return { judgement: 'Staff', tone: 'ok' }
    case 'ambiguous':
      return { judgement: 'Could be several pupils — ask who it is', tone: 'check' }
    case 'duplicate':
      return match.reasons.includes('lookAlikeLetters')
        ? { judgement: 'Copies a name in look-alike letters', tone: 'alarm' }
        : { judgement: `${name} is already here under this name`, tone: 'alarm' }
    case 'notAName':
      return { judgement: 'Not a name we know — ask who it is', tone: 'check' }
    case 'noteTaker':
      return { judgement: 'A note-taking bot', tone: 'alarm' }
    default:
      return { judgement: 'Not on the register', tone: 'check' }
  }
}
