import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { archiveOf, filesOf, sha256 } from '../../scripts/package/archive.mjs'
import limits from '../../scripts/package/pages.json' with { type: 'json' }
import { overBudget, scriptBytes } from '../../scripts/package/pages.mjs'

const root = join(import.meta.dirname, '../..')
const places = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'lesson-steward-build-')))
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true })
})

/** In a process of its own: a test's environment would build the development version of what it builds on. */
function build(outDir: string): void {
  const { NODE_ENV: _test, ...env } = process.env
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { build } from 'wxt'; await build(${JSON.stringify({ root, outDir })})`,
    ],
    { cwd: root, env, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
}

/** What a school's technician can check: whoever builds this very source gets this very archive. */
describe('two builds', () => {
  it('give the same archive, within its size and with no page that loads more script than it may', () => {
    const archives: Uint8Array[] = []
    for (const outDir of places) {
      build(outDir)
      const folder = join(outDir, 'chrome-mv3')
      expect(filesOf(folder)).toContain('models/rooms.tflite')
      archives.push(archiveOf(folder))
      expect(overBudget(scriptBytes(folder), limits)).toEqual([])
    }
    const [one, other] = archives.map(sha256)
    expect(other).toBe(one)
    const size = archives[0]?.length ?? Infinity
    console.warn(`the archive: ${(size / 1e6).toFixed(2)} MB of at most 8 MB`)
    expect(size).toBeLessThan(8_000_000)
  })
})
