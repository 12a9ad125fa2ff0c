import { HEALTH_TOPICS, type HealthLevel } from '../meeting/index.ts'
import { clockText } from '../protocol/time.ts'
import { t } from '../words/say.ts'
import { axisOf } from './axis.ts'
import { throughWords } from './reading.ts'
import type { LessonRecord } from './types.ts'
import { levelWord, topicWord } from './words.ts'

/** How well one thing could be read through the lesson, as a line of steps: 0 is the beginning, 1 the end. */
export interface ReadingSpark {
  readonly topic: string
  /** Without a gap from 0 to 1. */
  readonly steps: readonly {
    readonly from: number
    readonly to: number
    readonly level: HealthLevel
  }[]
  readonly spoken: string
}

/** One line for each thing of which is known when it could not be read; none of a record that does not say. */
export function readingSparks(record: LessonRecord): readonly ReadingSpark[] {
  const { healthThrough: through, timeZone } = record
  if (through === undefined) return []
  const { bar } = axisOf(record)
  return HEALTH_TOPICS.flatMap((topic) => {
    const { parts, partial, blind } = through[topic]
    // An earlier version kept how long and not when.
    if (parts === undefined && partial + blind > 0) return []
    const steps: { from: number; to: number; level: HealthLevel }[] = []
    let at = 0
    for (const part of parts ?? []) {
      const { from, to } = bar(part)
      if (from > at) steps.push({ from: at, to: from, level: 'complete' })
      steps.push({ from, to, level: part.level })
      at = to
    }
    if (at < 1) steps.push({ from: at, to: 1, level: 'complete' })
    const when = (parts ?? []).slice(0, 6).map((part) =>
      t('{from} to {to} {level}', {
        from: clockText(part.from, timeZone),
        to: clockText(part.to, timeZone),
        level: levelWord(part.level),
      }),
    )
    const name = topicWord(topic)
    const spoken = [`${name}: ${throughWords(record, topic)}`, ...when].join('; ')
    return [{ topic: name, steps, spoken }]
  })
}
