import { describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { foundWith, whichFound } from '../../lib/selftest/found.ts'
import { resultText } from '../../lib/selftest/result.ts'
import {
  NOT_BEGUN,
  progressWith,
  signState,
  STEPS,
  stepState,
  type Progress,
} from '../../lib/selftest/steps.ts'
import { summaryOf } from '../../lib/selftest/summary.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const ME = participant('me', 'Ms Khan', { isSelf: true })
const GUEST = participant('g', 'Amelia Potter')
const SELF = {
  isHost: 'yes',
  role: 'organiser',
  camera: 'on',
  microphone: 'on',
  presenting: 'no',
} as const
const UNREAD = { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' } as const
const ALONE: Partial<Observation> = {
  self: SELF,
  access: UNREAD,
  health: {
    ...ALL_COMPLETE,
    people: { level: 'partial', why: 'panelNeverOpened' },
    chat: { level: 'partial', why: 'panelClosed' },
  },
}
const alone = (change: Partial<Observation> = {}) =>
  observation([{ ...ME, seenIn: { tile: true, list: false } }], { ...ALONE, ...change })

function through(...seen: readonly Observation[]): Progress {
  return seen.reduce((progress, one) => progressWith(progress, summaryOf(one)), NOT_BEGUN)
}
const step = (id: string) => {
  const found = STEPS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no step ${id}`)
  return found
}

describe('the eight steps', () => {
  it('are eight, each with words for both sites and at least one sign', () => {
    expect(STEPS).toHaveLength(8)
    for (const one of STEPS) {
      expect(one.signs.length).toBeGreaterThan(0)
      for (const words of Object.values(one.todo)) expect(words).not.toBe('')
    }
    const keys = STEPS.flatMap((one) => one.signs.map((sign) => `${one.id}/${sign.id}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('before the call nothing is seen and nothing is wrong', () => {
    const progress = through(observation([], { phase: 'greenRoom' }))
    for (const one of STEPS)
      if (one.id !== 'chat' && one.id !== 'controls')
        expect(stepState(progress, one)).not.toBe('cannot')
    expect(signState(progress, 'join', 'inCall')).toEqual({ is: 'notYet' })
  })

  it('a whole test call is seen step by step, in any order of what comes with it', () => {
    const both = { ...ALONE, health: ALL_COMPLETE, self: SELF }
    const open = { state: 'open', askToJoin: 'on', seenAt: 'panel', label: '' } as const
    const shut = { ...open, state: 'restricted', askToJoin: 'off' } as const
    const line = {
      id: 'l',
      sender: 'Ms Khan',
      text: 'hi',
      timeShown: '',
      own: true,
      hasFile: false,
    }
    const seen = [
      alone(),
      observation([ME], both),
      observation([ME], {
        ...both,
        lobby: { knocks: [{ key: 'k', name: 'Amelia Potter', decorations: [] }] },
      }),
      observation([ME, GUEST], both),
      observation([ME, GUEST], { ...both, self: { ...SELF, camera: 'off' } }),
      observation([ME, GUEST], { ...both, chat: [line] }),
      observation([ME, GUEST], { ...both, access: open }),
      observation([ME, GUEST], { ...both, access: shut }),
      observation([ME, GUEST], { ...both, access: open }),
      observation([], { phase: 'ended', endReason: 'left' }),
    ]
    const progress = through(...seen)
    for (const one of STEPS)
      for (const sign of one.signs)
        expect(signState(progress, one.id, sign.id), `${one.id}/${sign.id}`).toEqual({ is: 'seen' })
  })

  it('says why something can’t be seen, and that it can once it could', () => {
    const blind = alone({
      health: { ...ALL_COMPLETE, lock: { level: 'blind', why: 'badgeMissing' } },
    })
    const progress = through(blind)
    expect(signState(progress, 'controls', 'access')).toEqual({ is: 'cannot', why: 'badgeMissing' })
    expect(stepState(progress, step('controls'))).toBe('cannot')
    const later = progressWith(
      progress,
      summaryOf(alone({ access: { ...UNREAD, state: 'open', seenAt: 'panel' } })),
    )
    expect(stepState(later, step('controls'))).toBe('seen')
    // What was seen stays seen.
    expect(stepState(progressWith(later, summaryOf(blind)), step('controls'))).toBe('seen')
  })

  it('opening again counts only after a lock, coming in only after a knock, an end only after a call', () => {
    const open = alone({ access: { ...UNREAD, state: 'open' } })
    expect(signState(through(open, open), 'lock', 'open')).toEqual({ is: 'notYet' })
    const two = observation([ME, GUEST], { self: SELF })
    expect(signState(through(two), 'knock', 'cameIn')).toEqual({ is: 'notYet' })
    const ended = observation([], { phase: 'ended' })
    expect(signState(through(ended), 'leave', 'ended')).toEqual({ is: 'notYet' })
  })

  it('a page that is not recognised can’t be read in any step', () => {
    const progress = through(observation([], { phase: 'unknown' }))
    expect(signState(progress, 'join', 'inCall')).toEqual({
      is: 'cannot',
      why: 'pageNotRecognised',
    })
  })
})

describe('what a technician sees of a reading', () => {
  it('holds no name, no text and no wording of the page', () => {
    const seen = observation([ME, GUEST], {
      title: 'Year 4 Maths with Amelia',
      code: 'abc-defg-hij',
      variant: 'Amelia Potter’s page',
      chat: [
        {
          id: 'c',
          sender: 'Amelia Potter',
          text: 'hello',
          timeShown: '',
          own: false,
          hasFile: false,
        },
      ],
      lobby: { knocks: [{ key: 'k', name: 'Dev Shah', decorations: [] }] },
      access: { state: 'open', askToJoin: 'on', seenAt: 'badge', label: 'Open to Dev' },
      health: {
        ...ALL_COMPLETE,
        people: { level: 'partial', why: 'listShorterThanCount', detail: '2/3' },
        chat: { level: 'blind', why: 'readerFailed', detail: 'no such element: Amelia' },
      },
    })
    const text = resultText({
      platform: 'meet',
      toolVersion: '0.1.0',
      looks: { asOf: '2026-09-27', from: 'shipped' },
      progress: progressWith(NOT_BEGUN, summaryOf(seen)),
      found: { stage: [1, 0] },
      now: 0,
    })
    expect(text).not.toMatch(/Amelia|Potter|Dev|Shah|Khan|hello|abc-defg|Maths/u)
    expect(JSON.parse(text)).toMatchObject({
      client: 'unknown',
      lastReading: { people: 2, pending: 1, health: { people: { detail: '2/3' } } },
      targets: { stage: { found: 'first', alternative: 1 } },
    })
  })
})

describe('which alternative found something', () => {
  it('adds up over the test: a dialog that has gone was there', () => {
    const found = foundWith(foundWith({}, { a: [0, 2], b: [0], c: [1, 0] }), { a: [0, 0], b: [0] })
    expect(whichFound(found)).toEqual([
      { target: 'a', which: 'later', alternative: 2, of: 2 },
      { target: 'b', which: 'none', alternative: 0, of: 1 },
      { target: 'c', which: 'first', alternative: 1, of: 2 },
    ])
  })
})
