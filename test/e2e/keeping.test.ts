import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConcernDraft } from '../../lib/concern/schema.ts'
import { ask } from './support/panel.ts'
import { setStage, type Stage } from './support/browser.ts'
import { YEAR4 } from '../support/desk.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const concern: ConcernDraft = {
  happenedAt: Date.UTC(2026, 10, 20, 10, 5),
  timeZone: 'Europe/London',
  where: 'Year 4 Maths',
  writer: 'Aisha Khan, teacher',
  about: 'Dev Shah',
  category: 'disclosure',
  words: 'the child’s very own words',
  facts: '',
  opinion: '',
  present: '',
  actions: '',
  told: '',
}

/* In the extension as it is shipped: the browser's own crypto, compression, database and caches, in the background worker. */
describe('keeping in the built extension', () => {
  it('backs up, erases everything, and restores what was there', async () => {
    const page = await stage.open('options.html')
    page.setDefaultTimeout(60_000)
    await ask(page, 'saveRegister', { register: YEAR4 })
    const passphrase = 'four words that fit'
    const kept = await ask(page, 'saveConcern', { concern })
    const { text, classes, concerns } = await ask(page, 'backUp', { passphrase, concerns: true })
    expect([classes, concerns]).toEqual([1, 1])
    expect(text).not.toMatch(/Amelia|very own words/)

    const worker = await stage.worker()
    await worker.evaluate(async () => {
      await (await caches.open('left-behind')).put('https://left.example/', new Response('Amelia'))
    })
    await ask(page, 'eraseAll', {})
    expect(await ask(page, 'registers', {})).toEqual([])
    expect(await ask(page, 'concerns', {})).toEqual([])
    const left = await worker.evaluate(async () => ({
      caches: await caches.keys(),
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
    }))
    expect(left).toEqual({ caches: [], local: {}, session: {} })

    await expect(ask(page, 'restore', { passphrase: `${passphrase}!`, text })).rejects.toThrow(
      /does not fit/,
    )
    expect(await ask(page, 'restore', { passphrase, text })).toMatchObject({
      classes: { added: 1 },
      concerns: { added: 1 },
    })
    // It outlives the worker that did it.
    await stage.killWorker()
    expect(await ask(page, 'registers', {})).toEqual([YEAR4])
    expect(await ask(page, 'concerns', {})).toEqual([kept])
    await page.close()
  })
})
