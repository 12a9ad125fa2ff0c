import { entryQueue } from '../protocol/queue.ts'
import type { EntryQueue, Look, QueuedPerson } from '../protocol/queue.ts'
import { makeScene } from '../protocol/scene.ts'
import type { Scene } from '../protocol/scene.ts'
import { clockText } from '../protocol/time.ts'
import { currentWalk, missing, unfinished, walksOf } from '../protocol/walk.ts'
import type { StepState, Walk } from '../protocol/walk.ts'
import { zoneOfRules } from '../protocol/zone.ts'
import type { Outcome } from '../meeting/index.ts'
import type { HoldReason } from '../session/events.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import { relationOf } from './nameChips.ts'
import { callName } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { KnockRow, OverlayQueue, QueueView, WalkView } from './types.ts'

/** The admission queue as panel and meeting show it (EG-25, EG-26, EG-27, CW-2). */

export interface QueueNow {
  readonly queue: EntryQueue
  readonly walk: Walk | undefined
  readonly unfinished: readonly Walk[]
}

/** How the queue stands; undefined where no lesson runs. */
export function queueNow(from: ViewSituation): QueueNow | undefined {
  const scene = sceneOf(from)
  if (scene === undefined) return undefined
  const walks = walksOf(scene)
  const walk = currentWalk(walks, from.now)
  return {
    queue: entryQueue(scene),
    walk,
    unfinished: unfinished(walks).filter((one) => one !== walk),
  }
}

function sceneOf({ state, pack, register, matches, now, phase }: ViewSituation): Scene | undefined {
  if (state === undefined || phase !== 'during') return undefined
  return makeScene({
    state,
    pack,
    matches,
    now,
    ...(register === undefined ? {} : { register }),
  })
}

const MOST_UNFINISHED = 40

export function queueView(from: ViewSituation, now = queueNow(from)): QueueView | undefined {
  if (now === undefined) return undefined
  const { queue, walk } = now
  const next = queue.next?.one.knock.key
  return {
    ...(next === undefined ? {} : { nextKey: next }),
    ...(from.admitting === undefined ? {} : { admitting: from.admitting }),
    ...(walk === undefined ? {} : { walk: walkView(walk, from) }),
    unfinished: now.unfinished.slice(0, MOST_UNFINISHED).map(({ one, steps }) => ({
      id: one.person.id,
      name: nameOf(one.person.id, one.person.name, from),
      missing: missing(steps),
    })),
    holdNote: holdNote(from),
  }
}

function nameOf(id: string, shown: string, from: ViewSituation): string {
  return callName(from.register, from.matches.get(id), shown)
}

function walkView(walk: Walk, from: ViewSituation): WalkView {
  const { one, entry, steps } = walk
  const mute = muteOf(walk, from)
  return {
    id: one.person.id,
    name: nameOf(one.person.id, one.person.name, from),
    at: entry.at,
    steps: steps.map((step) => ({
      step: step.step,
      is: step.is,
      text: stepWords(step, walk, from),
      ...(step.at === undefined ? {} : { at: step.at }),
    })),
    complete: walk.is === 'complete',
    ...(mute === undefined ? {} : { mute }),
  }
}

/** EG-26: muted on entry, by her click. Where the microphone can't be seen it is offered only if the school wants it. */
function muteOf({ one, entry }: Walk, from: ViewSituation): WalkView['mute'] {
  const can = from.capabilities.mute
  if (can === 'none' || one.person.isSelf || one.standing === 'staff') return undefined
  const wanted = from.pack.clauses.includes('EG-26')
  const microphone = from.microphones?.get(one.person.id) ?? 'unknown'
  const muted = entry.mutedAt !== undefined
  if (microphone === 'off' || (microphone === 'unknown' && (muted || !wanted))) return undefined
  return { can, first: wanted && microphone === 'on', seen: microphone === 'on' }
}

function stepWords({ step, is, at }: StepState, { one }: Walk, from: ViewSituation): string {
  const time = at === undefined ? '' : ` · ${clockText(at, zoneOfRules(from.pack))}`
  switch (step) {
    case 'name':
      return is === 'done' ? nameChecked(one, from) : t('Name: ask who it is')
    case 'camera':
      if (is === 'done') return t('Camera on') + time
      if (is === 'excused') return t('Camera off, as staff asked')
      return is === 'cannotSee' ? t('Camera can’t be seen: look yourself') : t('Camera: not on yet')
    case 'adult':
      if (is === 'done') return t('Adult seen') + time
      return greetAdult(one, from)
  }
}

function nameChecked({ standing, person }: Walk['one'], from: ViewSituation): string {
  switch (standing) {
    case 'guardian': {
      const match = from.matches.get(person.id)
      const relation =
        match === undefined || from.register === undefined
          ? undefined
          : relationOf(match, from.register)
      return relation === undefined
        ? t('Name checked: family’s account')
        : t('Name checked: {relation}’s account', { relation })
    }
    case 'staff':
      return t('Name checked: staff')
    case 'visitor':
      return t('Name checked: expected visitor')
    default:
      return t('Name checked: on the register')
  }
}

/** EG-28: the guardian's name from the register, where there is one. */
function greetAdult({ pupil }: Walk['one'], { register }: ViewSituation): string {
  const guardian = register === undefined ? undefined : pupil?.guardians[0]
  const name = [guardian?.title || guardian?.firstName, guardian?.lastName]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  return name === ''
    ? t('Adult: say hello to the adult')
    : t('Adult: say hello to {name}', { name })
}

const WAS_HELD: Readonly<Record<HoldReason, Message>> = {
  noAdult: 'Was here until {time}, held because no adult was seen.',
  cameraOff: 'Was here until {time}, held because the camera was off.',
  nameUnclear: 'Was here until {time}, held because it was not clear who it is.',
  other: 'Was here until {time}, held by you.',
}
const HELD: Readonly<Record<Exclude<HoldReason, 'other'>, Message>> = {
  noAdult: 'Held because no adult was seen.',
  cameraOff: 'Held because the camera was off.',
  nameUnclear: 'Held because it was not clear who it is.',
}
const LOOK: Readonly<Record<Exclude<Look, 'leftWaiting'>, Message>> = {
  noteTaker: 'A note-taking bot: not to be let in.',
  noConsent: 'No consent to video (EG-22).',
  lookAlike: 'Look-alike letters: ask who it is first.',
  sameName: 'This name is in the call already: ask who it is first.',
  unknownName: 'Not a name of the class: ask who it is first.',
  late: 'After the lock: your policy lets nobody in any more (EG-24).',
  removed: 'You took them out of the call.',
  denied: 'Turned away before under this name.',
  onTheWay: 'Let in; on the way.',
  gone: 'The meeting says they are no longer there.',
}

/** Turn and note of each knock, and the order in which they are shown. */
export function turns(
  rows: readonly KnockRow[],
  from: ViewSituation,
  now = queueNow(from),
): readonly KnockRow[] {
  if (now === undefined) return rows
  const { queue } = now
  const place = new Map(queue.all.map((one, index) => [one.one.knock.key, index]))
  return rows
    .map((row) => {
      const queued = queue.all[place.get(row.key) ?? -1]
      return queued === undefined ? row : { ...row, ...turnOf(queued, queue, from) }
    })
    .toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
}

function turnOf(
  queued: QueuedPerson,
  queue: EntryQueue,
  from: ViewSituation,
): Pick<KnockRow, 'turn' | 'note' | 'wasHeld'> {
  const turn =
    queued === queue.next
      ? 'next'
      : queued.look === undefined
        ? 'inTurn'
        : queued.look === 'leftWaiting'
          ? 'off'
          : 'look'
  const note = noteOf(queued, from)
  return {
    turn,
    ...(note === '' ? {} : { note }),
    ...(queued.back?.hold === undefined ? {} : { wasHeld: true as const }),
  }
}

function noteOf({ one, look, back }: QueuedPerson, from: ViewSituation): string {
  const { heldWhy } = one.knock
  const before = back === undefined ? '' : wasHere(back, from)
  const outside = heldWhy === undefined || heldWhy === 'other' ? '' : tOf(HELD[heldWhy])
  const why = look === undefined || look === 'leftWaiting' ? outside : tOf(LOOK[look])
  return [before, why].filter((part) => part !== '').join(' ')
}

function wasHere({ until, hold }: NonNullable<QueuedPerson['back']>, from: ViewSituation): string {
  const time = clockText(until, zoneOfRules(from.pack))
  return hold === undefined
    ? t('Was here until {time}.', { time })
    : tOf(WAS_HELD[hold.why], { time })
}

/** Said before anybody is taken out: neither site can put somebody back into its waiting room. */
function holdNote({ state }: ViewSituation): string {
  const out =
    state?.platform === 'teams'
      ? t(
          'They leave the call and may ask to come in again. Teams can’t put anybody back into its lobby.',
        )
      : t(
          'They leave the call. Meet can’t put anybody back into its waiting room, and may not let somebody who was removed ask again: tell the family first.',
        )
  return state?.lockedAt === undefined
    ? out
    : `${out} ${t('The call is locked: unlock it for them to come back.')}`
}

const SAID_MS = 20_000
const OUTCOME: Readonly<Record<Exclude<Outcome['result'], 'done'>, Message>> = {
  guided: 'Click the outlined control',
  unavailable: 'That did not work here',
}

/** For the meeting page: no name but those that the page shows, nothing of the register. */
export function overlayQueue(from: ViewSituation, now = queueNow(from)): OverlayQueue | undefined {
  if (now === undefined) return undefined
  const { queue, walk } = now
  const said = saidOf(from)
  const next = queue.next
  const mute = walk === undefined ? undefined : muteOf(walk, from)
  const view: OverlayQueue = {
    ...(next === undefined
      ? {}
      : {
          next: {
            key: next.one.knock.key,
            name: callName(undefined, undefined, next.one.knock.name),
            can: from.capabilities.admit,
            sure: next.place !== 'unknown',
          },
        }),
    ...(from.admitting === undefined
      ? {}
      : { admitting: callName(undefined, undefined, from.admitting.name) }),
    ...(said === undefined ? {} : { said }),
    ...(walk === undefined
      ? {}
      : {
          walk: {
            id: walk.one.person.id,
            name: callName(undefined, undefined, walk.one.person.name),
            question: missing(walk.steps)[0] ?? 'complete',
            ...(mute === undefined ? {} : { mute: { can: mute.can, first: mute.first } }),
          },
        }),
  }
  return Object.keys(view).length === 0 ? undefined : view
}

/** What became of letting the last one in; nothing where it simply worked. */
function saidOf({ state, now }: ViewSituation): string | undefined {
  const last = state?.door?.at(-1)
  if (last === undefined || last.kind !== 'admit' || now - last.at > SAID_MS) return undefined
  const { result, why } = last.outcome
  if (result === 'done') return undefined
  if (why === 'personGone') return t('They are no longer there')
  if (why === 'notSeenAfterwards' || why === 'timedOut')
    return t('Not seen to come in: please check')
  return tOf(OUTCOME[result])
}
