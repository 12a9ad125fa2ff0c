import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { beginOf, citedIn, isThere } from '../support/cited.ts'
import { filesIn, textOf } from '../support/sources.ts'

const ROOT = new URL('../../', import.meta.url)
const text = await textOf('docs/threat-model.md')

/** "T-7 | what must hold | `test/unit/x.test.ts` › title of a test": one row of the table of requirements. */
const rows = [...text.matchAll(/^\| (T-\d+) \| (.+?) \| (.+?) \|$/gmu)].map(
  ([, id = '', says = '', by = '']) => ({ id, says, proofs: citedIn(by) }),
)

/** "T-5, T-9": a comment of its own right above a test. */
const CITES = /^\s*\/\/ (T-\d+(?:, T-\d+)*)$/u

/** Every line of every test that cites requirements, with what it stands above: "test/unit/x.test.ts:12 T-5, T-9". */
async function citations(): Promise<readonly string[]> {
  const files = await filesIn(['test'], /\.test\.tsx?$/u)
  return files.flatMap((file) =>
    linesOf(file).flatMap((line, at) => {
      const ids = CITES.exec(line)?.[1]
      return ids === undefined ? [] : [`${file}:${at + 2} ${ids}`]
    }),
  )
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(new URL(file, ROOT), 'utf8').split('\n')

/** The same from the other side: where the tests that the requirements name begin, and which requirements name them. */
function expectedCitations(): readonly string[] {
  const named = new Map<string, string[]>()
  for (const { id, proofs } of rows) {
    for (const { file, title } of proofs) {
      const begin = `${file}:${beginOf(linesOf(file), title) + 1}`
      named.set(begin, [...(named.get(begin) ?? []), id])
    }
  }
  return [...named].map(([begin, ids]) => `${begin} ${[...new Set(ids)].join(', ')}`)
}

describe('the threat model', () => {
  it('numbers its requirements without a gap', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, i) => `T-${i + 1}`))
  })

  it.each(rows)('$id is proven by a test that exists', async ({ says, proofs }) => {
    expect(says).toMatch(/must/u)
    expect(proofs.length).toBeGreaterThan(0)
    for (const one of proofs)
      expect(await isThere(one), `${one.file} has no test “${one.title}”`).toBe(true)
  })

  it('is cited by every test that it names, right above it, and by no other', async () => {
    expect((await citations()).toSorted()).toEqual(expectedCitations().toSorted())
  })

  it('cites only its own requirements', () => {
    const cited = [...text.matchAll(/\bT-(\d+)\b/gu)].map((one) => Number(one[1]))
    expect(Math.max(...cited)).toBe(rows.length)
  })
})
