import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer'
import { writeContent } from '../../lib/backup/content.ts'
import { seal } from '../../lib/backup/seal.ts'
import { recordUrl } from '../../components/ui/recordUrl.ts'
import { fileName, toCpomsText } from '../../lib/record/index.ts'
import type { Stage } from '../../test/e2e/support/browser.ts'
import { ask } from '../../test/e2e/support/panel.ts'
import type { Camera } from './camera.ts'
import { earlierLessons } from './earlierLessons.ts'
import { openPage, press } from './kit.ts'

const PASSPHRASE = 'four words that fit'
const WEEKS = 4
const BACKUP = 'earlier lessons.lessonsteward'

/**
 * What is kept: four lessons of the weeks before come in from a backup of another computer; the list with the day on which each will be
 * deleted, several lessons together, one pupil over them, and the record of one of full length as a school would file it.
 */
export async function keeping(
  stage: Stage,
  camera: Camera,
  out: string,
  played: number,
): Promise<string[]> {
  const page = await openPage(stage, 'options.html', { width: 1240, height: 900 })
  await restore(page, out)
  await camera.shootPage('restored', page)
  await page.reload()
  await tab(page, 'Past lessons')
  await page.locator(`::-p-text(${WEEKS + played} lessons found)`).wait()
  await camera.shootPage('lessons', page)
  await tab(page, 'Concerns')
  if (played > 0) await page.locator('::-p-text(Zofia Kowalska)').wait()
  await camera.shootPage('concerns', page)

  const earlier = (await ask(page, 'sessions', {}))
    .filter(({ sessionId }) => sessionId.startsWith('earlier-'))
    .map(({ sessionId }) => sessionId)
  await page.goto(new URL(recordUrl(earlier), page.url()).href)
  await page.locator('::-p-text(Amelia Potter)').wait()
  await camera.shootPage('overview', page, true)

  const [newest = ''] = earlier
  await page.goto(new URL(recordUrl([newest]), page.url()).href)
  await page.locator('::-p-text(Amelia Potter)').wait()
  await page.setViewport({ width: 1100, height: 2400 })
  await camera.shootPage('record-of-45-minutes', page)
  const record = await ask(page, 'record', { sessionId: newest })
  if (record === undefined) throw new Error('The lesson of last week has no record.')
  const stem = fileName(record, 'pdf').replace(/\.pdf$/, '')
  await writeFile(join(out, `${stem}.pdf`), await page.pdf({ format: 'A4', printBackground: true }))
  await writeFile(join(out, `${stem}-cpoms.txt`), toCpomsText(record))
  await page.close()
  return [BACKUP, `${stem}.pdf`, `${stem}-cpoms.txt`]
}

/** By the form in the settings, as on another computer. */
async function restore(page: Page, out: string): Promise<void> {
  const [register] = await ask(page, 'registers', {})
  if (register === undefined) throw new Error('The class of the demo is gone.')
  const content = writeContent({
    settings: await ask(page, 'settings', {}),
    registers: [],
    concerns: [],
    lessons: earlierLessons(register, Date.now(), WEEKS),
    looks: {},
  })
  const made = { madeAt: Date.now(), toolVersion: 'demo' }
  await writeFile(join(out, BACKUP), await seal(content, PASSPHRASE, made))
  await tab(page, 'Your data')
  // Until the tab has changed, the page has the field for a class's file.
  const input = await page.waitForSelector('input[accept*=".lessonsteward"]')
  await (input as ElementHandle<HTMLInputElement>).uploadFile(join(out, BACKUP))
  await page.locator('::-p-aria([name="Its passphrase"])').fill(PASSPHRASE)
  await press(page, 'Restore')
  await page.locator(`::-p-text(${WEEKS} lessons)`).wait()
}

async function tab(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="tab"])`).click()
}
