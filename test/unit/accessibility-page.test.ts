import { access, glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SCHEMES, readArguments } from '../../scripts/screens/arguments.ts'
import { LEFT_TO_FULL } from '../../vitest.config.ts'
import { SHORTCUTS } from '../../lib/background/shortcuts.ts'
import { citedIn, isThere } from '../support/cited.ts'

const ROOT = new URL('../../', import.meta.url)
const page = await readFile(new URL('docs/accessibility.md', ROOT), 'utf8')

/** All that the pages say, without comments and line breaks, which a formatter moves. */
async function wording(): Promise<string> {
  const texts: string[] = []
  for await (const file of glob('{components,lib}/**/*.{ts,tsx}', { cwd: fileURLToPath(ROOT) })) {
    const text = await readFile(new URL(file, ROOT), 'utf8')
    texts.push(text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, ''))
  }
  return texts.join(' ').replaceAll(/\s+/gu, ' ')
}

/** "| what | tests | run by |": one row of the table of tests. */
const held = [...page.matchAll(/^\| (.+) \| (`test\/.+) \| `npm (test|run test:full)` \|$/gmu)].map(
  ([, what = '', tests = '', by = '']) => ({ what, tests, by }),
)
const steps = [...page.matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gmu)]
const expected = steps.flatMap(([, step = '', , words = '']) =>
  [...words.matchAll(/“([^”]+)”/gu)].map(([, quote = '']) => [step, quote] as const),
)
const all = await wording()

describe('the script for a screen reader', () => {
  it('has its steps in order, each with something to hear', () => {
    expect(steps.map(([, step]) => Number(step))).toEqual(steps.map((_, at) => at + 1))
    expect(steps.length).toBeGreaterThan(10)
    expect(expected.length).toBeGreaterThan(steps.length)
  })

  it.each(expected)('step %s: “%s” is said somewhere', (_step, quote) => {
    for (const part of quote.split('…').map((one) => one.trim()))
      if (part !== '') expect(all.includes(part), part).toBe(true)
  })

  it('names tests that there are, and the shortcut by its words', async () => {
    const named = [...page.matchAll(/`(test\/[\w/.-]+)`/gu)].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(5)
    for (const path of named) await expect(access(new URL(path, ROOT))).resolves.toBeUndefined()
    expect(page).toContain(`*${SHORTCUTS[1].words}*`)
  })
})

describe('what tests hold', () => {
  it('is a table of tests that there are', () => {
    const [, table = ''] = /## What tests hold\n([\s\S]+?)\n## /u.exec(page) ?? []
    // All its rows but the head and the line below it.
    expect(held.length).toBeGreaterThan(10)
    expect(table.match(/^\|/gmu)).toHaveLength(held.length + 2)
  })

  it.each(held)('$what', async ({ tests, by }) => {
    const cited = citedIn(tests)
    for (const one of cited)
      expect(await isThere(one), `${one.file} has no test “${one.title}”`).toBe(true)
    const files = [...tests.matchAll(/`(test\/[^`]+)`/gu)].map(([, file = '']) => file)
    // Every test by its title, but for this page's own.
    const own = 'test/unit/accessibility-page.test.ts'
    expect(files.filter((file) => file !== own)).toHaveLength(cited.length)
    const isLeft = (file: string): boolean => LEFT_TO_FULL.includes(file)
    expect(by === 'test' ? files.filter(isLeft) : files.filter((one) => !isLeft(one))).toEqual([])
  })

  it('says what pictures are made of, and by which wish', () => {
    const [, wish = ''] = /`npm run screens -- (--scheme [\w,]+)`/u.exec(page) ?? []
    const all = readArguments(wish.split(' '))
    expect('schemes' in all && all.schemes.toSorted()).toEqual(SCHEMES.toSorted())
    const usual = readArguments([])
    expect('schemes' in usual && usual.schemes).toEqual(['light', 'dark', 'print'])
    expect(page).toContain('in light, dark and on paper')
  })
})
