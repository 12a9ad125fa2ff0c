import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { iconWords } from '../page/icon-words.ts'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

let sheet: Promise<string> | undefined

/**
 * A style sheet that draws each icon word. The real site turns the words into pictures with a font; the words stay in
 * the page as text nodes here too, and the picture (from the Lucide set) comes from a mask, so no font has to be shipped.
 */
export function iconSheet(): Promise<string> {
  sheet ??= draw()
  return sheet
}

async function draw(): Promise<string> {
  const icons = join(
    dirname(createRequire(import.meta.url).resolve('lucide-react')),
    '../esm/icons',
  )
  const rules: string[] = []
  for (const [word, drawing] of Object.entries(iconWords)) {
    const module: unknown = await import(pathToFileURL(join(icons, `${drawing}.mjs`)).href)
    const { node } = (module as { __iconData: { node: readonly Shape[] } }).__iconData
    const inner = node.map(([tag, attributes]) => `<${tag} ${written(attributes)}/>`).join('')
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>`
    rules.push(
      `i.sim-icon-${word}::before{mask-image:url("data:image/svg+xml,${encodeURIComponent(picture)}")}`,
    )
  }
  return rules.join('\n')
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
}
