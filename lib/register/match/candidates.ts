import type { MatchReason } from '../types.ts'
import type { Via } from '../names/read.ts'
import type { Entry } from './entry.ts'
import type { Roster } from './roster.ts'

/** Somebody on the register whom a shown name may mean. */
export interface Candidate {
  readonly personId: string
  readonly kind: 'pupil' | 'guardian' | 'staff'
  /** Which guardian of the pupil, −1 where that is not known or not asked. */
  readonly guardian: number
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** Keeps the best candidate for each person and kind. */
export class Candidates {
  readonly #kept = new Map<string, Candidate & { via: Via }>()
  readonly #order: Map<string, number>
  #best = 0

  constructor(roster: Roster) {
    this.#order = roster.order
  }

  /** Highest score so far. */
  get best(): number {
    return this.#best
  }

  add(candidate: Candidate, via: Via = 'plain'): void {
    const key = `${candidate.kind} ${candidate.personId}`
    const before = this.#kept.get(key)
    if (before !== undefined && before.score >= candidate.score) return
    this.#kept.set(key, { ...candidate, via })
    if (candidate.score > this.#best) this.#best = candidate.score
  }

  addEntry(entry: Entry, score: number, reasons: readonly MatchReason[], via: Via = 'plain'): void {
    this.add(
      { personId: entry.personId, kind: entry.kind, guardian: entry.guardian, score, reasons },
      via,
    )
  }

  /** "Priya (Dev Shah)": the account is the parent's, the brackets say whose parent. */
  joinBrackets(): void {
    for (const pupil of [...this.#kept.values()]) {
      if (pupil.kind !== 'pupil' || pupil.via !== 'bracket') continue
      const guardian = this.#kept.get(`guardian ${pupil.personId}`)
      if (
        guardian === undefined ||
        guardian.via !== 'plain' ||
        guardian.score >= pupil.score ||
        guardian.score < 0.5
      )
        continue
      this.#kept.delete(`pupil ${pupil.personId}`)
      this.add({
        ...guardian,
        score: Math.min(pupil.score, 0.95),
        reasons: [...new Set([...guardian.reasons, 'guardianOfPupil' as const])],
      })
    }
  }

  /** A name confirmed for a pupil before that reads as a guardian's is that guardian again. */
  joinAliases(): void {
    for (const pupil of [...this.#kept.values()]) {
      if (pupil.kind !== 'pupil' || !pupil.reasons.includes('alias')) continue
      const guardian = this.#kept.get(`guardian ${pupil.personId}`)
      if (guardian === undefined || guardian.score < 0.5) continue
      this.#kept.delete(`pupil ${pupil.personId}`)
      this.add({
        ...guardian,
        score: Math.max(pupil.score, guardian.score),
        reasons: ['alias', ...guardian.reasons],
      })
    }
  }

  /** Best first; equals in the order of the register, so that nothing depends on who came first. */
  sorted(): readonly Candidate[] {
    const kinds = { pupil: 0, staff: 1, guardian: 2 }
    return [...this.#kept.values()]
      .filter((one) => one.score > 0)
      .map(({ personId, kind, guardian, score, reasons }) => ({
        personId,
        kind,
        guardian,
        score: rounded(score),
        reasons,
      }))
      .sort(
        (a, b) =>
          b.score - a.score ||
          kinds[a.kind] - kinds[b.kind] ||
          (this.#order.get(a.personId) ?? 0) - (this.#order.get(b.personId) ?? 0),
      )
  }
}

/** Two decimals: sums of hundredths must not miss a threshold by a rounding. */
function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
