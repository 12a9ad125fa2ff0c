import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './support/panel.ts'
import { setStage, type Stage } from './support/browser.ts'
import { YEAR4 } from '../support/desk.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

/* In the extension as it is shipped: the browser's own crypto, compression, database and caches, in the background worker. */
describe('keeping in the built extension', () => {
  it('backs up, erases everything, and restores what was there', async () => {
    const page = await stage.open('options.html')
    page.setDefaultTimeout(60_000)
    await ask(page, 'saveRegister', { register: YEAR4 })
    const passphrase = 'four words that fit'
    const { text, classes } = await ask(page, 'backUp', { passphrase })
    expect(classes).toBe(1)
    expect(text).not.toContain('Amelia')

    const worker = await stage.worker()
    await worker.evaluate(async () => {
      await (await caches.open('left-behind')).put('https://left.example/', new Response('Amelia'))
    })
    await ask(page, 'eraseAll', {})
    expect(await ask(page, 'registers', {})).toEqual([])
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
    })
    // It outlives the worker that did it.
    await stage.killWorker()
    expect(await ask(page, 'registers', {})).toEqual([YEAR4])
    await page.close()
  })
})
