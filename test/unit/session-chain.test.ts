import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonical,
  chainOf,
  CHAIN_START,
  checkChain,
  headOf,
  linkOf,
} from '../../lib/session/chain.ts'
import type { Chained, ChainTip } from '../../lib/session/chain.ts'
import { storedEvent } from '../../lib/session/eventSchema.ts'
import { readThrough } from '../../lib/session/unread.ts'
import { foldAll } from '../../lib/session/fold.ts'
import type { SessionEvent } from '../../lib/session/index.ts'
import { mend } from '../../lib/session/mend.ts'
import { linked } from '../../lib/session/journal.ts'
import { event } from '../support/events.ts'
import { LessonTale, TEN } from '../vectors/lessons/builder.ts'

const journal = fc.array(event(), { minLength: 1, maxLength: 30 }).map((bodies) => {
  const tale = new LessonTale()
  for (const body of bodies) tale.after(1_000).add(body)
  return tale.events
})

function stored(events: readonly SessionEvent[]): {
  rows: readonly Chained<SessionEvent>[]
  tip: ChainTip
} {
  const { rows, tip } = linked('s1', events, CHAIN_START)
  if (tip === undefined) throw new Error('A journal has an event.')
  return { rows, tip }
}

describe('the chain over a journal', () => {
  it('is SHA-256 of the link before, a line break and the event with its fields in order', () => {
    const one: SessionEvent = { type: 'left', id: 'zoë \ud800', at: 5, seq: 0 }
    expect(canonical(one)).toBe('{"at":5,"id":"zoë \\ud800","seq":0,"type":"left"}')
    const hash = createHash('sha256')
      .update(`abc\n${canonical(one)}`)
      .digest('hex')
    expect(linkOf('abc', one)).toBe(hash)
    expect(headOf([one])).toBe(linkOf(CHAIN_START, one))
  })

  it('does not depend on the order of fields, which a database or a file may change', () => {
    fc.assert(
      fc.property(journal, (events) => {
        const turned = events.map(
          (one) => Object.fromEntries(Object.entries(one).toReversed()) as unknown as SessionEvent,
        )
        expect(chainOf(turned)).toEqual(chainOf(events))
        expect(chainOf(JSON.parse(JSON.stringify(events)) as SessionEvent[])).toEqual(
          chainOf(events),
        )
      }),
    )
  })

  // T-28
  it('finds any event that was changed, taken out, put in or moved', () => {
    fc.assert(
      fc.property(journal, fc.nat(), fc.nat(4), (events, where, how) => {
        const { rows, tip } = stored(events)
        expect(checkChain(rows, tip)).toEqual({ is: 'intact' })
        const at = where % rows.length
        const row = rows[at]
        const next = rows[(at + 1) % rows.length]
        if (row === undefined || next === undefined) return
        const changed = { ...row, event: { ...row.event, at: row.event.at + 1 } }
        const broken = [
          rows.toSpliced(at, 1, changed),
          rows.toSpliced(at, 1),
          rows.toSpliced(at, 0, row),
          rows.toSpliced(at, 1, next),
          // A clever hand renumbers what is left and gives the changed one a hash that fits it.
          rows.toSpliced(at, 1, {
            ...changed,
            hash: linkOf(rows[at - 1]?.hash ?? '', changed.event),
          }),
        ][how]
        const check = checkChain(broken ?? [], tip)
        const sameAgain = how === 3 && rows.length === 1
        expect(check.is === 'intact').toBe(sameAgain)
      }),
    )
  })

  it('finds a journal that lost its end, and one that lost its row’s last link', () => {
    const { rows, tip } = stored(new LessonTale().prepared().ends().events)
    expect(checkChain(rows.slice(0, -2), tip)).toEqual({ is: 'missing', seq: rows.length - 2 })
    expect(checkChain([], tip)).toEqual({ is: 'missing', seq: 0 })
    expect(checkChain(rows, undefined)).toEqual({ is: 'changed', seq: rows.length - 1 })
  })

  it('says of an older journal that it has none, and takes one up that began without', () => {
    const events = new LessonTale().prepared().ends().events
    const bare = events.map((one) => ({ seq: one.seq, event: one }))
    expect(checkChain(bare, undefined)).toEqual({ is: 'unchained' })
    const { rows, tip } = linked('s1', events.slice(3), CHAIN_START)
    expect(checkChain([...bare.slice(0, 3), ...rows], tip)).toEqual({ is: 'intact' })
    // But a hash that was only taken away is a change.
    const whole = stored(events)
    const without = whole.rows.map(({ hash, ...row }, i) =>
      i === 4 || hash === undefined ? row : { ...row, hash },
    )
    expect(checkChain(without, whole.tip)).toEqual({ is: 'changed', seq: 4 })
  })
})

describe('a damaged journal', () => {
  const beginning = {
    sessionId: 's1',
    platform: 'meet' as const,
    code: 'abc-defg-hij',
    title: '',
    toolVersion: '',
    timeZone: 'Europe/London',
    startedAt: TEN,
  }
  const events = new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Dev Shah')
    .at(30)
    .ends().events
  const through = (values: readonly unknown[]) =>
    readThrough(values.map((event, seq) => ({ seq, event })))
  const mended = (values: readonly unknown[]) => mend(through(values).events, beginning)

  it('gives back everything that can still be read, in a form that can be folded', () => {
    const holes = events.map((one, i): unknown => (i === 2 || i === 5 ? { seq: i } : one))
    const whole = mended(holes)
    expect(whole).toHaveLength(events.length - 2)
    expect(whole.map((one) => one.seq)).toEqual(whole.map((_, i) => i))
    const state = foldAll(whole)
    expect(state?.people.map((one) => one.name)).toEqual(['Sara Khan', 'Amelia Potter', 'Dev Shah'])
    expect(state?.ended?.reason).toBe('endedForAll')
  })
  it('is as it was where nothing is wrong', () => {
    fc.assert(fc.property(journal, (any) => void expect(mended(any)).toEqual(any)))
  })
  it('begins by what is known beside it where its first event is lost', () => {
    const state = foldAll(mended(events.slice(1)))
    expect(state).toMatchObject({ sessionId: 's1', startedAt: TEN, code: 'abc-defg-hij' })
    expect(state?.people).toHaveLength(3)
    expect(foldAll(mended([null, 7, 'x', [], { type: 'left' }]))?.people).toEqual([])
  })
  it('says which entries could not be read, and when those were written that say so', () => {
    expect(through(events).unread).toEqual([])
    const later = { type: 'weather', seq: 1, at: TEN, sky: 'grey' }
    const { unread } = through([
      events[0],
      later,
      { ...events[2], type: 'camera', reading: { state: 'holographic', why: '' } },
      null,
      'rubbish',
      { type: 'left', seq: 5, at: 8.64e15 + 1 },
      { at: '10:05' },
    ])
    expect(unread).toEqual([
      { seq: 1, at: TEN },
      { seq: 2, at: events[2]?.at },
      { seq: 3 },
      { seq: 4 },
      { seq: 5 },
      { seq: 6 },
    ])
  })
  it('keeps its chain where an entry is of a later version, and not where one is damaged', () => {
    const later = [
      ...events.slice(0, -1),
      { type: 'weather', seq: events.length - 1, at: TEN, sky: 'grey' },
    ]
    let hash = CHAIN_START
    const rows = later.map((event, seq) => ({ seq, event, hash: (hash = linkOf(hash, event)) }))
    const tip = { seq: rows.length - 1, hash }
    expect(checkChain(rows, tip)).toEqual({ is: 'intact' })
    for (const event of [null, 'rubbish', undefined, { seq: 4 }])
      expect(checkChain(rows.with(4, { seq: 4, event: event as never, hash }), tip)).toEqual({
        is: 'changed',
        seq: 4,
      })
  })
  it('can hold events of a later version: they are kept and passed over', () => {
    const later = { type: 'weather', seq: 3, at: TEN, sky: 'grey' }
    expect(storedEvent(later)).toEqual(later)
    const list = [...events.slice(0, 3), later as unknown as SessionEvent]
    expect(foldAll(list)).toEqual({ ...foldAll(events.slice(0, 3)), seq: 4 })
  })
  it('never makes the fold stumble, whatever is in it', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        seq: fc.nat(50),
        at: fc.integer(),
        type: fc.constantFrom(...events.map((one) => one.type)),
        id: fc.anything(),
        person: fc.anything(),
        command: fc.anything(),
        outcome: fc.anything(),
        item: fc.anything(),
        about: fc.anything(),
      }),
      fc.constantFrom(...events),
    )
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (values) => {
        expect(foldAll(mended(values))?.sessionId).toBe('s1')
      }),
    )
  })
})
