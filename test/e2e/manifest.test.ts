import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EXTENSION } from './support/browser.ts'

const manifest = z
  .object({
    permissions: z.array(z.string()),
    host_permissions: z.array(z.string()),
    optional_host_permissions: z.array(z.string()).optional(),
    minimum_chrome_version: z.string(),
    message_serialization: z.string(),
    incognito: z.string(),
    content_security_policy: z.object({ extension_pages: z.string() }),
    web_accessible_resources: z.array(z.unknown()).optional(),
    externally_connectable: z.unknown().optional(),
  })
  .parse(JSON.parse(await readFile(join(EXTENSION, 'manifest.json'), 'utf8')))

describe('the shipped manifest', () => {
  // T-23
  it('asks for exactly what the README gives a reason for', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const table = readme.slice(
      readme.indexOf('## Permissions'),
      readme.indexOf('## For technicians'),
    )
    const explained = [...table.matchAll(/^\| `([^`]+)` \| \S/gm)].map((row) => row[1])
    expect([...manifest.host_permissions, ...manifest.permissions].toSorted()).toEqual(
      explained.toSorted(),
    )
    expect(manifest.optional_host_permissions ?? []).toEqual([])
  })

  // T-21
  it('lets our pages connect nowhere and load nothing from elsewhere', () => {
    const rules = new Map(
      manifest.content_security_policy.extension_pages.split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ')
        return [name, sources]
      }),
    )
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('connect-src')).toEqual(["'self'"])
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect([...rules.values()].flat().some((source) => source.includes('http'))).toBe(false)
  })

  // T-6
  it('shows nothing of itself to pages and lets nobody connect from outside', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([])
    expect(manifest.externally_connectable).toBeUndefined()
  })

  it('is not to be had in private windows, which promise that nothing is kept', () =>
    expect(manifest.incognito).toBe('not_allowed'))

  it('carries pictures whole, on a Chrome that can', () => {
    expect(manifest.message_serialization).toBe('structured_clone')
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(148)
  })
})
