import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Observation, Participant } from '../../lib/meeting/index.ts'
import { diff, fold, foldAll, NOTHING_MISSING } from '../../lib/session/index.ts'
import { isShown, noticeSince } from '../../lib/session/notices.ts'
import type { Missing, SessionState } from '../../lib/session/index.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const T0 = 1_780_000_000_000

function begun(): SessionState {
  const state = foldAll([
    {
      seq: 0,
      at: T0,
      type: 'started',
      sessionId: 's1',
      platform: 'meet',
      code: 'abc-defg-hij',
      title: '',
      toolVersion: '0.1.0',
      timeZone: 'Europe/London',
    },
  ])
  if (state === undefined) throw new Error('no state')
  return state
}

/** Plays readings, each with its time after the start, and returns where the lesson stands. */
function play(...readings: readonly [number, Observation][]): SessionState {
  let state = begun()
  let missing: Missing = NOTHING_MISSING
  for (const [after, seen] of readings) {
    const found = diff(state, seen, missing, T0 + after)
    missing = found.missing
    for (const body of found.events)
      state = fold(state, { ...body, seq: state.seq, at: T0 + after }) ?? state
  }
  return state
}

const dev = participant('p1', 'Dev Shah')
const amelia = participant('p2', 'Amelia Potter')
const partial: Observation['health'] = {
  ...ALL_COMPLETE,
  people: { level: 'partial', why: 'panelClosed' },
}

describe('a share whose owner has no picture beside it', () => {
  const share = { mediaId: 'm9', ownerId: dev.id, own: false }
  const sharing = (...people: Participant[]): Observation => ({
    ...observation(people),
    health: partial,
    shares: [share],
  })
  const presents = (state: SessionState) =>
    state.people.filter((one) => one.presenting).map(({ name }) => name)

  it('is theirs whom the lesson knows to be in the call', () => {
    expect(presents(play([0, observation([dev, amelia])], [1000, sharing(amelia)]))).toEqual([
      'Dev Shah',
    ])
  })

  it('is over when they are read again', () => {
    const after = observation([dev, amelia])
    expect(presents(play([0, after], [1000, sharing(amelia)], [2000, after]))).toEqual([])
  })

  it('brings nobody into the call, and nobody back', () => {
    expect(play([0, sharing(amelia)]).people.map(({ name }) => name)).toEqual(['Amelia Potter'])
    const left = play(
      [0, observation([dev, amelia])],
      [1000, observation([amelia])],
      [9000, observation([amelia])],
      [10_000, sharing(amelia)],
    )
    expect(left.people.map(({ present }) => present)).toEqual([false, true])
    expect(presents(left)).toEqual([])
  })
})

describe('what a page shows later than the name', () => {
  const khan = (more: Partial<Participant>) => participant('k', 'Ms Khan', more)
  const dev = (more: Partial<Participant>) => participant('d', 'Dev Shah', more)
  const seen = (...people: Participant[]) => observation(people)

  it('is taken up: that she is the teacher, a rank, a mark', () => {
    const state = play(
      [0, seen(khan({ role: 'unknown' }))],
      [1000, seen(khan({ isSelf: true, role: 'host' }), dev({}))],
      [2000, seen(khan({ isSelf: true, role: 'unknown' }), dev({ decorations: ['Guest'] }))],
      [3000, seen(khan({ isSelf: false, role: 'unknown' }), dev({}))],
    )
    expect(state.people).toMatchObject([
      { id: 'k', isSelf: true, role: 'host' },
      { id: 'd', isSelf: false, decorations: ['Guest'] },
    ])
  })

  it('is put right when it is somebody else', () => {
    const state = play(
      [0, seen(khan({}), dev({ isSelf: true }))],
      [1000, seen(khan({ isSelf: true }), dev({}))],
    )
    expect(state.people.map(({ id, isSelf }) => [id, isSelf])).toEqual([
      ['k', true],
      ['d', false],
    ])
  })

  it('is written once, however many marks a page invents', () => {
    const many = Array.from({ length: 60 }, (_, n) => `mark ${n}`)
    const readings = many.map((_, n): [number, Observation] => [
      n * 1000,
      seen(dev({ decorations: many.slice(n, n + 1) })),
    ])
    const state = play(...readings)
    expect(state.people[0]?.decorations).toHaveLength(20)
    expect(
      diff(state, readings.at(-1)?.[1] ?? seen(), NOTHING_MISSING, T0 + 99_000).events,
    ).toEqual([])
  })
})

describe('from readings to events', () => {
  it('marks nobody as gone from a partial list', () => {
    const state = play(
      [0, observation([dev, amelia])],
      [60_000, observation([dev], { health: partial })],
    )
    expect(state.people.map((person) => person.present)).toEqual([true, true])
  })

  it('marks somebody as gone who is missing from complete readings for some seconds', () => {
    const once = play([0, observation([dev, amelia])], [1000, observation([dev])])
    expect(once.people[1]?.present).toBe(true)
    const long = play(
      [0, observation([dev, amelia])],
      [1000, observation([dev])],
      [6000, observation([dev])],
    )
    expect(long.people[1]?.present).toBe(false)
  })

  it('starts counting again when a partial reading comes in between', () => {
    const state = play(
      [0, observation([dev, amelia])],
      [1000, observation([dev])],
      [3000, observation([dev], { health: partial })],
      [6000, observation([dev])],
    )
    expect(state.people[1]?.present).toBe(true)
  })

  it('keeps a camera that can not be told as it was seen last', () => {
    const unknown = participant('p1', 'Dev Shah', { camera: { state: 'unknown', why: 'noTile' } })
    expect(
      play([0, observation([dev])], [1000, observation([unknown])]).people[0]?.camera.state,
    ).toBe('on')
  })

  it('does not call a camera off before the picture had time to come', () => {
    const noPicture = participant('p1', 'Dev Shah', {
      camera: { state: 'off', why: 'noVideoElement' },
    })
    expect(
      play([0, observation([noPicture])], [1000, observation([dev])]).people[0]?.cameraOn,
    ).toHaveLength(1)
    const soon = play([0, observation([noPicture])], [1000, observation([noPicture])])
    expect(soon.people[0]?.camera.state).toBe('unknown')
    const later = play([0, observation([noPicture])], [4000, observation([noPicture])])
    expect(later.people[0]?.camera.state).toBe('off')
  })

  it('keeps two devices of one name apart', () => {
    const state = play([0, observation([dev, participant('p9', 'Dev Shah')])])
    expect(state.people.map((person) => person.id)).toEqual(['p1', 'p9'])
  })

  it('records a change of name with old and new', () => {
    const state = play(
      [0, observation([dev])],
      [5000, observation([participant('p1', 'Amelia Potter')])],
    )
    expect(state.people[0]?.renames).toEqual([
      { at: T0 + 5000, from: 'Dev Shah', to: 'Amelia Potter' },
    ])
  })

  it('calls a knock late after the deadline, and admitted when the name comes in', () => {
    const knock = { key: 'k1', name: 'Dev Shah', decorations: [] }
    const waiting = observation([], { lobby: { knocks: [knock] } })
    const state = play([0, waiting], [1000, observation([dev])])
    expect(state.knocks).toEqual([])
    expect(state.pastKnocks).toMatchObject([{ name: 'Dev Shah', how: 'admitted', late: false }])
  })

  it('does not lose a knock while the waiting list can not be read', () => {
    const knock = { key: 'k1', name: 'iPad (2)', decorations: [] }
    const blind: Observation['health'] = {
      ...ALL_COMPLETE,
      lobby: { level: 'partial', why: 'panelClosed' },
    }
    const state = play(
      [0, observation([], { lobby: { knocks: [knock] } })],
      [60_000, observation([], { health: blind })],
    )
    expect(state.knocks).toHaveLength(1)
  })

  it('does not take an unreadable badge for an open call', () => {
    const closed = {
      state: 'restricted',
      askToJoin: 'off',
      seenAt: 'badge',
      label: 'Restricted',
    } as const
    const unreadable = {
      state: 'unknown',
      askToJoin: 'unknown',
      seenAt: 'nowhere',
      label: '',
    } as const
    const state = play(
      [0, observation([], { access: closed })],
      [9000, observation([], { access: unreadable })],
    )
    expect(state.lockedAt).toBe(T0)
    expect(state.reopenedAt).toEqual([])
  })

  it('writes nothing when nothing changed', () => {
    const state = play([0, observation([dev, amelia])])
    expect(diff(state, observation([dev, amelia]), NOTHING_MISSING, T0 + 9000).events).toEqual([])
  })

  it('never removes anybody on partial readings, whatever they show', () => {
    const some = fc.subarray([dev, amelia, participant('p3', 'Zoë Brown')])
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (lists) => {
        const all = observation([dev, amelia, participant('p3', 'Zoë Brown')])
        const readings = lists.map((list, index): [number, Observation] => [
          (index + 1) * 10_000,
          observation(list, { health: partial }),
        ])
        expect(play([0, all], ...readings).people.every((person) => person.present)).toBe(true)
      }),
    )
  })
})

describe('a sign that the call is recorded', () => {
  const signs = (recording: 'yes' | 'no' | 'unknown'): Observation => {
    const seen = observation([amelia])
    return { ...seen, notices: { ...seen.notices, recording } }
  }
  const until = (last: number): [number, Observation][] => [
    [0, signs('yes')],
    [1000, signs('unknown')],
    [last, signs('unknown')],
  ]

  it('that is missed for some seconds is shown', () => {
    expect(isShown(play(...until(9000)), 'recording')).toBe(true)
    expect(
      isShown(play(...until(9000), [9500, signs('yes')], [12_000, signs('unknown')]), 'recording'),
    ).toBe(true)
  })
  it('that is gone is not shown, and nothing says that the recording is over', () => {
    const state = play(...until(11_000), [20_000, signs('unknown')])
    expect(isShown(state, 'recording')).toBe(false)
    expect(state.notices.recording).toBe('yes')
    expect(state.noticed?.recording).toEqual([{ from: T0 }])
    expect(state.seq).toBe(play(...until(11_000)).seq)
  })
  it('that comes back is shown again; only after long it stands for another recording', () => {
    const soon = play(...until(11_000), [60_000, signs('yes')])
    expect(isShown(soon, 'recording')).toBe(true)
    expect(noticeSince(soon, 'recording')).toBe(T0)
    const long = play(...until(11_000), [611_000, signs('yes')])
    expect(noticeSince(long, 'recording')).toBe(T0 + 611_000)
    expect(
      noticeSince(
        play(...until(11_000), [611_000, signs('yes')], [700_000, signs('no')]),
        'recording',
      ),
    ).toBe(T0)
  })
})
