import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { badge, call, chip, tile } from './support/meetHtml.ts'

// The command line tool as a school technician calls it.
const TOOL = fileURLToPath(new URL('../../scripts/read-dom.ts', import.meta.url))
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-dom-'))
  const tiles = tile({ n: 1, name: 'Ms Khan', self: true }) + tile({ n: 2, name: '\u202eDev <b>' })
  const trap =
    '<script>document.body.textContent = "the page ran"</script><img src="https://example.org/x.png">'
  const html = call({ tiles, before: chip(2) + badge('This call is open to anyone'), after: trap })
  writeFileSync(file('call.html'), html.replace('abc-defg-hij"', 'xyz-abcd-efg"'))
  writeFileSync(file('notes.txt'), 'just some words, 2 < 3')
  writeFileSync(file('picture.html'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [TOOL, ...args], { encoding: 'utf8' }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })

describe('read-dom', () => {
  it('prints an observation of a page whose scripts and pictures it has not touched', async () => {
    const { code, out } = await run('--platform', 'meet', file('call.html'), '--json')
    expect(code).toBe(0)
    const { phase, people, code: meeting, access, health } = JSON.parse(out) as Observation
    expect([phase, meeting, access.state, health.people]).toEqual([
      'inCall',
      'xyz-abcd-efg',
      'open',
      { level: 'complete' },
    ])
    expect(people.map(({ name }) => name)).toEqual(['Ms Khan', '\u202eDev <b>'])
  }, 60_000)

  it('prints a summary in which a name cannot turn the terminal round', async () => {
    const { code, out } = await run('--platform', 'meet', file('call.html'))
    expect(code).toBe(0)
    expect(out).toContain('"\\u202eDev <b>"')
    expect(out).toContain('people: complete')
    expect(out).toContain('chat: blind – panelNeverOpened')
  }, 60_000)

  it('says what is wrong and ends with 2', async () => {
    const cases: [string[], RegExp][] = [
      [['--platform', 'zoom', 'x.html'], /Unknown platform "zoom"/],
      [['--platform', 'constructor', 'x.html'], /Unknown platform/],
      [[file('call.html')], /--platform is missing/],
      [['--platform', 'meet'], /No file was named/],
      [['--platform', 'meet', file('nowhere.html')], /there is no such file/],
      [['--platform', 'meet', folder], /is not a file/],
      [['--platform', 'meet', file('notes.txt')], /is not HTML/],
      [['--platform', 'meet', file('picture.html')], /is not HTML/],
      [['--platform', 'meet', '--loud', file('call.html')], /--loud/],
    ]
    for (const [args, message] of cases) {
      const { code, out, err } = await run(...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(message)
      expect(err).not.toMatch(/\n\s+at /)
    }
  }, 60_000)
})
