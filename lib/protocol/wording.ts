import type { ChatFlagKind, PromptAnswer, PromptKind } from '../session/events.ts'
import { cleanName, listNames, sameNameKey } from './text.ts'
import type { SessionState } from '../session/state.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import type { Finding, Pack } from './types.ts'
import { extraFrom } from './wording/extra.ts'
import { ANSWER_LABELS, PROMPT_WORDING } from './wording/prompts.ts'
import { VARIANTS } from './wording/variants.ts'
import type { PromptWording, Sentence } from './wording/types.ts'

/** What the sentences of some kinds need beyond the names. All optional: a missing one leaves a sentence that is still true. */
export interface PromptExtra {
  /**
   * `again` and `parent` are the second and third step of asking for the same thing.
   * `promised` the teacher said that she would stop it. `self` the teacher's own room, `waiting` not in the call yet, `held` taken out for now before, `unsure` several may fit, `covered`
   * a dark picture, `lookAlike` and (at the door) `lookAlikeWaiting` foreign letters, `together` several children behind one device,
   * `took` the name of somebody present was taken, `tookLeft` of somebody who had left, `right` a name came where it was not clear who it is,
   * `devices` one child under two names, `outside` one of two has no account of the school, `several` more than two members of staff are
   * asked for, `staff` staff did it, `unseen` by a list of people that is not complete.
   */
  readonly variant?:
    | 'self'
    | 'waiting'
    | 'held'
    | 'unsure'
    | 'covered'
    | 'lookAlike'
    | 'lookAlikeWaiting'
    | 'staff'
    | 'together'
    | 'took'
    | 'tookLeft'
    | 'right'
    | 'devices'
    | 'outside'
    | 'oneToOne'
    | 'several'
    | 'left'
    | 'again'
    | 'promised'
    | 'parent'
    | 'unseen'
  readonly pack?: Pick<Pack, 'roomFirst' | 'schoolHours'> & Partial<Pick<Pack, 'adultsRequired'>>
  /** With these two, what the sentences need is looked up where it is not given here. Only what the page itself shows is used. */
  readonly state?: SessionState | undefined
  readonly finding?: Finding | undefined
  /** Names to say aloud, in the order of the names. Absent: made from the names. */
  readonly callNames?: readonly string[]
  readonly place?: 'bedroom' | 'bathroom'
  readonly oldName?: string
  readonly newName?: string
  /** When the owner of a name left, already formatted. */
  readonly leftTime?: string
  /** The names under which one person may be here twice. */
  readonly bothNames?: readonly string[]
  /** Already formatted, e.g. "10:05". */
  readonly time?: string
  /** What can be seen of the lock, in plain words. */
  readonly evidence?: string
  readonly masked?: string
  readonly chatKinds?: readonly ChatFlagKind[]
  readonly kept?: 'recorded' | 'transcribed'
  /** When the same was asked before, already formatted. */
  readonly askedTime?: string
  /** Whom to ring at home, from the register: only for the panel. Absent: the page, which must not learn it. */
  readonly parent?: string
  /** Answers that may be given: those of the finding. Absent: those of the wording. */
  readonly answers?: readonly PromptAnswer[]
}

export interface PromptText {
  readonly title: string
  readonly body: string
  /** Words the teacher can say, empty where none. */
  readonly say: string
  readonly answers: readonly {
    readonly answer: PromptAnswer
    readonly label: string
    readonly primary: boolean
  }[]
}

const CHAT_WORDS: Readonly<Record<ChatFlagKind, Message>> = {
  phone: 'a phone number',
  email: 'an e-mail address',
  social: 'an account name',
  link: 'a link',
  address: 'an address',
}

/** Somebody a prompt is about: the name to write, and the one to say aloud where it is known. */
export type Called = string | { readonly name: string; readonly first: string }

/**
 * The words of a prompt about these people. Names come from the caller (in the meeting page only those the page shows) and may
 * be anything: they are cleaned, clipped and put in as text. `people` may be empty.
 */
export function describePrompt(
  kind: PromptKind,
  people: readonly Called[],
  given: PromptExtra = {},
): PromptText {
  const extra = { ...extraFrom(kind, given), ...given }
  const wording = wordingOf(kind, extra)
  const known = people.filter((one) => typeof one !== 'string' || one.trim() !== '')
  const shown = kind === 'duplicateName' ? known.slice(0, 1) : known
  const number =
    kind === 'lockSoon' ? Math.max(people.length, extra.finding?.about.length ?? 0) : people.length
  const many = kind === 'duplicateName' ? number > 2 : number > 1
  const places = placesFor(shown, number, extra)
  const pick = (sentence: Sentence): string => {
    const words =
      number === 0
        ? (sentence.none ?? sentence.one)
        : many
          ? (sentence.many ?? sentence.one)
          : sentence.one
    const template = words === '' ? '' : tOf(words)
    // A sentence begins with a capital; a name is never changed ("iPad (2)" stays what it is on the page).
    const startsWithName = /^\s*“?\{(name|names|old|new|both)\}/u.test(template)
    const line = oneLine(
      template.replace(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole),
    )
    return startsWithName ? line : line.charAt(0).toLocaleUpperCase('en-GB') + line.slice(1)
  }
  return {
    title: pick(wording.title),
    body: pick(wording.body),
    say: pick(wording.say),
    answers: answersOf(kind, wording, many, extra),
  }
}

function wordingOf(kind: PromptKind, extra: PromptExtra): PromptWording {
  const base = PROMPT_WORDING[kind]
  const variant = extra.variant === undefined ? undefined : VARIANTS[`${kind}.${extra.variant}`]
  return variant === undefined
    ? base
    : { ...base, ...variant, labels: { ...base.labels, ...variant.labels } }
}

function answersOf(
  kind: PromptKind,
  wording: PromptWording,
  many: boolean,
  extra: PromptExtra,
): PromptText['answers'] {
  const own = many ? (wording.answersMany ?? wording.answers) : wording.answers
  const order =
    kind === 'room' && extra.pack?.roomFirst === 'cameraOff' && own.includes('cameraOff')
      ? ['cameraOff' as const, ...own.filter((one) => one !== 'cameraOff')]
      : own
  // The wording gives the order, the finding says which answers there are.
  const allowed =
    extra.answers === undefined
      ? order
      : [
          ...order.filter((one) => extra.answers?.includes(one)),
          ...extra.answers.filter((one) => !order.includes(one)),
        ]
  return [...new Set(allowed)].map((answer, index) => ({
    answer,
    label: tOf(wording.labels[answer] ?? ANSWER_LABELS[answer]),
    primary: index === 0,
  }))
}

function placesFor(
  shown: readonly Called[],
  number: number,
  extra: PromptExtra,
): Record<string, string> {
  const names = shown.map((one) => (typeof one === 'string' ? one : one.name))
  const calls = (
    extra.callNames ?? shown.map((one) => (typeof one === 'string' ? callName(one) : one.first))
  ).filter((name) => name !== '')
  const chat = [...new Set(extra.chatKinds ?? [])].map((one) => tOf(CHAT_WORDS[one]))
  return {
    name: names[0] === undefined ? t('Somebody') : cleanName(names[0]),
    names: names.length === 0 ? '' : `${listNames([...new Set(names)])}.`,
    // More than a few names are not called out one by one.
    call: calls.length === 0 || calls.length > 4 ? t('everybody') : listNames([...new Set(calls)]),
    n: String(number),
    place: extra.place === 'bathroom' ? t('bathroom') : t('bedroom'),
    old: cleanName(extra.oldName ?? names[0] ?? ''),
    new: cleanName(extra.newName ?? names[0] ?? ''),
    time: extra.time ?? t('a moment ago'),
    left: extra.leftTime ?? t('before'),
    both: listNames(extra.bothNames ?? names),
    evidence: extra.evidence ?? '',
    masked: extra.masked === undefined || extra.masked === '' ? '…' : cleanName(extra.masked, 120),
    what: chat.length === 0 ? t('personal information') : listNames(chat),
    kept:
      extra.kept === 'transcribed'
        ? t('transcribed##this call is being')
        : t('recorded##this call is being'),
    asked: extra.askedTime ?? t('a moment ago'),
    parent: extra.parent ?? t('the number is in the panel'),
    hours:
      extra.pack === undefined
        ? t('in your school’s rules')
        : t('{from} to {to}', {
            from: extra.pack.schoolHours.from,
            to: extra.pack.schoolHours.to,
          }),
  }
}

const HONORIFIC = /^(mr|mrs|ms|miss|mx|dr|prof|sir|madam|the)\b/iu

/** What to call somebody aloud, from a name as shown: "Dev Shah" → "Dev", "Shah, Dev" → "Dev", "Mrs Shah" → "Mrs Shah". */
export function callName(shown: string): string {
  if (sameNameKey(shown) === '') return ''
  const name = cleanName(shown)
  if (HONORIFIC.test(name)) return name
  const afterComma = /^[^,]+,\s*(\S+)/u.exec(name)?.[1]
  return afterComma ?? name.split(' ')[0] ?? name
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
