import { access, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { CLAUSE_IDS } from '../../lib/protocol/clauses/index.ts'

const ROOT = new URL('../../', import.meta.url)
const text = await readFile(new URL('CONTRIBUTING.md', ROOT), 'utf8')
const scripts = Object.keys(
  (JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')) as { scripts: object })
    .scripts,
)

/** `lib/meeting/sites.ts` and the like; those with a star or an angle bracket stand for many. */
const paths = [
  ...text.matchAll(/(?:`|\()((?:lib|test|docs|entrypoints|components)\/[\w./-]+)(?:`|\))/gu),
].map(([, path]) => path ?? '')

describe('CONTRIBUTING.md', () => {
  it.each([...new Set(paths)])('names %s, which exists', async (path) => {
    await expect(access(new URL(path, ROOT))).resolves.toBeUndefined()
  })

  it('names commands that there are', () => {
    for (const [, name] of text.matchAll(/`npm run (?:-s )?([\w:-]+)/gu))
      expect(scripts).toContain(name)
  })

  it('takes a clause for its example that there is not yet', () => {
    expect(CLAUSE_IDS).not.toContain('EG-43')
  })
})
