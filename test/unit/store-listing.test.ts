import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { PERMISSIONS, PRIVACY } from '../../lib/welcome/permissions.ts'
import { STORE_PICTURES } from '../../scripts/store/pictures.ts'
import config from '../../wxt.config.ts'

const text = await readFile(new URL('../../docs/store/listing.md', import.meta.url), 'utf8')
const { manifest } = config
if (typeof manifest !== 'object' || manifest instanceof Promise)
  throw new Error('The manifest is no longer a plain table.')

/** What stands under a heading, without the blank lines around it. */
function field(heading: string): string {
  const found = new RegExp(`^## ${heading}\\n\\n([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'mu').exec(
    text,
  )
  if (found?.[1] === undefined) throw new Error(`The listing has no “${heading}”.`)
  return found[1].trim()
}

const reasons = new Map(
  [...field('Permissions').matchAll(/^\| `([^`]+)` \| (.+?) \|$/gmu)].map(
    ([, asked = '', reason = '']) => [asked, reason] as const,
  ),
)

describe('the store listing', () => {
  it('has the manifest’s own name and summary, within the store’s lengths', () => {
    expect(field('Name')).toBe(manifest.name)
    expect(field('Name').length).toBeLessThanOrEqual(75)
    expect(field('Summary')).toBe(manifest.description)
    expect(field('Summary').length).toBeLessThanOrEqual(132)
    expect(field('Description').length).toBeLessThanOrEqual(16_000)
    expect(field('Single purpose').length).toBeLessThanOrEqual(1_000)
  })

  it('gives a reason for exactly what the manifest asks for', () => {
    const asked = [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])]
    expect([...reasons.keys()].toSorted()).toEqual(asked.toSorted())
    for (const reason of reasons.values()) expect(reason.length).toBeLessThanOrEqual(1_000)
  })

  it('says what the welcome page says of each, and of privacy', () => {
    for (const { asked, why } of PERMISSIONS) {
      const said = asked.map((one) => reasons.get(one) ?? '').join(' ')
      for (const sentence of why.split(/(?<=\.) /u)) expect(said).toContain(sentence)
    }
    for (const line of PRIVACY) expect(field('Privacy policy')).toContain(`- ${line}`)
  })

  it('praises nothing, stuffs in no names and speaks of no watching', () => {
    const shown = `${field('Name')} ${field('Summary')} ${field('Description')} ${field('Single purpose')}`
    expect(shown).not.toMatch(
      /\b(?:best|leading|amazing|ultimate|perfect|powerful|unique|revolutionary|seamless|fastest|easiest|number one|must-have|award)\b|#1|!/iu,
    )
    expect(shown).not.toMatch(/\b(?:monitor|surveill|spy|track)/iu)
    for (const name of ['Google', 'Meet', 'Microsoft', 'Teams', 'safeguarding', 'teacher'])
      expect(shown.match(new RegExp(`\\b${name}\\b`, 'gu'))?.length ?? 0, name).toBeLessThanOrEqual(
        5,
      )
  })

  it('answers each of the store’s questions about data', () => {
    const answers = [
      ...field('Data use').matchAll(/^\| ([A-Z][^|]+?) \| (yes|no) \| ?(.*?) ?\|$/gmu),
    ]
    expect(answers).toHaveLength(9)
    for (const [, kind, handled, what] of answers) expect(what === '', kind).toBe(handled === 'no')
    expect(field('Data use')).toContain('Limited Use')
    expect(field('Remote code')).toMatch(/^No\./u)
  })

  it('names the pictures that `npm run store` makes', () => {
    const named = [...field('Pictures').matchAll(/`([\w-]+\.png)`/gu)].map(([, file]) => file)
    expect(named).toEqual(STORE_PICTURES.map((one) => one.file))
    expect(STORE_PICTURES.filter((one) => one.width === 1280 && one.height === 800)).toHaveLength(5)
  })
})
