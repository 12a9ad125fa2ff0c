import type { Match, MatchReason } from '../types.ts'
import { CERTAIN } from '../types.ts'
import { folded, shownKey } from '../names/text.ts'
import type { Judgement } from './judge.ts'

/** Somebody in the call or waiting outside it, with what their name means by itself. */
export interface Claimant {
  readonly key: string
  readonly shown: string
  readonly isSelf: boolean
  readonly where: 'inCall' | 'waiting' | 'elsewhere' | 'left'
  readonly judgement: Judgement
}

/** What a match of somebody who is not alone on a pupil may claim. */
const SHARED = 0.5
/** A surname alone claims nobody: beside "Amelia Potter", "Potter" is more likely her mother than her second device. */
const CLAIMS = 0.6

/**
 * One-to-one over the whole call: who else shows the same person. Two devices of one child and a copy of a child's name look
 * the same from here, so both are said to be "the same name twice" and the teacher decides. Nothing depends on the order of
 * the list.
 *
 * Who counts against whom: those in the call and those waiting against each other; `elsewhere` (not present, no more known)
 * only against those in the call; those who left against nobody.
 */
export function together(claimants: readonly Claimant[]): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>()
  for (const one of claimants) matches.set(one.key, alone(one))
  for (const group of groups(claimants).values()) {
    if (group.length > 1) settle(group, matches)
  }
  markSelfCopies(claimants, matches)
  markSameStrangers(claimants, matches)
  rankFreeFirst(claimants, matches)
  return matches
}

function alone({ key, shown, isSelf, judgement }: Claimant): Match {
  if (isSelf) {
    const staff = judgement.kind === 'staff' ? judgement.personId : undefined
    return {
      key,
      shown,
      kind: 'self',
      confidence: 1,
      reasons: staff === undefined ? [] : judgement.reasons,
      alternatives: [],
      ...(staff === undefined ? {} : { personId: staff }),
    }
  }
  const { kind, personId, guardian, confidence, reasons, alternatives, bot, together } = judgement
  return {
    key,
    shown,
    kind,
    confidence,
    reasons,
    alternatives: alternatives.map((one) => ({
      personId: one.personId,
      confidence: one.score,
      reasons: one.reasons,
    })),
    ...(personId === undefined ? {} : { personId }),
    ...(kind === 'guardian' && guardian >= 0 ? { guardian } : {}),
    ...(bot === undefined ? {} : { bot }),
    ...(together === undefined ? {} : { together }),
  }
}

/** Everybody who claims one pupil, one member of staff, or one guardian. */
function groups(claimants: readonly Claimant[]): Map<string, Claimant[]> {
  const map = new Map<string, Claimant[]>()
  for (const one of claimants) {
    const { kind, personId, guardian, confidence } = one.judgement
    if (personId === undefined || confidence < CLAIMS || one.isSelf || one.where === 'left')
      continue
    let claims: readonly string[]
    if (kind === 'pupil' || kind === 'staff')
      claims = (one.judgement.together ?? [personId]).map((id) => `person ${id}`)
    // Mum and Dad are two people; the same parent's name twice is not.
    else if (kind === 'guardian')
      claims = [
        guardian >= 0
          ? `guardian ${personId} ${guardian}`
          : `family ${personId} ${folded(one.shown)}`,
      ]
    else continue
    for (const claim of claims) {
      const group = map.get(claim)
      if (group === undefined) map.set(claim, [one])
      else group.push(one)
    }
  }
  return map
}

function settle(group: readonly Claimant[], matches: Map<string, Match>): void {
  const somebodyIn = group.some((one) => one.where === 'inCall')
  const rivals = group.filter((one) => one.where !== 'elsewhere' || somebodyIn)
  if (rivals.length < 2) return
  const best = rivals.reduce((a, b) => (stronger(b, a) > 0 ? b : a))
  const equals = rivals.filter((one) => stronger(one, best) === 0)
  for (const one of rivals) {
    if (one === best && equals.length === 1) continue
    const match = matches.get(one.key)
    if (match === undefined) continue
    matches.set(one.key, {
      ...match,
      kind: 'duplicate',
      confidence: Math.min(match.confidence, SHARED),
      reasons: [...new Set<MatchReason>([...match.reasons, 'sameNameTwice'])],
    })
  }
}

/** Above 0 when `a` has the better claim: a correction, then a certain name, then being in the call, then how well it fits. */
function stronger(a: Claimant, b: Claimant): number {
  const rank = (one: Claimant): readonly number[] => {
    const { confidence, reasons } = one.judgement
    return [
      reasons.includes('teacherChoice') ? 1 : 0,
      confidence >= CERTAIN ? 1 : 0,
      one.where === 'inCall' ? 1 : 0,
      // Names written out in full are equally good: "Amelia Potter" and "Millie Potter" may be either's copy.
      confidence >= 0.97 ? 1 : confidence,
    ]
  }
  const left = rank(a)
  const right = rank(b)
  for (let i = 0; i < left.length; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Somebody else under the teacher's own name: her second device, or a copy. */
function markSelfCopies(claimants: readonly Claimant[], matches: Map<string, Match>): void {
  const self = claimants.filter((one) => one.isSelf && one.where !== 'left')
  if (self.length === 0) return
  const names = new Set(self.map((one) => folded(one.shown)).filter((name) => name !== ''))
  const ids = new Set(self.flatMap((one) => matches.get(one.key)?.personId ?? []))
  for (const one of claimants) {
    const match = matches.get(one.key)
    if (one.isSelf || one.where === 'left' || match === undefined || match.kind === 'duplicate')
      continue
    const copies =
      names.has(folded(one.shown)) ||
      (match.kind === 'staff' && match.personId !== undefined && ids.has(match.personId))
    if (!copies) continue
    matches.set(one.key, {
      ...match,
      kind: 'duplicate',
      confidence: Math.min(match.confidence, SHARED),
      reasons: [...new Set<MatchReason>([...match.reasons, 'sameNameTwice'])],
    })
  }
}

/** Two strangers under one name stay unknown, and it is said that there are two. */
function markSameStrangers(claimants: readonly Claimant[], matches: Map<string, Match>): void {
  const seen = new Map<string, string[]>()
  for (const one of claimants) {
    if (
      one.where === 'left' ||
      one.where === 'elsewhere' ||
      matches.get(one.key)?.kind !== 'unknown'
    )
      continue
    const name = shownKey(one.shown)
    seen.set(name, [...(seen.get(name) ?? []), one.key])
  }
  for (const keys of seen.values()) {
    if (keys.length < 2) continue
    for (const key of keys) {
      const match = matches.get(key)
      if (match !== undefined)
        matches.set(key, { ...match, reasons: [...match.reasons, 'sameNameTwice'] })
    }
  }
}

/** In a tie, whoever is not in the call already is offered first; it stays a tie. */
function rankFreeFirst(claimants: readonly Claimant[], matches: Map<string, Match>): void {
  const taken = new Set<string>()
  for (const one of claimants) {
    const match = matches.get(one.key)
    if (
      one.where === 'inCall' &&
      (match?.kind === 'pupil' || match?.kind === 'self') &&
      match.personId !== undefined &&
      match.confidence >= CERTAIN
    )
      taken.add(match.personId)
  }
  if (taken.size === 0) return
  for (const [key, match] of matches) {
    if (match.kind !== 'ambiguous' || !match.alternatives.some((one) => taken.has(one.personId)))
      continue
    const alternatives = [...match.alternatives].sort(
      (a, b) => Number(taken.has(a.personId)) - Number(taken.has(b.personId)),
    )
    matches.set(key, { ...match, alternatives })
  }
}
