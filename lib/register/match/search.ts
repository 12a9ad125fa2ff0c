import type { MatchReason } from '../types.ts'
import type { Reading, Variant, Via } from '../names/read.ts'
import type { Entry } from './entry.ts'
import { byFamily, byRelation, bySurname, byTitle, clash } from './family.ts'
import type { Literal, Roster } from './roster.ts'
import { cut, fit } from './fit.ts'
import type { Fit } from './fit.ts'
import { Candidates } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { AKIN, relationOf } from '../names/lists.ts'

/** What the way in which the words were found takes off. */
const VIA_COSTS: Readonly<Record<Via, number>> = {
  plain: 0,
  bracket: 0.02,
  part: 0.02,
  stripped: 0.03,
  device: 0.08,
  username: 0.1,
}
/** A guardian's name written out is as sure as it gets; less of it is less than the same of a child's. */
const GUARDIAN_WHOLE = 0.97

/** Everybody on the register whom a shown name may mean, best first. */
export function search(reading: Reading, shown: string, roster: Roster): readonly Candidate[] {
  const found = new Candidates(roster)
  for (const personId of roster.withAlias(shown)) {
    // A device's name may be confirmed for one child today and be another child's tomorrow.
    const score = reading.what === 'name' && !reading.hasDevice ? 0.98 : 0.85
    found.add({
      personId,
      kind: roster.people.get(personId) === 'staff' ? 'staff' : 'pupil',
      guardian: -1,
      score,
      reasons: ['alias'],
    })
  }
  if (reading.phone !== undefined && reading.phone.length >= 7) {
    for (const entry of roster.withPhone(reading.phone))
      found.addEntry(entry, 0.85, ['guardianName', 'deviceName'])
  }
  if (reading.relation !== undefined) byRelation(reading.relation, roster, found, pupilsFor)
  if (reading.family !== undefined) byFamily(reading.family, reading, roster, found, pupilsFor)
  const related = reading.relation !== undefined && found.best > 0
  for (const variant of reading.variants) {
    // "Dev Shah (Mum)" is not Dev. But "Nana Mensah" may be a child's whole name.
    if (related && !variant.words.some((word) => relationOf(word) !== undefined)) continue
    if (variant.via !== 'plain' && found.best >= 0.9) break
    byWords(variant, reading, roster, found)
  }
  found.joinBrackets()
  found.joinAliases()
  if (found.best < 0.5) bySurname(reading, roster, found)
  return found.sorted()
}

/** The pupils that a few words may mean, as when a relation is named: "Dev's mum". */
export function pupilsFor(words: readonly string[], roster: Roster): readonly Candidate[] {
  const found = new Candidates(roster)
  byWords({ words, comma: 0, via: 'plain' }, undefined, roster, found)
  return found.sorted().filter((candidate) => candidate.kind === 'pupil')
}

function byWords(
  variant: Variant,
  reading: Reading | undefined,
  roster: Roster,
  found: Candidates,
): void {
  const { words, comma, via } = variant
  const title = reading?.title
  const cost = VIA_COSTS[via]
  const device: MatchReason[] =
    via === 'device' || (via === 'bracket' && reading?.hasDevice === true) ? ['deviceName'] : []
  const offer = (entry: Entry, one: Fit) => {
    const judged = judgedByTitle(entry, one, title, words.length)
    if (judged > 0) found.addEntry(entry, judged - cost, [...one.reasons, ...device], via)
  }
  const ordered = comma > 0 ? [...words.slice(comma), ...words.slice(0, comma)] : words
  const literals = roster
    .literals(ordered.join(''))
    .filter((literal) => splitsLike(ordered, literal))
  for (const literal of literals) {
    const reasons: MatchReason[] =
      comma > 0
        ? [...new Set([literal.reason, 'lastFirst'] as const)].filter((one) => one !== 'exact')
        : [literal.reason]
    offer(literal.entry, {
      score: comma > 0 ? Math.min(literal.weight, 0.98) : literal.weight,
      reasons,
    })
  }
  // A name that stands on the register letter for letter needs no second look, unless it is a single word.
  if (literals.length > 0 && words.length > 1) return
  if (title !== undefined && !title.child && words.length === 1)
    byTitle(words[0] ?? '', title, roster, found, cost)
  const cuts = cut(words, comma)
  for (const entry of entriesFor(words, roster)) {
    const one = fit(cuts, entry)
    if (one !== undefined) offer(entry, one)
  }
  if (words.length === 1) {
    const word = words[0] ?? ''
    // "ameliapotter" as a name or as what stands before the @.
    for (const literal of roster.literals(word)) {
      if (word !== literal.entry.givenJoined && word !== literal.entry.preferredJoined)
        offer(literal.entry, { score: 0.9, reasons: [literal.reason] })
    }
    if (word.length > 4 && found.best < 0.6) byUsername(word, roster, offer)
  }
  if (found.best >= 0.6) return
  const near = [
    ...new Set(words.flatMap((word) => roster.near(word)).flatMap((word) => roster.withWord(word))),
  ]
  for (const entry of near) {
    const one = fit(cuts, entry)
    if (one !== undefined) offer(entry, one)
  }
}

/** "annelee" is Anne Lee, but "Ann Elee" is somebody else: the words must part where the names part. */
function splitsLike(words: readonly string[], { entry, reason }: Literal): boolean {
  if (words.length === 1) return entry.lastJoined === ''
  const given = reason === 'preferredName' ? entry.preferredJoined : entry.givenJoined
  let length = 0
  for (const word of words) {
    length += word.length
    if (length >= given.length) return length === given.length
  }
  return entry.lastJoined === ''
}

/** Those whose name shares a word with the shown one, or a word that a shown one is short for. */
function entriesFor(words: readonly string[], roster: Roster): Set<Entry> {
  const entries = new Set<Entry>()
  for (const word of words) {
    for (const entry of roster.withWord(word)) entries.add(entry)
    if (words.length > 2) continue
    for (const other of AKIN.nicknames.get(word) ?? [])
      for (const entry of roster.withWord(other)) entries.add(entry)
    for (const other of AKIN.variants.get(word) ?? [])
      for (const entry of roster.withWord(other)) entries.add(entry)
  }
  if (words.length > 2) {
    const joined = [words.slice(0, 2).join(''), words.slice(-2).join('')]
    for (const word of joined) for (const entry of roster.withWord(word)) entries.add(entry)
  }
  return entries
}

/** "apotter", "ameliap": an initial and a name written together. Cut at either end and looked up, never scanned. */
function byUsername(word: string, roster: Roster, offer: (entry: Entry, one: Fit) => void): void {
  for (const part of [word.slice(1), word.slice(0, -1)]) {
    for (const entry of roster.withWord(part)) {
      const one = fit(cut([word], 0), entry)
      if (one !== undefined && one.reasons.includes('initials')) offer(entry, one)
    }
  }
}

/** Scores adjusted for who would carry such a title: adults, and of the right gender. 0 = can't be meant. */
function judgedByTitle(entry: Entry, one: Fit, title: Reading['title'], words: number): number {
  const whole = one.score >= 0.97
  if (title === undefined || title.child) {
    if (entry.kind === 'pupil' || entry.kind === 'staff') return one.score
    return whole ? GUARDIAN_WHOLE : words === 1 ? one.score : one.score - 0.03
  }
  if (clash(title.gender, entry.gender)) return whole ? 0.8 : 0
  if (entry.kind === 'pupil') return Math.min(one.score, words === 1 ? 0.3 : 0.84)
  if (words === 1) return one.score
  if (whole) return entry.kind === 'staff' ? 1 : GUARDIAN_WHOLE
  // "Mrs P Shah" says as much as a mother's name usually does.
  return one.reasons.includes('initials') && one.score >= 0.8 ? 0.93 : one.score
}
