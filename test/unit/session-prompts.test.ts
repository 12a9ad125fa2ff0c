import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/protocol/types.ts'
import { fold, foldAll, reconcilePrompts } from '../../lib/session/index.ts'
import type { PromptAnswer, SessionEventBody, SessionState } from '../../lib/session/index.ts'

const T0 = 1_780_000_000_000
const SECOND = 1000

const room: Finding = {
  key: 'room:p1:1',
  kind: 'room',
  about: ['p1'],
  clauses: ['CW-9'],
  severity: 'act',
  answers: ['askToMove', 'cameraOff', 'looksFine', 'later'],
}

/** A lesson in which findings are reconciled at chosen times and prompts answered in between. */
class Play {
  state: SessionState
  constructor() {
    const state = foldAll([
      {
        seq: 0,
        at: T0,
        type: 'started',
        sessionId: 's',
        platform: 'meet',
        code: 'c',
        title: '',
        toolVersion: '0',
        timeZone: 'Europe/London',
      },
    ])
    if (state === undefined) throw new Error('no state')
    this.state = state
    this.add({ type: 'roomCheck', state: 'on', why: '' }, 0)
  }
  add(body: SessionEventBody, after: number): void {
    this.state = fold(this.state, { ...body, seq: this.state.seq, at: T0 + after }) ?? this.state
  }
  look(after: number, ...findings: Finding[]): readonly SessionEventBody[] {
    const events = reconcilePrompts(this.state, findings, T0 + after)
    for (const body of events) this.add(body, after)
    return events
  }
  answer(after: number, promptId: string, answer: PromptAnswer): void {
    this.add({ type: 'answered', promptId, answer, by: 'teacher' }, after)
  }
}

describe('prompts that do not nag', () => {
  it('asks once about one cause, however often it is found', () => {
    const play = new Play()
    expect(play.look(0, room)).toHaveLength(1)
    expect(play.look(5 * SECOND, room)).toEqual([])
    expect(play.look(3600 * SECOND, room)).toEqual([])
  })

  it('clears itself when the cause is gone', () => {
    const play = new Play()
    play.look(0, room)
    expect(play.look(9 * SECOND)).toEqual([
      { type: 'answered', promptId: 'room:p1:1', answer: 'cleared', by: 'itself' },
    ])
  })

  it('withdraws what a check asked that is switched off, and asks again when it is on', () => {
    const play = new Play()
    play.look(0, room)
    play.add({ type: 'roomCheck', state: 'off', why: 'teacher' }, 2 * SECOND)
    expect(play.look(2 * SECOND)).toEqual([
      { type: 'answered', promptId: 'room:p1:1', answer: 'withdrawn', by: 'itself' },
    ])
    play.add({ type: 'roomCheck', state: 'on', why: '' }, 9 * SECOND)
    expect(play.look(9 * SECOND, room)).toMatchObject([
      { type: 'prompted', promptId: 'room:p1:1#2' },
    ])
  })

  it('never asks again about a scene that looks fine', () => {
    const play = new Play()
    play.look(0, room)
    play.answer(1 * SECOND, room.key, 'looksFine')
    expect(play.look(3600 * SECOND, room)).toEqual([])
  })

  it.each([
    ['later', 180],
    ['askToMove', 90],
    ['askCameraOn', 120],
  ] as const)('asks again %s only after %i seconds', (answer, quiet) => {
    const play = new Play()
    play.look(0, room)
    play.answer(0, room.key, answer)
    expect(play.look((quiet - 1) * SECOND, room)).toEqual([])
    expect(play.look(quiet * SECOND, room)).toMatchObject([
      { type: 'prompted', promptId: 'room:p1:1#2' },
    ])
  })

  it('does not flicker when a cause comes and goes', () => {
    const play = new Play()
    play.look(0, room)
    play.look(1 * SECOND)
    expect(play.look(2 * SECOND, room)).toEqual([])
    expect(play.look(30 * SECOND, room)).toHaveLength(1)
  })

  it('speaks up for a new person with the same problem', () => {
    const cameras = (about: string[]): Finding => ({
      ...room,
      key: 'cameras',
      kind: 'cameraOff',
      about,
    })
    const play = new Play()
    play.look(0, cameras(['p1']))
    play.answer(1 * SECOND, 'cameras', 'seen')
    expect(play.look(2 * SECOND, cameras(['p1']))).toEqual([])
    expect(play.look(3 * SECOND, cameras(['p1', 'p2']))).toHaveLength(1)
  })
})
