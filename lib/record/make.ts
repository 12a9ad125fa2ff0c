import type { Access, Platform } from '../meeting/index.ts'
import { NOTICE_KINDS } from '../session/events.ts'
import { isClosed } from '../session/fold.ts'
import { makeScene, pupilName } from '../protocol/scene.ts'
import { chatFlagsOf } from '../protocol/senders.ts'
import type { SentFlag } from '../protocol/senders.ts'
import { asQuoted } from '../protocol/text.ts'
import { zoneOfLesson } from '../protocol/zone.ts'
import type { CheckState, Pack } from '../protocol/types.ts'
import type { Match } from '../register/types.ts'
import { howAsked } from '../session/prompts.ts'
import type { SessionEvent } from '../session/events.ts'
import type { KnockState, SessionState } from '../session/state.ts'
import { t, tOf } from '../words/say.ts'
import type { Message } from '../words/catalogue.ts'
import { recordEntries } from './entries.ts'
import { healthThrough, listWasComplete, silences } from './health.ts'
import { nameOfPerson, recordPeople } from './people.ts'
import { isSure, pupilsBehind } from './rows.ts'
import type { Stretch } from '../session/stretches.ts'
import { union, wholeMinutes } from '../session/stretches.ts'
import { throughOf } from './through.ts'
import type { LockStay, Through } from './through.ts'
import type { JournalProof, LessonRecord, RecordPerson, RecordSource } from './types.ts'
import { joined } from '../words/lists.ts'

export interface RecordParts {
  /** Only for a lesson that is still running: the record so far ends now. */
  readonly now: number
  /** Everybody of the whole session by participant id (and knock key), matched again with all the teacher's corrections. */
  readonly matches: ReadonlyMap<string, Match>
  /** The journal, where it is at hand: tells how well things could be read through the lesson. */
  readonly events?: readonly SessionEvent[]
  /** What was seen while that journal was folded, where it was folded for this anyhow. */
  readonly through?: Through
  /** What that journal is worth, where it was looked at. */
  readonly journal?: JournalProof
}

/** The record of one lesson, pure: the same state, matches and journal always give the same record. */
export function makeRecord(source: RecordSource, parts: RecordParts): LessonRecord {
  const { state, register, pack, checklist } = source
  const { matches, events } = parts
  const session = spanOf(state, parts.now)
  const through = parts.through ?? (events === undefined ? undefined : throughOf(events))
  const unwatched = events === undefined ? [] : silences(events, session)
  const people = recordPeople({
    state,
    register,
    pack,
    matches,
    session,
    events,
    through,
    unwatched,
  })
  const flags = flagsOf(source, parts)
  const nameOf = namer(source, { people, flags }, matches)
  return {
    schema: 'lesson-steward/record',
    schemaVersion: 1,
    sessionId: state.sessionId,
    className: state.className ?? register?.name ?? '',
    ...(register === undefined ? {} : { registerId: register.id }),
    schoolName: pack?.schoolName ?? '',
    platform: state.platform,
    code: state.code,
    title: state.title,
    toolVersion: state.toolVersion,
    timeZone: zoneOfLesson(pack, state),
    packId: state.rules?.at(-1)?.packId ?? pack?.id ?? '',
    packVersion: state.rules?.at(-1)?.packVersion ?? pack?.version ?? '',
    ...(state.rules === undefined ? {} : { rules: state.rules }),
    startedAt: session.from,
    endedAt: session.to,
    endReason: state.ended?.reason ?? 'running',
    interrupted: state.ended?.reason === 'interrupted',
    ...(state.plannedStartAt === undefined ? {} : { plannedStartAt: state.plannedStartAt }),
    lengthMinutes: wholeMinutes(session.to - session.from),
    people,
    notSeen: notSeen(source, people, listWasComplete(state, session, events)),
    lock: { ...lockOf(state), ...lockThrough(state, people, session, through) },
    knocks: [
      ...state.pastKnocks.map((knock) => knockOf(knock, knock.how, pack)),
      ...state.knocks.map((knock) => knockOf(knock, 'waiting', pack)),
    ].toSorted((a, b) => a.at - b.at),
    ...recordEntries({ state, register, pack, matches, now: session.to, nameOf }),
    choices: (state.choices ?? []).map(({ at, shown, what, personIds, note, undoneAt }) => ({
      at,
      shown,
      what,
      who: personIds.map((id) => nameOfPerson(register, id) ?? id),
      note,
      ...(undoneAt === undefined ? {} : { undoneAt }),
    })),
    prompts: state.prompts.map(({ at, kind, promptId, about, answer }) => ({
      at,
      kind,
      ...howAsked(promptId),
      about: [...new Set(about.map(nameOf))],
      answer: answer?.answer ?? '',
      ...(answer === undefined ? {} : { answeredAt: answer.at }),
      by: answer?.by ?? '',
      ...(answer?.note === undefined ? {} : { note: answer.note }),
    })),
    checks: checklist.map(({ clause, state: check }) => ({
      clause: clause.id,
      text: clause.text,
      ...stateOf(check),
    })),
    chatFlags: flags.map(({ at, label, sender, byStaff, kinds, masked }) => ({
      at,
      sender: byStaff ? label : sender,
      kinds,
      masked,
    })),
    notes: state.notes.map(({ at, about, text }) => ({ at, about: nameOf(about), text })),
    ...(state.concerns === undefined ? {} : { concerns: state.concerns }),
    emergencies: state.emergencies,
    health: state.health,
    roomCheck: state.roomCheck,
    notices: NOTICE_KINDS.map((what) => ({
      what,
      last: state.notices[what],
      seen: union(state.noticed?.[what] ?? [], session),
    })),
    ...(events === undefined ? {} : { healthThrough: healthThrough(events, session) }),
    ...(state.readBy === undefined ? {} : { readBy: state.readBy }),
    ...(events === undefined ? {} : { unwatched }),
    ...(state.clockSetBack === undefined ? {} : { clockSetBack: state.clockSetBack }),
    ...(parts.journal === undefined ? {} : { journal: parts.journal }),
  }
}

function knockOf(
  knock: KnockState,
  how: string,
  pack: Pack | undefined,
): LessonRecord['knocks'][number] {
  const { at, name, late, leftWaitingAt } = knock
  return {
    at,
    name,
    late,
    how,
    ...(leftWaitingAt === undefined ? {} : { leftWaitingAt }),
    ...(late ? lateRule(pack) : {}),
  }
}

/** What the school says of coming late: its clause, or its own rule where that is none of its steps. */
function lateRule(pack: Pack | undefined): { readonly policy?: string } {
  if (pack?.clauses.includes('EG-24') === true)
    return { policy: t('EG-24: after the lock nobody else joins') }
  return pack?.locks === true
    ? { policy: t('The school’s rule: after the lock nobody else joins') }
    : {}
}

/** Never negative: a lesson of a version that did not count on where the clock was set back has no length, and does not end before it begins. */
function spanOf(state: SessionState, now: number): Stretch {
  const from = state.startedAt
  return { from, to: Math.max(from, state.ended?.at ?? now) }
}

/** A child is called absent only when the list was complete and everybody in the call is known: the unknown one may be them. */
function notSeen(
  { register }: RecordSource,
  people: readonly RecordPerson[],
  complete: boolean,
): LessonRecord['notSeen'] {
  const seen = new Set(people.flatMap((one) => one.personId ?? []))
  const unclear = people.some(
    (one) =>
      (one.kind === 'unknown' && one.visitor === undefined) ||
      one.kind === 'ambiguous' ||
      one.kind === 'notAName' ||
      one.kind === 'duplicate',
  )
  return (register?.pupils ?? [])
    .filter((pupil) => !seen.has(pupil.id))
    .map((pupil) => ({
      name: pupilName(pupil),
      certain: complete && !unclear,
      personId: pupil.id,
    }))
}

function lockOf(state: SessionState): LessonRecord['lock'] {
  const { platform, access, lockDeadline, lockedAt, locked, lockAttempts, reopenedAt } = state
  const doneAt = locked?.[0]?.from ?? lockedAt
  // Once it was locked, what shows an open door says nothing of how that was known.
  const shows = doneAt === undefined || isClosed(access)
  return {
    ...(lockDeadline === undefined ? {} : { dueAt: lockDeadline.dueAt }),
    ...(doneAt === undefined ? {} : { doneAt }),
    evidence: shows ? evidenceOf(platform, access) : knownBy(platform, {}),
    attempts: lockAttempts.map(({ at, outcome }) => ({ at, result: outcome.result })),
    reopenedAt,
  }
}

/** What was looked at, in the words of the site, and what it said. */
const EVIDENCE = {
  banner: {
    label: 'Teams says “{label}”.',
    closed: 'Teams says that nobody new can join.',
    open: 'Teams says that people can join.',
  },
  menu: {
    label: 'The menu of Teams says “{label}”.',
    closed: 'The menu of Teams says that nobody new can join.',
    open: 'The menu of Teams says that people can join.',
  },
  controls: {
    label: 'The host controls say “{label}”.',
    closed: 'The host controls say that nobody new can join.',
    open: 'The host controls say that people can join.',
  },
  badge: {
    label: 'The access badge says “{label}”.',
    closed: 'The access badge says that nobody new can join.',
    open: 'The access badge says that people can join.',
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<'label' | 'closed' | 'open', Message>>>
>

/** What a lock was known by: what the site showed, or that it was seen after the teacher's own click, as an `Outcome` is. */
function knownBy(platform: Platform, { access }: Pick<LockStay, 'access'>): string {
  return access === undefined
    ? t('Seen in the meeting right after the click.')
    : evidenceOf(platform, access)
}

function evidenceOf(platform: Platform, access: Access | undefined): string {
  if (access === undefined || access.state === 'unknown')
    return t('Who may come in could not be seen.')
  const { seenAt, label } = access
  const says =
    platform === 'teams'
      ? EVIDENCE[seenAt === 'badge' ? 'banner' : 'menu']
      : EVIDENCE[seenAt === 'panel' ? 'controls' : 'badge']
  if (label !== '') return tOf(says.label, { label: asQuoted(label) })
  return tOf(isClosed(access) ? says.closed : says.open)
}

/** The lock through the lesson: when it was on, and who came in while it was open again (EG-24: only who dropped out may). */
function lockThrough(
  { platform, reopenedAt }: SessionState,
  people: readonly RecordPerson[],
  session: Stretch,
  through: Through | undefined,
): Partial<LessonRecord['lock']> {
  if (through === undefined) return {}
  const locked = through.locked.flatMap((stay) =>
    union([stay], session).map((one) => ({ ...one, knownBy: knownBy(platform, stay) })),
  )
  const [first] = locked
  // Each lock but the first ends one time of being open again.
  const reopened = reopenedAt.map((at, index) => {
    const until = locked[index + 1]?.from
    const cameIn = people.filter((one) =>
      one.stays.some(({ from }) => from >= at && from <= (until ?? session.to)),
    )
    return {
      at,
      ...(until === undefined ? {} : { until }),
      cameIn: cameIn.map((one) => one.name),
    }
  })
  return { ...(first === undefined ? {} : { evidence: first.knownBy }), locked, reopened }
}

function stateOf(check: CheckState): { state: string; what: string; at?: number; by?: string } {
  switch (check.is) {
    case 'seen':
      return { state: check.is, what: check.what, at: check.at }
    case 'confirmed':
      return {
        state: check.is,
        what: check.note,
        at: check.at,
        ...(check.by === '' ? {} : { by: check.by }),
      }
    case 'notApplicable':
      return {
        state: check.is,
        what: check.why,
        ...(check.at === undefined ? {} : { at: check.at }),
        ...(check.by === undefined || check.by === '' ? {} : { by: check.by }),
      }
    case 'problem':
    case 'blind':
    case 'waiting':
      return { state: check.is, what: check.what }
    case 'todo':
    case 'info':
      return { state: check.is, what: '' }
  }
}

/** Flagged lines of the chat, without those that are a teacher's work. */
function flagsOf(
  { state, register, pack }: RecordSource,
  { matches, now }: RecordParts,
): readonly SentFlag[] {
  if (pack === undefined)
    return state.chatFlags.map((flag) => ({ ...flag, byStaff: false, label: flag.sender }))
  return chatFlagsOf(
    makeScene({
      state,
      pack,
      matches,
      now,
      ...(register === undefined ? {} : { register }),
    }),
  )
}

/** Ids of devices, knocks, chat lines and pupils → the name the record uses. What is none of them is shown as it is. */
function namer(
  { state, register }: RecordSource,
  { people, flags }: { people: readonly RecordPerson[]; flags: readonly SentFlag[] },
  matches: ReadonlyMap<string, Match>,
): (id: string) => string {
  const rows = new Map(
    people.flatMap((one) =>
      one.personId === undefined ? [] : [[one.personId, one.name] as const],
    ),
  )
  const names = new Map<string, string>([
    ...(register?.pupils ?? []).map((pupil) => [pupil.id, pupilName(pupil)] as const),
    ...[...state.pastKnocks, ...state.knocks].map((knock) => [knock.key, knock.name] as const),
    ...[...state.chatFlags, ...(state.files ?? []), ...(state.chatUsed ?? [])].map(
      (line) => [line.lineId, line.sender] as const,
    ),
    ...flags.flatMap((one) => (one.byStaff ? [[one.lineId, one.label] as const] : [])),
    ...state.people.map((person) => {
      const match = matches.get(person.id)
      const together = pupilsBehind(match)
      if (together.length > 0)
        return [person.id, joined(together.map((id) => rows.get(id) ?? id))] as const
      return [
        person.id,
        (isSure(match) ? rows.get(match.personId) : undefined) ?? person.name,
      ] as const
    }),
  ])
  return (id) => names.get(id) ?? id
}
