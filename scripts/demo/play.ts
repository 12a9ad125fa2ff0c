// Plays a whole Year 4 lesson by itself in headless Chromium: the built extension on the simulated Meet. Leaves out/demo with a
// picture per step and the exported record. Exits with 1 where a step did not come about.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playLesson } from './lesson.ts'

const out = fileURLToPath(new URL('../../out/demo/', import.meta.url))
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

const started = Date.now()
try {
  const { pictures, files, requests } = await playLesson(out, (text) => console.log(`  ${text}`))
  await writeFile(join(out, 'README.txt'), explain(pictures, files))
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `\nThe lesson was played in ${seconds} s: ${pictures.length} pictures and the record (${files.join(', ')}) are in out/demo. Requests to anywhere else: ${requests}.`,
  )
} catch (problem) {
  console.error(problem)
  console.error('\nThe lesson could not be played to its end; what there is of it is in out/demo.')
  process.exit(1)
}

function explain(pictures: readonly string[], files: readonly string[]): string {
  return [
    'A lesson of the simulated Year 4 class, played by `npm start`.',
    'The names are invented and the rooms are drawn; the lock is moved forward so that nobody has to wait five minutes.',
    '',
    ...pictures,
    ...files,
    '',
  ].join('\n')
}
