import type { CDPSession, Page, Target } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCpomsText } from '../../lib/record/cpoms.ts'
import { toCsv, toEventsCsv, toJson } from '../../lib/record/index.ts'
import { printModel } from '../../lib/record/print.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { inContentScript } from './support/content.ts'
import { bytesHeld, picturesHeld } from './support/memory.ts'
import {
  complaints,
  heardIn,
  isPlanted,
  listenEverywhere,
  listenIn,
  saysOnce,
} from './support/messages.ts'
import type { Ears, Heard } from './support/messages.ts'
import { ask, followViews, waitForView } from './support/panel.ts'
import { FULL } from '../support/full.ts'
import { announce } from '../support/tally.ts'
import { strangeRequests } from './support/requests.ts'
import { followReadings, moreReadings } from './support/rooms.ts'
import type { Interface } from './support/sites.ts'
import { everythingStored, likePictures } from './support/stores.ts'

/** The smallest picture of a camera in this lesson has 320 × 180 pixels. */
const LEAST = 57_600

/** One look through a memory has taken more than twenty seconds on a busy computer. */
const PATIENCE = { timeout: 60_000 }

/** The sizes of what could be a picture in the memory of a context. */
const bigBytes = async (session: CDPSession): Promise<readonly number[]> =>
  (await bytesHeld(session)).filter((size) => size >= LEAST)

/** The pages of the extension beside the panel and the offscreen page, which a lesson opens itself. */
const OTHERS = ['options.html', 'selftest.html', 'record.html', 'welcome.html', 'practice.html']

/**
 * One short lesson with the room check on, in every context that the extension has, with all requests recorded: by the browser for each
 * context, and by the server to which every host name leads. `npm test` plays it on Meet, the full run on Teams too, all of it.
 */
const PLAYED: readonly Interface[] = FULL ? ['meet-2026', 'teams-full'] : ['meet-2026']

describe.each(PLAYED)('a lesson in %s and everything that the extension is made of', (where) => {
  let stage: Stage
  let lesson: RunningLesson
  let sessionId = ''
  let record: LessonRecord | undefined
  let ears: Ears
  let inMeeting: readonly Heard[] = []
  const pages: Page[] = []
  const asked: string[] = []
  const watched: Target[] = []

  /** Every request of a context, also of the worker and the offscreen page, which puppeteer shows no requests of. */
  async function watch(target: Target): Promise<void> {
    if (!target.url().startsWith('chrome-extension://') || watched.includes(target)) return
    watched.push(target)
    const session: CDPSession = await target.createCDPSession()
    session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
    session.on('Network.webSocketCreated', ({ url }) => asked.push(url))
    await session.send('Network.enable')
  }

  beforeAll(async () => {
    stage = await setStage()
    // A page begins as an empty one and gets its address later. What is gone before it could be watched has sent nothing by then.
    const see = (target: Target): void => void watch(target).catch(() => undefined)
    stage.browser.on('targetcreated', see)
    stage.browser.on('targetchanged', see)
    for (const target of stage.browser.targets()) await watch(target)
    lesson = await beginLesson(stage, { params: { video: 'canvas' } }, where)
    for (const path of OTHERS) pages.push(await stage.open(path))
    // Loaded once more now that they are watched and listened to, so that nothing they say or ask for at their start is missed.
    ears = await listenEverywhere(stage, lesson.meeting, [lesson.panel, ...pages])
    const [options] = pages
    // It asks for everything that is kept as soon as somebody looks at it.
    await options?.bringToFront()
    if (options !== undefined) await saysOnce(options, 'settings')
    await followViews(lesson.panel)
    await followReadings(lesson.panel)
    await lesson.meeting.bringToFront()
    await lesson.sim.join({ name: 'Amelia Potter', room: 'bedroom', person: 'child' })
    const isAmelia = (row: PanelView['people'][0]): boolean =>
      row.name === 'Amelia Potter' && row.participantId !== undefined
    const here = await waitForView(lesson.panel, 'Amelia', (one) => one.people.some(isAmelia))
    const id = here.people.find(isAmelia)?.participantId ?? ''
    await lesson.sim.knock({ name: 'Zofia Kowalska', room: 'living' })
    await lesson.sim.chat('Amelia Potter', 'my number is 07700 900123')
    await moreReadings(lesson.panel, id, 2)
    await ears.plant(lesson.panel)
    const kinds = new Set(
      stage.browser.targets().map((target) => new URL(target.url() || 'about:blank').pathname),
    )
    for (const path of ['sidepanel.html', ...OTHERS, 'offscreen.html'])
      expect(kinds).toContain(`/${path}`)
    const view = await waitForView(lesson.panel, 'the lesson', (one) => one.session !== undefined)
    sessionId = view.session?.sessionId ?? ''
    await lesson.sim.end('left')
    await waitForView(lesson.panel, 'the end', (one) => one.phase === 'after')
    record = await ask(lesson.panel, 'record', { sessionId })
    inMeeting = await ears.inMeeting()
    const printed = await stage.open(`record.html?session=${sessionId}`)
    await listenIn(printed)
    pages.push(printed)
  })
  afterAll(async () => {
    await stage?.close()
    announce(
      `In ${where}: ${asked.length} requests seen in ${watched.length} contexts of the extension, all for its own files; ${stage?.sites.requests.filter((one) => one.own).length} of the simulated site; ${stage === undefined ? '?' : strangeRequests(stage).length} to anybody else.`,
    )
  })

  // T-21
  it('asks nobody for anything', async () => {
    const own = `chrome-extension://${stage.extensionId}/`
    // It was watched: the pages load their own files.
    expect(asked.length).toBeGreaterThan(10)
    const foreign = asked.filter((url) => !url.startsWith(own) && !/^(?:data|blob):/u.test(url))
    expect(foreign).toEqual([])
    expect(strangeRequests(stage)).toEqual([])
    expect(new Set(watched.map((target) => new URL(target.url()).pathname)).size).toBeGreaterThan(5)
    // And it would be seen, and is refused by the policy, if one were made.
    const refused = await lesson.panel.evaluate(() =>
      fetch('https://telemetry.example/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(refused).toBe('refused')
    expect(stage.sites.requests.filter(({ host }) => host === 'telemetry.example')).toEqual([])
  })

  // T-22
  it('keeps no picture in any store', async () => {
    const stored = await everythingStored(lesson.panel)
    expect(JSON.stringify(stored)).toContain('Amelia Potter')
    expect(likePictures(stored)).toEqual([])
    expect(stored).toMatchObject({ sync: {}, caches: [], webStorage: [[], []], files: [] })
    // What it looks for would be found.
    const planted = {
      databases: { x: { kind: 'Blob' } },
      a: 'data:image/png;base64,AAAA',
      b: Array<number>(64).fill(1),
    }
    expect(likePictures(planted)).toHaveLength(3)
  })

  // T-22
  it('sends the panel no picture and no measure of one', async () => {
    const views = (await heardIn(lesson.panel)).filter(({ channel }) => channel === 'panel')
    // It was listened to while the lesson ran and after: how many views came in that time is the computer's speed.
    for (const phase of ['during', 'after'])
      expect(views).toContainEqual(
        expect.objectContaining({
          way: 'in',
          message: expect.objectContaining({
            view: expect.objectContaining({ phase }) as unknown,
          }) as unknown,
        }),
      )
    const sent = views.filter((one) => !isPlanted(one))
    expect(JSON.stringify(sent)).toContain('Amelia Potter')
    expect(complaints(sent, 'in our pages')).toEqual([])
    expect(complaints(views.filter(isPlanted), 'in our pages')).not.toEqual([])
  })

  // T-22
  it('sends no picture and no measure of one over any other channel', async () => {
    const ofPages = (
      await Promise.all([lesson.panel, ...pages].map((page) => heardIn(page)))
    ).flat()
    const ofMeeting = inMeeting.filter((one) => !isPlanted(one))
    expect(complaints(ofMeeting, 'in the meeting')).toEqual([])
    const sent = ofPages.filter((one) => !isPlanted(one))
    expect(complaints(sent, 'in our pages')).toEqual([])

    // Each of them was heard, and the pictures were on the one way that is theirs.
    const kinds = (heard: readonly Heard[]): Set<string> =>
      new Set(
        heard.map(({ channel, way, message }) => {
          const { type, kind } = (message ?? {}) as { type?: string; kind?: string }
          return `${channel} ${way} ${type ?? kind ?? ''}`
        }),
      )
    const strange = ({ channel, message }: Heard): boolean =>
      channel === 'frames' && JSON.stringify(message).includes('"strange"')
    expect(ofMeeting.filter(strange).length).toBeGreaterThan(2)
    for (const kind of [
      'meeting out observed',
      'meeting in overlay',
      'frames out keep',
      'frames in read',
    ])
      expect(kinds(ofMeeting)).toContain(kind)
    for (const kind of ['message in roomReading', 'message out settings'])
      expect(kinds(sent)).toContain(kind)

    // And one that goes where none may is found, on every channel and each way.
    const found = (heard: readonly Heard[], at: Parameters<typeof complaints>[1]) =>
      new Set(
        heard
          .filter((one) => isPlanted(one) && complaints([one], at).length > 0)
          .map(({ channel, way }) => `${channel} ${way}`),
      )
    expect([...found(inMeeting, 'in the meeting')].toSorted()).toEqual([
      'frames in',
      'frames out',
      'meeting in',
      'meeting out',
      'message in',
      'message out',
    ])
    expect([...found(ofPages, 'in our pages')].toSorted()).toEqual([
      'message in',
      'message out',
      'panel in',
    ])
  })

  // T-22
  it('exports no picture and no measure of one', () => {
    expect(record?.people.map(({ name }) => name)).toContain('Amelia Potter')
    if (record === undefined) return
    expect(likePictures(JSON.parse(toJson(record)))).toEqual([])
    // The page to print, and with it the PDF, is drawn from the last of these.
    for (const file of [
      toCsv(record),
      toEventsCsv(record),
      toCpomsText(record),
      printModel(record),
    ])
      expect(likePictures(file)).toEqual([])
    expect(toJson(record)).not.toContain('07700 900123')
  })

  // T-22
  it('leaves no picture in the memory of its pages', async () => {
    // The page that looked at pictures is closed with the lesson, and its memory with it.
    const isOffscreen = (target: Target): boolean => target.url().endsWith('/offscreen.html')
    await expect
      .poll(() => stage.browser.targets().some(isOffscreen), { timeout: 20_000 })
      .toBe(false)
    const none = { ImageBitmap: 0, ImageData: 0, VideoFrame: 0 }
    const panel = await lesson.panel.createCDPSession()
    expect(await picturesHeld(panel)).toEqual(none)
    const worker = await stage.browser.waitForTarget(
      (target) => String(target.type()) === 'service_worker',
    )
    expect(await picturesHeld(await worker.createCDPSession())).toEqual(none)
    // One that is held would be found.
    await lesson.panel.evaluate(async () => {
      const data = new ImageData(2, 2)
      Reflect.set(window, '__held', [data, await createImageBitmap(data)])
    })
    const held = await picturesHeld(panel)
    await lesson.panel.evaluate(() => Reflect.deleteProperty(window, '__held'))
    expect([held['ImageData'], held['ImageBitmap']]).toEqual([1, 1])
  })

  // T-22
  it('leaves no bytes of a picture in the memory of its pages, which is how pictures mostly travel', async () => {
    const worker = await stage.browser.waitForTarget(
      (target) => String(target.type()) === 'service_worker',
    )
    const session = await worker.createCDPSession()
    const plant = (expression: string) => session.send('Runtime.evaluate', { expression })
    for (const memory of [session, await lesson.panel.createCDPSession()])
      await expect.poll(() => bigBytes(memory), PATIENCE).toEqual([])
    await plant(`globalThis.planted = new Uint8Array(${LEAST}); 0`)
    expect(await bigBytes(session)).toEqual([LEAST])
    await plant('delete globalThis.planted')
    await session.detach()
  })

  // T-22
  it('leaves no picture in the memory of the meeting page, which outlives the call', async () => {
    const session = await lesson.meeting.createCDPSession()
    await expect.poll(() => bigBytes(session), PATIENCE).toEqual([])
    await inContentScript(lesson.meeting, `globalThis.planted = new Uint8Array(${LEAST}); 0`)
    expect(await bigBytes(session)).toEqual([LEAST])
    await inContentScript(lesson.meeting, 'delete globalThis.planted')
    await session.detach()
  })

  // T-27
  it('erases everything when it is told to', async () => {
    await ask(lesson.panel, 'eraseAll', {})
    const { databases, local, session } = (await everythingStored(lesson.panel)) as {
      databases: Record<string, readonly unknown[]>
      local: object
      session: object
    }
    expect(Object.keys(databases).length).toBeGreaterThan(3)
    expect(Object.values(databases).flat()).toEqual([])
    expect([local, session]).toEqual([{}, {}])
  })
})
