import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FEATURES, MANAGED, managedOf } from '../../lib/storage/managed.ts'

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
        description: z.string().optional(),
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

describe('the schema for the browser', () => {
  it('has the settings that the extension reads, and no other', () => {
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(MANAGED).toSorted())
  })
  it('names every feature that can be switched off, as the page does', () => {
    const named = (text = '') => [...text.matchAll(/(\w+)`? \(/gu)].map(([, name]) => name)
    expect(named(schema.properties['featuresOff']?.description)).toEqual(FEATURES)
    expect(named(page.split('\n').find((line) => line.startsWith('| `featuresOff`')))).toEqual(
      FEATURES,
    )
  })
})

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
    const script = Object.fromEntries(
      [...page.matchAll(/-Name (\w+) -Value (?:'([^']+)'|(\d+))/gu)].map(
        ([, key, text, number]) => [
          key,
          // In the registry a list is one text of JSON, which the browser reads by the schema.
          text?.startsWith('[') === true ? JSON.parse(text) : (text ?? Number(number)),
        ],
      ),
    )
    expect(Object.keys(managedOf(script))).toHaveLength(Object.keys(script).length)
    // One that were not known would only be left out.
    for (const example of [values, script]) {
      expect(example).toHaveProperty('featuresOff')
      expect(managedOf(example).featuresOff).toEqual(example['featuresOff'])
    }
  })
  it('says that no register can be set, and what to do instead', () => {
    expect(Object.keys(schema.properties)).not.toContain('registers')
    expect(page).toMatch(/Registers can't be set by policy[\s\S]+chrome:\/\/policy[\s\S]+import/u)
  })
})
