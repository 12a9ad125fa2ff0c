import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { receive } from '../../lib/bus/receive.ts'
import type { Receivers } from '../../lib/bus/receive.ts'
import {
  fromMeetingPort,
  fromOffscreen,
  fromPages,
  observationSchema,
} from '../../lib/bus/schemas.ts'
import { HEALTH_REASONS, MAX_PEOPLE } from '../../lib/meeting/index.ts'
import type {
  ChatLine,
  HealthItem,
  Knock,
  Observation,
  Participant,
  Share,
} from '../../lib/meeting/index.ts'
import { bounded } from '../../lib/observe/bounded.ts'
import { observation, participant } from '../support/observe.ts'
import { anyText } from '../vectors/lessons/text.ts'

/** Any text, now and then far longer than anything on a real page. */
const text = fc.oneof(
  { weight: 4, arbitrary: anyText(12) },
  { weight: 1, arbitrary: fc.constantFrom('', 'x'.repeat(120), 'x'.repeat(320)) },
  { weight: 1, arbitrary: fc.tuple(anyText(3), fc.nat(6000)).map(([a, n]) => a + '😀'.repeat(n)) },
)
const texts = fc.oneof(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 40 }))
/** What a page can show where a number should be. */
const count = fc.oneof(fc.nat(), fc.double(), fc.integer(), fc.constantFrom(1e9, NaN, Infinity, -1))
/** Few as in a class, or more than are taken. */
function crowd<T>(one: fc.Arbitrary<T>, many: number): fc.Arbitrary<readonly T[]> {
  const copies = fc.tuple(one, fc.nat(many)).map(([each, n]) => Array<T>(n).fill(each))
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(one, { maxLength: 4 }) },
    { weight: 1, arbitrary: copies },
  )
}

const person: fc.Arbitrary<Participant> = fc
  .tuple(text, text, texts)
  .map(([id, name, decorations]) => participant(id, name, { decorations }))
const knock: fc.Arbitrary<Knock> = fc.record({ key: text, name: text, decorations: texts })
const line: fc.Arbitrary<ChatLine> = fc.record({
  id: text,
  sender: text,
  text,
  timeShown: text,
  own: fc.boolean(),
  hasFile: fc.boolean(),
})
const share: fc.Arbitrary<Share> = fc.record(
  { mediaId: text, ownerId: text, ownerName: text, own: fc.boolean() },
  { requiredKeys: ['mediaId', 'own'] },
)
const health: fc.Arbitrary<HealthItem> = fc.oneof(
  fc.constant({ level: 'complete' } as const),
  fc.record(
    {
      level: fc.constantFrom('partial' as const, 'blind' as const),
      why: fc.constantFrom(...HEALTH_REASONS),
      detail: text,
    },
    { requiredKeys: ['level', 'why'] },
  ),
)

/** Any reading of the type that readings have: whatever a page can show in the place of each text, number and list. */
const reading: fc.Arbitrary<Observation> = fc
  .record({
    head: fc.record(
      { title: text, code: text, variant: text, deviceCount: count },
      { requiredKeys: [] },
    ),
    people: crowd(person, MAX_PEOPLE + 50),
    self: fc.record({ id: text, name: text }, { requiredKeys: [] }),
    knocks: crowd(knock, MAX_PEOPLE + 50),
    pending: fc.option(count, { nil: undefined }),
    chat: crowd(line, 1050),
    shares: crowd(share, 60),
    label: text,
    health: fc.record({
      people: health,
      lobby: health,
      cameras: health,
      chat: health,
      lock: health,
    }),
  })
  .map(({ head, people, self, knocks, pending, chat, shares, label, health: how }) => {
    const usual = observation(people, { ...head, chat, shares, health: how })
    return {
      ...usual,
      self: { ...usual.self, ...self },
      lobby: { knocks, ...(pending === undefined ? {} : { pending }) },
      access: { ...usual.access, label },
    }
  })

describe('a reading, whatever the page shows,', () => {
  // T-11
  it('is what the background takes once it is bounded, and bounded again it is the same', () => {
    fc.assert(
      fc.property(reading, (seen) => {
        const cut = bounded(seen)
        expect(observationSchema.safeParse(cut).error?.message).toBeUndefined()
        expect(bounded(cut)).toBe(cut)
      }),
      { numRuns: 150 },
    )
  })

  it('is said to be partial where people or knocks were left out', () => {
    fc.assert(
      fc.property(reading, (seen) => {
        const { people, lobby, health: now } = bounded(seen)
        if (people.length < seen.people.length) expect(now.people.level).not.toBe('complete')
        if (lobby.knocks.length < seen.lobby.knocks.length)
          expect(now.lobby.level).not.toBe('complete')
      }),
      { numRuns: 100 },
    )
  })
})

const ID = 'abcdefghijklmnopabcdefghijklmnop'
const OURS = `chrome-extension://${ID}`
const MEETING = {
  id: ID,
  origin: 'https://meet.google.com',
  url: 'https://meet.google.com/abc-defg-hij',
  frameId: 0,
  tab: { id: 7, windowId: 3 },
}

/** Whatever a message can hold: it is cloned, so that it need not be JSON. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
  }),
)
const kinds = fc.oneof(
  fc.constantFrom(...Object.keys(fromPages), ...Object.keys(fromOffscreen), 'openPanel'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
  anyText(12),
)
/** Half of all begin like a message to the background. */
const message = fc.oneof(
  anything,
  fc.record({ to: fc.constant('background'), kind: kinds, payload: anything }),
)
/** Senders that are nobody of ours, or claim to be. */
const stranger = fc.record(
  {
    id: fc.oneof(fc.constant('x'.repeat(32)), anyText(40)),
    origin: fc.oneof(fc.constant(OURS), fc.constant(MEETING.origin), fc.webUrl(), anyText(40)),
    url: fc.oneof(fc.constant(`${OURS}/sidepanel.html`), fc.webUrl(), anyText(40)),
    frameId: fc.integer(),
    tab: fc.record({ id: fc.integer(), windowId: fc.integer() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)

function door() {
  const through: { readonly kind: string; readonly payload?: unknown }[] = []
  const to: Receivers = {
    fromPage: async (kind, payload) => void through.push({ kind, payload }),
    fromOffscreen: async (kind, payload) => void through.push({ kind, payload }),
    openPanel: () => through.push({ kind: 'openPanel' }),
  }
  return { through, to }
}

describe('any message at all', () => {
  // The log of refusals is not what is looked at here.
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
  afterEach(() => vi.restoreAllMocks())

  // T-12
  it('opens no door to a stranger, and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(message, stranger, async (sent, sender) => {
        const { through, to } = door()
        const reply = await receive(sent, sender, ID, to)
        expect(reply?.ok ?? false).toBe(false)
        expect(through).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  // T-13
  it('opens no door to a meeting page but the panel’s', async () => {
    await fc.assert(
      fc.asyncProperty(message, async (sent) => {
        const { through, to } = door()
        await receive(sent, MEETING, ID, to)
        expect(through.filter(({ kind }) => kind !== 'openPanel')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['a page of ours', 'sidepanel.html', fromPages],
    ['the offscreen page', 'offscreen.html', fromOffscreen],
  ] as const)('of %s comes through only in the shape of its kind', async (_who, path, shapes) => {
    const sender = { id: ID, origin: OURS, url: `${OURS}/${path}` }
    const table = new Map(Object.entries(shapes))
    await fc.assert(
      fc.asyncProperty(message, async (sent) => {
        const { through, to } = door()
        await receive(sent, sender, ID, to)
        for (const { kind, payload } of through) {
          const shape = table.get(kind)
          expect(shape?.safeParse(payload).success, kind).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  // T-11
  it('of a meeting page’s port is one of its messages or refused, and throws nothing', () => {
    const claims = fc.record(
      {
        type: fc.oneof(
          fc.constantFrom('observed', 'performed', 'answer', 'inspected', 'queue', 'alive'),
          kinds,
        ),
        observation: anything,
        answer: anything,
        id: anything,
        outcome: anything,
        inspection: anything,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anything, claims), (sent) => {
        const parsed = fromMeetingPort.safeParse(sent)
        // Nothing that is not written here can be made up of chance.
        if (parsed.success) expect(parsed.data).toEqual({ type: 'alive' })
      }),
      { numRuns: 300 },
    )
  })
})
