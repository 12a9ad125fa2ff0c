import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'

export const USAGE =
  'Usage: npm run -s read-dom -- --platform meet|teams FILE.html [--state NAME] [--json]'

/** The sites that an adapter exists for, with the address a saved page is shown at. */
const SITES: Readonly<Record<string, { readonly address: (html: string) => string }>> = {
  meet: {
    address: (html) => {
      const code = /data-unresolved-meeting-id="([a-z]{3}-[a-z]{4}-[a-z]{3})"/.exec(html)?.[1]
      return `https://meet.google.com/${code ?? 'abc-defg-hij'}`
    },
  },
  teams: {
    // A Teams page does not carry its meeting: a link to one in it is taken, else the address that a signed-in call stays at.
    address: (html) => {
      const host = String.raw`https:\/\/teams\.(?:microsoft\.com|live\.com|cloud\.microsoft)`
      const path = String.raw`\/(?:meet\/\d+|l\/meetup-join\/|light-meetings\/launch|dl\/launcher\/)[^"'<>\s]*`
      const link = new RegExp(host + path).exec(html)?.[0]
      return link?.replaceAll('&amp;', '&') ?? 'https://teams.microsoft.com/v2/'
    },
  },
}

export interface Task {
  readonly platform: string
  readonly file: string
  readonly html: string
  readonly url: string
  readonly json: boolean
}

/** What was asked for, or the sentence to print. Reads the file; never throws. */
export function readArguments(args: readonly string[]): Task | { readonly problem: string } {
  let values: { platform?: string; state?: string; json?: boolean }
  let positionals: string[]
  try {
    const options = {
      platform: { type: 'string' },
      state: { type: 'string' },
      json: { type: 'boolean' },
    } as const
    ;({ values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : 'Unknown option.'}\n${USAGE}` }
  }
  const known = Object.keys(SITES).join(', ')
  const { platform } = values
  if (platform === undefined)
    return { problem: `--platform is missing. Known: ${known}.\n${USAGE}` }
  const site = Object.hasOwn(SITES, platform) ? SITES[platform] : undefined
  if (site === undefined) return { problem: `Unknown platform "${platform}". Known: ${known}.` }
  const [file, ...more] = positionals
  if (file === undefined) return { problem: `No file was named.\n${USAGE}` }
  if (more.length > 0) return { problem: `One file at a time, please: ${positionals.join(', ')}.` }
  if (!existsSync(file)) return { problem: `${file}: there is no such file.` }
  if (!statSync(file).isFile()) return { problem: `${file}: is not a file.` }
  const whole = readHtml(file)
  if (whole === undefined) return { problem: `${file}: is not HTML (no tags in it).` }
  const html = partOf(whole, values.state)
  if (html === undefined) {
    const states = statesOf(whole).join(', ')
    return { problem: `${file}: has no state "${values.state}". It has: ${states || 'none'}.` }
  }
  return { platform, file, html, url: site.address(html), json: values.json === true }
}

/** The text of a file that holds at least one HTML element; undefined for pictures, archives, plain text and empty files. */
function readHtml(file: string): string | undefined {
  const bytes = readFileSync(file)
  if (bytes.includes(0)) return undefined
  const text = bytes.toString('utf8')
  return /<(?:!doctype html|html|head|body|div|main|span|section|aside|ul|p)\b/i.test(text)
    ? text
    : undefined
}

/** Some files hold several states of a page, each in `<section data-state="…">`; together they make no page. */
const SECTION = /<section data-state="([^"]*)"[^]*?<\/section>/g

function statesOf(html: string): string[] {
  return [...html.matchAll(SECTION)].map(([, name]) => name ?? '')
}

/** The part of one state; the whole where none was asked for. */
function partOf(html: string, state: string | undefined): string | undefined {
  if (state === undefined) return html
  return [...html.matchAll(SECTION)].find(([, name]) => name === state)?.[0]
}
