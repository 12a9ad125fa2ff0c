import { makeScene } from '../protocol/scene.ts'
import type { Scene } from '../protocol/scene.ts'
import { sameNameKey } from '../protocol/text.ts'
import { missing, walksOf } from '../protocol/walk.ts'
import type { Walk } from '../protocol/walk.ts'
import type { Pack } from '../protocol/types.ts'
import type { Match, Register } from '../register/types.ts'
import type { KnockState, SessionState } from '../session/state.ts'
import type { LessonRecord, RecordEntry, RecordHold } from './types.ts'

export interface EntrySource {
  readonly state: SessionState
  readonly register: Register | undefined
  readonly pack: Pack | undefined
  readonly matches: ReadonlyMap<string, Match>
  readonly now: number
  /** Id of a device or knock → the name that the record uses. */
  readonly nameOf: (id: string) => string
}

/** Coming in one by one, and who was held: what was seen, when, and by whom (EG-25, EG-26, EG-27, CW-5, CW-6). */
export function recordEntries(source: EntrySource): Pick<LessonRecord, 'entries' | 'holds'> {
  const { state, register, pack, matches, now } = source
  if (pack === undefined) return {}
  const scene = makeScene({
    state,
    pack,
    matches,
    now,
    ...(register === undefined ? {} : { register }),
  })
  const walks = walksOf(scene)
  return {
    entries: walks.map((walk, index) => entryOf(walk, index === walks.length - 1, scene, source)),
    holds: holdsOf(scene, source),
  }
}

function entryOf(walk: Walk, isLast: boolean, scene: Scene, source: EntrySource): RecordEntry {
  const { entry, steps } = walk
  const at = (step: string): number | undefined => steps.find((one) => one.step === step)?.at
  const camera = at('camera')
  const adult = at('adult')
  const teacher = scene.ever.find((one) => one.person.isSelf)?.person.name
  const byTool = scene.state.door?.some(
    (one) => one.kind === 'admit' && one.key === entry.key && one.at >= entry.knockedAt,
  )
  return {
    name: source.nameOf(entry.id),
    shown: entry.name,
    knockedAt: entry.knockedAt,
    admittedAt: entry.at,
    by: byTool === true ? 'tool' : 'meeting',
    late: entry.late,
    ...(camera === undefined ? {} : { cameraAt: camera }),
    ...(adult === undefined ? {} : { adultSeenAt: adult }),
    ...(adult === undefined || teacher === undefined ? {} : { adultSeenBy: teacher }),
    ...(entry.mutedAt === undefined ? {} : { mutedAt: entry.mutedAt }),
    end: endOf(walk, isLast),
    missing: missing(steps),
  }
}

/** After the lesson everybody has left; what counts is how the entry itself ended. */
function endOf({ is, entry }: Walk, isLast: boolean): RecordEntry['end'] {
  if (is === 'held' || is === 'complete') return is
  return entry.wentOn !== undefined || !isLast ? 'passed' : 'left'
}

function holdsOf(scene: Scene, { state, nameOf }: EntrySource): readonly RecordHold[] {
  const outside = [...state.pastKnocks, ...state.knocks].flatMap((knock): readonly RecordHold[] => {
    const { leftWaitingAt: at, heldWhy: why } = knock
    if (at === undefined || why === undefined) return []
    return [
      { at, name: nameOf(knock.key), where: 'waitingRoom', why, ...back(cameIn(knock, state)) },
    ]
  })
  const inside = (state.holds ?? []).map((hold): RecordHold => ({
    at: hold.at,
    name: nameOf(hold.id),
    where: 'call',
    why: hold.why,
    ...(hold.result === undefined ? {} : { result: hold.result }),
    ...back(cameBack(hold.id, hold.name, hold.at, scene)),
  }))
  return [...outside, ...inside].toSorted((a, b) => a.at - b.at)
}

function back(at: number | undefined): { backAt?: number } {
  return at === undefined ? {} : { backAt: at }
}

function cameIn(knock: KnockState, state: SessionState): number | undefined {
  return state.entries?.find((one) => one.key === knock.key && one.knockedAt === knock.at)?.at
}

/** The first stay after the hold: of the same child, or under the same name where nobody is known. */
function cameBack(id: string, name: string, at: number, scene: Scene): number | undefined {
  const pupil = scene.ever.find((one) => one.person.id === id)?.pupil
  const key = sameNameKey(name)
  return scene.ever
    .filter((one) =>
      pupil === undefined
        ? one.person.id === id || (key !== '' && sameNameKey(one.person.name) === key)
        : one.pupil?.id === pupil.id,
    )
    .flatMap((one) => one.person.stays.map((stay) => stay.from))
    .filter((from) => from > at)
    .toSorted((a, b) => a - b)[0]
}
