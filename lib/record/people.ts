import { looksThatStand } from '../protocol/adults.ts'
import type { Sign } from '../protocol/arrival.ts'
import { arrivalsIn, firstSign, signsOfArrival } from '../protocol/arrival.ts'
import { pupilName, staffName } from '../protocol/scene.ts'
import type { Pack } from '../protocol/types.ts'
import type { Match, Register } from '../register/types.ts'
import type { SessionEvent } from '../session/events.ts'
import { lastChoice } from '../session/choices.ts'
import { keyOf } from '../session/prompts.ts'
import { occurrences } from '../session/stays.ts'
import type { AdultLook, PersonState, SessionState } from '../session/state.ts'
import type { DeviceRow, RowSource } from './rows.ts'
import { deviceRows, isSure, pupilsBehind } from './rows.ts'
import type { Stretch } from '../session/stretches.ts'
import {
  between,
  difference,
  intersection,
  total,
  union,
  wholeMinutes,
} from '../session/stretches.ts'
import type { Through } from './through.ts'
import type { RecordPerson } from './types.ts'

export interface PeopleSource extends RowSource {
  readonly pack: Pack | undefined
  readonly events: readonly SessionEvent[] | undefined
  /** What only the journal tells of cameras; undefined where it is not at hand. */
  readonly through: Through | undefined
  /** When nobody watched. */
  readonly unwatched: readonly Stretch[]
}

const DEFAULT_WINDOW: Pick<Pack, 'earlyWindowMinutes'> = { earlyWindowMinutes: { from: 5, to: 2 } }

/** One row per person: staff first, then pupils in register order, then everybody else in order of arrival. */
export function recordPeople(source: PeopleSource): readonly RecordPerson[] {
  const { state, events = [] } = source
  // What every row looks through is put together once: in an assembly there are hundreds of rows and thousands of events.
  const asked: Asked = {
    prompts: state.prompts.filter((prompt) => prompt.kind === 'room'),
    verdicts: events.flatMap((event) => (event.type === 'room' ? [event] : [])),
    arrivalOf: arrivalsIn(state, source.pack ?? DEFAULT_WINDOW),
    signs: signsOfArrival(state),
  }
  return deviceRows(source)
    .map((row) => recordPerson(row, source, asked))
    .toSorted(inOrder(source.register))
}

interface Asked {
  readonly arrivalOf: ReturnType<typeof arrivalsIn>
  readonly prompts: SessionState['prompts']
  readonly verdicts: readonly Extract<SessionEvent, { type: 'room' }>[]
  readonly signs: readonly Sign[]
}

function recordPerson(row: DeviceRow, source: PeopleSource, asked: Asked): RecordPerson {
  const { state, session, register, unwatched } = source
  const { devices } = row
  const matches = devices.flatMap((one) => source.matches.get(one.id) ?? [])
  const best =
    matches.find((one) => one.kind === 'pupil' && isSure(one)) ?? matches.find(isSure) ?? matches[0]
  const owned = row.is === 'pupil' || row.is === 'staff'
  const personId = row.personId ?? (owned ? best?.personId : undefined)
  const kind = kindOf(row, best)
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
  const presented = union(
    devices.flatMap((one) => occurrences(one.presented ?? [])),
    session,
  )
  const shown = namesShown(devices)
  const first = stays[0]?.from
  const last = stays.at(-1)?.to
  const ids = devices.map((one) => one.id)
  const arrived = first === undefined ? undefined : firstSign(ids, shown, first, asked.signs)
  const adultSeen = looksThatStand(devices, state)
  const adultLooks = devices.flatMap((one) => one.adultLooks ?? []).toSorted((a, b) => a.at - b.at)
  const visitor = visitorOf(shown, state)
  const shared = [...new Set(matches.flatMap(pupilsBehind))].filter((id) => id !== personId)
  const perhaps =
    owned || best?.personId === undefined ? undefined : nameOf(best.personId, register)
  const reasons = owned ? matches.flatMap((one) => one.reasons) : (best?.reasons ?? [])
  const isChild = kind === 'pupil' || kind === 'guardian'
  const arrival = arrived === undefined || !isChild ? 'unknown' : asked.arrivalOf(shown, arrived)
  const lateBy =
    arrival === 'late' && arrived !== undefined && state.plannedStartAt !== undefined
      ? wholeMinutes(arrived - state.plannedStartAt)
      : undefined
  return {
    name: nameOf(personId, register) ?? devices.at(-1)?.name ?? '',
    shown,
    kind,
    reasons: [...new Set(reasons)],
    ...(first === undefined ? {} : { firstSeenAt: first }),
    ...(last === undefined ? {} : { lastSeenAt: last }),
    minutesPresent: wholeMinutes(total(difference(stays, unwatched))),
    minutesCameraOn: wholeMinutes(total(difference(cameraOn, unwatched))),
    ...cameraOffOf(devices, stays, cameraOn, source),
    ...(unwatched.length === 0
      ? {}
      : { minutesUnwatched: wholeMinutes(total(intersection(stays, unwatched))) }),
    stays,
    cameraOn,
    ...(presented.length === 0 ? {} : { presented }),
    gaps: between(stays),
    arrival,
    ...(lateBy === undefined ? {} : { lateMinutes: lateBy }),
    ...(best === undefined ? {} : { confidence: best.confidence }),
    ...adultOf(adultSeen, adultLooks),
    rooms: rooms(new Set(ids), asked),
    renames: devices.flatMap((one) => one.renames).toSorted((a, b) => a.at - b.at),
    ...(personId === undefined ? {} : { personId }),
    ...(arrived === undefined ? {} : { arrivedAt: arrived }),
    ...(perhaps === undefined ? {} : { perhaps }),
    ...(visitor === undefined ? {} : { visitor }),
    ...(shared.length === 0
      ? {}
      : { sharedWith: shared.flatMap((id) => nameOf(id, register) ?? []) }),
  }
}

/**
 * Seen to be off, on no device on; and how much of it because staff asked. A camera that could not be told is in neither, so on and off
 * need not add up to the minutes present.
 */
function cameraOffOf(
  devices: readonly PersonState[],
  stays: readonly Stretch[],
  cameraOn: readonly Stretch[],
  { through, session, unwatched }: PeopleSource,
): Pick<
  RecordPerson,
  'cameraOff' | 'cameraOffByStaff' | 'minutesCameraOff' | 'minutesCameraOffByStaff'
> {
  if (through === undefined) return {}
  const kept = (which: 'off' | 'byStaff'): readonly Stretch[] => {
    const seen = union(
      devices.flatMap((one) => through.cameras.get(one.id)?.[which] ?? []),
      session,
    )
    return difference(intersection(seen, stays), cameraOn)
  }
  const off = kept('off')
  const byStaff = kept('byStaff')
  return {
    cameraOff: off,
    cameraOffByStaff: byStaff,
    minutesCameraOff: wholeMinutes(total(difference(off, unwatched))),
    minutesCameraOffByStaff: wholeMinutes(total(difference(byStaff, unwatched))),
  }
}

/** First and last sight of the adult that stand, and all that was said of it on the way (CW-5, EG-28). */
function adultOf(
  seen: readonly number[],
  looks: readonly AdultLook[],
): Pick<RecordPerson, 'adultSeenAt' | 'adultLastSeenAt' | 'adultLooks'> {
  const [first] = seen
  const last = seen.at(-1)
  return {
    ...(first === undefined ? {} : { adultSeenAt: first }),
    ...(last === undefined || seen.length < 2 ? {} : { adultLastSeenAt: last }),
    ...(looks.length === 0 ? {} : { adultLooks: looks }),
  }
}

function kindOf(row: DeviceRow, match: Match | undefined): RecordPerson['kind'] {
  if (row.devices.some((one) => one.isSelf)) return 'self'
  switch (row.is) {
    case 'self':
    case 'staff':
      return row.is
    case 'pupil':
      return match?.kind === 'guardian' ? 'guardian' : 'pupil'
    case 'copy':
      return 'duplicate'
    case 'other':
      // A match that is only offered stands for nobody yet.
      return match?.kind === 'pupil' || match?.kind === 'guardian' || match?.kind === 'staff'
        ? 'ambiguous'
        : (match?.kind ?? 'unknown')
  }
}

function namesShown(devices: readonly PersonState[]): readonly string[] {
  const names = devices.flatMap((one) => [...one.renames.map((change) => change.from), one.name])
  return [...new Set(names)].filter((name) => name !== '')
}

/** The last word of the teacher on one of the names that were shown, where it is that a visitor is expected. */
function visitorOf(shown: readonly string[], state: SessionState): RecordPerson['visitor'] {
  for (const name of shown) {
    const choice = lastChoice(state, name)
    if (choice?.what === 'visitor') return { at: choice.at, note: choice.note }
  }
  return undefined
}

function nameOf(personId: string | undefined, register: Register | undefined): string | undefined {
  return personId === undefined ? undefined : nameOfPerson(register, personId)
}

/** The name that a record uses for somebody of the register. */
export function nameOfPerson(register: Register | undefined, personId: string): string | undefined {
  const pupil = register?.pupils.find((one) => one.id === personId)
  if (pupil !== undefined) return pupilName(pupil)
  const staff = register?.staff.find((one) => one.id === personId)
  return staff === undefined ? undefined : staffName(staff)
}

/** What was asked about their room and what was answered; with the journal also when it was seen to be fine afterwards. */
function rooms(ids: ReadonlySet<string>, { prompts, verdicts }: Asked): RecordPerson['rooms'] {
  const asked = prompts
    .filter((prompt) => prompt.about.some((id) => ids.has(id)))
    .map((prompt) => ({
      at: prompt.at,
      verdict: keyOf(prompt.promptId).startsWith('bathroom:') ? 'bathroom' : 'bedroom',
      answer: prompt.answer?.answer ?? '',
    }))
  let open = false
  const cleared: { at: number; verdict: string; answer: string }[] = []
  for (const event of verdicts) {
    if (!ids.has(event.id) || event.calledFine === true) continue
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
    KIND_ORDER.indexOf(one.kind === 'guardian' ? 'pupil' : one.kind)
  const seat = (one: RecordPerson): number =>
    one.personId === undefined ? 0 : (place.get(one.personId) ?? 0)
  return (a, b) =>
    rank(a) - rank(b) || seat(a) - seat(b) || (a.firstSeenAt ?? 0) - (b.firstSeenAt ?? 0)
}
