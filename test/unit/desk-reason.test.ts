import { describe, expect, it } from 'vitest'
import { describePrompt } from '../../lib/protocol/wording.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { redacted } from '../../lib/record/index.ts'
import { promptAnswer } from '../../lib/record/words.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { T0, deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const call = observation([
  participant('self', 'Aisha Khan', { isSelf: true, role: 'host' }),
  participant('dev', 'Dev Shah'),
  participant('amelia', 'Amelia Potter'),
])

/** A class with its teacher alone, five minutes in, under these rules. */
async function alone(rules: Pack) {
  const stage = deskAt()
  const { desk, clock } = stage
  const ownPack = { ...rules, id: 'own' }
  await desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, packId: 'own', ownPack })
  const tab = meetingTab(desk)
  await tab.observe(call)
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'own' })
  clock.now = T0 + 5 * MINUTE
  await tab.observe(call)
  const prompt = async () => (await nextView(desk)).prompts.find((one) => one.kind === 'fewStaff')
  const promptId = (await prompt())?.promptId ?? ''
  const record = async () => {
    const sessionId = (await nextView(desk)).session?.sessionId ?? ''
    return desk.fromPage('record', { sessionId })
  }
  return { ...stage, tab, prompt, promptId, record }
}

describe('the reason why a second adult is not possible (EG-5)', () => {
  it('is taken by the prompt itself, and stands with the step and in the record', async () => {
    const { desk, prompt, promptId, record, clock, tab } = await alone(packById('combined'))
    expect(await prompt()).toMatchObject({ takesReason: true, clauses: ['EG-5'] })
    await desk.fromPage('answerPrompt', { promptId, answer: 'reason', note: ' Mr Lee is ill ' })
    expect(await prompt()).toBeUndefined()
    const view = await nextView(desk)
    const steps = view.checklist.flatMap((phase) => phase.items)
    expect(steps.find((one) => one.clause.id === 'EG-5')?.state).toMatchObject({
      is: 'confirmed',
      note: 'Mr Lee is ill',
    })
    expect(view.log.map((line) => line.text)).toContain(
      'Fewer staff than the school asks for: reason written – Mr Lee is ill',
    )
    const kept = await record()
    expect(kept?.prompts.find((one) => one.kind === 'fewStaff')).toMatchObject({
      answer: 'reason',
      by: 'teacher',
      note: 'Mr Lee is ill',
    })
    expect(JSON.stringify(kept === undefined ? '' : redacted(kept, ['Mr Lee']))).not.toContain(
      'Mr Lee is ill',
    )
    clock.now += 20 * MINUTE
    await tab.observe(call)
    expect(await prompt()).toBeUndefined()
  })
  it('is kept as the answer where EG-5 is none of the school’s steps', async () => {
    const rules = { ...packById('crossways'), adultsRequired: 2 }
    const { desk, prompt, promptId, record } = await alone(rules)
    expect(await prompt()).toMatchObject({
      takesReason: true,
      clauses: [],
      rule: 'Members of staff in the call',
    })
    await desk.fromPage('answerPrompt', { promptId, answer: 'reason', note: 'Mr Lee is ill' })
    expect(await prompt()).toBeUndefined()
    const kept = await record()
    expect(kept?.prompts.find((one) => one.kind === 'fewStaff')).toMatchObject({
      answer: 'reason',
      note: 'Mr Lee is ill',
    })
    expect((await nextView(desk)).log.some((line) => line.text.startsWith('Ticked'))).toBe(false)
  })
  it('is nothing without words, and nothing that the meeting page can give', async () => {
    const { desk, prompt, promptId, tab } = await alone(packById('combined'))
    await desk.fromPage('answerPrompt', { promptId, answer: 'reason', note: '  ' })
    await desk.fromPage('answerPrompt', { promptId, answer: 'reason' })
    await desk.answeredIn(tab.tab, promptId, 'reason')
    expect(await prompt()).toBeDefined()
  })
  it('is no excuse in a one-to-one call, where there are always two (EG-37)', async () => {
    const { desk, prompt } = await alone(packById('combined'))
    await desk.fromPage('setOneToOne', { on: true })
    expect((await prompt())?.takesReason).toBeUndefined()
  })
  it('is to wait or to end in a one-to-one call, and to end is asked of the meeting', async () => {
    const { desk, prompt, promptId, tab, record, clock } = await alone(packById('combined'))
    await desk.fromPage('setOneToOne', { on: true })
    expect((await prompt())?.answers).toEqual([
      { answer: 'later', label: 'We’ll wait', primary: true },
      { answer: 'endCall', label: 'End the call', primary: false },
      { answer: 'seen', label: 'A colleague is beside me', primary: false },
    ])
    await desk.fromPage('answerPrompt', { promptId, answer: 'endCall' })
    expect(tab.commands()).toEqual([{ kind: 'endForAll' }])
    const kept = (await record())?.prompts.find((one) => one.kind === 'fewStaff')
    expect(kept).toMatchObject({ answer: 'endCall', by: 'teacher' })
    expect(kept === undefined ? '' : promptAnswer(kept)).toBe('end the call')
    // The question of the site was put away: two minutes later it is asked again.
    clock.now += MINUTE
    await tab.observe(call)
    expect(await prompt()).toBeUndefined()
    clock.now += MINUTE
    await tab.observe(call)
    expect(await prompt()).toBeDefined()
  })
  it('is asked for in words that are true of any number', () => {
    const title = (adultsRequired: number) =>
      describePrompt('fewStaff', [], {
        pack: { ...packById('combined'), adultsRequired },
        state: { timeZone: 'Europe/London', people: [], knocks: [] } as never,
        finding: { severity: 'notice', about: [], key: 'fewStaff' } as never,
      }).title
    expect(title(2)).toBe('You are the only member of staff')
    expect(title(3)).toBe('Fewer members of staff than your school asks for')
  })
})
