import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { clickOverlay } from './support/overlay.ts'
import { ask, waitForView } from './support/panel.ts'

describe('on the meeting itself', () => {
  let stage: Stage
  let lesson: RunningLesson
  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas' } })
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('the countdown opens the real side panel, which shows the lesson', async () => {
    const { meeting } = lesson
    await meeting.bringToFront()
    await clickOverlay(meeting, /^Lock in /)
    const isPanel = (url: string): boolean => url.endsWith('/sidepanel.html')
    // One is the tab that this test talks through; the other is Chrome's own side panel.
    await expect
      .poll(() => stage.browser.targets().filter((target) => isPanel(target.url())).length, {
        timeout: 10_000,
      })
      .toBe(2)
  })

  /** What stands on the icon in the toolbar, as the browser itself has it. */
  const badge = async (): Promise<string> =>
    (await stage.worker()).evaluate(() => chrome.action.getBadgeText({}))

  it('the icon counts down while nothing waits, and counts what waits', async () => {
    const { panel } = lesson
    // On a day without school the hours are the first thing to be said.
    const { prompts } = await waitForView(
      panel,
      'the countdown',
      (one) => one.lock.state === 'counting',
    )
    for (const { promptId } of prompts)
      await ask(panel, 'answerPrompt', { promptId, answer: 'later' })
    await waitForView(panel, 'nothing waiting', (one) => one.prompts.length === 0)
    await expect.poll(badge, { timeout: 10_000 }).toMatch(/^\d{1,2}m$|^\dh$/)
  })

  it('a prompt is answered by a click on its card', async () => {
    const { meeting, panel, sim } = lesson
    await meeting.bringToFront()
    await sim.join({ name: 'iPad (2)', room: 'living' })
    const view = await waitForView(panel, 'the prompt', (one) =>
      one.prompts.some((prompt) => prompt.kind === 'unknownPerson'),
    )
    await expect.poll(badge, { timeout: 10_000 }).toBe(String(view.prompts.length))
    const prompt = view.prompts.find((one) => one.kind === 'unknownPerson')
    const label = prompt?.answers.find((one) => one.answer === 'later')?.label ?? ''
    // A card takes no answer in its first moment, so that a click meant for the last one does not answer it.
    const answered = async (): Promise<boolean> => {
      // Gone once it is answered, which is told a moment after the click.
      await clickOverlay(meeting, label, 500).catch(() => undefined)
      const now = await ask(panel, 'record', { sessionId: view.session?.sessionId ?? '' })
      // Another card may stand before it: that one is put off first.
      return (
        now?.prompts.some((one) => one.kind === 'unknownPerson' && one.answer === 'later') === true
      )
    }
    await expect.poll(answered, { timeout: 20_000, interval: 600 }).toBe(true)
    await waitForView(panel, 'the answer', (one) =>
      one.prompts.every((open) => open.promptId !== prompt?.promptId),
    )
    const record = await ask(panel, 'record', { sessionId: view.session?.sessionId ?? '' })
    expect(record?.prompts.find((one) => one.kind === 'unknownPerson')).toMatchObject({
      answer: 'later',
      by: 'teacher',
    })
  })

  // T-13
  it('the register never enters the page: not its names, not its storage', async () => {
    const { meeting, sim } = lesson
    await sim.join({ name: 'Priya Shah', room: 'living' })
    const session = await meeting.createCDPSession()
    const contexts: { id: number; name: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) =>
      contexts.push({ id: context.id, name: context.name }),
    )
    await session.send('Runtime.enable')
    const ours = contexts.find((context) => context.name === 'Lesson Steward')
    expect(ours).toBeDefined()
    const { result } = await session.send('Runtime.evaluate', {
      contextId: ours?.id ?? 0,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.storage.local.get().then(() => 'open', (problem) => String(problem))`,
    })
    expect(result.value).toContain('Access to storage is not allowed from this context')
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const page = JSON.stringify(root)
    expect(page).toContain('Priya Shah')
    for (const name of ['Dev Shah', 'Zofia Kowalska', 'Freya Nowak', 'Year 4 Maths'])
      expect(page).not.toContain(name)
  })
})
