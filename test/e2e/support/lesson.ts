import type { Page } from 'puppeteer'
import type { LessonRecord } from '../../../lib/record/types.ts'
import type { RemoteSim } from '../../sites/meet/driver.ts'
import type { Stage } from './browser.ts'
import { chooseDemoClass } from './class.ts'
import { ask, followViews, waitForView } from './panel.ts'
import { openCall } from './sites.ts'
import type { Interface, OpenCall } from './sites.ts'

export interface RunningLesson {
  readonly stage: Stage
  readonly meeting: Page
  readonly sim: RemoteSim
  /** The side panel's page, in a tab. */
  readonly panel: Page
}

/** A call that has begun, with the demo's class chosen and the panel open. */
export async function beginLesson(
  stage: Stage,
  options: OpenCall = {},
  where: Interface = 'meet-2026',
): Promise<RunningLesson> {
  const panel = await stage.open('sidepanel.html', { width: 400, height: 800 })
  await followViews(panel)
  const { page: meeting, sim } = await openCall(stage.browser, where, options)
  await meeting.bringToFront()
  await waitForView(panel, 'the call', (view) => view.phase === 'during')
  await chooseDemoClass(panel)
  await waitForView(panel, 'the class', (view) => view.session?.className === 'Year 4 Maths')
  return { stage, meeting, sim, panel }
}

/** Names in the call by the panel, without the teacher. */
export function namesHere(view: {
  readonly people: readonly {
    where: string
    name: string
    kind: string
    chips: readonly { text: string }[]
  }[]
}): string[] {
  return view.people
    .filter((row) => row.where === 'inCall' && !row.chips.some((chip) => chip.text === 'You'))
    .map((row) => row.name)
    .toSorted()
}

/** The record of a lesson as it is now. */
export async function recordOf(panel: Page, sessionId: string): Promise<LessonRecord> {
  const record = await ask(panel, 'record', { sessionId })
  if (record === undefined) throw new Error('There is no record.')
  return record
}

/** What the record says of one clause. */
export async function checkOf(
  panel: Page,
  sessionId: string,
  clause: string,
): Promise<LessonRecord['checks'][number] | undefined> {
  return (await recordOf(panel, sessionId)).checks.find((one) => one.clause === clause)
}

/** The simulation has ids of its own: on Teams nobody's are on the page. */
export async function idInCall(sim: RemoteSim, name: string): Promise<string> {
  const id = (await sim.state()).people.find((one) => one.name === name)?.id
  if (id === undefined) throw new Error(`${name} is not in the simulated call.`)
  return id
}

/** Clicks a button of a page of ours by the name that a screen reader says. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** The teacher's own click on an answer in the panel; a prompt behind another is brought forward. */
export async function answerPrompt(panel: Page, title: string, label: string): Promise<void> {
  await panel.bringToFront()
  await panel.waitForFunction(
    (wanted, name) => {
      const card = document.querySelector('.prompt')
      if (card?.querySelector('.prompt-title')?.textContent !== wanted) {
        const items = [...document.querySelectorAll<HTMLButtonElement>('.behind-item')]
        const item = items.find((one) => one.textContent === wanted)
        if (item !== undefined) item.click()
        else
          document
            .querySelector<HTMLButtonElement>('.behind > button[aria-expanded="false"]')
            ?.click()
        return false
      }
      const button = [...card.querySelectorAll('button')].find((one) => one.textContent === name)
      if (button === undefined || button.disabled) return false
      button.click()
      return true
    },
    { polling: 200, timeout: 30_000 },
    title,
    label,
  )
}

const GOES_AHEAD =
  '[role="dialog"] button.sim-primary, .sim-dialog button[data-mdc-dialog-action]:not([data-mdc-dialog-action="cancel"])'

/** The button in the question of either site that ends the call for everybody. */
export const ENDS_FOR_ALL = '[data-mdc-dialog-action="SmQw0b"], [role="dialog"] button.sim-primary'

/** The teacher's own answer to a question of the site: its button that goes ahead, clicked by the mouse. */
export const confirmInMeeting = (meeting: Page): Promise<void> =>
  answerInMeeting(meeting, GOES_AHEAD)

/**
 * A click into a question of the site. A box that was answered stays in the page, hidden, until the next question takes its place: only
 * a button that can be seen is meant, and it is looked for anew each time.
 */
export async function answerInMeeting(meeting: Page, selector: string): Promise<void> {
  await meeting.bringToFront()
  const shown = await meeting.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => one.checkVisibility()),
    { polling: 'mutation' },
    selector,
  )
  const button = await shown.asElement()?.toElement('button')
  if (button === undefined) throw new Error(`Nothing to click is shown for ${selector}.`)
  await button.click()
}

/** Lets somebody in as a teacher does: by the button with the name on it, or by the row of somebody who is not next. */
export async function admit(panel: Page, name: string): Promise<void> {
  await panel.bringToFront()
  await panel.waitForFunction(
    (shown) => {
      const named = (one: Element): boolean => one.textContent.includes(shown)
      const row = [...document.querySelectorAll('li.knock')].find(named)
      const next = [...document.querySelectorAll<HTMLButtonElement>('.next-admit')].find(
        (one) => one.textContent === `Admit ${shown}` && one.ariaDisabled !== 'true',
      )
      const inRow = [...(row?.querySelectorAll('button') ?? [])].find(
        (one) => one.textContent === 'Admit' && !one.disabled,
      )
      const button = next ?? inRow
      if (button === undefined) row?.querySelector<HTMLElement>('[aria-expanded="false"]')?.click()
      button?.click()
      return button !== undefined
    },
    { polling: 300, timeout: 90_000 },
    name,
  )
}
