import { describe, expect, it } from 'vitest'
import type { Command, Observation, Outcome, Participant } from '../../lib/meeting/index.ts'
import { diff, fold, foldAll, NOTHING_MISSING } from '../../lib/session/index.ts'
import type { Missing, SessionEventBody, SessionState } from '../../lib/session/index.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const T0 = 1_780_000_000_000
const SECOND = 1000
const DONE: Outcome = { result: 'done', steps: [] }
const GUIDED: Outcome = { result: 'guided', steps: [] }
const FOLDED: Observation['health'] = {
  ...ALL_COMPLETE,
  lobby: { level: 'partial', why: 'panelClosed', detail: 'folded' },
}

/** A lesson at its door: what the page shows and what became of the teacher's clicks, each at its second. */
class Door {
  #state: SessionState
  #missing: Missing = NOTHING_MISSING
  #now = T0

  constructor() {
    const begun = foldAll([
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
    if (begun === undefined) throw new Error('no state')
    this.#state = begun
  }

  at(seconds: number): this {
    this.#now = T0 + seconds * SECOND
    return this
  }
  tell(body: SessionEventBody): this {
    this.#state = fold(this.#state, { ...body, seq: this.#state.seq, at: this.#now }) ?? this.#state
    return this
  }
  /** A reading: these wait under these keys, the name being what stands before the number. */
  reads(
    people: readonly Participant[],
    keys: readonly string[],
    health: Observation['health'] = ALL_COMPLETE,
  ): this {
    const knocks = keys.map((key) => ({ key, name: nameOf(key), decorations: [] }))
    const seen = observation(people, { lobby: { knocks }, health })
    const found = diff(this.#state, seen, this.#missing, this.#now)
    this.#missing = found.missing
    for (const body of found.events) this.tell(body)
    return this
  }
  commands(kind: 'admit' | 'deny', key: string, outcome: Outcome = DONE): this {
    const command: Command = { kind, key, name: nameOf(key) }
    return this.tell({ type: 'command', command, outcome })
  }

  get waiting(): readonly string[] {
    return this.#state.knocks.map((one) => one.key)
  }
  get gone(): readonly (readonly [key: string, how: string])[] {
    return this.#state.pastKnocks.map((one) => [one.key, one.how])
  }
  get entries(): readonly string[] {
    return (this.#state.entries ?? []).map((one) => one.key)
  }
}

const nameOf = (key: string): string => key.replace(/#\d+$/, '')
const amelia = participant('p1', 'Amelia Potter')
const gary = participant('p7', 'Gary')

describe('somebody who is turned away', () => {
  it('was not let in, also under the name of a child who is in the call', () => {
    const door = new Door().reads([amelia], [])
    door.at(10).reads([amelia], ['Amelia Potter#0'])
    // The page shows the row gone before it says what became of the click.
    door.at(20).reads([amelia], []).commands('deny', 'Amelia Potter#0')
    door.at(21).reads([amelia], [])
    expect(door.gone).toEqual([['Amelia Potter#0', 'denied']])
    expect(door.entries).toEqual([])
  })

  it('was not let in where nobody knows the name', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).commands('deny', 'Gary#0').reads([], [])
    expect(door.gone).toEqual([['Gary#0', 'denied']])
  })

  it('has gone at once, also while nobody can tell who waits', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).commands('deny', 'Gary#0').reads([], [], FOLDED)
    expect([door.waiting, door.gone]).toEqual([[], [['Gary#0', 'denied']]])
  })

  it('is only gone where the button was pointed at and nobody saw it pressed', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).commands('deny', 'Gary#0', GUIDED).reads([], [])
    expect(door.waiting).toEqual(['Gary#0'])
    door.at(25).reads([], [])
    expect(door.gone).toEqual([['Gary#0', 'unknown']])
  })

  it('may knock again and be let in', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).commands('deny', 'Gary#0').reads([], [])
    door.at(60).reads([], ['Gary#0'])
    door.at(70).reads([gary], [])
    expect(door.gone).toEqual([
      ['Gary#0', 'denied'],
      ['Gary#0', 'admitted'],
    ])
    expect(door.entries).toEqual(['Gary#0'])
  })

  it('stands in the list still: it was another who went', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).commands('deny', 'Gary#0').reads([], ['Gary#0'])
    door.at(40).reads([], ['Gary#0'])
    door.at(41).reads([gary], [])
    expect(door.gone).toEqual([['Gary#0', 'admitted']])
    expect(door.entries).toEqual(['Gary#0'])
  })

  it('of two of one name is the one of the click', () => {
    const door = new Door().reads([], ['Gary#0', 'Gary#1'])
    door.at(20).commands('deny', 'Gary#0').reads([gary], [])
    expect(door.gone).toEqual([
      ['Gary#0', 'denied'],
      ['Gary#1', 'admitted'],
    ])
    expect(door.entries).toEqual(['Gary#1'])
  })

  it('of two of one name is counted once, where the page numbers the other anew', () => {
    const door = new Door().reads([], ['Gary#0', 'Gary#1'])
    door.at(20).commands('deny', 'Gary#0').reads([], ['Gary#0'])
    door.at(25).reads([], ['Gary#0'])
    expect(door.gone).toEqual([['Gary#1', 'denied']])
    door.at(60).reads([gary], [])
    expect(door.gone).toEqual([
      ['Gary#1', 'denied'],
      ['Gary#0', 'admitted'],
    ])
  })

  it('was not let in where the page said so only after the row was given up', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(20).reads([], []).at(25).reads([], [])
    expect(door.gone).toEqual([['Gary#0', 'unknown']])
    door.at(26).commands('deny', 'Gary#0')
    expect(door.gone).toEqual([['Gary#0', 'denied']])
  })

  it('was not let in where the call ended before the next reading', () => {
    const door = new Door().reads([], ['Gary#0', 'Kim#0'])
    door.at(20).commands('deny', 'Gary#0')
    door.tell({ type: 'ended', reason: 'endedForAll', endedAt: T0 + 21 * SECOND })
    expect(door.gone).toEqual([
      ['Gary#0', 'denied'],
      ['Kim#0', 'unknown'],
    ])
  })
})

describe('a journal that calls somebody let in or gone whom the page was seen to turn away', () => {
  const knocked = { type: 'knocked', key: 'Gary#0', name: 'Gary', late: false } as const
  const gone = { type: 'knockGone', key: 'Gary#0', name: 'Gary' } as const

  it.each(['admitted', 'unknown'] as const)('is put right (%s)', (how) => {
    const before = new Door().tell(knocked)
    before.at(20).commands('deny', 'Gary#0')
    expect(before.at(24).tell({ ...gone, how }).gone).toEqual([['Gary#0', 'denied']])
    const after = new Door().tell(knocked)
    after.at(20).tell({ ...gone, how })
    expect(after.at(21).commands('deny', 'Gary#0').gone).toEqual([['Gary#0', 'denied']])
  })

  it('keeps that they came in later', () => {
    const door = new Door().tell(knocked)
    door.at(20).commands('deny', 'Gary#0')
    const person = { id: 'p7', name: 'Gary', isSelf: false, role: 'none', decorations: [] } as const
    door.at(900).tell({ type: 'joined', person })
    door.tell({ ...gone, how: 'admitted' })
    expect([door.gone, door.entries]).toEqual([[['Gary#0', 'admitted']], ['Gary#0']])
  })
})

describe('a waiting list that folds while somebody of that name is in the call', () => {
  it('keeps who took the name of a child that was there before', () => {
    const door = new Door().reads([amelia], [])
    door.at(10).reads([amelia], ['Amelia Potter#0'])
    door.at(20).reads([amelia], [], FOLDED)
    door.at(60).reads([amelia], [], FOLDED)
    expect([door.waiting, door.gone]).toEqual([['Amelia Potter#0'], []])
    // The list is opened, and nobody is in it any more: gone, and nobody knows how.
    door.at(70).reads([amelia], []).at(75).reads([amelia], [])
    expect(door.gone).toEqual([['Amelia Potter#0', 'unknown']])
  })

  it('keeps them also where child and knock were first read together', () => {
    const door = new Door().reads([amelia], ['Amelia Potter#0'])
    door.at(20).reads([amelia], [], FOLDED)
    expect(door.waiting).toEqual(['Amelia Potter#0'])
  })

  it('lets them go when somebody of the name comes in as well, by whatever button', () => {
    const door = new Door().reads([amelia], [])
    door.at(10).reads([amelia], ['Amelia Potter#0'])
    door.at(20).reads([amelia, participant('p2', 'Amelia Potter')], [], FOLDED)
    expect(door.gone).toEqual([['Amelia Potter#0', 'admitted']])
  })

  it('lets them go when they were in the call before their row went', () => {
    const door = new Door().reads([], ['Gary#0'])
    door.at(10).reads([gary], ['Gary#0'])
    door.at(20).reads([gary], [], FOLDED)
    expect(door.gone).toEqual([['Gary#0', 'admitted']])
  })

  it('takes one who comes in for one who waited', () => {
    const door = new Door().reads([], ['Gary#0', 'Gary#1'])
    door.at(10).reads([gary], [], FOLDED)
    door.at(20).reads([gary], [], FOLDED)
    expect([door.waiting, door.gone]).toEqual([['Gary#1'], [['Gary#0', 'admitted']]])
    door.at(30).reads([gary, participant('p8', 'Gary')], [], FOLDED)
    expect(door.waiting).toEqual([])
  })

  it('does not take somebody who took the name in the call for one who came in', () => {
    const door = new Door().reads([], ['Amelia Potter#0'])
    door.at(10).reads([gary], ['Amelia Potter#0'])
    door.at(20).reads([participant('p7', 'Amelia Potter')], [], FOLDED)
    door.at(30).reads([participant('p7', 'Amelia Potter')], [], FOLDED)
    expect(door.waiting).toEqual(['Amelia Potter#0'])
  })

  it('believes the page that it let them in, also where their place in the call was never seen empty', () => {
    const people: Observation['health'] = {
      ...FOLDED,
      people: { level: 'partial', why: 'panelClosed' },
    }
    const door = new Door().reads([amelia], [])
    door.at(10).reads([], ['Amelia Potter#0'], people)
    door.at(20).commands('admit', 'Amelia Potter#0').reads([amelia], [], people)
    expect(door.gone).toEqual([['Amelia Potter#0', 'admitted']])
  })
})
