// npm start: from a clean machine to a running lesson. With a display it opens a browser with the extension in a simulated Year 4
// lesson; without one it plays the whole lesson by itself and leaves pictures and the record in out/demo.
//   npm start                    as above
//   npm start -- --play          play by itself although there is a display
//   npm start -- --site meet     which simulated site (meet)
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, installBrowser, installPackages, projectEnv, root, say } from './lib/setup.mjs'

const args = process.argv.slice(2)
const site = args.includes('--site') ? args[args.indexOf('--site') + 1] : 'meet'
if (site !== 'meet') {
  console.error(`There is no simulated site called “${site ?? ''}”. The sites are: meet.`)
  process.exit(2)
}

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
say(play ? 'Playing a whole lesson by itself (about three minutes)' : 'Opening the lesson')
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'node'), [script], {
  cwd: root,
  stdio: 'inherit',
  env: projectEnv(),
})
process.exit(status ?? 1)
