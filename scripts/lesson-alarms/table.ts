import type { ClassMix } from './lesson.ts'
import { ARRIVAL_MS, LESSON_MS } from './lesson.ts'
import type { Measured } from './measure.ts'
import type { Sequences } from './sequences.ts'

/** The numbers for people: what was simulated, a row for each threshold, and how far the shown confidence is true. */
export function markdown(
  sequences: Sequences,
  mix: ClassMix,
  results: readonly Measured[],
  chosen: Measured,
  budget: number,
): string {
  const pupils = Object.values(mix).reduce((sum, one) => sum + one, 0)
  const rooms = Object.entries(mix)
    .filter(([, count]) => count > 0)
    .map(([room, count]) => `${count} ${room}`)
    .join(', ')
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const seconds = (value: number) => (Number.isFinite(value) ? `${value} s` : 'never')
  const rows = results.map((one) => [
    `${one.bedroomAt}${one === chosen ? ' (chosen)' : ''}`,
    `${one.falseAlarms.toFixed(2)} ± ${one.falseAlarmsError.toFixed(2)}`,
    percent(one.quietLessons),
    percent(one.found),
    percent(one.foundIn12),
    `${seconds(one.toAlarm.median)}, ${seconds(one.toAlarm.ninety)}`,
    `${percent(one.clearedIn10)} (${percent(one.everCleared)})`,
    `${seconds(one.toClear.median)}, ${seconds(one.toClear.ninety)}`,
    percent(one.wronglyCleared),
  ])
  const table = [
    [
      '`bedroomAt`',
      'wrong prompts a lesson',
      'lessons without',
      'bedrooms found',
      'within 12 s',
      'camera on to prompt: median, 90 %',
      'cleared within 10 s of the move (ever)',
      'time to clear: median, 90 %',
      'cleared wrongly',
    ],
    Array.from({ length: 9 }, () => '---'),
    ...rows,
  ].map((row) => `| ${row.join(' | ')} |`)
  const shown = chosen.confidence.map(
    (one) => `${one.alarms} shown with ${one.shown} on average: ${percent(one.right)} right`,
  )
  return [
    `${chosen.lessons} simulated lessons of ${LESSON_MS / 60_000} minutes for each threshold, ${pupils} pupils (${rooms}), let in over ${ARRIVAL_MS / 60_000} minutes; ${sequences.all.length} sequences of one tile.`,
    '',
    ...table,
    '',
    chosen.falseAlarms <= budget
      ? `Chosen: ${chosen.bedroomAt}, the lowest threshold with at most ${budget} wrong prompts a lesson.`
      : `No threshold stays within ${budget} wrong prompts a lesson; the highest is taken: ${chosen.bedroomAt}.`,
    `Confidence of the prompts at that threshold: ${shown.length === 0 ? 'too few prompts to say' : shown.join('; ')}.`,
  ].join('\n')
}
