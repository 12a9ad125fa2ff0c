import { expect, it } from 'vitest'
import { FULL } from '../support/full.ts'
import { setStage } from './support/browser.ts'
import { ask } from './support/panel.ts'

/** So often the worker is ended while this many questions are on their way; around sixty ends nine of 1,800 were lost. */
const ENDS = FULL ? 40 : 8
const QUESTIONS = 30

it('answers every question, also those that reach a background worker that is ending', async () => {
  const stage = await setStage()
  try {
    const page = await stage.open('practice.html')
    let answered = 0
    for (let end = 0; end < ENDS; end += 1) {
      await ask(page, 'welcome', {})
      const ending = stage.killWorker()
      const all: Promise<void>[] = []
      for (let i = 0; i < QUESTIONS; i += 1) {
        all.push(ask(page, 'welcome', {}).then(() => void (answered += 1)))
        await new Promise((over) => setTimeout(over, end % 5))
      }
      await Promise.all([ending, ...all])
    }
    expect(answered).toBe(ENDS * QUESTIONS)
  } finally {
    await stage.close()
  }
})
