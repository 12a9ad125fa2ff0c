// Runs a tool of the project on the project's own Node (24, from the package `node`), whatever Node the shell has.
// usage: node scripts/run.mjs TOOL [ARG …]   TOOL is a name in node_modules/.bin, or "node".
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const [tool, ...args] = process.argv.slice(2)

if (tool === undefined) {
  console.error('usage: node scripts/run.mjs TOOL [ARG …]')
  process.exit(2)
}
if (!existsSync(bin)) {
  console.error(
    'The packages are not installed yet. Run "npm ci" (or "npm start", which does it for you).',
  )
  process.exit(1)
}
const { status, error } = spawnSync(join(bin, tool), args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, WXT_TELEMETRY: '0' },
})
if (error) console.error(`${tool} could not be started: ${error.message}`)
process.exit(status ?? 1)
