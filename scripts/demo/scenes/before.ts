import { fileURLToPath } from 'node:url'
import type { ElementHandle, Page } from 'puppeteer'
import type { Stage } from '../../../test/e2e/support/browser.ts'
import { ask } from '../../../test/e2e/support/panel.ts'
import type { Camera } from '../camera.ts'
import { fill, openPage, press, pressBeside, seen } from '../kit.ts'
import type { Scene } from '../kit.ts'
import { demoRules } from '../rules.ts'

const CLASS_FILE = fileURLToPath(new URL('../class.csv', import.meta.url))

/** The school at home: its class from a CSV file, its rules, whom to ring. */
export async function setUpSchool(stage: Stage, camera: Camera): Promise<void> {
  const options = await openPage(stage, 'options.html', { width: 1240, height: 900 })
  await importClass(options, camera)
  await camera.shootPage('register', options)
  const rules = demoRules(new Date())
  await ask(options, 'saveSettings', {
    ...(await ask(options, 'settings', {})),
    ownPack: rules,
    packId: rules.id,
    schoolName: 'Hillside Primary School',
    dsl: [
      { name: 'Mrs Jane Hughes', role: 'Designated Safeguarding Lead', phone: '01632 960200' },
      { name: 'Mr Paul Adeyemi', role: 'Deputy DSL', phone: '01632 960201' },
    ],
  })
  await lookAtRules(options, camera)
  await options.close()
}

/** The green room: the class is chosen, and what can be checked beforehand is. */
export async function preflight(scene: Scene): Promise<void> {
  const { panel, meeting, camera } = scene
  await seen(panel, 'the green room', (view) => view.phase === 'before')
  await pressBeside(scene, 'Use this class')
  await seen(panel, 'the chosen class', (view) => view.session?.className === 'Year 4 Maths')
  await ask(panel, 'setPlannedStart', { startsAt: Date.now() })
  await seen(panel, 'the plan', (view) => view.session?.plannedStartAt !== undefined)
  await camera.shoot('preflight', meeting, panel)
}

/** A new class from the CSV file: add, look at what was understood, take it over, save. */
async function importClass(options: Page, camera: Camera): Promise<void> {
  await press(options, 'Add a class')
  await fill(options, 'Name of the class', 'Year 4 Maths')
  await press(options, 'Import a file or paste')
  const input = await options.waitForSelector('input[type=file]')
  await (input as ElementHandle<HTMLInputElement>).uploadFile(CLASS_FILE)
  await options.locator('::-p-text(Amelia)').wait()
  await camera.shootPage('import', options)
  await options.locator('button.button-primary').click()
  await press(options, 'Save class')
  await options.locator('::-p-text(Saved.)').wait()
}

/** The rules of the school, each with its explanation; nothing is changed. */
async function lookAtRules(options: Page, camera: Camera): Promise<void> {
  await options.reload()
  await options.locator('::-p-aria([name="Rules"][role="tab"])').click()
  await press(options, 'Change these rules')
  await options.locator('::-p-text(School hours)').wait()
  await camera.shootPage('rules', options)
}
