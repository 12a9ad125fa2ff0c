import type { SelfRole } from '../../meeting/index.ts'
import { allOf, closestOf, everyOf, firstOf, type Alternative } from '../dom/find.ts'
import type { RollCall } from '../dom/roll-call.ts'
import { everyInEach, firstInEach } from '../dom/within.ts'
import { makeWords, type Words } from '../dom/words.ts'
import type { SelectorPack } from '../pack.ts'
import type { Book } from './identity.ts'
import { TEAMS_TARGETS, type TeamsTarget } from './selectors.ts'
import { TEAMS_WORDS } from './texts.ts'

/** The pack that ships. Rebuilt from the tables so that what a file can hold and what the code holds are one thing. */
export const TEAMS_PACK: SelectorPack = {
  format: 1,
  platform: 'teams',
  asOf: '2026-11-28',
  targets: mapValues(TEAMS_TARGETS, (alternatives: readonly Alternative[]) =>
    alternatives.map(copyOf),
  ),
  words: mapValues(TEAMS_WORDS, ({ seen, guess }) => ({
    seen: mapValues(seen, (texts) => [...texts]),
    guess: mapValues(guess, (texts) => [...texts]),
  })),
  // Teams draws its icons, it does not write them.
  iconWords: [],
}

/** Everything a pack for Teams must say. */
export const TEAMS_TARGET_NAMES = Object.keys(TEAMS_TARGETS)

function mapValues<A, B>(table: Readonly<Record<string, A>>, change: (value: A) => B) {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}

function copyOf({ css, icon, seen, generation, expect }: Alternative) {
  return {
    css,
    ...(icon === undefined ? {} : { icon: [...icon] }),
    seen,
    generation,
    ...(expect === undefined ? {} : { expect: { ...expect } }),
  }
}

/** What the page was last seen to say about the lock, which it shows only in a banner that goes and in a menu that closes. */
export interface LockSight {
  readonly locked: boolean
  readonly label: string
}

/** A row of a roll-call. */
export interface Called {
  readonly key: string
  readonly name: string
  readonly mri?: string
}

/**
 * What the reader remembers between two readings of one document: only what the page itself can't tell twice. Kept in the content
 * script and gone with it.
 */
export interface Memory {
  readonly book: Book
  readonly hadStream: WeakSet<Element>
  readonly knockKeys: WeakMap<Element, { readonly name: string; readonly key: string }>
  /** In a call the address need not name the meeting: the code is kept from the way in. */
  code: string | undefined
  /** The title of the call that had this code, and whether that one is over: what comes next is then another. */
  callTitle: string | undefined
  callIsOver: boolean
  rosterSeen: boolean
  chatSeen: boolean
  lock: LockSight | undefined
  /** When a call was last seen, in milliseconds of the page's clock. */
  callSeenAt: number | undefined
  /** Since when no call is to be seen, by the same clock; and the code of the one that was seen last. */
  outSince: number | undefined
  lastCode: string
  rollCall: RollCall<Called> | undefined
  selfName: string | undefined
  /** One's own rank in this call: the row that shows it goes with the panel. */
  role: SelfRole
}

export function newMemory(): Memory {
  return {
    book: { known: [] },
    hadStream: new WeakSet(),
    knockKeys: new WeakMap(),
    code: undefined,
    callTitle: undefined,
    callIsOver: false,
    rosterSeen: false,
    chatSeen: false,
    lock: undefined,
    callSeenAt: undefined,
    outSince: undefined,
    lastCode: '',
    rollCall: undefined,
    selfName: undefined,
    role: 'unknown',
  }
}

/** A selector pack made ready for use: wording compiled once, not per reading. */
export interface Looks {
  readonly targets: Readonly<Record<string, readonly Alternative[]>>
  readonly words: Words
}

export function looksOf(pack: SelectorPack): Looks {
  return { targets: pack.targets, words: makeWords(pack.words) }
}

/** One page at one moment, with the means to look things up on it. */
export interface TeamsPage {
  /** The document that holds the call: the page's own, or that of a frame in older builds. */
  readonly doc: Document
  readonly looks: Looks
  readonly memory: Memory
  /** The hits of the first alternative that has any. */
  all(target: TeamsTarget, scope?: ParentNode): Element[]
  /** The hits of all alternatives. */
  every(target: TeamsTarget, scope?: ParentNode): Element[]
  first(
    target: TeamsTarget,
    scope?: ParentNode,
    accept?: (element: Element) => boolean,
  ): Element | undefined
  /** The nearest element around this one, or itself, that is such a thing by its CSS. */
  around(target: TeamsTarget, element: Element): Element | undefined
  /** `first` in each of many rows or tiles, in document order, none within another. */
  firstInEach(target: TeamsTarget, containers: readonly Element[]): ReadonlyMap<Element, Element>
  /** `every` in each of them. */
  everyInEach(
    target: TeamsTarget,
    containers: readonly Element[],
  ): ReadonlyMap<Element, readonly Element[]>
}

export function pageOf(top: Document, looks: Looks, memory: Memory): TeamsPage {
  const of = (target: TeamsTarget) => looks.targets[target] ?? []
  const doc = callDocument(top, of)
  return {
    doc,
    looks,
    memory,
    all: (target, scope = doc) => allOf(scope, of(target)),
    every: (target, scope = doc) => everyOf(scope, of(target)),
    first: (target, scope = doc, accept) => firstOf(scope, of(target), accept),
    around: (target, element) => closestOf(element, of(target)),
    firstInEach: (target, containers) => firstInEach(containers, of(target)),
    everyInEach: (target, containers) => everyInEach(containers, of(target)),
  }
}

/** Today the call is in the main frame. A frame is looked into only where it, and not the page, has the hang-up button. */
function callDocument(
  top: Document,
  of: (target: TeamsTarget) => readonly Alternative[],
): Document {
  if (firstOf(top, of('hangUp')) !== undefined) return top
  for (const frame of everyOf(top, of('callFrame'))) {
    const inner = frame instanceof HTMLIFrameElement ? reachable(frame) : null
    if (inner !== null && firstOf(inner, of('hangUp')) !== undefined) return inner
  }
  return top
}

/** The document of a frame of the same origin; null for every other. */
function reachable(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null
  }
}
