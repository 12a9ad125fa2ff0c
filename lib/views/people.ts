import { lastSeenAt } from '../protocol/adults.ts'
import { makeScene } from '../protocol/scene.ts'
import { explain } from '../register/index.ts'
import type { Match, Pupil, Register } from '../register/index.ts'
import type { PersonState, SessionState } from '../session/state.ts'
import { t } from '../words/say.ts'
import { judgeKnock } from './judgement.ts'
import { nameChips, saidOf, visitorChip } from './nameChips.ts'
import { callName, isCertain, namesBehind, personName, pupilName, staffName } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { PersonRow, PersonTone } from './types.ts'

type Chip = PersonRow['chips'][number]

/** The register view: everybody in the call, then everybody expected who is not. */
export function personRows(from: ViewSituation): readonly PersonRow[] {
  const { state, register } = from
  const here = (state?.people ?? []).filter((person) => person.present)
  const adult = adultsSeen(from)
  const rows = here.map((person) => presentRow(person, from, adult))
  const covered = new Set(here.flatMap((person) => coveredBy(from.matches.get(person.id))))
  const knocking = new Set(
    (state?.knocks ?? []).flatMap((knock) => coveredBy(from.matches.get(knock.key))),
  )
  const wasHere = new Set(
    (state?.people ?? [])
      .filter((person) => !person.present)
      .flatMap((person) => coveredBy(from.matches.get(person.id))),
  )
  for (const knock of state?.knocks ?? []) {
    if (coveredBy(from.matches.get(knock.key)).length === 0) rows.push(waitingRow(knock, from))
  }
  for (const pupil of register?.pupils ?? []) {
    if (!covered.has(pupil.id)) rows.push(expectedRow(pupil, from, { knocking, wasHere }))
  }
  for (const staff of register?.staff ?? []) {
    if (covered.has(staff.id)) continue
    rows.push({
      ...emptyRow(`staff:${staff.id}`, staffName(staff)),
      kind: 'expected',
      chips: [{ text: t('Staff'), tone: 'quiet' }],
    })
  }
  return rows
}

/** The devices of those with whom an adult was seen, also where that was before they dropped out and came back on another. */
function adultsSeen({ state, pack, register, matches, now }: ViewSituation): ReadonlySet<string> {
  if (state === undefined) return new Set()
  const scene = makeScene({
    state,
    pack,
    matches,
    now,
    ...(register === undefined ? {} : { register }),
  })
  const seen = scene.here.filter((one) => lastSeenAt(one, scene) !== undefined)
  return new Set(seen.map(({ person }) => person.id))
}

/** Register people who count as here because of a match: the pupil, also when a guardian's name is shown. */
export function coveredBy(match: Match | undefined): readonly string[] {
  return isCertain(match) ? (match.together ?? [match.personId]) : []
}

function emptyRow(key: string, name: string): PersonRow {
  return {
    key,
    name,
    kind: 'expected',
    where: 'notHere',
    absenceCertain: false,
    camera: 'unknown',
    tone: 'quiet',
    chips: [],
    adultSeen: false,
    candidates: [],
  }
}

function expectedRow(
  pupil: Pupil,
  from: ViewSituation,
  seen: { knocking: ReadonlySet<string>; wasHere: ReadonlySet<string> },
): PersonRow {
  const certain = from.state?.health.people.level === 'complete'
  const where = seen.knocking.has(pupil.id)
    ? 'waiting'
    : seen.wasHere.has(pupil.id)
      ? 'dropped'
      : 'notHere'
  const chips: Chip[] = []
  if (where === 'waiting') chips.push({ text: t('In the waiting room'), tone: 'check' })
  else if (where === 'dropped') chips.push({ text: t('Was here, has gone'), tone: 'check' })
  else if (from.state !== undefined)
    chips.push({ text: certain ? t('Not here') : t('Not seen'), tone: 'quiet' })
  if (pupil.consentVideo === 'no') chips.push({ text: t('No consent to video'), tone: 'alarm' })
  const knock =
    where === 'waiting'
      ? from.state?.knocks.find((one) => coveredBy(from.matches.get(one.key)).includes(pupil.id))
      : undefined
  return {
    ...emptyRow(`pupil:${pupil.id}`, pupilName(pupil)),
    where,
    absenceCertain: certain,
    chips,
    tone: where === 'notHere' ? 'quiet' : where === 'waiting' ? worst(chips) : 'check',
    ...(knock === undefined
      ? {}
      : {
          knockKey: knock.key,
          ...told(knock.key, knock.name, from.matches.get(knock.key), from),
          ...(knock.name === pupilName(pupil) ? {} : { shownAs: knock.name }),
        }),
  }
}

function presentRow(
  person: PersonState,
  from: ViewSituation,
  adult: ReadonlySet<string>,
): PersonRow {
  const match = from.matches.get(person.id)
  const name = callName(from.register, match, person.name)
  const chips = [
    ...nameChips(person, match, from),
    ...cameraChips(person),
    ...roomChips(person, from),
  ]
  if (person.presenting) chips.push({ text: t('Presenting'), tone: 'quiet' })
  const row: PersonRow = {
    key: person.id,
    participantId: person.id,
    name,
    kind: match?.kind ?? 'unknown',
    where: 'inCall',
    absenceCertain: false,
    camera: cameraOf(person),
    tone: worst(chips),
    chips,
    adultSeen: adult.has(person.id),
    ...(person.presenting ? { presenting: true } : {}),
    candidates: candidatesOf(match, from.register),
    ...told(person.id, person.name, match, from),
    ...(person.renames.length === 0 ? {} : { changes: person.renames }),
    ...(name === person.name ? {} : { shownAs: person.name }),
    ...(person.room === undefined ? {} : { room: person.room.verdict }),
    ...(match === undefined ? {} : { match }),
  }
  return row
}

function cameraOf(person: PersonState): PersonRow['camera'] {
  if (person.camera.state === 'off' && person.cameraOffByStaffAt !== undefined) return 'offByStaff'
  return person.camera.state
}

function cameraChips(person: PersonState): Chip[] {
  if (person.isSelf) return []
  switch (cameraOf(person)) {
    case 'on':
      return []
    case 'offByStaff':
      return [{ text: t('Camera off, as staff asked'), tone: 'quiet' }]
    case 'off':
      return [{ text: t('Camera off'), tone: 'check' }]
    case 'unknown':
      return [
        {
          text: person.camera.why === 'noTile' ? t('Camera can’t be seen') : t('Camera not known'),
          tone: 'quiet',
        },
      ]
  }
}

function roomChips(person: PersonState, from: ViewSituation): Chip[] {
  if (person.room === undefined || from.state?.roomCheck.state === 'off') return []
  const said = person.room.calledFine === true
  switch (person.room.verdict) {
    case 'bedroom':
      return said
        ? [{ text: t('Room: you said it is fine'), tone: 'quiet' }]
        : [{ text: t('May be in a bedroom'), tone: 'alarm' }]
    case 'bathroom':
      return said
        ? [{ text: t('Room: you said it is fine'), tone: 'quiet' }]
        : [{ text: t('May be in a bathroom'), tone: 'alarm' }]
    case 'covered':
      return [{ text: t('Camera covered or dark'), tone: 'check' }]
    default:
      return []
  }
}

/** Whom a name may mean, best first; all of them together where one device may stand for several children. */
export function candidatesOf(
  match: Match | undefined,
  register: Register | undefined,
): PersonRow['candidates'] {
  if (match === undefined || isCertain(match)) return []
  const [first, ...also] = match.together ?? []
  const together =
    first === undefined || also.length === 0
      ? []
      : [{ personId: first, also, name: namesBehind(register, match) }]
  const ids = [
    ...new Set([
      ...(match.personId === undefined ? [] : [match.personId]),
      ...match.alternatives.map((one) => one.personId),
    ]),
  ]
  const single = ids.flatMap((personId) => {
    const name = personName(register, personId)
    return name === undefined ? [] : [{ personId, name }]
  })
  return [...together, ...single]
}

/** What is said about a name beside the row: why, what to do, and what the teacher said herself. */
export function told(
  id: string,
  shown: string,
  match: Match | undefined,
  from: ViewSituation,
): Pick<PersonRow, 'explained' | 'said'> {
  const said = saidOf(from.state, from.register, shown, id)
  return {
    ...(match === undefined || from.register === undefined
      ? {}
      : { explained: explain(match, from.register) }),
    ...(said === undefined ? {} : { said }),
  }
}

/** Somebody outside who is not surely anybody of the register. */
function waitingRow(knock: SessionState['knocks'][number], from: ViewSituation): PersonRow {
  const match = from.matches.get(knock.key)
  const visitor = visitorChip(from.state, knock.name)
  const chips: Chip[] = [
    visitor ?? judgeKnock(match, from.register),
    ...(visitor === undefined ? [{ text: t('In the waiting room'), tone: 'check' as const }] : []),
  ]
  return {
    ...emptyRow(`knock:${knock.key}`, callName(from.register, undefined, knock.name)),
    kind: match?.kind ?? 'unknown',
    where: 'waiting',
    knockKey: knock.key,
    chips,
    tone: worst(chips),
    candidates: candidatesOf(match, from.register),
    ...told(knock.key, knock.name, match, from),
    ...(match === undefined ? {} : { match }),
  }
}

const ORDER: readonly PersonTone[] = ['quiet', 'ok', 'check', 'alarm']

/** The most serious tone of some chips; "ok" beats "quiet" so that a known child with nothing wrong is calmly green. */
export function worst(chips: readonly { readonly tone: PersonTone }[]): PersonTone {
  return chips.reduce<PersonTone>(
    (tone, chip) => (ORDER.indexOf(chip.tone) > ORDER.indexOf(tone) ? chip.tone : tone),
    'quiet',
  )
}
