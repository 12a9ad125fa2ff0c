import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FULL } from '../support/full.ts'
import { setStage } from './overlayPage.ts'
import type { OverlayPage, Stage } from './overlayPage.ts'
import { BADGES, HOSTILE, meetingPage, NOW, prompt } from './overlayScenes.ts'
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

const FOUR = ['amy', 'ben', 'dev', 'ipad']

async function meeting(
  tiles = FOUR,
  more = '',
  viewport?: { width: number; height: number },
): Promise<Sight> {
  open = await stage.open(meetingPage(tiles, more), viewport)
  const sight = new Sight(open)
  await sight.call('start')
  return sight
}

async function tileBox(sight: Sight, id: string) {
  const box = await (await sight.page.$(`[data-tile="${id}"]`))?.boundingBox()
  if (box === null || box === undefined) throw new Error(`no tile ${id}`)
  return box
}

describe('badges', () => {
  it('stand in the upper left corner of the right tile, as a shape with words', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    const badges = await sight.until('.badge', (all) => all.length === 4)
    for (const [index, id] of FOUR.entries()) {
      const box = await tileBox(sight, id)
      expect(badges[index]?.x).toBeCloseTo(box.x + 8, 0)
      expect(badges[index]?.y).toBeCloseTo(box.y + 8, 0)
    }
    expect(badges.map((badge) => badge.text)).toEqual(BADGES.map((badge) => badge.text))
    expect(await sight.seen('.badge .shape')).toHaveLength(4)
  })

  it('follow a tile that moves, goes and comes back', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    await sight.page.evaluate(() => {
      const tile = document.querySelector<HTMLElement>('[data-tile="amy"]')
      if (tile !== null) tile.style.transform = 'translate(120px, 40px)'
    })
    const box = await tileBox(sight, 'amy')
    await sight.until(
      '.badge.ok',
      ([one]) => one !== undefined && Math.abs(one.x - box.x - 8) < 1.5,
    )
    await sight.page.evaluate(() =>
      document.querySelector('[data-tile="amy"]')?.removeAttribute('data-tile'),
    )
    await sight.until('.badge.ok', (all) => all.length === 0)
    await sight.page.evaluate(() =>
      document.querySelector('.tile')?.setAttribute('data-tile', 'amy'),
    )
    await sight.until('.badge.ok', (all) => all.length === 1)
  })

  const MOVING = `<style nonce="%NONCE%">
    .t1 { transition: transform 3s ease-in-out, box-shadow .2s; }
    .t1.away { transform: translate(-300px, 200px); } .t1.loud { box-shadow: 0 0 0 6px #fff; }
    @keyframes slide { to { transform: translate(40px, 60px); } }
    main.slid { animation: slide 3s linear forwards; }
    @keyframes beat { 50% { transform: scale(1.4); } }
    .loud .who { animation: beat .1s infinite; }
  </style>`
  const late = (lags: readonly number[]) => lags.slice(4).filter((lag) => lag > 1.5)

  it.runIf(FULL).each([
    ['a transition of the tile', 'transition'],
    ['an animation of the stage', 'animation'],
    ['what a script does to the stage', 'script'],
  ])('stand on it in every frame while it moves by %s', async (_, how) => {
    open = await stage.open(meetingPage(FOUR, MOVING))
    const sight = new Sight(open)
    // On a slow computer the look at rest would come before the first frame of the movement.
    await sight.call('start', false, 'meet', false)
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    // It is not the lingering after the last change that notices the next one.
    await sight.call('rest')
    const lags = await sight.call<number[]>('lags', '[data-tile="ben"]', 30, '.badge.check', how)
    expect(late(lags)).toEqual([])
    expect(lags).toHaveLength(30)
  })

  it.runIf(FULL)('are not placed anew for what moves nothing', async () => {
    const sight = await meeting(FOUR, MOVING)
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    await sight.call('rest')
    await sight.page.evaluate(async () => {
      for (let i = 0; i < 8; i += 1) {
        document.querySelector('.t1')?.classList.toggle('loud')
        await new Promise((done) => setTimeout(done, 100))
      }
    })
    // One look at rest at most; in every frame it would be hundreds.
    expect(await sight.call<number>('placeReads')).toBeLessThan(40)
  })

  it('goes over at once when tiles change hands, and never stands on another child', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    await sight.page.evaluate(async () => {
      const amy = document.querySelector('[data-tile="amy"]')
      const dev = document.querySelector('[data-tile="dev"]')
      amy?.setAttribute('data-tile', 'dev')
      dev?.setAttribute('data-tile', 'amy')
      for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame)
    })
    const box = await tileBox(sight, 'dev')
    for (const { y } of await sight.seen('.badge.alarm')) expect(y).toBeCloseTo(box.y + 8, 0)
    await sight.until(
      '.badge.alarm',
      ([one]) => one !== undefined && Math.abs(one.y - box.y - 8) < 1.5,
    )
  })

  it('keep off what the site itself says', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    const box = await tileBox(sight, 'amy')
    const toast = `position: fixed; left: ${box.x}px; top: ${box.y}px; width: 200px; height: 40px`
    await sight.page.evaluate((style) => {
      const made = Object.assign(document.createElement('div'), { id: 'toast', role: 'alert' })
      made.style.cssText = style
      made.textContent = 'This meeting is locked.'
      document.body.append(made)
    }, toast)
    await sight.until('.badge', (all) => all.length === 3)
    await sight.page.evaluate(() => document.getElementById('toast')?.remove())
    await sight.until('.badge', (all) => all.length === 4)
  })

  it('and the dock stands below a toast of the site’s in its corner, and does not jump back up', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('one')] })
    const before = await sight.resting('.dock', 'bedroom')
    const bottom = before.y + 44
    await sight.page.evaluate(
      (style) => {
        const made = Object.assign(document.createElement('div'), { id: 'toast', role: 'alert' })
        made.style.cssText = style
        made.textContent = '2 people are waiting in the lobby'
        document.body.append(made)
      },
      `position: fixed; left: ${before.x - 200}px; top: ${before.y + 4}px; width: 260px; height: 40px`,
    )
    await sight.until('.dock', ([one]) => one !== undefined && one.y > bottom)
    await sight.page.evaluate(() => document.getElementById('toast')?.remove())
    await sight.update({ prompts: [prompt('one')] })
    await sight.until('.dock', ([one]) => one !== undefined && one.y > bottom)
    await sight.update({ prompts: [{ ...prompt('two'), about: ['amy'] }] })
    await sight.until('.dock', ([one]) => one !== undefined && Math.abs(one.y - before.y) < 1.5)
  })

  it('and a card, which lies over the site’s own question, waits until that is gone', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('one')] })
    const [card] = await sight.until('.card', (all) => all.length === 1)
    if (card === undefined) throw new Error('no card')
    await sight.page.evaluate(
      (style) => {
        const made = Object.assign(document.createElement('div'), { id: 'ask', role: 'dialog' })
        made.style.cssText = style
        made.textContent = 'Lock this meeting?'
        document.body.append(made)
      },
      `position: fixed; left: ${card.x + 40}px; top: ${card.y + 40}px; width: 400px; height: 100px`,
    )
    await sight.until('.card', (all) => all.length === 0)
    await sight.page.evaluate(() => document.getElementById('ask')?.remove())
    await sight.until('.card', (all) => all.length === 1)
  })

  it('asks for tiles no more than it must', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `p${index}`)
    const sight = await meeting(ids)
    await sight.update({
      badges: ids.map((participantId) => ({ participantId, tone: 'ok', text: 'On register' })),
    })
    await sight.until('.badge', (all) => all.length === 30)
    await sight.call('asked')
    await sight.page.evaluate(() => {
      document
        .querySelector<HTMLElement>('main')
        ?.animate([{ transform: 'none' }, { transform: 'translateX(50px)' }], 1000)
      return new Promise((done) => setTimeout(done, 1000))
    })
    expect(await sight.call('asked')).toBeLessThan(5)
  })

  it('shows only the shape on a narrow tile and nothing on a tiny one', async () => {
    const narrow = Array.from({ length: 196 }, (_, index) => `p${index}`)
    const sight = await meeting(narrow, '', { width: 1280, height: 900 })
    await sight.update({ badges: [{ participantId: 'p0', tone: 'check', text: 'Camera off' }] })
    const [badge] = await sight.until('.badge', (all) => all.length === 1)
    expect(badge?.className).toContain('compact')
    expect(badge?.width).toBeLessThanOrEqual(26)
    await sight.page.setViewport({ width: 420, height: 300 })
    await sight.until('.badge', (all) => all.length === 0)
  })

  it('never take a click from the page', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    const box = await tileBox(sight, 'amy')
    await sight.page.evaluate(() => {
      document.addEventListener('click', (event) => {
        document.title = (event.target as Element).className
      })
    })
    await sight.page.mouse.click(box.x + 20, box.y + 16)
    expect(await sight.page.title()).toContain('tile')
  })
})

describe('the host page', () => {
  it('is not moved, not even by a pixel', async () => {
    const sight = await meeting()
    const measure = () =>
      sight.page.evaluate(() =>
        JSON.stringify([
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
          ...[...document.querySelectorAll('body *')].map((one) => one.getBoundingClientRect()),
        ]),
      )
    const before = await measure()
    await sight.update({
      badges: BADGES,
      prompts: [prompt('p1')],
      lock: { state: 'counting', dueAt: NOW + 60_000 },
    })
    await sight.until('.card', (all) => all.length === 1)
    expect(await measure()).toBe(before)
    await sight.call('destroy')
    expect(
      await sight.page.evaluate(() => document.querySelectorAll('[data-lesson-steward]').length),
    ).toBe(0)
  })

  it('does not disturb us with rules for everything, nor its policy with violations', async () => {
    const sight = await meeting(FOUR, HOSTILE)
    await sight.update({ badges: BADGES, prompts: [prompt('p1')], lock: { state: 'locked' } })
    const [card] = await sight.until('.card', (all) => all.length === 1)
    expect(card?.width).toBeCloseTo(344, 0)
    const titles = await sight.seen('.title')
    expect(titles[0]?.height).toBeLessThan(60)
    await sight.until('.badge', (all) => all.length > 0)
    expect(sight.complaints).toEqual([])
  })

  // T-9
  it('gets nothing but text: markup in a name stays letters', async () => {
    const sight = await meeting()
    const name = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await sight.update({
      badges: [{ participantId: 'amy', tone: 'check', text: name }],
      prompts: [prompt('p1', { title: `${name} may be in a bedroom`, body: name, say: name })],
    })
    await sight.call('guide', '#host', `Click ${name}`)
    const [title] = await sight.until('.title', (all) => all.length === 1)
    expect(title?.text).toContain('<img src=x')
    expect(await sight.call('markupInside')).toBe(0)
    expect(await sight.page.title()).toBe('A meeting')
    expect(sight.complaints).toEqual([])
  })

  it('can not push our buttons away with a name of 10,000 letters', async () => {
    const sight = await meeting()
    await sight.update({
      prompts: [
        prompt('p1', {
          title: 'x'.repeat(10_000),
          body: 'y '.repeat(9000),
          say: '\u202e'.repeat(500),
        }),
      ],
    })
    const answers = await sight.until('.answer', (all) => all.length === 4)
    const last = answers[3]
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(720)
  })

  it('leaves the answers within reach in a low window, and no badge shows under the card', async () => {
    const sight = await meeting(FOUR, '', { width: 700, height: 380 })
    await sight.update({
      badges: BADGES,
      prompts: [prompt('p1', { body: 'long '.repeat(200), about: [] })],
    })
    const last = await sight.resting('.answer', 'Later')
    expect(last.y + last.height).toBeLessThan(380)
    const card = await sight.resting('.card', 'Dev')
    const box = await tileBox(sight, 'ben')
    expect(card.x).toBeLessThan(box.x + 20)
    await sight.until('.badge', (all) => all.every((badge) => badge.x < card.x))
  })

  it('gets us back when it throws us out, but not for ever', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    await sight.page.evaluate(() => document.querySelector('[data-lesson-steward]')?.remove())
    await sight.until('.badge', (all) => all.length === 4)
    const removals = await sight.page.evaluate(async () => {
      let count = 0
      new MutationObserver(() => {
        const node = document.querySelector('[data-lesson-steward]')
        if (node === null) return
        count += 1
        node.remove()
      }).observe(document.documentElement, { childList: true })
      document.querySelector('[data-lesson-steward]')?.remove()
      await new Promise((done) => setTimeout(done, 1500))
      return count
    })
    expect(removals).toBeGreaterThan(0)
    expect(removals).toBeLessThanOrEqual(10)
  })

  it('is drawn over and takes clicks, also in full screen', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES, prompts: [prompt('p1')] })
    await sight.until('.card', (all) => all.length === 1)
    await sight.page.evaluate(() => {
      document
        .querySelector('main')
        ?.addEventListener('click', () => void document.querySelector('main')?.requestFullscreen())
    })
    await sight.page.mouse.click(300, 500)
    await sight.page.waitForFunction(() => document.fullscreenElement !== null)
    const top = () =>
      sight.inside<boolean>(
        `(() => { const { x, y } = overlayTest.seen('.card')[0]; return document.elementFromPoint(x + 20, y + 20)?.hasAttribute('data-lesson-steward') ?? false })()`,
      )
    await expect.poll(top).toBe(true)
    await sight.settle()
    await sight.press('.answer', 'Later')
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'later']])
    await sight.page.evaluate(() => document.exitFullscreen())
    await sight.page.waitForFunction(
      () =>
        document.querySelector('[data-lesson-steward]')?.parentElement === document.documentElement,
    )
    await expect.poll(top).toBe(true)
  })
})

describe('a prompt', () => {
  it('shows title, body, words to say and the answers, and passes a click on once', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    const [card] = await sight.until('.card', (all) => all.length === 1)
    for (const part of [
      'Please check',
      'Dev Shah may be in a bedroom',
      'a hint, not a fact',
      'You could say',
      'Dev, could you move',
    ]) {
      expect(card?.text).toContain(part)
    }
    for (const answer of await sight.seen('.answer, .icon'))
      expect(Math.min(answer.width, answer.height)).toBeGreaterThanOrEqual(24)
    await sight.settle()
    await sight.press('.answer', 'Looks fine')
    await sight.press('.answer', 'Looks fine')
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'looksFine']])
    await sight.update({ prompts: [] })
    await sight.until('.card', (all) => all.length === 0)
  })

  it('does not take a click that was meant for the card before it', async () => {
    const sight = await meeting()
    await sight.update({
      prompts: [prompt('p1'), prompt('p2', { title: 'Amy is not on the register' })],
    })
    await sight.until('.title', ([title]) => title?.text.startsWith('Dev') === true)
    await sight.settle()
    await sight.press('.answer', 'Later')
    await sight.update({ prompts: [prompt('p2', { title: 'Amy is not on the register' })] })
    await sight.press('.answer', 'Later')
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'later']])
    await sight.settle()
    await sight.press('.answer', 'Later')
    expect(await sight.call('taken')).toEqual([['answer', 'p2', 'later']])
  })

  it('never takes the focus from what the teacher is typing', async () => {
    const sight = await meeting()
    await sight.page.focus('#chat')
    await sight.page.keyboard.type('Good ')
    await sight.update({ prompts: [prompt('p1', { severity: 'alarm' })] })
    await sight.until('.card', (all) => all.length === 1)
    await sight.page.keyboard.type('morn')
    await sight.settle()
    await sight.press('.answer', 'Later')
    await sight.page.keyboard.type('ing')
    expect(await sight.page.$eval('#chat', (input) => (input as HTMLInputElement).value)).toBe(
      'Good morning',
    )
  })

  it('works from the keyboard, keeps the page’s shortcuts out of it, and gives the focus back', async () => {
    const sight = await meeting()
    await sight.page.evaluate(() => {
      for (const target of [window, document]) {
        target.addEventListener('keydown', (event) => {
          document.title += ` ${(event as KeyboardEvent).key}`
        })
      }
    })
    await sight.page.focus('#leave')
    await sight.update({ prompts: [prompt('p1')] })
    await sight.settle()
    await sight.page.keyboard.press('Tab')
    const before = await sight.page.title()
    const visited: string[] = []
    for (let i = 0; i < 6; i += 1) {
      visited.push((await sight.call<string | null>('focusedText')) ?? '')
      if (i < 5) await sight.page.keyboard.press('Tab')
    }
    // The handle has a picture and no text.
    expect(visited).toEqual(['', '–', 'Ask to move', 'Camera off', 'Looks fine', 'Later'])
    expect(await sight.page.title()).toBe(before)
    expect(await sight.call('focusPrompt')).toBe(true)
    expect(await sight.call('focusedText')).toBe('Ask to move')
    await sight.page.keyboard.press('Tab')
    await sight.page.keyboard.press('Enter')
    expect(await sight.call('taken')).toEqual([['answer', 'p1', 'cameraOff']])
    await sight.update({ prompts: [] })
    await sight.until('.card', (all) => all.length === 0)
    await expect.poll(() => sight.page.evaluate(() => document.activeElement?.id)).toBe('leave')
    await sight.page.keyboard.press('a')
    expect(await sight.page.title()).toContain(' a a')
  })

  // T-1
  it('does not listen to clicks that a script makes up', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    await sight.settle()
    const [answer] = await sight.seen('.answer')
    await sight.page.evaluate(
      (x, y) => {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          document
            .querySelector('[data-lesson-steward]')
            ?.dispatchEvent(
              new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }),
            )
        }
      },
      answer?.x ?? 0,
      answer?.y ?? 0,
    )
    expect(await sight.call('taken')).toEqual([])
    expect(
      await sight.page.evaluate(() => document.querySelector('[data-lesson-steward]')?.shadowRoot),
    ).toBeNull()
  })

  // T-4
  it('does not tell the page about clicks on it', async () => {
    const sight = await meeting()
    await sight.page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click'])
        document.addEventListener(type, () => (document.title += ` ${type}`))
    })
    await sight.update({ prompts: [prompt('p1')] })
    await sight.settle()
    await sight.press('.answer', 'Later')
    expect(await sight.page.title()).toBe('A meeting')
  })

  it('gives a screen reader all words, though they are drawn: headings, buttons and what is told', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')], badges: BADGES })
    await sight.settle()
    const { nodes } = await sight.cdp.send('Accessibility.getFullAXTree')
    const given = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => `${String(role?.value)}: ${String(name?.value)}`)
    expect(given).toEqual(
      expect.arrayContaining([
        'heading: Dev Shah may be in a bedroom',
        'button: Ask to move',
        'StaticText: Check room',
        'StaticText: The picture looks like a bedroom. It is a hint, not a fact: please look yourself.',
        'StaticText: Lesson Steward: Dev Shah may be in a bedroom. The picture looks like a bedroom. It is a hint, not a fact: please look yourself.',
      ]),
    )
  })

  it('is read out once: an alarm at once, the rest politely', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    expect(await sight.call('told', 'status')).toContain('Dev Shah may be in a bedroom')
    expect(await sight.call('told', 'alert')).toBe('')
    await sight.update({
      prompts: [
        prompt('p2', { severity: 'alarm', title: 'Two people show this name' }),
        prompt('p1'),
      ],
    })
    expect(await sight.call('told', 'alert')).toContain('Two people show this name')
    const [title] = await sight.seen('.title')
    expect(title?.text).toBe('Two people show this name')
  })

  it('is not read out a second time where the open panel does it, and not later either', async () => {
    const sight = await meeting()
    const alarm = prompt('p1', { severity: 'alarm', title: 'Two people show this name' })
    await sight.update({ panelSpeaks: true, prompts: [alarm] })
    await sight.until('.card', (all) => all.length === 1)
    expect(await sight.call('told', 'alert')).toBe('')
    // What the panel only shows is still told here.
    await sight.update({ panelSpeaks: true, prompts: [alarm, prompt('p2')] })
    expect(await sight.call('told', 'status')).toContain('Dev Shah may be in a bedroom')
    await sight.update({ prompts: [alarm, prompt('p2')] })
    expect(await sight.call('told', 'alert')).toBe('')
    await sight.update({ prompts: [{ ...alarm, promptId: 'p3' }, alarm, prompt('p2')] })
    expect(await sight.call('told', 'alert')).toContain('Two people show this name')
  })

  it('is not replaced while it is being read, and others are counted', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    const card = await sight.resting('.card', 'Dev')
    await sight.page.mouse.move(card.x + 100, card.y + 60)
    await sight.update({
      prompts: [prompt('p2', { severity: 'alarm', title: 'Alarm' }), prompt('p1')],
    })
    const [still] = await sight.seen('.card')
    expect(still?.text).toContain('Dev Shah')
    expect(still?.text).toContain('2 of 2')
    await sight.press('.icon', '›')
    await sight.until('.title', ([title]) => title?.text === 'Alarm')
  })

  it('can be made small and comes back for an alarm', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    await sight.press('.icon', '–')
    await sight.until('.card', (all) => all.length === 0)
    await sight.until('.chip', (all) => all.some((chip) => chip.text === '1 message'))
    await sight.update({ prompts: [prompt('p1'), prompt('p3')] })
    expect(await sight.seen('.card')).toHaveLength(0)
    await sight.update({
      prompts: [prompt('p1'), prompt('p3'), prompt('p4', { severity: 'alarm' })],
    })
    await sight.until('.card', (all) => all.length === 1)
  })

  it('keeps clear of the tile that it is about', async () => {
    const sight = await meeting(['amy', 'dev'])
    await sight.update({ prompts: [prompt('p1', { about: ['dev'] })] })
    const [card] = await sight.until('.card', (all) => all.length === 1 && (all[0]?.x ?? 999) < 100)
    const box = await tileBox(sight, 'dev')
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThan(box.x)
  })
})

describe('what the site shows', () => {
  /** Captions, as Teams draws them, put where the test wants them. */
  const caption = (sight: Sight, style: string) =>
    sight.page.evaluate((css) => {
      document.getElementById('said')?.remove()
      const made = Object.assign(document.createElement('div'), { id: 'said' })
      made.dataset['tid'] = 'closed-caption-renderer-wrapper'
      made.style.cssText = `position: fixed; background: #000; ${css}`
      made.textContent = 'Good morning, Year 4.'
      document.body.append(made)
    }, style)
  const bottom = (one: { y: number; height: number } | undefined) =>
    (one?.y ?? 0) + (one?.height ?? 0)

  it('is not covered by the card where there is another place: captions that come up move it', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('one')] })
    const before = await sight.resting('.card', 'Dev')
    expect(before.x).toBeGreaterThan(640)
    await caption(sight, 'right: 20px; top: 100px; width: 400px; height: 60px')
    await sight.until('.card', ([one]) => one !== undefined && one.x + one.width < 840)
    // They go, and it does not jump back.
    await sight.page.evaluate(() => document.getElementById('said')?.remove())
    await sight.update({ prompts: [prompt('one', { title: 'Dev again' })] })
    await sight.until('.card', ([one]) => one !== undefined && one.x + one.width < 840)
  })

  it('makes the card lower in a low window, so that captions and the bar stay free', async () => {
    const sight = await meeting(FOUR, '', { width: 1280, height: 520 })
    const body = 'long '.repeat(60)
    await sight.update({ prompts: [prompt('p1', { body })] })
    const tall = await sight.resting('.card', 'Dev')
    const bar = await (await sight.page.$('.bar'))?.boundingBox()
    expect(bottom(tall)).toBeLessThanOrEqual(bar?.y ?? 0)
    await caption(sight, 'left: 0; right: 0; top: 350px; height: 50px')
    await sight.until('.card', ([one]) => one !== undefined && bottom(one) <= 350)
    const answer = await sight.resting('.answer', 'Later')
    expect(bottom(answer)).toBeLessThanOrEqual(350)
  })

  it('keeps badges off captions and the bar', async () => {
    const sight = await meeting()
    await sight.update({ badges: BADGES })
    await sight.until('.badge', (all) => all.length === 4)
    const { x, y } = await tileBox(sight, 'dev')
    await caption(sight, `left: ${x}px; top: ${y}px; width: 500px; height: 60px`)
    await sight.until('.badge', (all) => all.length === 3)
    await sight.page.evaluate(() => document.getElementById('said')?.remove())
    await sight.until('.badge', (all) => all.length === 4)
    await sight.page.evaluate((top) => {
      const bar = document.querySelector<HTMLElement>('.bar')
      if (bar !== null) bar.style.bottom = `${720 - top - 80}px`
    }, y)
    await sight.until('.badge', (all) => all.length === 2)
  })

  it('has a card that is about nobody on the stage stand where no face is', async () => {
    const sight = await meeting(
      ['amy', 'ben', 'dev'],
      `<style nonce="%NONCE%">main { display: block; } .tile { position: absolute; right: 0; width: 240px; height: 190px; }
      .t1 { top: 200px; } .t2 { top: 400px; }</style>`,
    )
    await sight.update({ prompts: [prompt('p1', { about: [] })] })
    await sight.until('.card', ([one]) => one !== undefined && one.x + one.width < 900)
  })

  it('folds the waiting room’s card to a chip when captions come up under it', async () => {
    const sight = await meeting([])
    const queue = { next: { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true } } as const
    await sight.update({ waiting: 1, queue })
    const { y } = await sight.resting('.queue', 'Amelia')
    // In every corner there is something: none is better than where it stands.
    await caption(sight, `left: 0; right: 0; top: ${y + 20}px; height: 500px`)
    await sight.until('.queue', (all) => all.length === 0)
    await sight.until('.chip', (all) => all.some(({ text }) => text.includes('1 waiting')))
  })
})

describe('on a page that is written from right to left', () => {
  it('has badges, card, chips and hint where they are on any other', async () => {
    open = await stage.open(
      meetingPage(FOUR, '<style nonce="%NONCE%">body { min-height: 2000px; }</style>'),
    )
    const sight = new Sight(open)
    await sight.page.evaluate(() => (document.documentElement.dir = 'rtl'))
    await sight.call('start')
    await sight.update({ badges: BADGES, prompts: [prompt('p1', { about: ['amy'] })], waiting: 1 })
    const ben = await tileBox(sight, 'ben')
    // In this grid Amy is on the right, so that the card about her stands on the left.
    const amy = await tileBox(sight, 'amy')
    expect(amy.x).toBeGreaterThan(ben.x)
    const card = await sight.resting('.card', 'Dev')
    expect(card.x).toBeCloseTo(16 + 12, 0)
    const [chip] = await sight.seen('.chip')
    expect(chip?.x).toBeCloseTo(card.x, 0)
    for (const [id, tone] of [
      ['amy', 'ok'],
      ['dev', 'alarm'],
    ]) {
      const box = await tileBox(sight, id ?? '')
      const [badge] = await sight.until(`.badge.${tone ?? ''}`, (all) => all.length === 1)
      expect(badge?.x).toBeCloseTo(box.x + 8, 0)
      expect(badge?.y).toBeCloseTo(box.y + 8, 0)
    }
    await sight.call('guide', '#host', 'Open Host controls here.')
    const host = await (await sight.page.$('#host'))?.boundingBox()
    const [outline] = await sight.until('.outline', (all) => all.length === 1)
    expect(outline?.x).toBeCloseTo((host?.x ?? 0) - 5, 0)
  })
})

describe('the card’s place', () => {
  const HANDLE = '.card .handle'
  const card = (sight: Sight) => sight.resting('.card', 'Dev')
  async function handleOf(sight: Sight) {
    const { x, y, width, height } = await sight.resting(HANDLE, '')
    return { x: x + width / 2, y: y + height / 2, width, height }
  }
  /** By the mouse, from the handle to so far away, in a few steps as a hand does it. */
  async function drag(sight: Sight, by: readonly [number, number]): Promise<void> {
    const { x, y } = await handleOf(sight)
    await sight.page.mouse.move(x, y)
    await sight.page.mouse.down()
    await sight.page.mouse.move(x + by[0], y + by[1], { steps: 4 })
    await sight.page.mouse.up()
  }
  const untilAt = (sight: Sight, x: number, y: number) =>
    sight.until('.card', ([one]) => {
      return one !== undefined && Math.abs(one.x - x) < 1.5 && Math.abs(one.y - y) < 1.5
    })
  const ask = (sight: Sight, style: string) =>
    sight.page.evaluate((css) => {
      const made = Object.assign(document.createElement('div'), { id: 'ask', role: 'dialog' })
      made.style.cssText = `position: fixed; ${css}`
      made.textContent = 'Lock this meeting?'
      document.body.append(made)
    }, style)

  it('is where she drags it, of which the page hears nothing, for the next card too, and a double click puts it back', async () => {
    const sight = await meeting()
    await sight.page.evaluate(() => {
      for (const type of ['pointerdown', 'pointermove', 'pointerup', 'mousemove', 'click'])
        document.addEventListener(type, ({ target }) => {
          if (target instanceof Element && target.hasAttribute('data-lesson-steward'))
            document.title += ` ${type}`
        })
    })
    await sight.page.focus('#chat')
    await sight.update({ prompts: [prompt('p1')] })
    const before = await card(sight)
    const handle = await handleOf(sight)
    expect(Math.min(handle.width, handle.height)).toBeGreaterThanOrEqual(24)
    // It can be seen: dots of some size, not a name alone.
    const dots = await sight.seen(`${HANDLE} .shape path`)
    expect(dots[0]?.width).toBeGreaterThan(6)
    expect(dots[0]?.height).toBeGreaterThan(10)
    expect(await sight.call('nameOf', HANDLE)).toBe('Move this card')
    await drag(sight, [-300, 120])
    await untilAt(sight, before.x - 300, before.y + 120)
    expect(await sight.page.title()).toBe('A meeting')
    expect(await sight.page.evaluate(() => document.activeElement?.id)).toBe('chat')
    // The end of the drag was no press: the arrows are not out.
    expect(await sight.seen('.steps')).toEqual([])
    await sight.update({ prompts: [] })
    await sight.until('.card', (all) => all.length === 0)
    await sight.update({ prompts: [prompt('p2', { about: ['amy'], title: 'Dev again' })] })
    await untilAt(sight, before.x - 300, before.y + 120)
    const now = await handleOf(sight)
    await sight.page.mouse.click(now.x, now.y, { count: 2 })
    await untilAt(sight, before.x, before.y)
  })

  it('stays inside the window and at its corner when that is resized', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    await card(sight)
    await drag(sight, [200, 900])
    const low = await card(sight)
    expect(low.x + low.width).toBeCloseTo(1280 - 4, 0)
    // As low as the meeting's own bar allows.
    const above = 720 - (low.y + low.height)
    expect(above).toBeGreaterThan(4)
    expect(above).toBeLessThan(120)
    await sight.page.setViewport({ width: 900, height: 600 })
    await untilAt(sight, 900 - 4 - low.width, 600 - above - low.height)
    await sight.page.setViewport({ width: 320, height: 480 })
    await sight.until(
      '.card',
      ([one]) =>
        one !== undefined && one.x >= 0 && one.x + one.width <= 320 && one.y + one.height <= 480,
    )
  })

  it('is moved by the arrow keys on its handle, and Home puts it back', async () => {
    const sight = await meeting()
    await sight.page.focus('#leave')
    await sight.update({ prompts: [prompt('p1')] })
    const before = await card(sight)
    await sight.page.keyboard.press('Tab')
    await sight.page.keyboard.press('ArrowDown')
    await sight.page.keyboard.press('ArrowLeft')
    await sight.page.keyboard.press('ArrowLeft')
    await untilAt(sight, before.x - 32, before.y + 16)
    // Another message comes while she moves it: her keys are where they were.
    await sight.update({ prompts: [prompt('p1'), prompt('p2')] })
    await sight.until('.card', ([one]) => one?.text.includes('1 of 2') === true)
    await sight.page.keyboard.press('ArrowUp')
    await untilAt(sight, before.x - 32, before.y)
    await sight.page.keyboard.press('Home')
    await untilAt(sight, before.x, before.y)
  })

  it('is moved without dragging, by the arrows that a press shows', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    const before = await card(sight)
    await sight.press(HANDLE, '')
    await sight.until('.card .steps', (all) => all.length === 1)
    for (const { width, height } of await sight.seen('.steps button'))
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    await sight.press('.steps .icon', '←')
    await untilAt(sight, before.x - 64, before.y)
    await sight.press('.steps .icon', '↓')
    await untilAt(sight, before.x - 64, before.y + 64)
    await sight.press('.steps .go', 'Put back')
    await untilAt(sight, before.x, before.y)
    expect(await sight.call('taken')).toEqual([])
  })

  it('goes back to where it was at Escape, and listens to no made-up hand', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    const before = await card(sight)
    const { x, y } = await handleOf(sight)
    await sight.call('makeUp', HANDLE, [x, y], [x - 200, y + 100])
    await sight.page.mouse.move(x, y)
    await sight.page.mouse.down()
    await sight.page.mouse.move(x - 100, y + 50, { steps: 3 })
    // The made-up events have moved nothing: it stands where the real ones have brought it.
    await untilAt(sight, before.x - 100, before.y + 50)
    expect(await sight.seen('.steps')).toEqual([])
    await sight.call('focusPrompt')
    await sight.page.keyboard.press('Escape')
    await untilAt(sight, before.x, before.y)
    expect(await sight.seen('.card')).toHaveLength(1)
    await sight.page.mouse.up()
  })

  it('is never on the site’s own question, whoever moves', async () => {
    const sight = await meeting()
    await sight.update({ prompts: [prompt('p1')] })
    const before = await card(sight)
    // Dragged onto one, it stops beside it.
    await ask(sight, 'left: 300px; top: 300px; width: 300px; height: 120px')
    await drag(sight, [340 - before.x, 250 - before.y])
    const beside = await card(sight)
    const isClear = (one: { x: number; y: number; width: number; height: number }, top: number) =>
      one.x >= 600 || one.x + one.width <= 300 || one.y >= top + 120 || one.y + one.height <= top
    expect(isClear(beside, 300)).toBe(true)
    // One that comes up under it drives it away, and it returns.
    await sight.page.mouse.move(5, 5)
    await sight.page.evaluate(() => document.getElementById('ask')?.remove())
    const her = await card(sight)
    await ask(sight, `left: 300px; top: ${her.y + 20}px; width: 300px; height: 120px`)
    await sight.until('.card', ([one]) => one !== undefined && isClear(one, her.y + 20))
    await sight.page.evaluate(() => document.getElementById('ask')?.remove())
    await untilAt(sight, her.x, her.y)
  })

  it('is shared with the waiting room’s card, which has a handle too', async () => {
    const sight = await meeting([])
    const queue = { next: { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true } } as const
    await sight.update({ waiting: 1, queue })
    const before = await sight.resting('.queue', 'Amelia')
    const { x, y } = await sight.resting('.queue .handle', '')
    await sight.page.mouse.move(x + 10, y + 10)
    await sight.page.mouse.down()
    await sight.page.mouse.move(x - 190, y + 60, { steps: 3 })
    // What is told anew in the middle of a drag does not take it out of her hand.
    await sight.update({ waiting: 2, queue })
    await sight.page.mouse.move(x - 390, y + 110, { steps: 3 })
    await sight.page.mouse.up()
    await sight.until(
      '.queue',
      ([one]) => one !== undefined && Math.abs(one.x - before.x + 400) < 1.5,
    )
  })
})

describe('the countdown', () => {
  it('ticks by itself from the deadline and says when it is over', async () => {
    const sight = await meeting()
    await sight.call('setNow', NOW)
    await sight.update({ lock: { state: 'counting', dueAt: NOW + 272_000, fromAt: NOW } })
    await sight.until(
      '.chip',
      ([chip]) => chip?.text === 'Lock in 4:32' && chip.className.includes('quiet'),
    )
    await sight.call('setNow', NOW + 212_001)
    await sight.until(
      '.chip',
      ([chip]) => chip?.text === 'Lock in 1:00' && chip.className.includes('check'),
    )
    await sight.call('setNow', NOW + 272_000)
    await sight.until(
      '.chip',
      ([chip]) => chip?.text === 'Lock now' && chip.className.includes('alarm'),
    )
    await sight.update({ lock: { state: 'cannotSee' } })
    await sight.until('.chip', ([chip]) => chip?.text === 'Can’t see a lock – check')
    await sight.press('.chip', 'Can’t see')
    expect(await sight.call('taken')).toEqual([['openPanel']])
    await sight.update({ lock: { state: 'notSet' }, waiting: 2 })
    await sight.until('.chip', (all) => all.length === 1 && all[0]?.text === '2 waiting to come in')
  })
})

describe('a hint at a real control', () => {
  it('outlines it, follows it, and goes when it is clicked', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'Open Host controls here.')
    const box = await (await sight.page.$('#host'))?.boundingBox()
    if (box === null || box === undefined) throw new Error('no control')
    const [outline] = await sight.until('.outline', (all) => all.length === 1)
    expect(outline?.x).toBeCloseTo(box.x - 5, 0)
    expect(outline?.width).toBeCloseTo(box.width + 10, 0)
    const [bubble] = await sight.seen('.bubble')
    expect(bubble?.text).toContain('Open Host controls here.')
    expect((bubble?.y ?? 0) + (bubble?.height ?? 0)).toBeLessThanOrEqual(box.y)
    await sight.page.evaluate(() => {
      const control = document.querySelector<HTMLElement>('#host')
      if (control !== null) control.style.marginLeft = '300px'
      control?.addEventListener('click', () => (document.title = 'clicked'))
    })
    await sight.until('.outline', ([one]) => one !== undefined && one.x > box.x + 50)
    await sight.page.click('#host')
    expect(await sight.page.title()).toBe('clicked')
    await sight.until('.outline', (all) => all.length === 0)
  })

  it('goes with its control, with its button and with the command', async () => {
    const sight = await meeting()
    await sight.call('guide', '#host', 'Click here now.')
    await sight.until('.bubble', (all) => all.length === 1)
    await sight.press('.bubble .icon', '×')
    await sight.until('.bubble', (all) => all.length === 0)
    await sight.call('guide', '#host', 'Click here now.')
    await sight.until('.bubble', (all) => all.length === 1)
    await sight.call('clearGuide')
    await sight.until('.bubble', (all) => all.length === 0)
    await sight.call('guide', '#host', 'Click here now.')
    await sight.until('.bubble', (all) => all.length === 1)
    await sight.page.evaluate(() => document.querySelector('#host')?.remove())
    await sight.until('.outline', (all) => all.length === 0)
  })
})

describe('while presenting', () => {
  it('shows one grey dot and no word, also to a screen reader', async () => {
    const sight = await meeting()
    await sight.update({
      discreet: true,
      badges: BADGES,
      prompts: [prompt('p1')],
      waiting: 1,
      lock: { state: 'counting', dueAt: NOW + 60_000 },
    })
    const [dot] = await sight.until('.dot', (all) => all.length === 1)
    expect(dot?.text).toBe('')
    expect(dot?.width).toBeGreaterThanOrEqual(24)
    expect(await sight.seen('.badge, .card, .chip')).toEqual([])
    expect(await sight.call('told', 'status')).not.toContain('Dev')
  })

  it('opens at the teacher’s own click, folds again, and comes back afterwards', async () => {
    const sight = await meeting()
    await sight.update({ discreet: true, prompts: [prompt('p1')] })
    await sight.press('.dot', '')
    await sight.until('.card', (all) => all.length === 1)
    await sight.press('.chip', 'Fold away')
    await sight.until('.card', (all) => all.length === 0)
    await sight.update({ discreet: false, prompts: [prompt('p1')] })
    await sight.until('.card', (all) => all.length === 1)
    await sight.until('.dot', (all) => all.length === 0)
  })
})
