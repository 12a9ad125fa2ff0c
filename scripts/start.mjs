// npm start: from a clean machine to a running lesson. With a display it opens a browser with the extension in a simulated Year 4
// lesson; without one it plays the whole lesson by itself and leaves pictures and the record in out/demo.
//   npm start                    as above
//   npm start -- --play          play by itself although there is a display
//   npm start -- --site teams    which simulated site: meet, teams (both clients in turn), or one of the interfaces by name
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, installBrowser, installPackages, projectEnv, root, say } from './lib/setup.mjs'

const args = process.argv.slice(2)
const SITES = {
  meet: [],
  teams: ['teams-full', 'teams-light'],
  'meet-2025': ['meet-2025'],
  'meet-2026': ['meet-2026'],
  'teams-full': ['teams-full'],
  'teams-light': ['teams-light'],
}
const site = args.includes('--site') ? (args[args.indexOf('--site') + 1] ?? '') : 'meet'
if (!Object.hasOwn(SITES, site)) {
  console.error(
    `There is no simulated site called “${site}”. The sites are: ${Object.keys(SITES).join(', ')}.`,
  )
  process.exit(2)
}
const interfaces = SITES[site]

try {
  installPackages()
  const browser = installBrowser()
  say(`Browser: ${browser}`)
  build()
} catch (problem) {
  console.error(`\n${problem.message}`)
  process.exit(1)
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const play = args.includes('--play') || process.env.CI === 'true' || !hasDisplay
const script = play ? 'scripts/demo/play.ts' : 'scripts/demo/show.ts'
const minutes = 4 * Math.max(1, interfaces.length)
say(play ? `Playing a whole lesson by itself (about ${minutes} minutes)` : 'Opening the lesson')
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'node'), [script, ...interfaces], {
  cwd: root,
  stdio: 'inherit',
  env: projectEnv(),
})
process.exit(status ?? 1)
