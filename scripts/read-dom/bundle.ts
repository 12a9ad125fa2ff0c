import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The shipped adapters as one script that puts `platforms` (lib/platforms/index.ts) on the page's global: what reads a saved page is
 * what reads a live one. Throws where the build fails.
 */
export async function bundlePlatforms(): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: join(ROOT, 'lib/platforms/index.ts'),
        name: 'platforms',
        formats: ['iife'],
        fileName: 'platforms',
      },
    },
  })
  for (const output of Array.isArray(result) ? result : [result]) {
    if (!('output' in output)) continue
    for (const chunk of output.output) if (chunk.type === 'chunk') return chunk.code
  }
  throw new Error('The adapters could not be bundled: the build gave nothing.')
}
