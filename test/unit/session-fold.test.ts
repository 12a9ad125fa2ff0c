import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fold, foldAll } from '../../lib/session/index.ts'
import type { SessionEvent, SessionEventBody } from '../../lib/session/index.ts'
import { event } from '../support/events.ts'

const T0 = 1_780_000_000_000

const START: SessionEventBody = {
  type: 'started',
  sessionId: 's1',
  platform: 'meet',
  code: 'abc-defg-hij',
  title: '',
  toolVersion: '0.1.0',
  timeZone: 'Europe/London',
}

function journal(...bodies: readonly [number, SessionEventBody][]): SessionEvent[] {
  return [[0, START] as const, ...bodies].map(([after, body], seq) => ({
    ...body,
    seq,
    at: T0 + after,
  }))
}

function dev(): SessionEventBody {
  return {
    type: 'joined',
    person: { id: 'p1', name: 'Dev Shah', isSelf: false, role: 'none', decorations: [] },
  }
}

describe('the fold of a lesson', () => {
  it('keeps the stays of somebody who drops and comes back', () => {
    const state = foldAll(journal([1000, dev()], [5000, { type: 'left', id: 'p1' }], [9000, dev()]))
    expect(state?.people).toHaveLength(1)
    expect(state?.people[0]?.stays).toEqual([
      { from: T0 + 1000, to: T0 + 5000 },
      { from: T0 + 9000 },
    ])
  })

  it('closes every open stretch when the lesson ends, at the stated end', () => {
    const state = foldAll(
      journal(
        [1000, dev()],
        [2000, { type: 'camera', id: 'p1', reading: { state: 'on', why: 'livePicture' } }],
        [90_000, { type: 'ended', reason: 'interrupted', endedAt: T0 + 60_000 }],
      ),
    )
    expect(state?.ended).toEqual({ reason: 'interrupted', at: T0 + 60_000 })
    expect(state?.people[0]?.stays).toEqual([{ from: T0 + 1000, to: T0 + 60_000 }])
    expect(state?.people[0]?.cameraOn).toEqual([{ from: T0 + 2000, to: T0 + 60_000 }])
    expect(state?.people[0]?.present).toBe(false)
  })

  it('does not open a closed lesson again', () => {
    const state = foldAll(
      journal([1000, { type: 'ended', reason: 'left', endedAt: T0 + 1000 }], [2000, dev()]),
    )
    expect(state?.people).toEqual([])
    expect(state?.ended?.at).toBe(T0 + 1000)
  })

  it('takes notes and answers after the end', () => {
    const state = foldAll(
      journal(
        [1000, { type: 'ended', reason: 'left', endedAt: T0 + 1000 }],
        [2000, { type: 'note', about: '', text: 'rang Mrs Shah' }],
      ),
    )
    expect(state?.notes).toEqual([{ at: T0 + 2000, about: '', text: 'rang Mrs Shah' }])
  })

  it('forgets the room when the picture goes, so that the next picture is judged anew', () => {
    const state = foldAll(
      journal(
        [1000, dev()],
        [2000, { type: 'camera', id: 'p1', reading: { state: 'on', why: 'livePicture' } }],
        [3000, { type: 'room', id: 'p1', verdict: 'bedroom', confidence: 0.9, readings: 5 }],
        [4000, { type: 'camera', id: 'p1', reading: { state: 'off', why: 'videoHidden' } }],
      ),
    )
    expect(state?.people[0]?.room).toBeUndefined()
  })

  it('remembers that staff asked for the camera to be off, until it is on again', () => {
    const off = journal(
      [1000, dev()],
      [2000, { type: 'camera', id: 'p1', reading: { state: 'on', why: 'livePicture' } }],
      [
        3000,
        { type: 'prompted', promptId: 'room:p1', kind: 'room', about: ['p1'], clauses: ['CW-9'] },
      ],
      [4000, { type: 'answered', promptId: 'room:p1', answer: 'cameraOff', by: 'teacher' }],
      [5000, { type: 'camera', id: 'p1', reading: { state: 'off', why: 'videoHidden' } }],
    )
    expect(foldAll(off)?.people[0]?.cameraOffByStaffAt).toBe(T0 + 4000)
    const on = [
      ...off,
      {
        type: 'camera',
        id: 'p1',
        reading: { state: 'on', why: 'livePicture' },
        seq: off.length,
        at: T0 + 6000,
      } as const,
    ]
    expect(foldAll(on)?.people[0]?.cameraOffByStaffAt).toBeUndefined()
  })

  it('says "locked" only for a closed access, and takes it back only for an open one', () => {
    const closed = { state: 'restricted', askToJoin: 'off', seenAt: 'badge', label: '' } as const
    const unknown = {
      state: 'unknown',
      askToJoin: 'unknown',
      seenAt: 'nowhere',
      label: '',
    } as const
    const open = { state: 'open', askToJoin: 'on', seenAt: 'badge', label: '' } as const
    const locked = journal(
      [1000, { type: 'access', access: closed }],
      [2000, { type: 'access', access: unknown }],
    )
    expect(foldAll(locked)?.lockedAt).toBe(T0 + 1000)
    const opened = [
      ...locked,
      { type: 'access', access: open, seq: locked.length, at: T0 + 3000 } as const,
    ]
    expect(foldAll(opened)?.lockedAt).toBeUndefined()
    expect(foldAll(opened)?.reopenedAt).toEqual([T0 + 3000])
  })
})

describe('a lock by command', () => {
  const lock = (result: 'done' | 'guided'): SessionEventBody => ({
    type: 'command',
    command: { kind: 'lock' },
    outcome: { result, steps: [] },
  })

  it('is a lock when it was seen to take, and is none when the teacher was only shown where to click', () => {
    expect(foldAll(journal([1000, lock('done')]))?.lockedAt).toBe(T0 + 1000)
    expect(foldAll(journal([1000, lock('guided')]))?.lockedAt).toBeUndefined()
  })

  it('stays where asking to join can not be read, and goes when it is seen to be on', () => {
    const access = (askToJoin: 'unknown' | 'on'): SessionEventBody => ({
      type: 'access',
      access: { state: 'restricted', askToJoin, seenAt: 'badge', label: '' },
    })
    expect(foldAll(journal([1000, lock('done')], [2000, access('unknown')]))?.lockedAt).toBe(
      T0 + 1000,
    )
    expect(foldAll(journal([1000, lock('done')], [2000, access('on')]))?.lockedAt).toBeUndefined()
  })
})

describe('properties of the fold', () => {
  const bodies = fc.array(event(), { maxLength: 40 })

  it('replays to the same state', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const events = journal(
          ...list.map((body, index) => [index * 500, body] as [number, SessionEventBody]),
        )
        expect(foldAll(events)).toEqual(foldAll(structuredClone(events)))
      }),
    )
  })

  it('ignores an event that comes twice', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (list, pick) => {
        const events = journal(
          ...list.map((body, index) => [index * 500, body] as [number, SessionEventBody]),
        )
        const again = events[pick % events.length]
        if (again === undefined) return
        const state = foldAll(events)
        expect(fold(state, again)).toEqual(state)
      }),
    )
  })

  it('never has two open stays, nor a stay that ends before it begins', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const state = foldAll(
          journal(...list.map((body, index) => [index * 500, body] as [number, SessionEventBody])),
        )
        for (const person of state?.people ?? []) {
          expect(person.stays.filter((stay) => stay.to === undefined).length).toBeLessThanOrEqual(1)
          expect(person.stays.filter((stay) => stay.to === undefined).length).toBe(
            person.present ? 1 : 0,
          )
          for (const stay of person.stays)
            expect(stay.to ?? Infinity).toBeGreaterThanOrEqual(stay.from)
        }
      }),
    )
  })
})
