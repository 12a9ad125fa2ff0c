// Makes a clean machine ready: packages, then a Chromium. Plain JavaScript on Node 20, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lookForBrowser } from './browser.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const STAMP = join(root, 'node_modules', '.lesson-steward-installed')

/** The environment for everything the project runs: its own Node first on PATH, no telemetry. */
export function projectEnv(extra = {}) {
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    WXT_TELEMETRY: '0',
    ...extra,
  }
}

/** Runs a command, shows what it prints, and throws with `what` when it fails. */
export function run(what, command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: projectEnv(),
    shell: process.platform === 'win32',
    ...options,
  })
  if (error) throw new Error(`${what} could not be started: ${error.message}`)
  if (status !== 0) throw new Error(`${what} failed (exit status ${status}).`)
}

export function say(text) {
  console.log(`\n▸ ${text}`)
}

/** Installs the packages of the lock file, unless that very lock file is installed already. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  say('Installing packages (about a minute)')
  run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(STAMP, lock)
}

/** Makes sure that there is a Chromium: one that is here, puppeteer's, or Debian's where we are root. Sets CHROME_PATH. */
export function installBrowser() {
  let found = lookForBrowser()
  if (found === undefined) {
    say('No Chromium or Chrome here: fetching one')
    if (!tryPuppeteer()) tryDebian()
    found = lookForBrowser()
  }
  if (found === undefined) {
    throw new Error(
      'No browser could be installed. Install Chromium or Chrome and set CHROME_PATH to it, then run this again.',
    )
  }
  process.env.CHROME_PATH = found
  return found
}

function tryPuppeteer() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) return false // Debian's comes with its libraries and fonts
  const { status } = spawnSync(join(bin, 'puppeteer'), ['browsers', 'install', 'chrome'], {
    cwd: root,
    stdio: 'inherit',
    env: projectEnv({ PUPPETEER_SKIP_DOWNLOAD: 'false' }),
    timeout: 300_000,
  })
  return status === 0
}

function tryDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  run('apt-get update', 'apt-get', ['-qq', 'update'], quiet)
  run(
    'apt-get install chromium',
    'apt-get',
    ['-qq', '-y', 'install', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    quiet,
  )
}

/** Builds the extension into .output/chrome-mv3. */
export function build() {
  say('Building the extension')
  run('The build', join(bin, 'wxt'), ['build'])
}

export function ensureFolder(folder) {
  mkdirSync(folder, { recursive: true })
  return folder
}
