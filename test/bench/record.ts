/**
 * How fast the record of a 3-hour session with 250 people is made from its journal and written in every form, with names and with
 * initials. Beside each figure stands a plain `JSON.stringify` of the same journal in the same run. The page that is printed is measured
 * in `recordPage.ts`.
 */
import { performance } from 'node:perf_hooks'
import { evaluate } from '../../lib/protocol/evaluate.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import {
  makeRecord,
  printModel,
  recordFile,
  RECORD_FORMATS,
  redacted,
  throughOf,
} from '../../lib/record/index.ts'
import type { LessonRecord } from '../../lib/record/index.ts'
import { createMatcher } from '../../lib/register/index.ts'
import { checkChain, CHAIN_START } from '../../lib/session/chain.ts'
import type { SessionEvent, SessionEventBody } from '../../lib/session/index.ts'
import { linked } from '../../lib/session/journal.ts'
import { bigRegister } from './bigClass.ts'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'

export const PEOPLE = 250
const MINUTES = 180
const MINUTE = 60_000
export const BUDGET = 300
const ROUNDS = 9
const START = Date.UTC(2026, 10, 20, 10, 0)

/** Everybody in within five minutes, cameras on and off every quarter of an hour, gaps, knocks, prompts, rooms, proofs of life. */
function bigJournal(minutes = MINUTES): readonly SessionEvent[] {
  const register = bigRegister(PEOPLE)
  const events: SessionEvent[] = []
  let at = START
  const add = (body: SessionEventBody): void => {
    events.push({ ...body, seq: events.length, at })
  }
  add({
    type: 'started',
    sessionId: 'bench',
    platform: 'meet',
    code: 'abc-defg-hij',
    title: 'Assembly',
    toolVersion: '0',
    timeZone: 'Europe/London',
  })
  add({
    type: 'classChosen',
    registerId: register.id,
    className: register.name,
    packId: 'combined',
    packVersion: '1',
  })
  add({ type: 'plannedStart', startsAt: START + 3 * MINUTE })
  for (const topic of ['people', 'lobby', 'cameras', 'chat', 'lock'] as const)
    add({ type: 'health', topic, item: { level: 'complete' } })
  const camera = (i: number, state: 'on' | 'off'): void =>
    add({
      type: 'camera',
      id: `d${i}`,
      reading: { state, why: state === 'on' ? 'livePicture' : 'videoHidden' },
    })
  for (let minute = 0; minute < minutes; minute += 1) {
    at = START + minute * MINUTE
    add({ type: 'proofOfLife' })
    for (let i = 0; i < PEOPLE; i += 1) {
      at += 20
      const pupil = register.pupils[i]
      if (minute === i % 5) {
        const name = `${pupil?.firstName ?? ''} ${pupil?.lastName ?? ''}`
        add({ type: 'knocked', key: `k${i}`, name, late: false })
        add({ type: 'knockGone', key: `k${i}`, name, how: 'admitted' })
        add({
          type: 'joined',
          person: { id: `d${i}`, name, isSelf: i === 0, role: 'none', decorations: [] },
        })
        camera(i, 'on')
      } else if (minute > 5 && (minute + i) % 15 === 0)
        camera(i, (minute + i) % 30 === 0 ? 'on' : 'off')
      if (minute > 5 && (minute * 7 + i) % 500 === 0) add({ type: 'left', id: `d${i}` })
      if (minute > 5 && (minute * 7 + i) % 500 === 14) {
        const name = `${pupil?.firstName ?? ''} ${pupil?.lastName ?? ''}`
        add({
          type: 'joined',
          person: { id: `d${i}`, name, isSelf: i === 0, role: 'none', decorations: [] },
        })
      }
      if (minute > 5 && (minute * 3 + i) % 300 === 0) {
        const promptId = `room:bedroom:d${i}#${minute}`
        add({ type: 'prompted', promptId, kind: 'room', about: [`d${i}`], clauses: ['CW-9'] })
        add({ type: 'answered', promptId, answer: 'askToMove', by: 'teacher' })
      }
    }
  }
  at = START + minutes * MINUTE
  add({ type: 'ended', reason: 'endedForAll', endedAt: at })
  return events
}

/** From the stored journal to the record, as a closed lesson is opened: chain checked, folded, matched, judged. */
function opened(stored: ReturnType<typeof linked>): LessonRecord {
  const register = bigRegister(PEOPLE)
  const pack = packById('combined')
  const { is } = checkChain(stored.rows, stored.tip)
  const events = stored.rows.map((row) => row.event)
  const through = throughOf(events)
  const { state } = through
  if (state === undefined || is !== 'intact') throw new Error('The journal of the bench is broken.')
  const matches = createMatcher(register).matchAll(
    state.people.map(({ id, name, isSelf }) => ({ key: id, shown: name, isSelf, present: false })),
    state.fixes,
  )
  const now = state.ended?.at ?? 0
  const { checklist } = evaluate({ state, pack, matches, now, dsl: [], register })
  return makeRecord({ state, pack, checklist, register }, { now, matches, events, through })
}

/** The record of the longest lesson that a budget is promised for. */
export function bigRecord(): LessonRecord {
  return opened(linked('bench', bigJournal(), CHAIN_START))
}

function timed(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return median(times)
}

const WORDS = { csv: 'CSV', log: 'log as CSV', json: 'JSON', cpoms: 'text for CPOMS' } as const

export function recordFigures(): readonly Figure[] {
  const events = bigJournal()
  const stored = linked('bench', events, CHAIN_START)
  const record = opened(stored)
  const baseline = {
    what: `JSON.stringify of its ${events.length} events`,
    value: timed(() => JSON.stringify(events)),
  }
  const figure = (what: string, work: () => unknown): Figure => ({
    what: `record of 3 hours and ${PEOPLE} people: ${what}`,
    value: timed(work),
    unit: 'ms',
    budget: BUDGET,
    baseline,
  })
  // How it grows with the lesson: a record that took longer than in proportion would be found here.
  const growth = [10, 60].map((minutes): Figure => {
    const shorter = linked('bench', bigJournal(minutes), CHAIN_START)
    return {
      what: `record of ${minutes} minutes and ${PEOPLE} people: made from its ${shorter.rows.length} events`,
      value: timed(() => opened(shorter)),
      unit: 'ms',
      baseline: {
        what: 'JSON.stringify of them',
        value: timed(() => JSON.stringify(shorter.rows)),
      },
    }
  })
  return [
    ...growth,
    figure('made from its journal, chain checked', () => opened(stored)),
    ...RECORD_FORMATS.map((format) => figure(WORDS[format], () => recordFile([record], format))),
    ...RECORD_FORMATS.map((format) =>
      figure(`${WORDS[format]}, with initials instead of names`, () =>
        recordFile([redacted(record, [])], format),
      ),
    ),
    figure('print model', () => printModel(record)),
    figure('names replaced by initials', () => redacted(record, [])),
    figure('print model, with initials instead of names', () => printModel(redacted(record, []))),
  ]
}
