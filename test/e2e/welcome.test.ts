import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { parseRecord } from '../../lib/record/json.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { pressByKey, tabTo } from './support/keyboard.ts'
import { ask } from './support/panel.ts'

let stage: Stage
let downloads: string

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'lesson-steward-saved-'))
  stage = await setStage({ welcome: true })
})
afterAll(async () => {
  await stage.close()
  await rm(downloads, { recursive: true, force: true, maxRetries: 5 })
})

/** A name that has just come takes no press for a moment: it could have been meant for the one before. */
const NEXT = '.next-admit[aria-disabled="false"]'

/** The step that the coach or the welcome page shows. */
function shown(page: Page, title: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector('.coach-title, .step-title')?.textContent === wanted,
    { timeout: 60_000 },
    title,
  )
}

function says(page: Page, words: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted),
    { timeout: 60_000 },
    words,
  )
}

it('leads from the install to an exported record, by keyboard alone and without a network', async () => {
  const target = await stage.browser.waitForTarget((one) => one.url().endsWith('/welcome.html'))
  const page = await target.page()
  if (page === null) throw new Error('The welcome page has no page.')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!/^(chrome-extension|blob|data):/u.test(request.url())) elsewhere.push(request.url())
  })
  const session = await stage.browser.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
  })
  await page.bringToFront()

  // Rules: the arrow goes from both policies to the next.
  await shown(page, 'Your school’s rules')
  await tabTo(page, /^Both policies together/u)
  await page.keyboard.press('ArrowDown')
  await pressByKey(page, 'Use these rules')
  await shown(page, 'Your first class')
  expect((await ask(page, 'settings', {})).packId).toBe('ernesford-grange')

  // Left and taken up again where it was.
  await page.reload()
  await shown(page, 'Your first class')

  // A sample class comes and goes with one press each.
  await pressByKey(page, 'Try a sample class')
  await says(page, 'The sample class is there.')
  await pressByKey(page, 'Delete the sample class', 'Space')
  await says(page, 'The sample class is deleted.')
  expect(await ask(page, 'registers', {})).toEqual([])
  await pressByKey(page, 'Go on without a class')
  await shown(page, 'A practice lesson')
  await pressByKey(page, 'Start the practice lesson')

  // The lesson.
  await shown(page, 'Choose the class')
  await pressByKey(page, 'Use this class')
  await shown(page, 'Join the call')
  await pressByKey(page, 'Join the call')
  await shown(page, 'Somebody knocks')
  await page.waitForSelector(NEXT)
  await pressByKey(page, 'Admit Amelia Potter')
  await shown(page, 'Is an adult there?')
  await pressByKey(page, 'Adult seen')
  await shown(page, 'A name that is none')
  await says(page, 'iPad (2) is waiting')
  await pressByKey(page, 'Leave waiting')
  await shown(page, 'Now the name is right')
  await page.waitForSelector(NEXT)
  await pressByKey(page, 'Admit Tom Okafor')
  await shown(page, 'A camera is off')
  await pressByKey(page, 'Ask for camera')
  await shown(page, 'This may be a bedroom')
  await pressByKey(page, 'Ask to move', 'Space')
  await shown(page, 'Time to lock')
  await pressByKey(page, 'Lock now')
  await shown(page, 'The end of the lesson')
  await pressByKey(page, 'End the call')
  await shown(page, 'The record')
  await pressByKey(page, 'Open the record')

  // Its export.
  await says(page, 'Nothing of it is kept')
  await pressByKey(page, 'JSON')
  const name = await vi.waitFor(
    async () => {
      const found = (await readdir(downloads)).find((one) => one.endsWith('.json'))
      if (found === undefined) throw new Error('No file was saved yet.')
      return found
    },
    { timeout: 30_000, interval: 100 },
  )
  expect(name).toContain('Practice (not a real lesson)')
  const read = parseRecord(await readFile(join(downloads, name), 'utf8'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const { record } = read
  expect(record.prompts).toContainEqual(
    expect.objectContaining({ kind: 'room', answer: 'askToMove', by: 'teacher' }),
  )
  expect(record.people.find((one) => one.name === 'Amelia Potter')?.adultSeenAt).toBeDefined()
  expect(record.lock.doneAt).toBeDefined()

  // Nothing of it is among the real things, only that it was done.
  await pressByKey(page, 'Back to the first steps')
  await shown(page, 'A practice lesson')
  await says(page, 'You are ready.')
  expect(await ask(page, 'sessions', {})).toEqual([])
  expect(await ask(page, 'registers', {})).toEqual([])
  expect((await ask(page, 'welcome', {})).done).toEqual(['rules', 'register', 'practice'])
  expect(elsewhere).toEqual([])
})
