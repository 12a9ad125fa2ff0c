import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElementHandle, Page } from 'puppeteer'
import { setStage } from '../../test/e2e/support/browser.ts'
import { strangeRequests } from '../../test/e2e/support/requests.ts'
import { admit } from '../../test/e2e/support/lesson.ts'
import { ask, followViews, waitForView } from '../../test/e2e/support/panel.ts'
import { confirmInMeeting } from '../../test/e2e/support/lesson.ts'
import { openCall } from '../../test/e2e/support/sites.ts'
import type { Interface } from '../../test/e2e/support/sites.ts'
import type { MeetSim, RemoteSim } from '../../test/sites/meet/driver.ts'
import { createCamera, downloaded, PANEL, sizeMeeting } from './camera.ts'
import type { Camera } from './camera.ts'
import { demoRules } from './rules.ts'

const CLASS_FILE = fileURLToPath(new URL('./class.csv', import.meta.url))

export interface Played {
  readonly pictures: readonly string[]
  readonly files: readonly string[]
  /** The addresses asked for besides the simulated site. Nothing leaves the computer, so there are none. */
  readonly requests: readonly string[]
}

/**
 * How many of the class come in beside the first three. Teams shows nine tiles at a time, in the light client one of them the
 * teacher's own (dom facts, teams.md §2): who has no tile has no picture that could be looked at, and the lesson needs all of them.
 */
const ARRIVALS: Readonly<Record<Interface, number>> = {
  'meet-2025': 8,
  'meet-2026': 8,
  'teams-full': 6,
  'teams-light': 5,
}

/** The lesson of the README, step by step, clicked as a teacher would. Every step waits for what it needs to see. */
export async function playLesson(
  out: string,
  say: (text: string) => void,
  where: Interface = 'meet-2026',
): Promise<Played> {
  const stage = await setStage()
  try {
    const camera = await createCamera(stage.browser, out)

    say('Before the lesson: the class comes from a CSV file')
    const options = await stage.open('options.html', { width: 1000, height: 760 })
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

    const panel = await stage.open('sidepanel.html', PANEL)
    await followViews(panel)
    const { page: meeting, sim } = await openCall(stage.browser, where, {
      start: 'greenRoom',
      // Straight from the canvas: ten cameras over peer connections leave two cores nothing for the lesson itself.
      params: { title: 'Year 4 Maths', person: 'people/15.webp', room: 'plain', video: 'canvas' },
    })
    await sizeMeeting(meeting)
    await waitForView(panel, 'the green room', (view) => view.phase === 'before')
    await pressBeside(panel, 'Use this class', meeting)
    await waitForView(
      panel,
      'the chosen class',
      (view) => view.session?.className === 'Year 4 Maths',
    )
    await camera.shoot('preflight', meeting, panel)

    say('Arrivals: three people knock')
    await sim.enterCall()
    await waitForView(panel, 'the call', (view) => view.phase === 'during')
    await sim.join({
      name: 'Tom Bradley',
      role: 'cohost',
      room: 'study',
      person: 'people/16.webp',
    })
    for (const name of ['Amelia Potter', 'Priya Shah', 'iPad (2)'])
      await sim.knock({ name, room: 'living' })
    await sim.openPanel('people')
    await waitForView(panel, 'three people waiting', (view) => view.knocks.length === 3)
    await camera.shoot('lobby', meeting, panel)

    await admit(panel, 'Amelia Potter')
    await waitForView(panel, 'Amelia in the call', (view) =>
      view.people.some(
        (row) => row.name === 'Amelia Potter' && row.where === 'inCall' && row.camera === 'on',
      ),
    )
    await camera.shoot('admitted', meeting, panel)

    say('The class comes in; every tile gets its badge')
    await admit(panel, 'Priya Shah')
    await waitForView(panel, 'Dev', (view) =>
      view.people.some((row) => row.name === 'Dev Shah' && row.where === 'inCall'),
    )
    await pressBeside(panel, 'Don’t let in', meeting)
    await waitForView(panel, 'nobody waiting', (view) => view.knocks.length === 0)
    await sim.openPanel(null)
    const arrivals = await arrive(sim, ARRIVALS[where])
    const full = await waitForView(
      panel,
      'the class, all but one of them with a picture',
      (view) =>
        view.people.filter((row) => row.where === 'inCall' && row.camera === 'on').length >=
        arrivals + 3,
    )
    const dev = idOf(full.people, 'Dev Shah')
    // The simulation has ids of its own: on Teams nobody's are on the page.
    const devInCall = await idInCall(sim, 'Priya Shah')
    const ollie = await idInCall(sim, 'Ollie Bennett')
    await sim.videoReady(ollie)
    await camera.shoot('badges', meeting, panel)

    say('The countdown to the lock, moved forward so that nobody waits five minutes')
    await ask(panel, 'moveLock', { dueAt: Date.now() + 55_000 })
    await waitForView(panel, 'the warning', (view) =>
      view.prompts.some((prompt) => prompt.kind === 'lockSoon'),
    )
    await camera.shoot('countdown', meeting, panel)
    await ask(panel, 'moveLock', { dueAt: Date.now() + 500 })
    await waitForView(panel, 'the lock prompt', (view) =>
      view.prompts.some((prompt) => prompt.kind === 'lockDue'),
    )
    await camera.shoot('lock-prompt', meeting, panel)
    await pressBeside(panel, 'Lock now', meeting)
    if (where.startsWith('teams')) {
      // Teams asks back, because whoever drops out can't come back: that answer is hers, and our outline points at it.
      await meeting.locator('[role="dialog"] button.sim-primary').wait()
      await camera.shoot('lock-question', meeting, panel)
      await confirmInMeeting(meeting)
    }
    await waitForView(panel, 'the lock', (view) => view.lock.state === 'locked')
    await camera.shoot('locked', meeting, panel)

    say('Dev carries his laptop into a bedroom')
    await sim.moveRoom(devInCall, 'rooms/bedroom-1.webp')
    await waitForView(
      panel,
      'the bedroom prompt',
      (view) => view.prompts.some((prompt) => prompt.kind === 'room'),
      45_000,
    )
    await camera.shoot('bedroom-prompt', meeting, panel)
    await pressBeside(panel, 'Ask to move', meeting)
    await sim.moveRoom(devInCall, 'rooms/kitchen-2.webp')
    await waitForView(
      panel,
      'the cleared room',
      (view) => view.people.some((row) => row.participantId === dev && row.room === 'fine'),
      45_000,
    )
    await camera.shoot('cleared', meeting, panel)

    await waitForView(
      panel,
      'the camera that stays off',
      (view) => view.prompts.some((prompt) => prompt.kind === 'cameraOff'),
      60_000,
    )
    await camera.shoot('camera-off', meeting, panel)
    await pressBeside(panel, 'Ask for camera', meeting)

    say('Somebody takes another child’s name; a phone number in the chat')
    // With the list closed, two tiles of one name on Teams may be two copies of one picture; the list tells.
    if (where.startsWith('teams')) await sim.openPanel('people')
    await sim.rename(ollie, 'Amelia Potter')
    await waitForView(panel, 'the copied name', (view) =>
      view.prompts.some((prompt) => prompt.kind === 'duplicateName'),
    )
    await camera.shoot('rename-alarm', meeting, panel)
    await sim.rename(ollie, 'Ollie Bennett')
    await waitForView(panel, 'the name put right', (view) =>
      view.prompts.every((prompt) => prompt.kind !== 'duplicateName'),
    )
    // On Teams nobody's id is on the page: there is no telling that the one with the name was another before.
    if (!where.startsWith('teams')) await pressBeside(panel, 'I know who it is', meeting)
    await sim.openPanel('chat')
    await sim.chat('Noah Wright', 'my number is 07700 900123, text me')
    await waitForView(panel, 'the flagged line', (view) =>
      view.prompts.some((prompt) => prompt.kind === 'chatFlag'),
    )
    await camera.shoot('chat-flag', meeting, panel)
    await sim.openPanel(null)

    say('The teacher presents: what concerns a child folds away')
    await sim.present('self', true)
    await waitForView(panel, 'discretion', (view) => view.discreet)
    await camera.shoot('presenting', meeting, panel)
    await sim.present('self', false)
    await waitForView(panel, 'the end of presenting', (view) => !view.discreet)

    say('If it goes wrong: one control')
    await press(panel, 'Emergency')
    await panel.locator('::-p-text(Mrs Jane Hughes)').wait()
    await camera.shoot('emergency', meeting, panel)
    await pressBeside(panel, 'Close', meeting)
    await writeConcern(panel, meeting, camera)

    say('What the school asks for, step by step')
    await panel.bringToFront()
    await panel.locator('[role="tab"]::-p-text(Checks)').click()
    await panel.$eval('[role="tablist"]', (one) => one.scrollIntoView())
    await camera.shoot('checklist', meeting, panel)

    say('The call ends; the record')
    await sim.end('left')
    const after = await waitForView(panel, 'the end', (view) => view.phase === 'after')
    await camera.shoot('after', meeting, panel)
    const sessionId = after.session?.sessionId ?? ''
    const record = await stage.open(`record.html?session=${encodeURIComponent(sessionId)}`, {
      width: 1100,
      height: 1250,
    })
    await record.locator('::-p-text(Amelia Potter)').wait()
    await record.setViewport({ width: 1100, height: 2400 })
    await camera.shootPage('record', record)
    const files = await exportRecord(record, out)
    return {
      pictures: camera.pictures,
      files,
      requests: strangeRequests(stage).map(({ host, path }) => host + path),
    }
  } finally {
    await stage.close()
  }
}

/** Clicks a button by the name that a screen reader says. */
async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** A click in the panel, which in real life stands beside the meeting: here the meeting comes to the front again at once. */
async function pressBeside(panel: Page, name: string, meeting: Page): Promise<void> {
  await press(panel, name)
  await meeting.bringToFront()
}

function idOf(
  people: readonly { readonly name: string; readonly participantId?: string }[],
  name: string,
): string {
  const id = people.find((row) => row.name === name)?.participantId
  if (id === undefined) throw new Error(`${name} is not in the call.`)
  return id
}

async function idInCall(sim: RemoteSim, name: string): Promise<string> {
  const id = (await sim.state()).people.find((one) => one.name === name)?.id
  if (id === undefined) throw new Error(`${name} is not in the simulated call.`)
  return id
}

async function arrive(sim: RemoteSim, limit: number): Promise<number> {
  const names: readonly [string, string, Partial<Parameters<MeetSim['join']>[0]>?][] = [
    ['Ollie Bennett', 'living'],
    ['Zofia Kowalska', 'kitchen'],
    ['Rhys Llŷr-Davies', 'dining'],
    ['Noah Wright', 'study', { camera: 'off' }],
    ['Grace Okafor', 'plain'],
    ['Ibrahim Hussain', 'living'],
    ['Mei Chen', 'kitchen'],
    ['Isla Campbell', 'living'],
  ]
  const coming = names.slice(0, limit)
  for (const [name, room, more] of coming) await sim.join({ name, room, ...more })
  return coming.length
}

/** A new class from the CSV file: add, look at what was understood, take it over, save. */
async function importClass(options: Page, camera: Camera): Promise<void> {
  await press(options, 'Add a class')
  await options.locator('::-p-aria([name="Name of the class"])').fill('Year 4 Maths')
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

/** What a child said, written down during the lesson: facts, the child's own words, who was told. Kept apart from the record. */
async function writeConcern(panel: Page, meeting: Page, camera: Camera): Promise<void> {
  await press(panel, 'Concern')
  const fill = async (label: string, text: string): Promise<void> =>
    panel.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text)
  await panel
    .locator('::-p-aria([name="Whom it is about (full name)"][role="combobox"])')
    .fill('Zofia Kowalska')
  await fill('What you saw and heard: facts only', 'Zofia was alone in the kitchen all lesson.')
  await fill('Their own words, as they were said', '“Mum is at work until six.”')
  await fill('What you did', 'Asked Zofia to stay in the call; the office telephoned the mother.')
  await fill('Who was told (name and role)', 'Mrs Jane Hughes, DSL')
  await press(panel, 'Now')
  await fill('You: name and job title', 'Ms Khan, class teacher')
  await camera.shoot('concern', meeting, panel)
  await press(panel, 'Keep this concern')
  await panel.locator('::-p-text(Kept as)').wait()
  await camera.shoot('concern-kept', meeting, panel)
  await pressBeside(panel, 'Close', meeting)
}

/** The three forms of the record: CSV and JSON by their buttons, the printed page as the browser's own PDF. */
async function exportRecord(record: Page, out: string): Promise<readonly string[]> {
  const session = await record.createCDPSession()
  await mkdir(out, { recursive: true })
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: out })
  await press(record, 'CSV')
  const csv = await downloaded(out, '.csv')
  await press(record, 'JSON')
  const json = await downloaded(out, '.json')
  const pdf = csv.replace(/\.csv$/, '.pdf')
  await writeFile(join(out, pdf), await record.pdf({ format: 'A4', printBackground: true }))
  return [csv, json, pdf]
}
