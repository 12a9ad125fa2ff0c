import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const text = await readFile(new URL('docs/threat-model.md', ROOT), 'utf8')

/** "T-7 | what must hold | `test/unit/x.test.ts` › title of a test": one row of the table of requirements. */
const rows = [...text.matchAll(/^\| (T-\d+) \| (.+?) \| (.+?) \|$/gmu)].map(([, id, says, by]) => ({
  id: id ?? '',
  says: says ?? '',
  proofs: [...(by ?? '').matchAll(/`(test\/[^`]+)` › “([^”]+)”/gu)].map(([, file, title]) => ({
    file: file ?? '',
    title: title ?? '',
  })),
}))

describe('the threat model', () => {
  it('numbers its requirements without a gap', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, i) => `T-${i + 1}`))
  })

  it.each(rows)('$id is proven by a test that exists', async ({ says, proofs }) => {
    expect(says).toMatch(/must/u)
    expect(proofs.length).toBeGreaterThan(0)
    for (const { file, title } of proofs) {
      const test = await readFile(new URL(file, ROOT), 'utf8')
      // A title is written as a string of its own, or as the template of `it.each`.
      const found = [`'${title}'`, `"${title}"`, `\`${title}\``].some((one) => test.includes(one))
      expect(found, `${file} has no test “${title}”`).toBe(true)
    }
  })

  it('cites only its own requirements', () => {
    const cited = [...text.matchAll(/\bT-(\d+)\b/gu)].map((one) => Number(one[1]))
    expect(Math.max(...cited)).toBe(rows.length)
  })
})
