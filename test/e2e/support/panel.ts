import type { Page } from 'puppeteer'
import type { Reply } from '../../../lib/bus/client.ts'
import { deliver } from '../../../lib/bus/deliver.ts'
import type { FromPages, PageReply } from '../../../lib/bus/protocol.ts'
import type { PanelView } from '../../../lib/views/types.ts'

/**
 * Speaks to the background from a page of the extension, as the panel itself does: for what a test sets up or looks at beside
 * the screen. What a teacher does is clicked on the screen instead.
 */
export async function ask<K extends keyof FromPages>(
  page: Page,
  kind: K,
  payload: FromPages[K],
): Promise<PageReply<K>> {
  const reply = await deliver<Reply>(kind, {
    send: () =>
      page.evaluate((message) => chrome.runtime.sendMessage<typeof message, unknown>(message), {
        to: 'background',
        kind,
        payload,
      }),
    wait: (ms) => new Promise((over) => setTimeout(over, ms)),
  })
  if (!reply.ok) throw new Error(`The background refused “${kind}”: ${reply.error}`)
  return reply.value as PageReply<K>
}

/** Keeps the latest view of the background in the page, under `window.__view`; opens another port when it hears nothing. */
export async function followViews(page: Page): Promise<void> {
  await page.evaluate(() => {
    const holder = window as unknown as { __view?: unknown }
    let port: chrome.runtime.Port
    let silence = 0
    const connect = (): void => {
      const fresh = chrome.runtime.connect({ name: 'panel' })
      port = fresh
      clearTimeout(silence)
      silence = window.setTimeout(again, 3000)
      fresh.onMessage.addListener((message: { view: unknown }) => {
        if (fresh !== port) return
        holder.__view = message.view
        clearTimeout(silence)
        silence = window.setTimeout(again, 8000)
      })
      fresh.onDisconnect.addListener(() => {
        if (fresh === port) setTimeout(connect, 400)
      })
    }
    const again = (): void => {
      port.disconnect()
      connect()
    }
    connect()
  })
}

export async function view(page: Page): Promise<PanelView | undefined> {
  return page.evaluate(() => (window as unknown as { __view?: unknown }).__view as never)
}

/** Waits until the view satisfies `wanted`; on time-out says what the view was. */
export async function waitForView(
  page: Page,
  what: string,
  wanted: (view: PanelView) => boolean,
  ms = 30_000,
): Promise<PanelView> {
  const until = Date.now() + ms
  let last: PanelView | undefined
  while (Date.now() < until) {
    last = await view(page)
    if (last !== undefined && wanted(last)) return last
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(
    `Waited ${ms} ms for ${what}; the view is ${JSON.stringify(brief(last), undefined, 1)}`,
  )
}

function brief(view: PanelView | undefined): unknown {
  if (view === undefined) return 'not there'
  return {
    phase: view.phase,
    tab: view.meetingTab,
    session: view.session,
    lock: view.lock,
    health: view.health,
    people: view.people
      .filter((row) => row.where !== 'notHere')
      .map((row) => [
        row.name,
        row.where,
        row.kind,
        row.camera,
        row.room,
        row.chips.map((chip) => chip.text),
      ]),
    knocks: view.knocks,
    prompts: view.prompts.map((prompt) => [prompt.kind, prompt.title]),
    banners: view.banners,
    roomCheck: view.roomCheck,
  }
}
