import { LEFT_TO_FULL } from '../../vitest.config.ts'

export type Site = 'meet' | 'teams'

/** A test that plays a clause in a whole meeting: on which sites, and whether `npm run test:full` only plays it. */
export interface Played {
  readonly file: string
  readonly test: string
  readonly sites: readonly Site[]
  readonly full: boolean
}

const SITES: readonly Site[] = ['meet', 'teams']

/**
 * What the source of a test says of it, for comparing with what is claimed. Reads what the end-to-end tests are written in: `describe.each` over
 * names of interfaces (also by a constant of the file, which may hold more for the full run), `it` or a `step` of the file's own, `it.runIf(FULL)`, and
 * `it.runIf(where === 'meet-2026')`. Throws at anything else rather than guess. Pure.
 */
export function playedBy(source: string, file: string, test: string): Played {
  const place = source.indexOf(`'${test}'`)
  if (place < 0) throw new Error(`${file} has no test “${test}”.`)
  const before = source.slice(0, place)
  const call = /\n\s*((?:it|step)(?:\.\w+\((?:[^()]*)\))?)\(\s*$/.exec(before)?.[1]
  const frame = [...before.matchAll(/^describe\b/gm)].at(-1)?.index
  if (call === undefined || frame === undefined)
    throw new Error(`${file}: it is not clear how “${test}” is played.`)
  const head = source.slice(frame, source.indexOf('=> {\n', frame))
  const only = /^it\.runIf\((.*)\)$/.exec(call)?.[1]
  const full = only === 'FULL' || LEFT_TO_FULL.includes(file)
  const all = head.startsWith('describe.each(') ? `${head} ${constantsIn(head, source)}` : ''
  // Of “FULL ? these : those” it is those that `npm test` plays.
  const listed = full ? all : all.replace(/\bFULL \? [^:]* : /g, '')
  const sites = SITES.filter((site) => listed.includes(`'${site}-`))
  if (sites.length === 0) {
    // A lesson is held on Meet where nothing else is said, and only there; one on Teams has to be in a list.
    const block = source.slice(frame).split(/^describe\b/m)[1] ?? ''
    if (block.includes("'teams-"))
      throw new Error(`${file}: it is not clear where “${test}” is played.`)
    sites.push('meet')
  }
  if (call !== 'it' && call !== 'step' && only === undefined)
    throw new Error(`${file}: “${test}” is played by ${call}, which is not known here.`)
  const site = /^where === '(meet|teams)-\w+'$/.exec(only ?? '')?.[1]
  if (only !== undefined && only !== 'FULL' && site === undefined)
    throw new Error(`${file}: “${test}” runs if ${only}, which is not known here.`)
  return {
    file,
    test,
    sites: site === undefined ? sites : sites.filter((one) => one === site),
    full,
  }
}

/** The lines that define the constants of a file named here, such as `PLAYED`. */
function constantsIn(text: string, source: string): string {
  const names = text.match(/\b[A-Z][A-Z_]+\b/g) ?? []
  return names
    .flatMap((name) => new RegExp(`^const ${name}\\b.*$`, 'm').exec(source)?.[0] ?? [])
    .join(' ')
}

/** "names.test.ts: an unknown name is shown (Meet) †", in italics but for the mark. */
export function playedWords({ file, test, sites, full }: Played): string {
  const where = sites.length === 2 ? 'both' : sites[0] === 'meet' ? 'Meet' : 'Teams'
  return `*${file.split('/').at(-1)}: ${test}* (${where})${full ? ' †' : ''}`
}
