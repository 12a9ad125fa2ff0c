import { Database } from '../../lib/storage/database.ts'
import { AREAS, TABLES } from './stored.ts'
import type { Described } from './stored.ts'

export const BEGIN =
  '<!-- Data map: made by `npm run data-map` from the database schema. Do not edit by hand. -->'
export const END = '<!-- End of the data map. -->'

/** The map as Markdown, in the order of the schema. Throws where a table of the database is not described, or one described is gone. */
export function dataMap(): string {
  const { tables, verno } = new Database()
  const names = tables.map(({ name }) => name)
  const missing = names.filter((name) => !Object.hasOwn(TABLES, name))
  const gone = Object.keys(TABLES).filter((name) => !names.includes(name))
  if (missing.length + gone.length > 0)
    throw new Error(
      `Not in the data map: ${missing.join(', ')}; no longer stored: ${gone.join(', ')}`,
    )
  const parts = [
    ...tables.map(({ name, schema }) => {
      const key = [schema.primKey.keyPath ?? ''].flat().join(' + ')
      return part(`table \`${name}\`, by ${key}`, TABLES[name])
    }),
    ...Object.entries(AREAS).map(([area, described]) => part(`\`${area}\``, described)),
  ]
  return `${BEGIN}\n\nDatabase \`lesson-steward\`, version ${verno}.\n\n${parts.join('\n')}\n${END}`
}

function part(where: string, described: Described | undefined): string {
  if (described === undefined) return ''
  const { title, about, why, kept, fields } = described
  const rows = Object.entries(fields).map(([field, what]) => `| \`${field}\` | ${what} |`)
  return `### ${title}

Where: ${where}. About: ${about}. Why: ${why}. Kept: ${kept}.

| field | what it is |
|---|---|
${rows.join('\n')}
`
}

/** The page with its map as it is now. */
export function withMap(page: string): string {
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from < 0 || to < from) throw new Error('The page has no place for the data map.')
  return page.slice(0, from) + dataMap() + page.slice(to + END.length)
}
