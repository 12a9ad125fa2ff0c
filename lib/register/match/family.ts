import { titleOf } from '../names/lists.ts'
import type { Gender } from '../names/lists.ts'
import type { Reading } from '../names/read.ts'
import type { Candidate, Candidates } from './candidates.ts'
import type { Entry } from './entry.ts'
import { cut, fit } from './fit.ts'
import { sameFamilyName } from './kin.ts'
import type { Roster } from './roster.ts'

/** How families show themselves: "Mrs Shah", "Dev's mum", "The Shah family". */

/** The pupils that a few words may mean. */
export type PupilsFor = (words: readonly string[], roster: Roster) => readonly Candidate[]

export function clash(a: Gender, b: Gender | undefined): boolean {
  return b !== undefined && a !== 'either' && b !== 'either' && a !== b
}

/** "Mrs Shah", "Mr & Mrs Shah", "Ms Khan". */
export function byTitle(
  surname: string,
  title: NonNullable<Reading['title']>,
  roster: Roster,
  found: Candidates,
  cost: number,
): void {
  const named = new Set<string>()
  const pupils: Entry[] = []
  for (const entry of roster.withWord(surname)) {
    const whole = entry.lastJoined === surname
    if (!whole && !entry.last.includes(surname)) continue
    if (entry.kind === 'pupil') {
      pupils.push(entry)
      continue
    }
    if (clash(title.gender, entry.gender)) continue
    const sure =
      title.several ||
      (entry.gender !== undefined && entry.gender !== 'either' && title.gender !== 'either')
    const score = (sure ? (entry.kind === 'staff' ? 0.95 : 0.93) : 0.86) - (whole ? 0 : 0.08) - cost
    named.add(entry.personId)
    found.addEntry(
      entry,
      score,
      entry.kind === 'staff'
        ? ['exact']
        : title.several
          ? ['guardianName', 'familyName']
          : ['guardianName'],
    )
  }
  for (const pupil of pupils) {
    if (named.has(pupil.personId)) continue
    // No guardian of that name is on the register: the other parent, most likely.
    found.add({
      personId: pupil.personId,
      kind: 'guardian',
      guardian: -1,
      score: 0.7 - cost,
      reasons: ['familyName'],
    })
  }
}

export function byRelation(
  relation: NonNullable<Reading['relation']>,
  roster: Roster,
  found: Candidates,
  pupilsFor: PupilsFor,
): void {
  const ofs = [relation.of]
  const last = relation.of.at(-1) ?? ''
  // "Devs mum": the apostrophe was left out.
  if (last.length > 3 && last.endsWith('s'))
    ofs.push([...relation.of.slice(0, -1), last.slice(0, -1)])
  for (const of of ofs) {
    for (const pupil of pupilsFor(of, roster)) {
      const surname = pupil.reasons.includes('familyName')
      const how = pupil.reasons.filter((reason) => reason !== 'exact')
      if (relation.sibling) {
        found.add({ ...pupil, kind: 'guardian', score: 0.4, reasons: ['guardianOfPupil'] })
      } else if (relation.together) {
        found.add({ ...pupil, reasons: [...pupil.reasons, 'guardianOfPupil'] })
      } else {
        const guardian = guardianFor(pupil.personId, relation, roster)
        const own = relation.own.length > 0 && relation.own !== relation.of && guardian.byName
        const score = own
          ? 0.95
          : surname
            ? 0.8
            : pupil.score >= 0.9
              ? 0.95
              : pupil.score >= 0.8
                ? 0.86
                : pupil.score * 0.95
        found.add({
          personId: pupil.personId,
          kind: 'guardian',
          guardian: guardian.at,
          score,
          reasons: ['guardianOfPupil', ...how, ...(own ? (['guardianName'] as const) : [])],
        })
      }
    }
    if (found.best > 0) break
  }
}

/** Which of a pupil's guardians is meant: by the own name where it is shown, else the only one with that relation. */
function guardianFor(
  personId: string,
  relation: NonNullable<Reading['relation']>,
  roster: Roster,
): { at: number; byName: boolean } {
  const own = roster.guardiansOf(personId)
  const cuts = relation.own.length === 0 ? undefined : cut(relation.own, 0)
  const byName =
    cuts === undefined ? undefined : own.find((entry) => (fit(cuts, entry)?.score ?? 0) >= 0.55)
  if (byName !== undefined) return { at: byName.guardian, byName: true }
  // "Mrs Shah (Dev's mum)": the surname alone says little, the surname and the relation of one on the register say who.
  const surname = relation.own.filter((word) => titleOf(word) === undefined).join('')
  const bySurname = own.filter(
    (entry) => entry.lastJoined === surname && entry.relation === relation.group,
  )
  const [only] = bySurname
  if (only !== undefined && bySurname.length === 1) return { at: only.guardian, byName: true }
  const byRelation = own.filter((entry) => entry.relation === relation.group)
  return { at: byRelation.length === 1 ? (byRelation[0]?.guardian ?? -1) : -1, byName: false }
}

export function byFamily(
  surname: readonly string[],
  reading: Reading,
  roster: Roster,
  found: Candidates,
  pupilsFor: PupilsFor,
): void {
  const joined = surname.join('')
  const inner = reading.variants.filter((one) => one.via === 'bracket' || one.via === 'part')
  const child = new Set(
    inner.flatMap((one) => pupilsFor(one.words, roster).map((candidate) => candidate.personId)),
  )
  const candidates = new Set([...roster.withWord(surname.at(-1) ?? ''), ...roster.withWord(joined)])
  for (const entry of candidates) {
    if (entry.kind === 'staff') continue
    const whole = entry.lastJoined === joined || sameFamilyName(entry.lastJoined, joined)
    if (!whole && !entry.last.includes(joined)) continue
    const score = (whole ? 0.92 : 0.86) - (child.size > 0 && !child.has(entry.personId) ? 0.3 : 0)
    found.add({
      personId: entry.personId,
      kind: 'guardian',
      guardian: -1,
      score,
      reasons: ['familyName'],
    })
  }
}

/** Nobody fits, but a pupil has the same surname: worth offering, never taken. */
export function bySurname(reading: Reading, roster: Roster, found: Candidates): void {
  for (const variant of reading.variants) {
    if (variant.words.length < 2) continue
    const surname = variant.comma > 0 ? variant.words[0] : variant.words.at(-1)
    for (const entry of roster.withWord(surname ?? '')) {
      if (entry.kind === 'pupil' && entry.last.includes(surname ?? '')) {
        found.add({
          personId: entry.personId,
          kind: 'guardian',
          guardian: -1,
          score: 0.4,
          reasons: ['familyName'],
        })
      }
    }
  }
}
