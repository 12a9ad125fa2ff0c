import type { Page } from 'puppeteer'
import type { PanelView } from '../../lib/views/types.ts'
import type { Stage } from '../../test/e2e/support/browser.ts'
import { admit } from '../../test/e2e/support/lesson.ts'
import { waitForView } from '../../test/e2e/support/panel.ts'
import type { Interface } from '../../test/e2e/support/sites.ts'
import type { RemoteSim } from '../../test/sites/meet/driver.ts'
import type { Camera } from './camera.ts'

/** What every scene of the played lesson has at hand. */
export interface Scene {
  readonly stage: Stage
  readonly camera: Camera
  readonly meeting: Page
  readonly panel: Page
  readonly sim: RemoteSim
  readonly where: Interface
  /** Says on the console what is being played. */
  readonly say: (text: string) => void
}

/** A machine that draws every camera by itself takes several times as long as a laptop; a step that is not seen by then is missing. */
const PATIENCE_MS = 120_000

/** A page of the extension that has the patience of the lesson. */
export async function openPage(
  stage: Stage,
  path: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await stage.open(path, viewport)
  page.setDefaultTimeout(PATIENCE_MS)
  return page
}

/** Waits until the panel has it; says what is missing, and what there was instead. */
export const seen = (
  panel: Page,
  what: string,
  wanted: (view: PanelView) => boolean,
): Promise<PanelView> => waitForView(panel, what, wanted, PATIENCE_MS)

export const isTeams = ({ where }: Pick<Scene, 'where'>): boolean => where.startsWith('teams')

/** Straight from the canvas, and few: ten cameras over peer connections leave two cores nothing for the lesson itself. */
export const LIGHT = { video: 'canvas', fps: '2' } as const

/** Clicks a button by the name that a screen reader says. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** A click in the panel, which in real life stands beside the meeting: here the meeting comes to the front again at once. */
export async function pressBeside({ panel, meeting }: Scene, name: string): Promise<void> {
  await press(panel, name)
  // The hand goes back to the meeting: while it points at something here, the panel keeps that where it is.
  await panel.mouse.move(0, 0)
  await meeting.bringToFront()
}

/** Lets somebody in by the panel; a meeting behind another tab has no cameras that could be seen. */
export async function admitBeside({ panel, meeting }: Scene, name: string): Promise<void> {
  await admit(panel, name)
  await meeting.bringToFront()
}

/** Fills a field by the name that a screen reader says. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text)
}

export function idOf(
  people: readonly { readonly name: string; readonly participantId?: string }[],
  name: string,
): string {
  const id = people.find((row) => row.name === name)?.participantId
  if (id === undefined) throw new Error(`${name} is not in the call.`)
  return id
}
