import { describe, expect, it } from 'vitest'
import type { Knock } from '../../lib/meeting/index.ts'
import type { PromptView } from '../../lib/views/types.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'
import { CLOSED, LessonTale, MINUTE, SECOND } from '../vectors/lessons/builder.ts'

const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const amelia = participant('amelia', 'Amelia Potter')
const dev = participant('dev', 'Dev Shah')
const at = (key: string, name: string): Knock => ({ key, name, decorations: [] })

/** A running lesson whose waiting room the test fills; `wait` reads it every ten seconds. */
async function lesson() {
  const { desk, clock } = deskAt()
  const tab = meetingTab(desk)
  const look = (knocks: readonly Knock[], people = [khan, amelia, dev]) =>
    tab.observe(observation(people, { lobby: { knocks } }))
  await look([])
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  const open = async (): Promise<readonly PromptView[]> =>
    (await nextView(desk)).prompts.filter(({ about }) => about.some((one) => /^k\d/.test(one)))
  const all: string[] = []
  /** Waits, and answers whatever is asked about the waiting room with "Leave waiting". */
  const wait = async (minutes: number, knocks: readonly Knock[], people = [khan, amelia, dev]) => {
    for (let i = 0; i < minutes * 6; i += 1) {
      clock.now += 10 * SECOND
      await look(knocks, people)
      for (const { promptId, answers, kind } of await open()) {
        all.push(kind)
        expect(answers.find(({ answer }) => answer === 'later')?.label).toBe('Leave waiting')
        await desk.fromPage('answerPrompt', { promptId, answer: 'later' })
      }
    }
  }
  return { desk, clock, look, open, wait, all }
}

describe('"Leave waiting" to a prompt', () => {
  it('is asked once about a stranger, who still stands in the list', async () => {
    const { desk, wait, all } = await lesson()
    await wait(38, [at('k1', 'Gary')])
    expect(all).toEqual(['unknownPerson'])
    const view = await nextView(desk)
    expect(view.knocks).toMatchObject([
      { name: 'Gary', leftWaitingAt: expect.any(Number) as number },
    ])
    expect(view.log.map(({ text }) => text)).toContain('“Gary” was left waiting')
  })
  it('is about each of several', async () => {
    const { desk, wait, all } = await lesson()
    await wait(10, [at('k1', 'Gary'), at('k2', 'Larry')])
    expect(all).toEqual(['unknownPerson'])
    const { knocks } = await nextView(desk)
    expect(knocks.every(({ leftWaitingAt }) => leftWaitingAt !== undefined)).toBe(true)
  })
  it.each([
    ['noConsent', 'Zoë Brown'],
    ['duplicateName', 'Amelia Potter'],
    ['noteTaker', 'Otter.ai Notetaker'],
    ['unknownPerson', 'Аmelia Рotter'],
  ])('is asked once: %s', async (kind, name) => {
    const { wait, all } = await lesson()
    await wait(12, [at('k1', name)])
    expect(all).toEqual([kind])
  })
  it('is asked anew when they go away and knock again', async () => {
    const { wait, all } = await lesson()
    await wait(1, [at('k1', 'Gary')])
    await wait(1, [])
    await wait(1, [at('k1', 'Gary')])
    expect(all).toEqual(['unknownPerson', 'unknownPerson'])
  })
  it('is asked once more, and no more than that, about a pupil who was in the lesson', async () => {
    const { wait, all } = await lesson()
    await wait(1, [])
    await wait(1, [], [khan, amelia])
    await wait(4, [at('k1', 'Dev Shah')], [khan, amelia])
    expect(all).toEqual(['droppedPupil'])
    await wait(30, [at('k1', 'Dev Shah')], [khan, amelia])
    expect(all).toEqual(['droppedPupil', 'droppedPupil'])
  })
})

describe('"Leave waiting" in the list', () => {
  it('answers what was asked, and nothing is asked any more', async () => {
    const { desk, clock, look, open, wait, all } = await lesson()
    await look([at('k1', 'Gary')])
    expect(await open()).toHaveLength(1)
    clock.now += SECOND
    await desk.fromPage('leaveWaiting', { key: 'k1', name: 'Gary' })
    expect(await open()).toEqual([])
    await wait(20, [at('k1', 'Gary')])
    expect(all).toEqual([])
    const { sessionId = '' } = (await nextView(desk)).session ?? {}
    const record = await desk.fromPage('record', { sessionId })
    const about = record?.prompts.filter((one) => one.about.includes('Gary'))
    expect(about).toMatchObject([{ kind: 'unknownPerson', answer: 'later', by: 'teacher' }])
  })
})

describe('somebody who was left waiting', () => {
  const calm = () =>
    new LessonTale()
      .prepared()
      .at(-3)
      .arrives('lee', 'Tom Lee')
      .arrives('amelia', 'Amelia Potter')
      .add({ type: 'adultSeen', id: 'amelia', seen: true })
  const asked = (tale: LessonTale) =>
    tale.evaluate().findings.flatMap(({ kind, about }) => (about.includes('k1') ? [kind] : []))

  it('is no late knock any more', () => {
    const tale = calm().at(6).access(CLOSED).at(10).knocks('k1', 'Ben Okoro', true).after(SECOND)
    expect(asked(tale)).toEqual(['lateKnock'])
    tale.add({ type: 'leftWaiting', key: 'k1', name: 'Ben Okoro' }).after(20 * MINUTE)
    expect(asked(tale)).toEqual([])
    expect(tale.state().knocks).toHaveLength(1)
  })
  it('is not asked about again where the teacher said why', () => {
    const tale = calm()
      .arrives('dev', 'Dev Shah')
      .at(5)
      .leaves('dev')
      .at(6)
      .knocks('k1', 'Dev Shah')
    expect(asked(tale)).toEqual(['droppedPupil'])
    tale.add({ type: 'leftWaiting', key: 'k1', name: 'Dev Shah', why: 'noAdult' }).at(30)
    expect(asked(tale)).toEqual([])
  })
})
