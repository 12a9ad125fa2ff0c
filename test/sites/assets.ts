import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, resolve, sep } from 'node:path'
import { assetHeaders } from './headers.ts'
import type { Answer } from './site.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.ts': 'text/javascript; charset=utf-8',
  '.webp': 'image/webp',
}

const compiled = new Map<string, { source: string; script: string }>()

/** A file under `root`, with its types taken off when it is TypeScript. Undefined where there is none, or it lies outside. */
export async function serveFile(root: string, path: string): Promise<Answer | undefined> {
  const file = resolve(root, `.${sep}${decodeURIComponent(path)}`)
  const type = types[extname(file)]
  if (type === undefined || !file.startsWith(resolve(root) + sep)) return undefined
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return undefined
  const body = extname(file) === '.ts' ? javascript(file, bytes.toString('utf8')) : bytes
  return { status: 200, headers: assetHeaders(type), body }
}

function javascript(file: string, source: string): string {
  const known = compiled.get(file)
  if (known?.source === source) return known.script
  const script = quietly(() => stripTypeScriptTypes(source, { mode: 'strip' }))
  compiled.set(file, { source, script })
  return script
}

/**
 * Node says once that taking types off is experimental, though it does the same itself for every file of this project
 * that it runs. The line would stand in the middle of a lesson's progress.
 */
function quietly(work: () => string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return work()
  } finally {
    process.emitWarning = emitWarning
  }
}
