import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const UI = new URL('../../components/ui/', import.meta.url)
const SHEET = new URL('../../components/gallery/UiSheet.tsx', import.meta.url)

/** Files of `components/ui` that are nothing to look at, each with the reason. */
const UNSEEN: Readonly<Record<string, string>> = {
  'KeepFocus.tsx': 'a section that keeps the keyboard; it looks like what stands in it',
  'PageGuard.tsx': 'what a page says that could not be drawn; its own test reads it',
  'SeenParts.tsx': 'part of a sentence, the rest of it for a screen reader',
  'TryAgain.tsx': 'what NotRead and PageGuard are made of; the sheet shows NotRead',
  'clock.tsx': 'the time, without a look',
  'mountPage.tsx': 'how a page is started',
  'zone.tsx': 'the time zone; its note is pictured with the pages that show it',
}

describe('the sheet of parts', async () => {
  const parts = (await readdir(UI)).filter((name) => name.endsWith('.tsx'))
  const sheet = await readFile(SHEET, 'utf8')
  const [, body = ''] = sheet.split('export function UiSheet')

  it.each(parts.filter((name) => UNSEEN[name] === undefined))('shows %s', async (part) => {
    const imported = new RegExp(`import \\{([^}]+)\\} from '../ui/${part}'`, 'u').exec(sheet)?.[1]
    expect(imported, `UiSheet does not import ${part}`).toBeDefined()
    // All that can be put on a page, not one of several.
    const text = await readFile(new URL(part, UI), 'utf8')
    const all = [...text.matchAll(/^export function ([A-Z]\w+)/gmu)].map(([, name = '']) => name)
    expect(all.length).toBeGreaterThan(0)
    for (const name of all) expect(body, `<${name}>`).toMatch(new RegExp(`<${name}[\\s>/]`, 'u'))
  })

  it('leaves out only what there is', () => {
    for (const name of Object.keys(UNSEEN)) expect(parts).toContain(name)
  })
})
