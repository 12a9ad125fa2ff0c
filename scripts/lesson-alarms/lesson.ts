import { SCENE_CHANGED, sceneDistance } from '../../lib/vision/scene.ts'
import {
  glanceDone,
  lookBegun,
  lookDone,
  nextSample,
  seeTiles,
  startSampling,
  worked,
} from '../../lib/vision/tiles.ts'
import type { SeenTile } from '../../lib/vision/tiles.ts'
import type { RoomClass, RoomReading } from '../../lib/vision/types.ts'
import { isSilenced, silence, updateVerdict } from '../../lib/vision/verdict.ts'
import type { VerdictPolicy, VerdictState } from '../../lib/vision/verdict.ts'
import { worthAnotherLook } from '../../lib/vision/worth.ts'
import type { Sequence, Sequences } from './sequences.ts'

/**
 * One simulated lesson: thirty tiles, the sampler's own rhythm (lib/vision/tiles.ts), the verdict's own arithmetic, and a teacher
 * who answers prompts.
 *
 *   camera on ─▶ looks ─▶ verdict private ─▶ prompt ── wrong: "Looks fine" after ANSWER_MS, that scene is silent
 *                                                └──── right: "Ask to move" after ANSWER_MS; WILLING of the pupils go
 *                                                             ─▶ on the way: a different view in every look ─▶ another room
 *
 * A tile's pictures after the end of its sequence are the sequence backwards and forwards again.
 */
export const LESSON_MS = 45 * 60_000
/** Pupils are let in one by one over this time. */
export const ARRIVAL_MS = 5 * 60_000
const ANSWER_MS = 15_000
/** How long a pupil who was asked takes until the laptop is picked up, and how long it is carried. */
const PACK_MS = [10_000, 60_000] as const
const CARRY_MS = [4000, 12_000] as const
const WILLING = 0.8
/** The share of the other pupils who once in the lesson change to another room by themselves. */
const RESTLESS = 0.1
/** What a look and a glance take of the sampler's time on a laptop. */
const LOOK_MS = 25
const GLANCE_MS = 2
/** The list of tiles is read this often. */
const LIST_MS = 500

export type ClassMix = Readonly<Record<RoomClass, number>>
/** Thirty pupils: more bedrooms than a class that was told beforehand will have, no bathroom, some blurred or plain walls. */
export const CLASS_OF_30: ClassMix = { bedroom: 4, bathroom: 0, common: 18, plain: 6, unclear: 2 }

export interface LessonResult {
  readonly falseAlarms: { readonly truth: RoomClass; readonly confidence: number }[]
  readonly rightAlarms: { readonly confidence: number; readonly afterMs: number }[]
  /** Pupils in a bedroom or bathroom. */
  readonly private: number
  /** Right alarms whose prompt went away by itself although the pupil still sat there. */
  readonly wronglyCleared: number
  /** From the arrival in another room until the verdict was "fine"; Infinity where it never was. */
  readonly cleared: number[]
  /** From the arrival until the verdict was no longer "private". */
  readonly released: number[]
}

interface Stay {
  readonly from: number
  readonly sequence: Sequence
  /** On the way: every look shows something else. */
  readonly carried: boolean
}

interface Pupil {
  readonly id: string
  readonly joinAt: number
  readonly stays: Stay[]
  verdict: VerdictState | undefined
  /** The next look shows the model the mirror image: in turn, as the product's receiver does it. */
  mirrored: boolean
  lastGrid: readonly number[] | undefined
  promptAt: number | undefined
  answered: boolean
  alarmed: boolean
  arrivedAt: number | undefined
  released: boolean
}

type Pools = Readonly<Record<RoomClass, readonly Sequence[]>>

export function poolsOf({ all }: Sequences): Pools {
  const of = (truth: RoomClass) => all.filter((one) => one.truth === truth)
  return {
    bedroom: of('bedroom'),
    bathroom: of('bathroom'),
    common: of('common'),
    plain: of('plain'),
    unclear: of('unclear'),
  }
}

/** `roll` gives numbers between 0 and 1; the same rolls give the same lesson. */
export function playLesson(
  sequences: Sequences,
  pools: Pools,
  mix: ClassMix,
  policy: VerdictPolicy,
  roll: () => number,
): LessonResult {
  const result: LessonResult = {
    falseAlarms: [],
    rightAlarms: [],
    private: 0,
    wronglyCleared: 0,
    cleared: [],
    released: [],
  }
  const pick = (kind: RoomClass): Sequence => {
    const pool = pools[kind]
    const one = pool[Math.floor(roll() * pool.length)]
    if (one === undefined) throw new Error(`The file has no sequence of a ${kind} background.`)
    return one
  }
  const between = ([low, high]: readonly [number, number]) => low + roll() * (high - low)
  const elsewhere = () => pick(roll() < 0.75 ? 'common' : 'plain')

  const pupils = new Map<string, Pupil>()
  for (const kind of Object.keys(mix) as RoomClass[]) {
    for (let n = 0; n < mix[kind]; n += 1) {
      const joinAt = roll() * ARRIVAL_MS
      const stays: Stay[] = [{ from: joinAt, sequence: pick(kind), carried: false }]
      if (isPrivateRoom(kind)) (result as { private: number }).private += 1
      else if (roll() < RESTLESS) {
        const at = joinAt + roll() * (LESSON_MS - joinAt)
        stays.push(
          { from: at, sequence: elsewhere(), carried: true },
          { from: at + between(CARRY_MS), sequence: elsewhere(), carried: false },
        )
      }
      const id = `p${pupils.size}`
      pupils.set(id, {
        id,
        joinAt,
        stays,
        verdict: undefined,
        mirrored: false,
        lastGrid: undefined,
        promptAt: undefined,
        answered: false,
        alarmed: false,
        arrivedAt: undefined,
        released: true,
      })
    }
  }

  function viewOf(pupil: Pupil, now: number): { stay: Stay; reading: RoomReading } {
    const stay = pupil.stays.findLast((one) => one.from <= now) ?? pupil.stays[0]
    if (stay === undefined) throw new Error('A pupil without a place.')
    const from = stay.carried ? elsewhere() : stay.sequence
    const second = stay.carried ? roll() * 240 : (now - stay.from) / 1000
    const readings = pupil.mirrored ? from.mirrored : from.readings
    const reading = readings[frameAt(sequences.seconds, second)]
    if (reading === undefined) throw new Error('A moment without a reading.')
    return { stay, reading }
  }

  function take(pupil: Pupil, now: number): { changed: boolean; again: boolean } {
    const { stay, reading } = viewOf(pupil, now)
    pupil.mirrored = !pupil.mirrored
    pupil.verdict = updateVerdict(pupil.verdict, reading, now, policy)
    judge(pupil, stay, pupil.verdict, now)
    const changed = differs(pupil, reading.scene)
    pupil.lastGrid = reading.scene
    return { changed, again: worthAnotherLook(reading) }
  }

  function judge(pupil: Pupil, stay: Stay, next: VerdictState, now: number): void {
    const says = next.verdict === 'bedroom' || next.verdict === 'bathroom'
    const truly = !stay.carried && isPrivateRoom(stay.sequence.truth)
    if (says && pupil.promptAt === undefined && !isSilenced(next)) {
      pupil.promptAt = now
      pupil.answered = false
      if (truly) {
        if (!pupil.alarmed)
          result.rightAlarms.push({
            confidence: next.confidence,
            afterMs: now - pupil.joinAt,
          })
        pupil.alarmed = true
      } else result.falseAlarms.push({ truth: stay.sequence.truth, confidence: next.confidence })
    }
    if (next.verdict === 'fine' && pupil.promptAt !== undefined) {
      pupil.promptAt = undefined
      if (truly) (result as { wronglyCleared: number }).wronglyCleared += 1
    }
    const { arrivedAt } = pupil
    if (arrivedAt === undefined || now < arrivedAt) return
    if (!says && !pupil.released) {
      pupil.released = true
      result.released.push(now - arrivedAt)
    }
    // Also where it was cleared on the way, which is seen with the first look at the other room.
    if (pupil.promptAt === undefined) {
      result.cleared.push(now - arrivedAt)
      pupil.arrivedAt = undefined
    }
  }

  function answer(pupil: Pupil, now: number): void {
    if (pupil.promptAt === undefined || pupil.answered || now - pupil.promptAt < ANSWER_MS) return
    pupil.answered = true
    const stay = pupil.stays.findLast((one) => one.from <= now)
    if (stay === undefined || pupil.verdict === undefined) return
    if (isPrivateRoom(stay.sequence.truth) && !stay.carried) {
      if (roll() >= WILLING) return
      const at = now + between(PACK_MS)
      const arrives = at + between(CARRY_MS)
      if (arrives > LESSON_MS - 60_000) return
      pupil.stays.push(
        { from: at, sequence: elsewhere(), carried: true },
        { from: arrives, sequence: elsewhere(), carried: false },
      )
      pupil.arrivedAt = arrives
      pupil.released = false
    } else {
      pupil.verdict = silence(pupil.verdict)
      pupil.promptAt = undefined
    }
  }

  let now = 0
  let listedAt = -Infinity
  let state = startSampling(now)
  let here: readonly Pupil[] = []
  let seen: readonly SeenTile[] = []
  let attention: ReadonlySet<string> = new Set()
  while (now < LESSON_MS) {
    if (now - listedAt >= LIST_MS) {
      listedAt = now
      here = [...pupils.values()].filter((one) => one.joinAt <= now)
      for (const pupil of here) answer(pupil, now)
      seen = here.map(({ id }) => ({ id, binding: id }))
      state = seeTiles(state, seen, now)
      attention = new Set(here.filter((one) => one.promptAt !== undefined).map(({ id }) => id))
    }
    const next = nextSample(state, seen, attention, now)
    if (next.do === 'wait') {
      now += Math.min(Math.max(1, next.ms), LIST_MS)
      continue
    }
    const pupil = pupils.get(next.id)
    if (pupil === undefined) throw new Error('A tile without a pupil.')
    if (next.do === 'look') {
      state = lookBegun(state, next.id, now)
      now += LOOK_MS
      const { changed, again } = take(pupil, now)
      state = worked(lookDone(state, next.id, changed, again), LOOK_MS, now)
    } else {
      now += GLANCE_MS
      const { scene } = viewOf(pupil, now).reading
      const changed = differs(pupil, scene)
      if (changed) pupil.lastGrid = scene
      state = worked(glanceDone(state, next.id, changed, now), GLANCE_MS, now)
    }
  }
  for (const pupil of pupils.values()) {
    if (pupil.arrivedAt === undefined) continue
    result.cleared.push(Infinity)
    if (!pupil.released) result.released.push(Infinity)
  }
  return result
}

function differs({ lastGrid }: Pupil, scene: readonly number[]): boolean {
  return lastGrid !== undefined && sceneDistance(lastGrid, scene) >= SCENE_CHANGED
}

function isPrivateRoom(truth: RoomClass): boolean {
  return truth === 'bedroom' || truth === 'bathroom'
}

/** The frame nearest to so many seconds after the camera came on, the sequence being played to its end and back again. */
export function frameAt(seconds: readonly number[], second: number): number {
  const first = seconds[0] ?? 0
  const length = (seconds.at(-1) ?? 0) - first
  const into = Math.max(0, second - first) % (2 * length)
  const wanted = first + (into <= length ? into : 2 * length - into)
  let best = 0
  seconds.forEach((at, index) => {
    if (Math.abs(at - wanted) < Math.abs((seconds[best] ?? 0) - wanted)) best = index
  })
  return best
}
