import type { MatchKind, MatchReason } from '../types.ts'
import { CERTAIN } from '../types.ts'
import { readName } from '../names/read.ts'
import type { Reading } from '../names/read.ts'
import type { Candidate } from './candidates.ts'
import type { Roster } from './roster.ts'
import { pupilsFor, search } from './search.ts'

/** What a shown name means by itself, before it is known who else is in the call. */
export interface Judgement {
  readonly kind: MatchKind
  readonly personId?: string
  /** Which guardian, −1 where not known. */
  readonly guardian: number
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
  readonly alternatives: readonly Candidate[]
  readonly bot?: string
  /** Every pupil behind one device: "Amelia & Tom". */
  readonly together?: readonly string[]
}

/** From here on a name is written out in full on the register; nothing less can cast doubt on it. */
const LITERAL = 0.97
/** What a name is worth that the teacher has confirmed before. */
const REMEMBERED = 0.98
/** Below this a candidate is only something to offer. */
const FITS = 0.5
/** The most that a match may claim while somebody else fits too. */
const DOUBTED = 0.85
const MOST_ALTERNATIVES = 8

export function judge(shown: string, roster: Roster): Judgement {
  const reading = readName(shown)
  if (reading.bot?.sure === true)
    return { ...nobody('noteTaker', ['knownBot'], []), bot: reading.bot.name }
  const candidates = search(reading, shown, roster)
  const best = candidates[0]?.score ?? 0
  const disguise = reading.disguise
  if (disguise !== undefined && disguise.how !== 'styled' && best < LITERAL) {
    const imitated = search(readName(disguise.seeming), disguise.seeming, roster).filter(
      (one) => one.score >= FITS,
    )
    if ((imitated[0]?.score ?? 0) > best) {
      // Letters made to look like a child's name are a warning, never that child.
      return nobody(
        'duplicate',
        ['lookAlikeLetters'],
        imitated.map((one) => ({ ...one, score: Math.min(one.score, FITS) })),
      )
    }
  }
  if (reading.several !== undefined && (best < LITERAL || isRemembered(candidates[0]))) {
    const several = severalPupils(reading.several, roster)
    if (several !== undefined) return rememberedTogether(several, candidates, reading) ?? several
  }
  const judged =
    best < FITS ? nobodyFits(reading, candidates, roster) : among(candidates, reading, roster)
  if (disguise?.how !== 'styled' || judged.personId === undefined) return judged
  return {
    ...judged,
    confidence: Math.min(judged.confidence, DOUBTED),
    reasons: [...judged.reasons, 'lookAlikeLetters'],
  }
}

function nobody(
  kind: MatchKind,
  reasons: readonly MatchReason[],
  alternatives: readonly Candidate[],
): Judgement {
  return {
    kind,
    guardian: -1,
    confidence: 0,
    reasons,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
  }
}

function nobodyFits(reading: Reading, candidates: readonly Candidate[], roster: Roster): Judgement {
  const initials = reading.variants[0]?.words.join('') ?? ''
  const byInitials = (): Candidate[] =>
    roster.withInitials(initials).map(({ personId, kind }) => ({
      personId,
      kind,
      guardian: -1,
      score: 0.4,
      reasons: ['initials'],
    }))
  switch (reading.what) {
    case 'bot':
      return {
        ...nobody('noteTaker', ['knownBot'], candidates),
        ...(reading.bot === undefined ? {} : { bot: reading.bot.name }),
      }
    case 'device':
    case 'phone':
      return nobody('notAName', ['deviceName'], candidates)
    case 'symbols':
      return nobody('notAName', ['onlySymbols'], [])
    case 'placeholder':
      return nobody('notAName', ['noFit'], candidates)
    case 'short': {
      const some = initials.length > 1 ? byInitials() : []
      return nobody('notAName', some.length > 0 ? ['tooShort', 'initials'] : ['tooShort'], some)
    }
    case 'name': {
      // "AP" is short for somebody or nothing; "Bo" or "Li" on no register is a stranger's name.
      const some =
        candidates.length === 0 && initials.length <= 3 && reading.variants[0]?.words.length === 1
          ? byInitials()
          : []
      if (some.length > 0) return nobody('notAName', ['tooShort', 'initials'], some)
      return { ...nobody('unknown', ['noFit'], candidates), confidence: 0 }
    }
  }
}

/** Chooses among candidates of whom at least one fits. A tie stays a tie. */
function among(candidates: readonly Candidate[], reading: Reading, roster: Roster): Judgement {
  const top = candidates[0]
  if (top === undefined) return nobody('unknown', ['noFit'], [])
  const rivals = candidates.filter((one) => one.personId !== top.personId && one.score >= FITS)
  const oneWord = (reading.variants[0]?.words.length ?? 0) < 2 && !top.reasons.includes('alias')
  const margin = top.score >= CERTAIN ? 0.1 : 0.15
  const ties = rivals.filter((one) =>
    top.score >= LITERAL && !oneWord
      ? one.score >= LITERAL && (one.kind === 'guardian') === (top.kind === 'guardian')
      : one.score >= top.score - margin - 1e-9,
  )
  if (ties.length > 0) {
    const siblings = oneGuardian([top, ...ties], roster)
    if (siblings !== undefined) return rememberedTogether(siblings, candidates, reading) ?? siblings
    return {
      kind: 'ambiguous',
      guardian: -1,
      confidence: Math.min(top.score, FITS),
      reasons: [...new Set<MatchReason>([...top.reasons, 'twoFit'])],
      alternatives: onePerPerson(candidates.filter((one) => one.score >= FITS)),
    }
  }
  const literal = top.score >= LITERAL && !oneWord
  const doubted = rivals.some((one) => (literal ? one.score >= LITERAL : true))
  return {
    kind: top.kind,
    personId: top.personId,
    guardian: top.guardian,
    confidence: doubted ? Math.min(top.score, DOUBTED) : top.score,
    reasons: top.reasons,
    alternatives: doubted ? onePerPerson(candidates.filter((one) => one.score >= FITS)) : [],
  }
}

function onePerPerson(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>()
  return candidates
    .filter((one) => {
      if (seen.has(one.personId)) return false
      seen.add(one.personId)
      return true
    })
    .slice(0, MOST_ALTERNATIVES)
}

/** "Anya & Arjun Shah": two children behind one device; both are offered and neither is taken. */
function severalPupils(
  parts: readonly (readonly string[])[],
  roster: Roster,
): Judgement | undefined {
  const surname = parts.at(-1)?.slice(1) ?? []
  const found: Candidate[] = []
  for (const part of parts) {
    const words = part.length === 1 && surname.length > 0 ? [...part, ...surname] : part
    const [first, second] = pupilsFor(words, roster)
    if (
      first === undefined ||
      first.score < 0.7 ||
      (second !== undefined && second.score > first.score - 0.1)
    )
      return undefined
    if (found.some((one) => one.personId === first.personId)) return undefined
    found.push(first)
  }
  return {
    kind: 'ambiguous',
    guardian: -1,
    confidence: FITS,
    reasons: [...new Set<MatchReason>([...found.flatMap((one) => one.reasons), 'severalPeople'])],
    alternatives: found,
    together: found.map((one) => one.personId),
  }
}

/** A mother of two children in the class: her account may stand for either or for both, so both are offered together. */
function oneGuardian(tied: readonly Candidate[], roster: Roster): Judgement | undefined {
  const names = new Set(
    tied.map(({ kind, personId, guardian }) => {
      const entry = kind === 'guardian' ? roster.guardiansOf(personId)[guardian] : undefined
      return entry === undefined ? '' : `${entry.givenJoined} ${entry.lastJoined}`
    }),
  )
  if (names.size !== 1 || names.has('')) return undefined
  const each = onePerPerson(tied)
  return {
    kind: 'ambiguous',
    guardian: -1,
    confidence: Math.min(tied[0]?.score ?? 0, FITS),
    reasons: [
      ...new Set<MatchReason>([...each.flatMap((one) => one.reasons), 'severalPeople', 'twoFit']),
    ],
    alternatives: each,
    together: each.map((one) => one.personId),
  }
}

function isRemembered(candidate: Candidate | undefined): boolean {
  return candidate?.reasons.includes('alias') === true
}

/** The teacher said before that the name stands for all of them: the same again, without asking. */
function rememberedTogether(
  judged: Judgement,
  candidates: readonly Candidate[],
  reading: Reading,
): Judgement | undefined {
  const together = judged.together ?? []
  const [personId] = together
  if (personId === undefined || reading.what !== 'name' || reading.hasDevice) return undefined
  const remembered = (id: string) =>
    candidates.some((one) => one.personId === id && isRemembered(one))
  if (!together.every(remembered)) return undefined
  return {
    kind: 'pupil',
    personId,
    guardian: -1,
    confidence: REMEMBERED,
    reasons: ['alias', 'severalPeople'],
    alternatives: [],
    together,
  }
}
