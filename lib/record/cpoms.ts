import { count } from '../protocol/text.ts'
import { clockText } from '../protocol/time.ts'
import { dayAndClock } from './csv.ts'
import { recordLines } from './lines.ts'
import type { LessonRecord } from './types.ts'
import {
  absenceWord,
  promptAnswer,
  endWord,
  isDamaged,
  journalWords,
  platformWord,
  promptWord,
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
    ['Staff present', staff.map((one) => one.name)],
    [`Pupils present (${pupils.length})`, [pupils.map((one) => one.name).join(', ')]],
    [
      'Pupils not seen',
      notSeen.map((one) => `${one.name}: ${absenceWord(one.certain).toLowerCase()}`),
    ],
    [
      'Others in the call',
      strangers.map(
        (one) =>
          `“${one.name}”, ${one.stays.map((stay) => `${clockText(stay.from, zone)} to ${clockText(stay.to, zone)}`).join(', ')}`,
      ),
    ],
    ['What was noticed and what was done', happened(record)],
    [
      'Notes by staff',
      record.notes.map(
        (note) =>
          `${clockText(note.at, zone)} ${note.about === '' ? '' : `(about ${note.about}) `}${note.text}`,
      ),
    ],
    [
      'Emergency',
      record.emergencies.map(
        (step) =>
          `${clockText(step.at, zone)} ${stepWord(step.step)}${step.note === '' ? '' : `: ${step.note}`}`,
      ),
    ],
    ['About this record', about(record)],
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
  const { timeZone: zone, className } = record
  const planned =
    record.plannedStartAt === undefined
      ? ''
      : `, planned for ${clockText(record.plannedStartAt, zone)}`
  return [
    `Video lesson: ${className === '' ? 'no class chosen' : className}, ${platformWord(record.platform)} ${record.code}`,
    `${dayAndClock(record.startedAt, zone)} to ${dayAndClock(record.endedAt, zone)} (${count(record.lengthMinutes, 'minute')}${planned}). End: ${endWord(record.endReason)}.`,
  ]
}

/** Every prompt with its answer, chat lines, late knocks, and the lock. */
function happened(record: LessonRecord): readonly string[] {
  const zone = record.timeZone
  const prompts = record.prompts.map((one) => ({
    at: one.at,
    line: `${promptWord(one.kind)}${one.about.length === 0 ? '' : ` (${one.about.join(', ')})`}: ${promptAnswer(one)}`,
  }))
  const others = recordLines(record)
    .filter(
      ({ what }) => OUT_OF_THE_ORDINARY.has(what) || PREFIXES.some((one) => what.startsWith(one)),
    )
    .map(({ at, what, who, detail }) => ({
      at,
      line: `${what}${who === '' ? '' : ` (${who})`}${detail === '' ? '' : `: ${detail}`}`,
    }))
  return [...prompts, ...others]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, line }) => `${clockText(at, zone)} ${line}`)
}

const PREFIXES = ['Held: ', 'Seen to be on: ', 'Seen to be off again: ']

const OUT_OF_THE_ORDINARY: ReadonlySet<string> = new Set([
  'Seen locked',
  'Seen open again after the lock',
  'Knocked, after the lock',
  'Changed name',
  'Chat line flagged',
  'Concern written down',
  'Nobody watched from here on',
])

function about(record: LessonRecord): readonly string[] {
  return [
    `Written by Lesson Steward ${record.toolVersion} from what the meeting showed on the teacher’s computer. No picture or sound was kept.`,
    record.interrupted ? 'The end is the last moment that is known.' : '',
    isDamaged(record) ? `The journal behind it is damaged. ${journalWords(record)}.` : '',
  ]
}

/** A name or a note can't begin a line of its own that looks like one of ours. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/gu, ' / ')
}
