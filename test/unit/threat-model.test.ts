import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { citedIn, isThere } from '../support/cited.ts'

const ROOT = new URL('../../', import.meta.url)
const text = await readFile(new URL('docs/threat-model.md', ROOT), 'utf8')

/** "T-7 | what must hold | `test/unit/x.test.ts` › title of a test": one row of the table of requirements. */
const rows = [...text.matchAll(/^\| (T-\d+) \| (.+?) \| (.+?) \|$/gmu)].map(
  ([, id = '', says = '', by = '']) => ({ id, says, proofs: citedIn(by) }),
)

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

  it('cites only its own requirements', () => {
    const cited = [...text.matchAll(/\bT-(\d+)\b/gu)].map((one) => Number(one[1]))
    expect(Math.max(...cited)).toBe(rows.length)
  })
})
