import type { Access, Health, HealthItem } from '../meeting/index.ts'
import type { SessionEvent } from './events.ts'
import {
  camerasAnswered,
  camerasCommanded,
  keepAllOff,
  roomIsFine,
  setCamera,
  toldOnEntry,
} from './cameras.ts'
import type { PersonState, RulesHeld, SessionState, Stay } from './state.ts'
import { choose, takeBack } from './choices.ts'
import { howGone } from './doorDone.ts'
import { atTheDoor, entered, held, leftWaiting, wentOn } from './entries.ts'
import { closeStay, openStay } from './stays.ts'
import { SIGN_NEW_AFTER_MS } from './clock.ts'
import { beginWatch, endWatch, watchOn } from './watch.ts'

/**
 * Events in, state out: the only place where a lesson's state is made. Pure and total, so that replaying a journal always gives
 * the same record. An event that was folded before (its `seq` is not the next one) is ignored: a message that arrives twice,
 * or a journal read while it grows, does no harm.
 */
export function fold(
  state: SessionState | undefined,
  event: SessionEvent,
): SessionState | undefined {
  if (state === undefined)
    return event.type === 'started' && event.seq === 0 ? begin(event) : undefined
  if (event.seq !== state.seq) return state
  // A closed record stays closed: a late scan of the "you left" page must not open it again. What she says of it still counts: notes and
  // ticks, and which class it was and when it was planned for.
  if (state.ended !== undefined && !AFTER_THE_END.has(event.type))
    return { ...state, seq: state.seq + 1 }
  const next = apply(state, event)
  const watch = next.watch === undefined ? {} : { watch: watchOn(next.watch, event) }
  return { ...next, ...watch, seq: state.seq + 1 }
}

/** Folds a whole journal. Undefined where it does not begin with `started`. */
export function foldAll(events: readonly SessionEvent[]): SessionState | undefined {
  let state: SessionState | undefined
  for (const event of events) state = fold(state, event)
  return state
}

const AFTER_THE_END: ReadonlySet<SessionEvent['type']> = new Set([
  'note',
  'concern',
  'ticked',
  'emergency',
  'matchFixed',
  'visitorExpected',
  'choiceUndone',
  'answered',
  'classChosen',
  'clockSetBack',
  'plannedStart',
])

const NOT_IN_CALL: HealthItem = { level: 'blind', why: 'notInCall' }
const BLIND: Health = {
  people: NOT_IN_CALL,
  lobby: NOT_IN_CALL,
  cameras: NOT_IN_CALL,
  chat: NOT_IN_CALL,
  lock: NOT_IN_CALL,
}

function begin(event: Extract<SessionEvent, { type: 'started' }>): SessionState {
  return {
    sessionId: event.sessionId,
    platform: event.platform,
    code: event.code,
    title: event.title,
    toolVersion: event.toolVersion,
    timeZone: event.timeZone,
    startedAt: event.at,
    lastAliveAt: event.at,
    people: [],
    knocks: [],
    pastKnocks: [],
    lockAttempts: [],
    reopenedAt: [],
    health: BLIND,
    watch: beginWatch(event.at),
    notices: { recording: 'unknown', transcription: 'unknown', noteTaking: 'unknown' },
    roomCheck: { state: 'off', why: 'notStarted' },
    prompts: [],
    ticks: {},
    fixes: {},
    visitors: {},
    chatFlags: [],
    notes: [],
    emergencies: [],
    seq: 1,
  }
}

/** Who may come in is closed to newcomers: Teams' lock, or on Meet restricted access with asking switched off. */
export function isClosed(access: Access | undefined): boolean {
  if (access === undefined) return false
  return access.state === 'locked' || (access.state === 'restricted' && access.askToJoin === 'off')
}

/** Seen to be open to newcomers; "unknown" is neither open nor closed. */
export function isOpen(access: Access | undefined): boolean {
  if (access === undefined || access.state === 'unknown') return false
  return access.state === 'open' || access.state === 'trusted' || access.askToJoin === 'on'
}

function apply(state: SessionState, event: SessionEvent): SessionState {
  const at = event.at
  switch (event.type) {
    case 'started':
      return state
    case 'classChosen': {
      // Chosen by the teacher; where it was taken over instead, `goesOn` comes right after it.
      const { goesOnFrom: _chosen, goesOnWith: _were, goesOnSince: _since, ...rest } = state
      return {
        ...rest,
        registerId: event.registerId,
        className: event.className,
        packId: event.packId,
        packVersion: event.packVersion,
        rules: holdRules(state, { ...packOf(event), from: at, by: 'chosen' }),
      }
    }
    case 'rulesChanged': {
      const before = state.rules ?? [
        { ...packOf(event.before), from: state.startedAt, by: 'start' as const },
      ]
      const rules = holdRules({ rules: before }, { ...packOf(event), from: at, by: event.by })
      return { ...state, rules }
    }
    case 'plannedStart':
      return { ...state, plannedStartAt: event.startsAt }
    case 'goesOn':
      return {
        ...state,
        goesOnFrom: event.sessionId,
        ...(event.were === undefined ? {} : { goesOnWith: event.were }),
        ...(event.since === undefined ? {} : { goesOnSince: event.since }),
      }
    case 'anotherLesson':
      return anotherLesson(state)
    case 'lockDeadline':
      return { ...state, lockDeadline: lockDeadline(event) }
    case 'joined':
      return { ...entered(state, event), people: join(state, event) }
    case 'left':
      return { ...state, people: update(state.people, event.id, (person) => leave(person, at)) }
    case 'renamed':
      return {
        ...state,
        people: update(state.people, event.id, (person) => ({
          ...person,
          name: event.to,
          renames: [...person.renames, { at, from: event.from, to: event.to }],
        })),
      }
    case 'recognised':
      return {
        ...state,
        people: update(state.people, event.id, (person) => ({
          ...person,
          isSelf: event.isSelf,
          role: event.role,
          decorations: event.decorations,
        })),
      }
    case 'camera':
      return {
        ...keepAllOff(state, event),
        people: update(state.people, event.id, (person) => setCamera(person, event.reading, at)),
      }
    case 'presenting':
      return {
        ...state,
        people: update(state.people, event.id, (person) => present(person, event.on, at)),
      }
    case 'knocked':
      return {
        ...state,
        knocks: [
          ...state.knocks.filter((knock) => knock.key !== event.key),
          { key: event.key, name: event.name, at, late: event.late },
        ],
      }
    case 'knockGone': {
      const knock = state.knocks.find((one) => one.key === event.key)
      if (knock === undefined) return state
      return {
        ...state,
        knocks: state.knocks.filter((one) => one.key !== event.key),
        pastKnocks: [
          ...state.pastKnocks,
          { ...knock, goneAt: at, how: howGone(state, knock, event.how) },
        ],
      }
    }
    case 'matchFixed':
    case 'visitorExpected':
      return choose(state, event)
    case 'choiceUndone':
      return takeBack(state, event.shown, at)
    case 'leftWaiting':
      return leftWaiting(state, event)
    case 'held':
      return held(state, event)
    case 'wentOn':
      return wentOn(state, event)
    case 'access':
      return setAccess(state, event.access, at)
    case 'readBy': {
      const { variant, looks } = event
      const next = { at, variant, ...(looks === undefined ? {} : { looks }) }
      return { ...state, readBy: [...(state.readBy ?? []), next] }
    }
    case 'health':
      return { ...state, health: { ...state.health, [event.topic]: event.item } }
    case 'notice':
      return { ...state, ...notice(state, event), ...sign(state, event) }
    case 'room':
      return { ...state, people: update(state.people, event.id, (one) => setRoom(one, event)) }
    case 'roomCheck':
      return { ...state, roomCheck: { state: event.state, why: event.why } }
    case 'prompted':
      if (state.prompts.some((prompt) => prompt.promptId === event.promptId)) return state
      return {
        ...state,
        prompts: [
          ...state.prompts,
          {
            promptId: event.promptId,
            kind: event.kind,
            about: event.about,
            clauses: event.clauses,
            at,
          },
        ],
      }
    case 'answered':
      return answer(state, event)
    case 'command':
      return commanded(atTheDoor(state, event), event)
    case 'ticked': {
      const ticks = { ...state.ticks }
      if (event.on)
        ticks[event.clause] = {
          at,
          note: event.note,
          ...(event.as === undefined ? {} : { as: event.as }),
        }
      else delete ticks[event.clause]
      return { ...state, ticks }
    }
    case 'adultSeen':
      return {
        ...state,
        people: update(state.people, event.id, (person) => setAdultSeen(person, event.seen, at)),
      }
    case 'chatFlag':
      if (state.chatFlags.some((flag) => flag.lineId === event.lineId)) return state
      return {
        ...state,
        chatFlags: [
          ...state.chatFlags,
          {
            at,
            lineId: event.lineId,
            sender: event.sender,
            ...(event.own === undefined ? {} : { own: event.own }),
            kinds: event.kinds,
            masked: event.masked,
          },
        ],
      }
    case 'chatSeen': {
      const { lineId, sender } = event
      const key = event.what === 'file' ? 'files' : 'chatUsed'
      const known = state[key] ?? []
      if (known.some((one) => one.lineId === lineId)) return state
      return { ...state, [key]: [...known, { at, lineId, sender }] }
    }
    case 'oneToOne':
      return { ...state, oneToOne: event.on }
    case 'concern':
      return { ...state, concerns: [...(state.concerns ?? []), { at, ref: event.ref }] }
    case 'note':
      return { ...state, notes: [...state.notes, { at, about: event.about, text: event.text }] }
    case 'emergency':
      return {
        ...state,
        emergencies: [...state.emergencies, { at, step: event.step, note: event.note }],
      }
    case 'clockSetBack':
      return { ...state, clockSetBack: [...(state.clockSetBack ?? []), { at, ms: event.ms }] }
    case 'proofOfLife':
      return { ...state, lastAliveAt: Math.max(state.lastAliveAt, at) }
    case 'ended':
      return close(state, event)
    default:
      return passedOver(event, state)
  }
}

/** A journal that a later version wrote may hold events that are not known here: what is known stays right. */
function passedOver(_event: never, state: SessionState): SessionState {
  return state
}

function update(
  people: readonly PersonState[],
  id: string,
  change: (person: PersonState) => PersonState,
): readonly PersonState[] {
  const index = people.findIndex((person) => person.id === id)
  const person = people[index]
  return person === undefined ? people : people.with(index, change(person))
}

function join(
  { people, allCamerasOffAt: allOff }: SessionState,
  event: Extract<SessionEvent, { type: 'joined' }>,
): readonly PersonState[] {
  const { at, person } = event
  const known = people.find((one) => one.id === person.id)
  if (known === undefined) {
    const fresh: PersonState = {
      ...person,
      present: true,
      stays: [{ from: at }],
      camera: { state: 'unknown', why: 'cannotTell', since: at },
      cameraOn: [],
      presenting: false,
      renames: [],
    }
    return [...people, toldOnEntry(fresh, allOff, at)]
  }
  if (known.present) return people
  return update(people, person.id, (one) =>
    toldOnEntry({ ...one, present: true, stays: openStay(one.stays, at) }, allOff, at),
  )
}

function leave(person: PersonState, at: number): PersonState {
  if (!person.present) return person
  const {
    room: _gone,
    cameraOffByStaffAt: _told,
    cameraOffByStaffWas: _was,
    cameraAllowedAt: _may,
    ...rest
  } = present(person, false, at)
  return {
    ...rest,
    present: false,
    stays: closeStay(person.stays, at),
    cameraOn: closeStay(person.cameraOn, at),
    camera: { state: 'unknown', why: 'cannotTell', since: at },
  }
}

function present(person: PersonState, on: boolean, at: number): PersonState {
  const { presented: before = [] } = person
  const presented = on ? openStay(before, at) : closeStay(before, at)
  return { ...person, presenting: on, ...(presented.length === 0 ? {} : { presented }) }
}

function setAdultSeen(person: PersonState, seen: boolean, at: number): PersonState {
  return { ...person, adultLooks: [...(person.adultLooks ?? []), { at, seen }] }
}

function packOf({ packId, packVersion }: Pick<RulesHeld, 'packId' | 'packVersion'>) {
  return { packId, packVersion }
}

function lockDeadline({ dueAt, by, carried }: Extract<SessionEvent, { type: 'lockDeadline' }>) {
  return { dueAt, by, ...(carried === true ? { carried } : {}) }
}

/** The class and the start were those of the lesson before; the school's rules and a deadline that she moved herself in this one stay. */
function anotherLesson(state: SessionState): SessionState {
  const {
    registerId: _class,
    className: _name,
    plannedStartAt: _start,
    goesOnFrom: _before,
    goesOnWith: _were,
    goesOnSince: _since,
    lockDeadline,
    ...rest
  } = state
  const isHers = lockDeadline?.by === 'teacher' && lockDeadline.carried !== true
  return isHers ? { ...rest, lockDeadline } : rest
}

/** Rules that are chosen once more, with another class, still hold; a change is one also where it kept its version. */
function holdRules(
  { rules = [] }: Pick<SessionState, 'rules'>,
  next: RulesHeld,
): readonly RulesHeld[] {
  const last = rules.at(-1)
  const same = last?.packId === next.packId && last.packVersion === next.packVersion
  return same && next.by === 'chosen' ? rules : [...rules, next]
}

function setRoom(
  person: PersonState,
  { verdict, confidence, at, calledFine }: Extract<SessionEvent, { type: 'room' }>,
): PersonState {
  const said = calledFine === true ? { calledFine } : {}
  const room = { verdict, confidence, at, ...said }
  if (verdict === 'unsure' || verdict === 'covered') return { ...person, room }
  const judged = { ...person, room, roomJudged: { verdict, at } }
  return verdict === 'fine' ? roomIsFine(judged, at) : judged
}

/** What the site shows now, and when it was on: it may be over before anybody looks at the list (EG-21). */
function notice(
  { notices, noticed }: SessionState,
  { what, state, at }: Extract<SessionEvent, { type: 'notice' }>,
): Pick<SessionState, 'notices' | 'noticed'> {
  const before = noticed?.[what] ?? []
  const after = state === 'yes' ? openStay(before, at) : closeStay(before, at)
  return {
    notices: { ...notices, [what]: state },
    ...(after.length === 0 && noticed === undefined
      ? {}
      : { noticed: { ...noticed, [what]: after } }),
  }
}

/** Whether the site shows it still. A sign that is put away, or that comes and goes with a menu, neither ends nor begins anything. */
function sign(
  { signs }: SessionState,
  { what, state, hidden, at }: Extract<SessionEvent, { type: 'notice' }>,
): Pick<SessionState, 'signs'> {
  const { [what]: before, ...others } = signs ?? {}
  if (state !== 'yes' || hidden === undefined) return before === undefined ? {} : { signs: others }
  const { hiddenAt, ...rest } = before ?? {}
  if (hidden) return { signs: { ...others, [what]: { ...rest, hiddenAt: hiddenAt ?? at } } }
  const isNew = hiddenAt !== undefined && at - hiddenAt >= SIGN_NEW_AFTER_MS
  return { signs: { ...others, [what]: isNew ? { backAt: at } : rest } }
}

/** Whatever was on at the end was on until then. */
function closeNoticed(noticed: NonNullable<SessionState['noticed']>, at: number) {
  return Object.fromEntries(
    Object.entries(noticed).map(([what, stays]) => [what, closeStay(stays, at)]),
  )
}

function setAccess(state: SessionState, access: Access, at: number): SessionState {
  const next = opening({ ...state, access: { ...access, at } }, access, at)
  if (isClosed(access)) return state.lockedAt === undefined ? lock(next, at) : next
  // Only an access that is seen to be open undoes a lock; a badge that can't be read does not.
  return isOpen(access) && state.lockedAt !== undefined ? unlock(next, at) : next
}

/** Keeps when the door stood open: that it is closed in the end says nothing of those who came in before. */
function opening(state: SessionState, access: Access | undefined, at: number): SessionState {
  const { toAnybody = [], toNewcomers = [] } = state.opened ?? {}
  const noted = (stays: readonly Stay[], isSo: boolean) =>
    isSo ? openStay(stays, at) : closeStay(stays, at)
  const opened = {
    toAnybody: noted(toAnybody, access?.state === 'open'),
    toNewcomers: noted(toNewcomers, isOpen(access)),
  }
  return opened.toNewcomers.length === 0 ? state : { ...state, opened }
}

function lock(state: SessionState, at: number): SessionState {
  return { ...state, lockedAt: at, locked: openStay(state.locked ?? [], at) }
}

function unlock(state: SessionState, at: number): SessionState {
  const { lockedAt: _was, ...open } = state
  const locked = closeStay(state.locked ?? [], at)
  return { ...open, locked, reopenedAt: [...state.reopenedAt, at] }
}

/** What was seen to be done holds, also where the page shows no more of it than the moment of the change: a lock, cameras off. */
function commanded(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'command' }>,
): SessionState {
  const { command, outcome, at } = event
  const done = outcome.result === 'done'
  if (command.kind === 'lock') {
    const tried = { ...state, lockAttempts: [...state.lockAttempts, { at, outcome }] }
    return done && state.lockedAt === undefined ? lock(opening(tried, undefined, at), at) : tried
  }
  if (command.kind === 'unlock' && done && state.lockedAt !== undefined) return unlock(state, at)
  return { ...keepAllOff(state, event), people: camerasCommanded(state.people, event) }
}

function answer(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'answered' }>,
): SessionState {
  const asked = state.prompts.find((prompt) => prompt.promptId === event.promptId)
  if (asked === undefined || asked.answer !== undefined) return state
  const { at, by, note } = event
  const answered = {
    ...asked,
    answer: { answer: event.answer, at, by, ...(note === undefined ? {} : { note }) },
  }
  const next = {
    ...state,
    prompts: state.prompts.map((prompt) => (prompt === asked ? answered : prompt)),
  }
  const people = camerasAnswered(next.people, asked.about, event)
  return { ...next, people: calledFine(people, asked.about, event) }
}

/** "Looks fine" is her word on what these people's pictures show now, whatever it was taken for. */
function calledFine(
  people: readonly PersonState[],
  about: readonly string[],
  { answer: said, by }: Extract<SessionEvent, { type: 'answered' }>,
): readonly PersonState[] {
  if (by !== 'teacher' || said !== 'looksFine') return people
  return people.map((one) =>
    one.room === undefined || !about.includes(one.id)
      ? one
      : { ...one, room: { ...one.room, calledFine: true } },
  )
}

function close(state: SessionState, event: Extract<SessionEvent, { type: 'ended' }>): SessionState {
  const at = Math.max(event.endedAt, state.startedAt)
  return {
    ...state,
    ended: { reason: event.reason, at },
    ...(state.watch === undefined
      ? {}
      : { watch: endWatch(state.watch, { from: state.startedAt, to: at }) }),
    ...(state.noticed === undefined ? {} : { noticed: closeNoticed(state.noticed, at) }),
    ...(state.opened === undefined
      ? {}
      : {
          opened: {
            toAnybody: closeStay(state.opened.toAnybody, at),
            toNewcomers: closeStay(state.opened.toNewcomers, at),
          },
        }),
    ...(state.locked === undefined ? {} : { locked: closeStay(state.locked, at) }),
    people: state.people.map((person) => leave(person, at)),
    knocks: [],
    pastKnocks: [
      ...state.pastKnocks,
      ...state.knocks.map((knock) => ({
        ...knock,
        goneAt: at,
        how: howGone(state, knock, 'unknown'),
      })),
    ],
  }
}
