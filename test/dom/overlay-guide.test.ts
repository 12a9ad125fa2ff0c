import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '../../lib/meeting/index.ts'
import { guidePage, wireMenus, wireOneMenu } from './overlayGuideScenes.ts'
import { setStage } from './overlayPage.ts'
import type { OverlayPage, Stage } from './overlayPage.ts'
import { meetingPage, prompt } from './overlayScenes.ts'
import { Sight } from './overlaySight.ts'

let stage: Stage
let open: OverlayPage | undefined

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())
afterEach(async () => {
  await open?.page.close()
  open = undefined
})

interface Opening {
  readonly html?: string
  readonly viewport?: { width: number; height: number }
  readonly hurry?: boolean
  readonly platform?: Platform
  readonly wire?: () => void
}

async function meeting(opening: Opening = {}): Promise<Sight> {
  const {
    html = guidePage(),
    viewport,
    hurry = false,
    platform = 'meet',
    wire = wireMenus,
  } = opening
  open = await stage.open(html, viewport)
  const sight = new Sight(open)
  await sight.call('start', hurry, platform)
  await sight.call('watchTold')
  await sight.page.evaluate(wire)
  return sight
}

/** A state is waited for, however busy the machine is. */
const PATIENT = { timeout: 5000 }
const DOTS = (index: number) => `[data-participant-id="p${index}"] .dots`
const MUTE = (index: number) => `[data-participant-id="p${index}"] .mute`

async function boxOf(sight: Sight, selector: string) {
  const box = await (await sight.page.$(selector))?.boundingBox()
  if (box === null || box === undefined) throw new Error(`no ${selector}`)
  return box
}
const hint = async (sight: Sight) => (await sight.seen('.bubble p'))[0]?.text ?? ''
const untilSaid = (sight: Sight, words: string) =>
  sight.until('.bubble p', ([one]) => one?.text.includes(words) === true)
const untilGone = (sight: Sight) => sight.until('.outline, .bubble', (all) => all.length === 0)
const untilOn = async (sight: Sight, selector: string) => {
  const box = await boxOf(sight, selector)
  await sight.until(
    '.outline',
    ([one]) =>
      one !== undefined &&
      Math.abs(one.x + one.width / 2 - box.x - box.width / 2) < 1.5 &&
      Math.abs(one.y + one.height / 2 - box.y - box.height / 2) < 1.5,
  )
}
const focusedId = (sight: Sight) => sight.page.evaluate(() => document.activeElement?.id ?? '')

describe('following a control', () => {
  it('stands on it in every frame while it moves, without being told', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    await sight.page.evaluate(() => {
      document
        .querySelector('#host')
        ?.animate([{ transform: 'none' }, { transform: 'translate(-300px, -200px)' }], {
          duration: 2500,
          fill: 'forwards',
        })
    })
    const lags = await sight.call<number[]>('lags', '#host', 60)
    // The frame in which the movement is noticed may be behind; none after it.
    expect(lags.slice(3).filter((lag) => lag > 1.5)).toEqual([])
    expect(lags.length).toBe(60)
  })

  it('costs no layout at all while nothing moves', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    const layouts = async () => {
      const { metrics } = await sight.cdp.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? -1
    }
    await sight.cdp.send('Performance.enable')
    await sight.wait(1500)
    const before = await layouts()
    await sight.call('placeReads')
    await sight.wait(3000)
    expect(await layouts()).toBe(before)
    // A look twice a second, at the control, its list, the stage and our own card.
    expect(await sight.call<number>('placeReads')).toBeLessThan(7 * 20)
  })

  it('says where to scroll, and scrolls there once at her press', async () => {
    const sight = await meeting()
    await sight.call('guide', DOTS(20), 'openRowMenu', 'remove')
    await untilSaid(sight, 'further down')
    expect(await sight.seen('.outline')).toEqual([])
    await sight.press('.go', 'Show me')
    await untilSaid(sight, 'three dots beside this person.')
    await sight.until('.outline', (all) => all.length === 1)
    await sight.until('.go', ([one]) => one?.text === 'Take me there')
    await sight.page.evaluate(() => document.querySelector('aside')?.scrollTo(0, 0))
    await untilSaid(sight, 'further down')
    await sight.page.evaluate(() => document.querySelector('aside')?.scrollTo(0, 1e6))
    await untilSaid(sight, 'further up')
  })

  it('goes over to the node that the site has drawn in its place', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    await sight.page.evaluate(() => {
      const old = document.querySelector<HTMLElement>('#host')
      const next = old?.cloneNode(true) as HTMLElement
      next.style.marginLeft = '200px'
      old?.replaceWith(next)
    })
    await untilOn(sight, '#host')
    await sight.page.click('#host')
    await untilGone(sight)
  })

  it('goes when its control is there without a size', async () => {
    const sight = await meeting()
    await sight.call('guide', '#tiny', 'openHostControls', 'lock')
    await untilOn(sight, '#tiny')
    await sight.page.evaluate(() => {
      const tiny = document.querySelector<HTMLElement>('#tiny')
      if (tiny !== null) tiny.style.width = '0'
    })
    await untilGone(sight)
    await expect.poll(() => sight.call('toldOfHint'), PATIENT).toMatchObject({ text: '' })
  })

  it('leaves a row that is given to another child, and finds the child’s own', async () => {
    const sight = await meeting()
    await sight.call('guide', MUTE(3), 'mute', 'mute')
    await untilOn(sight, MUTE(3))
    // As a long list does: the same nodes, moved on by one person.
    const shift = (by: number) =>
      sight.page.evaluate((offset) => {
        for (const row of document.querySelectorAll('.row')) {
          const index = Number(row.getAttribute('data-participant-id')?.slice(1)) + offset
          row.setAttribute('data-participant-id', `p${index}`)
          const label = `Mute Child ${index}'s microphone`
          row.querySelector('.mute')?.setAttribute('aria-label', label)
        }
      }, by)
    await shift(1)
    await untilOn(sight, MUTE(3))
    await shift(60)
    await sight.until('.outline', (all) => all.length === 0)
    await untilGone(sight)
  })

  it('goes back to what opens the menu when that has closed, and to the item when it is open again', async () => {
    const sight = await meeting()
    await sight.page.click(DOTS(3))
    await sight.call('guide', '[role="menuitem"]:last-child', 'chooseRemove', 'remove')
    await untilOn(sight, '[role="menuitem"]:last-child')
    // In a menu the keyboard is where it has to be: the hint has no button that would close it.
    expect(await sight.seen('.go')).toEqual([])
    await sight.page.keyboard.press('Escape')
    await untilSaid(
      sight,
      'To remove this person from the call: open the menu again, then choose “Remove from the call”.',
    )
    await untilOn(sight, DOTS(3))
    // The next child's menu holds the same words.
    await sight.page.click(DOTS(5))
    await sight.wait(700)
    expect(await hint(sight)).toContain('open the menu again')
    await untilOn(sight, DOTS(3))
    await sight.page.click(DOTS(3))
    await untilOn(sight, '[role="menuitem"]:last-child')
    await sight.page.click('[role="menuitem"]:last-child')
    await untilGone(sight)
    expect(await sight.page.title()).toBe('Remove from the call: More options for Child 3')
  })

  it('does not take the same menu, opened for the next child, for the one that it was', async () => {
    const sight = await meeting({ wire: wireOneMenu })
    const item = '[role="menuitem"]'
    await sight.page.click(DOTS(3))
    await sight.call('guide', item, 'chooseRemove', 'remove')
    await untilOn(sight, item)
    // Straight from one to the other: the menu is never seen to be closed.
    await sight.page.click(DOTS(5))
    await untilSaid(sight, 'open the menu again')
    await untilOn(sight, DOTS(3))
    await sight.page.keyboard.press('Escape')
    await sight.wait(700)
    await untilOn(sight, DOTS(3))
    await sight.page.click(DOTS(3))
    await untilOn(sight, item)
  })

  it('works on a page that reads from the right, and under a magnified view', async () => {
    const sight = await meeting({ html: guidePage().replace('<body>', '<body dir="rtl">') })
    await sight.page.evaluate(() => (document.documentElement.dir = 'rtl'))
    await sight.call('guide', MUTE(2), 'mute', 'mute')
    await untilOn(sight, MUTE(2))
    await sight.cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 })
    await untilOn(sight, MUTE(2))
  })

  it.each([320, 420, 1280])(
    'keeps off the control and in the window, %i px wide',
    async (width) => {
      const sight = await meeting({ viewport: { width, height: 640 } })
      const places = [
        ['left: 0; top: 0', 'upper left'],
        ['right: 0; top: 0', 'upper right'],
        ['left: 0; bottom: 0', 'lower left'],
        ['right: 0; bottom: 0', 'lower right'],
      ] as const
      for (const [style] of places) {
        await sight.page.evaluate((where) => {
          const tiny = document.querySelector('#tiny')
          tiny?.removeAttribute('style')
          for (const part of `position: fixed; left: auto; top: auto; ${where}`.split(';')) {
            const [name = '', value = ''] = part.split(':')
            ;(tiny as HTMLElement).style.setProperty(name.trim(), value.trim())
          }
        }, style)
        await sight.call('guide', '#tiny', 'leaveButton', 'endForAll')
        const outline = await sight.resting('.outline', '')
        const bubble = await sight.resting('.bubble', '')
        const tiny = await boxOf(sight, '#tiny')
        expect(outline.width).toBeGreaterThanOrEqual(24)
        for (const one of [outline, bubble]) {
          expect(one.x).toBeGreaterThanOrEqual(0)
          expect(one.x + one.width).toBeLessThanOrEqual(width)
          expect(one.y).toBeGreaterThanOrEqual(0)
          expect(one.y + one.height).toBeLessThanOrEqual(640)
        }
        const covers =
          bubble.x < tiny.x + tiny.width &&
          bubble.x + bubble.width > tiny.x &&
          bubble.y < tiny.y + tiny.height &&
          bubble.y + bubble.height > tiny.y
        expect(covers).toBe(false)
        await sight.call('clearGuide')
      }
    },
  )

  it('keeps off the child in question and the meeting’s bar, and lets every click through but on itself', async () => {
    const sight = await meeting()
    await sight.update({
      badges: [{ participantId: 'dev', tone: 'alarm', text: 'Check room' }],
      prompts: [prompt('p1', { about: ['dev'] })],
    })
    await sight.until('.badge', (all) => all.length === 1)
    await sight.call('guide', '#leave', 'leaveButton', 'endForAll')
    await untilOn(sight, '#leave')
    const bubble = await sight.resting('.bubble', 'class is still there')
    const dev = await boxOf(sight, '[data-tile="dev"]')
    const meets =
      bubble.x < dev.x + dev.width &&
      bubble.x + bubble.width > dev.x &&
      bubble.y + bubble.height > dev.y
    expect(meets && bubble.y < dev.y + dev.height).toBe(false)
    expect(bubble.y + bubble.height).toBeLessThanOrEqual(720 - 80)
    const outline = await sight.resting('.outline', '')
    const under = await sight.page.evaluate(
      ({ x, y, width, height }) => [
        document.elementFromPoint(x + width / 2, y + height / 2)?.id,
        document.elementFromPoint(x + 2, y + 2)?.hasAttribute('data-lesson-steward'),
      ],
      outline,
    )
    expect(under).toEqual(['leave', false])
  })
})

describe('noticing that the teacher did it', () => {
  it('takes a real click and a real key, and nothing that a page makes up', async () => {
    const sight = await meeting({
      html: guidePage('<div id="div" role="button" tabindex="0">Host controls</div>'),
    })
    await sight.call('guide', '#div', 'openHostControls', 'lock')
    await untilOn(sight, '#div')
    await sight.page.evaluate(() => {
      const div = document.querySelector<HTMLElement>('#div')
      div?.click()
      div?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    await sight.wait(300)
    expect(await hint(sight)).not.toBe('')
    await sight.page.focus('#div')
    await sight.page.keyboard.press('Enter')
    await untilGone(sight)
    expect(await sight.call('toldOfHint')).toMatchObject({ text: '' })
  })

  it('of a whole question takes only its buttons', async () => {
    const sight = await meeting({
      html: guidePage(
        '<div role="dialog"><p id="words">Sure?</p><button>Yes</button><button>No</button></div>',
      ),
    })
    await sight.call('guide', '[role="dialog"]', 'mute', 'mute')
    await untilSaid(sight, 'To mute this person: the meeting asks something first.')
    await sight.page.click('#words')
    await sight.wait(200)
    expect(await hint(sight)).not.toBe('')
    await sight.page.click('[role="dialog"] button')
    await untilGone(sight)
  })

  it('goes by itself after a minute', async () => {
    const sight = await meeting({ hurry: true })
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    await untilGone(sight)
  })
})

describe('by keyboard and ear', () => {
  it('leads from the card to the control and back, without the mouse', async () => {
    const sight = await meeting()
    await sight.page.evaluate(() =>
      document.querySelector('#host')?.addEventListener('click', () => (document.title = 'done')),
    )
    await sight.page.focus('#leave')
    await sight.update({ prompts: [prompt('p1')] })
    await sight.settle()
    await sight.call('focusPrompt')
    await sight.page.keyboard.press('Enter')
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await expect.poll(() => sight.call('focusedText'), PATIENT).toBe('Take me there')
    await sight.page.keyboard.press('Enter')
    expect(await focusedId(sight)).toBe('host')
    expect(await sight.page.title()).toBe('A meeting')
    await sight.page.keyboard.press('Enter')
    await untilGone(sight)
    expect(await sight.page.title()).toBe('done')
    // She is still led by the keyboard: the next step has it too.
    await sight.call('guide', '#leave', 'leaveButton', 'endForAll')
    await expect.poll(() => sight.call('focusedText'), PATIENT).toBe('Take me there')
    await sight.page.keyboard.press('Escape')
    await untilGone(sight)
    await expect.poll(() => focusedId(sight), PATIENT).toBe('host')
  })

  it('leaves the keyboard alone when she came from the panel, types, or stands in a menu', async () => {
    const sight = await meeting()
    await sight.page.focus('#leave')
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    expect(await focusedId(sight)).toBe('leave')
    await sight.call('clearGuide')

    await sight.update({ prompts: [prompt('p1')] })
    await sight.page.focus('#chat')
    await sight.settle()
    await sight.press('.answer', 'Later')
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    expect(await focusedId(sight)).toBe('chat')
    await sight.call('clearGuide')

    await sight.page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await sight.update({ prompts: [prompt('p2')] })
    await sight.settle()
    await sight.press('.answer', 'Later')
    await sight.page.evaluate((dots) => document.querySelector<HTMLElement>(dots)?.click(), DOTS(3))
    await sight.call('guide', '[role="menuitem"]:last-child', 'chooseRemove', 'remove')
    await untilOn(sight, '[role="menuitem"]:last-child')
    expect(await sight.page.$$('[role="menu"]')).toHaveLength(1)
    expect(await sight.call('focusedText')).toBeNull()
  })

  it('is read out once for each step, whatever moves', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    const first = await sight.call<{ text: string; writings: number }>('toldOfHint')
    expect(first.text).toBe('To lock the meeting: press “Host controls”.')
    await sight.page.evaluate(() => {
      const control = document.querySelector<HTMLElement>('#host')
      if (control !== null) control.style.marginLeft = '120px'
    })
    await untilOn(sight, '#host')
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await sight.page.setViewport({ width: 700, height: 500 })
    await untilOn(sight, '#host')
    expect(await sight.call('toldOfHint')).toEqual(first)
    await sight.call('guide', '#leave', 'leaveButton', 'endForAll')
    await untilOn(sight, '#leave')
    expect(await sight.call('toldOfHint')).toMatchObject({ writings: first.writings + 1 })
  })

  it('has targets of 24 pixels and more, each with a name, and no movement for who wants none', async () => {
    const sight = await meeting()
    await sight.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await sight.call('guide', '#host', 'openHostControls', 'lock')
    await untilOn(sight, '#host')
    for (const one of await sight.seen('.bubble button'))
      expect(Math.min(one.width, one.height)).toBeGreaterThanOrEqual(24)
    expect(await sight.call('animations')).toBe(0)
    const { nodes } = await sight.cdp.send('Accessibility.getFullAXTree')
    const names = nodes
      .filter(({ role }) => role?.value === 'button')
      .map(({ name }) => String(name?.value))
    expect(names).toEqual(expect.arrayContaining(['Take me there', 'Close this hint']))
    expect(nodes.some(({ role, name }) => role?.value === 'group' && name?.value === 'Hint')).toBe(
      true,
    )
  })
})

describe('what it says', () => {
  it('names the control as the page does, in its language', async () => {
    const sight = await meeting({ platform: 'teams' })
    await sight.page.evaluate(() => {
      document.documentElement.lang = 'cy'
      const control = document.querySelector('#host')
      if (control !== null) control.textContent = 'Rheolyddion'
    })
    await sight.call('guide', '#host', 'openControls', 'lock')
    await untilSaid(sight, 'To lock the meeting: press “Rheolyddion” in the meeting bar.')
  })

  it('carries nothing about one child while the class can see it, and says it again afterwards', async () => {
    const sight = await meeting()
    await sight.update({ discreet: true })
    await sight.call('guide', MUTE(2), 'mute', 'mute')
    await untilSaid(sight, 'Press the microphone button')
    expect(await hint(sight)).toBe('Press the microphone button of this person.')
    await untilOn(sight, MUTE(2))
    await sight.call('guide', MUTE(2), 'Mute Child 2 here.', 'mute')
    await untilSaid(sight, 'Press here in the meeting.')
    await sight.update({ discreet: false })
    await untilSaid(sight, 'Child 2')
  })

  it('is only ever text, and is clipped', async () => {
    const sight = await meeting({ html: meetingPage(['amy']) })
    await sight.call('guide', '#host', `<b>x</b> ${'y'.repeat(5000)}`)
    await untilSaid(sight, '<b>x</b>')
    expect((await hint(sight)).length).toBeLessThanOrEqual(240)
  })
})
