import type { JSHandle, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLES, type SampleName } from '../../components/gallery/samples.ts'
import type { PanelView } from '../../lib/views/types.ts'
import {
  asked,
  axeViolations,
  openGallery,
  press,
  showState,
  sticksOut,
  textOf,
  type Gallery,
} from './pages/gallery.ts'
import { findFaults } from '../../scripts/screens/faults.ts'
import { settled } from '../../scripts/screens/look.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The words of the control that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement
    return (active?.querySelector('.person-name') ?? active)?.textContent ?? ''
  })
}

describe('the panel opened up', () => {
  it('has no fault with a person, the reading details, the checks and the log open', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=bedroom', 320)
    await press(page, '2 more things')
    await page.click('.health-strip')
    await page.locator('.person-line ::-p-text(iPad)').click()
    expect(await sticksOut(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await page.locator('[role=tab]::-p-text(Checks)').click()
    await page.locator('.clause').click()
    for (const head of await page.$$('.phase-head[aria-expanded=false]')) await head.click()
    expect(await sticksOut(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await page.locator('[role=tab]::-p-text(Log)').click()
    expect(await axeViolations(page)).toEqual([])
    expect(trouble).toEqual([])
    await page.close()
  })

  it('adds no style element at run time, also with a dialog open', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=thirty')
    await page.locator('.person-line ::-p-text(Dev Shah)').click()
    await press(page, 'Remove')
    await page.waitForSelector('[role=alertdialog]')
    expect(await page.$$eval('style', (found) => found.length)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('Remove')
    expect(trouble).toEqual([])
    await page.close()
  })
})

describe('the panel', () => {
  it('fits from right to left too, and lays nothing on anything else', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=thirty')
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    for (const state of ['thirty', 'bedroom', 'queue', 'blind'] as const) {
      await showState(page, state)
      for (const width of [180, 320, 360, 420]) {
        await page.setViewport({ width, height: 800 })
        await settled(page)
        expect(await sticksOut(page), `${state}, ${width} px`).toBe(0)
        // Half of a narrow panel is looked at by its measure alone, as from left to right.
        if (width >= 320)
          expect(await page.evaluate(findFaults), `${state}, ${width} px`).toEqual([])
      }
    }
    expect(trouble).toEqual([])
    await page.close()
  })
})

describe('names from a page', () => {
  // T-19
  it('are text, never markup, and are clipped', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=hostile', 320)
    expect(await page.$$eval('img, b, i, script:not([src])', (found) => found.length)).toBe(0)
    const text = await textOf(page)
    expect(text).toContain('<img src=x onerror=alert(1)>')
    expect(text).toContain('(no visible name)')
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    // A name of 210 characters takes no more than a few lines anywhere.
    const tallest = await page.$$eval('.name', (found) =>
      Math.max(...found.map((one) => one.getBoundingClientRect().height)),
    )
    expect(tallest).toBeLessThan(60)
    expect(trouble).toEqual([])
    await page.close()
  })
})

describe('the focus', () => {
  it('stays on the same person when views come in', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.locator('.person-line ::-p-text(Nia Jones)').click()
    for (const state of ['blind', 'bedroom', 'lateKnock', 'thirty'] as const) {
      await showState(page, state)
      await page.waitForFunction(
        (n) => document.querySelectorAll('.prompt').length === n,
        {},
        state === 'bedroom' ? 1 : 0,
      )
      expect(await focused(page), state).toBe('Nia Jones')
    }
    await page.close()
  })

  it('keeps what is typed while views come in', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.type('input[type=search]', 'nia')
    await showState(page, 'bedroom')
    await page.waitForSelector('.prompt')
    await page.keyboard.type(' jo')
    expect(await page.$eval('input[type=search]', (field) => field.value)).toBe('nia jo')
    expect(await page.$$eval('.person', (rows) => rows.length)).toBe(1)
    await page.close()
  })

  it('is not thrown to the top when the control that had it goes away', async () => {
    const { page } = await gallery.open('page=panel&state=bedroom')
    const place = () => page.evaluate(() => document.activeElement?.closest('section')?.className)
    await page.focus('.answers .button')
    await showState(page, 'room')
    await page.waitForFunction(() =>
      document.querySelector('.prompt-title')?.textContent?.includes('Dev'),
    )
    expect(await place()).toBe('now')
    await page.focus('.answers .button')
    await showState(page, 'thirty')
    await page.waitForFunction(() => document.querySelector('.prompt') === null)
    expect(await place()).toBe('panel-main')
    await page.close()
  })

  it('reaches every control by the keyboard alone', async () => {
    const { page } = await gallery.open('page=panel&state=lateKnock')
    const all = await page.evaluate(() => {
      const isTabStop = (one: HTMLElement) =>
        one.tabIndex >= 0 &&
        // Takes the focus only to hand it to the tab that is chosen.
        one.role !== 'tablist' &&
        !one.hasAttribute('disabled') &&
        one.offsetParent !== null
      const stops = [
        ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, [tabindex]'),
      ].filter(isTabStop)
      for (const [i, stop] of stops.entries()) stop.dataset['stop'] = String(i)
      return stops.length
    })
    const met = new Set<string>()
    for (let i = 0; i < all + 5; i++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(
        () => (document.activeElement as HTMLElement).dataset['stop'],
      )
      if (stop !== undefined) met.add(stop)
    }
    expect(met.size).toBe(all)
    expect(all).toBeGreaterThan(40)
    await page.close()
  })

  it('is never hidden behind the bars', async () => {
    const { page } = await gallery.open('page=panel&state=thirty', 320)
    const hidden: string[] = []
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press('Tab')
      const covered = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement
        const box = active.getBoundingClientRect()
        // The middle of what of it can be on screen at all.
        const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2
        const top = document.elementFromPoint(box.left + box.width / 2, y)
        return active !== document.body && !active.contains(top) && !top?.contains(active)
          ? active.innerText
          : ''
      })
      if (covered !== '') hidden.push(covered)
    }
    expect(hidden).toEqual([])
    await page.close()
  })
})

describe('what the panel asks', () => {
  it('locks, and says what became of it', async () => {
    const { page } = await gallery.open('page=panel&state=countdown')
    await press(page, 'Lock now')
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    await press(page, '1 minute')
    await page.waitForFunction(() => document.body.innerText.includes('Moved to'))
    const [lock, move] = await asked(page)
    expect(lock).toEqual({ kind: 'perform', payload: { command: { kind: 'lock' } } })
    expect(move?.kind).toBe('moveLock')
    await page.close()
  })

  it('lets in with one click, without consent only with two', async () => {
    const { page } = await gallery.open('page=panel&state=lateKnock')
    await press(page, 'Admit Elsie Ward')
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    await page.locator('.knock-line ::-p-text(Samir Haddad)').click()
    await press(page, 'Admit')
    expect(await asked(page)).toEqual([
      { kind: 'perform', payload: { command: { kind: 'admit', key: 'k4', name: 'Elsie Ward' } } },
    ])
    await press(page, 'Yes, admit without consent')
    expect((await asked(page))[1]?.payload).toEqual({
      command: { kind: 'admit', key: 'k5', name: 'Samir Haddad' },
    })
    await page.close()
  })

  it('answers the prompt that is shown, also one from behind', async () => {
    const { page } = await gallery.open('page=panel&state=bedroom')
    await press(page, 'I checked')
    await press(page, '2 more things')
    await page.locator('.behind-item ::-p-text(Dev Shah)').click()
    await press(page, 'Ask to move')
    expect((await asked(page)).map(({ payload }) => payload)).toEqual([
      { promptId: 'dup:1', answer: 'seen' },
      { promptId: 'room:1', answer: 'askToMove' },
    ])
    await page.close()
  })

  it('ticks the adult, keeps a note, corrects a name, removes only after a second question', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.locator('.person-line ::-p-text(Dev Shah)').click()
    await page.click('.person-more .check')
    await page.type('.person-more .input', 'Seemed tired')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.innerText.includes('Note kept.'))
    await press(page, 'Remove')
    expect((await asked(page)).map(({ kind }) => kind)).toEqual(['adultSeen', 'addNote'])
    await page.locator('[role=alertdialog] ::-p-text(Remove)').click()
    await page.keyboard.press('Escape')
    await page.locator('.person-line ::-p-text(iPad)').click()
    await press(page, 'Idris Khan')
    await page.waitForFunction(() => document.body.innerText.includes('this is Idris Khan'))
    const all = await asked(page)
    expect(all.find(({ kind }) => kind === 'adultSeen')?.payload).toEqual({
      participantId: 'spaces/x/devices/1',
      seen: true,
    })
    expect(all.find(({ kind }) => kind === 'fixMatch')?.payload).toEqual({
      shown: 'iPad (2)',
      id: 'spaces/x/devices/u1',
      registerPersonId: 'r7',
    })
    await page.close()
  })

  it('chooses class, policy and start', async () => {
    const { page } = await gallery.open('page=panel&state=before')
    await page.select('select', 'y2')
    await press(page, 'Use this class')
    const [chosen] = await asked(page)
    expect(chosen?.payload).toMatchObject({ registerId: 'y2', packId: 'crossways' })
    expect(
      new Date((chosen?.payload as { plannedStartAt: number }).plannedStartAt).getMinutes(),
    ).toBe(5)
    await page.close()
  })

  it('ticks a step of the policy and keeps its reason', async () => {
    const { page } = await gallery.open('page=panel&state=before')
    await page.locator('.step-todo .check').click()
    await page.locator('.step-todo .clause').click()
    await page.type('.step-help .input', 'Sent by the office')
    await press(page, 'Tick with note')
    expect((await asked(page)).map(({ payload }) => payload)).toEqual([
      { clause: 'EG-23', on: true, note: '' },
      { clause: 'EG-23', on: true, note: 'Sent by the office' },
    ])
    await page.close()
  })

  it('ticks a one-to-one call only with both agreements, each in a field of its own', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.locator('[role=tab]::-p-text(Checks)').click()
    await page.locator('.phase-head ::-p-text(One-to-one)').click()
    await page.locator('.clause ::-p-text(EG-36)').click()
    const fields = await page.$$('.step-help .input')
    expect(fields).toHaveLength(2)
    await fields[0]?.type('Mrs Potter, 18 November')
    await press(page, 'Tick with note')
    expect(await asked(page)).toEqual([])
    expect(await textOf(page)).toContain('Please write: who agreed for the family')
    expect(await page.$$eval('.step-help [aria-invalid=true]', (all) => all.length)).toBe(1)
    await fields[1]?.type('Mr Osei (head), 19 November')
    await press(page, 'Tick with note')
    expect((await asked(page)).map(({ payload }) => payload)).toEqual([
      {
        clause: 'EG-36',
        on: true,
        note: 'Parent or carer: Mrs Potter, 18 November; head or deputy: Mr Osei (head), 19 November',
      },
    ])
    await page.close()
  })

  it('opens the emergency steps by their shortcut once, over what is being typed, and takes none of them', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=thirty', 320)
    const shortcut = () =>
      page.evaluate(() => document.dispatchEvent(new CustomEvent('gallery:emergency')))
    await press(page, 'Concern')
    await page.locator('[role=dialog] textarea').fill('A stranger shouted.')
    await shortcut()
    await page.waitForFunction(() => document.body.innerText.includes('Ring the safeguarding lead'))
    await page.waitForFunction(() => document.querySelectorAll('[role=dialog]').length === 1)
    await shortcut()
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([
      { kind: 'emergency', payload: { step: 'opened', note: '' } },
    ])
    await press(page, 'Write the concern')
    await page.waitForSelector('[role=dialog] textarea')
    expect(await page.$eval('[role=dialog] textarea', (one) => one.value)).toBe(
      'A stranger shouted.',
    )
    expect(trouble).toEqual([])
    await page.close()
  })

  it('walks an emergency from the end of the call to the note, and never claims what was not seen', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=thirty', 320)
    await press(page, 'Emergency')
    await page.waitForSelector('[role=dialog]')
    // One Enter too many must not end a call.
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('dialog')
    await page.keyboard.press('Enter')
    expect((await asked(page)).map(({ kind }) => kind)).toEqual(['emergency'])
    expect(await axeViolations(page)).toEqual([])
    expect(await sticksOut(page)).toBe(0)
    expect(await textOf(page)).toContain('01632 960 101')
    await press(page, 'Show me how to end it')
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    await page.locator('[role=dialog] ::-p-text(I told them)').click()
    await page.waitForFunction(() => document.body.innerText.includes('was told at'))
    await press(page, 'Write the concern')
    await page.waitForFunction(() => document.body.innerText.includes('Whom it is about'))
    expect(await axeViolations(page)).toEqual([])
    expect(await sticksOut(page)).toBe(0)
    await press(page, 'Keep this concern')
    await page.waitForFunction(() => document.body.innerText.includes('Please write'))
    await page.locator('[role=dialog] input[list]').fill('Dev Shah')
    await page.locator('[role=dialog] textarea').fill('A stranger shouted.')
    await press(page, 'Keep this concern')
    await page.waitForFunction(() => document.body.innerText.includes('Kept as'))
    await press(page, 'Open to print or save as PDF')
    expect(await page.evaluate(() => document.documentElement.dataset['opened'])).toMatch(
      /options\.html\?start=concerns&concern=C-/,
    )
    await page.keyboard.press('Escape')
    const all = await asked(page)
    expect(
      all.map(({ kind, payload }) =>
        kind === 'emergency' ? (payload as { step: string }).step : kind,
      ),
    ).toEqual(['opened', 'perform', 'dslTold', 'closed', 'saveConcern'])
    const { concern } = all[4]?.payload as { concern: Record<string, string> }
    expect(concern).toMatchObject({ about: 'Dev Shah', facts: 'A stranger shouted.', actions: '' })
    expect(concern['told']).toContain('Helen Marsh')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('takes her own word for an end that was only pointed at, and lets a mistake be one', async () => {
    const { page, trouble } = await gallery.open('page=panel&state=thirty', 320)
    const steps = async () =>
      (await asked(page)).map(({ kind, payload }) =>
        kind === 'emergency' ? (payload as { step: string }).step : kind,
      )
    await press(page, 'Emergency')
    await page.waitForSelector('[role=dialog]')
    // Nothing was tried yet, and the call runs: there is nothing to say of an end.
    expect(await textOf(page)).not.toContain('I ended it myself')
    await press(page, 'Opened by mistake')
    await page.waitForFunction(() => document.querySelector('[role=dialog]') === null)
    expect(await steps()).toEqual(['opened', 'mistake'])
    await press(page, 'Emergency')
    await page.waitForSelector('[role=dialog]')
    await press(page, 'Show me how to end it')
    await page.waitForFunction(() => document.body.innerText.includes('I ended it myself'))
    expect(await axeViolations(page)).toEqual([])
    expect(await sticksOut(page)).toBe(0)
    await press(page, 'I ended it myself')
    await page.waitForFunction(() => document.body.innerText.includes('as you said'))
    // Something was done: it is no mistake any more.
    expect(await textOf(page)).not.toContain('Opened by mistake')
    expect((await steps()).slice(2)).toEqual(['opened', 'perform', 'endedByTeacher'])
    expect(trouble).toEqual([])
    await page.close()
  })
})

describe('presenting', () => {
  it('shows no name until opened, and folds again at the next sharing', async () => {
    const { page } = await gallery.open('page=panel&state=discreet')
    const names = SAMPLES.discreet.people.map((row) => row.name)
    const all = () => page.evaluate(() => document.body.textContent ?? '')
    const seen = async () => {
      const text = await all()
      return names.filter((name) => text.includes(name))
    }
    expect(await seen()).toEqual([])
    expect(await all()).toContain('5 things wait for you')
    await press(page, 'Show for now')
    expect(await seen()).toEqual(names)
    await showState(page, 'thirty')
    await page.waitForFunction(() => !document.body.innerText.includes('Fold names away'))
    await showState(page, 'discreet')
    await page.waitForSelector('.discreet')
    expect(await seen()).toEqual([])
    await page.close()
  })
})

describe('an update', () => {
  it('never moves the header or the bar with the emergency button, whatever comes and goes between them', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    const bars = ['.panel-head', '.panel-foot', '.emergency-button']
    const places = () =>
      page.evaluate(
        (selectors) =>
          selectors.map((one) => {
            const box = document.querySelector(one)?.getBoundingClientRect()
            return box && [box.left, box.top, box.right, box.bottom]
          }),
        bars,
      )
    await page.evaluate((selectors) => {
      const moved: string[] = []
      Object.assign(window, { moved })
      interface Shift extends PerformanceEntry {
        readonly sources: readonly { readonly node: Node | null }[]
      }
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as Shift[])
          for (const { node } of shift.sources)
            for (const one of selectors)
              if (node !== null && document.querySelector(one)?.contains(node)) moved.push(one)
      }).observe({ type: 'layout-shift' })
    }, bars)
    const before = await places()
    for (const state of ['bedroom', 'lockDue', 'lateKnock', 'blind', 'many', 'thirty'] as const) {
      await showState(page, state)
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      )
      expect(await places(), state).toEqual(before)
    }
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
    await page.close()
  })

  it('never pushes what the pointer is on, whatever comes and goes above it', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    const row = await page.waitForSelector('.person-line ::-p-text(Nia Jones)')
    const line = await row?.evaluateHandle((one) => one.closest('.person-line') ?? one)
    if (line === undefined) throw new Error('Nia Jones is not in the list.')
    await line.evaluate((one) => one.scrollIntoView({ block: 'center' }))
    const place = () => line.evaluate((one) => Math.round(one.getBoundingClientRect().top))
    const shifts = await movesOf(page, line)
    const before = await place()
    const hold = async (state: SampleName) => {
      await line.hover()
      await showState(page, state)
      await settled(page)
      expect(await place(), state).toBe(before)
    }
    for (const state of ['bedroom', 'lockDue', 'lateKnock', 'bedroom', 'thirty'] as const)
      await hold(state)
    expect(await shifts()).toBe(0)
    // What can't be read is said above the part that scrolls, which gets shorter; what is pointed at stays all the same.
    await hold('blind')
    await hold('thirty')
    await page.close()
  })

  it('keeps room free above the pointer where there is nothing to scroll', async () => {
    const { page } = await gallery.open('page=panel&state=bedroom')
    const strip = await page.waitForSelector('.lock-title')
    const place = () =>
      page.$eval('.lock-title', (one) => Math.round(one.getBoundingClientRect().top))
    const before = await place()
    await strip?.hover()
    await showState(page, 'thirty')
    await page.waitForFunction(() => document.querySelector('.prompt') === null)
    await settled(page)
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1)
    // It is given back when the pointer leaves.
    await page.mouse.move(20, 20)
    await page.waitForFunction(
      (was) =>
        (document.querySelector('.lock-title')?.getBoundingClientRect().top ?? was) < was - 20,
      {},
      before,
    )
    await page.close()
  })

  it('shows a prompt that came out of sight by its title, and leads to it', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.hover('.people-list .person-line')
    await showState(page, 'bedroom')
    await page.locator('.prompt-away-button ::-p-text(Two people show)').click()
    await page.waitForFunction(() => document.querySelector('.prompt-away-button') === null)
    const box = await page.$eval('.prompt-title', (one) => one.getBoundingClientRect().top)
    expect(box).toBeGreaterThan(0)
    await page.close()
  })

  it('puts a more urgent prompt below the one that she is at, and in its place when she leaves', async () => {
    const { page } = await gallery.open('page=panel&state=room')
    const title = () => page.$eval('.prompt-title', (one) => one.textContent)
    expect(await title()).toContain('Dev Shah')
    await page.hover('.answers .button')
    await showState(page, 'bedroom')
    await page.waitForSelector('.behind-item ::-p-text(Two people show)')
    expect(await title()).toContain('Dev Shah')
    await page.mouse.move(20, 20)
    await page.waitForFunction(() =>
      document.querySelector('.prompt-title')?.textContent?.includes('Two people show'),
    )
    await page.close()
  })
})

/** Measures from now on how much the browser itself says that something moved (its share of the layout shift). */
async function movesOf(page: Page, of: JSHandle<Element>): Promise<() => Promise<number>> {
  await page.evaluate((watched) => {
    const moves: number[] = []
    Object.assign(window, { moves })
    interface Shift extends PerformanceEntry {
      readonly value: number
      readonly sources: readonly { readonly node: Node | null }[]
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        if (sources.some(({ node }) => node?.contains(watched) || watched.contains(node)))
          moves.push(value)
    }).observe({ type: 'layout-shift' })
  }, of)
  return () =>
    page.evaluate(() =>
      (window as unknown as { moves: number[] }).moves.reduce((sum, one) => sum + one, 0),
    )
}

describe('live regions', () => {
  /** Every utterance of a live region from now on: what stands in it after each change. */
  async function listen(page: Page, role: 'alert' | 'status'): Promise<() => Promise<string[]>> {
    await page.evaluate((name) => {
      const region = [...document.querySelectorAll(`.visually-hidden > [role=${name}]`)].at(-1)
      const said: string[] = []
      Object.assign(window, { [`said-${name}`]: said })
      if (region !== undefined)
        new MutationObserver(() => said.push(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        })
    }, role)
    return () => page.evaluate((name) => Reflect.get(window, `said-${name}`) as string[], role)
  }
  const showView = (page: Page, view: PanelView) =>
    page.evaluate((detail) => {
      document.dispatchEvent(new CustomEvent('gallery:view', { detail }))
    }, view)

  it('speak an alarm at once, and the next one too where its words are the same', async () => {
    const { page } = await gallery.open('page=panel&state=countdown')
    const said = await listen(page, 'alert')
    await showState(page, 'bedroom')
    await expect.poll(said).toEqual(['Two people show the name Amelia Potter'])
    // While she presents no name is said, so that all alarms are alike.
    const discreet = SAMPLES.discreet
    const alarm = discreet.prompts.find((one) => one.severity === 'alarm')
    if (alarm === undefined) throw new Error('The sample has no alarm.')
    await showView(page, { ...discreet, prompts: [] })
    await showView(page, { ...discreet, prompts: [alarm] })
    await expect.poll(said).toEqual([expect.anything(), 'Something waits for you.'])
    await showView(page, { ...discreet, prompts: [alarm, { ...alarm, promptId: 'another' }] })
    await expect
      .poll(said)
      .toEqual([expect.anything(), 'Something waits for you.', 'Something waits for you.'])
    await page.close()
  })

  it('speak of arrivals that come one after the other in one utterance', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    const said = await listen(page, 'status')
    const { thirty } = SAMPLES
    const [first, ...others] = thirty.people.filter((one) => one.where === 'inCall')
    if (first === undefined) throw new Error('The sample has nobody in it.')
    const came = ['Ada Lane', 'Bo Reed', 'Cy Hale'].map((name, index) => ({
      ...first,
      key: `came${index}`,
      name,
    }))
    for (const count of [1, 2, 3])
      await showView(page, { ...thirty, people: [first, ...others, ...came.slice(0, count)] })
    const all = 'Ada Lane has joined. Bo Reed has joined. Cy Hale has joined.'
    await expect.poll(said, { timeout: 10_000 }).toEqual([all])
    await page.close()
  })

  it('say when the panel has lost the background', async () => {
    const { page } = await gallery.open('page=panel&state=thirty')
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('gallery:lost')))
    await page.waitForFunction(() => document.body.innerText.includes('What you see may be old'))
    await showState(page, 'thirty')
    await page.waitForFunction(() => !document.body.innerText.includes('What you see may be old'))
    await page.close()
  })
})

describe('the waiting room', () => {
  it('lets in one at a time: a double click or a click on a new name lets in nobody more', async () => {
    const { page } = await gallery.open('page=panel&state=arrivals')
    const button = await page.waitForSelector('.next-admit')
    await button?.click({ count: 2, delay: 10 })
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    expect(await asked(page)).toEqual([
      {
        kind: 'perform',
        payload: { command: { kind: 'admit', key: 'k1', name: 'Amelia Potter' } },
      },
    ])
    // Another is offered in this very moment: the click that was on its way does nothing.
    await showState(page, 'crowd')
    await page.evaluate(() => document.querySelector<HTMLElement>('.next-admit')?.click())
    expect(await asked(page)).toHaveLength(1)
    await page.waitForSelector('.next-admit:not([aria-disabled="true"])')
    // The keyboard is where it was.
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    expect((await asked(page))[1]?.payload).toMatchObject({ command: { key: 'c0' } })
    await page.close()
  })

  it('says who is being let in and takes no click meanwhile', async () => {
    const { page } = await gallery.open('page=panel&state=admitting')
    await page.locator('.next-admit ::-p-text(Letting in Amelia Potter)').click()
    expect(await asked(page)).toEqual([])
    await page.close()
  })

  it('asks for the adult, mutes, holds with a reason, goes on', async () => {
    const { page } = await gallery.open('page=panel&state=queue')
    await press(page, 'Adult seen')
    await page.waitForFunction(() => document.body.innerText.includes('Noted: adult seen'))
    await press(page, 'Mute')
    await page.waitForFunction(() => document.body.innerText.includes('Click the outlined control'))
    await press(page, 'Hold')
    await page.waitForFunction(() =>
      document.body.innerText.includes('Meet can’t put anybody back'),
    )
    await press(page, 'No adult seen')
    await page.waitForFunction(
      () => !document.body.innerText.includes('Meet can’t put anybody back'),
    )
    await press(page, 'Go on')
    const id = 'spaces/x/devices/3'
    expect(await asked(page)).toEqual([
      { kind: 'adultSeen', payload: { participantId: id, seen: true } },
      { kind: 'perform', payload: { command: { kind: 'mute', id, name: 'Mohammed Rahman' } } },
      { kind: 'hold', payload: { participantId: id, why: 'noAdult' } },
      { kind: 'goOn', payload: { participantId: id } },
    ])
    await page.close()
  })

  it('keeps a class that knocks together short, and shows all of it on a click', async () => {
    const { page } = await gallery.open('page=panel&state=crowd')
    expect(await page.$$('li.knock')).toHaveLength(5)
    await press(page, 'Show 24 more')
    expect(await page.$$('li.knock')).toHaveLength(29)
    await page.close()
  })
})
