import { describe, expect, it, vi } from 'vitest'
import { receive } from '../../lib/bus/receive.ts'
import type { ToPanel } from '../../lib/bus/protocol.ts'
import { END, heldLesson, khan, typesOf } from '../support/heldLesson.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation } from '../support/observe.ts'

const MINUTE = 60_000
const greenRoom = observation([], { phase: 'greenRoom' })

describe('what is said where no lesson is shown', () => {
  it('keeps no note of a child for the next lesson, and says so', async () => {
    const { desk, journal } = deskAt()
    await expect(desk.fromPage('addNote', { about: 'dev', text: 'Tired.' })).rejects.toThrow(
      /was not kept/u,
    )
    await meetingTab(desk).observe(observation([khan]))
    const sessionId = (await journal.rows())[0]?.sessionId ?? ''
    expect(await typesOf(journal, sessionId)).not.toContain('note')
  })

  it('sends the words of that to the panel, marked as such', async () => {
    const { desk } = deskAt()
    const asked = { to: 'background', kind: 'addNote', payload: { about: 'dev', text: 'Tired.' } }
    const id = 'abcdefghijklmnopabcdefghijklmnop'
    const origin = `chrome-extension://${id}`
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const reply = await receive(asked, { id, origin, url: `${origin}/sidepanel.html` }, id, {
      fromPage: (kind, payload) => desk.fromPage(kind, payload),
      fromOffscreen: async () => undefined,
      openPanel: () => undefined,
    })
    expect(reply).toMatchObject({ ok: false, inWords: true })
  })

  it('shows an emergency for what it is, and writes nothing of it into the next lesson', async () => {
    const { desk } = deskAt()
    const views: ToPanel['view'][] = []
    desk.connectPanel(({ view }) => void views.push(view))
    await vi.waitFor(() => expect(views.at(-1)?.emergencyNotKept).toBe(true))
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await desk.fromPage('emergency', { step: 'closed', note: '' })
    const tab = meetingTab(desk)
    await tab.observe(greenRoom)
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await tab.observe(observation([khan]))
    const view = await nextView(desk)
    expect(view.emergencyNotKept).toBeUndefined()
    const items = view.checklist.flatMap((group) => group.items)
    expect(items.find(({ clause }) => clause.id === 'CW-13')?.state.is).toBe('notApplicable')
  })

  it('keeps a tick, a class and the planned start for the lesson that is about to begin', async () => {
    const { desk, journal } = deskAt()
    await desk.fromPage('chooseClass', {
      registerId: 'year4',
      packId: 'combined',
      plannedStartAt: T0,
    })
    await desk.fromPage('tick', { clause: 'CW-7', on: true, note: '' })
    await meetingTab(desk).observe(observation([khan]))
    const types = await typesOf(journal, (await journal.rows())[0]?.sessionId ?? '')
    expect(types).toEqual(expect.arrayContaining(['classChosen', 'plannedStart', 'ticked']))
  })
})

describe('the green room of the next lesson', () => {
  it('does not take what belongs to the lesson before', async () => {
    const { journal, sessionId } = await heldLesson()
    const { desk } = deskAt(END + MINUTE, journal)
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await meetingTab(desk, 2).observe(greenRoom)
    // The emergency that was opened in the lesson goes on; a new one would not be of it.
    await desk.fromPage('emergency', { step: 'dslTold', note: 'Helen Marsh' })
    await desk.fromPage('emergency', { step: 'closed', note: '' })
    await desk.fromPage('emergency', { step: 'opened', note: '' })
    await expect(desk.fromPage('addNote', { about: 'dev', text: 'Tired.' })).rejects.toThrow()
    await desk.fromPage('saveConcern', { concern: { ...CONCERN, sessionId } })
    expect((await typesOf(journal, sessionId)).slice(-4)).toEqual([
      'emergency',
      'emergency',
      'emergency',
      'concern',
    ])
    await meetingTab(desk, 2).observe(observation([khan], { code: 'xyz-xyz-xyz' }))
    const [next] = await journal.rows()
    const types = await typesOf(journal, next?.sessionId ?? '')
    for (const type of ['concern', 'emergency', 'note']) expect(types).not.toContain(type)
  })
})

const CONCERN = {
  happenedAt: T0,
  timeZone: 'Europe/London',
  where: 'Year 4 Maths',
  writer: 'Aisha Khan, teacher',
  about: 'Dev Shah',
  category: 'disclosure',
  words: 'I don’t want to go home.',
  facts: '',
  opinion: '',
  present: '',
  actions: '',
  told: '',
} as const
