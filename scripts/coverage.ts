// Writes docs/coverage.md: every clause of the two policies with its code, the scenario that shows it and the field of the record.
// usage: npm run coverage
import { readFileSync, writeFileSync } from 'node:fs'
import { coveragePage } from './coverage/table.ts'
import type { CoverageRow } from './coverage/table.ts'

const rows = JSON.parse(
  readFileSync(new URL('../test/coverage/coverage.json', import.meta.url), 'utf8'),
) as CoverageRow[]
writeFileSync(new URL('../docs/coverage.md', import.meta.url), coveragePage(rows))
console.log(`docs/coverage.md: ${rows.length} clauses`)
