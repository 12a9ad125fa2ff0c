import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { setStage } from '../../test/e2e/support/browser.ts'
import { demoClass } from '../../test/e2e/support/class.ts'
import { admit } from '../../test/e2e/support/lesson.ts'
import { ask, followViews, waitForView } from '../../test/e2e/support/panel.ts'
import { openCall } from '../../test/e2e/support/sites.ts'
import { demoRules } from '../demo/rules.ts'
import type { StorePicture } from './pictures.ts'

/** Together as wide as the store's picture, so that nothing is scaled: the words of the panel stay as large as they are. */
const MEETING = { width: 879, height: 800 }
const PANEL = { width: 400, height: 800 }

/** A short lesson of the built extension on the simulated Meet, pictured at three moments. */
export async function photographLesson(out: string): Promise<void> {
  const stage = await setStage()
  try {
    const panel = await stage.open('sidepanel.html', PANEL)
    await panel.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await followViews(panel)
    const rules = demoRules(new Date())
    await ask(panel, 'saveSettings', {
      ...(await ask(panel, 'settings', {})),
      ownPack: rules,
      packId: rules.id,
      schoolName: rules.schoolName,
    })
    await ask(panel, 'saveRegister', { register: await demoClass() })
    const { page: meeting, sim } = await openCall(stage.browser, 'meet-2026', {
      params: { title: 'Year 4 Maths', person: 'people/15.webp', room: 'plain', video: 'canvas' },
    })
    await meeting.setViewport(MEETING)
    const shoot = (file: StorePicture) => photograph(stage.browser, join(out, file), meeting, panel)
    await waitForView(panel, 'the call', (view) => view.phase === 'during')
    await ask(panel, 'chooseClass', { registerId: 'year4', packId: rules.id })
    await sim.join({ name: 'Tom Bradley', role: 'cohost', room: 'study', person: 'people/16.webp' })
    for (const [name, room] of [
      ['Zofia Kowalska', 'kitchen'],
      ['Grace Okafor', 'plain'],
      ['Ibrahim Hussain', 'living'],
    ] as const)
      await sim.join({ name, room })
    for (const name of ['Amelia Potter', 'Priya Shah', 'iPad (2)'])
      await sim.knock({ name, room: 'living' })
    // Who waits stands in the list of people.
    await sim.openPanel('people')
    await waitForView(
      panel,
      'three who wait and four with a picture',
      (view) =>
        view.knocks.length === 3 &&
        view.people.filter((row) => row.where === 'inCall' && row.camera === 'on').length >= 4,
    )
    await shoot('1-arrivals.png')

    for (const name of ['Amelia Potter', 'Priya Shah']) await admit(panel, name)
    await press(panel, 'Don’t let in')
    await meeting.bringToFront()
    await waitForView(panel, 'nobody waiting', (view) => view.knocks.length === 0)
    await sim.openPanel(null)
    await ask(panel, 'moveLock', { dueAt: Date.now() + 500 })
    await waitForView(panel, 'the lock prompt', (view) =>
      view.prompts.some((prompt) => prompt.kind === 'lockDue'),
    )
    await shoot('2-lock.png')

    await press(panel, 'Lock now')
    await meeting.bringToFront()
    await waitForView(panel, 'the lock', (view) => view.lock.state === 'locked')
    await sim.openPanel(null)
    const dev = (await sim.state()).people.find((one) => one.name === 'Priya Shah')
    if (dev === undefined) throw new Error('Nobody is called Priya Shah in the simulated call.')
    await sim.moveRoom(dev.id, 'rooms/bedroom-1.webp')
    await waitForView(
      panel,
      'the prompt about the room',
      (view) => view.prompts[0]?.kind === 'room',
      60_000,
    )
    await shoot('3-room.png')
  } finally {
    await stage.close()
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** Meeting and panel side by side, as they stand on the teacher's screen. */
async function photograph(
  browser: Browser,
  path: string,
  meeting: Page,
  panel: Page,
): Promise<void> {
  await panel.bringToFront()
  // The lesson is seen from the top of the panel, wherever a click has scrolled it.
  await panel.evaluate(() => document.querySelector('main')?.scrollTo({ top: 0 }))
  const right = await panel.screenshot({ encoding: 'base64' })
  await meeting.bringToFront()
  const left = await meeting.screenshot({ encoding: 'base64' })
  const table = await browser.newPage()
  await table.setViewport({ width: MEETING.width + 1 + PANEL.width, height: PANEL.height })
  await table.setContent(
    `<body style="margin:0;display:flex;background:#9aa0a6;gap:1px">
      <img src="data:image/png;base64,${left}"><img src="data:image/png;base64,${right}">
    </body>`,
    { waitUntil: 'load' },
  )
  await table.screenshot({ path: path })
  await table.close()
  await meeting.bringToFront()
}
