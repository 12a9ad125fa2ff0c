import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { toCpomsText } from '../../../lib/record/index.ts'
import { ask } from '../../../test/e2e/support/panel.ts'
import { downloadedBy } from '../camera.ts'
import { fill, openPage, press, seen } from '../kit.ts'
import type { Scene } from '../kit.ts'

/** Words to the steps that want some; the others are ticked alone. */
const NOTES: Readonly<Record<string, string>> = {
  'EG-3': 'Letter of 4 September',
  'EG-18': 'Letter of 4 September, with the timetable',
}

const AFTERWARDS = [
  ['EG-8', 'Telephone call home for Noah Wright, Ms Khan'],
  ['EG-41', 'Homework and the next lesson, by the class page'],
] as const

/** What was partly seen: the rest of it is hers to say. */
const LOOKED_AT = new Set(['EG-17', 'EG-26'])

/** What only a person can know is ticked, by name and with the time; the first of them by a click. */
export async function checks(scene: Scene): Promise<void> {
  const { panel, meeting, camera } = scene
  await panel.bringToFront()
  await panel.locator('[role="tab"]::-p-text(Checks)').click()
  const now = await seen(panel, 'the steps', (view) => view.checklist.length > 0)
  for (const { items } of now.checklist)
    for (const { clause, state, tickable, needs } of items)
      if (tickable && (state.is === 'todo' || LOOKED_AT.has(clause.id)) && needs === undefined)
        await ask(panel, 'tick', { clause: clause.id, on: true, note: NOTES[clause.id] ?? '' })
  await camera.shoot('checklist', meeting, panel, '[role="tablist"]')
}

/** After the call: who telephones whom, by when. */
export async function followUp(scene: Scene): Promise<void> {
  const { panel, meeting, camera } = scene
  await panel.bringToFront()
  await panel.locator('summary::-p-text(Follow-up for a family)').click()
  await panel.locator('option::-p-text(Noah Wright)').wait()
  const noah = await panel.$eval('option::-p-text(Noah Wright)', (one) => one.getAttribute('value'))
  await panel.locator('::-p-aria([name="Pupil"][role="combobox"])').fill(noah ?? '')
  await fill(panel, 'Who does it', 'Ms Khan')
  await camera.shoot('follow-up', meeting, panel, 'details[open]')
  await press(panel, 'Keep the follow-up')
  await panel.locator('::-p-text(Kept with the notes of this lesson.)').wait()
  for (const [clause, note] of AFTERWARDS) await ask(panel, 'tick', { clause, on: true, note })
}

/** The record as a page, and in all its forms. Returns the names of the files. */
export async function record(scene: Scene, sessionId: string, out: string): Promise<string[]> {
  const { stage, camera } = scene
  const page = await openPage(stage, `record.html?session=${encodeURIComponent(sessionId)}`, {
    width: 1100,
    height: 1250,
  })
  await page.locator('::-p-text(Amelia Potter)').wait()
  await page.setViewport({ width: 1100, height: 2400 })
  await camera.shootPage('record', page)
  const files = await exportRecord(page, sessionId, out)
  await page.locator('::-p-aria([name="Initials instead of names"][role="checkbox"])').click()
  await page.locator('::-p-text(A. P.)').wait()
  await camera.shootPage('record-initials', page)
  await page.close()
  return files
}

/** By their buttons: the pupils and the log as CSV, JSON; the printed page as the browser's own PDF; what is copied for CPOMS. */
async function exportRecord(page: Page, sessionId: string, out: string): Promise<string[]> {
  const session = await page.createCDPSession()
  await mkdir(out, { recursive: true })
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: out })
  const files: string[] = []
  for (const name of ['CSV', 'Log as CSV', 'JSON'])
    files.push(await downloadedBy(() => press(page, name), out))
  const stem = (files[0] ?? '').replace(/\.csv$/, '')
  await writeFile(join(out, `${stem}.pdf`), await page.pdf({ format: 'A4', printBackground: true }))
  const record = await ask(page, 'record', { sessionId })
  if (record === undefined) throw new Error('The lesson has no record.')
  await writeFile(join(out, `${stem}-cpoms.txt`), toCpomsText(record))
  return [...files, `${stem}.pdf`, `${stem}-cpoms.txt`]
}
