// Writes the data map into docs/data-protection.md: everything that is stored, from the database's own schema.
// usage: npm run data-map
import { readFileSync, writeFileSync } from 'node:fs'
import { withMap } from './data-map/table.ts'

const page = new URL('../docs/data-protection.md', import.meta.url)
writeFileSync(page, withMap(readFileSync(page, 'utf8')))
console.log('docs/data-protection.md: the data map is current.')
