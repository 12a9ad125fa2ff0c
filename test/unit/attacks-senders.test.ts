import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { MAX_PEOPLE } from '../../lib/meeting/index.ts'
import { receive } from '../../lib/bus/receive.ts'
import type { Receivers } from '../../lib/bus/receive.ts'
import {
  fromMeetingPort,
  fromOffscreen,
  fromPages,
  observationSchema,
} from '../../lib/bus/schemas.ts'
import { bounded } from '../../lib/observe/bounded.ts'
import { takeOver } from '../../lib/observe/life.ts'
import { YEAR4, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { HOSTILE } from '../support/hostile.ts'
import { observation, participant } from '../support/observe.ts'
import { announce, tally } from '../support/tally.ts'

/** Messages from somebody who is not who they seem, or who says more than they may. */
const repelled = tally()
afterAll(() => announce(repelled.summary('attacks by messages repelled')))

// The log of refusals is not what is looked at here.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

const ID = 'abcdefghijklmnopabcdefghijklmnop'
const OURS = `chrome-extension://${ID}`
const MEETING = {
  id: ID,
  origin: 'https://meet.google.com',
  url: 'https://meet.google.com/abc-defg-hij',
  frameId: 0,
  tab: { id: 7, windowId: 3 },
}
const ourPage = (path: string) => ({ id: ID, origin: OURS, url: `${OURS}/${path}` })

/** A door that nothing may come through. */
function shut() {
  const through: string[] = []
  const to: Receivers = {
    fromPage: async (kind) => void through.push(kind),
    fromOffscreen: async (kind) => void through.push(kind),
    openPanel: () => through.push('openPanel'),
  }
  return { through, to }
}

async function refused(message: unknown, sender: object): Promise<void> {
  const { through, to } = shut()
  const reply = await receive(message, sender, ID, to)
  expect(reply === undefined || !reply.ok).toBe(true)
  expect(through).toEqual([])
}

const claim = (kind: string, payload: unknown = {}) => ({ to: 'background', kind, payload })

describe('what only our own pages may ask', () => {
  // T-12
  it.each([
    ['a meeting page', MEETING],
    ['a frame in a meeting page', { ...MEETING, frameId: 4 }],
    ['another extension', { ...MEETING, id: 'x'.repeat(32) }],
    [
      'another extension that claims our address',
      { ...ourPage('sidepanel.html'), id: 'x'.repeat(32) },
    ],
    ['a page of ours that does not exist', ourPage('other.html')],
    ['a page whose path only ends like ours', ourPage('x/sidepanel.html')],
    ['a site that calls itself ours', { ...MEETING, origin: `https://${ID}` }],
    ['nobody', {}],
  ])('is refused to %s', async (_who, sender) => {
    for (const kind of Object.keys(fromPages)) {
      await refused(claim(kind), sender)
      repelled.count('false sender')
    }
  })
  it('is refused to the offscreen page, and what that may say to all others', async () => {
    for (const kind of Object.keys(fromPages)) await refused(claim(kind), ourPage('offscreen.html'))
    for (const kind of Object.keys(fromOffscreen))
      for (const sender of [ourPage('sidepanel.html'), ourPage('record.html'), MEETING])
        await refused(claim(kind), sender)
    repelled.count('false sender', Object.keys(fromPages).length + 6)
  })
  it('is refused where it is no such question, or not of its shape', async () => {
    const panel = ourPage('sidepanel.html')
    const kinds = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'eraseall',
      'openPanel',
    ]
    for (const kind of kinds) await refused(claim(kind), panel)
    const shapes: readonly (readonly [string, unknown])[] = [
      ['eraseAll', { all: true }],
      ['settings', []],
      ['record', { sessionId: '' }],
      ['record', { sessionId: 'x'.repeat(301) }],
      ['chooseClass', { registerId: { toString: 'year4' }, packId: 'combined' }],
      ['perform', { command: { kind: 'endForAll2' } }],
      ['perform', { command: { kind: 'remove', id: 'x' } }],
      ['answerPrompt', { promptId: 'p', answer: 'shout' }],
      ['saveRegister', { register: { ...YEAR4, extra: 1 } }],
      ['saveSettings', {}],
      ['addNote', { about: 'x', text: 'x'.repeat(5001) }],
    ]
    for (const [kind, payload] of shapes) await refused(claim(kind, payload), panel)
    for (const message of [
      null,
      1,
      'x',
      [],
      { to: 'background' },
      { kind: 'eraseAll' },
      { to: 'panel', kind: 'eraseAll' },
    ])
      await refused(message, panel)
    repelled.count('malformed message', kinds.length + shapes.length + 7)
  })
})

const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const stranger = participant('p1', 'Gary')

async function prompted() {
  const { desk, clock } = deskAt()
  const tab = meetingTab(desk)
  await tab.observe(observation([khan]))
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  for (let i = 0; i < 3; i += 1) {
    clock.now += 21_000
    await tab.observe(observation([khan, stranger]))
  }
  const prompt = (await nextView(desk)).prompts.find(({ kind }) => kind === 'unknownPerson')
  if (prompt === undefined) throw new Error('nothing is asked about a stranger')
  const open = async () =>
    (await nextView(desk)).prompts.some(({ promptId }) => promptId === prompt.promptId)
  return { desk, tab, prompt, open }
}

describe('a meeting page that answers for the teacher', () => {
  // T-14
  it('is not heard where it is another meeting than that of the lesson', async () => {
    const { desk, tab, prompt, open } = await prompted()
    const other = meetingTab(desk, 2)
    await other.observe(observation([khan], { code: 'xyz-xyz-xyz' }))
    for (const { answer } of prompt.answers)
      await desk.answeredIn(other.tab, prompt.promptId, answer)
    expect(await open()).toBe(true)
    expect(tab.commands()).toEqual([])
    repelled.count('false answer', prompt.answers.length)
  })
  // T-14
  it('is not heard with an answer that was not offered', async () => {
    const { desk, tab, prompt, open } = await prompted()
    const offered = new Set(prompt.answers.map(({ answer }) => answer))
    const all = ['cleared', 'withdrawn', 'lockNow', 'cameraOff', 'adultSeen', 'askToMove'] as const
    const never = all.filter((one) => !offered.has(one))
    expect(never.length).toBeGreaterThan(3)
    for (const answer of never) await desk.answeredIn(tab.tab, prompt.promptId, answer)
    expect(await open()).toBe(true)
    expect(tab.commands()).toEqual([])
    repelled.count('false answer', never.length)
  })
  it('is heard where the lesson is, with what was offered', async () => {
    const { desk, tab, prompt, open } = await prompted()
    await desk.answeredIn(tab.tab, prompt.promptId, 'later')
    expect(await open()).toBe(false)
  })
})

describe('a meeting page that says what became of a command', () => {
  // T-15
  it('is believed only for a command that it was given itself', async () => {
    const { desk } = deskAt()
    const asked: string[] = []
    const tab = desk.connectMeeting(1, 'meet', (message) => {
      if (message.type === 'perform') asked.push(message.requestId)
    })
    const liar = meetingTab(desk, 2)
    await desk.observed(tab, observation([khan]), true)
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    const outcome = desk.fromPage('perform', { command: { kind: 'lock' } })
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    const requestId = asked[0] ?? ''
    desk.tabs.told(liar.tab, requestId, { result: 'done', steps: [], evidence: 'Locked' })
    desk.tabs.told(tab, requestId, { result: 'unavailable', steps: [], why: 'notAHost' })
    expect(await outcome).toMatchObject({ result: 'unavailable', why: 'notAHost' })
    repelled.count('false outcome')
  })
})

describe('a reading of a hostile page', () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      participant(`id-${i}`, HOSTILE[i % HOSTILE.length] ?? ''),
    )

  // T-11
  it('is refused by the background where it is larger than any', () => {
    const told = (seen: Observation) =>
      fromMeetingPort.safeParse({ type: 'observed', observation: seen, tabVisible: true }).success
    const endless = 'x'.repeat(301)
    const excess: readonly Observation[] = [
      observation(crowd(5000)),
      observation([participant(endless, 'x')]),
      observation([participant('x', 'x'.repeat(10_000))]),
      observation([participant('x', 'x', { decorations: Array<string>(21).fill('x') })]),
      observation([], { title: 'x'.repeat(501) }),
      observation([], { lobby: { knocks: [{ key: endless, name: 'x', decorations: [] }] } }),
      observation([], { deviceCount: 1e9 }),
      observation([], { deviceCount: Number.NaN }),
    ]
    for (const seen of excess) expect(told(seen)).toBe(false)
    for (const message of [
      null,
      {},
      { type: 'observed' },
      { type: '__proto__' },
      { type: 'perform' },
    ])
      expect(fromMeetingPort.safeParse(message).success).toBe(false)
    repelled.count('malformed message', excess.length + 5)
  })

  // T-10
  it('is cut to what the background takes before it is sent, and says that people are missing', () => {
    const endless = 'x'.repeat(5000)
    const line = {
      id: 'c',
      sender: endless,
      text: endless,
      timeShown: endless,
      own: false,
      hasFile: false,
    }
    const worst = observation([khan, participant(endless, 'Amelia Potter'), ...crowd(5000)], {
      title: endless,
      lobby: {
        knocks: Array.from({ length: 5000 }, (_, i) => ({
          key: `k${i}`,
          name: endless,
          decorations: [endless],
        })),
      },
      chat: Array.from({ length: 5000 }, () => line),
      shares: Array.from({ length: 500 }, () => ({ mediaId: endless, own: false })),
      access: { state: 'open', askToJoin: 'on', seenAt: 'badge', label: endless },
    })
    const cut = bounded(worst)
    expect(observationSchema.safeParse(cut).success).toBe(true)
    expect(cut.people).toHaveLength(MAX_PEOPLE)
    expect(cut.people[0]).toMatchObject({ isSelf: true })
    expect(cut.health.people).toMatchObject({ level: 'partial' })
    expect(cut.health.lobby).toMatchObject({ level: 'partial' })
    repelled.count('flood')
  })

  // T-10
  it('keeps the teacher, wherever the page puts her', () => {
    const cut = bounded(observation([...crowd(5000), khan]))
    expect(cut.people).toHaveLength(MAX_PEOPLE)
    expect(cut.people.filter(({ isSelf }) => isSelf)).toEqual([khan])
    expect(cut.health.people).toMatchObject({ level: 'partial' })
  })

  it('that is like any other is sent as it is', () => {
    const usual = observation([khan, stranger])
    expect(bounded(usual)).toBe(usual)
  })

  it('with one endless id loses that person, not the class', async () => {
    const { desk } = deskAt()
    const { observe } = meetingTab(desk)
    const seen = bounded(
      observation([
        khan,
        participant('y'.repeat(9999), 'Ghost'),
        participant('a', 'Amelia Potter'),
      ]),
    )
    await observe(observationSchema.parse(seen))
    await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
    const view = await nextView(desk)
    expect(view.people.find(({ name }) => name === 'Amelia Potter')?.where).toBe('inCall')
    expect(view.people.some(({ name }) => name === 'Ghost')).toBe(false)
    expect(view.health.people.level).toBe('partial')
    repelled.count('flood')
  })
})

describe('the script of a meeting page', () => {
  // T-5
  it('is ended by the next copy in its own world, and by nothing in another', () => {
    const [ours, thePages] = [{}, {}]
    const first = takeOver(ours)
    takeOver(thePages)
    expect(first.signal.aborted).toBe(false)
    const second = takeOver(ours)
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false])
    repelled.count('forged stand-down')
  })
})
