// Draws the rooms and the people of the simulated lesson. See README.md.
import { createServer } from 'node:http'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../../..')
const opt = {
  'seed-offset': 0,
  out: here,
  count: null,
  only: null,
  people: null,
  passes: null,
  quality: null,
  width: 480,
  height: 270,
}
for (let i = 2; i < process.argv.length; i++) {
  const m = /^--([a-z-]+)(?:=(.*))?$/.exec(process.argv[i])
  if (!m || !(m[1] in opt)) {
    console.error(`unknown option ${process.argv[i]}`)
    process.exit(2)
  }
  opt[m[1]] = m[2] ?? process.argv[++i]
}
const num = (k) => Number(opt[k])
const offset = num('seed-offset')

const types = { '.js': 'text/javascript', '.html': 'text/html' }
const page0 = `<!doctype html><meta charset="utf-8"><script type="importmap">{"imports":{"three":"/node_modules/three/build/three.module.js","three/addons/":"/node_modules/three/examples/jsm/"}}</script><script type="module" src="/studio/main.js"></script>`
const server = createServer(async (req, res) => {
  const path = normalize(new URL(req.url, 'http://x').pathname)
  try {
    if (path === '/favicon.ico') return res.writeHead(204).end()
    if (path === '/') return res.writeHead(200, { 'content-type': 'text/html' }).end(page0)
    const file = path.startsWith('/node_modules/three/')
      ? join(root, path)
      : path.startsWith('/studio/')
        ? join(here, path)
        : null
    if (!file) return res.writeHead(404).end()
    const body = await readFile(file)
    res
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(body)
  } catch {
    res.writeHead(404).end()
  }
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  headless: true,
  protocolTimeout: 600000,
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--force-color-profile=srgb',
    '--disable-dev-shm-usage',
  ],
})
try {
  const page = await browser.newPage()
  page.on('pageerror', (e) => console.error(String(e)))
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warn') console.error(m.text())
  })
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  await page.waitForFunction('window.ready === true', { timeout: 60000 })
  const kinds = await page.evaluate(() => window.studio.kinds)
  const wanted = opt.only ? String(opt.only).split(',') : null

  // The set that belongs to the repository, or `--count` pictures with the kinds in turn.
  const jobs = []
  if (opt.count === null) {
    const set = JSON.parse(await readFile(join(here, 'set.json'), 'utf8'))
    for (const [kind, list] of Object.entries(set.rooms)) {
      if (wanted && !wanted.includes(kind)) continue
      list.forEach(([layout, seed], i) =>
        jobs.push({ kind, n: i + 1, layout, seed: seed + offset }),
      )
    }
  } else {
    const turn = Object.entries(kinds)
      .filter(([k]) => !wanted || wanted.includes(k))
      .flatMap(([k, v]) => Array.from({ length: v.weight }, (_, i) => [k, (i + 0.5) / v.weight]))
      .sort((a, b) => a[1] - b[1])
      .map((x) => x[0])
    const seen = {}
    for (let i = 0; i < num('count'); i++) {
      const kind = turn[i % turn.length],
        c = (seen[kind] = (seen[kind] ?? -1) + 1)
      jobs.push({ kind, n: offset + c + 1, layout: c, seed: offset + c + 1 })
    }
  }
  const passes = Number(opt.passes ?? (opt.count === null ? 20 : 12)),
    quality = Number(opt.quality ?? 0.8)
  const out = resolve(opt.out)
  await mkdir(join(out, 'rooms'), { recursive: true })
  const rooms = []
  const t0 = Date.now()
  for (const j of jobs) {
    let q = quality,
      bytes,
      r
    r = await page.evaluate((a) => window.studio.room(a.kind, a.layout, a.seed, a), {
      ...j,
      passes,
      quality: q,
      width: num('width'),
      height: num('height'),
    })
    bytes = Buffer.from(r.data, 'base64')
    const file = `rooms/${j.kind}-${j.n}.webp`
    await writeFile(join(out, file), bytes)
    rooms.push({
      file,
      kind: j.kind,
      label: kinds[j.kind].label,
      title: kinds[j.kind].title,
      layout: j.layout % kinds[j.kind].layouts,
      seed: j.seed,
    })
    console.log(
      `${file} ${bytes.length} bytes, built in ${r.build.toFixed(0)} ms, drawn in ${r.draw.toFixed(0)} ms, ${r.verts} points, ${r.meshes} parts`,
    )
  }
  console.log(`${rooms.length} rooms in ${((Date.now() - t0) / 1000).toFixed(1)} s`)

  // People: the committed set, or `--people N` of them, or none with `--count`.
  const people = []
  const wantPeople =
    wanted && !wanted.includes('people')
      ? 0
      : Number(
          opt.people ?? (opt.count === null ? await page.evaluate(() => window.studio.people) : 0),
        )
  if (wantPeople) await mkdir(join(out, 'people'), { recursive: true })
  for (let i = 0; i < wantPeople; i++) {
    const r = await page.evaluate((a) => window.studio.person(a.index, a.seed, a), {
      index: opt.count === null ? i : offset + i,
      seed: offset + i + 1,
      passes: Math.min(passes, 32),
      quality: Number(opt.quality ?? 0.85),
    })
    const bytes = Buffer.from(r.data, 'base64'),
      file = `people/${i + 1}.webp`
    await writeFile(join(out, file), bytes)
    people.push({ file, age: r.age })
    console.log(`${file} ${bytes.length} bytes, drawn in ${r.draw.toFixed(0)} ms`)
  }

  // The list. With --only, entries of other kinds stay as they are.
  const listFile = join(out, 'scenes.json')
  let old = { rooms: [], people: [] }
  if (wanted)
    try {
      old = JSON.parse(await readFile(listFile, 'utf8'))
    } catch {
      /* a first run */
    }
  const merge = (a, b) =>
    [...a.filter((x) => !b.some((y) => y.file === x.file)), ...b].sort((x, y) =>
      x.file.localeCompare(y.file, 'en', { numeric: true }),
    )
  const lines = (list) => list.map((x) => `    ${JSON.stringify(x)}`).join(',\n')
  const all = { rooms: merge(old.rooms, rooms), people: merge(old.people, people) }
  await writeFile(
    listFile,
    `{\n  "rooms": [\n${lines(all.rooms)}\n  ],\n  "people": [\n${lines(all.people)}\n  ]\n}\n`,
  )
} finally {
  await browser.close()
  server.close()
}
