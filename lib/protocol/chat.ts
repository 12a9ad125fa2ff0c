import type { ChatFlagKind } from '../session/events.ts'

/**
 * EG-14: personal information in a chat line — UK phone numbers, e-mail, social media accounts, links, postal addresses.
 * Pure and local. What is kept is the kinds and a masked excerpt, never the information itself.
 *
 * It is tuned for a classroom: sums, page numbers, times, dates, scores and fractions are no finding. What it can't do: numbers
 * written out as words, and other countries' addresses.
 */
export interface ChatFlag {
  readonly kinds: readonly ChatFlagKind[]
  /** A short piece of the line with the information blotted out, e.g. "ring me on 07•••••••••". */
  readonly masked: string
}

interface Hit {
  readonly kind: ChatFlagKind
  readonly from: number
  readonly to: number
}

const MAX_LINE = 2_000
const EXCERPT = 80

/** Undefined where nothing looks like personal information. */
export function flagChat(text: string): ChatFlag | undefined {
  const line = readable(text)
  const hits = findHits(line)
  if (hits.length === 0) return undefined
  return { kinds: [...new Set(hits.map((hit) => hit.kind))], masked: mask(line, hits) }
}

/** One form for all ways of writing: full-width digits, zero-width characters and odd spaces must not hide a number. */
function readable(text: string): string {
  return text
    .slice(0, MAX_LINE)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\u20e3\ufeff]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function findHits(line: string): readonly Hit[] {
  const emails = [...all(line, EMAIL, 'email'), ...all(line, EMAIL_IN_WORDS, 'email')]
  const links = all(line, LINK, 'link').filter((hit) => !overlapsAny(hit, emails))
  const taken = [...emails, ...links]
  const free = (hits: readonly Hit[]): readonly Hit[] =>
    hits.filter((hit) => !overlapsAny(hit, taken))
  const accounts = [
    ...all(line, AT_HANDLE, 'social'),
    ...all(line, NAMED_ACCOUNT, 'social'),
    ...all(line, OWN_ACCOUNT, 'social').filter((hit) => !isOpinion(line, hit)),
  ]
  return [...taken, ...free([...accounts, ...phoneHits(line), ...addressHits(line)])].toSorted(
    (a, b) => a.from - b.from,
  )
}

const EMAIL =
  /[\p{L}\d][\p{L}\d._%+-]{0,63} ?(?:@|\(at\)|\[at\]) ?[\p{L}\d][\p{L}\d-]{0,62}(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?| dot )[\p{L}\d-]{2,24}){1,3}/giu
/** "amelia at gmail dot com". With a full stop instead of "dot" it would be every second sentence ("we are at home.ok then"). */
const EMAIL_IN_WORDS =
  /[\p{L}\d][\p{L}\d._-]{0,63} at [\p{L}\d-]{2,40}(?: dot [\p{L}]{2,10}){1,2}\b/giu
/** Short endings ("well.me", "ok.be") are missing full stops more often than addresses: those need a path behind them. */
const LINK =
  /\bhttps?:\/\/\S{3,}|\bwww\.\S{3,}|\b[a-z\d][a-z\d-]{1,62}(?:\.[a-z\d-]{2,30}){0,2}(?:\.(?:com|co\.uk|org\.uk|ac\.uk|sch\.uk|gov\.uk|org|net|io)(?:\/\S*)?|\.[a-z]{2,10}\/[\w#?=&%-]{2,}\S*)(?=$|[\s,.!?;:)])/giu
/** "@amelia_p", "@ameliapotter"; "@Dev" and "@Mrs Khan" speak to somebody in the class. */
const AT_HANDLE = /(?<![\p{L}\d_.@])@(?=[a-z\d_.]*[\d_.][a-z\d_]|[a-z]{8})[a-z\d_.]{3,30}/giu

const NETWORK =
  '(?:instagram|insta|snapchat|snap|tiktok|tik tok|discord|facebook|fb|twitter|whatsapp|telegram|roblox|youtube|xbox|psn|fortnite|minecraft|kik|bereal|twitch|steam)'
const WORD_FOR_NAME = '(?:name|user ?name|account|id|handle|tag|gamertag)'
/** Where a name is certainly meant. A network alone ("I like Roblox") is no finding. */
const NAMED_ACCOUNT = new RegExp(
  `\\b${NETWORK}(?: ${WORD_FOR_NAME})? ?[:=] ?[\\p{L}\\d_.#-]{3,40}` +
    `|\\b(?:${NETWORK} )?${WORD_FOR_NAME} is (?:called )?[\\p{L}\\d_.#-]*[\\d_#][\\p{L}\\d_.#-]*` +
    `|\\b${NETWORK} ${WORD_FOR_NAME} is [\\p{L}\\d_.#-]{3,40}` +
    `|\\b(?:add|follow|find|message|dm|text) me on ${NETWORK}\\b(?: [\\p{L}\\d_.#-]*[\\d_#][\\p{L}\\d_.#-]*)?` +
    `|(?<![\\p{L}\\d])[\\p{L}\\d_.]{3,32}#\\d{4}\\b`,
  'giu',
)
/** "my snap is ameliap": a name, unless what follows is an opinion ("my xbox is broken"). */
const OWN_ACCOUNT = new RegExp(`\\bmy ${NETWORK} is (?:called )?[\\p{L}\\d_.#-]{3,40}`, 'giu')
const OPINIONS = new Set(
  'the not now very really super quite too also just still always never only all out off down new old full slow fast broken fixed dead gone working awesome amazing brilliant boring better best fun funny cool great good bad nice banned blocked deleted private public lagging laggy mine because when what where with for from upstairs downstairs here there'.split(
    ' ',
  ),
)

function isOpinion(line: string, hit: Hit): boolean {
  const last = line.slice(hit.from, hit.to).split(' ').at(-1) ?? ''
  return OPINIONS.has(last.toLowerCase().replace(/[.-]+$/u, ''))
}

/** A full postcode; the letters C, I, K, M, O and V never stand in its second half. */
const POSTCODE =
  /\b(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRV-Y]?) ?\d[ABD-HJLNP-UW-Z]{2}\b/giu
const STREET_TYPE =
  'street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|gardens|grove|court|way|walk|mews|hill|row|place|square'
const STREET = new RegExp(
  `(?<![\\d.,:/] ?)\\b\\d{1,4}[a-z]?,? (?:[\\p{L}][\\p{L}'’.-]{1,24} ){1,3}(?:${STREET_TYPE})\\b`,
  'giu',
)
/** "4 people walk": with small letters a street is only one where somebody speaks of home. */
const OF_HOME = /\b(?:liv(?:e|es|ing)|address|my house|our house|come (?:to|round)|moved? to)\b/iu

function addressHits(line: string): readonly Hit[] {
  const postcodes = all(line, POSTCODE, 'address').filter(
    (hit) => !/\d(?:st|nd|rd|th)$/u.test(line.slice(hit.from, hit.to)),
  )
  const streets = all(line, STREET, 'address').filter((hit) => {
    const words = line.slice(hit.from, hit.to).split(' ').slice(1)
    return words.every((word) => /^\p{Lu}/u.test(word)) || OF_HOME.test(line.slice(0, hit.from))
  })
  return [...postcodes, ...streets]
}

/** Digits with the usual separators between them. Which part of them is a phone number is looked for inside. */
const DIGIT_RUN = /(?<![\p{L}\d=*×÷])(?:\+|\(\+)?\(?\d(?:[ .()-]{0,3}\d){8,39}(?![\d=])/giu

function phoneHits(line: string): readonly Hit[] {
  return all(line, DIGIT_RUN, 'phone').flatMap((run) => {
    const text = line.slice(run.from, run.to)
    // A decimal fraction and a list of counting numbers are full of digits, too.
    if (/^\d+\.\d+$/u.test(text)) return []
    const found = phoneWithin(text)
    return found === undefined
      ? []
      : [{ kind: 'phone' as const, from: run.from + found.from, to: run.from + found.to }]
  })
}

/** The longest stretch of whole groups of digits that is a phone number: "my 2 numbers: 5 07700 900123". */
function phoneWithin(text: string): { from: number; to: number } | undefined {
  const groups = [...text.matchAll(/\(?\+?\(?\d+/gu)].map((one) => ({
    from: one.index,
    to: one.index + one[0].length,
  }))
  for (let first = 0; first < groups.length; first += 1) {
    for (let last = groups.length - 1; last >= first; last -= 1) {
      const from = groups[first]?.from ?? 0
      const to = groups[last]?.to ?? text.length
      if (isPhone(text.slice(from, to))) return { from, to }
    }
  }
  return undefined
}

/** UK numbers: 07… mobiles, 01/02/03/08 lines, +44 and 0044, each with the right number of digits. Other countries with "+". */
export function isPhone(shown: string): boolean {
  const digits = shown.replace(/\D/gu, '')
  const plus = /^\(?\+/u.test(shown)
  if (plus && !digits.startsWith('44')) return digits.length >= 9 && digits.length <= 15
  const national =
    plus || digits.startsWith('0044')
      ? digits.replace(/^(?:00)?440?/u, '0')
      : /^44[1-37]\d{9}$/u.test(digits)
        ? `0${digits.slice(2)}`
        : digits
  if ('01234567890123456789'.includes(national)) return false
  return /^0(?:7\d{9}|[123]\d{8,9}|8\d{8,9})$/u.test(national)
}

function all(line: string, pattern: RegExp, kind: ChatFlagKind): readonly Hit[] {
  return [...line.matchAll(pattern)].map((found) => ({
    kind,
    from: found.index,
    to: found.index + found[0].length,
  }))
}

function overlapsAny(hit: Hit, others: readonly Hit[]): boolean {
  return others.some((other) => hit.from < other.to && other.from < hit.to)
}

/** The first hit with a little around it; every hit inside is blotted out but for its first two characters. */
function mask(line: string, hits: readonly Hit[]): string {
  const chars =
    [...line].length === line.length
      ? line.split('')
      : Array.from({ length: line.length }, (_, i) => line.charAt(i))
  for (const hit of hits) {
    const keep = hit.kind === 'address' ? 0 : 2
    for (let i = hit.from + keep; i < hit.to; i += 1) if (chars[i] !== ' ') chars[i] = '•'
  }
  const first = hits[0]
  if (first === undefined) return ''
  const from = Math.max(0, first.from - 24)
  const piece = chars
    .slice(from, from + EXCERPT)
    .join('')
    .toWellFormed()
  return `${from > 0 ? '…' : ''}${piece.replace(/•{6,}/g, '••••••')}${from + EXCERPT < chars.length ? '…' : ''}`
}
