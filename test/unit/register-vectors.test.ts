import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  CERTAIN,
  applyImport,
  createMatcher,
  idsFromNames,
  previewImport,
} from '../../lib/register/index.ts'
import type {
  Match,
  MatchKind,
  MatchReason,
  Matcher,
  Register,
  ShownPerson,
} from '../../lib/register/index.ts'

interface Expected {
  readonly kind: MatchKind
  readonly person?: string
  readonly certain?: boolean
  readonly reasons?: readonly MatchReason[]
  readonly alternatives?: readonly string[]
}
type Shown = string | (Partial<Omit<ShownPerson, 'key'>> & { readonly shown: string })
interface Case {
  readonly group: string
  readonly register: string
  readonly shown: string | readonly Shown[]
  readonly expect: Expected | readonly Expected[]
  readonly fixes?: Readonly<Record<string, string>>
  readonly why: string
}
interface Vectors {
  readonly registers: Readonly<Record<string, string>>
  readonly cases: readonly Case[]
}

const folder = new URL('../vectors/', import.meta.url)
const vectors = JSON.parse(readFileSync(new URL('names.json', folder), 'utf8')) as Vectors

const loaded = new Map<string, { register: Register; matcher: Matcher }>()
function load(name: string): { register: Register; matcher: Matcher } {
  const before = loaded.get(name)
  if (before !== undefined) return before
  const preview = previewImport(readFileSync(new URL(vectors.registers[name] ?? 'missing', folder)))
  const { register } = applyImport(preview, undefined, idsFromNames())
  const made = { register, matcher: createMatcher(register) }
  loaded.set(name, made)
  return made
}

function nameOf(register: Register, id: string): string {
  const person = [...register.pupils, ...register.staff].find((one) => one.id === id)
  return person === undefined ? `nobody (${id})` : `${person.firstName} ${person.lastName}`.trim()
}
function idOf(register: Register, name: string): string {
  return (
    [...register.pupils, ...register.staff].find(
      (one) => `${one.firstName} ${one.lastName}`.trim() === name,
    )?.id ?? name
  )
}

function asked(one: Case): { people: ShownPerson[]; wanted: readonly Expected[] } {
  const shown: readonly Shown[] = typeof one.shown === 'string' ? [one.shown] : one.shown
  const people = shown.map((person, at) => ({
    key: `k${at}`,
    present: true,
    ...(typeof person === 'string' ? { shown: person } : person),
  }))
  const wanted = 'kind' in one.expect ? [one.expect] : one.expect
  return { people, wanted }
}

function seen(match: Match | undefined, register: Register, wanted: Expected) {
  return {
    kind: match?.kind,
    ...(wanted.person === undefined
      ? {}
      : { person: match?.personId === undefined ? undefined : nameOf(register, match.personId) }),
    ...(wanted.certain === undefined ? {} : { certain: (match?.confidence ?? 0) >= CERTAIN }),
    ...(wanted.reasons === undefined
      ? {}
      : { reasons: wanted.reasons.filter((reason) => match?.reasons.includes(reason)) }),
    ...(wanted.alternatives === undefined
      ? {}
      : {
          alternatives: match?.alternatives.map((other) => nameOf(register, other.personId)).sort(),
        }),
  }
}

describe('names.json', () => {
  const groups = new Set(vectors.cases.map((one) => one.group))
  for (const group of groups) {
    describe(group, () => {
      for (const one of vectors.cases.filter((other) => other.group === group)) {
        it(`${JSON.stringify(one.shown)} on ${one.register}: ${one.why}`, () => {
          const { register, matcher } = load(one.register)
          const { people, wanted } = asked(one)
          const fixes = Object.fromEntries(
            Object.entries(one.fixes ?? {}).map(([shown, name]) => [shown, idOf(register, name)]),
          )
          const matches = matcher.matchAll(people, fixes)
          const got = wanted.map((each, at) => seen(matches.get(`k${at}`), register, each))
          expect(got).toEqual(
            wanted.map((each) =>
              each.alternatives === undefined
                ? each
                : { ...each, alternatives: [...each.alternatives].sort() },
            ),
          )
        })
      }
    })
  }

  it('holds at least 400 cases, each with its reason', () => {
    expect(vectors.cases.length).toBeGreaterThanOrEqual(400)
    expect(vectors.cases.filter((one) => one.why.trim() === '')).toEqual([])
  })

  it('has no certain match that is wrong, and resolves what a person can', () => {
    let wrong = 0
    let resolvable = 0
    let resolved = 0
    let certain = 0
    let ties = 0
    for (const one of vectors.cases) {
      if (one.fixes !== undefined) continue
      const { register, matcher } = load(one.register)
      const { people, wanted } = asked(one)
      const matches = matcher.matchAll(people)
      wanted.forEach((each, at) => {
        const match = matches.get(`k${at}`)
        const person = match?.personId === undefined ? undefined : nameOf(register, match.personId)
        if (
          match !== undefined &&
          match.confidence >= CERTAIN &&
          each.kind !== 'self' &&
          person !== each.person
        )
          wrong += 1
        if (match !== undefined && match.confidence >= CERTAIN) certain += 1
        if (match?.kind === 'ambiguous') ties += 1
        if (each.person === undefined) return
        resolvable += 1
        if (person === each.person) resolved += 1
      })
    }
    const share = ((100 * resolved) / resolvable).toFixed(1)
    console.log(
      `names.json: ${vectors.cases.length} cases; ${certain} certain, ${wrong} of them wrong; ${resolved} of ${resolvable} that a person can resolve are resolved (${share} %); ${ties} told as ties`,
    )
    expect(wrong).toBe(0)
    expect(resolvable).toBeGreaterThan(200)
    expect(resolved / resolvable).toBeGreaterThanOrEqual(0.97)
  })
})
