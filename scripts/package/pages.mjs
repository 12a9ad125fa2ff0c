// How much script each page of the built extension loads before it can be used: what its HTML names, and what that imports at once.
// What is imported later (a form that few open) does not count.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** `import{a}from"./x.js"`, `import"./x.js"`, `export*from"./x.js"`; not `import("./x.js")`, which is later. */
const STATIC = /(?:^|[;}\s])(?:import|export)(?:[^"'()]*?from)?\s*["'](\.{1,2}\/[^"']+\.js)["']/g

/** @param {string} folder @param {string} file */
function withImports(folder, file, seen = new Set()) {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(join(folder, file), 'utf8')
  for (const [, to] of text.matchAll(STATIC))
    withImports(folder, posix.join(posix.dirname(file), to), seen)
  return seen
}

/** Bytes of script by page, largest first: "sidepanel.html", "background.js", "content-scripts/meet.js". */
export function scriptBytes(folder) {
  const sizeOf = (files) =>
    [...files].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const found = pages.map((page) => {
    const html = readFileSync(join(folder, page), 'utf8')
    const files = new Set()
    for (const [, src] of html.matchAll(/<script[^>]*\ssrc="\/?([^"]+\.js)"/g))
      withImports(folder, src, files)
    return [page, sizeOf(files)]
  })
  found.push(['background.js', sizeOf(withImports(folder, 'background.js'))])
  for (const name of readdirSync(join(folder, 'content-scripts')).filter((one) =>
    one.endsWith('.js'),
  ))
    found.push([`content-scripts/${name}`, sizeOf([`content-scripts/${name}`])])
  return Object.fromEntries(found.sort(([, a], [, b]) => b - a))
}

/** What is over its limit, or has none, as sentences. */
export function overBudget(bytes, limits) {
  return [
    ...Object.entries(bytes).flatMap(([page, size]) => {
      const limit = limits[page]
      if (limit === undefined) return [`${page} has no limit in scripts/package/pages.json.`]
      return size > limit ? [`${page} loads ${size} bytes of script, of at most ${limit}.`] : []
    }),
    ...Object.keys(limits)
      .filter((page) => bytes[page] === undefined)
      .map((page) => `${page} has a limit, but is not in the build.`),
  ]
}
