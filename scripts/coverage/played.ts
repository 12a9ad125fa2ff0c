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
 * names of interfaces, `it.runIf(FULL)`, and `it.runIf(where === 'meet-2026')`. Throws at anything else rather than guess. Pure.
 */
export function playedBy(source: string, file: string, test: string): Played {
  const place = source.indexOf(`'${test}'`)
  if (place < 0) throw new Error(`${file} has no test “${test}”.`)
  const before = source.slice(0, place)
  const call = /\n\s*(it(?:\.\w+\((?:[^()]*)\))?)\(\s*$/.exec(before)?.[1]
  const frames = [...before.matchAll(/^describe(?:\.each\(\[([^\]]*)\][^)]*\))?\(/gm)]
  const frame = frames.at(-1)
  if (call === undefined || frame === undefined)
    throw new Error(`${file}: it is not clear how “${test}” is played.`)
  // Without a list of interfaces a lesson is held on Meet, unless the file names another (`beginLesson`).
  const named = frame[1] ?? `'meet' ${source}`
  const sites = SITES.filter((site) => named.includes(`'${site}`))
  const only = /^it\.runIf\((.*)\)$/.exec(call)?.[1]
  if (call !== 'it' && only === undefined)
    throw new Error(`${file}: “${test}” is played by ${call}, which is not known here.`)
  const site = /^where === '(meet|teams)-\w+'$/.exec(only ?? '')?.[1]
  if (only !== undefined && only !== 'FULL' && site === undefined)
    throw new Error(`${file}: “${test}” runs if ${only}, which is not known here.`)
  return {
    file,
    test,
    sites: site === undefined ? sites : sites.filter((one) => one === site),
    full: only === 'FULL' || LEFT_TO_FULL.includes(file),
  }
}

/** "names.test.ts: an unknown name is shown (Meet) †", in italics but for the mark. */
export function playedWords({ file, test, sites, full }: Played): string {
  const where = sites.length === 2 ? 'both' : sites[0] === 'meet' ? 'Meet' : 'Teams'
  return `*${file.split('/').at(-1)}: ${test}* (${where})${full ? ' †' : ''}`
}
