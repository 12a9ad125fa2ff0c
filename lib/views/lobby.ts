import { judgeKnock } from './judgement.ts'
import { childrenOf, visitorChip } from './nameChips.ts'
import { isCertain } from './names.ts'
import { candidatesOf, told } from './people.ts'
import { queueNow, turns } from './queue.ts'
import type { ViewSituation } from './situation.ts'
import type { KnockRow } from './types.ts'

/** Who waits, each with what the register says (CW-2, EG-25). */
export function knockRows(from: ViewSituation, now = queueNow(from)): readonly KnockRow[] {
  const { state, register } = from
  const gone = new Set(
    (state?.people ?? [])
      .filter((person) => !person.present)
      .flatMap((person) => {
        const match = from.matches.get(person.id)
        return isCertain(match) ? [match.personId] : []
      }),
  )
  const rows = (state?.knocks ?? []).map((knock): KnockRow => {
    const match = from.matches.get(knock.key)
    const visitor = visitorChip(state, knock.name)
    const children = register === undefined ? [] : childrenOf(match, register)
    const noConsent = children.some((one) => one.consentVideo === 'no')
    const { text: judgement, tone } = visitor ?? judgeKnock(match, register)
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
      candidates: candidatesOf(match, register),
      ...told(knock.key, knock.name, match, from),
      ...(knock.leftWaitingAt === undefined ? {} : { leftWaitingAt: knock.leftWaitingAt }),
    }
  })
  return turns(rows, from, now)
}
