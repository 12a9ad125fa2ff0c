import type { Match, Pupil, Register } from './types.ts'
import { shownKey } from './names/text.ts'
import { judge } from './match/judge.ts'
import type { Judgement } from './match/judge.ts'
import { Roster } from './match/roster.ts'
import { together } from './match/together.ts'
import type { Claimant } from './match/together.ts'

/**
 * Who is really here. Names as a meeting shows them are matched with a register, one-to-one over the whole call, each with a
 * reason and a confidence. Order of the rules: the teacher's correction; the name in full (own, preferred, an alias from
 * before, a guardian's); "Last, First"; a part of it with initials; a nickname; a first name alone; a slip of the fingers.
 * A tie is never resolved here, letters that only look right never match, and nothing depends on who came first.
 */

export interface ShownPerson {
  /** A participant id or a knock key. */
  readonly key: string
  /** The name as the meeting shows it. */
  readonly shown: string
  readonly isSelf?: boolean
  /** In the call now. */
  readonly present: boolean
  /**
   * Tells those who wait outside from those who have left, which `present` alone can't: who waits competes for a pupil, who
   * has left does not. Left out, somebody not present is compared only with those who are.
   */
  readonly where?: 'inCall' | 'waiting' | 'left'
  /**
   * Whom the teacher says this very device stands for: one person of the register, or several children behind it. Empty: what
   * she said of this name was said of another device. Left out, `fixes` decide by the name.
   */
  readonly is?: readonly string[]
}

/** Name as shown → register person id, as the teacher corrected it. */
export type Fixes = Readonly<Record<string, string>>

export interface Matcher {
  /** Everybody of the call together. */
  matchAll(people: readonly ShownPerson[], fixes?: Fixes): ReadonlyMap<string, Match>
  /** One name by itself, as when a name is typed to be tried. */
  matchOne(shown: string, fixes?: Fixes): Match
  /** The note-taker that a name belongs to, e.g. "Otter". */
  botName(shown: string): string | undefined
  /**
   * Makes ready what the first names of a call would have to wait for: the index is there already, this runs the judging over
   * some of the register's own names. For idle moments before the lesson, a part in each; changes no result. True while there is more.
   */
  warm(): boolean
}

/** Names judged before are kept, up to this many; a call of 250 who rename themselves stays well below. */
const MOST_KEPT = 4000
const NOBODY: readonly string[] = []

/** Indexes a register once; judging a newcomer then costs a look-up. No register: only bots and non-names are told. */
export function createMatcher(register: Register | undefined): Matcher {
  const roster = new Roster(register)
  const kept = new Map<string, Judgement>()
  let warmed = 0

  const judged = (shown: string): Judgement => {
    const before = kept.get(shown)
    if (before !== undefined) return before
    const judgement = judge(shown, roster)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(shown, judgement)
    return judgement
  }

  const fixed = (shown: string, personIds: readonly string[]): Judgement => {
    const own = judged(shown)
    const known = personIds.filter((id) => roster.people.has(id))
    const [personId] = known
    const kind = personId === undefined ? undefined : roster.people.get(personId)
    if (personId === undefined || kind === undefined) return own
    if (known.length > 1) {
      return {
        kind,
        personId,
        guardian: -1,
        confidence: 1,
        reasons: ['teacherChoice', 'severalPeople'],
        alternatives: [],
        together: known,
      }
    }
    // The teacher says whose child it is; that a parent is shown the name says itself.
    const guardian = own.kind === 'guardian' && own.personId === personId
    return {
      kind: guardian ? 'guardian' : kind,
      personId,
      guardian: guardian ? own.guardian : -1,
      confidence: 1,
      reasons: ['teacherChoice'],
      alternatives: [],
    }
  }

  const judgedAs = (shown: string, personIds: readonly string[]): Judgement =>
    personIds.length === 0 ? judged(shown) : fixed(shown, personIds)

  const matchAll = (
    people: readonly ShownPerson[],
    fixes: Fixes = {},
  ): ReadonlyMap<string, Match> => {
    const byKey = new Map(
      Object.entries(fixes).map(([shown, personId]) => [shownKey(shown), [personId]] as const),
    )
    const said = (one: ShownPerson): readonly string[] =>
      one.is ?? (byKey.size === 0 ? NOBODY : (byKey.get(shownKey(one.shown)) ?? NOBODY))
    return together(
      people.map((one): Claimant => ({
        key: one.key,
        shown: one.shown,
        isSelf: one.isSelf === true,
        where: one.where ?? (one.present ? 'inCall' : 'elsewhere'),
        judgement: judgedAs(one.shown, said(one)),
      })),
    )
  }

  return {
    matchAll,
    matchOne: (shown, fixes) => {
      const match = matchAll([{ key: shown, shown, present: true }], fixes).get(shown)
      if (match === undefined) throw new Error('A name that was asked for has no answer.')
      return match
    },
    botName: (shown) => judged(shown).bot,
    warm: () => {
      const some = register?.pupils.slice(warmed, Math.min(warmed + WARM_AT_ONCE, WARM_WITH)) ?? []
      warmed += WARM_AT_ONCE
      for (const shown of some.flatMap(someNames)) judge(shown, roster)
      if (some.length > 0) return true
      roster.ready()
      return false
    },
  }
}

/** How many people of the register are taken to warm up with, each by names of several shapes; and of those how many at once. */
const WARM_WITH = 96
const WARM_AT_ONCE = 12

function someNames({ firstName, lastName, guardians }: Pupil): readonly string[] {
  return [
    `${firstName} ${lastName}`,
    `${lastName}, ${firstName} (Guest)`,
    `${firstName} ${lastName.slice(0, 1)}`,
    `${firstName}x ${lastName}n`,
    `${firstName}'s iPad`,
    `${firstName}'s mum`,
    `Mrs ${guardians[0]?.lastName ?? lastName}`,
    firstName,
  ]
}

const MATCHERS = new WeakMap<Register, Matcher>()

/** Matches everybody of a call with a register. The index of a register is kept as long as the register object lives. */
export function matchAll(
  people: readonly ShownPerson[],
  register: Register | undefined,
  fixes: Fixes = {},
): ReadonlyMap<string, Match> {
  if (register === undefined) return createMatcher(undefined).matchAll(people, fixes)
  let matcher = MATCHERS.get(register)
  if (matcher === undefined) {
    matcher = createMatcher(register)
    MATCHERS.set(register, matcher)
  }
  return matcher.matchAll(people, fixes)
}
