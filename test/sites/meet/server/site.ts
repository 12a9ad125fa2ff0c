import { randomBytes } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveFile } from '../../assets.ts'
import { assetHeaders, pageHeaders } from '../../headers.ts'
import type { Answer, Site } from '../../site.ts'
import { iconSheet } from './icons.ts'

const pageFolder = fileURLToPath(new URL('../page', import.meta.url))
const scenesFolder = fileURLToPath(new URL('../../scenes', import.meta.url))
const shellFile = fileURLToPath(new URL('shell.html', import.meta.url))

/** A meeting address: Meet facts §1, "meeting URL". */
const meetingPath = /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/
/** Pages of the site that are no meeting: Meet facts §1, "other Meet routes". */
const homePaths: readonly string[] = ['/', '/landing', '/new', '/home']

/** The simulated Google Meet. Its own files lie under `/sim/`, everything else is a page or not there. */
export function meetSite(): Site {
  return {
    name: 'meet',
    hosts: ['meet.google.com'],
    async answer(url: URL): Promise<Answer | undefined> {
      const path = url.pathname
      if (meetingPath.test(path) || homePaths.includes(path)) return page(url)
      if (path === '/favicon.ico')
        return { status: 204, headers: assetHeaders('image/x-icon'), body: '' }
      if (path === '/sim/icons.css') {
        return {
          status: 200,
          headers: assetHeaders('text/css; charset=utf-8'),
          body: await iconSheet(),
        }
      }
      if (path.startsWith('/sim/page/'))
        return serveFile(pageFolder, path.slice('/sim/page/'.length))
      if (path === '/sim/scenes/scenes.json') return scenes()
      if (path.startsWith('/sim/scenes/'))
        return serveFile(scenesFolder, path.slice('/sim/scenes/'.length))
      return undefined
    },
  }
}

/** Before any pictures are drawn there is no list of them: the page then paints its own rooms. */
async function scenes(): Promise<Answer> {
  const listed = await serveFile(scenesFolder, 'scenes.json')
  return listed ?? { status: 200, headers: assetHeaders('application/json'), body: 'null' }
}

async function page(url: URL): Promise<Answer> {
  const nonce = randomBytes(16).toString('base64url')
  const asked = url.searchParams.get('hl') ?? 'en'
  const lang = ['cy', 'pl', 'es'].includes(asked) ? asked : 'en-GB'
  const shell = await readFile(shellFile, 'utf8')
  const body = shell
    .replace('%PRELOAD%', await preloads())
    .replaceAll('%NONCE%', nonce)
    .replaceAll('%LANG%', lang)
  return { status: 200, headers: pageHeaders(nonce), body }
}

/** Names all modules at once, so that the browser needn't find them one import after the other. */
async function preloads(): Promise<string> {
  const files = await readdir(pageFolder, { recursive: true })
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
    .map((file) => `<link rel="modulepreload" nonce="%NONCE%" href="/sim/page/${file}" />`)
    .join('\n    ')
}
