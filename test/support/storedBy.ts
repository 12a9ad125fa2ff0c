import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'

type Source = readonly [file: string, text: string]

/** What is shipped. */
export async function sources(root: string): Promise<readonly Source[]> {
  const found: Source[] = []
  for await (const file of glob('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: root }))
    if (!file.startsWith(join('components', 'gallery')))
      found.push([file.replaceAll('\\', '/'), await readFile(join(root, file), 'utf8')])
  return found.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Areas of the browser that are used by their methods alone; anything else could write unseen. */
const AREAS: readonly string[] = ['local', 'session', 'sync']
const HARMLESS: readonly string[] = ['get', 'getKeys', 'remove', 'clear', 'setAccessLevel']
const OTHER_STORES =
  /^(?:localStorage|sessionStorage|indexedDB\.open|caches\.open|document\.cookie)$/u
/** Only these are taken apart, which takes time; keys have their names in such a file or in one of a `…_KEY`. */
const MAY_STORE = /storage|indexedDB|caches|cookie|Dexie|_KEY\b/iu
/** The school’s policy is only read; a change is only heard of. */
const UNWRITTEN: readonly string[] = ['managed', 'onChanged']

/** Every key that the sources write to the browser’s storage areas, and every other way to a store that they take. */
export function storedBy(all: readonly Source[]): {
  readonly keys: readonly string[]
  readonly others: readonly string[]
} {
  const parsed = all
    .filter(([, text]) => MAY_STORE.test(text))
    .map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  const constants = new Map(parsed.flatMap(constantsOf))
  const keys = new Set<string>()
  const others = new Set<string>()
  const visit = (source: ts.SourceFile, node: ts.Node): void => {
    const told = `${source.fileName}: `
    if (ts.isHeritageClause(node) && node.getText().includes('Dexie'))
      others.add(told + node.getText())
    if (ts.isNewExpression(node) && node.expression.getText() === 'Dexie')
      others.add(`${told}new Dexie`)
    if (OTHER_STORES.test(bare(node))) others.add(told + bare(node))
    if (isStorage(node)) {
      const [area, method, call] = chainOf(node)
      if (area === undefined) others.add(told + bare(node))
      else if (AREAS.includes(area) && method === 'set' && call !== undefined)
        for (const key of keysOf(call, constants)) keys.add(`storage.${area}: ${key}`)
      else if (!UNWRITTEN.includes(area) && (method === undefined || !HARMLESS.includes(method)))
        others.add(`${told}${bare(node)}.${area}`)
    }
    ts.forEachChild(node, (child) => visit(source, child))
  }
  for (const source of parsed) visit(source, source)
  return { keys: [...keys].toSorted(), others: [...others].toSorted() }
}

const bare = (node: ts.Node): string =>
  ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)
    ? node.getText().replaceAll(/\s/gu, '')
    : ''

/** `browser.storage`, `chrome.storage` or `storage` itself, as a value. */
function isStorage(node: ts.Node): boolean {
  if (!/^(?:(?:globalThis\.)?(?:browser|chrome)\.)?storage$/u.test(bare(node))) return false
  return !ts.isPropertyAccessExpression(node.parent) || node.parent.name !== node
}

/** `storage.AREA.METHOD(…)`, as far as it goes. */
function chainOf(storage: ts.Node): readonly [string?, string?, ts.CallExpression?] {
  const area = storage.parent
  if (!ts.isPropertyAccessExpression(area) || area.expression !== storage) return []
  const method = area.parent
  if (!ts.isPropertyAccessExpression(method) || method.expression !== area) return [area.name.text]
  const call = method.parent
  return ts.isCallExpression(call) && call.expression === method
    ? [area.name.text, method.name.text, call]
    : [area.name.text]
}

function keysOf(call: ts.CallExpression, constants: ReadonlyMap<string, string>): string[] {
  const [written] = call.arguments
  const unknown = (node?: ts.Node): string => `one that can’t be told: ${node?.getText() ?? ''}`
  if (written === undefined || !ts.isObjectLiteralExpression(written)) return [unknown(written)]
  return written.properties.map((one) => {
    if (one.name === undefined) return unknown(one)
    if (!ts.isComputedPropertyName(one.name))
      return ts.isStringLiteral(one.name) ? one.name.text : one.name.getText()
    const name = one.name.expression
    return constants.get(name.getText()) ?? unknown(name)
  })
}

/** Texts that have a name of their own in capitals. */
function constantsOf(source: ts.SourceFile): readonly (readonly [string, string])[] {
  const found = source.statements.filter(ts.isVariableStatement)
  return found
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ name, initializer }) =>
      initializer !== undefined && ts.isStringLiteral(initializer)
        ? [[name.getText(), initializer.text] as const]
        : [],
    )
}
