import { MAX_PEOPLE } from './observation.ts'

/**
 * As many of these people as are kept. Whoever is at this computer is always among them: without her own row the teacher is no host, and
 * nobody to the rest of the lesson.
 */
export function atMostPeople<T>(people: readonly T[], isSelf: (one: T) => boolean): readonly T[] {
  if (people.length <= MAX_PEOPLE) return people
  const first = people.slice(0, MAX_PEOPLE)
  if (first.some(isSelf)) return first
  const self = people.find(isSelf)
  return self === undefined ? first : [...first.slice(0, -1), self]
}
