// npm run store: the pictures of the store's page into out/store. Three are of the built extension in a simulated lesson, two of its pages
// with made-up data, one is the small tile. People and rooms are drawn by the project; nobody in them is real.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { photographLesson } from './store/lesson.ts'
import { photographPages } from './store/pages.ts'
import { STORE_PICTURES } from './store/pictures.ts'

const out = fileURLToPath(new URL('../out/store/', import.meta.url))
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

try {
  await photographPages(out)
  await photographLesson(out)
} catch (problem) {
  console.error(problem)
  process.exit(1)
}
for (const { file, width, height } of STORE_PICTURES)
  console.log(`${join('out/store', file)}  ${width} × ${height}`)
