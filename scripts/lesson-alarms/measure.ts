import type { RoomClass } from '../../lib/vision/types.ts'
import type { VerdictPolicy } from '../../lib/vision/verdict.ts'
import { playLesson, poolsOf } from './lesson.ts'
import type { ClassMix, LessonResult } from './lesson.ts'
import type { Sequences } from './sequences.ts'

/** What many simulated lessons come to with one threshold. Times in seconds. */
export interface Measured {
  readonly bedroomAt: number
  readonly lessons: number
  /** Wrong prompts in a lesson, and how far that mean may be off (one standard error). */
  readonly falseAlarms: number
  readonly falseAlarmsError: number
  readonly falseAlarmsByRoom: Readonly<Partial<Record<RoomClass, number>>>
  /** Share of the lessons without any wrong prompt. */
  readonly quietLessons: number
  /** Share of the pupils in a bedroom that were prompted for at all, and within twelve seconds of the camera coming on. */
  readonly found: number
  readonly foundIn12: number
  readonly toAlarm: { readonly median: number; readonly ninety: number }
  /** Share of right prompts that went away by themselves with the pupil still there. */
  readonly wronglyCleared: number
  /** Of the pupils who moved: share no longer called private within 10 s, share called fine within 10 s, and the times to fine. */
  readonly releasedIn10: number
  readonly clearedIn10: number
  readonly everCleared: number
  readonly toClear: { readonly median: number; readonly ninety: number }
  /** Of the alarms shown with such a confidence, how many were right. */
  readonly confidence: readonly {
    readonly from: number
    readonly alarms: number
    readonly shown: number
    readonly right: number
  }[]
}

export interface Asked {
  readonly mix: ClassMix
  readonly lessons: number
  readonly seed: number
}

export function measure(
  sequences: Sequences,
  bedroomAt: number,
  policy: VerdictPolicy,
  { mix, lessons, seed }: Asked,
): Measured {
  const pools = poolsOf(sequences)
  const played = Array.from({ length: lessons }, (_, number) =>
    playLesson(sequences, pools, mix, policy, dice(seed * 100_003 + number)),
  )
  const each = <T>(of: (one: LessonResult) => readonly T[]) => played.flatMap(of)
  const counts = played.map((one) => one.falseAlarms.length)
  const mean = sum(counts) / lessons
  const spread = Math.sqrt(sum(counts.map((one) => (one - mean) ** 2)) / Math.max(1, lessons - 1))
  const wrong = each((one) => one.falseAlarms)
  const right = each((one) => one.rightAlarms)
  const rooms = sum(played.map((one) => one.private))
  const cleared = each((one) => one.cleared)
  const released = each((one) => one.released)
  const byRoom: Partial<Record<RoomClass, number>> = {}
  for (const { truth } of wrong) byRoom[truth] = (byRoom[truth] ?? 0) + 1 / lessons
  for (const room of Object.keys(byRoom) as RoomClass[])
    byRoom[room] = rounded(byRoom[room] ?? 0, 3)
  const within = (times: readonly number[], ms: number) => times.filter((time) => time <= ms).length
  return {
    bedroomAt,
    lessons,
    falseAlarms: rounded(mean, 3),
    falseAlarmsError: rounded(spread / Math.sqrt(lessons), 3),
    falseAlarmsByRoom: byRoom,
    quietLessons: rounded(counts.filter((one) => one === 0).length / lessons, 3),
    found: rounded(right.length / rooms, 3),
    foundIn12: rounded(
      within(
        right.map((one) => one.afterMs),
        12_000,
      ) / rooms,
      3,
    ),
    toAlarm: times(right.map((one) => one.afterMs)),
    wronglyCleared: rounded(sum(played.map((one) => one.wronglyCleared)) / right.length, 3),
    releasedIn10: rounded(within(released, 10_000) / released.length, 3),
    clearedIn10: rounded(within(cleared, 10_000) / cleared.length, 3),
    everCleared: rounded(within(cleared, Number.MAX_VALUE) / cleared.length, 3),
    toClear: times(cleared),
    confidence: byConfidence(wrong, right),
  }
}

/**
 * The smallest threshold, and so the largest recall, whose wrong prompts stay within the budget; the last one where none does.
 * `at` lists thresholds from low to high.
 */
export function choose(at: readonly Measured[], budget: number): Measured | undefined {
  return at.find((one) => one.falseAlarms <= budget) ?? at.at(-1)
}

function byConfidence(
  wrong: readonly { readonly confidence: number }[],
  right: readonly { readonly confidence: number }[],
): Measured['confidence'] {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  return edges.slice(0, -1).flatMap((from, index) => {
    const mine = (one: { readonly confidence: number }) =>
      one.confidence >= from && one.confidence < (edges[index + 1] ?? 2)
    const bad = wrong.filter(mine)
    const good = right.filter(mine)
    const alarms = bad.length + good.length
    if (alarms < 10) return []
    const shown = sum([...bad, ...good].map((one) => one.confidence)) / alarms
    return [{ from, alarms, shown: rounded(shown, 2), right: rounded(good.length / alarms, 2) }]
  })
}

function times(of: readonly number[]): { readonly median: number; readonly ninety: number } {
  const sorted = of.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const ms = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    return ms === undefined ? Infinity : rounded(ms / 1000, 1)
  }
  return { median: at(0.5), ninety: at(0.9) }
}

function sum(of: readonly number[]): number {
  return of.reduce((total, one) => total + one, 0)
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/** Small numbers that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
