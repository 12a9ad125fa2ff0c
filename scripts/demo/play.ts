// Plays a whole Year 4 lesson by itself in headless Chromium: the built extension on a simulated site. Leaves out/demo with a
// picture per step and the exported record. Exits with 1 where a step did not come about.
//   node scripts/demo/play.ts                             Meet, into out/demo
//   node scripts/demo/play.ts teams-full teams-light      each into a folder of its own in out/demo
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { INTERFACES } from '../../test/e2e/support/sites.ts'
import type { Interface } from '../../test/e2e/support/sites.ts'
import { playLesson } from './lesson.ts'

const NAMES: Readonly<Record<Interface, string>> = {
  'meet-2025': 'Google Meet (2025)',
  'meet-2026': 'Google Meet',
  'teams-full': 'Microsoft Teams',
  'teams-light': 'Microsoft Teams, light client',
}
const asked = process.argv.slice(2)
const unknown = asked.filter((one) => !(INTERFACES as readonly string[]).includes(one))
if (unknown.length > 0) {
  console.error(`There is no lesson in ${unknown.join(', ')}. There is: ${INTERFACES.join(', ')}.`)
  process.exit(2)
}
const wanted = INTERFACES.filter((one) => asked.includes(one))
const demo = fileURLToPath(new URL('../../out/demo/', import.meta.url))
await rm(demo, { recursive: true, force: true })

try {
  if (wanted.length === 0) await play('meet-2026', demo, 'out/demo')
  for (const where of wanted) await play(where, join(demo, where), `out/demo/${where}`)
} catch (problem) {
  console.error(problem)
  console.error('\nThe lesson could not be played to its end; what there is of it is in out/demo.')
  process.exit(1)
}

async function play(where: Interface, out: string, shown: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const started = Date.now()
  console.log(`\n${NAMES[where]}`)
  const say = (text: string): void => console.log(`  ${text}`)
  const { pictures, files, requests } = await playLesson(out, say, where)
  await writeFile(join(out, 'README.txt'), explain(where, pictures, files))
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `\nThe lesson was played in ${seconds} s: ${pictures.length} pictures and the record (${files.join(', ')}) are in ${shown}. Requests to anywhere else: ${requests.length === 0 ? 'none' : requests.join(', ')}.`,
  )
}

function explain(where: Interface, pictures: readonly string[], files: readonly string[]): string {
  return [
    `A lesson of the simulated Year 4 class in ${NAMES[where]}, played by \`npm start\`.`,
    'The names are invented and the rooms are drawn; the lock is moved forward so that nobody has to wait five minutes.',
    '',
    ...pictures,
    ...files,
    '',
    'Not shown here: a child without consent to video, nobody who has seen an adult after five minutes and the second look later, a child who stays away,',
    'a chat that should be off and a file in it, hours outside school, a second adult who does not come, a call that somebody opened again, and who drops out of a locked one.',
    'Those are played by `npm test`, nearly all on both sites; docs/coverage.md names the test and the field of the record for every clause.',
    '',
  ].join('\n')
}
