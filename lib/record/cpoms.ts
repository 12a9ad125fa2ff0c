import { clockText } from '../protocol/time.ts'
import { t, tn } from '../words/say.ts'
import { withoutUnseen } from '../words/unseen.ts'
import { dayAndClock } from './csv.ts'
import { recordLines } from './lines.ts'
import type { LessonRecord } from './types.ts'
import {
  absenceLine,
  promptAnswer,
  endWord,
  isDamaged,
  journalWords,
  lacksEntries,
  platformWord,
  promptWord,
  spanWords,
  stepWord,
} from './words.ts'

/**
 * The lesson as plain text to paste into CPOMS or a like system: when, where, who, then only what was out of the ordinary, each with its
 * time and what was done. Facts only; an opinion is written there by the person who has it. Source: EG-40, EG-41.
 */
export function toCpomsText(record: LessonRecord): string {
  const { timeZone: zone, people, notSeen } = record
  const staff = people.filter((one) => one.kind === 'self' || one.kind === 'staff')
  const pupils = people.filter((one) => one.kind === 'pupil' || one.kind === 'guardian')
  const strangers = people.filter((one) => !staff.includes(one) && !pupils.includes(one))
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['', opening(record)],
    [t('Staff present'), staff.map((one) => one.name)],
    [t('Pupils present ({n})', { n: pupils.length }), [pupils.map((one) => one.name).join(', ')]],
    [t('Pupils not seen'), notSeen.map(absenceLine)],
    [
      t('Others in the call'),
      strangers.map(
        (one) => `“${one.name}”, ${one.stays.map((stay) => spanWords(stay, zone)).join(', ')}`,
      ),
    ],
    [t('What was noticed and what was done'), happened(record)],
    [
      t('Notes by staff'),
      record.notes.map(({ at, about, text }) => {
        const time = clockText(at, zone)
        return about === ''
          ? `${time} ${text}`
          : t('{time} (about {name}) {text}', { time, name: about, text })
      }),
    ],
    [
      t('Emergency'),
      record.emergencies.map(
        (step) =>
          `${clockText(step.at, zone)} ${stepWord(step.step)}${step.note === '' ? '' : `: ${step.note}`}`,
      ),
    ],
    [t('About this record'), about(record)],
  ]
  const blocks = parts.flatMap(([title, lines]) => {
    const kept = lines.filter((line) => line !== '').map(oneLine)
    if (kept.length === 0) return []
    return [
      title === '' ? kept.join('\n') : [`${title}:`, ...kept.map((line) => `- ${line}`)].join('\n'),
    ]
  })
  return `${blocks.join('\n\n')}\n`
}

function opening(record: LessonRecord): readonly string[] {
  const { timeZone: zone, className: name, plannedStartAt: planned } = record
  const call = { site: platformWord(record.platform), code: record.code }
  const when = {
    from: dayAndClock(record.startedAt, zone),
    to: dayAndClock(record.endedAt, zone),
    length: tn('{n} minute|{n} minutes', record.lengthMinutes),
    end: endWord(record.endReason),
  }
  return [
    name === ''
      ? t('Video lesson: no class chosen, {site} {code}', call)
      : t('Video lesson: {name}, {site} {code}', { name, ...call }),
    planned === undefined
      ? t('{from} to {to} ({length}). End: {end}.', when)
      : t('{from} to {to} ({length}, planned for {time}). End: {end}.', {
          ...when,
          time: clockText(planned, zone),
        }),
  ]
}

/** Every prompt with its answer, chat lines, late knocks, and the lock. */
function happened(record: LessonRecord): readonly string[] {
  const zone = record.timeZone
  const prompts = record.prompts.map((one) => ({
    at: one.at,
    line: `${promptWord(one)}${one.about.length === 0 ? '' : ` (${one.about.join(', ')})`}: ${promptAnswer(one)}`,
  }))
  const others = recordLines(record)
    .filter((one) => one.odd)
    .map(({ at, what, who, detail }) => ({
      at,
      line: `${what}${who === '' ? '' : ` (${who})`}${detail === '' ? '' : `: ${detail}`}`,
    }))
  return [...prompts, ...others]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, line }) => `${clockText(at, zone)} ${line}`)
}

function about(record: LessonRecord): readonly string[] {
  return [
    t(
      'Written by Lesson Steward {version} from what the meeting showed on the teacher’s computer. No picture or sound was kept.',
      { version: record.toolVersion },
    ),
    record.interrupted ? t('The end is the last moment that is known.') : '',
    isDamaged(record)
      ? t('The journal behind it is damaged. {what}.', { what: journalWords(record) })
      : lacksEntries(record)
        ? t('This record is not complete. {what}.', { what: journalWords(record) })
        : '',
  ]
}

/** A name or a note can't begin a line of its own that looks like one of ours, nor turn ours round. */
function oneLine(text: string): string {
  return withoutUnseen(text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/gu, ' / '))
}
