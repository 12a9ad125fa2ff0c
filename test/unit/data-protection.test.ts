import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { AREAS, TABLES } from '../../scripts/data-map/stored.ts'
import { dataMap, withMap } from '../../scripts/data-map/table.ts'
import { DEFAULT_SETTINGS, SETTINGS_KEY, schoolSettings } from '../../lib/storage/settings.ts'

const ROOT = new URL('../../', import.meta.url)
const page = await readFile(new URL('docs/data-protection.md', ROOT), 'utf8')

describe('the data protection page', () => {
  it('has the data map as the database is now: npm run data-map', () => {
    expect(withMap(page)).toBe(page)
  })
  it('maps every table, and every key of the browser’s own storage that is written', async () => {
    for (const table of Object.keys(TABLES)) expect(dataMap()).toContain(`table \`${table}\``)
    const looks = await readFile(new URL('lib/storage/looks.ts', ROOT), 'utf8')
    const key = /LOOKS_KEY = '(\w+)'/u.exec(looks)?.[1] ?? ''
    expect(Object.keys(AREAS)).toEqual([
      `storage.local: ${SETTINGS_KEY}`,
      `storage.local: ${key}`,
      'storage.session: plan',
    ])
    expect(Object.keys(AREAS[`storage.local: ${SETTINGS_KEY}`]?.fields ?? {}).toSorted()).toEqual(
      Object.keys(schoolSettings.shape).toSorted(),
    )
  })
  it('gives the policy of our pages as it is', async () => {
    const config = await readFile(new URL('wxt.config.ts', ROOT), 'utf8')
    const [, list = ''] = /CONTENT_SECURITY_POLICY = \[([^\]]+)\]/u.exec(config) ?? []
    const rules = [...list.matchAll(/"([^"]+)"/gu)].map(([, rule]) => rule)
    const [, block = ''] = /```\n([\s\S]+?)```/u.exec(page) ?? []
    const given = block
      .split('\n')
      .map((line) => line.trim().replace(/;$/u, ''))
      .filter((line) => line !== '')
    expect(rules.length).toBeGreaterThan(8)
    expect(given).toEqual(rules)
  })
  it('says how long things are kept as they are kept', () => {
    expect(page).toContain(`| ${DEFAULT_SETTINGS.retentionDays} days unless set otherwise`)
    expect(page).toContain(`| ${DEFAULT_SETTINGS.concernDays} days unless set otherwise`)
  })
})
