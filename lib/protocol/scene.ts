import type { Match, Pupil, Register, StaffMember } from '../register/types.ts'
import { CERTAIN } from '../register/types.ts'
import type { KnockState, PersonState, SessionState } from '../session/state.ts'
import type { OwnPicture, SituationWithOwn } from './own.ts'
import { cleanName, sameNameKey } from './text.ts'
import type { Pack, Situation } from './types.ts'

/**
 * What somebody is to the lesson, as far as it is certain.
 * `duplicate`: shows the name of somebody who is here. `lookAlike`: foreign letters made to look like a name of the register.
 * `unsure`: a match is offered but not taken, or several fit. `notJudged`: no match was made (yet), so nothing may be said.
 */
export type Standing =
  | 'staff'
  | 'pupil'
  | 'guardian'
  | 'visitor'
  | 'unsure'
  | 'stranger'
  | 'notAName'
  | 'duplicate'
  | 'lookAlike'
  | 'noteTaker'
  | 'notJudged'

interface Judged {
  readonly match: Match | undefined
  readonly standing: Standing
  /** The child concerned: the pupil, or the pupil whose guardian this is. */
  readonly pupil: Pupil | undefined
  /** Further children behind the same device, where the teacher has said so. */
  readonly also: readonly Pupil[]
  readonly staff: StaffMember | undefined
  /** For sentences: the register's name where it is certain, else the name as shown, cleaned. */
  readonly label: string
}
export interface Seen extends Judged {
  readonly person: PersonState
  /** When the present (or last) stay began. */
  readonly since: number
}
export interface Waiting extends Judged {
  readonly knock: KnockState
}

/** A situation with everybody in it judged once, so that each clause only has to ask. */
export interface Scene {
  readonly state: SessionState
  readonly pack: Pack
  readonly register: Register | undefined
  readonly now: number
  readonly dsl: Situation['dsl']
  /** The teacher's own picture as it was read last; undefined where it was not. */
  readonly own: OwnPicture | undefined
  readonly ended: boolean
  /** Everybody who is in the call now. */
  readonly here: readonly Seen[]
  /** Everybody who was ever in the call. */
  readonly ever: readonly Seen[]
  /** Those whom the checklist is about: who is here, and after the end everybody who was. */
  readonly judged: readonly Seen[]
  readonly waiting: readonly Waiting[]
  /** Register pupils in the call now (themselves or by a guardian's account), by pupil id. */
  readonly pupilsHere: ReadonlyMap<string, readonly Seen[]>
  readonly pupilsEver: ReadonlyMap<string, readonly Seen[]>
  has(clause: string): boolean
}

export function makeScene(situation: SituationWithOwn): Scene {
  const { state, pack, register, now } = situation
  const own = ownNames(state)
  const ever = state.people.map((person) => seenAgain(person, situation, own))
  const here = ever.filter((one) => one.person.present)
  const ended = state.ended !== undefined
  const waiting = state.knocks.map((knock) => ({
    knock,
    ...judge(knock.name, situation.matches.get(knock.key), situation),
  }))
  const clauses = new Set(pack.clauses)
  return {
    state,
    pack,
    register,
    now,
    dsl: situation.dsl,
    own: situation.own,
    ended,
    here,
    ever,
    judged: ended ? ever : here,
    waiting,
    pupilsHere: byPupil(here),
    pupilsEver: byPupil(ever),
    has: (clause) => clauses.has(clause),
  }
}

/**
 * Each as judged last, and by what. After three hours hundreds have come and gone, and a reading changes a few of them: without this it
 * would take the longer the more there ever were. Neither a person's state nor what it is judged by changes in place.
 */
const judged = new WeakMap<PersonState, { readonly by: readonly unknown[]; readonly seen: Seen }>()

function seenAgain(person: PersonState, situation: Situation, own: readonly string[]): Seen {
  const { state, register, matches } = situation
  const { visitors, fixes, startedAt } = state
  const by = [matches.get(person.id), register, visitors, fixes, startedAt, ...own]
  const before = judged.get(person)
  if (before?.by.length === by.length && by.every((one, at) => one === before.by[at]))
    return before.seen
  const now = seen(person, situation, own)
  judged.set(person, { by, seen: now })
  return now
}

function seen(person: PersonState, situation: Situation, own: readonly string[]): Seen {
  const found = judge(person.name, situation.matches.get(person.id), situation, { person, own })
  return { person, since: person.stays.at(-1)?.from ?? situation.state.startedAt, ...found }
}

function judge(
  shown: string,
  given: Match | undefined,
  situation: Situation,
  inCall?: { readonly person: PersonState; readonly own: readonly string[] },
): Judged {
  const { register, state } = situation
  const match = given ?? fallbackMatch(shown, state, register)
  const standing = standingOf(shown, match, state, inCall)
  const certain = match !== undefined && (match.confidence >= CERTAIN || match.kind === 'duplicate')
  const pupil = certain ? register?.pupils.find((one) => one.id === match.personId) : undefined
  const also = certain
    ? (register?.pupils ?? []).filter(
        (one) => one.id !== match.personId && match.together?.includes(one.id) === true,
      )
    : []
  const staff = certain ? register?.staff.find((one) => one.id === match.personId) : undefined
  const known =
    standing === 'pupil' && pupil !== undefined
      ? [pupil, ...also].map(pupilName).join(' and ')
      : standing === 'staff' && staff !== undefined
        ? staffName(staff)
        : undefined
  return { match, standing, pupil, also, staff, label: cleanName(known ?? shown) }
}

function standingOf(
  shown: string,
  match: Match | undefined,
  state: SessionState,
  inCall: { readonly person: PersonState; readonly own: readonly string[] } | undefined,
): Standing {
  const person = inCall?.person
  if (person?.isSelf === true) return 'staff'
  if (Object.hasOwn(state.visitors, shown)) return 'visitor'
  const kind = match?.kind
  if (kind === 'noteTaker') return kind
  // Somebody under the teacher's own name is no further adult and no child; that the name is there twice is told for itself.
  if (inCall?.own.includes(sameNameKey(shown)) === true) return 'staff'
  if (kind === 'duplicate') return match?.reasons.includes('lookAlikeLetters') ? 'lookAlike' : kind
  if (kind === 'self') return 'staff'
  if (kind === 'pupil' || kind === 'guardian' || kind === 'staff') {
    return match !== undefined && match.confidence >= CERTAIN ? kind : 'unsure'
  }
  // The meeting itself made them host or co-host: staff, also when the register does not list them (EG-5).
  if (person !== undefined && (person.role === 'host' || person.role === 'cohost')) return 'staff'
  if (kind === undefined) return 'notJudged'
  return kind === 'ambiguous' ? 'unsure' : kind === 'notAName' ? 'notAName' : 'stranger'
}

/** The teacher's own names in the call. */
function ownNames({ people }: SessionState): readonly string[] {
  return people
    .filter((one) => one.isSelf)
    .map(({ name }) => sameNameKey(name))
    .filter((key) => key !== '')
}

/** The name may be shown by somebody whom it does not belong to, or belongs to nobody here. */
export function isStranger(standing: Standing): boolean {
  return standing === 'stranger' || standing === 'notAName' || standing === 'lookAlike'
}

/**
 * Somebody who has left may have no match any more. The teacher's own correction and the register's exact name are enough to
 * know a dropped pupil by; everything else stays not judged.
 */
function fallbackMatch(
  shown: string,
  state: SessionState,
  register: Register | undefined,
): Match | undefined {
  if (register === undefined) return undefined
  const fixed = Object.hasOwn(state.fixes, shown) ? state.fixes[shown] : undefined
  const key = sameNameKey(shown)
  const pupils = register.pupils.filter(
    (one) =>
      one.id === fixed ||
      (fixed === undefined &&
        key !== '' &&
        [pupilName(one), `${one.firstName} ${one.lastName}`].some(
          (name) => sameNameKey(name) === key,
        )),
  )
  const pupil = pupils.length === 1 ? pupils[0] : undefined
  if (pupil === undefined) return undefined
  const reason = fixed === undefined ? 'exact' : 'teacherChoice'
  return {
    key: '',
    shown,
    kind: 'pupil',
    personId: pupil.id,
    confidence: 1,
    reasons: [reason],
    alternatives: [],
  }
}

function byPupil(people: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> {
  const found = new Map<string, Seen[]>()
  for (const one of people) {
    if (one.pupil === undefined) continue
    for (const pupil of [one.pupil, ...one.also]) {
      const devices = found.get(pupil.id)
      if (devices === undefined) found.set(pupil.id, [one])
      else devices.push(one)
    }
  }
  return found
}

/** The name a pupil goes by, with the surname. */
export function pupilName(pupil: Pupil): string {
  return `${pupil.preferredName || pupil.firstName} ${pupil.lastName}`.trim()
}

export function staffName(staff: StaffMember): string {
  return [staff.title, staff.firstName, staff.lastName].filter((part) => part !== '').join(' ')
}

/** In the call for a child: pupils, guardians, and those of whom it isn't known that they are staff or visitors. */
export function isChildSide(one: Seen): boolean {
  return one.standing !== 'staff' && one.standing !== 'visitor' && one.standing !== 'noteTaker'
}

/** Every child behind a device; none where it is not certain whose it is. */
export function childrenBehind({ pupil, also }: Pick<Judged, 'pupil' | 'also'>): readonly Pupil[] {
  return pupil === undefined ? [] : [pupil, ...also]
}

/** Different members of staff among some people: one person on two devices counts once. */
export function staffAmong(people: readonly Seen[]): readonly Seen[] {
  return staffDevices(people).flatMap((devices) => devices.slice(0, 1))
}

/** The devices of each member of staff. */
export function staffDevices(people: readonly Seen[]): readonly (readonly Seen[])[] {
  const staff = people.filter((one) => one.standing === 'staff')
  const self = staff.find((one) => one.person.isSelf)
  const own = self === undefined ? undefined : sameNameKey(self.person.name)
  const found = new Map<string, Seen[]>()
  for (const one of staff) {
    const name = sameNameKey(one.person.name)
    // The teacher's own second device shows her own name: by name it is one person, whatever it was matched by.
    const isOwn = name === own || (one.staff !== undefined && one.staff.id === self?.staff?.id)
    const key = isOwn ? 'self' : `of:${one.staff?.id ?? `name:${name}`}`
    const devices = found.get(key)
    if (devices === undefined) found.set(key, [one])
    // Herself first: it is by that device that she is called.
    else if (one === self) devices.unshift(one)
    else devices.push(one)
  }
  return [...found.values()]
}

/** Register pupils who are not seen in the call now, in register order. Says nothing about absence: see health. */
export function missingPupils(scene: Scene): readonly Pupil[] {
  return (scene.register?.pupils ?? []).filter((pupil) => !scene.pupilsHere.has(pupil.id))
}
