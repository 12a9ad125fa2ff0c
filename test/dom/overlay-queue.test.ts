import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OverlayView } from '../../lib/views/types.ts'
import type { Seen } from './overlayEntry.ts'
import { setStage } from './overlayPage.ts'
import type { OverlayPage, Stage } from './overlayPage.ts'
import { BADGES, meetingPage, prompt } from './overlayScenes.ts'

let stage: Stage
let open: OverlayPage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())
afterEach(() => open.page.close())

const call = <T>(name: string, ...args: readonly unknown[]): Promise<T> =>
  open.inside<T>(`overlayTest.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`)
const update = (view: Partial<OverlayView>): Promise<void> => call('update', view)
const seen = (selector: string): Promise<Seen[]> => call('seen', selector)

async function start(tiles: readonly string[]): Promise<void> {
  open = await stage.open(meetingPage(tiles))
  await call('start')
}

async function press(selector: string, text: string): Promise<void> {
  const one = (await seen(selector)).find((each) => each.text.includes(text))
  if (one === undefined) throw new Error(`No “${text}” in ${selector}`)
  await open.page.mouse.click(one.x + one.width / 2, one.y + one.height / 2)
}

/** On a busy computer the first click of a browser alone takes a second. */
const PATIENT = { timeout: 10_000 }
const NEXT = { key: 'k1', name: '<b>Amelia</b> Potter', can: 'act', sure: true } as const
const WALK = { id: 'p1', name: 'Dev Shah', question: 'adult' } as const

describe('the queue on the meeting', () => {
  it('lets in by a click of the teacher, shows a name as text, and takes no focus', async () => {
    await start([])
    await update({ waiting: 2, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(1)
    expect((await seen('.queue'))[0]?.text).toContain('2 waiting')
    expect(await call('markupInside')).toBe(0)
    await expect
      .poll(async () => {
        await press('.queue .answer', 'Let in')
        return (await call<unknown[]>('taken'))[0]
      }, PATIENT)
      .toEqual(['queue', 'admit', 'k1'])
    // The keyboard stays where the teacher has it.
    expect(await open.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  })

  it('asks for the adult', async () => {
    await start([])
    await update({ waiting: 1, queue: { next: NEXT, walk: WALK } })
    await expect
      .poll(async () => {
        await press('.queue .answer', 'Not yet').catch(() => undefined)
        return (await call<unknown[]>('taken'))[0]
      }, PATIENT)
      .toEqual(['queue', 'goOn', 'p1'])
  })

  it('is in plain sight above a message: neither card covers the other', async () => {
    await start([])
    await update({ waiting: 1, queue: { next: NEXT, walk: WALK }, prompts: [prompt('m1')] })
    await expect.poll(async () => (await seen('.card')).length, PATIENT).toBe(2)
    const taken = (selector: string, text: string) => async (): Promise<unknown> => {
      await press(selector, text)
      return (await call<unknown[]>('taken'))[0]
    }
    await expect.poll(taken('.queue .answer', 'Yes'), PATIENT).toEqual(['queue', 'adultSeen', 'p1'])
    await expect
      .poll(taken('.card:not(.queue) .answer', 'Later'), PATIENT)
      .toEqual(['answer', 'm1', 'later'])
  })

  it('is a chip where it would lie over a face, and a card when she opens it', async () => {
    await start(['amy', 'ben', 'dev', 'ipad'])
    await update({ badges: BADGES, waiting: 1, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(0)
    await press('.chip', '1 waiting')
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(1)
  })

  it('takes the keyboard by the shortcut where no message does, and says so where nobody waits', async () => {
    await start([])
    await update({ waiting: 0 })
    expect(await call('focusPrompt')).toBe(false)
    await expect
      .poll(async () => (await seen('[role=status]')).map((one) => one.text).join(' '), PATIENT)
      .toContain('No message, and nobody waits.')
    await update({ waiting: 1, queue: { next: NEXT } })
    expect(await call('focusPrompt')).toBe(true)
    expect(await call('focusedText')).toBe('Let in')
    expect(await call('taken')).toEqual([])
  })

  it('is gone while she presents', async () => {
    await start([])
    await update({ waiting: 1, discreet: true, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.dot')).length, PATIENT).toBe(1)
    expect(await seen('.queue')).toEqual([])
  })

  it('gives the keyboard back to the page when the last question is answered, as a card or as a chip', async () => {
    await start([])
    const focused = () => open.page.evaluate(() => document.activeElement?.id ?? '')
    for (const small of [false, true]) {
      await open.page.focus('#leave')
      await update({ waiting: 1, queue: { next: NEXT } })
      expect(await call('focusPrompt')).toBe(true)
      if (small) await open.page.keyboard.press('Escape')
      const holds = small ? '.chip' : '.queue'
      await expect.poll(async () => (await seen(holds)).length, PATIENT).toBeGreaterThan(0)
      expect(await focused()).not.toBe('leave')
      await update({ waiting: 0 })
      await expect.poll(async () => (await seen(holds)).length, PATIENT).toBe(0)
      expect(await focused(), holds).toBe('leave')
    }
  })

  it('keeps the keyboard when a message comes and goes', async () => {
    await start([])
    await open.page.focus('#chat')
    const view = { waiting: 1, queue: { next: NEXT } }
    await update(view)
    expect(await call('focusPrompt')).toBe(true)
    for (const prompts of [[prompt('m1')], [prompt('m2'), prompt('m1')], [prompt('m2')], []]) {
      await update({ ...view, prompts })
      expect(await call('focusedText'), `${prompts.length} messages`).toBe('Let in')
    }
  })

  it('does not open under her hand: a chip that has the keyboard stays one until she has left it', async () => {
    await start(['amy', 'ben', 'dev', 'ipad'])
    await update({ badges: BADGES, waiting: 1, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.chip')).length, PATIENT).toBe(1)
    expect(await call('focusPrompt')).toBe(true)
    await open.page.evaluate(() => document.querySelector('main')?.replaceChildren())
    await update({ badges: [], waiting: 2, queue: { next: NEXT } })
    await expect
      .poll(async () => (await seen('.chip')).map((one) => one.text).join(), PATIENT)
      .toContain('2 waiting')
    await open.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    expect(await seen('.queue')).toEqual([])
    expect(await call<string>('focusedClass')).toContain('chip')
    await open.page.focus('#chat')
    await update({ badges: [], waiting: 3, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(1)
  })

  it('takes no keyboard from the page when it goes', async () => {
    await start([])
    await open.page.focus('#leave')
    await update({ waiting: 1, queue: { next: NEXT } })
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(1)
    await open.page.focus('#chat')
    await update({ waiting: 0 })
    await expect.poll(async () => (await seen('.queue')).length, PATIENT).toBe(0)
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('chat')
  })

  it('leaves the keyboard at the dot when her screen share begins, and where it is outside', async () => {
    await start([])
    const ofOurs = () => call<string>('focusedClass')
    await open.page.focus('#chat')
    const view = { waiting: 1, queue: { next: NEXT }, prompts: [prompt('m1')] }
    await update(view)
    await update({ ...view, discreet: true })
    await expect.poll(async () => (await seen('.dot')).length, PATIENT).toBe(1)
    expect(await open.page.evaluate(() => document.activeElement?.id)).toBe('chat')
    await update(view)
    expect(await call('focusPrompt')).toBe(true)
    await update({ ...view, discreet: true })
    expect(await ofOurs()).toContain('dot')
    // One key opens what she was at.
    await open.page.keyboard.press('Enter')
    await expect.poll(async () => (await seen('.card')).length, PATIENT).toBe(2)
  })
})
