import { describe, expect, it } from 'vitest'
import type { Observation, Participant } from '../../lib/meeting/index.ts'
import { diff, fold, foldAll, NOTHING_MISSING } from '../../lib/session/index.ts'
import type { Missing, SessionEventBody, SessionState } from '../../lib/session/index.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const T0 = 1_780_000_000_000
const SECOND = 1000
const FOLDED: Observation['health'] = {
  ...ALL_COMPLETE,
  lobby: { level: 'partial', why: 'panelClosed', detail: 'folded' },
}

/** A lesson at its door: what the page shows, each reading at its second. */
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

  get waiting(): readonly string[] {
    return this.#state.knocks.map((one) => one.key)
  }
  get gone(): readonly (readonly [key: string, how: string])[] {
    return this.#state.pastKnocks.map((one) => [one.key, one.how])
  }
}

const nameOf = (key: string): string => key.replace(/#\d+$/, '')
const amelia = participant('p1', 'Amelia Potter')
const gary = participant('p7', 'Gary')

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
})
