// A Chromium with a local page in it; the page runs the shipped model file in MediaPipe, as the extension does.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadInput } from './pictures.mjs'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const ROOT = path.resolve(HERE, '../..')
const MEDIAPIPE = path.join(ROOT, 'node_modules/@mediapipe/tasks-vision')
const SCENES = path.join(ROOT, 'test/sites/scenes')
const TYPES = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
}
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
]

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // MediaPipe's vision tasks need WebGL2 even when they compute on the CPU.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

function findBrowser(puppeteer) {
  if (process.env.CHROME_PATH) {
    if (!existsSync(process.env.CHROME_PATH))
      throw new BadInput('CHROME_PATH names a file that does not exist.')
    return process.env.CHROME_PATH
  }
  const own = () => {
    try {
      return puppeteer.executablePath()
    } catch {
      return undefined
    }
  }
  const found = [...BROWSERS, own()].find((file) => file && existsSync(file))
  if (!found)
    throw new BadInput('No Chromium or Chrome found. Install one, or name it in CHROME_PATH.')
  return found
}

function serve(files, pictures) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1')
    try {
      const number = /^\/picture\/(\d+)$/.exec(url.pathname)?.[1]
      if (number) {
        const picture = pictures[Number(number)]
        response.writeHead(200, { 'content-type': picture.type })
        response.end(await picture.read())
        return
      }
      const file = files(decodeURIComponent(url.pathname))
      if (!file) throw new Error('not served')
      const body = await readFile(file)
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      })
      response.end(body)
    } catch {
      response.writeHead(404)
      response.end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function below(prefix, folder, name) {
  if (!name.startsWith(prefix)) return undefined
  const file = path.join(folder, name.slice(prefix.length))
  return file.startsWith(folder + path.sep) ? file : undefined
}

/** Runs every picture through the model. Calls `progress(done)` now and then. */
export async function runInBrowser({ pictures, model, beside, vectors, progress }) {
  let puppeteer
  try {
    puppeteer = (await import('puppeteer')).default
  } catch {
    throw new BadInput('Packages are missing: run `npm install` first.')
  }
  if (!existsSync(MEDIAPIPE)) throw new BadInput('Packages are missing: run `npm install` first.')
  const served = {
    '/': path.join(HERE, 'page.html'),
    '/models/preprocess.mjs': path.join(ROOT, 'models/preprocess.mjs'),
    '/vectors.mjs': path.join(HERE, 'vectors.mjs'),
    '/model.tflite': model,
    '/beside.tflite': beside,
  }
  const server = await serve((name) => {
    if (name in served) return served[name]
    return below('/mediapipe/', MEDIAPIPE, name) ?? below('/scenes/', SCENES, name)
  }, pictures)
  let browser
  try {
    const root = process.getuid?.() === 0
    browser = await puppeteer.launch({
      executablePath: findBrowser(puppeteer),
      headless: true,
      args: root ? [...FLAGS, '--no-sandbox'] : FLAGS,
      protocolTimeout: 600_000,
    })
    const page = await browser.newPage()
    const problems = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    await page.waitForFunction('window.ready === true', { timeout: 60_000 })
    let startMs
    try {
      ;({ startMs } = await page.evaluate(
        (withBeside) => window.start({ withBeside }),
        Boolean(beside),
      ))
    } catch (error) {
      throw new BadInput(
        `MediaPipe would not start the model: ${String(error.message).split('\n')[0]} ${problems.join(' ')}`.trim(),
      )
    }
    const vectorScores = vectors
      ? await page.evaluate(
          (count, drawn) => window.vectors(count, drawn),
          vectors.scores.length,
          Object.keys(vectors.drawn),
        )
      : []
    const rows = []
    const step = 40
    for (let at = 0; at < pictures.length; at += step) {
      const numbers = pictures.slice(at, at + step).map((_, i) => at + i)
      rows.push(...(await page.evaluate((list) => window.look(list), numbers)))
      progress?.(rows.length)
    }
    return { rows, vectorScores, startMs, browser: await browser.version() }
  } finally {
    await browser?.close()
    server.closeAllConnections()
    server.close()
  }
}
