import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { AREAS, TABLES } from '../../scripts/data-map/stored.ts'
import { dataMap, withMap } from '../../scripts/data-map/table.ts'
import { DEFAULT_SETTINGS, SETTINGS_KEY, schoolSettings } from '../../lib/storage/settings.ts'
import { sources, storedBy } from '../support/storedBy.ts'

const ROOT = new URL('../../', import.meta.url)
const page = await readFile(new URL('docs/data-protection.md', ROOT), 'utf8')

describe('the data protection page', () => {
  it('has the data map as the database is now: npm run data-map', () => {
    expect(withMap(page)).toBe(page)
  })
  it('maps every table, and every key of the browser’s own storage that is written', async () => {
    for (const table of Object.keys(TABLES)) expect(dataMap()).toContain(`table \`${table}\``)
    const { keys, others } = storedBy(await sources(fileURLToPath(ROOT)))
    expect(keys).toEqual(Object.keys(AREAS).toSorted())
    expect(others).toEqual([
      'lib/storage/database.ts: extends Dexie',
      // What erases everything is given both areas; it only clears them.
      'lib/storage/shelf.ts: browser.storage.local',
      'lib/storage/shelf.ts: browser.storage.session',
    ])
    expect(Object.keys(AREAS[`storage.local: ${SETTINGS_KEY}`]?.fields ?? {}).toSorted()).toEqual(
      Object.keys(schoolSettings.shape).toSorted(),
    )
  })
  it('would find a key that is new, one that can’t be told, and another store', () => {
    const text = `const A_KEY = 'a'
      await chrome.storage.local.set({ [A_KEY]: 1, b: two(3), 'c': [{ d: 4 }] })
      browser . storage
        .session.set({ [B_KEY]: 1 })
      storage.local.set(all); storage.sync.set({ e: 1 })
      const area = browser.storage.local
      const { session } = browser.storage
      localStorage.x = 1; indexedDB.open('y'); caches.open('z')`
    const { keys, others } = storedBy([['a.ts', text]])
    expect(keys).toEqual([
      'storage.local: a',
      'storage.local: b',
      'storage.local: c',
      'storage.local: one that can’t be told: all',
      'storage.session: one that can’t be told: B_KEY',
      'storage.sync: e',
    ])
    expect(others).toEqual([
      'a.ts: browser.storage',
      'a.ts: browser.storage.local',
      'a.ts: caches.open',
      'a.ts: indexedDB.open',
      'a.ts: localStorage',
    ])
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
