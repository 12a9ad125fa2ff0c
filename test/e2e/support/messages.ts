import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'puppeteer'
import { fromOffscreen } from '../../../lib/bus/schemas.ts'
import { matchesOf, MEETING_SITES, platformOf } from '../../../lib/meeting/sites.ts'
import { toSampler } from '../../../lib/vision/messages.ts'
import type { RoomReading } from '../../../lib/vision/types.ts'
import type { Stage } from './browser.ts'
import { inContentScript } from './content.ts'
import { likePictures } from './stores.ts'

/** A message as it was heard at one end. */
export interface Heard {
  /** The name of a port, or “message” for a single message and its answer. */
  readonly channel: string
  /** By the end that listens. */
  readonly way: 'in' | 'out'
  /** What is no plain value is only its kind, as `{ strange: "Uint8Array" }`: what listens for pictures must not keep any. */
  readonly message: unknown
}

/**
 * Hears everything that a world of the extension says and is told over the browser's channels: ports in both directions, single messages
 * and their answers. Runs in that world before what is listened to opens its channels, and changes nothing of what goes over them.
 */
function listen(): void {
  // As texts, each once: what a page's memory is looked through for is pictures, not what this test has put there.
  const heard = new Set<string>()
  const ports: Record<string, chrome.runtime.Port> = {}
  Reflect.set(globalThis, '__heard', heard)
  Reflect.set(globalThis, '__ports', ports)
  const plain = (value: unknown): unknown => {
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
      return { strange: typeof value }
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(plain)
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (kind !== 'Object') return { strange: kind }
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
  }
  const hear = (channel: string, way: Heard['way'], message: unknown): void =>
    void heard.add(JSON.stringify({ channel, way, message: plain(message) }))

  const { runtime } = chrome
  const connect = runtime.connect.bind(runtime)
  const send = runtime.sendMessage.bind(runtime)
  const connected = (...given: unknown[]): chrome.runtime.Port => {
    const port = Reflect.apply(connect, runtime, given) as chrome.runtime.Port
    ports[port.name] = port
    const post = port.postMessage.bind(port)
    port.onMessage.addListener((message: unknown) => hear(port.name, 'in', message))
    port.postMessage = (message: unknown) => {
      hear(port.name, 'out', message)
      post(message)
    }
    return port
  }
  const sent = (...given: unknown[]): unknown => {
    hear('message', 'out', given[0])
    const last = given.at(-1)
    const told = (answer: unknown): void => hear('message', 'in', answer)
    if (typeof last === 'function')
      given[given.length - 1] = (answer: unknown) => {
        told(answer)
        Reflect.apply(last, undefined, [answer])
      }
    const answer: unknown = Reflect.apply(send, runtime, given)
    // What is lost on the way is the asker's to see.
    if (answer instanceof Promise) answer.then(told, () => undefined)
    return answer
  }
  Reflect.set(runtime, 'connect', connected)
  Reflect.set(runtime, 'sendMessage', sent)
  runtime.onMessage.addListener((message: unknown) => hear('message', 'in', message))
}

const LISTEN = `(${listen.toString()})()`

/**
 * Every door that a picture could go through: the extension's own world of a meeting page and its pages. Whatever goes over a channel
 * has one of its ends there, for the background and the page that looks at pictures speak to nobody else.
 */
export interface Ears {
  /** What the script of the meeting page said and was told. */
  inMeeting(): Promise<readonly Heard[]>
  /** Sends what must never be sent over every channel, each way, from the end where it would come from. What takes it refuses it. */
  plant(page: Page): Promise<void>
}

/** Of a page in which `listen` runs; `PLANTED` marks what the test itself has sent. */
const PLANTED = "{ planted: true, type: 'planted', to: 'planted', picture: new Uint8Array(16) }"

/** What the background and the page that looks at pictures need to send something over a port that the extension has opened. */
const KEEP_PORTS = `globalThis.__kept = {}
chrome.runtime.onConnect.addListener((port) => { globalThis.__kept[port.name] = port })
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.to === 'planted' && 'alarms' in chrome) answer(${PLANTED})
})`

/**
 * The script of the meeting page has opened its ports before anybody can listen; so it is put in once more, as the background does after
 * an update (lib/background/reinject.ts), stands the first copy down and opens them anew.
 */
export async function listenEverywhere(
  stage: Stage,
  meeting: Page,
  pages: readonly Page[],
): Promise<Ears> {
  const looker = await stage.browser.waitForTarget(
    (target) => target.url().endsWith('/offscreen.html'),
    { timeout: 30_000 },
  )
  const worker = await stage.worker()
  const inLooker = await looker.createCDPSession()
  await worker.evaluate(KEEP_PORTS)
  await inLooker.send('Runtime.evaluate', { expression: KEEP_PORTS })
  for (const page of pages) await listenIn(page)
  await inContentScript(meeting, LISTEN)
  const platform = platformOf(new URL(meeting.url()).origin)
  const site = MEETING_SITES.find((one) => one.platform === platform)
  if (site === undefined) throw new Error(`${meeting.url()} is no meeting.`)
  const tabs = await worker.evaluate(
    async (url) => (await chrome.tabs.query({ url })).map(({ id = -1 }) => id),
    matchesOf(site.platform),
  )
  await worker.evaluate(
    async (tabId, file) => {
      await chrome.scripting.executeScript({ target: { tabId }, files: [file] })
    },
    tabs[0] ?? -1,
    site.script,
  )
  return {
    inMeeting: async () =>
      parsed((await inContentScript(meeting, '[...__heard]')) as readonly string[]),
    async plant(page) {
      const say = `chrome.runtime.sendMessage(${PLANTED}).then(() => 0, () => 0)`
      await inContentScript(
        meeting,
        `for (const name of ['meeting', 'frames']) __ports[name].postMessage(${PLANTED}); ${say}`,
      )
      await page.evaluate(say)
      await worker.evaluate(`__kept.meeting.postMessage(${PLANTED})
        __kept.panel.postMessage({ ...${PLANTED}, type: 'emergency', windowId: -1, at: 0 }); 0`)
      // A measure beside what may be said: nothing but the comparison with what may be said finds it.
      await inLooker.send('Runtime.evaluate', {
        expression: `__kept.frames.postMessage(
          { planted: true, type: 'read', id: 0, sceneChanged: true, again: false, likeBedroom: 0.7 })`,
      })
    },
  }
}

/** Loads a page of the extension once more and listens from its first line on. */
export async function listenIn(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(LISTEN)
  await page.reload()
}

export async function heardIn(page: Page): Promise<readonly Heard[]> {
  return parsed(await page.evaluate(() => [...(Reflect.get(window, '__heard') as Set<string>)]))
}

const parsed = (heard: readonly string[]): readonly Heard[] =>
  heard.map((one) => JSON.parse(one) as Heard)

/** Waits until this page has asked something of this kind. */
export async function saysOnce(page: Page, kind: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...(Reflect.get(window, '__heard') as Set<string>)].some(
        (one) => one.includes('"way":"out"') && one.includes(`"kind":"${wanted}"`),
      ),
    { polling: 100 },
    kind,
  )
}

/** Whether the test itself has sent it. */
export const isPlanted = ({ message }: Heard): boolean => fieldOf(message, 'planted') === true

/**
 * What there is to say against a message. One picture may go: that of a frame, from the meeting page to the page that looks at it. What is
 * answered there is held against the exact list of what may be said. The reading goes to the background as a single message, which all
 * pages of the extension can hear, and holds exactly what `RoomReading` says; the meeting page never hears it.
 */
export function complaints(
  heard: readonly Heard[],
  where: 'in the meeting' | 'in our pages',
): readonly string[] {
  return heard.flatMap((one) =>
    complaintsAbout(one, where).map((found) => `${where}, ${one.channel} ${one.way}: ${found}`),
  )
}

function complaintsAbout(
  { channel, way, message }: Heard,
  where: 'in the meeting' | 'in our pages',
): readonly string[] {
  if (channel === 'frames' && way === 'in') return exactly(toSampler, message)
  if (channel === 'frames' && fieldOf(message, 'type') === 'frame')
    return unlike({ ...(message as object), picture: undefined })
  const isReading = channel === 'message' && fieldOf(message, 'kind') === 'roomReading'
  if (isReading && where === 'in our pages')
    return exactly(fromOffscreen.roomReading, fieldOf(message, 'payload'))
  return unlike(message)
}

function exactly(schema: typeof toSampler | typeof fromOffscreen.roomReading, message: unknown) {
  const taken = schema.safeParse(message)
  return taken.success && isDeepStrictEqual(taken.data, message)
    ? []
    : [`${JSON.stringify(message)} is not what may be said`]
}

/** What the model says of a picture, and what it is said by. */
const MEASURES: readonly string[] = [
  'scores',
  'luma',
  'scene',
  'modelMs',
] satisfies (keyof RoomReading)[]

function unlike(message: unknown): readonly string[] {
  return [...likePictures(message), ...measuresIn(message, '')]
}

function measuresIn(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    name === 'strange' || MEASURES.includes(name)
      ? [`${path}.${name}: ${JSON.stringify(one)}`]
      : measuresIn(one, `${path}.${name}`),
  )
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (Reflect.get(value, name) as unknown)
    : undefined
}
