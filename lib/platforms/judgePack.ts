import type { Platform } from '../meeting/index.ts'
import type { Alternative } from './dom/find.ts'
import { t, tn } from '../words/say.ts'
import { badSelectors } from './dom/find.ts'
import { MEET_PACK, MEET_TARGET_NAMES } from './meet/page.ts'
import { parsePack, type SelectorPack } from './pack.ts'
import { TEAMS_PACK, TEAMS_TARGET_NAMES } from './teams/page.ts'

/** The packs that ship, by site. */
export const SHIPPED_PACKS: Readonly<Record<Platform, SelectorPack>> = {
  meet: MEET_PACK,
  teams: TEAMS_PACK,
}

const NEEDED: Readonly<Record<Platform, readonly string[]>> = {
  meet: MEET_TARGET_NAMES,
  teams: TEAMS_TARGET_NAMES,
}

/**
 * `old`: nothing is wrong with the pack, but the extension already knows newer looks; taking it would make the reading worse after
 * an update, without anybody having done anything.
 */
export type PackVerdict =
  | { readonly is: 'good'; readonly pack: SelectorPack }
  | { readonly is: 'old'; readonly pack: SelectorPack; readonly shippedAsOf: string }
  | { readonly is: 'bad'; readonly problems: readonly string[] }

/** Most problems that are told: a file of something else altogether has thousands. */
const MOST_PROBLEMS = 40

/** Longest text of a pack that is looked at, in characters. The shipped ones are about a tenth of it. */
export const MOST_PACK_TEXT = 1_000_000

/**
 * Whether a pack may be used on a site: shape, everything that the adapter asks for, the right site, and not older than what ships.
 * `doc`, where there is one, also lets the browser read every selector. Never throws; every problem says where it is.
 */
export function judgePack(text: string, platform: Platform, doc?: Document): PackVerdict {
  if (text.length > MOST_PACK_TEXT)
    return bad([t('the file is longer than {n} characters', { n: MOST_PACK_TEXT })])
  const parsed = parsePack(text.replace(/^\ufeff/u, ''), NEEDED[platform])
  if (!parsed.ok) return bad(parsed.problems)
  const { pack } = parsed
  if (pack.platform !== platform)
    return bad([
      t('platform: this file is for "{is}", not for "{wanted}"', {
        is: pack.platform,
        wanted: platform,
      }),
    ])
  if (!isDay(pack.asOf)) return bad([t('asOf: there is no such day')])
  const refused = doc === undefined ? [] : badSelectors(pack.targets, doc)
  if (refused.length > 0)
    return bad(
      refused.map(({ target, css }) =>
        t('{where}: no browser reads "{css}"', { where: `targets.${target}`, css }),
      ),
    )
  const shippedAsOf = SHIPPED_PACKS[platform].asOf
  return pack.asOf < shippedAsOf ? { is: 'old', pack, shippedAsOf } : { is: 'good', pack }
}

function bad(problems: readonly string[]): PackVerdict {
  const more = problems.length - MOST_PROBLEMS
  return {
    is: 'bad',
    problems:
      more > 0
        ? [
            ...problems.slice(0, MOST_PROBLEMS),
            tn('and {n} more problem|and {n} more problems', more),
          ]
        : problems,
  }
}

/** The pattern lets 2026-02-31 through, which would sort as newer than every day of that month. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** What a pack changes against the one that ships, for the person who is about to use it. */
export interface PackChanges {
  /** Targets that look for something else, or in another order. */
  readonly changed: readonly string[]
  /** Targets that keep no way at all of those which ship: most likely to have lost something. */
  readonly rewritten: readonly string[]
  /** Languages whose wording is gone. */
  readonly lostLanguages: readonly string[]
  /** Alternatives that were counted on a saved page when the pack shipped, and are no longer in it. */
  readonly droppedProven: number
}

export function changesOf(pack: SelectorPack): PackChanges {
  const shipped = SHIPPED_PACKS[pack.platform]
  const names = Object.keys(shipped.targets)
  const ways = (of: SelectorPack, target: string) => (of.targets[target] ?? []).map(keyOf)
  const changed = names.filter(
    (name) => ways(shipped, name).join('\n') !== ways(pack, name).join('\n'),
  )
  const rewritten = changed.filter((name) => {
    const kept = new Set(ways(pack, name))
    return ways(shipped, name).every((way) => !kept.has(way))
  })
  const droppedProven = changed.flatMap((name) => {
    const kept = new Set(ways(pack, name))
    return (shipped.targets[name] ?? []).filter(
      (one) => provenHits(one) > 0 && !kept.has(keyOf(one)),
    )
  }).length
  const lostLanguages = Object.keys(shipped.words).filter((lang) => !(lang in pack.words))
  return { changed, rewritten, lostLanguages, droppedProven }
}

function keyOf({ css, icon }: Pick<Alternative, 'css' | 'icon'>): string {
  return icon === undefined ? css : `${css} ⟨${icon.join(' ')}⟩`
}

function provenHits({ expect }: Pick<Alternative, 'expect'>): number {
  return Object.values(expect ?? {}).reduce((sum, hits) => sum + hits, 0)
}
