import type { MatchReason } from '../types.ts'
import type { Entry } from './entry.ts'
import type { Fit } from './fit.ts'
import { akin, isNear, sameFamilyName } from './kin.ts'

/** One word alone: a given name, a surname, or a whole name written together ("ameliapotter", "apotter"). */
export function singleWord(word: string, entry: Entry): Fit | undefined {
  const { given, preferred, givenJoined, preferredJoined, lastJoined } = entry
  const guardian: MatchReason[] = entry.kind === 'guardian' ? ['guardianName'] : []
  const scaled = (score: number, ...reasons: MatchReason[]): Fit => ({
    // A guardian's or a teacher's first name alone is a weaker sign than a child's.
    score: entry.kind === 'guardian' ? score - 0.2 : entry.kind === 'staff' ? score - 0.05 : score,
    reasons: [...guardian, ...reasons],
  })
  if (word === givenJoined && lastJoined === '') return scaled(1, 'exact')
  if (word === givenJoined) return scaled(0.8, 'firstNameOnly')
  if (word === preferredJoined) return scaled(0.8, 'preferredName', 'firstNameOnly')
  if (word.length === 1) return undefined
  if (lastJoined.length > 0 && word.length > lastJoined.length && lastJoined.length > 2) {
    if (word === lastJoined + givenJoined) return scaled(0.9, 'lastFirst')
    const initial = given[0]?.[0] ?? ''
    if (word === initial + lastJoined || word === lastJoined + initial)
      return scaled(0.7, 'initials')
  }
  if (lastJoined !== '' && givenJoined.length > 2 && word === givenJoined + lastJoined[0])
    return scaled(0.72, 'initials')
  if (given.length > 1 && word === given[0]) return scaled(0.76, 'firstNameOnly')
  for (const name of [given[0], preferred[0]]) {
    if (name === undefined) continue
    const kind = akin(word, name)
    if (kind === 'variant') return scaled(0.7, 'closeSpelling', 'firstNameOnly')
    if (kind === 'nickname') return scaled(0.7, 'nickname', 'firstNameOnly')
  }
  if (given.length > 1 && given.includes(word)) return scaled(0.6, 'firstNameOnly')
  if (word === lastJoined || sameFamilyName(word, lastJoined) || entry.last.includes(word))
    return scaled(entry.kind === 'guardian' ? 0.6 : 0.55, 'familyName')
  if (word.length > 4 && (isNear(word, givenJoined) || isNear(word, preferredJoined)))
    return scaled(0.6, 'closeSpelling', 'firstNameOnly')
  return undefined
}
