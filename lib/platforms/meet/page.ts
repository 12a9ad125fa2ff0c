import type { Phase } from '../../meeting/index.ts'
import { allOf, everyOf, firstOf, type Alternative } from '../dom/find.ts'
import type { RollCall } from '../dom/roll-call.ts'
import { makeWords, type Words } from '../dom/words.ts'
import type { SelectorPack } from '../pack.ts'
import { MEET_ICON_WORDS, MEET_TARGETS, type MeetTarget } from './selectors.ts'
import { MEET_WORDS } from './texts.ts'

/** The pack that ships. Rebuilt from the tables so that what a file can hold and what the code holds are one thing. */
export const MEET_PACK: SelectorPack = {
  format: 1,
  platform: 'meet',
  asOf: '2026-09-27',
  targets: mapValues(MEET_TARGETS, (alternatives) => alternatives.map(copyOf)),
  words: mapValues(MEET_WORDS, ({ seen, guess }) => ({
    seen: mapValues(seen, (texts) => [...texts]),
    guess: mapValues(guess, (texts) => [...texts]),
  })),
  iconWords: [...MEET_ICON_WORDS],
}

/** Everything a pack for Meet must say. */
export const MEET_TARGET_NAMES = Object.keys(MEET_TARGETS)

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

export type AccessLevel = 'open' | 'trusted' | 'restricted'

/** What a row of the People list says; kept from a roll-call after the row has gone from the page. */
export interface Called {
  readonly id: string
  readonly name: string
  readonly saysYou: boolean
  readonly role: 'host' | 'cohost' | 'none' | 'unknown'
  readonly sharing: boolean
  readonly decorations: readonly string[]
}

interface BadgeCandidate {
  readonly level: AccessLevel
  readonly label: string
  /** Milliseconds of the page's clock. */
  readonly since: number
}

/**
 * What the reader remembers between two readings of one document. Only what the page itself can't tell twice: which `<video>` once
 * had a picture (an emptied one looks like one that never had any), which key a waiting row was given, and the last sight of a
 * setting that Meet removes from the page while it is out of sight.
 */
export interface Memory {
  readonly hadStream: WeakSet<Element>
  /** Where the page was at the last full reading. */
  phase: Phase
  /** The code of the last call that was read. */
  code: string
  readonly knockKeys: WeakMap<Element, { readonly name: string; readonly key: string }>
  rosterSeen: boolean
  /** A line of the chat was seen with a name on it. */
  chatSenderSeen: boolean
  rollCall: RollCall<Called> | undefined
  askToJoin: 'on' | 'off' | 'unknown'
  /** What the access badge was seen to say at each level, learnt while the host controls were open beside it. */
  readonly badgeLabels: Map<AccessLevel, string>
  badgeCandidate: BadgeCandidate | undefined
  /** How the door stood before we closed it, for opening it again as it was. */
  beforeLock:
    { readonly level: AccessLevel | undefined; readonly askTurnedOff: boolean } | undefined
}

export function newMemory(): Memory {
  return {
    hadStream: new WeakSet(),
    phase: 'unknown',
    code: '',
    knockKeys: new WeakMap(),
    rosterSeen: false,
    chatSenderSeen: false,
    rollCall: undefined,
    askToJoin: 'unknown',
    badgeLabels: new Map(),
    badgeCandidate: undefined,
    beforeLock: undefined,
  }
}

/**
 * Meet goes from one call to another without a load. What was learnt of one door says nothing of the next: an "off" from the last lesson
 * beside a shut door would be taken for a lock. By another code only: a page that has none for a moment is no other call, and the
 * wording of the badge is the site's own.
 */
export function noteCall(memory: Memory, code: string): void {
  if (code === '' || code === memory.code) return
  memory.code = code
  memory.askToJoin = 'unknown'
  memory.badgeCandidate = undefined
  memory.beforeLock = undefined
  memory.rollCall = undefined
}

/** A selector pack made ready for use: wording compiled once, not per reading. */
export interface Looks {
  readonly targets: Readonly<Record<string, readonly Alternative[]>>
  readonly words: Words
  readonly iconWords: ReadonlySet<string>
}

export function looksOf(pack: SelectorPack): Looks {
  return {
    targets: pack.targets,
    words: makeWords(pack.words),
    iconWords: new Set(pack.iconWords),
  }
}

/** One page at one moment, with the means to look things up on it. */
export interface MeetPage {
  readonly doc: Document
  readonly looks: Looks
  readonly memory: Memory
  /** The hits of the first alternative that has any. */
  all(target: MeetTarget, scope?: ParentNode): Element[]
  /** The hits of all alternatives. */
  every(target: MeetTarget, scope?: ParentNode): Element[]
  first(
    target: MeetTarget,
    scope?: ParentNode,
    accept?: (element: Element) => boolean,
  ): Element | undefined
}

export function pageOf(doc: Document, looks: Looks, memory: Memory): MeetPage {
  const of = (target: MeetTarget) => looks.targets[target] ?? []
  return {
    doc,
    looks,
    memory,
    all: (target, scope = doc) => allOf(scope, of(target)),
    every: (target, scope = doc) => everyOf(scope, of(target)),
    first: (target, scope = doc, accept) => firstOf(scope, of(target), accept),
  }
}
