import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { iconDrawings } from '../page/icon-drawings.ts'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

let drawn: Promise<string> | undefined

/** The shapes of every icon as JSON, from the Lucide set. The page builds them node by node: it may not parse markup. */
export function iconShapes(): Promise<string> {
  drawn ??= collect()
  return drawn
}

async function collect(): Promise<string> {
  const icons = join(
    dirname(createRequire(import.meta.url).resolve('lucide-react')),
    '../esm/icons',
  )
  const shapes: Record<string, readonly Shape[]> = {}
  for (const [word, drawing] of Object.entries(iconDrawings)) {
    const module: unknown = await import(pathToFileURL(join(icons, `${drawing}.mjs`)).href)
    shapes[word] = (module as { __iconData: { node: readonly Shape[] } }).__iconData.node
  }
  return JSON.stringify(shapes)
}
