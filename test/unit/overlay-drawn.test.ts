// @vitest-environment happy-dom
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { tell, write, written } from '../../components/overlay/drawn.ts'
import { make } from '../../components/overlay/make.ts'
import { wordsOf } from '../support/drawnWords.ts'

const FOLDER = join(import.meta.dirname, '../../components/overlay')
const FILES = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts'))
const program = ts.createProgram(
  FILES.map((name) => join(FOLDER, name)),
  {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  },
)
const checker = program.getTypeChecker()

/** By these a text node, or markup, could come to be. */
const MAKES_TEXT =
  /^(?:textContent|innerText|outerText|innerHTML|outerHTML|nodeValue|createTextNode|insertAdjacentText|insertAdjacentHTML|placeholder|value)$/u
/** These take nodes and, as readily, strings. */
const TAKES_NODES = /^(?:append|prepend|before|after|replaceChildren|replaceWith)$/u

function mayBeText(node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node)
  const all = ts.isSpreadElement(node) ? checker.getTypeAtLocation(node.expression) : type
  const element = checker.getIndexTypeOfType(all, ts.IndexKind.Number) ?? all
  const parts = element.isUnion() ? element.types : [element]
  return parts.some((part) => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any)) !== 0)
}

function textNodesMadeIn(file: ts.SourceFile): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    if (ts.isPropertyAccessExpression(node) && MAKES_TEXT.test(node.name.text)) {
      found.push(`${line + 1}: ${node.getText(file)}`)
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      TAKES_NODES.test(node.expression.name.text)
    ) {
      for (const one of node.arguments)
        if (mayBeText(one)) found.push(`${line + 1}: ${node.expression.name.text} of a string`)
    }
    ts.forEachChild(node, look)
  }
  look(file)
  return found
}

describe('the overlay', () => {
  // T-4
  it.each(FILES)('puts words on the screen by the one helper that draws them: %s', (name) => {
    const file = program.getSourceFile(join(FOLDER, name))
    expect(file).toBeDefined()
    if (file !== undefined) expect(textNodesMadeIn(file)).toEqual([])
  })
})

describe('drawn words', () => {
  it('are an attribute of the element, and none is left of those before', () => {
    const element = make(document, 'p', { text: 'Ben Bloggs' })
    write(element, 'Amelia Potter')
    expect(written(element)).toBe('Amelia Potter')
    expect(element.textContent).toBe('')
    write(element, '')
    expect(element.hasAttributes()).toBe(false)
  })

  it('stand in the order in which they are given, beside elements', () => {
    const name = make(document, 'bdi', { text: 'Amelia Potter' })
    const element = make(document, 'p', {}, ['Let ', name, ' in?'])
    expect(wordsOf(element)).toBe('Let Amelia Potter in?')
    expect(element.textContent).toBe('')
  })

  it('are news to a screen reader also where the same is said again', () => {
    const region = make(document, 'div', { role: 'status' })
    tell(region, 'Something lies over this message')
    const first = region.firstChild
    tell(region, 'Something lies over this message')
    expect(region.childNodes).toHaveLength(1)
    expect(region.firstChild).not.toBe(first)
    tell(region, '')
    expect(region.childNodes).toHaveLength(0)
  })
})
