import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from '../support/sources.ts'

const FOLDERS = ['lib', 'entrypoints', 'components'] as const

/** Whatever in a browser carries something from one page or computer to another, by the name that a program calls it. */
const WAYS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'sendBeacon',
  'RTCPeerConnection',
  'BroadcastChannel',
  'MessageChannel',
  'SharedWorker',
  'Worker',
  'importScripts',
  'postMessage',
  'sendMessage',
  'connect',
  'connectNative',
  'sendNativeMessage',
  'onConnectExternal',
  'onMessageExternal',
  'executeScript',
  'Image',
  'CustomEvent',
  'dispatchEvent',
] as const

/** Each way in use, and what it is used for. */
const USED: Readonly<Record<string, string>> = {
  'fetch in lib/bus/ownFile.ts': 'a file of the extension itself',
  'fetch in lib/vision/host.ts': 'the model and its card, from the extension itself',
  'Worker in components/register/reading.ts': 'a large list of names is read beside the page',
  'postMessage in components/register/reading.ts': 'the list to that worker',
  'postMessage in components/register/importWorker.ts': 'what it found, back to the page',
  'sendMessage in lib/bus/client.ts': 'a page’s question to the background',
  'connect in lib/bus/client.ts': 'the panel to the background',
  'connect in lib/observe/start.ts': 'the content script to the background and to the room model',
  'connect in lib/observe/link.ts': 'the same, as it is handed on',
  'connect in lib/observe/meetingScript.ts': 'the same',
  'connect in lib/vision/port.ts': 'the same, to the room model',
  'connect in lib/desk/desk.ts': 'a meeting page is taken up; no channel of the browser',
  'connect in lib/desk/meetingPages.ts': 'the same, one floor below',
  'connect in lib/desk/meetingTabs.ts': 'the same, two floors below',
  'executeScript in lib/background/reinject.ts':
    'our own content script, into meetings that were open before us',
  'postMessage in lib/observe/link.ts': 'what was read, to the background',
  'postMessage in lib/background/wire.ts': 'what is to be shown, to the panel and the meeting page',
  'postMessage in lib/vision/port.ts': 'a picture, to the page that holds the model',
  'postMessage in lib/vision/receiver.ts': 'a reading, back to the content script',
  'postMessage in lib/vision/messages.ts': 'the type of the two ends',
  'dispatchEvent in lib/platforms/dom/act.ts': 'a key pressed in the meeting for the teacher',
  'dispatchEvent in lib/platforms/dom/press.ts': 'a button pressed in the meeting for the teacher',
  'dispatchEvent in lib/platforms/teams/act-row-menu.ts': 'a row’s menu opened for the teacher',
}

// The gallery shows the parts to whoever builds them, and is not packed.
const sources = async (): Promise<readonly string[]> =>
  (await filesIn(FOLDERS)).filter((file) => !file.startsWith('components/gallery/'))

/** The names that a program uses, in words of code: comments and texts say what they like. */
function namesIn(file: string, text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text)
    // `page['fetch']` is a call all the same.
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
      found.add(node.argumentExpression.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return found
}

const waysIn = (file: string, text: string): readonly string[] => {
  const names = namesIn(file, text)
  return WAYS.filter((way) => names.has(way)).map((way) => `${way} in ${file}`)
}

describe('the ways by which something can leave a page of ours or the meeting’s', () => {
  // T-21
  it('are those that are listed here, each for what it says, and no other', async () => {
    const files = await sources()
    expect(files.length).toBeGreaterThan(200)
    const texts = await Promise.all(files.map(async (file) => [file, await textOf(file)] as const))
    expect(texts.flatMap(([file, text]) => waysIn(file, text)).sort()).toEqual(
      Object.keys(USED).sort(),
    )
  })

  it.each([
    ['new BroadcastChannel("a")', 'BroadcastChannel'],
    ['globalThis["fetch"](x)', 'fetch'],
    ['navigator.sendBeacon?.(x, y)', 'sendBeacon'],
    ['const { connect: open } = browser.runtime', 'connect'],
  ])('are found where they are used: %s', (text, way) => {
    expect(waysIn('a.ts', text)).toEqual([`${way} in a.ts`])
  })

  it('are not found where they are only spoken of', () => {
    expect(waysIn('a.ts', '// fetch\nconst a = "fetch"')).toEqual([])
  })
})
