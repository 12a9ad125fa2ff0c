import { MAX_NAME } from '../../meeting/index.ts'
import { clip, tidy } from '../dom/text.ts'
import { fold, type Words } from '../dom/words.ts'

/**
 * Names and the labels that carry them (dom facts §2, §3).
 *
 *   Jane Doe (Guest), video is on, muted, Context menu is available
 *   └─ name ┘└badge┘  └──────────── states, in the site's language ──────────┘
 *
 * A display name may itself hold a comma ("Doe, Jane"), so a label is never cut at its first one: where the name is known from
 * elsewhere it is taken off the front, else everything up to the first piece that is a known state is the name.
 */
export type LabelState =
  | 'videoOn'
  | 'videoOff'
  | 'muted'
  | 'unmuted'
  | 'hand'
  | 'pinned'
  | 'spotlight'
  | 'organiser'
  | 'coorganiser'
  | 'presenter'
  | 'attendee'
  | 'contextMenu'

const STATES: readonly LabelState[] = [
  'videoOn',
  'videoOff',
  'muted',
  'unmuted',
  'hand',
  'pinned',
  'spotlight',
  'coorganiser',
  'organiser',
  'presenter',
  'attendee',
  'contextMenu',
]

export interface Label {
  /** Empty where the label's grammar isn't known and nothing else told the name. */
  readonly name: string
  readonly badges: readonly string[]
  /** State → whether its wording was read off the site in this language (and is not our guess). */
  readonly states: ReadonlyMap<LabelState, boolean>
  /** Languages of the certain states: what they do not say is said by silence ("muted" absent = unmuted). */
  readonly language: string | undefined
  readonly isSelf: boolean
  readonly sharedBy: string | undefined
}

export interface CleanName {
  readonly name: string
  readonly badges: readonly string[]
}

const BADGES = ['badgeGuest', 'badgeExternal', 'badgeUnverified'] as const
/** Longest badge, in words ("Contact externe non reconnu"). */
const MAX_BADGE_WORDS = 5

/**
 * A shown name without its badges. Only what stands in brackets or was read off the site at the end of names is taken off: a child
 * called "Jane Guest" keeps her name.
 */
export function cleanName(words: Words, shown: string): CleanName {
  return remember(cleaned, words, shown, () => stripped(words, shown))
}

function stripped(words: Words, shown: string): CleanName {
  let name = tidy(shown)
  const badges: string[] = []
  for (let found = endBadge(words, name); found !== undefined; found = endBadge(words, name)) {
    badges.unshift(unbracket(found))
    name = tidy(name.slice(0, name.length - found.length))
  }
  return { name: clip(name, MAX_NAME), badges }
}

function endBadge(words: Words, name: string): string | undefined {
  const pieces = name.split(' ')
  for (let take = Math.min(MAX_BADGE_WORDS, pieces.length - 1); take > 0; take -= 1) {
    const tail = pieces.slice(-take).join(' ')
    const match = BADGES.map((key) => words.match(key, tail)).find((one) => one !== undefined)
    if (match !== undefined && (tail.startsWith('(') || match.certain)) {
      // A single plain word is too little to take off a name: "External" is a badge only after a comma.
      if (tail.startsWith('(') || take > 1 || fold(tail) === 'unverified') return tail
    }
  }
  return undefined
}

const unbracket = (badge: string) => clip(badge.replace(/^\((.*)\)$/, '$1'), 80)

/** A badge of its own, e.g. the piece between two commas. */
function asBadge(words: Words, text: string): string | undefined {
  const piece = tidy(text)
  if (piece === '') return undefined
  const known = BADGES.some((key) => words.match(key, piece) !== undefined)
  return known ? unbracket(piece) : undefined
}

/** Labels hardly change from one reading to the next; taking each to pieces again would be most of the work. */
type Kept<T> = WeakMap<Words, Map<string, T>>
const labels: Kept<Label> = new WeakMap()
const cleaned: Kept<CleanName> = new WeakMap()
const noNames: Kept<boolean> = new WeakMap()
const MAX_REMEMBERED = 4000
const MAX_REMEMBERED_LENGTH = 400

function remember<T>(kept: Kept<T>, words: Words, key: string, make: () => T): T {
  if (key.length > MAX_REMEMBERED_LENGTH) return make()
  let known = kept.get(words)
  if (known === undefined || known.size > MAX_REMEMBERED)
    kept.set(words, (known = new Map<string, T>()))
  let one = known.get(key)
  if (one === undefined) known.set(key, (one = make()))
  return one
}

/** What a label says. `known`: the name where another node of the tile or row shows it. */
export function readLabel(words: Words, text: string, known = ''): Label {
  return remember(labels, words, `${known}\n${text}`, () => takeApart(words, text, known))
}

function takeApart(words: Words, text: string, known: string): Label {
  let label = tidy(text)
  const states = new Map<LabelState, boolean>()
  let language: string | undefined
  const badges: string[] = []
  const first = label.indexOf(', ')
  const isSelf = first > 0 && words.match('myself', label.slice(0, first)) !== undefined
  if (isSelf) {
    language = certainLanguage(words, 'myself', label.slice(0, first))
    label = label.slice(first + 2)
  }
  const pieces = label.split(', ')
  const take = (from: number) => {
    for (const piece of pieces.slice(from)) {
      const badge = asBadge(words, piece)
      if (badge !== undefined) badges.push(badge)
      for (const state of STATES) {
        const match = words.match(state, piece)
        if (match === undefined) continue
        states.set(state, match.certain || states.get(state) === true)
        if (match.certain) language ??= match.language
      }
    }
  }
  const start = startOfStates(words, pieces, known)
  take(start)
  const head = pieces.slice(0, start).join(', ')
  const shared = words.match('sharedBy', head)?.name ?? words.match('sharedBy', label)?.name
  const clean = cleanName(words, head)
  const rest = known !== '' && head.startsWith(known) ? head.slice(known.length) : ''
  const beside = asBadge(words, rest)
  return {
    name: start < pieces.length || known !== '' ? known || clean.name : '',
    badges: [...new Set([...clean.badges, ...(beside === undefined ? [] : [beside]), ...badges])],
    states,
    language,
    isSelf,
    sharedBy: shared === undefined ? undefined : cleanName(words, shared).name,
  }
}

/** The index of the first piece behind the name. `pieces.length` where no piece is known. */
function startOfStates(words: Words, pieces: readonly string[], known: string): number {
  let least = 1
  if (known !== '') {
    // As many pieces as the known name has commas belong to it, whatever they say.
    const named = known.split(', ').length
    if (pieces.slice(0, named).join(', ').startsWith(known)) return named
    least = 1
  }
  for (let at = least; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? ''
    if (STATES.some((state) => words.match(state, piece) !== undefined)) return at
    if (asBadge(words, piece) !== undefined) return at
  }
  return pieces.length
}

function certainLanguage(words: Words, key: string, text: string): string | undefined {
  const match = words.match(key, text)
  return match?.certain === true ? match.language : undefined
}

/** `data-tid` values that are parts of the page and nobody's name. */
const STRUCTURAL =
  /^(?:menu[a-z0-9]{2,8}|myself-video|calling-[a-z-]+|video-[a-z-]+|participant-[a-z-]+|voice-[a-z-]+|stage[a-z-]*)$/i

/** An address, an id of the directory or a placeholder is never what somebody is called. */
export function isNoName(words: Words, text: string): boolean {
  return remember(noNames, words, text, () => saysNobody(words, text))
}

function saysNobody(words: Words, text: string): boolean {
  const piece = tidy(text)
  if (piece === '' || STRUCTURAL.test(piece)) return true
  if (/^\S+@\S+$/.test(piece) || /^\d+:(?:orgid|live|teamsvisitor|acs|gid):/i.test(piece))
    return true
  return words.match('placeholder', piece) !== undefined
}
