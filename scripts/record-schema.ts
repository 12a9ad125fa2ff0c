// npm run record-schema: writes the published JSON schema of a record, docs/record.schema.json, from the one the code reads with.
//   npm run record-schema -- --check   only says whether the file is what it should be
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { publishedSchema } from '../lib/record/publish.ts'
import prettier from 'prettier'

const file = fileURLToPath(new URL('../docs/record.schema.json', import.meta.url))
const config = await prettier.resolveConfig(file)
const text = await prettier.format(JSON.stringify(publishedSchema()), { ...config, filepath: file })
if (process.argv.includes('--check')) {
  const same = (await readFile(file, 'utf8')) === text
  console.log(same ? 'The published schema is up to date.' : 'The published schema is out of date.')
  process.exitCode = same ? 0 : 1
} else await writeFile(file, text)
