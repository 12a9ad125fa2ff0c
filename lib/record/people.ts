import { arrivalOf, pupilName, staffName } from '../protocol/scene.ts'
import { sameNameKey } from '../protocol/text.ts'
import type { Pack } from '../protocol/types.ts'
import type { Match, Pupil, Register, StaffMember } from '../register/types.ts'
import { CERTAIN } from '../register/types.ts'
import type { SessionEvent } from '../session/events.ts'
import { keyOf } from '../session/prompts.ts'
import type { PersonState, SessionState } from '../session/state.ts'
import type { Stretch } from './stretches.ts'
import { intersection, total, union, wholeMinutes } from './stretches.ts'
import type { RecordPerson } from './types.ts'

export interface PeopleSource {
  readonly state: SessionState
  readonly register: Register | undefined
  readonly pack: Pack | undefined
  readonly matches: ReadonlyMap<string, Match>
  readonly session: Stretch
  readonly events: readonly SessionEvent[] | undefined
}

const DEFAULT_WINDOW: Pick<Pack, 'earlyWindowMinutes'> = { earlyWindowMinutes: { from: 5, to: 2 } }

/** One row per person: all devices of one certain match together. Staff first, then pupils in register order, then the rest. */
export function recordPeople(source: PeopleSource): readonly RecordPerson[] {
  const groups = new Map<string, PersonState[]>()
  for (const person of source.state.people) {
    const key = rowKey(person, source, groups)
    const devices = groups.get(key)
    if (devices === undefined) groups.set(key, [person])
    else devices.push(person)
  }
  return [...groups.values()]
    .map((devices) => row(devices, source))
    .toSorted(inOrder(source.register))
}

export function isSure(match: Match | undefined): match is Match & { personId: string } {
  if (match?.personId === undefined || match.confidence < CERTAIN) return false
  return (
    match.kind === 'pupil' ||
    match.kind === 'guardian' ||
    match.kind === 'staff' ||
    match.kind === 'self'
  )
}

/**
 * A pupil on the family's second device or on a guardian's account is one row, the pupil's. People who are not known are put
 * together only when they show one name and were never there at the same time, i.e. came back on a new device id.
 */
function rowKey(
  person: PersonState,
  source: PeopleSource,
  groups: ReadonlyMap<string, readonly PersonState[]>,
): string {
  const match = source.matches.get(person.id)
  if (isSure(match))
    return `${match.kind === 'pupil' || match.kind === 'guardian' ? 'pupil' : 'staff'}:${match.personId}`
  if (person.isSelf) return 'self'
  const name = sameNameKey(person.name)
  if (name === '' || match?.kind === 'duplicate') return `device:${person.id}`
  const own = union(person.stays, source.session)
  for (let n = 1; ; n += 1) {
    const key = `name:${match?.kind ?? 'unknown'}:${name}:${n}`
    const others = groups.get(key) ?? []
    if (others.every((other) => intersection(union(other.stays, source.session), own).length === 0))
      return key
  }
}

function row(devices: readonly PersonState[], source: PeopleSource): RecordPerson {
  const { state, session, register, events } = source
  const matches = devices.flatMap((one) => source.matches.get(one.id) ?? [])
  const best =
    matches.find((one) => one.kind === 'pupil' && isSure(one)) ?? matches.find(isSure) ?? matches[0]
  const sure = isSure(best)
  const kind = kindOf(devices, best, sure)
  const stays = union(
    devices.flatMap((one) => one.stays),
    session,
  )
  const cameraOn = intersection(
    union(
      devices.flatMap((one) => one.cameraOn),
      session,
    ),
    stays,
  )
  const ids = new Set(devices.map((one) => one.id))
  const shown = [
    ...new Set(devices.flatMap((one) => [...one.renames.map((change) => change.from), one.name])),
  ].filter((name) => name !== '')
  const first = stays[0]?.from
  const last = stays.at(-1)?.to
  const arrived = first === undefined ? undefined : firstSign(shown, first, state)
  const adultSeenAt = devices.flatMap((one) => one.adultSeenAt ?? []).toSorted((a, b) => a - b)[0]
  const perhaps = sure || best?.personId === undefined ? undefined : nameOf(best.personId, register)
  const isChild = kind === 'pupil' || kind === 'guardian'
  return {
    name: (sure ? nameOf(best.personId, register) : undefined) ?? devices.at(-1)?.name ?? '',
    shown,
    kind,
    reasons: [
      ...new Set(
        sure
          ? matches.filter((one) => one.personId === best.personId).flatMap((one) => one.reasons)
          : (best?.reasons ?? []),
      ),
    ],
    ...(first === undefined ? {} : { firstSeenAt: first }),
    ...(last === undefined ? {} : { lastSeenAt: last }),
    minutesPresent: wholeMinutes(total(stays)),
    minutesCameraOn: wholeMinutes(total(cameraOn)),
    stays,
    cameraOn,
    arrival:
      arrived === undefined || !isChild
        ? 'unknown'
        : arrivalOf(arrived, state.plannedStartAt, source.pack ?? DEFAULT_WINDOW),
    ...(adultSeenAt === undefined ? {} : { adultSeenAt }),
    rooms: rooms(ids, state, events),
    renames: devices.flatMap((one) => one.renames).toSorted((a, b) => a.at - b.at),
    ...(sure ? { personId: best.personId } : {}),
    ...(arrived === undefined ? {} : { arrivedAt: arrived }),
    ...(perhaps === undefined ? {} : { perhaps }),
  }
}

function kindOf(
  devices: readonly PersonState[],
  match: Match | undefined,
  sure: boolean,
): RecordPerson['kind'] {
  if (devices.some((one) => one.isSelf)) return 'self'
  if (match === undefined) return 'unknown'
  // A match that is only offered stands for nobody yet.
  return sure || !(match.kind === 'pupil' || match.kind === 'guardian' || match.kind === 'staff')
    ? match.kind
    : 'ambiguous'
}

function nameOf(personId: string, register: Register | undefined): string | undefined {
  const pupil: Pupil | undefined = register?.pupils.find((one) => one.id === personId)
  if (pupil !== undefined) return pupilName(pupil)
  const staff: StaffMember | undefined = register?.staff.find((one) => one.id === personId)
  return staff === undefined ? undefined : staffName(staff)
}

function firstSign(shown: readonly string[], first: number, state: SessionState): number {
  const names = new Set(shown.map(sameNameKey))
  return state.pastKnocks
    .filter((knock) => knock.at <= first && names.has(sameNameKey(knock.name)))
    .reduce((earliest, knock) => Math.min(earliest, knock.at), first)
}

/** What was asked about their room and what was answered; with the journal also when it was seen to be fine afterwards. */
function rooms(
  ids: ReadonlySet<string>,
  state: SessionState,
  events: readonly SessionEvent[] | undefined,
): RecordPerson['rooms'] {
  const asked = state.prompts
    .filter((prompt) => prompt.kind === 'room' && prompt.about.some((id) => ids.has(id)))
    .map((prompt) => ({
      at: prompt.at,
      verdict: keyOf(prompt.promptId).startsWith('bathroom:') ? 'bathroom' : 'bedroom',
      answer: prompt.answer?.answer ?? '',
    }))
  let open = false
  const cleared: { at: number; verdict: string; answer: string }[] = []
  for (const event of events ?? []) {
    if (event.type !== 'room' || !ids.has(event.id)) continue
    if (event.verdict === 'bedroom' || event.verdict === 'bathroom') open = true
    else if (event.verdict === 'fine' && open) {
      open = false
      cleared.push({ at: event.at, verdict: 'fine', answer: '' })
    }
  }
  return [...asked, ...cleared].toSorted((a, b) => a.at - b.at)
}

const KIND_ORDER: readonly RecordPerson['kind'][] = [
  'self',
  'staff',
  'pupil',
  'guardian',
  'ambiguous',
  'duplicate',
  'notAName',
  'unknown',
  'noteTaker',
  'expectedAbsent',
]

function inOrder(register: Register | undefined): (a: RecordPerson, b: RecordPerson) => number {
  const place = new Map((register?.pupils ?? []).map((pupil, index) => [pupil.id, index]))
  const rank = (one: RecordPerson): number =>
    one.kind === 'guardian' ? KIND_ORDER.indexOf('pupil') : KIND_ORDER.indexOf(one.kind)
  const seat = (one: RecordPerson): number =>
    one.personId === undefined ? 0 : (place.get(one.personId) ?? 0)
  return (a, b) =>
    rank(a) - rank(b) || seat(a) - seat(b) || (a.firstSeenAt ?? 0) - (b.firstSeenAt ?? 0)
}
