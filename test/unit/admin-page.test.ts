import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { managedOf } from '../../lib/storage/managed.ts'

const ROOT = new URL('../../', import.meta.url)
const page = await readFile(new URL('docs/admin.md', ROOT), 'utf8')
const schema = z
  .object({
    properties: z.record(
      z.string(),
      z.object({
        type: z.string().optional(),
        $ref: z.string().optional(),
        id: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(await readFile(new URL('public/managed-schema.json', ROOT), 'utf8')))

/** "| `key` | kind | what it does |" */
const rows = [...page.matchAll(/^\| `(\w+)` \| (\w+) \| (\S.+) \|$/gmu)].map(([, key, kind]) => [
  key,
  kind,
])
const refs = new Map(
  Object.values(schema.properties).flatMap(({ id, type }) =>
    id === undefined ? [] : [[id, type] as const],
  ),
)

describe('the page for technicians', () => {
  it('lists every setting of the schema with its kind, and no other', () => {
    const kinds = Object.entries(schema.properties).map(([key, { type, $ref }]) => [
      key,
      type ?? refs.get($ref ?? ''),
    ])
    expect(rows).toEqual(kinds)
    expect(rows.length).toBeGreaterThan(5)
  })

  it('gives examples that the extension can use, without a setting left out', () => {
    const blocks = [...page.matchAll(/```json\n([\s\S]+?)```/gu)].map(
      ([, text]) =>
        JSON.parse(text ?? '') as Record<
          string,
          { Value?: unknown; extensions?: Record<string, Record<string, unknown>> }
        >,
    )
    expect(blocks).toHaveLength(2)
    const [google = {}, linux = {}] = blocks
    const values = Object.fromEntries(Object.entries(google).map(([key, one]) => [key, one.Value]))
    expect(Object.keys(managedOf(values))).toHaveLength(Object.keys(google).length)
    const set = linux['3rdparty']?.extensions?.['EXTENSION_ID'] ?? {}
    expect(Object.keys(managedOf(set)).toSorted()).toEqual(Object.keys(set).toSorted())
    expect(Object.keys(set).length).toBeGreaterThan(1)
  })
})
