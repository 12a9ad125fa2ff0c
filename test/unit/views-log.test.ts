import { describe, expect, it } from 'vitest'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const dev = participant('dev', 'Dev Shah')
const amelia = participant('amelia', 'Amelia Potter')

async function running(packId = 'combined') {
  const stage = deskAt()
  const tab = meetingTab(stage.desk)
  await tab.observe(observation([khan, dev, amelia]))
  await stage.desk.fromPage('chooseClass', { registerId: 'year4', packId })
  const lines = async () => (await nextView(stage.desk)).log.map((line) => line.text)
  return { ...stage, tab, lines }
}

describe('the log of the panel', () => {
  it('says what was asked about whom, and what an answer was the answer to', async () => {
    const { desk, clock, tab, lines } = await running()
    clock.now = T0 + MINUTE
    const seen = observation([khan, dev, amelia])
    await tab.observe({
      ...seen,
      chat: [
        {
          id: 'l1',
          sender: 'Dev Shah',
          text: 'ring me on 07700 900123',
          timeShown: '',
          own: false,
          hasFile: false,
        },
      ],
    })
    expect(await lines()).toContain('Prompt: Personal information in the chat – Dev Shah')
    const prompt = (await nextView(desk)).prompts.find((one) => one.kind === 'chatFlag')
    await desk.fromPage('answerPrompt', { promptId: prompt?.promptId ?? '', answer: 'later' })
    expect(await lines()).toContain(
      'Personal information in the chat – Dev Shah: put off for later',
    )
  })
  it('says of what something was cleared by itself', async () => {
    const { clock, tab, lines } = await running()
    clock.now = T0 + 5 * MINUTE
    await tab.observe(observation([khan, dev, amelia]))
    expect(await lines()).toContain('Prompt: Fewer staff than the school asks for')
    await tab.observe(
      observation([khan, dev, amelia, participant('lee', 'Tom Lee', { role: 'cohost' })]),
    )
    expect(await lines()).toContain('Fewer staff than the school asks for: cleared by itself')
  })
  it('counts a long list of names instead of writing it out', async () => {
    const { clock, tab, lines } = await running()
    const many = ['Ann', 'Bob', 'Cal', 'Dot', 'Eve', 'Fay'].map((name) => participant(name, name))
    await tab.observe(observation([khan, dev, amelia, ...many]))
    clock.now = T0 + MINUTE
    await tab.observe(observation([khan, dev, amelia, ...many]))
    expect(await lines()).toContain('Prompt: Not on the register – Ann, Bob, Cal and 3 more')
  })
  it('keeps every tick: with its note, as not applying, and taken back', async () => {
    const { desk, lines } = await running()
    await desk.fromPage('tick', { clause: 'EG-3', on: true, note: 'on the blog' })
    await desk.fromPage('tick', { clause: 'EG-9', on: true, note: '' })
    await desk.fromPage('tick', { clause: 'EG-9', on: false, note: '' })
    await desk.fromPage('tick', {
      clause: 'EG-6',
      on: true,
      note: 'new class',
      as: 'notApplicable',
    })
    const said = await lines()
    expect(said[0]).toMatch(/^Does not apply: Parents were notified .+ \(EG-6\) – new class$/)
    expect(said[1]).toMatch(/^Tick taken back: Children are reminded .+ \(EG-9\)$/)
    expect(said[2]).toMatch(/^Ticked: Children are reminded .+ \(EG-9\)$/)
    expect(said[3]).toMatch(/^Ticked: Parents were told .+ \(EG-3\) – on the blog$/)
  })
})
