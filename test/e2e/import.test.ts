import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setStage, type Stage } from './support/browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

/*
 * In the extension as it is shipped: the reader is a worker of the extension's own page under its content security policy, and the
 * undo of an import has to outlive the page and the background.
 */
describe('importing in the built extension', () => {
  it('reads a file in a worker, stores it, and undoes it after a reload', async () => {
    const page = await stage.open('options.html')
    page.setDefaultTimeout(60_000)
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    const press = (words: string) =>
      page.locator(`::-p-xpath(//button[starts-with(normalize-space(.), "${words}")])`).click()
    const has = (text: string) =>
      page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)
    await press('Add a class')
    await page.type('input[placeholder="Year 4 Maths"]', '4K')
    await press('Add a pupil')
    await page.type('[aria-label="First name, new pupil"]', 'Amelia')
    await press('Save class')
    await has('Saved.')

    const worker = new Promise<string>((found) =>
      page.once('workercreated', (made) => found(made.url())),
    )
    await press('Import a file or paste')
    await page.evaluate(() => {
      const lines = Array.from({ length: 5000 }, (_, i) => `First${i},Last${i},yes`)
      const text = `First name,Last name,Video consent\r\nSiân,O’Brien,no\r\n${lines.join('\r\n')}\r\n`
      const data = new DataTransfer()
      data.items.add(new File([text], 'year4.csv'))
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
      document.querySelector('.drop')?.dispatchEvent(event)
    })
    expect(await worker).toMatch(/^chrome-extension:/)
    await has('5001 pupils understood')
    await press('Take this: 5001 added')
    await has('Look it over, then save.')
    await press('Save class')
    await has('Imported from year4.csv')

    await stage.killWorker()
    await page.reload()
    await has('Imported from year4.csv')
    await has('5002 pupils')
    await press('Undo the import')
    await has('was undone')
    await has('1 pupil')
    await page.waitForSelector('[aria-label="Remove Amelia"]')
    expect(refused).toEqual([])
    await page.close()
  })
})
