import type { Page } from 'puppeteer'
import type { RemoteSim } from '../../sites/meet/driver.ts'
import type { Stage } from './browser.ts'
import { chooseDemoClass } from './class.ts'
import { followViews, waitForView } from './panel.ts'
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

/** Clicks a button of a page of ours by the name that a screen reader says. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** The teacher's own answer to a question of the site: its button that goes ahead, clicked by the mouse. */
export async function confirmInMeeting(meeting: Page): Promise<void> {
  await meeting.bringToFront()
  await meeting
    .locator(
      '[role="dialog"] button.sim-primary, .sim-dialog button[data-mdc-dialog-action]:not([data-mdc-dialog-action="cancel"])',
    )
    .click()
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
