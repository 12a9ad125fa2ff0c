import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXTENSION } from './browser.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * A commit of this project whose stored data has an earlier shape: version 2 of the database (no concerns, no chain over the journal)
 * and version 1 of the settings.
 */
const EARLIER = 'decbd3047acdefa43614b515557e63656141c13c'

/** An extension's folder that an earlier version of it lies in, until it is updated where it lies. */
export interface Earlier {
  readonly folder: string
  /** Puts the present build in its place: Chrome takes it up when the extension is next loaded. */
  update(): void
  remove(): void
}

/** Why there is no earlier version to begin with; undefined where there is one. */
export function whyNoEarlier(): string | undefined {
  try {
    execFileSync('git', ['cat-file', '-e', `${EARLIER}^{commit}`], { cwd: ROOT, stdio: 'ignore' })
    return undefined
  } catch {
    return `commit ${EARLIER} is not in this copy of the project (a shallow clone or an archive)`
  }
}

/** Builds the earlier version from the project's own history, with the packages that are installed now. Takes some ten seconds. */
export function buildEarlier(): Earlier {
  const source = mkdtempSync(join(tmpdir(), 'lesson-steward-earlier-'))
  const folder = join(source, '.output', 'chrome-mv3')
  const archive = execFileSync('git', ['archive', EARLIER], {
    cwd: ROOT,
    maxBuffer: 256 * 1024 * 1024,
  })
  execFileSync('tar', ['x', '-C', source], { input: archive })
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'))
  execFileSync(process.execPath, [join(source, 'scripts', 'run.mjs'), 'wxt', 'build'], {
    cwd: source,
    stdio: 'pipe',
  })
  const file = join(folder, 'manifest.json')
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify(Object.assign({}, manifest, { version: '0.0.9' })))
  return {
    folder,
    update() {
      rmSync(folder, { recursive: true })
      cpSync(EXTENSION, folder, { recursive: true })
    },
    remove: () => rmSync(source, { recursive: true, force: true }),
  }
}
