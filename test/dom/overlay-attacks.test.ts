import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { announce, tally } from '../support/tally.ts'
import { setStage } from './overlayPage.ts'
import type { OverlayPage, Stage } from './overlayPage.ts'
import { BADGES, meetingPage, prompt } from './overlayScenes.ts'
import { Sight } from './overlaySight.ts'

/**
 * A hostile page against the overlay in it. A page can always spoil the view of its own window; what it must not get is a click of the
 * teacher that she meant for something else.
 */
const repelled = tally()
let stage: Stage
let open: OverlayPage | undefined

beforeAll(async () => {
  stage = await setStage()
})
afterAll(async () => {
  await stage.close()
  announce(repelled.summary('attacks on the overlay repelled'))
})
afterEach(async () => {
  await open?.page.close()
  open = undefined
})

async function prompted(more = ''): Promise<Sight> {
  open = await stage.open(meetingPage(['amy', 'ben', 'dev', 'ipad'], more))
  const sight = new Sight(open)
  await sight.call('start')
  await sight.update({ badges: BADGES, prompts: [prompt('p1')] })
  await sight.resting('.answer', 'Camera off')
  await sight.settle()
  return sight
}

/** All that the overlay can show at once. */
async function everything(): Promise<Sight> {
  const sight = await prompted()
  await sight.update({
    badges: BADGES,
    prompts: [prompt('p1'), prompt('p2')],
    lock: { state: 'counting', dueAt: 1_700_000_300_000 },
    waiting: 2,
    queue: {
      next: { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true },
      walk: { id: 'p1', name: 'Dev Shah', question: 'adult' },
      said: 'Ben Bloggs was let in.',
    },
  })
  await sight.call('guide', '#host', 'openHostControls', 'lock')
  await sight.until('.bubble', (all) => all.length > 0)
  // Made small, as a picture is under it.
  await sight.press('.chip', 'adult seen?')
  await sight.until('.queue', (all) => all.length > 0)
  return sight
}

/** What the page does to what it sees of us: `us` is the node that holds the overlay. */
type Deed = (us: HTMLElement) => void

async function run(sight: Sight, deed: Deed | string): Promise<void> {
  await sight.page.evaluate(`(${deed.toString()})(document.querySelector('[data-lesson-steward]'))`)
}

const CHANGES: readonly (readonly [string, Deed])[] = [
  ['makes it see-through', (us) => us.style.setProperty('opacity', '0', 'important')],
  ['hides it by its style', (us) => us.style.setProperty('display', 'none', 'important')],
  ['makes it invisible', (us) => us.style.setProperty('visibility', 'hidden', 'important')],
  ['moves it aside', (us) => us.style.setProperty('transform', 'translateX(-400px)', 'important')],
  ['clips it away', (us) => us.style.setProperty('clip-path', 'inset(50%)', 'important')],
  ['replaces its whole style', (us) => (us.style.cssText = 'display: none !important')],
  ['takes its style away', (us) => us.removeAttribute('style')],
  ['hides it by attribute', (us) => (us.hidden = true)],
  ['makes it deaf', (us) => (us.inert = true)],
  ['takes it out of the top layer', (us) => us.hidePopover()],
  ['takes its popover away', (us) => us.removeAttribute('popover')],
  [
    'moves it into something see-through',
    (us) => {
      const box = document.createElement('div')
      box.style.opacity = '0'
      document.body.append(box)
      box.append(us)
    },
  ],
  [
    'moves it into something that is not drawn',
    (us) => {
      const box = document.createElement('div')
      box.style.display = 'none'
      document.body.append(box)
      box.append(us)
    },
  ],
  ['throws it out', (us) => us.remove()],
]

describe('a page that changes our node', () => {
  // T-3
  it.each(CHANGES)('%s: it is put right again and works', async (_what, deed) => {
    const sight = await prompted()
    const [before] = await sight.seen('.card')
    await run(sight, deed)
    await sight.until(
      '.card',
      ([card]) => card !== undefined && Math.abs(card.x - (before?.x ?? 0)) < 2,
    )
    await sight.resting('.answer', 'Later')
    await sight.settle()
    await sight.press('.answer', 'Later')
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'later']])
    repelled.count('change of our node')
  })

  // T-3
  it('and does so for ever: gets no click by it, and no endless work', async () => {
    const sight = await prompted()
    const { x, y, width, height } = await sight.resting('.answer', 'Camera off')
    const changes = await sight.page.evaluate(async () => {
      const us = document.querySelector<HTMLElement>('[data-lesson-steward]')
      let count = 0
      const undress = (): void => {
        if (us?.style.opacity === '0') return
        count += 1
        us?.style.setProperty('opacity', '0', 'important')
      }
      if (us !== null)
        new MutationObserver(undress).observe(us, { attributes: true, attributeFilter: ['style'] })
      undress()
      await new Promise((done) => setTimeout(done, 1200))
      return count
    })
    expect(changes).toBeGreaterThan(1)
    expect(changes).toBeLessThanOrEqual(11)
    await sight.page.mouse.click(x + width / 2, y + height / 2)
    expect(await sight.call('taken')).toEqual([])
    repelled.count('change of our node')
  })
})

const COVERS: readonly (readonly [string, Deed])[] = [
  [
    'a picture over the card that lets clicks through',
    (us) => {
      const lie = document.createElement('div')
      lie.style.cssText =
        'position:fixed;inset:0;margin:0;width:100%;height:100%;border:0;background:#fff;pointer-events:none'
      lie.popover = 'manual'
      us.after(lie)
      lie.showPopover()
    },
  ],
  [
    'a word over one button that lets clicks through',
    () => {
      const lie = document.createElement('div')
      lie.textContent = 'Click to hear me'
      lie.style.cssText =
        'position:fixed;inset:auto;right:30px;top:180px;margin:0;border:0;background:#fff;pointer-events:none'
      lie.popover = 'manual'
      document.body.append(lie)
      lie.showPopover()
    },
  ],
  [
    'a see-through filter over the whole page',
    () => {
      const lie = document.createElement('div')
      lie.style.cssText =
        'position:fixed;inset:0;margin:0;width:100%;height:100%;border:0;background:rgba(255,255,255,.98);pointer-events:none'
      lie.popover = 'manual'
      document.body.append(lie)
      lie.showPopover()
    },
  ],
]

/** On the waiting room's card: what is pressed, and what the teacher would be taken to have said. */
const HER_WORDS = [
  ['Yes', ['queue', 'adultSeen', 'p1']],
  ['Not yet', ['queue', 'goOn', 'p1']],
  ['Leave waiting', ['queue', 'leaveWaiting', 'k1']],
] as const

/** Somebody has come in, somebody waits; no picture is under the card, so that it is open. */
async function queued(): Promise<Sight> {
  open = await stage.open(meetingPage([]))
  const sight = new Sight(open)
  await sight.call('start')
  await sight.update({
    waiting: 1,
    queue: {
      next: { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true },
      walk: { id: 'p1', name: 'Dev Shah', question: 'adult' },
    },
  })
  await sight.resting('.queue .answer', 'Yes')
  // A fresh card takes no answer at first.
  await sight.wait(600)
  return sight
}

describe('a page that lays', () => {
  // T-2
  it.each(HER_WORDS)(
    'a picture over the waiting room’s card: %s is not taken, and the teacher is told',
    async (label, meant) => {
      const sight = await queued()
      const [[, cover] = ['', () => undefined]] = COVERS
      await run(sight, cover)
      await sight.wait(400)
      await sight.press('.queue .answer', label)
      expect(await sight.call('taken')).toEqual([])
      expect(await sight.call('told', 'status')).toContain('Something lies over this message')
      await sight.page.evaluate(() =>
        document.querySelector('[popover]:not([data-lesson-steward])')?.remove(),
      )
      await sight.wait(600)
      await sight.press('.queue .answer', label)
      expect(await sight.call('taken')).toEqual([meant])
      repelled.count('clickjacking')
    },
  )

  // T-2
  it.each(COVERS)('%s gets no answer, and the teacher is told', async (_what, deed) => {
    const sight = await prompted()
    const { x, y, width, height } = await sight.resting('.answer', 'Camera off')
    await run(sight, deed)
    await sight.wait(400)
    await sight.page.mouse.click(x + width / 2, y + height / 2)
    expect(await sight.call('taken')).toEqual([])
    expect(await sight.call('told', 'status')).toContain('Something lies over this message')
    // The same click counts once it is gone: it was the cover that mattered.
    await sight.page.evaluate(() =>
      document.querySelector('[popover]:not([data-lesson-steward])')?.remove(),
    )
    await sight.wait(600)
    await sight.page.mouse.click(x + width / 2, y + height / 2)
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'cameraOff']])
    repelled.count('clickjacking')
  })

  // What the browser told last of what lies over what is as old as the last frame: on a busy computer a good while.
  // T-2
  it('a picture over the card and keeps the browser from drawing gets no answer', async () => {
    const sight = await prompted()
    const { x, y, width, height } = await sight.resting('.answer', 'Camera off')
    const [[, cover] = ['', () => undefined]] = COVERS
    const busy = run(
      sight,
      `(us) => { (${cover.toString()})(us); for (const end = performance.now() + 700; performance.now() < end;); }`,
    )
    // Pressed while the page is at work: the click is handled before the next frame, in which the browser would tell of the picture.
    await new Promise((begun) => setTimeout(begun, 200))
    await sight.page.mouse.click(x + width / 2, y + height / 2)
    await busy
    expect(await sight.call('taken')).toEqual([])
    expect(await sight.call('told', 'status')).toContain('Something lies over this message')
    repelled.count('clickjacking')
  })

  // T-2
  it('our card under her hand in the moment of her click gets no answer', async () => {
    const sight = await prompted()
    const { x, y, width, height } = await sight.resting('.answer', 'Camera off')
    // See-through until the pointer is pressed, then as it was.
    await sight.page.evaluate(async () => {
      const us = document.querySelector<HTMLElement>('[data-lesson-steward]')
      const hide = (): void => us?.style.setProperty('opacity', '0', 'important')
      const keepHidden = setInterval(hide, 1)
      addEventListener(
        'pointerdown',
        () => {
          clearInterval(keepHidden)
          us?.style.setProperty('opacity', '1', 'important')
        },
        { capture: true, once: true },
      )
      hide()
      await new Promise((done) => setTimeout(done, 500))
    })
    await sight.page.mouse.click(x + width / 2, y + height / 2)
    expect(await sight.call('taken')).toEqual([])
    repelled.count('clickjacking')
  })
})

describe('a page whose rules are for every root', () => {
  // T-4
  it('learns by no font which letters we draw, and puts none of its own in their place', async () => {
    const asked: string[] = []
    const faces = ['Segoe UI', 'Roboto', 'Helvetica Neue', 'system-ui', 'sans-serif', 'Page']
      .map((name) => `@font-face { font-family: '${name}'; src: url('/${name}.woff2') }`)
      .join('\n')
    open = await stage.open(meetingPage(['amy', 'dev']))
    const sight = new Sight(open)
    sight.page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname)
    })
    await sight.page.evaluate((html) => {
      const style = document.createElement('style')
      style.nonce = document.querySelector('style')?.nonce ?? ''
      style.textContent = html
      document.head.append(style)
      const line = document.createElement('p')
      line.textContent = 'A word'
      line.style.fontFamily = 'Page'
      document.body.append(line)
    }, faces)
    await sight.call('start')
    // Letters of many a script: some are in no font of the system, for which the next in the list is asked.
    await sight.update({ prompts: [prompt('p1', { title: 'Dev Шах 沙 شاه ශාහ ꦯ 😀' })] })
    await sight.resting('.answer', 'Later')
    await sight.wait(300)
    expect(asked).toEqual(['/Page.woff2'])
    repelled.count('rule for every root')
  })

  // T-2
  it('can’t declare our colours to be something else, so that a card is not seen', async () => {
    const sight = await prompted()
    const before = await sight.call<string[]>('colours')
    expect(new Set(before).size).toBeGreaterThan(3)
    const css = await readFile(new URL('../../components/ui/tokens.css', import.meta.url), 'utf8')
    const names = [...new Set(css.match(/--[a-z][\w-]*/gu))]
    expect(names).toContain('--surface')
    await sight.page.evaluate((all) => {
      for (const name of all)
        CSS.registerProperty({ name, syntax: '<length>', inherits: true, initialValue: '0px' })
    }, names)
    expect(await sight.call('colours')).toEqual(before)
    repelled.count('rule for every root', names.length)
  })
})

describe('a page that makes up events', () => {
  // T-1
  it('gets nothing by clicks, keys or touches on our node, wherever they are sent', async () => {
    const sight = await prompted()
    const { x, y } = await sight.resting('.answer', 'Camera off')
    const sent = await sight.page.evaluate(
      (clientX, clientY) => {
        const us = document.querySelector<HTMLElement>('[data-lesson-steward]')
        const where = [us, document.elementFromPoint(clientX, clientY), document, window]
        const how = { bubbles: true, composed: true, cancelable: true, clientX, clientY }
        let count = 0
        for (const target of where) {
          for (const type of [
            'pointerdown',
            'mousedown',
            'pointerup',
            'mouseup',
            'click',
            'dblclick',
          ])
            target?.dispatchEvent(new PointerEvent(type, how))
          for (const key of ['Enter', ' ', 'Escape', 'Tab'])
            for (const type of ['keydown', 'keypress', 'keyup'])
              target?.dispatchEvent(new KeyboardEvent(type, { ...how, key, code: key }))
          count += 18
        }
        us?.click()
        us?.focus()
        return count + 2
      },
      x + 5,
      y + 5,
    )
    expect(await sight.call('taken')).toEqual([])
    // Escape would have made it small.
    expect(await sight.seen('.card')).toHaveLength(1)
    repelled.count('made-up event', sent)
  })

  // T-4
  it('has no way into the closed root: not by name, point, path of an event or selection', async () => {
    const sight = await prompted()
    const { x, y } = await sight.resting('.answer', 'Camera off')
    const found = await sight.page.evaluate(
      async (clientX, clientY) => {
        const us = document.querySelector<HTMLElement>('[data-lesson-steward]')
        const seen: (EventTarget | null | undefined)[] = []
        for (const type of ['pointermove', 'mouseover', 'focusin', 'selectionchange'])
          document.addEventListener(type, (event) => seen.push(...event.composedPath()), true)
        getSelection()?.selectAllChildren(document.documentElement)
        seen.push(us?.shadowRoot, document.elementFromPoint(clientX, clientY))
        seen.push(...document.elementsFromPoint(clientX, clientY))
        seen.push(document.activeElement, us?.firstElementChild)
        seen.push(getSelection()?.anchorNode, getSelection()?.focusNode)
        await new Promise(requestAnimationFrame)
        const inner = seen.filter((one) => one instanceof Element && one.closest('.card') !== null)
        const text = `${getSelection()?.toString() ?? ''} ${document.documentElement.innerText}`
        return { inner: inner.length, reads: text.includes('may be in a bedroom') }
      },
      x + 5,
      y + 5,
    )
    expect(found).toEqual({ inner: 0, reads: false })
    repelled.count('look into our node')
  })

  // T-4
  it('can’t find a word of ours: whole, by a name, letter by letter, nor in what it copies', async () => {
    const sight = await everything()
    const ours = await sight.call<string[]>('everyWord')
    expect(ours).toEqual(
      expect.arrayContaining([
        'Dev Shah may be in a bedroom',
        'Check room',
        'Amelia Potter',
        'Ben Bloggs was let in.',
        'Lock in 5:00',
        'To lock the meeting: press “Host controls”.',
      ]),
    )
    await sight.page.browserContext().overridePermissions(sight.page.url(), ['clipboard-read'])
    const found = await sight.page.evaluate(async (words) => {
      // Without the page's own words: what is found then is ours.
      for (const one of document.querySelectorAll('main span, .bar button')) one.textContent = ''
      document.querySelector('#chat')?.removeAttribute('placeholder')
      const mark = document.body.appendChild(document.createElement('p'))
      mark.textContent = 'zzz'
      const finds = (text: string): boolean => {
        getSelection()?.removeAllRanges()
        // Not of the types, as it is of no standard.
        const { find } = window as unknown as { find(...how: unknown[]): boolean }
        return find.call(window, text, false, false, true)
      }
      const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789 .,:?’']
      let walked = ''
      for (let next: string | undefined = ''; next !== undefined && walked.length < 99;) {
        next = letters.find((letter) => letter !== 'z' && finds(walked + letter))
        walked += next ?? ''
      }
      getSelection()?.selectAllChildren(document.documentElement)
      document.execCommand('copy')
      return {
        itself: finds('zzz'),
        ours: words.filter(finds),
        name: finds('Dev Shah'),
        walked,
        copied: await navigator.clipboard.readText(),
      }
    }, ours)
    const { copied, ...rest } = found
    expect(rest).toEqual({ itself: true, ours: [], name: false, walked: '' })
    expect(copied).toContain('zzz')
    expect(ours.filter((text) => copied.includes(text))).toEqual([])
    expect(await sight.call('textNodes')).toEqual([])
    repelled.count('look into our node', ours.length + 3)
  })
})
