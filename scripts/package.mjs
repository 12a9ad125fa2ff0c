// npm run package: builds the extension and puts it into one archive for the store or for a school's own server, the same bytes each
// time. Says its hash, how far it is from the limit of 8 MB and how much script each page loads (limits in package/pages.json), and leaves a list of its parts (SBOM, CycloneDX) beside it.
//   npm run package                 out/lesson-steward-VERSION.zip and …-sbom.json
//   npm run package -- --licences   writes docs/licences.md anew
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, ensureFolder, installPackages, root, say } from './lib/setup.mjs'

const BUDGET = 8_000_000

installPackages()
const { archiveOf, filesOf, sha256 } = await import('./package/archive.mjs')
const { overBudget, scriptBytes } = await import('./package/pages.mjs')
const { partsList } = await import('./package/sbom.mjs')
if (process.argv.includes('--licences')) {
  const { licenceTable } = await import('./package/licences.mjs')
  writeFileSync(join(root, 'docs', 'licences.md'), licenceTable(root))
  say('Wrote docs/licences.md')
  process.exit(0)
}

try {
  build()
} catch (problem) {
  console.error(problem.message)
  process.exit(1)
}
const folder = join(root, '.output', 'chrome-mv3')
const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
const out = ensureFolder(join(root, 'out'))
const archive = archiveOf(folder)
const file = join(out, `lesson-steward-${version}.zip`)
writeFileSync(file, archive)

try {
  const parts = JSON.stringify(partsList(root), undefined, 2)
  writeFileSync(join(out, `lesson-steward-${version}-sbom.json`), `${parts}\n`)
} catch (problem) {
  console.error(problem.message)
  process.exit(1)
}

const size = (archive.length / 1e6).toFixed(2)
say(
  `out/lesson-steward-${version}.zip: ${filesOf(folder).length} files, ${size} MB of at most ${BUDGET / 1e6} MB`,
)
console.log(`sha256 ${sha256(archive)}`)
const bytes = scriptBytes(folder)
for (const [page, size] of Object.entries(bytes))
  console.log(`${page}: ${Math.round(size / 1000)} kB of script`)
const limits = JSON.parse(readFileSync(join(root, 'scripts', 'package', 'pages.json'), 'utf8'))
const tooMuch = overBudget(bytes, limits)
if (archive.length > BUDGET) tooMuch.push('The archive is larger than it may be.')
for (const one of tooMuch) console.error(one)
if (tooMuch.length > 0) process.exit(1)
