import { browser } from '../bus/browser.ts'
import { fromMeetingPort } from '../bus/schemas.ts'
import { proveSender } from '../bus/proof.ts'
import type { Proof } from '../bus/proof.ts'
import type { EmergencyAsked, ToMeeting, ToPanel } from '../bus/protocol.ts'
import { receive } from '../bus/receive.ts'
import type { Runtime } from '../bus/browser.ts'
import { Desk } from '../desk/desk.ts'
import { matchesOf, MEETING_SITES } from '../meeting/sites.ts'
import { capabilitiesOf } from '../platforms/capabilities.ts'
import { databaseJournal } from '../session/journal.ts'
import { Database } from '../storage/database.ts'
import { browserLooks } from '../storage/looks.ts'
import { browserShelf, readSettings, writeSettings } from '../storage/shelf.ts'
import { databaseVault } from '../storage/vault.ts'
import { keepBadge } from './badge.ts'
import { onCommand } from './commands.ts'
import { welcomeNewcomer } from './firstRun.ts'
import { keepOffscreen } from './offscreen.ts'
import { meetingTabs, reinjectInto } from './reinject.ts'
import { createWishes } from './wishes.ts'
import { ownFile } from '../bus/ownFile.ts'
import { readMeetingWords, readWords } from '../words/load.ts'
import { meetingWords, startSpeaking, wordsPath } from '../words/start.ts'

/** The safety net under the stored deadlines; exists only while a lesson runs. */
const LESSON_ALARM = 'lesson'
/** Deletion dates are kept also on days without a lesson. */
const KEEPING_ALARM = 'keeping'

/**
 * Puts the desk and the browser together. Every listener is registered in the first turn, because a worker that was woken by an
 * event gets it only then.
 */
export function wireBackground(): void {
  const db = new Database()
  const offscreen = keepOffscreen((failure) => {
    console.error('The offscreen page could not be changed', failure)
    owned(desk.roomCheckFailed('crashed'))
  })
  const shelf = browserShelf(db)
  const looks = browserLooks()
  let timer: ReturnType<typeof setTimeout> | undefined
  const panels = new Set<(message: EmergencyAsked) => void>()
  /** By window, and by tab. */
  const emergencies = createWishes<number>(() => Date.now())
  const focuses = createWishes<number>(() => Date.now())

  const desk: Desk = new Desk({
    journal: databaseJournal(db),
    shelf,
    looks,
    vault: databaseVault(
      db,
      { read: readSettings, write: writeSettings },
      looks,
      browser.runtime.getManifest().version,
    ),
    now: () => Date.now(),
    toolVersion: browser.runtime.getManifest().version,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    capabilities: capabilitiesOf,
    setRoomCheckRunning: (running) => offscreen.want(running),
    setRunning: keepAlarm(),
    setBadge: keepBadge(),
    speak: async (choice) =>
      meetingWords(
        await startSpeaking(choice, navigator.languages, async (language) =>
          readWords(await ownFile(wordsPath(language))),
        ),
        async (language) => readMeetingWords(await ownFile(wordsPath(language))),
      ),
    wakeIn: (ms) => {
      clearTimeout(timer)
      timer = setTimeout(() => owned(desk.tick()), ms)
    },
  })

  browser.runtime.onConnect.addListener((port) => {
    const proof = proveSender(port.sender, browser.runtime.id)
    if (proof?.from === 'page' && proof.page === 'sidepanel' && port.name === 'panel') {
      connectPanel(desk, port)
      const tell = (message: EmergencyAsked): void => port.postMessage(message)
      panels.add(tell)
      port.onDisconnect.addListener(() => void panels.delete(tell))
      // It cannot say which window it is in; it knows by itself whether it is meant.
      for (const { of, at } of emergencies.fresh()) tell({ type: 'emergency', windowId: of, at })
    } else if (proof?.from === 'meeting' && port.name === 'meeting') {
      connectMeeting(desk, port, proof)
      if (focuses.take(proof.tabId)) port.postMessage({ type: 'focusPrompt' } satisfies ToMeeting)
    }
    // "frames" ports are for the offscreen page alone.
    else if (port.name !== 'frames') port.disconnect()
  })

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    receive(message, sender, browser.runtime.id, {
      fromPage: (kind, payload) => desk.fromPage(kind, payload),
      fromOffscreen: async (kind, payload) => {
        if (kind === 'roomReading')
          await desk.roomReading(payload as Parameters<Desk['roomReading']>[0])
        else
          await desk.roomCheckFailed(
            (payload as { why: Parameters<Desk['roomCheckFailed']>[0] }).why,
          )
      },
      openPanel: (_tabId, windowId) => openPanel(windowId),
    }),
  )

  chrome.commands.onCommand.addListener((command, front) =>
    onCommand(command, front, {
      openPanel,
      focusPrompt: (tabId) => {
        const tab = desk.tabs.get(tabId)
        if (tab === undefined) focuses.ask(tabId)
        else tab.send({ type: 'focusPrompt' })
      },
      showEmergency: (windowId) => {
        emergencies.ask(windowId)
        for (const tell of panels)
          for (const { of, at } of emergencies.fresh())
            tell({ type: 'emergency', windowId: of, at })
      },
    }),
  )

  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === LESSON_ALARM || alarm.name === KEEPING_ALARM) owned(desk.tick())
  })
  chrome.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') owned(desk.managedChanged())
  })
  chrome.runtime.onInstalled.addListener(({ reason }) =>
    owned(
      welcomeNewcomer(reason, shelf, () =>
        chrome.tabs.create({ url: chrome.runtime.getURL('/welcome.html') }),
      ),
    ),
  )
  // A permission for a site that was taken away and is given back: its open meetings have lost their script meanwhile.
  chrome.permissions.onAdded.addListener(() => owned(reinjectWhereSilent(desk)))
  // A lesson that the browser's end interrupted is closed when the browser starts again.
  chrome.runtime.onStartup.addListener(() => owned(desk.tick()))

  owned(start(desk))
  // A live script connects again by itself within a second of a wake; only tabs that stay silent need a new one.
  setTimeout(() => owned(reinjectWhereSilent(desk)), 3_000)
}

/** Allowed only in the turn of a click or a key press, so nothing is awaited before it. */
function openPanel(windowId: number): void {
  chrome.sidePanel
    .open({ windowId })
    .catch((failure: unknown) => console.warn('The side panel could not be opened', failure))
}

async function reinjectWhereSilent(desk: Desk): Promise<void> {
  for (const { platform, script } of MEETING_SITES) {
    const open = await meetingTabs(matchesOf(platform))
    await reinjectInto(
      open.filter((tabId) => desk.tabs.get(tabId) === undefined),
      script,
    )
  }
}

async function start(desk: Desk): Promise<void> {
  // Each by itself: a store that can't be opened must not keep the lesson from being watched.
  // Registers, records and settings are out of reach for content scripts from here on.
  owned(chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }))
  // So are the names and numbers that a school sets by policy.
  owned(chrome.storage.managed.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }))
  owned(chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true }))
  owned(chrome.alarms.create(KEEPING_ALARM, { periodInMinutes: 720 }))
  // On every wake: what was stored is taken up, deadlines are looked at anew.
  await desk.tick()
}

function connectPanel(desk: Desk, port: Runtime.Port): void {
  const close = desk.connectPanel((message: ToPanel) => port.postMessage(message))
  port.onDisconnect.addListener(close)
}

function connectMeeting(
  desk: Desk,
  port: Runtime.Port,
  proof: Extract<Proof, { from: 'meeting' }>,
): void {
  const tab = desk.connectMeeting(proof.tabId, proof.platform, (message: ToMeeting) =>
    port.postMessage(message),
  )
  port.onDisconnect.addListener(() => owned(desk.disconnectMeeting(tab)))
  port.onMessage.addListener((message: unknown) => {
    const parsed = fromMeetingPort.safeParse(message)
    if (!parsed.success) {
      console.warn('A message of a meeting page was refused:', parsed.error.message)
      return
    }
    const told = parsed.data
    switch (told.type) {
      case 'observed':
        // The platform is what the browser proves, not what the page says.
        if (told.observation.platform === proof.platform)
          owned(desk.observed(tab, told.observation, told.tabVisible))
        return
      case 'performed':
        desk.tabs.told(tab, told.requestId, told.outcome)
        return
      case 'inspected':
        desk.inspected(tab, told.requestId, told.inspection)
        return
      case 'answer':
        owned(desk.answeredIn(tab, told.promptId, told.answer))
        return
      case 'queue':
        owned(desk.queueAnswered(tab, told))
        return
      case 'alive':
        owned(desk.alive(tab))
        return
    }
  })
}

/** Wakes the background every half minute while a lesson runs, and lets it sleep otherwise. */
function keepAlarm(): (running: boolean) => void {
  let was: boolean | undefined
  return (running) => {
    if (running === was) return
    was = running
    owned(
      running
        ? chrome.alarms.create(LESSON_ALARM, { periodInMinutes: 0.5 })
        : chrome.alarms.clear(LESSON_ALARM),
    )
  }
}

/** Every asynchronous path has an owner that sees its failure: here, the worker's log. */
function owned(work: Promise<unknown>): void {
  work.catch((failure: unknown) => console.error(failure))
}
