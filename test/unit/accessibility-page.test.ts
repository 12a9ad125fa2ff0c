import { access, glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { SHORTCUTS } from '../../lib/background/shortcuts.ts'

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
