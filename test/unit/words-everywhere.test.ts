import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { wordsFiles } from '../../scripts/words/files.ts'
import { filesIn, textOf } from '../support/sources.ts'

// That a sentence goes through the messages is not all seen by the compiler: one that nobody wrapped compiles as well.

/** Where sentences for a person are made. */
const FOLDERS = [
  'components',
  'entrypoints',
  'lib/views',
  'lib/protocol',
  'lib/record',
  'lib/concern',
  'lib/welcome',
  'lib/selftest',
  'lib/practice',
  'lib/register',
]
/** Made-up samples; sentences of a file for developers; names that the import recognises. */
const OTHERS =
  /^components\/gallery\/|^lib\/protocol\/packs\/|^lib\/record\/(?:json|publish)\.ts$|^lib\/register\/(?:schema|match|import\/export)\.ts$|\.d\.ts$/u
/** Names are the same in every language. */
const NAMES = ['Lesson Steward', 'CSV', 'JSON']
/** Columns of a list: the import reads them back. */
const COLUMNS = 'First name, Last name, Preferred name\nAmelia, Potter,'

/** Said to the log or to a developer: the failure that must not happen. */
function isForDevelopers(node: ts.Node): boolean {
  for (let up: ts.Node | undefined = node.parent; up !== undefined; up = up.parent) {
    if (ts.isNewExpression(up) && up.expression.getText() === 'Error') return true
    if (ts.isCallExpression(up) && up.expression.getText().startsWith('console.')) return true
    if (ts.isBlock(up)) return false
  }
  return false
}

function bare(file: string, text: string, known: ReadonlySet<string>): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      const words = node.text.trim()
      if (/\p{L}{2}/u.test(words) && !NAMES.includes(words)) found.push(words)
    } else if (ts.isStringLiteralLike(node)) {
      const isSentence = /^[“A-Z{].*[a-z]{2,} [a-z{]/u.test(node.text)
      if (isSentence && !known.has(node.text) && node.text !== COLUMNS && !isForDevelopers(node))
        found.push(node.text)
    } else if (
      ts.isTemplateExpression(node) &&
      /\p{Lu}\p{Ll}+ \p{Ll}{2,}/u.test(node.getText().replace(/\$\{[^}]*\}/gu, '')) &&
      !node.getText().includes('t(') &&
      !isForDevelopers(node)
    )
      found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.map((words) => `${file}: ${words}`)
}

describe('a sentence for a person', async () => {
  const known = new Set((await wordsFiles('cy')).flatMap(({ words }) => Object.keys(words)))
  it.each(FOLDERS)('goes through the messages in %s', async (folder) => {
    const names = (await filesIn([folder])).filter((name) => !OTHERS.test(name))
    expect(names.length).toBeGreaterThan(1)
    const all = await Promise.all(names.map(async (name) => bare(name, await textOf(name), known)))
    expect(all.flat()).toEqual([])
  })
  it('is found where it does not', () => {
    const page = `const a = <p title="Well done, all of you">Hello there {n}</p>; const b = t('Known to us')
      ; const c = \`Gone for \${n} long minutes\`; console.warn('The log may say this')`
    expect(bare('a.tsx', page, new Set(['Known to us']))).toEqual([
      'a.tsx: Well done, all of you',
      'a.tsx: Hello there',
      'a.tsx: `Gone for ${n} long minutes`',
    ])
  })
})
