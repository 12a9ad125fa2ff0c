import { tOf } from '../words/say.ts'
import policy from './clauses/policy.json' with { type: 'json' }
import { TO_A_PUPIL } from './wording/pupils.ts'
import { WHY } from './wording/why.ts'
import type { Message } from '../words/catalogue.ts'

/** The two policies that the clauses come from. */
const SCHOOLS = {
  crossways: 'The Crossways Schools',
  'ernesford-grange': 'Ernesford Grange Primary School',
} as const

/** What stands beside a clause for whoever asks about it. Empty or absent where there is nothing. */
export interface ClauseMore {
  readonly why: string
  /** The policy in its own words, which are English in every language of the interface. */
  readonly policy?: { readonly school: string; readonly section: string; readonly quote: string }
  /** What can be said to a child. */
  readonly say: string
}

export function moreAbout(id: string): ClauseMore {
  const said = own(policy, id)
  const why: Message | undefined = own(WHY, id)
  const say: Message | undefined = own(TO_A_PUPIL, id)
  return {
    why: why === undefined ? '' : tOf(why),
    ...(said === undefined
      ? {}
      : {
          policy: {
            school: own(SCHOOLS, said.document) ?? said.document,
            section: said.section,
            quote: said.quote,
          },
        }),
    say: say === undefined ? '' : tOf(say),
  }
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
