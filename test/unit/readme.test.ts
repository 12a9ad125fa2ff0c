import { access, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { SHORTCUTS } from '../../lib/background/shortcuts.ts'

const ROOT = new URL('../../', import.meta.url)
const readme = await readFile(new URL('README.md', ROOT), 'utf8')
const measured = await readFile(new URL('docs/measured.md', ROOT), 'utf8')

function section(heading: string): string {
  const from = readme.indexOf(`\n## ${heading}\n`)
  if (from < 0) throw new Error(`README.md has no “${heading}”.`)
  const to = readme.indexOf('\n## ', from + 1)
  return readme.slice(from, to < 0 ? undefined : to)
}

/** The first three cells of each row: what, promised, measured. */
function figures(text: string): readonly string[] {
  return [...text.matchAll(/^\| (?!what)(\w.+?) \| (.*?) \| (.+?) \|/gmu)].map(
    ([, what = '', promised = '', value = '']) => `${what} | ${promised} | ${value}`,
  )
}

describe('README.md', () => {
  it('gives the figures that docs/measured.md has', () => {
    const shown = figures(section('Measured'))
    expect(shown.length).toBeGreaterThan(4)
    const known = figures(measured)
    for (const one of shown) expect(known).toContain(one)
  })

  it('asks no teacher for a command, and names the browsers’ own pages', () => {
    const teacher = section('For a teacher')
    expect(teacher).not.toMatch(/npm (?:ci|start|run (?!package))|```/u)
    expect(teacher).toContain('`chrome://extensions`')
    expect(teacher).toContain('`edge://extensions`')
    expect(section('For technicians')).toContain('npm run package')
  })

  it('has the suggested keys right', () => {
    for (const { suggested } of SHORTCUTS) expect(readme).toContain(suggested)
  })

  it('leads only to what is there', async () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(([, to = '']) => to)
    expect(links.length).toBeGreaterThan(15)
    for (const to of links) await expect(access(new URL(to, ROOT)), to).resolves.toBeUndefined()
    const anchors = [...readme.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\s-]/gu, '')
        .replaceAll(/\s/gu, '-'),
    )
    for (const [, to = ''] of readme.matchAll(/\]\(#([^)]+)\)/gu)) expect(anchors).toContain(to)
  })
})
