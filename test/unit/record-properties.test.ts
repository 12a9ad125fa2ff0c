import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HealthItem } from '../../lib/meeting/index.ts'
import { parseRecord, printModel, toCsv, toEventsCsv, toJson } from '../../lib/record/index.ts'
import { CLOSED, LessonTale, OPEN, YEAR_4 } from '../vectors/lessons/builder.ts'

/** Any lesson: steps of any kind in any order, also ones that make no sense (a leave before a join, a clock that is set back). */
const IDS = ['amelia', 'dev', 'ben', 'x', 'y'] as const
const NAMES = [
  'Amelia Potter',
  'Dev Shah',
  'Mrs Shah',
  'Gary',
  'iPad (2)',
  '=cmd()',
  '\u202eevil\n',
  '',
] as const
const LEVELS: readonly HealthItem[] = [
  { level: 'complete' },
  { level: 'partial', why: 'panelClosed' },
  { level: 'blind', why: 'tabHidden' },
]

const id = fc.constantFrom(...IDS)
const name = fc.constantFrom(...NAMES)
const step: fc.Arbitrary<(tale: LessonTale) => unknown> = fc.oneof(
  fc.integer({ min: -30_000, max: 900_000 }).map((ms) => (tale: LessonTale) => tale.after(ms)),
  fc
    .integer({ min: 2_001, max: 90_000_000 })
    .map((ms) => (tale: LessonTale) => tale.add({ type: 'clockSetBack', ms })),
  fc.tuple(id, name).map(
    ([one, shown]) =>
      (tale: LessonTale) =>
        tale.joins(one, shown),
  ),
  id.map((one) => (tale: LessonTale) => tale.leaves(one)),
  fc.tuple(id, fc.constantFrom('on' as const, 'off' as const)).map(
    ([one, state]) =>
      (tale: LessonTale) =>
        tale.camera(one, state),
  ),
  fc.tuple(id, name, name).map(
    ([one, from, to]) =>
      (tale: LessonTale) =>
        tale.renames(one, from, to),
  ),
  fc
    .tuple(
      id,
      fc.constantFrom('bedroom' as const, 'fine' as const, 'unsure' as const, 'covered' as const),
    )
    .map(
      ([one, verdict]) =>
        (tale: LessonTale) =>
          tale.room(one, verdict),
    ),
  fc.tuple(fc.constantFrom('k1', 'k2'), name).map(
    ([key, shown]) =>
      (tale: LessonTale) =>
        tale.knocks(key, shown, true),
  ),
  fc.constantFrom('k1', 'k2').map((key) => (tale: LessonTale) => tale.knockGone(key, '')),
  fc.tuple(id, name).map(
    ([one, shown]) =>
      (tale: LessonTale) =>
        tale.add({ type: 'held', id: one, name: shown, why: 'noAdult' }),
  ),
  id.map((one) => (tale: LessonTale) => tale.add({ type: 'wentOn', id: one, missing: ['adult'] })),
  fc.tuple(id, fc.constantFrom('done' as const, 'guided' as const)).map(
    ([one, result]) =>
      (tale: LessonTale) =>
        tale.add({
          type: 'command',
          command: { kind: 'remove', id: one, name: one },
          outcome: { result, steps: [] },
        }),
  ),
  fc.constantFrom(...LEVELS).map((item) => (tale: LessonTale) => tale.health('people', item)),
  fc.constantFrom(OPEN, CLOSED).map((access) => (tale: LessonTale) => tale.access(access)),
  fc.constant((tale: LessonTale) => tale.prompts()),
  fc
    .constantFrom('later' as const, 'seen' as const, 'askToMove' as const)
    .map((answer) => (tale: LessonTale) => {
      const open = tale.state().prompts.find((prompt) => prompt.answer === undefined)
      return open === undefined ? tale : tale.answers(open.kind, answer)
    }),
)
const lesson = fc
  .tuple(fc.array(step, { maxLength: 40 }), fc.boolean(), fc.boolean())
  .map(([steps, prepared, ended]) => {
    const tale = new LessonTale()
    if (prepared) tale.prepared()
    for (const one of steps) one(tale)
    return ended ? tale.ends() : tale
  })

describe('any lesson', () => {
  it('gives a record that its own schema accepts and that every export can show', () => {
    fc.assert(
      fc.property(lesson, (tale) => {
        const record = tale.record()
        expect(parseRecord(toJson(record))).toEqual({
          record: JSON.parse(toJson(record)) as unknown,
        })
        expect(
          toCsv(record).length + toEventsCsv(record).length + printModel(record).sections.length,
        ).toBeGreaterThan(0)
      }),
    )
  })
  it('has a length of end minus start, and nobody is there longer than the lesson', () => {
    fc.assert(
      fc.property(lesson, (tale) => {
        const { startedAt, endedAt, lengthMinutes, people } = tale.record()
        expect(endedAt).toBeGreaterThanOrEqual(startedAt)
        expect(lengthMinutes).toBe(Math.floor((endedAt - startedAt) / 60_000))
        for (const person of people) {
          expect(person.minutesPresent).toBeLessThanOrEqual(lengthMinutes)
          expect(person.minutesCameraOn).toBeLessThanOrEqual(person.minutesPresent)
          for (const [i, stay] of person.stays.entries()) {
            expect(stay.from).toBeGreaterThanOrEqual(startedAt)
            expect(stay.to).toBeLessThanOrEqual(endedAt)
            expect(stay.to).toBeGreaterThanOrEqual(stay.from)
            expect(stay.from).toBeGreaterThan(person.stays[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
          }
        }
      }),
    )
  })
  // T-10, T-24
  it('never counts a child absent from a partial list, and no child twice', () => {
    fc.assert(
      fc.property(lesson, fc.boolean(), (tale, withJournal) => {
        const record = tale.record(withJournal)
        if (tale.state().health.people.level !== 'complete' && !withJournal)
          expect(record.notSeen.filter((one) => one.certain)).toEqual([])
        const everComplete = tale.events.some(
          (event) =>
            event.type === 'health' && event.topic === 'people' && event.item.level === 'complete',
        )
        if (!everComplete) expect(record.notSeen.filter((one) => one.certain)).toEqual([])
        const seen = record.people.flatMap((one) => one.personId ?? [])
        expect(new Set(seen).size).toBe(seen.length)
        const known = record.people.filter(
          (one) => one.kind === 'pupil' || one.kind === 'guardian',
        ).length
        expect(known + record.notSeen.length).toBe(YEAR_4.pupils.length)
      }),
    )
  })
  it('never asks twice under one key, and keeps alarms first', () => {
    fc.assert(
      fc.property(lesson, (tale) => {
        const { findings } = tale.evaluate()
        expect(new Set(findings.map((one) => one.key)).size).toBe(findings.length)
        const ranks = findings.map((one) => ['alarm', 'act', 'notice'].indexOf(one.severity))
        expect(ranks).toEqual([...ranks].sort())
        // Asked once, nothing is left to ask at the same moment.
        const asked = tale.prompts().state().prompts.length
        if (tale.state().ended === undefined)
          expect(tale.prompts().state().prompts).toHaveLength(asked)
      }),
    )
  })
})
