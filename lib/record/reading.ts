import type { HealthTopic } from '../meeting/index.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'
import { clockText } from '../protocol/time.ts'
import { t } from '../words/say.ts'
import type { LessonRecord } from './types.ts'
import { levelWord, looksWord, readingReason, topicWord, variantWord } from './words.ts'

/** How well one thing was read through the lesson: "in full 38 min, in part 0 min, not at all 2 min". Empty where it was not kept. */
export function throughWords(record: LessonRecord, topic: HealthTopic): string {
  const times = record.healthThrough?.[topic]
  if (times === undefined) return ''
  return t('in full {complete}, in part {partial}, not at all {blind}', {
    complete: minutes(times.complete),
    partial: minutes(times.partial),
    blind: minutes(times.blind),
  })
}

/** Why it was no better, longest first: "not at all 2 min: the panel for it was closed". */
export function whyWords(record: LessonRecord, topic: HealthTopic): string {
  const why = record.healthThrough?.[topic].why ?? []
  return why
    .map((one) => `${levelWord(one.level)} ${minutes(one.ms)}: ${readingReason(one.why)}`)
    .join('; ')
}

/** Which client of the site it was, by which selector pack it was read, and from when on if that changed. */
export function readByWords(record: LessonRecord): string {
  const steps = record.readBy ?? []
  return steps
    .map(({ at, variant, looks }) => {
      const from = steps.length > 1 ? `${clockText(at, record.timeZone)} ` : ''
      const client = variantWord(variant)
      const by =
        looks === undefined
          ? client
          : t('{client}, selectors of {day} ({source})', {
              client,
              day: looks.asOf,
              source: looksWord(looks.from),
            })
      return `${from}${by}`
    })
    .join('; ')
}

/** The five readings in one cell. */
export function allThroughWords(record: LessonRecord): string {
  return HEALTH_TOPICS.map((topic) => {
    const through = throughWords(record, topic)
    const why = whyWords(record, topic)
    const told =
      through === ''
        ? t('at the end {level}', { level: levelWord(record.health[topic].level) })
        : through
    return `${topicWord(topic)}: ${told}${why === '' ? '' : ` (${why})`}`
  }).join(' | ')
}

/** Less than half a minute is not nothing. */
function minutes(milliseconds: number): string {
  return milliseconds > 0 && milliseconds < 30_000
    ? t('under 1 min')
    : t('{n} min', { n: Math.round(milliseconds / 60_000) })
}
