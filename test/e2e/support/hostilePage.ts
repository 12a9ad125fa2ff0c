import type { Page } from 'puppeteer'
import type { Interface } from './sites.ts'

/** What passes for somebody's tile on a site, and the ids in it, which are each person's own. */
interface Tile {
  readonly css: string
  readonly id: string
}

/** Written from what is known of the two sites, as their simulations are, never from the selectors that are tested here. */
const TILES: Readonly<Record<'meet' | 'teams', Tile>> = {
  meet: { css: '[data-participant-id][data-tile-media-id]', id: 'spaces/x/devices/' },
  teams: { css: '[data-stream-type="Video"]', id: '8:orgid:00000000-0000-4000-8000-' },
}

const tileOf = (where: Interface): Tile => TILES[where.startsWith('meet') ? 'meet' : 'teams']

/** What a hostile script does in the world of a meeting page. Each runs in the page; what it needs is given to it. */

/** The extension's own messages, as a page would make them up. */
export async function forgeMessages(page: Page, extensionId: string): Promise<number> {
  return page.evaluate((id) => {
    const shapes: readonly unknown[] = [
      { to: 'background', kind: 'eraseAll', payload: {} },
      { to: 'background', kind: 'perform', payload: { command: { kind: 'endForAll' } } },
      { type: 'standDown' },
      { type: 'perform', requestId: '1', command: { kind: 'endForAll' } },
      { type: 'overlay', view: {} },
      { type: 'looks', pack: null, from: 'shipped' },
      { type: 'answer', promptId: 'x', answer: 'remove' },
      { type: 'frame', id: 1, participantId: 'x', isSelf: false, picture: {} },
    ]
    let count = 0
    for (const shape of shapes) {
      window.postMessage(shape, '*')
      document.dispatchEvent(new CustomEvent('message', { detail: shape }))
      window.dispatchEvent(new MessageEvent('message', { data: shape, origin: location.origin }))
      count += 3
    }
    // How a widespread framework tells an older copy of a content script to end.
    for (const contentScriptName of ['meet', 'teams', 'content']) {
      const type = `${id}:${contentScriptName}:wxt:content-script-started`
      const detail = { contentScriptName, messageId: 'newer' }
      document.dispatchEvent(new CustomEvent(type, { detail }))
      window.dispatchEvent(new CustomEvent(type, { detail }))
      window.postMessage({ type, ...detail }, '*')
      count += 3
    }
    return count
  }, extensionId)
}

/** Whether a page can reach the extension at all: by its API, its files, a frame. */
export async function reachExtension(page: Page, extensionId: string): Promise<readonly string[]> {
  return page.evaluate(async (id) => {
    const reached: string[] = []
    const api: unknown = Reflect.get(window, 'chrome')
    const runtime =
      typeof api === 'object' && api !== null ? (Reflect.get(api, 'runtime') as unknown) : undefined
    if (typeof runtime === 'object' && runtime !== null) reached.push('chrome.runtime')
    for (const path of ['manifest.json', 'sidepanel.html', 'models/rooms.json', 'icon/16.png']) {
      const answer = await fetch(`chrome-extension://${id}/${path}`).catch(() => undefined)
      if (answer?.ok === true) reached.push(path)
      const drawn = await new Promise<boolean>((done) => {
        const picture = new Image()
        picture.onload = () => done(true)
        picture.onerror = () => done(false)
        picture.src = `chrome-extension://${id}/${path}`
      })
      if (drawn) reached.push(`a picture of ${path}`)
    }
    return reached
  }, extensionId)
}

/** Lies in the page's own world: polluted prototypes, built-ins that answer falsely. Undone by `restore`. */
export async function patchBuiltIns(page: Page): Promise<number> {
  return page.evaluate(() => {
    const undo: (() => void)[] = []
    let count = 0
    const patch = (on: object, name: string, value: unknown): void => {
      const before = Object.getOwnPropertyDescriptor(on, name)
      Object.defineProperty(on, name, { configurable: true, writable: true, value })
      undo.push(() => {
        if (before === undefined) Reflect.deleteProperty(on, name)
        else Object.defineProperty(on, name, before)
      })
      count += 1
    }
    const steal = (...seen: unknown[]): unknown => {
      Reflect.set(window, '__stolen', [...(Reflect.get(window, '__stolen') as unknown[]), ...seen])
      return undefined
    }
    Reflect.set(window, '__stolen', [])
    for (const [name, value] of [
      ['isHost', 'no'],
      ['sender', { id: 'x' }],
      ['attacked', true],
      ['level', 'complete'],
    ] as const)
      patch(Object.prototype, name, value)
    patch(Element.prototype, 'getAttributeNames', () => ['attacked'])
    patch(Element.prototype, 'checkVisibility', () => false)
    patch(Element.prototype, 'attachShadow', steal)
    patch(Element.prototype, 'getAnimations', steal)
    patch(Document.prototype, 'elementFromPoint', steal)
    patch(window, 'createImageBitmap', steal)
    patch(window, 'IntersectionObserver', steal)
    patch(MutationObserver.prototype, 'takeRecords', () => [])
    patch(MessagePort.prototype, 'postMessage', steal)
    patch(window, 'structuredClone', steal)
    Reflect.set(window, '__restore', () => undo.toReversed().forEach((one) => one()))
    return count
  })
}

export async function restoreBuiltIns(page: Page): Promise<number> {
  return page.evaluate(() => {
    ;(Reflect.get(window, '__restore') as () => void)()
    return (Reflect.get(window, '__stolen') as unknown[]).length
  })
}

/** Elements whose names stand where scripts look for properties of the document, the window and of forms. */
export async function clobber(page: Page): Promise<number> {
  return page.evaluate(() => {
    const names = [
      'documentElement',
      'body',
      'querySelector',
      'querySelectorAll',
      'getElementById',
      'createElement',
      'defaultView',
      'fullscreenElement',
      'hidden',
      'visibilityState',
      'chrome',
      'browser',
      'location',
      'setTimeout',
    ]
    const box = document.createElement('div')
    box.id = 'clobbering'
    for (const name of names) {
      const image = document.createElement('img')
      image.setAttribute('name', name)
      image.id = name
      box.append(image)
      const form = document.createElement('form')
      form.setAttribute('name', name)
      box.append(form)
    }
    // Append by the element that was there before the names were.
    document.getElementsByTagName('body')[0]?.append(box)
    return names.length * 2
  })
}

/** A form that passes for a tile or a row, and whose fields stand in for its properties. */
export async function clobberTile(page: Page, where: Interface): Promise<number> {
  return page.evaluate(({ css, id }) => {
    const tile = document.querySelector(css)
    if (tile === null) throw new Error('there is no tile to pass for')
    const form = document.createElement('form')
    for (const { name, value } of tile.attributes) form.setAttribute(name, value)
    for (const { name } of form.attributes)
      if (name.endsWith('-id')) form.setAttribute(name, `${id}clobbered`)
    const names = [
      'getAttribute',
      'hasAttribute',
      'querySelector',
      'querySelectorAll',
      'closest',
      'matches',
      'parentElement',
      'textContent',
      'children',
      'getBoundingClientRect',
      'checkVisibility',
      'attributes',
      'contains',
      'isConnected',
      'tagName',
      'classList',
      'id',
    ]
    for (const name of names) {
      const field = document.createElement('input')
      field.name = name
      form.append(field)
    }
    tile.parentElement?.append(form)
    return names.length
  }, tileOf(where))
}

/**
 * So many people who are not there, as copies of Amelia's tile: her name in it, also where an attribute says it, is theirs. Works on a
 * clobbered document, too.
 */
export async function crowd(
  page: Page,
  where: Interface,
  count: number,
  names: readonly string[],
): Promise<void> {
  await page.evaluate(
    ({ css, id }, many, shown) => {
      const all = Document.prototype.querySelectorAll
      const tiles = [...all.call(document, css)]
      const saysHer = ({ value }: Attr): boolean => value.includes('Amelia')
      // Teams leaves tiles of no size behind, with whatever name was last in them.
      const isHers = (one: Element): boolean =>
        !(one instanceof HTMLFormElement) &&
        one.getBoundingClientRect().width > 0 &&
        [...one.querySelectorAll('*')].some(({ textContent }) => textContent === 'Amelia Potter')
      const tile = tiles.find(isHers)
      if (tile === undefined) throw new Error('there is no tile to copy')
      const box = Document.prototype.createElement.call(document, 'div')
      box.id = 'crowd'
      // Drawing them would only cost this computer's time, too.
      box.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;contain:strict'
      const copy = tile.cloneNode(true) as Element
      // Pictures would only cost this computer's time: the crowd is in the names.
      for (const picture of copy.querySelectorAll('video, canvas, img, svg')) picture.remove()
      const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
      const holders: Text[] = []
      while (texts.nextNode() !== null)
        if ((texts.currentNode.nodeValue ?? '').trim().length > 3)
          holders.push(texts.currentNode as Text)
      const said = [copy, ...copy.querySelectorAll('*')]
        .flatMap((one) => [...one.attributes].filter(saysHer))
        .map((attribute) => ({ attribute, before: attribute.value }))
      for (let i = 0; i < many; i += 1) {
        const name = `${shown[i % shown.length] ?? ''}${many === 1 ? '' : ` ${i}`}`
        for (const { name: of } of copy.attributes)
          if (of.endsWith('-id')) copy.setAttribute(of, `${id}${1_000_000 + i}`)
        for (const one of holders) one.nodeValue = name
        for (const { attribute, before } of said)
          attribute.value = before.replace('Amelia Potter', () => name)
        box.append(copy.cloneNode(true))
      }
      tile.parentElement?.append(box)
    },
    tileOf(where),
    count,
    [...names],
  )
}

export async function remove(page: Page, id: string): Promise<void> {
  await page.evaluate((which) => {
    // Not `getElementById`, which may be clobbered.
    for (const one of [...document.getElementsByTagName('div')]) if (one.id === which) one.remove()
  }, id)
}
