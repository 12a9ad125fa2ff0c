import { randomBytes } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveFile } from '../../assets.ts'
import { assetHeaders } from '../../headers.ts'
import type { Answer, Site } from '../../site.ts'
import { teamsHosts } from '../driver.ts'
import { teamsPageHeaders } from './headers.ts'
import { iconShapes } from './icons.ts'

const teamsPage = fileURLToPath(new URL('../page', import.meta.url))
/** The cameras and a few helpers are those of the simulated Meet. */
const meetPage = fileURLToPath(new URL('../../meet/page', import.meta.url))
const scenesFolder = fileURLToPath(new URL('../../scenes', import.meta.url))
const shellFile = fileURLToPath(new URL('shell.html', import.meta.url))

const launcher = '/dl/launcher/launcher.html'
const pages: readonly string[] = ['/', '/v2/', '/light-meetings/launch', launcher]
/** Links that teachers send round: Teams facts §1, "work and personal meeting links". */
const links: readonly RegExp[] = [/^\/l\/meetup-join\/[^/]+\/[^/]+$/, /^\/meet\/\d+$/]

const folders: readonly (readonly [prefix: string, folder: string])[] = [
  ['/sim/teams/page/', teamsPage],
  ['/sim/meet/page/', meetPage],
  ['/sim/scenes/', scenesFolder],
]

/** The simulated Microsoft Teams under its three host names. Its own files lie under `/sim/`. */
export function teamsSite(): Site {
  return {
    name: 'teams',
    hosts: teamsHosts,
    async answer(url: URL): Promise<Answer | undefined> {
      const path = url.pathname
      if (links.some((link) => link.test(path))) return toLauncher(url)
      if (path === '/v2') return moved(new URL(`/v2/${url.search}`, url))
      if (pages.includes(path)) return page(url)
      if (path === '/favicon.ico')
        return { status: 204, headers: assetHeaders('image/x-icon'), body: '' }
      if (path === '/sim/icons.json') return json(await iconShapes())
      if (path === '/sim/scenes/scenes.json')
        return (await serveFile(scenesFolder, 'scenes.json')) ?? json('null')
      for (const [prefix, folder] of folders)
        if (path.startsWith(prefix)) return serveFile(folder, path.slice(prefix.length))
      return undefined
    },
  }
}

/** A link leads to the launcher, which carries it on as `url=`. The choices for the simulation go along. */
function toLauncher(url: URL): Answer {
  const to = new URL(launcher, url)
  for (const [name, value] of url.searchParams) to.searchParams.set(name, value)
  to.searchParams.set('url', `/_#${url.pathname}${url.search}`)
  to.searchParams.set('type', url.pathname.startsWith('/meet/') ? 'meet' : 'meetup-join')
  return moved(to)
}

function moved(to: URL): Answer {
  return { status: 302, headers: { location: to.href, 'cache-control': 'no-store' }, body: '' }
}

function json(body: string): Answer {
  return { status: 200, headers: assetHeaders('application/json; charset=utf-8'), body }
}

async function page(url: URL): Promise<Answer> {
  const nonce = randomBytes(16).toString('base64url')
  const asked = url.searchParams.get('hl') ?? 'en'
  const lang = ['cy', 'fr', 'es', 'pl'].includes(asked) ? asked : 'en-gb'
  const shell = await readFile(shellFile, 'utf8')
  const body = shell
    .replace('%PRELOAD%', await preloads())
    .replaceAll('%NONCE%', nonce)
    .replaceAll('%LANG%', lang)
  return { status: 200, headers: teamsPageHeaders(nonce), body }
}

/** Names all modules at once, so that the browser needn't find them one import after the other. */
async function preloads(): Promise<string> {
  const files = await readdir(teamsPage, { recursive: true })
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
    .map((file) => `<link rel="modulepreload" nonce="%NONCE%" href="/sim/teams/page/${file}" />`)
    .join('\n    ')
}
