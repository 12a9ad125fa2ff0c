import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomes, count, startHarness, words, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const quick = { fast: 1, video: 'canvas' }
const rows = '[role="list"] > [role="listitem"][data-participant-id]'

describe('tiles and people of the simulated Meet', () => {
  it('builds the People panel only when it is opened, and takes the rows away when it closes', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah', external: true })
    expect((await count(page, '[role="list"], [role="listitem"]')).all).toBe(0)
    await page.click('[jsname="ocqpFe"]:has([data-avatar-count])')
    await page.waitForSelector(rows)
    expect((await sim.state()).panel).toBe('people')
    const ids = await page.evaluate(
      (css) =>
        [...document.querySelectorAll(css)].map((row) => row.getAttribute('data-participant-id')),
      rows,
    )
    expect(ids.toSorted()).toEqual((await sim.state()).people.map((person) => person.id).toSorted())
    expect((await words(page, `${rows}[data-participant-id="${dev}"]`))[0]).toContain('Visitor')
    await page.click('aside button[aria-label="Close"]')
    await becomes(
      () => count(page, rows),
      ({ all }) => all === 0,
    )
  })

  it('can keep the rows in the page after closing', async () => {
    const { page, sim } = await harness.open({
      params: { ...quick, panel: 'persist' },
    })
    await sim.openPanel('people')
    await page.waitForSelector(rows)
    await sim.openPanel(null)
    expect(await count(page, rows)).toEqual({ all: 1, seen: 0 })
  })

  it('keeps only a part of a long list in the page when it is virtual', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, virtual: 1 } })
    await page.evaluate(() => {
      for (let at = 0; at < 249; at += 1) window.sim.join({ name: `Pupil ${at}`, camera: 'off' })
    })
    await sim.openPanel('people')
    await page.waitForSelector(rows)
    expect((await count(page, rows)).all).toBe(20)
    const size = await page.evaluate(
      (css) => document.querySelector(css)?.getAttribute('aria-setsize'),
      rows,
    )
    expect(size).toBe('250')
    expect((await count(page, 'main [data-participant-id]')).all).toBe(48)
    expect(await words(page, '.sim-others-text')).toEqual(['+202 others'])
    expect((await sim.state()).people.filter((person) => person.tile)).toHaveLength(48)
  })

  it('names the tile once among empty decoys, and marks the own tile', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    await sim.join({ name: 'Amelia Potter' })
    const spans = await words(page, `main [data-participant-id="${dev}"] span.notranslate`)
    expect(spans.filter((text) => text !== '')).toEqual(['Dev Shah'])
    expect(spans.filter((text) => text === '')).toHaveLength(4)
    expect((await count(page, `main [data-participant-id="${dev}"] [jsname="nsKqzb"]`)).all).toBe(0)
    expect((await count(page, 'main [jsname="nsKqzb"]')).all).toBe(1)
    await sim.rename(dev, 'Amelia Potter')
    expect(
      await words(page, `main [data-participant-id="${dev}"] .XEazBc span.notranslate`),
    ).toEqual(['Amelia Potter'])
  })

  it('can put another person into the same tile element', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    const zofia = await sim.join({ name: 'Zofia Kowalska' })
    const element = await page.$(`main [data-participant-id="${dev}"]`)
    await sim.reuseTiles(dev, zofia)
    expect(await element?.evaluate((tile) => tile.getAttribute('data-participant-id'))).toBe(zofia)
    expect(
      await words(page, `main [data-participant-id="${zofia}"] .XEazBc span.notranslate`),
    ).toEqual(['Zofia Kowalska'])
  })

  it('shows a shared screen as a tile with a media id of its own', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    await sim.present(dev, true)
    const medias = await page.evaluate(
      (id) =>
        [...document.querySelectorAll(`main [data-participant-id="${id}"]`)].map(
          (tile) => tile.getAttribute('data-tile-media-id') === id,
        ),
      dev,
    )
    expect(medias.toSorted()).toEqual([false, true])
    await page.click('[jsname="hNGZQc"]')
    expect((await sim.state()).people.filter((person) => person.presenting)).toHaveLength(2)
  })

  it('removes a person by menu and question', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    await sim.openPanel('people')
    await page.waitForSelector(rows)
    await page.click(`${rows}[data-participant-id="${dev}"] [jsname="YEvVxd"]`)
    await page.click('ul[role="menu"] [aria-label="Remove from the call"]')
    await page.click('[role="dialog"] button[aria-label="Remove"]')
    expect((await sim.state()).people.map((person) => person.id)).not.toContain(dev)
    // The answered box stays in the page, out of sight.
    expect(await count(page, '[role="dialog"]')).toEqual({ all: 1, seen: 0 })
  })

  it('holds a lost connection still for a while before the person goes', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    const gone = sim.drop(dev)
    expect((await sim.state()).people.find((person) => person.id === dev)?.dropped).toBe(true)
    await gone
    expect((await count(page, `[data-participant-id="${dev}"]`)).all).toBe(0)
  })

  it('keeps the others when the tab is loaded again, if asked to', async () => {
    const opened = await harness.open({ params: { ...quick, keep: 1 } })
    const dev = await opened.sim.join({ name: 'Dev Shah' })
    const self = (await opened.sim.state()).people.find((person) => person.self)?.id
    await opened.page.reload()
    await opened.page.evaluate(() => window.simReady)
    const people = (await opened.sim.state()).people
    expect(people.map((person) => person.id)).toContain(dev)
    expect(people.find((person) => person.self)?.id).not.toBe(self)
  })
})

describe('the lobby of the simulated Meet', () => {
  const admit = 'button[jsname="OYykWd"]'

  it('has a pill that only opens the panel, and rows that let one in', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.knock({ name: 'Mrs Shah' })
    await sim.knock({ name: 'iPad (2)' })
    const pill = await becomes(
      () => words(page, 'button'),
      (all) => all.includes('Admit 2 guests'),
    )
    expect(pill).not.toContain('Admit')
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === 'Admit 2 guests') button.click()
    })
    await page.waitForSelector(admit)
    expect((await sim.state()).knocks).toHaveLength(2)
    expect((await sim.state()).people).toHaveLength(1)
    await page.click(`${admit}[aria-label="Admit Mrs Shah"]`)
    await becomes(
      () => sim.state(),
      ({ people }) => people.some((person) => person.name === 'Mrs Shah'),
    )
    expect((await sim.state()).knocks.map((knock) => knock.name)).toEqual(['iPad (2)'])
  })

  it('asks twice before everybody comes in', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.knock({ name: 'A' })
    await sim.knock({ name: 'B' })
    await sim.openPanel('people')
    await page.waitForSelector('.sim-admit-all')
    await page.click('.sim-admit-all')
    expect((await sim.state()).people).toHaveLength(1)
    await page.click('[role="dialog"] [data-mdc-dialog-action="ok"]')
    await becomes(
      () => sim.state(),
      ({ people }) => people.length === 3,
    )
  })

  it('takes a click made by a script, or refuses it with trusted=1', async () => {
    for (const trusted of [0, 1]) {
      const { page, sim } = await harness.open({ params: { ...quick, trusted } })
      await sim.knock({ name: 'Mrs Shah' })
      await sim.openPanel('people')
      await page.waitForSelector(admit)
      await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), admit)
      if (trusted === 1) {
        await page.click(admit)
        await becomes(
          () => sim.state(),
          ({ people }) => people.length === 2,
        )
      } else
        await becomes(
          () => sim.state(),
          ({ people }) => people.length === 2,
        )
    }
  })

  it('folds itself away after a while', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, fold: 'remove' } })
    await sim.times({ foldMs: 60 })
    await sim.knock({ name: 'Mrs Shah' })
    await sim.openPanel('people')
    await page.waitForFunction(
      () =>
        document.querySelector('.sim-lobby .sim-fold')?.getAttribute('aria-expanded') === 'false',
    )
    expect((await count(page, admit)).all).toBe(0)
    await sim.times({ foldMs: 60_000 })
    await page.click('.sim-lobby .sim-fold')
    expect((await count(page, admit)).seen).toBe(1)
  })
})

describe('the host controls of the simulated Meet', () => {
  const badge = (page: Parameters<typeof count>[0]): Promise<string> =>
    page.evaluate(
      () => document.querySelector('[jsname="kNx9ke"]')?.getAttribute('aria-label') ?? '',
    )

  it('change who may come in, and the badge follows', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, access: 'open' } })
    expect(await badge(page)).toBe('This call is open to anyone')
    expect(await sim.knock({ name: 'Anyone' })).toContain('/devices/')
    await page.click('[data-panel-id="16"]')
    await page.waitForSelector('input[type="radio"][jsname="YPqjbf"]')
    expect((await count(page, '.sim-ask')).all).toBe(0)
    const radios = await page.$$('input[type="radio"]')
    await radios[1]?.click()
    await becomes(
      () => badge(page),
      (label) => label !== 'This call is open to anyone',
    )
    expect(await sim.knock({ name: 'Stranger' })).toMatch(/^knock-/)
    await page.waitForSelector('.sim-ask input')
    await page.click('.sim-ask input')
    await becomes(
      () => sim.state(),
      ({ access }) => access.stranger === 'shutOut',
    )
    expect(await sim.knock({ name: 'Late' })).toBe(null)
    await radios[2]?.click()
    await becomes(
      () => sim.state(),
      ({ access }) => access.type === 'restricted',
    )
    expect(await sim.knock({ name: 'Later' })).toBe(null)
    // Closing hides the panel and leaves it in the page.
    await page.click('nav [data-panel-id="16"]')
    expect(await count(page, 'aside [data-panel-id="16"] [role="switch"]')).toMatchObject({
      seen: 0,
    })
    expect((await count(page, 'aside [data-panel-id="16"] [role="switch"]')).all).toBeGreaterThan(4)
  })

  it('lock everybody’s video, once host management is on', async () => {
    const { page, sim } = await harness.open({ params: quick })
    const dev = await sim.join({ name: 'Dev Shah' })
    await sim.openPanel('host')
    const video = '[role="switch"][aria-label="Let contributors turn on their video"]'
    await page.waitForSelector(video)
    expect(await page.$eval(video, (one) => (one as HTMLButtonElement).disabled)).toBe(true)
    await page.click('[role="switch"][aria-label="Host management"]')
    await page.waitForSelector(`${video}:not(:disabled)`)
    await page.click(video)
    expect((await sim.state()).people.find((person) => person.id === dev)?.camera).toBe('off')
    expect(await sim.camera(dev, 'on')).toBe(false)
  })

  it('are not there for somebody who is no host', async () => {
    const { page, sim } = await harness.open({ params: { ...quick, role: 'guest' } })
    await sim.knock({ name: 'Mrs Shah' })
    await sim.openPanel('people')
    await page.waitForSelector(rows)
    expect((await count(page, '[data-panel-id="16"]')).all).toBe(0)
    expect((await count(page, 'button[jsname="OYykWd"]')).seen).toBe(0)
  })

  it('end the call for everybody through the leave button', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.join({ name: 'Dev Shah' })
    await page.click('[jsname="CQylAd"]')
    expect((await sim.state()).phase).toBe('inCall')
    await page.click('[role="dialog"] [aria-label="End the call for everyone"]')
    await page.waitForSelector('[data-call-ended="true"]')
  })
})

describe('chat, notices and decoys of the simulated Meet', () => {
  it('shows own and others’ lines with the pinning overlay around them', async () => {
    const { page, sim } = await harness.open({ params: quick })
    await sim.chat('Dev Shah', 'My number is 07700 900123', { at: '10:03' })
    expect(await words(page, '[data-mdc-dom-announce="true"]')).toEqual([
      'Dev Shah says in chat: My number is 07700 900123',
    ])
    expect((await count(page, '[jsname="xySENc"]')).all).toBe(0)
    await page.click('nav [data-panel-id="2"]')
    await page.waitForSelector('[jsname="dTKtvb"]')
    await page.type('textarea', '<b>Hello</b>')
    await page.keyboard.press('Enter')
    expect(await words(page, '[jsname="dTKtvb"]')).toEqual([
      'My number is 07700 900123',
      '<b>Hello</b>',
    ])
    expect(await words(page, '.poVWob')).toEqual(['Dev Shah', 'You'])
    expect((await words(page, '.ptNLrf'))[0]).toContain('Hover over a message to pin it')
  })

  it('tells of a recording at the door and inside', async () => {
    const { page } = await harness.open({ params: { ...quick, recording: 1 } })
    expect(await words(page, '[role="dialog"] h2')).toEqual(['This video call is being recorded'])
    await page.click('[role="dialog"] [data-mdc-dialog-action="ok"]')
    expect((await count(page, '[role="dialog"]')).all).toBe(0)
    expect((await count(page, '[aria-labelledby="QW8yLe-nav9Xe"]')).seen).toBe(1)
  })

  it('has hidden warnings, hints and shells that mean nothing', async () => {
    const { page, sim } = await harness.open({ params: quick })
    expect(await count(page, '[jsname="OfoTlf"]')).toEqual({ all: 1, seen: 0 })
    expect(await count(page, 'main .pUZoOe')).toEqual({ all: 1, seen: 0 })
    expect(await count(page, 'aside [data-panel-id="2"]')).toEqual({ all: 1, seen: 0 })
    const chips = await count(page, '[jsname="ocqpFe"]')
    expect(chips.all).toBeGreaterThan(6)
    expect(chips.seen).toBe(1)
    await sim.join({ name: 'Guest', external: true })
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('[jsname="ocqpFe"]')]
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => one.getAttribute('aria-labelledby')),
    )
    expect(order).toEqual(['DVH6Db-nav9Xe', 'DPUxh-nav9Xe'])
  })

  it('has its own toggles in two elements only', async () => {
    const { page, sim } = await harness.open({ params: quick })
    expect((await count(page, '[data-is-muted]')).all).toBe(2)
    await page.click('[jsname="psRWwc"]')
    await page.evaluate(() => document.querySelector<HTMLElement>('[jsname="hw0c9"]')?.click())
    const self = (await sim.state()).people.find((person) => person.self)
    expect({ camera: self?.camera, microphone: self?.microphone }).toEqual({
      camera: 'off',
      microphone: 'off',
    })
    expect((await count(page, '[data-is-muted="true"]')).all).toBe(2)
  })
})
